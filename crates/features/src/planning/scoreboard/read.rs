//! What each person did, brought in, won and has open: added up by the database.

use std::collections::BTreeMap;

use cordee_base::{Decimal, Id, Outcome};
use cordee_catalog::activity::{ACTIVITY, DONE_AT, KIND, OWNER as DOER};
use cordee_catalog::deals;
use cordee_catalog::opportunity::{AMOUNT, CYCLE_DAYS, OPPORTUNITY, OWNER};
use cordee_kit::Wish;
use cordee_records::{By, Gate, GroupRow, Grouping, Measure, Reckon};
use cordee_rules::fiscal::Period;
use cordee_rules::pipeline::State;
use cordee_rules::statistics::median;
use cordee_schema::{Field, Filter, FromValue, Object, Operator, Path, Value};

use super::Asked;
use crate::planning::coverage::quotas;
use crate::planning::{periods, scope};

/// What is done with customers. Who was written to counts, not who wrote.
const DEEDS: &str =
    "done = yes and (kind in (call, meeting, visit, demo) or kind = email and not direction = inbound)";

/// Somebody, with all that the scoreboard is reckoned from.
#[derive(Clone, Debug)]
pub struct Person {
    /// Who.
    pub id: Id,
    /// What they did.
    pub done: Done,
    /// Deals that were made, whoever made them.
    pub new_deals: u64,
    /// Deals won.
    pub won: u64,
    /// Deals lost.
    pub lost: u64,
    /// What was won, in minor units.
    pub won_minor: Decimal,
    /// How many of the won deals have an amount.
    pub priced: u64,
    /// Days to the close of won deals, and how many took so long.
    pub cycles: Vec<(Decimal, u64)>,
    /// Deals that are open.
    pub open: u64,
    /// What they come to, in minor units.
    pub open_minor: Decimal,
    /// The quota of the period, in minor units.
    pub quota: Option<i64>,
}

/// How often something was done.
#[derive(Clone, Copy, Debug, Default)]
pub struct Done {
    /// Calls.
    pub calls: u64,
    /// E-mails sent.
    pub emails: u64,
    /// Meetings and visits.
    pub meetings: u64,
    /// Demonstrations.
    pub demos: u64,
}

impl Done {
    /// All of it.
    pub fn all(self) -> u64 {
        self.calls + self.emails + self.meetings + self.demos
    }
}

impl Person {
    /// Somebody of whom nothing is known.
    fn new(id: Id) -> Person {
        Person {
            id,
            done: Done::default(),
            new_deals: 0,
            won: 0,
            lost: 0,
            won_minor: Decimal::ZERO,
            priced: 0,
            cycles: Vec::new(),
            open: 0,
            open_minor: Decimal::ZERO,
            quota: None,
        }
    }

    /// Whether there are deals, or a quota, by which somebody can be held.
    pub fn sells(&self) -> bool {
        self.new_deals + self.won + self.lost + self.open > 0 || self.quota.is_some()
    }

    /// The median of the days to the close.
    pub fn cycle(&self) -> Option<Decimal> {
        median(&self.cycles)
    }
}

/// Those of whom there is anything to tell, who won most first.
pub fn people(gate: &mut Gate<'_>, wish: &Wish, asked: &Asked) -> Outcome<Vec<Person>> {
    let mut all = BTreeMap::<Id, Person>::new();
    activities(gate, asked, &mut all)?;
    created(gate, wish, asked, &mut all)?;
    closed(gate, wish, asked, &mut all)?;
    cycles(gate, wish, asked, &mut all)?;
    open(gate, wish, asked, &mut all)?;
    let period = asked.period;
    for quota in quotas::read(gate, &period)? {
        if let (true, None, None, Some(owner)) =
            (quota.is_for(&period), quota.team, &quota.series, quota.owner)
        {
            all.entry(owner).or_insert_with(|| Person::new(owner)).quota = Some(quota.minor);
        }
    }
    let mut people: Vec<Person> = all
        .into_values()
        .filter(|person| asked.is_member(person.id) && (person.sells() || person.done.all() > 0))
        .collect();
    people.sort_by_key(|person| {
        (std::cmp::Reverse((person.won_minor, person.won, person.done.all())), person.id)
    });
    Ok(people)
}

/// What is done in the period; nothing where activities may not be seen.
pub fn deeds(gate: &Gate<'_>, period: &Period) -> Outcome<Option<Filter>> {
    let Ok(object) = gate.object(ACTIVITY.name) else { return Ok(None) };
    let deeds = Filter::read(DEEDS, gate.catalog(), object, gate.reading())?;
    let zone = &gate.reading().zone;
    let (first, last) = (period.first(), period.last());
    let bound =
        |operator, day| Filter::compare(of(&ACTIVITY, DONE_AT), operator, Value::Moment(zone.start_of(day)));
    let after = last.tomorrow().unwrap_or(last);
    Ok(Some(deeds.and(bound(Operator::AtLeast, first)).and(bound(Operator::Less, after))))
}

/// Whose an activity is.
pub fn doer(person: Id) -> Filter {
    Filter::is(of(&ACTIVITY, DOER), Value::Link(person))
}

