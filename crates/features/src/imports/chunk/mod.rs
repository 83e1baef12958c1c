//! What becomes of a chunk of rows inside one transaction: found, created, updated, passed over or rejected.

mod follow;
mod past;
mod put;
mod refused;

use std::collections::{BTreeMap, HashMap};

use cordee_base::{Fault, Id, Outcome};
use cordee_kit::RowProblem;
use cordee_records::{Gate, Ready};
use cordee_schema::kinds::tags::tags_of;
use cordee_schema::{Draft, FieldDef, Value};

use super::links::{Lead, Links, New, Seen, Taken, Values, value_hash, values};
use super::mapping::{Missing, Mode};
use super::plan::{Bound, Plan};
use super::read::{Line, Read};
use super::target::Target;
use put::{keep_parts, put};
use refused::problem;
pub(super) use refused::refusal;

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
    /// In a rehearsal: what it made and changed, for the chunks after it.
    pub made: New,
    pub values: HashMap<Id, Values>,
}

/// Does what the rows say. A rehearsal hands in what it has `seen` in the chunks before.
pub(super) fn bring(gate: &mut Gate<'_>, plan: &Plan, lines: &[Line], seen: Option<&Seen>) -> Outcome<Done> {
    let live: Vec<&Line> = lines.iter().filter(|line| !line.skip).collect();
    let links = Links::find(gate, plan, &live, seen)?;
    let mut work = Work { gate, plan, links, ready: Vec::new(), done: Done::default() };
    for (place, line) in lines.iter().enumerate() {
        work.line(place, line)?;
    }
    work.flush()?;
    Ok(Done { made: work.links.into_new(), ..work.done })
}

struct Work<'w, 'g> {
    gate: &'w mut Gate<'g>,
    plan: &'w Plan,
    links: Links<'w>,
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
            (Some(lead), _) => self.update(line, &lead, wanted.draft),
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
                (Target::Field(field), Read::Value(value)) if bound.target.is_tags() => {
                    let read = self.known_tags(line, bound, field, value, &mut wanted.problems)?;
                    put(&mut wanted.draft, &bound.target, bound, &read);
                }
                (target, read) => put(&mut wanted.draft, target, bound, read),
            }
        }
        wanted.draft.incomplete = plan.incomplete;
        self.links_of(line, &mut wanted, unclear)?;
        let system = plan.system(line).to_owned();
        let foreign = wanted.foreign.clone().or_else(|| wanted.id.clone());
        wanted.draft.foreign = foreign.map(|foreign| (system, foreign));
        Ok(wanted)
    }

    /// Tags that are there already; new ones are made only if the mapping says so.
    fn known_tags(
        &mut self,
        line: &Line,
        bound: &Bound,
        field: &'static FieldDef,
        value: &Value,
        problems: &mut Vec<RowProblem>,
    ) -> Outcome<Read> {
        let Value::Choices(words) = value else { return Ok(Read::Nothing) };
        if bound.asked.on_missing == Missing::Create {
            return Ok(Read::Value(value.clone()));
        }
        let known = self.gate.tags_of(self.plan.object, field)?;
        let (there, missing): (Vec<String>, Vec<String>) =
            words.iter().cloned().partition(|word| known.iter().any(|tag| tag.is_called(word)));
        if bound.asked.on_missing == Missing::Reject {
            for word in missing {
                let fault = Fault::whole("error-tag-unknown").with("value", &word);
                problems.push(problem(line, bound, &word, fault));
            }
        }
        Ok(match tags_of(there) {
            Value::None => Read::Nothing,
            value => Read::Value(value),
        })
    }

    /// The record that the row is about, if it is there already.
    fn existing(&self, line: &Line, wanted: &mut Wanted) -> Option<Lead> {
        let (place, agree) = self.plan.match_by.as_ref()?;
        let bound = &self.plan.columns[*place];
        let text = match &line.read[*place] {
            Read::Text(text) | Read::Value(Value::Text(text)) => text,
            _ => return None,
        };
        let leads = self.links.of(bound, self.plan, self.plan.system(line), text);
        let link = |name: &str| wanted.draft.value(name).and_then(Value::as_link);
        let mut agreeing = leads.iter().filter(|lead| agree.iter().all(|name| lead.agrees(name, link(name))));
        let (first, more) = (agreeing.next().cloned(), agreeing.count());
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
        self.remember(ready.id, ready.draft());
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

    fn update(&mut self, line: &Line, lead: &Lead, mut draft: Draft) -> Outcome<Fate> {
        let id = lead.id;
        if self.ready.iter().any(|ready| ready.id == id) {
            self.flush()?;
        }
        let before = if lead.gone { None } else { Some(self.gate.get(self.plan.object, id)?) };
        if let Some(before) = &before {
            keep_parts(self.plan, before, &mut draft);
        }
        let there = |name: &'static str, value: &Value| match self.before(id, name) {
            Some(hash) => hash == value_hash(value),
            None => {
                *value == before.as_ref().and_then(|before| before.value(name)).cloned().unwrap_or_default()
            }
        };
        let same: Vec<&'static str> = draft
            .fields()
            .filter(|(field, value)| there(field.name, value))
            .map(|(field, _)| field.name)
            .collect();
        same.into_iter().for_each(|name| draft.unset(name));
        if draft.values().is_empty() {
            return Ok(Fate::Skipped);
        }
        self.remember(id, &draft);
        match line.history.last() {
            _ if lead.gone => {}
            Some((at, ..)) => drop(self.gate.update_at(id, None, draft, *at)?),
            None => drop(self.gate.update(id, None, draft)?),
        }
        Ok(Fate::Updated)
    }

    /// The hash of what a field would hold by now, where a rehearsal remembers it.
    fn before(&self, id: Id, field: &'static str) -> Option<u32> {
        let of = |values: &Values| values.get(field).copied();
        self.done.values.get(&id).and_then(of).or_else(|| self.links.seen()?.values(id).and_then(of))
    }

    /// In a rehearsal of updates: what a record would hold from here on.
    fn remember(&mut self, id: Id, draft: &Draft) {
        if self.links.seen().is_some() && self.plan.mode == Mode::CreateAndUpdate {
            self.done.values.entry(id).or_default().extend(values(draft));
        }
    }

    fn flush(&mut self) -> Outcome<()> {
        self.gate.create_all(std::mem::take(&mut self.ready))
    }
}
