//! What records were like over time, told by their courses: without a look at the versions of all the others.

use cordee_base::{Currency, Moment, Outcome};
use cordee_schema::{Cell, ColumnType, FieldDef, Object, Path, Value};

use super::ask::Courses;
use super::packed::{Course, FIELDS, Held};
use super::trial::Trial;
use crate::read::scan::sees_all;
use crate::read::{key_type, value_of};
use crate::{FieldRight, Gate, Stretch, Stretches};

/// So many records are few.
const FEW: usize = 500;

/// A question made ready for what is kept.
struct Question {
    since: Moment,
    until: Moment,
    trial: Trial,
    /// Where each field stands, and what it is; none for what is empty.
    fields: Vec<Option<(usize, Path)>>,
}

impl Gate<'_> {
    /// The stretches that are asked for, in no order, question by question; none where courses do not tell of all that is
    /// asked, or are not at hand, where the questions are not about the same records, and where these are few and named,
    /// which the database finds sooner.
    pub(crate) fn told_stretches(&mut self, asked: &[Stretches]) -> Outcome<Option<Vec<Vec<Stretch>>>> {
        let Some(first) = asked.first() else { return Ok(Some(Vec::new())) };
        let object = self.whole_object(first.object);
        let others = |one: &Stretches| one.object.name != first.object.name || one.only != first.only;
        let few = first.only.as_ref().is_some_and(|named| named.len() <= FEW);
        let all = sees_all(&self.access, self.catalog(), object);
        if object.courses.is_empty() || few || !all || asked.iter().any(others) {
            return Ok(None);
        }
        if !asked.iter().all(|one| self.tells_of(&one.filter)) {
            return Ok(None);
        }
        let fields: Option<Vec<_>> = asked.iter().map(|one| self.told_fields(object, &one.fields)).collect();
        let Some(fields) = fields else { return Ok(None) };
        let Some(kept) = self.courses_at_hand(object)? else { return Ok(None) };
        let mut questions = Vec::with_capacity(asked.len());
        for (one, fields) in asked.iter().zip(fields) {
            let Some(trial) = self.trial(&one.filter, &kept)? else { return Ok(None) };
            questions.push(Question { since: one.since, until: one.until, trial, fields });
        }
        let only = first.only.as_ref().map(|named| {
            let mut ids: Vec<i64> = named.iter().map(|id| id.as_i64()).collect();
            ids.sort_unstable();
            ids.dedup();
            ids
        });
        let courses = Courses { kept, hidden: [false; FIELDS], only, gone: true };
        Ok(Some(one_walk(&courses, &questions, self.reading.currency)))
    }

    /// Where courses tell of each field; none where they do not tell of one.
    fn told_fields(&self, object: &'static Object, names: &[&str]) -> Option<Vec<Option<(usize, Path)>>> {
        let seen =
            |field: &&FieldDef| field.tracked && self.access.field(object, field) != FieldRight::Hidden;
        names
            .iter()
            .map(|name| match object.field(name).filter(seen) {
                None => Some(None),
                Some(field) => Some(Some((self.told_at(object, name)?, Path::field(object, field)))),
            })
            .collect()
    }
}

/// The answers to all questions, in one walk.
fn one_walk(courses: &Courses, questions: &[Question], currency: Currency) -> Vec<Vec<Stretch>> {
    let earliest = questions.iter().map(|question| question.since).min().unwrap_or(Moment::FOREVER);
    let tell = |told: &mut Vec<Vec<Stretch>>, course: Course<'_>| {
        for span in course.newest_first().take_while(|span| span.to > earliest) {
            for (question, told) in questions.iter().zip(told.iter_mut()) {
                let then = span.from <= question.until && span.to > question.since;
                if !then || !question.trial.holds(&span.held) {
                    continue;
                }
                let value = |field: &Option<(usize, Path)>| match field {
                    Some((place, path)) => value(span.held[*place], courses.words(*place), path, currency),
                    None => Value::None,
                };
                let values = question.fields.iter().map(value).collect();
                told.push(Stretch { id: course.id, from: span.from, to: span.to, values });
            }
        }
    };
    let add = |all: &mut Vec<Vec<Stretch>>, more: Vec<Vec<Stretch>>| {
        all.iter_mut().zip(more).for_each(|(all, more)| all.extend(more));
    };
    courses.fold(|| vec![Vec::new(); questions.len()], tell, add)
}

/// What a field held, as its versions tell it.
fn value(held: Held, words: &[Value], path: &Path, currency: Currency) -> Value {
    match held {
        Held::Nothing => Value::None,
        Held::Word(word) => words.get(word as usize).cloned().unwrap_or_default(),
        Held::Number(number) => {
            let cell = match key_type(path) {
                ColumnType::Moment => Cell::Moment(Moment::from_micros(number)),
                _ => Cell::Int(number),
            };
            value_of(path, &[cell], currency)
        }
    }
}