/// The deals that are asked about and were closed so in the period.
pub fn closed_so(wish: &Wish, asked: &Asked, like: fn(State) -> bool) -> Filter {
    let within = deals::closing(asked.period.first(), asked.period.last());
    deals::in_states(State::keys(like)).and(within).and(scope::asked(wish))
}

fn activities(gate: &mut Gate<'_>, asked: &Asked, all: &mut BTreeMap<Id, Person>) -> Outcome<()> {
    let Some(filter) = asked.deeds.clone() else { return Ok(()) };
    let by = [of(&ACTIVITY, DOER), of(&ACTIVITY, KIND)].map(|path| By { path, period: None });
    let measures = vec![Measure::of(Reckon::Count)];
    let asked = Grouping { object: &ACTIVITY, by: by.into(), measures, filter, as_of: None };
    for row in gate.group(&asked)? {
        let Some(person) = whose(&row, all) else { continue };
        let count = count(&row, 0);
        match row.keys.get(1).and_then(|key| key.value.as_text()) {
            Some("call") => person.done.calls += count,
            Some("email") => person.done.emails += count,
            Some("meeting" | "visit") => person.done.meetings += count,
            Some("demo") => person.done.demos += count,
            _ => {}
        }
    }
    Ok(())
}

fn created(gate: &mut Gate<'_>, wish: &Wish, asked: &Asked, all: &mut BTreeMap<Id, Person>) -> Outcome<()> {
    let measures = vec![Measure::of(Reckon::Count)];
    for row in gate.group(&by_owner(measures, scope::asked(wish).and(asked.created.clone())))? {
        if let Some(person) = whose(&row, all) {
            person.new_deals = count(&row, 0);
        }
    }
    Ok(())
}

fn closed(gate: &mut Gate<'_>, wish: &Wish, asked: &Asked, all: &mut BTreeMap<Id, Person>) -> Outcome<()> {
    let won = || deals::in_states(State::keys(State::is_won));
    let lost = deals::in_states(State::keys(|state| state == State::Lost));
    let measures = vec![
        Measure::when(Reckon::Count, won()),
        Measure::when(Reckon::Count, lost),
        Measure::when(Reckon::Sum(deals::of(AMOUNT)), won()),
        Measure::when(Reckon::CountOf(deals::of(AMOUNT)), won()),
    ];
    for row in gate.group(&by_owner(measures, closed_so(wish, asked, State::is_closed)))? {
        if let Some(person) = whose(&row, all) {
            (person.won, person.lost, person.priced) = (count(&row, 0), count(&row, 1), count(&row, 3));
            person.won_minor = value(&row, 2);
        }
    }
    Ok(())
}

fn cycles(gate: &mut Gate<'_>, wish: &Wish, asked: &Asked, all: &mut BTreeMap<Id, Person>) -> Outcome<()> {
    let filter = closed_so(wish, asked, State::is_won).and(deals::filled(CYCLE_DAYS));
    let mut grouping = by_owner(vec![Measure::of(Reckon::Count)], filter);
    grouping.by.push(By { path: deals::of(CYCLE_DAYS), period: None });
    for row in gate.group(&grouping)? {
        let days = row.keys.get(1).and_then(|key| Decimal::from_value(&key.value));
        if let (Some(days), Some(person)) = (days, whose(&row, all)) {
            person.cycles.push((days, count(&row, 0)));
        }
    }
    Ok(())
}

/// What is open now, or was at the end of a period that is over.
fn open(gate: &mut Gate<'_>, wish: &Wish, asked: &Asked, all: &mut BTreeMap<Id, Person>) -> Outcome<()> {
    let filter = deals::in_states(State::keys(|state| state == State::Open)).and(scope::asked(wish));
    let measures = vec![Measure::of(Reckon::Count), Measure::of(Reckon::Sum(deals::of(AMOUNT)))];
    let mut grouping = by_owner(measures, filter);
    grouping.as_of = asked.ended.map(|day| periods::end_of(gate, day));
    for row in gate.group(&grouping)? {
        if let Some(person) = whose(&row, all) {
            (person.open, person.open_minor) = (count(&row, 0), value(&row, 1));
        }
    }
    Ok(())
}

fn by_owner(measures: Vec<Measure>, filter: Filter) -> Grouping {
    let by = vec![By { path: deals::of(OWNER), period: None }];
    Grouping { object: &OPPORTUNITY, by, measures, filter, as_of: None }
}

/// Whose the records of a row are; what is nobody's counts for nobody.
fn whose<'a>(row: &GroupRow, all: &'a mut BTreeMap<Id, Person>) -> Option<&'a mut Person> {
    let id = row.keys.first().and_then(|key| key.value.as_link())?;
    Some(all.entry(id).or_insert_with(|| Person::new(id)))
}

fn value(row: &GroupRow, place: usize) -> Decimal {
    row.values.get(place).copied().flatten().unwrap_or_default()
}

fn count(row: &GroupRow, place: usize) -> u64 {
    u64::try_from(value(row, place)).unwrap_or_default()
}

fn of<T>(object: &'static Object, field: Field<T>) -> Path {
    let declared = object.field(field.name()).expect("declared beside it");
    Path::field(object, declared)
}
