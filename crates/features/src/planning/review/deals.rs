//! The deals of a review: how each stood at either end.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use cordee_base::{Date, Fault, Id, Moment, Outcome};
use cordee_catalog::opportunity::{AMOUNT, CLOSE_DATE, OPPORTUNITY, OWNER, STAGE, STATE};
use cordee_kit::Wish;
use cordee_records::{Course, Gate, Stretch, Stretches};
use cordee_rules::bridge::{Deal, Standing};
use cordee_rules::pipeline::State;
use cordee_schema::{Filter, FromValue, Value};

use crate::planning::courses::{self, Was, Words};
use crate::planning::{periods, scope};
use cordee_catalog::deals;

/// What is read of each stretch.
const FIELDS: [&str; 5] = [STATE.name(), AMOUNT.name(), CLOSE_DATE.name(), STAGE.name(), OWNER.name()];

/// All deals that had a part in the pipeline between two moments.
pub struct Review {
    /// The day whose end is the earlier moment.
    pub from: Date,
    /// The day whose end is the later one; none for now.
    pub to: Option<Date>,
    /// Only what closes in it counts.
    pub period: Option<RangeInclusive<Date>>,
    /// The deals.
    pub deals: Vec<Reviewed>,
}

/// A deal at both ends.
pub struct Reviewed {
    /// Which.
    pub id: Id,
    /// How it stood at the earlier moment.
    pub was: Option<Stood>,
    /// How it stands at the later one.
    pub is: Option<Stood>,
}

/// How a deal stood.
#[derive(Clone, Debug)]
pub struct Stood {
    /// For the bridge.
    pub standing: Standing,
    /// In which stage.
    pub stage: Option<Id>,
    /// Whose it was.
    pub owner: Option<Id>,
}

impl Reviewed {
    /// The deal as the bridge over all takes it.
    pub fn deal(&self) -> Deal {
        let standing = |stood: &Option<Stood>| stood.as_ref().map(|stood| stood.standing);
        Deal { was: standing(&self.was), is: standing(&self.is) }
    }

    /// The deal as the bridge over what is one person's takes it.
    pub fn deal_of(&self, owner: Option<Id>) -> Deal {
        let standing = |stood: &Option<Stood>| {
            let stood = stood.as_ref()?;
            Some(Standing { within: stood.standing.within && stood.owner == owner, ..stood.standing })
        };
        Deal { was: standing(&self.was), is: standing(&self.is) }
    }
}

impl Review {
    /// The deals that were open and asked about at either end or in between.
    pub fn read(gate: &mut Gate<'_>, wish: &Wish) -> Outcome<Review> {
        let today = gate.today();
        let from = wish.day("from").unwrap_or(today);
        let to = wish.day("to").filter(|day| *day < today);
        if from > to.unwrap_or(today) {
            return Err(Fault::at("to", "error-period").into());
        }
        let then = periods::end_of(gate, from);
        let now = to.map_or(gate.now(), |day| periods::end_of(gate, day));
        let period = match wish.option("closing").filter(|key| *key != periods::ANY) {
            Some(key) => {
                let period = periods::period(gate, Some(key))?;
                Some(period.first()..=period.last())
            }
            None => None,
        };
        let mut review = Review { from, to, period, deals: Vec::new() };
        match wish.filter.is_everything() && courses::hidden(gate).is_none() {
            true => review.deals = by_courses(gate, scope::pipeline(wish), then, now)?,
            false => review.ask(gate, &scope::asked(wish), then, now)?,
        }
        review.deals.sort_unstable_by_key(|deal| deal.id);
        Ok(review)
    }

