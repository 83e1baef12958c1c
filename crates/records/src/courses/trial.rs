//! A filter made ready for courses: it is asked once of every value that a field has held anywhere, so that a million
//! records are tried without looking at a value again.

use std::ops::RangeInclusive;

use cordee_base::{Date, FirstDay, Id, Outcome, Zone};
use cordee_schema::{Cell, ColumnType, Condition, Filter, Lookup, Object, Operand, Operator, Path, Value};

use super::kept::Kept;
use super::packed::{FIELDS, Held};
use crate::read::scan::sees_all;
use crate::read::{copied_whole, key_type};
use crate::write::rolled_whole;
use crate::{FieldRight, Gate};

/// What a span must have held.
#[derive(Debug)]
pub(super) enum Trial {
    All(Vec<Trial>),
    Any(Vec<Trial>),
    Not(Box<Trial>),
    /// One of the words that will do, or nothing where that will.
    Word {
        place: usize,
        will_do: Vec<bool>,
        nothing: bool,
    },
    /// A number among these.
    Number {
        place: usize,
        among: RangeInclusive<i64>,
    },
    /// Nothing.
    Nothing {
        place: usize,
    },
}

impl Trial {
    /// Whether a span that held this has held what it must.
    pub fn holds(&self, held: &[Held; FIELDS]) -> bool {
        match self {
            Trial::All(parts) => parts.iter().all(|part| part.holds(held)),
            Trial::Any(parts) => parts.iter().any(|part| part.holds(held)),
            Trial::Not(inner) => !inner.holds(held),
            Trial::Word { place, will_do, nothing } => match held[*place] {
                Held::Word(word) => will_do.get(word as usize).copied().unwrap_or(false),
                Held::Nothing | Held::Number(_) => *nothing,
            },
            Trial::Number { place, among } => {
                matches!(held[*place], Held::Number(number) if among.contains(&number))
            }
            Trial::Nothing { place } => held[*place] == Held::Nothing,
        }
    }
}

impl Gate<'_> {
    /// Whether courses tell of all that a filter asks.
    pub(super) fn tells_of(&self, filter: &Filter) -> bool {
        filter.conditions().iter().all(|condition| self.place_of(&condition.path).is_some())
    }

    /// The filter made ready for what is kept; none where it asks for what courses do not tell.
    pub(super) fn trial(&mut self, filter: &Filter, kept: &Kept) -> Outcome<Option<Trial>> {
        Ok(match filter {
            Filter::All(parts) => self.trials(parts, kept)?.map(Trial::All),
            Filter::Any(parts) => self.trials(parts, kept)?.map(Trial::Any),
            Filter::Not(inner) => self.trial(inner, kept)?.map(|inner| Trial::Not(Box::new(inner))),
            Filter::Where(condition) => self.trial_of(condition, kept)?,
        })
    }

    fn trials(&mut self, parts: &[Filter], kept: &Kept) -> Outcome<Option<Vec<Trial>>> {
        let mut trials = Vec::with_capacity(parts.len());
        for part in parts {
            match self.trial(part, kept)? {
                Some(trial) => trials.push(trial),
                None => return Ok(None),
            }
        }
        Ok(Some(trials))
    }

    fn trial_of(&mut self, condition: &Condition, kept: &Kept) -> Outcome<Option<Trial>> {
        let Some(place) = self.place_of(&condition.path) else { return Ok(None) };
        if holds_numbers(&condition.path) {
            return self.trial_of_number(place, condition);
        }
        let asked = Filter::Where(condition.clone());
        let (me, today) = (self.access.user, self.today());
        let holds = |value: &Value| {
            let (zone, weeks) = (self.access.zone.clone(), self.access.weeks());
            asked.holds(&One { value, me, today, zone, weeks })
        };
        let will_do = kept.words.of(place).iter().map(holds).collect();
        Ok(Some(Trial::Word { place, will_do, nothing: holds(&Value::None) }))
    }

    fn trial_of_number(&mut self, place: usize, condition: &Condition) -> Outcome<Option<Trial>> {
        let not = |trial| Trial::Not(Box::new(trial));
        let (operator, negative) = match condition.operator {
            Operator::IsEmpty => return Ok(Some(Trial::Nothing { place })),
            Operator::IsNotEmpty => return Ok(Some(not(Trial::Nothing { place }))),
            Operator::IsNot => (Operator::Is, true),
            operator => (operator, false),
        };
        let mut stretches = Vec::new();
        match &condition.operand {
            Operand::Relative(relative) => {
                let (from, to) = relative.days(self.today(), self.access.weeks());
                let micros = |day: Date| self.access.zone.start_of(day).micros();
                stretches.push((micros(from), micros(to) - 1));
            }
            Operand::Values(values) => {
                for value in values {
                    stretches.push(match self.cell(condition, value, false)? {
                        Cell::Int(number) => (number, number),
                        Cell::Moment(moment) => (moment.micros(), moment.micros()),
                        _ => return Ok(None),
                    });
                }
            }
            Operand::None | Operand::Me => return Ok(None),
        }
        let mut any = Vec::new();
        for (first, last) in stretches {
            let among = match operator {
                Operator::Is => first..=last,
                Operator::Less => i64::MIN..=first.saturating_sub(1),
                Operator::AtMost => i64::MIN..=last,
                Operator::Greater => last.saturating_add(1)..=i64::MAX,
                Operator::AtLeast => first..=i64::MAX,
                _ => return Ok(None),
            };
            any.push(Trial::Number { place, among });
        }
        let any = Trial::Any(any);
        Ok(Some(if negative { not(any) } else { any }))
    }

    /// In which place courses tell of what a path leads to.
    fn place_of(&self, path: &Path) -> Option<usize> {
        let own = path.steps.is_empty() && path.part.is_none() && !path.is_followed();
        self.told_at(path.object, path.field.name).filter(|_| own)
    }

    /// In which place courses tell of a field, if they do and all of it may be seen.
    pub(super) fn told_at(&self, object: &Object, name: &str) -> Option<usize> {
        let field = object.field(name)?;
        let seen =
            |to: &str| self.catalog().object(to).is_some_and(|to| sees_all(&self.access, self.catalog(), to));
        let visible = self.access.field(object, field) != FieldRight::Hidden
            && rolled_whole(&self.access, self.catalog(), field)
            && copied_whole(&self.access, self.catalog(), field);
        let place = object.courses.iter().position(|told| *told == name);
        place.filter(|_| visible && field.links_to().is_none_or(seen))
    }
}

/// Whether courses tell of the field as [`Held::Number`], and not by words.
pub(super) fn holds_numbers(path: &Path) -> bool {
    match key_type(path) {
        ColumnType::Int => path.field.links_to().is_none(),
        kind => kind == ColumnType::Moment,
    }
}

/// A field with this value, and whoever asks.
struct One<'a> {
    value: &'a Value,
    me: Option<Id>,
    today: Date,
    zone: Zone,
    weeks: FirstDay,
}

impl Lookup for One<'_> {
    fn values(&self, _: &Path) -> Vec<Value> {
        vec![self.value.clone()]
    }

    fn me(&self) -> Option<Id> {
        self.me
    }

    fn today(&self) -> Date {
        self.today
    }

    fn zone(&self) -> Zone {
        self.zone.clone()
    }

    fn weeks(&self) -> FirstDay {
        self.weeks
    }

    // Amounts are numbers, and are not asked so.
    fn comparable(&self, _: &Value) -> Option<i64> {
        None
    }
}
