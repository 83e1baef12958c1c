//! What becomes of a chunk of rows inside one transaction: found, created, updated, passed over or rejected.

use std::collections::{BTreeMap, HashSet};

use cordee_base::{Fault, Id, Moment, Outcome, Problem};
use cordee_kit::RowProblem;
use cordee_records::{FindBy, Gate, Past, Ready};
use cordee_schema::{Address, Draft, FieldDef, Object, Record, Value};

use super::links::{Lead, Links, Taken};
use super::mapping::{Missing, Mode};
use super::plan::{Bound, Plan};
use super::read::{Line, Read};
use super::target::{Target, Way};

/// What became of a chunk.
#[derive(Debug, Default)]
pub(super) struct Done {
    pub created: u64,
    pub updated: u64,
    pub skipped: u64,
    /// The rejected rows, by their place in the chunk, with what is wrong.
    pub rejected: Vec<(usize, Vec<RowProblem>)>,
    /// How many records were created for links, by object.
    pub linked: BTreeMap<&'static str, u64>,
    /// Texts that led to nothing, by bound column.
    pub missed: Vec<(String, &'static str, String)>,
}

/// Does what the rows say.
pub(super) fn bring(gate: &mut Gate<'_>, plan: &Plan, lines: &[Line]) -> Outcome<Done> {
    let live: Vec<&Line> = lines.iter().filter(|line| !line.skip).collect();
    let links = Links::find(gate, plan, &live)?;
    let mut work = Work { gate, plan, links, ready: Vec::new(), done: Done::default() };
    for (place, line) in lines.iter().enumerate() {
        work.line(place, line)?;
    }
    work.flush()?;
    Ok(work.done)
}

struct Work<'w, 'g> {
    gate: &'w mut Gate<'g>,
    plan: &'w Plan,
    links: Links,
    /// New records, which are written together.
    ready: Vec<Ready>,
    done: Done,
}

/// A row's record as the row has it.
struct Wanted {
    draft: Draft,
    foreign: Option<String>,
    id: Option<String>,
    problems: Vec<RowProblem>,
}

/// What becomes of a row.
enum Fate {
    Created,
    Updated,
    Skipped,
}

impl Work<'_, '_> {
    fn line(&mut self, place: usize, line: &Line) -> Outcome<()> {
        if line.skip {
            self.done.skipped += 1;
            return Ok(());
        }
        let mark = (self.ready.len(), self.links.mark(), self.done.linked.clone());
        match self.fate(line) {
            Ok(Ok(Fate::Created)) => self.done.created += 1,
            Ok(Ok(Fate::Updated)) => self.done.updated += 1,
            Ok(Ok(Fate::Skipped)) => self.done.skipped += 1,
            Ok(Err(problems)) => {
                // What was made for a row that is rejected is not made either.
                self.ready.truncate(mark.0);
                self.links.forget(mark.1);
                self.done.linked = mark.2;
                self.done.rejected.push((place, problems));
            }
            Err(problem) => return Err(problem),
        }
        Ok(())
    }

    fn fate(&mut self, line: &Line) -> Outcome<Result<Fate, Vec<RowProblem>>> {
        let mut wanted = self.wanted(line)?;
        let existing = self.existing(line, &mut wanted);
        if !wanted.problems.is_empty() {
            return Ok(Err(wanted.problems));
        }
        let done = match (existing, self.plan.mode) {
            (Some(_), Mode::Create) => Ok(Fate::Skipped),
            (Some(id), _) => self.update(line, id, wanted.draft),
            (None, Mode::Update) => return Ok(Err(vec![self.not_there(line)])),
            (None, _) => self.create(line, wanted),
        };
        match done {
            Ok(fate) => Ok(Ok(fate)),
            Err(problem) => refusal(self.plan, line, problem).map(Err),
        }
    }