    /// The deals whose versions are as asked about at either end or in between.
    fn ask(&mut self, gate: &mut Gate<'_>, asked: &Filter, then: Moment, now: Moment) -> Outcome<()> {
        let open = asked.clone().and(deals::in_states(State::keys(|state| state == State::Open)));
        let stretches = gate.stretches(&stretches(open, then, now, None))?;
        let mut deals: HashMap<Id, Reviewed> = HashMap::new();
        for stretch in &stretches {
            let deal = deals.entry(stretch.id).or_insert(Reviewed { id: stretch.id, was: None, is: None });
            if stretch.from <= then {
                deal.was = Some(stood(stretch, true));
            }
            if stretch.to > now {
                deal.is = Some(stood(stretch, true));
            }
        }
        self.deals = deals.into_values().collect();
        self.fill(gate, asked, then, |deal| &mut deal.was)?;
        self.fill(gate, asked, now, |deal| &mut deal.is)
    }

    /// How deals stood at a moment at which they were not open, or not asked about.
    fn fill(
        &mut self,
        gate: &mut Gate<'_>,
        asked: &Filter,
        at: Moment,
        end: impl Fn(&mut Reviewed) -> &mut Option<Stood>,
    ) -> Outcome<()> {
        let missing: Vec<Id> =
            self.deals.iter_mut().filter_map(|deal| end(deal).is_none().then_some(deal.id)).collect();
        if missing.is_empty() {
            return Ok(());
        }
        let mut found: HashMap<Id, Stood> = HashMap::new();
        for (filter, within) in [(Filter::everything(), asked.is_everything()), (asked.clone(), true)] {
            if filter.is_everything() && within != asked.is_everything() {
                continue;
            }
            let there = gate.stretches(&stretches(filter, at, at, Some(missing.clone())))?;
            found.extend(there.iter().map(|stretch| (stretch.id, stood(stretch, within))));
        }
        for deal in &mut self.deals {
            let id = deal.id;
            let stood = end(deal);
            if stood.is_none() {
                *stood = found.remove(&id);
            }
        }
        Ok(())
    }
}

/// The deals of a pipeline, or of all, that were open at either end or in between, by their courses.
fn by_courses(
    gate: &mut Gate<'_>,
    pipeline: Option<Id>,
    then: Moment,
    now: Moment,
) -> Outcome<Vec<Reviewed>> {
    let courses = courses::of_deals(gate, Filter::everything(), true)?;
    let words = Words::of(&courses);
    let tell = |found: &mut Vec<Reviewed>, course: Course<'_>| {
        let mut deal = Reviewed { id: course.id, was: None, is: None };
        let mut open = false;
        for span in course.newest_first().take_while(|span| span.to > then).filter(|span| span.from <= now) {
            let was = words.was(&span);
            if pipeline.is_some() && was.pipeline != pipeline {
                return;
            }
            open |= was.state == State::Open;
            if span.to > now {
                deal.is = Some(stood_so(&was));
            }
            if span.from <= then {
                deal.was = Some(stood_so(&was));
                break;
            }
        }
        if open {
            found.push(deal);
        }
    };
    Ok(courses.fold(Vec::new, tell, |all, more| all.extend(more)))
}

fn stood_so(was: &Was) -> Stood {
    let standing = Standing { state: was.state, minor: was.minor, close: was.close, within: true };
    Stood { standing, stage: was.stage, owner: was.owner }
}

fn stretches(filter: Filter, since: Moment, until: Moment, only: Option<Vec<Id>>) -> Stretches {
    Stretches { object: &OPPORTUNITY, filter, since, until, fields: FIELDS.to_vec(), only }
}

fn stood(stretch: &Stretch, within: bool) -> Stood {
    let value = |place: usize| stretch.values.get(place).unwrap_or(&Value::None);
    let minor = match value(1) {
        Value::Money(money) => Some(money.minor()),
        _ => None,
    };
    Stood {
        standing: Standing {
            state: value(0).as_text().and_then(State::named).unwrap_or(State::Open),
            minor,
            close: Date::from_value(value(2)),
            within,
        },
        stage: value(3).as_link(),
        owner: value(4).as_link(),
    }
}
