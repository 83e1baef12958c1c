//! What records were like over time, told by their courses: without a look at the versions of all the others.

use cordee_base::{Currency, Moment, Outcome};
use cordee_schema::{Cell, ColumnType, Path, Value};

use super::ask::Courses;
use super::packed::{Course, FIELDS, Held};
use crate::read::scan::sees_all;
use crate::read::{key_type, value_of};
use crate::{FieldRight, Gate, Stretch, Stretches};

/// So many records are few.
const FEW: usize = 500;

impl Gate<'_> {
    /// The stretches that are asked for, in no order; none where courses do not tell of all that is asked, or are not at
    /// hand, and where few records are named, which the database finds sooner.
    pub(crate) fn told_stretches(&mut self, asked: &Stretches) -> Outcome<Option<Vec<Stretch>>> {
        let object = self.whole_object(asked.object);
        let all = sees_all(&self.access, self.catalog(), object);
        let few = asked.only.as_ref().is_some_and(|named| named.len() <= FEW);
        if object.courses.is_empty() || few || !all || !self.tells_of(&asked.filter) {
            return Ok(None);
        }
        let mut fields = Vec::with_capacity(asked.fields.len());
        for name in &asked.fields {
            let field = object
                .field(name)
                .filter(|field| field.tracked && self.access.field(object, field) != FieldRight::Hidden);
            fields.push(match (field, self.told_at(object, name)) {
                (None, _) => None,
                (Some(field), Some(place)) => Some((place, Path::field(object, field))),
                (Some(_), None) => return Ok(None),
            });
        }
        let Some(kept) = self.courses_at_hand(object)? else { return Ok(None) };
        let Some(trial) = self.trial(&asked.filter, &kept)? else { return Ok(None) };
        let only = asked.only.as_ref().map(|named| {
            let mut ids: Vec<i64> = named.iter().map(|id| id.as_i64()).collect();
            ids.sort_unstable();
            ids.dedup();
            ids
        });
        let courses = Courses { kept, hidden: [false; FIELDS], only, gone: true };
        let currency = self.reading.currency;
        let tell = |told: &mut Vec<Stretch>, course: Course<'_>| {
            let until = course.newest_first().skip_while(|span| span.from > asked.until);
            for span in until.take_while(|span| span.to > asked.since) {
                if !trial.holds(&span.held) {
                    continue;
                }
                let value = |field: &Option<(usize, Path)>| match field {
                    Some((place, path)) => value(span.held[*place], courses.words(*place), path, currency),
                    None => Value::None,
                };
                let values = fields.iter().map(value).collect();
                told.push(Stretch { id: course.id, from: span.from, to: span.to, values });
            }
        };
        Ok(Some(courses.fold(Vec::new, tell, |all, more| all.extend(more))))
    }
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