    /// The record as the row has it.
    fn wanted(&mut self, line: &Line) -> Outcome<Wanted> {
        let plan = self.plan;
        let mut wanted = Wanted {
            draft: Draft::new(plan.object),
            foreign: None,
            id: None,
            problems: line.problems.clone(),
        };
        let mut unclear = Vec::new();
        for (bound, read) in plan.columns.iter().zip(&line.read) {
            match (&bound.target, read) {
                (Target::Id, Read::Text(text)) => wanted.id = Some(text.clone()),
                (Target::ForeignId, Read::Text(text)) => wanted.foreign = Some(text.clone()),
                (Target::CreatedAt, Read::Value(Value::Moment(at))) => wanted.draft.created_at = Some(*at),
                (Target::Link(..), _) => unclear.push((bound, read)),
                (target, read) => put(&mut wanted.draft, target, bound, read),
            }
        }
        self.links_of(line, &mut wanted, unclear)?;
        let system = plan.system(line).to_owned();
        let foreign = wanted.foreign.clone().or_else(|| wanted.id.clone());
        wanted.draft.foreign = foreign.map(|foreign| (system, foreign));
        Ok(wanted)
    }

    /// Follows the links: those with one lead first, so that they tell the namesakes of the others apart.
    fn links_of(&mut self, line: &Line, wanted: &mut Wanted, links: Vec<(&Bound, &Read)>) -> Outcome<()> {
        let mut problems: Vec<(&'static str, RowProblem)> = Vec::new();
        let mut many = Vec::new();
        for (bound, read) in links {
            let Some(field) = bound.target.field() else { continue };
            if wanted.draft.value(field.name).is_some_and(|value| !value.is_none()) {
                continue;
            }
            let Read::Text(text) = read else {
                if bound.asked.clears && !wanted.draft.names(field.name) {
                    wanted.draft.set(field.name, Value::None);
                }
                continue;
            };
            let (first, count) = self.leads(line, bound, text);
            match (first, count) {
                (Some(id), 1) => wanted.draft.set(field.name, Value::Link(id)),
                (Some(_), _) => many.push((bound, field, text)),
                (None, _) => match self.missing(line, bound, text)? {
                    Ok(value) => wanted.draft.set(field.name, value),
                    Err(problem) => problems.push((field.name, problem)),
                },
            }
        }
        for (bound, field, text) in many {
            let leads = self.links.of(bound, self.plan, self.plan.system(line), text);
            match agreeing(&leads, &wanted.draft, &bound.agree) {
                Some(id) => wanted.draft.set(field.name, Value::Link(id)),
                None => {
                    let fault = Fault::whole("error-link-ambiguous")
                        .with("object", field.links_to().unwrap_or_default())
                        .with("value", text)
                        .with("count", leads.len());
                    problems.push((field.name, problem(line, bound, text, fault)));
                }
            }
        }
        // Another column may have told what one could not.
        problems.retain(|(field, _)| wanted.draft.value(field).is_none_or(Value::is_none));
        wanted.problems.extend(problems.into_iter().map(|(_, problem)| problem));
        Ok(())
    }

    /// The first record that a text leads to, and how many there are.
    fn leads(&self, line: &Line, bound: &Bound, text: &str) -> (Option<Id>, usize) {
        let leads = self.links.of(bound, self.plan, self.plan.system(line), text);
        (leads.first().map(|lead| lead.id), leads.len())
    }

    /// What a link becomes whose record is not there.
    fn missing(&mut self, line: &Line, bound: &Bound, text: &str) -> Outcome<Result<Value, RowProblem>> {
        let Target::Link(_, to, way) = bound.target else { return Ok(Ok(Value::None)) };
        match bound.asked.on_missing {
            Missing::Blank => Ok(Ok(Value::None)),
            Missing::Create => {
                let draft = linked(to, way, bound, self.plan.system(line), text, self.gate)?;
                match self.gate.prepare(draft.clone(), None, Vec::new()) {
                    Ok(ready) => {
                        let id = ready.id;
                        self.links.add(&draft, id);
                        self.ready.push(ready);
                        *self.done.linked.entry(to.name).or_default() += 1;
                        Ok(Ok(Value::Link(id)))
                    }
                    Err(Problem::Invalid(mut faults)) if !faults.is_empty() => {
                        Ok(Err(problem(line, bound, text, faults.remove(0))))
                    }
                    Err(other) => refusal(self.plan, line, other).map(|mut all| Err(all.remove(0))),
                }
            }
            Missing::Reject => {
                self.done.missed.push((bound.name.clone(), to.name, text.to_owned()));
                let fault = Fault::whole("error-link-missing").with("object", to.name).with("value", text);
                Ok(Err(problem(line, bound, text, fault)))
            }
        }
    }

    /// The record that the row is about, if it is there already.
    fn existing(&self, line: &Line, wanted: &mut Wanted) -> Option<Id> {
        let (place, agree) = self.plan.match_by.as_ref()?;
        let bound = &self.plan.columns[*place];
        let text = match &line.read[*place] {
            Read::Text(text) | Read::Value(Value::Text(text)) => text,
            _ => return None,
        };
        let leads = self.links.of(bound, self.plan, self.plan.system(line), text);
        let link = |name: &str| wanted.draft.value(name).and_then(Value::as_link);
        let mut agreeing = leads.iter().filter(|lead| agree.iter().all(|name| lead.agrees(name, link(name))));
        let (first, more) = (agreeing.next().map(|lead| lead.id), agreeing.count());
        if more > 0 {
            let fault = Fault::whole("error-link-ambiguous")
                .with("object", self.plan.object.name)
                .with("value", text)
                .with("count", more + 1);
            wanted.problems.push(problem(line, bound, text, fault));
        }
        first
    }

    fn not_there(&self, line: &Line) -> RowProblem {
        let bound = self.plan.match_by.as_ref().map(|(place, _)| &self.plan.columns[*place]);
        let text =
            bound.map(|bound| bound.from.text(&bound.asked, &line.cells).into_owned()).unwrap_or_default();
        let fault =
            Fault::whole("error-link-missing").with("object", self.plan.object.name).with("value", &text);
        let column = bound.map(|bound| bound.name.clone());
        RowProblem { line: line.number, column, value: text, fault }
    }

    fn create(&mut self, line: &Line, wanted: Wanted) -> Outcome<Fate> {
        self.must_be_new(line, &wanted)?;
        let (since, past) = self.past(line, &wanted)?;
        let ready = self.gate.prepare(wanted.draft.clone(), since, past)?;
        self.links.add(&wanted.draft, ready.id);
        self.ready.push(ready);
        Ok(Fate::Created)
    }

    /// What must not be there twice is not there yet.
    fn must_be_new(&self, line: &Line, wanted: &Wanted) -> Outcome<()> {
        if let Some((system, foreign)) = &wanted.draft.foreign {
            match self.links.taken(self.plan, system, foreign) {
                Some(Taken::InUse) => {
                    return Err(Fault::at("foreign_id", "error-unique").with("value", foreign).into());
                }
                Some(Taken::InTrash) => return Err(Fault::at("foreign_id", "error-deleted").into()),
                None => {}
            }
        }
        debug_assert!(!line.skip);
        let unique = wanted.draft.fields().filter(|(field, _)| field.unique && super::target::finds(field));
        for (field, value) in unique {
            let text = value.as_text().unwrap_or("");
            if !text.is_empty() && self.links.has_text(self.plan, field, text) {
                return Err(Fault::at(field.name, "error-unique").with("value", text).into());
            }
        }
        Ok(())
    }

    /// Since when the record is as it is, and what it was before.
    fn past(&mut self, line: &Line, wanted: &Wanted) -> Outcome<(Option<Moment>, Vec<Past>)> {
        let Some((since, ..)) = line.history.last() else { return Ok((None, Vec::new())) };
        let mut past = Vec::new();
        let before = &line.history[..line.history.len() - 1];
        for (from, step, reads) in before {
            let mut was = Draft::new(self.plan.object);
            for (bound, read) in self.plan.history[*step].set.iter().zip(reads) {
                let Some(field) = bound.target.field() else { continue };
                let value = match (&bound.target, read) {
                    (Target::Link(..), Read::Text(text)) => {
                        self.told_link(line, bound, text, &wanted.draft)?
                    }
                    (_, Read::Value(value)) => value.clone(),
                    _ => Value::None,
                };
                was.set(field.name, value);
            }
            past.push(Past { from: *from, values: was });
        }
        Ok((Some(*since), past))
    }

    fn told_link(&mut self, line: &Line, bound: &Bound, text: &str, draft: &Draft) -> Outcome<Value> {
        let leads = self.links.of(bound, self.plan, self.plan.system(line), text);
        let lead = match leads.as_ref() {
            [one] => Some(one.id),
            _ => agreeing(&leads, draft, &bound.agree),
        };
        let object = bound.target.field().and_then(FieldDef::links_to).unwrap_or_default();
        lead.map(Value::Link).ok_or_else(|| {
            let key = if leads.is_empty() { "error-link-missing" } else { "error-link-ambiguous" };
            let fault = Fault::at(bound.name.clone(), key).with("object", object).with("value", text);
            fault.with("count", leads.len()).into()
        })
    }

    fn update(&mut self, line: &Line, id: Id, mut draft: Draft) -> Outcome<Fate> {
        if self.ready.iter().any(|ready| ready.id == id) {
            self.flush()?;
        }
        let before = self.gate.get(self.plan.object, id)?;
        self.keep_parts(&before, &mut draft);
        let same: Vec<&'static str> = draft
            .fields()
            .filter(|(field, value)| before.value(field.name).unwrap_or(&Value::None) == *value)
            .map(|(field, _)| field.name)
            .collect();
        same.into_iter().for_each(|name| draft.unset(name));
        if draft.values().is_empty() {
            return Ok(Fate::Skipped);
        }
        match line.history.last() {
            Some((at, ..)) => self.gate.update_at(id, None, draft, *at)?,
            None => self.gate.update(id, None, draft)?,
        };
        Ok(Fate::Updated)
    }

    /// Parts of an address that the file does not tell stay as they are.
    fn keep_parts(&self, before: &Record, draft: &mut Draft) {
        for bound in &self.plan.columns {
            let Target::Part(field, _) = bound.target else { continue };
            if let (Some(Value::Address(new)), Some(Value::Address(old))) =
                (draft.value(field.name), before.value(field.name))
            {
                let address = filled((**new).clone(), old);
                draft.set(field.name, Value::Address(Box::new(address)));
            }
        }
    }

    fn flush(&mut self) -> Outcome<()> {
        self.gate.create_all(std::mem::take(&mut self.ready))
    }
}

/// The problems with a row that a refusal tells; a failure of the database is nobody's row's.
pub(super) fn refusal(plan: &Plan, line: &Line, problem: Problem) -> Outcome<Vec<RowProblem>> {
    let faults = match problem {
        Problem::Invalid(faults) => faults,
        Problem::Conflict(fault) => vec![fault],
        Problem::NotAllowed | Problem::NotFound => vec![Fault::whole("problem-not-allowed")],
        other => return Err(other),
    };
    let told = |fault: Fault| {
        let bound = fault.field.as_deref().and_then(|field| match field {
            "foreign_id" => plan.columns.iter().find(|bound| matches!(bound.target, Target::ForeignId)),
            field => plan.column_of(field),
        });
        let column = bound.map(|bound| bound.name.clone());
        let value = bound.map(|bound| bound.from.text(&bound.asked, &line.cells).into_owned());
        RowProblem { line: line.number, column, value: value.unwrap_or_default(), fault }
    };
    Ok(faults.into_iter().map(told).collect())
}

/// Sets what is no link.
fn put(draft: &mut Draft, target: &Target, bound: &Bound, read: &Read) {
    let Some(field) = target.field() else { return };
    let there = draft.value(field.name);
    match (target, read) {
        (Target::Part(_, part), Read::Text(text)) => {
            let address = match there {
                Some(Value::Address(address)) => (**address).clone(),
                _ => Address::default(),
            };
            let more = Address::from_parts(
                Address::PARTS.map(|p| if p == *part { text.clone() } else { String::new() }),
            );
            draft.set(field.name, Value::Address(Box::new(filled(address, &more))));
        }
        (_, Read::Value(value)) if there.is_none_or(Value::is_none) => draft.set(field.name, value.clone()),
        (_, Read::Nothing) if bound.asked.clears && there.is_none() => draft.set(field.name, Value::None),
        _ => {}
    }
}

/// The address with its empty parts taken from another.
fn filled(address: Address, from: &Address) -> Address {
    let own = Address::PARTS.map(|part| address.part(part));
    let parts = Address::PARTS.map(|part| from.part(part));
    let both = std::array::from_fn(|at| if own[at].is_empty() { parts[at] } else { own[at] }.to_owned());
    Address::from_parts(both)
}

/// The one of several namesakes whose links agree with the row's.
fn agreeing(leads: &[Lead], draft: &Draft, agree: &[&'static str]) -> Option<Id> {
    let mut left: HashSet<Id> = leads.iter().map(|lead| lead.id).collect();
    for name in agree {
        let Some(id) = draft.value(name).and_then(Value::as_link) else { continue };
        left.retain(|lead| leads.iter().any(|known| known.id == *lead && known.agrees(name, Some(id))));
    }
    if left.len() == 1 { left.into_iter().next() } else { None }
}

/// A record that a link needs: named by the text, with what the mapping says it has beside.
fn linked(
    to: &'static Object,
    way: Way,
    bound: &Bound,
    system: &str,
    text: &str,
    gate: &mut Gate<'_>,
) -> Outcome<Draft> {
    let mut draft = Draft::new(to);
    let mut texts: Vec<(&str, &str)> =
        bound.asked.create_with.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    match way {
        Way::Field(field) => texts.push((field.name, text)),
        Way::ForeignId | Way::Id => draft.foreign = Some((system.to_owned(), text.to_owned())),
        Way::Any => {}
    }
    if texts.iter().all(|(name, _)| *name != to.title) {
        texts.push((to.title, text));
    }
    for (name, text) in texts {
        let Some(field) = to.field(name) else { continue };
        let value = match field.links_to().and_then(|to| gate.catalog().object(to)) {
            Some(to) => titled(gate, to, text)?,
            None => field.kind.behave().parse(text, gate.reading()),
        };
        draft.set(field.name, value.map_err(|fault| Fault { field: Some(bound.name.clone()), ..fault })?);
    }
    Ok(draft)
}

/// A link to the one record with this title.
fn titled(gate: &mut Gate<'_>, to: &'static Object, text: &str) -> Outcome<Result<Value, Fault>> {
    let found = match to.fields.iter().find(|field| field.name == to.title) {
        Some(title) => gate.find_by(to, &FindBy::Field(title), &[text.to_owned()], &[])?,
        None => Vec::new(),
    };
    Ok(match found.as_slice() {
        [one] => Ok(Value::Link(one.id)),
        _ => Err(Fault::whole("error-link-missing").with("object", to.name).with("value", text)),
    })
}

fn problem(line: &Line, bound: &Bound, text: &str, fault: Fault) -> RowProblem {
    RowProblem { line: line.number, column: Some(bound.name.clone()), value: text.to_owned(), fault }
}
