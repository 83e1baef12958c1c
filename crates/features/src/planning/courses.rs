//! The courses of deals, as the reports of planning read them: all the same fields, so that they are kept once.

use cordee_base::{Date, Decimal, Fault, Id, Outcome};
use cordee_catalog::opportunity::{OPPORTUNITY, PIPELINE, STATE};
use cordee_records::{Courses, CoursesOf, FieldRight, Gate, Held, Span};
use cordee_rules::pipeline::State;
use cordee_schema::{Filter, FromValue, Value};

/// What a deal was like during a span. The pipeline, the day of creation and the days of the cycle are in all of them as
/// they are now.
#[derive(Clone, Copy, Debug)]
pub struct Was {
    /// How it stood.
    pub state: State,
    /// In which stage.
    pub stage: Option<Id>,
    /// What it was worth, in minor units.
    pub minor: Option<i64>,
    /// Whose it was.
    pub owner: Option<Id>,
    /// When it was closed, or was to be.
    pub close: Option<Date>,
    /// In which pipeline it is now.
    pub pipeline: Option<Id>,
    /// When it was created, in microseconds.
    pub created: Option<i64>,
    /// In how many days it was closed, if it is now.
    pub cycle: Option<Decimal>,
}

/// The courses of the deals that may be seen and are like this now; with `gone` those in the trash, too. Refused to whoever
/// may not see how deals stand or in which pipeline: what is counted of them would be wrong.
pub fn of_deals(gate: &mut Gate<'_>, filter: Filter, gone: bool) -> Outcome<Courses> {
    if let Some(hidden) = hidden(gate) {
        return Err(Fault::at(hidden, "error-unknown-field").with("name", hidden).with("nearest", "").into());
    }
    gate.courses(&CoursesOf { object: &OPPORTUNITY, filter, gone })
}

/// The field without which nothing can be counted, if it is hidden from the asker.
pub fn hidden(gate: &Gate<'_>) -> Option<&'static str> {
    let fields = [&STATE.def, &PIPELINE.def];
    let hidden = fields.iter().find(|field| gate.access().field(&OPPORTUNITY, field) == FieldRight::Hidden);
    hidden.map(|field| field.name)
}

/// What the words of courses stand for, looked up once for all of them.
pub struct Words {
    states: Vec<State>,
    stages: Vec<Option<Id>>,
    owners: Vec<Option<Id>>,
    closes: Vec<Option<Date>>,
    pipelines: Vec<Option<Id>>,
    cycles: Vec<Option<Decimal>>,
}

impl Words {
    /// The words of these courses.
    pub fn of(courses: &Courses) -> Words {
        let links = |place| courses.words(place).iter().map(Value::as_link).collect();
        let state = |value: &Value| value.as_text().and_then(State::named).unwrap_or(State::Open);
        Words {
            states: courses.words(0).iter().map(state).collect(),
            stages: links(1),
            owners: links(3),
            closes: courses.words(4).iter().map(Date::from_value).collect(),
            pipelines: links(5),
            cycles: courses.words(7).iter().map(Decimal::from_value).collect(),
        }
    }

    /// What a deal was like during a span.
    pub fn was(&self, span: &Span) -> Was {
        let [state, stage, amount, owner, close, pipeline, created, cycle, _] = span.held;
        Was {
            state: word(&self.states, state).unwrap_or(State::Open),
            stage: word(&self.stages, stage).flatten(),
            minor: number(amount),
            owner: word(&self.owners, owner).flatten(),
            close: word(&self.closes, close).flatten(),
            pipeline: word(&self.pipelines, pipeline).flatten(),
            created: number(created),
            cycle: word(&self.cycles, cycle).flatten(),
        }
    }
}

fn word<T: Copy>(words: &[T], held: Held) -> Option<T> {
    match held {
        Held::Word(word) => words.get(word as usize).copied(),
        Held::Nothing | Held::Number(_) => None,
    }
}

fn number(held: Held) -> Option<i64> {
    match held {
        Held::Number(number) => Some(number),
        Held::Nothing | Held::Word(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use cordee_catalog::opportunity::{AMOUNT, CLOSE_DATE, CYCLE_DAYS, OWNER, PROBABILITY, STAGE};
    use cordee_schema::system::CREATED_AT;

    use super::*;

    #[test]
    fn deals_tell_in_this_order() {
        let read = [
            STATE.name(),
            STAGE.name(),
            AMOUNT.name(),
            OWNER.name(),
            CLOSE_DATE.name(),
            PIPELINE.name(),
            CREATED_AT.name(),
            CYCLE_DAYS.name(),
            PROBABILITY.name(),
        ];
        assert_eq!(OPPORTUNITY.courses, read);
    }
}
