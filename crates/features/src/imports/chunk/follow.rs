//! Following the links of a row: to a record that is there, to one made for it, or to a problem.

use std::collections::HashSet;

use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_kit::RowProblem;
use cordee_records::{FindBy, Gate};
use cordee_schema::kinds::links::links_of;
use cordee_schema::{Draft, FieldDef, Object, Value};

use super::refused::{problem, refusal};
use super::{Wanted, Work};
use crate::imports::links::Lead;
use crate::imports::mapping::Missing;
use crate::imports::plan::Bound;
use crate::imports::read::{Line, Read};
use crate::imports::target::{Target, Way};

impl Work<'_, '_> {
    /// Follows the links: those with one lead first, so that they tell the namesakes of the others apart.
    pub(super) fn links_of(
        &mut self,
        line: &Line,
        wanted: &mut Wanted,
        links: Vec<(&Bound, &Read)>,
    ) -> Outcome<()> {
        let mut problems: Vec<(&'static str, RowProblem)> = Vec::new();
        let mut many = Vec::new();
        for (bound, read) in links {
            let Some(field) = bound.target.field() else { continue };
            if wanted.draft.value(field.name).is_some_and(|value| !value.is_none()) {
                continue;
            }
            if let Read::Texts(texts) = read {
                match self.links_to_many(line, bound, texts, &wanted.draft)? {
                    Ok(value) => wanted.draft.set(field.name, value),
                    Err(all) => problems.extend(all.into_iter().map(|problem| (field.name, problem))),
                }
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
                (Some(lead), 1) => follow(&mut wanted.draft, field.name, &lead),
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
                Some(lead) => follow(&mut wanted.draft, field.name, lead),
                None => {
                    let fault = ambiguous(field, text, leads.len());
                    problems.push((field.name, problem(line, bound, text, fault)));
                }
            }
        }
        // Another column may have told what one could not.
        problems.retain(|(field, _)| wanted.draft.value(field).is_none_or(Value::is_none));
        wanted.problems.extend(problems.into_iter().map(|(_, problem)| problem));
        Ok(())
    }

    /// The records that the texts of a cell lead to, in their order; all that is wrong with them, if anything is.
    fn links_to_many(
        &mut self,
        line: &Line,
        bound: &Bound,
        texts: &[String],
        draft: &Draft,
    ) -> Outcome<Result<Value, Vec<RowProblem>>> {
        let (mut ids, mut problems) = (Vec::new(), Vec::new());
        for text in texts {
            let leads = self.links.of(bound, self.plan, self.plan.system(line), text).into_owned();
            let lead = match leads.as_slice() {
                [] => match self.missing(line, bound, text)? {
                    Ok(value) => {
                        ids.extend(value.as_links());
                        continue;
                    }
                    Err(problem) => {
                        problems.push(problem);
                        continue;
                    }
                },
                [one] => Some(one),
                several => agreeing(several, draft, &bound.agree),
            };
            match (lead, bound.target.field()) {
                (Some(lead), _) => ids.extend(Some(lead.id).filter(|_| !lead.gone)),
                (None, Some(field)) => {
                    problems.push(problem(line, bound, text, ambiguous(field, text, leads.len())));
                }
                (None, None) => {}
            }
        }
        Ok(if problems.is_empty() { Ok(links_of(ids)) } else { Err(problems) })
    }

    /// The first record that a text leads to, and how many there are.
    fn leads(&self, line: &Line, bound: &Bound, text: &str) -> (Option<Lead>, usize) {
        let leads = self.links.of(bound, self.plan, self.plan.system(line), text);
        (leads.first().cloned(), leads.len())
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
                        let before = self.links.made_before(to, way, self.plan.system(line), text);
                        self.links.add(&draft, id);
                        self.remember(id, ready.draft());
                        self.ready.push(ready);
                        *self.done.linked.entry(to.name).or_default() += u64::from(!before);
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
}

/// The fault of a text that leads to several records.
fn ambiguous(field: &FieldDef, text: &str, count: usize) -> Fault {
    let fault = Fault::whole("error-link-ambiguous").with("object", field.points_to().unwrap_or_default());
    fault.with("value", text).with("count", count)
}

/// Sets a link. A record that a chunk before made in a rehearsal would be there in the run, but is not now.
fn follow(draft: &mut Draft, field: &'static str, lead: &Lead) {
    if !lead.gone {
        draft.set(field, Value::Link(lead.id));
    }
}

/// The one of several namesakes whose links agree with the row's.
pub(super) fn agreeing<'l>(leads: &'l [Lead], draft: &Draft, agree: &[&'static str]) -> Option<&'l Lead> {
    let mut left: HashSet<Id> = leads.iter().map(|lead| lead.id).collect();
    for name in agree {
        let Some(id) = draft.value(name).and_then(Value::as_link) else { continue };
        left.retain(|lead| leads.iter().any(|known| known.id == *lead && known.agrees(name, Some(id))));
    }
    let only = left.iter().next().filter(|_| left.len() == 1)?;
    leads.iter().find(|lead| lead.id == *only)
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
