//! When a forecast is submitted: its period is one of the company's calendar and not over, it is somebody's, it is not
//! there already; and what the deals come to at that moment is put down beside it.

use std::collections::HashSet;

use cordee_base::{Fault, Id, Moment, Money, Outcome};
use cordee_catalog::deals;
use cordee_catalog::forecast_call::{
    BEST_CASE, COMMENT, COMMIT, COVERS, DEALS_BEST_CASE, DEALS_CLOSED, DEALS_COMMIT, DEALS_PIPELINE,
    FIRST_DAY, FORECAST_CALL, LAST_DAY, OWNER, PERIOD, PIPELINE, TEAM_DEALS, TITLE,
};
use cordee_records::{Change, Gate, Hook, Query};
use cordee_rules::fiscal::{Length, Period};
use cordee_rules::rollup::{Category, Figures};
use cordee_schema::{Field, Filter, Operator, Record, Value, system};

use super::read::path;
use crate::planning::periods;
use crate::planning::staff::Staff;
use crate::planning::sums;

/// What follows when a forecast is submitted.
pub const HOOK: Hook = Hook { object: FORECAST_CALL.name, before: Some(before), after: None };

/// Who says the very same again within these seconds has sent it twice.
const SENT_TWICE: i64 = 60;

/// The amounts that are said, and what the deals come to in the same category.
const AMOUNTS: [(Category, Field<Money>, Field<Money>); 3] = [
    (Category::Commit, COMMIT, DEALS_COMMIT),
    (Category::BestCase, BEST_CASE, DEALS_BEST_CASE),
    (Category::Pipeline, PIPELINE, DEALS_PIPELINE),
];

fn before(gate: &mut Gate<'_>, change: &mut Change<'_>) -> Outcome<()> {
    // Nobody changes what was said; that each field stands, the checks tell.
    if change.before.is_some() {
        return Ok(());
    }
    // The checks tell of what is missing.
    let (Some(said), Some(owner)) = (change.after(PERIOD), change.after(OWNER)) else { return Ok(()) };
    let period = periods::read(gate, PERIOD.name(), &said)?;
    change.draft.set(PERIOD.name(), Value::Text(period.to_string()));
    change.draft.set(FIRST_DAY.name(), Value::Date(period.first()));
    change.draft.set(LAST_DAY.name(), Value::Date(period.last()));
    let at = change.draft.created_at.unwrap_or(change.at);
    not_over(gate, &period, at)?;
    let staff = Staff::read(gate)?;
    let team = change.after(COVERS).as_deref() == Some(TEAM_DEALS);
    let whose = whose(&staff, owner, team)?;
    sound(change, team)?;
    not_there_yet(gate, change, &period, owner, at)?;
    snapshot(gate, change, &period, &whose, at, team)?;
    let title = title(&period, owner, team, &staff);
    change.draft.set(TITLE.name(), Value::Text(title));
    Ok(())
}

/// Refuses what is over, and says what could still be forecast then.
fn not_over(gate: &mut Gate<'_>, period: &Period, at: Moment) -> Outcome<()> {
    let day = at.date_in(gate.zone());
    if day <= period.last() {
        return Ok(());
    }
    let open = [Length::Month, Length::Quarter, Length::Year];
    let open = open.into_iter().filter_map(|length| period.calendar().period(length, day));
    let open: Vec<String> = open.map(|period| period.to_string()).collect();
    let fault = Fault::at(PERIOD.name(), "error-call-over").with("period", period);
    Err(fault.with("day", period.last()).with("options", open.join(", ")).into())
}

/// Whose deals it is about.
fn whose(staff: &Staff, owner: Id, team: bool) -> Outcome<HashSet<Id>> {
    if !team {
        return Ok(HashSet::from([owner]));
    }
    let led = staff.led(owner);
    if led.is_empty() {
        let name = staff.person(owner).map(|person| person.name.clone()).unwrap_or_default();
        return Err(Fault::at(COVERS.name(), "error-call-leads-nobody").with("person", name).into());
    }
    Ok(led)
}

/// Refuses amounts below nothing, and an adjustment of nothing.
fn sound(change: &Change<'_>, team: bool) -> Outcome<()> {
    let said = AMOUNTS.map(|(_, field, _)| (field, change.after(field)));
    let below = said.iter().find(|(_, amount)| amount.is_some_and(|amount| amount.minor() < 0));
    if let Some((field, _)) = below {
        return Err(Fault::at(field.name(), "error-call-negative").into());
    }
    if team && said.iter().all(|(_, amount)| amount.is_none()) {
        return Err(Fault::at(COMMIT.name(), "error-call-nothing").into());
    }
    Ok(())
}

/// Refuses a second one of the same moment, and the same sent twice.
fn not_there_yet(
    gate: &mut Gate<'_>,
    change: &Change<'_>,
    period: &Period,
    owner: Id,
    at: Moment,
) -> Outcome<()> {
    let made = path(system::CREATED_AT);
    let bound =
        |operator, seconds| Filter::compare(made.clone(), operator, Value::Moment(at.plus_seconds(seconds)));
    let covers = change.after(COVERS).unwrap_or_default();
    let query = Query::of(&FORECAST_CALL)
        .filter(Filter::is(path(OWNER), Value::Link(owner)))
        .filter(Filter::is(path(COVERS), Value::Text(covers)))
        .filter(Filter::is(path(FIRST_DAY), Value::Date(period.first())))
        .filter(Filter::is(path(LAST_DAY), Value::Date(period.last())))
        .filter(bound(Operator::AtLeast, -SENT_TWICE).and(bound(Operator::AtMost, SENT_TWICE)))
        .limit(Query::MOST);
    let found = gate.as_engine("find what the same person said of the same", |gate| gate.list(&query))?;
    let same = |there: &&Record| {
        let equal =
            |field: Field<Money>| change.after(field).is_none_or(|amount| there.get(field) == Some(amount));
        let all = AMOUNTS.iter().all(|(_, field, _)| equal(*field));
        there.head.created_at == at || (all && there.get(COMMENT) == change.after(COMMENT))
    };
    match found.records.iter().find(same) {
        Some(there) => {
            let fault = Fault::at(PERIOD.name(), "error-call-twice").with("title", there.title());
            Err(fault.with("time", there.head.created_at).into())
        }
        None => Ok(()),
    }
}

/// Puts down what the deals come to; of one's own, what is not said is what they come to.
fn snapshot(
    gate: &mut Gate<'_>,
    change: &mut Change<'_>,
    period: &Period,
    whose: &HashSet<Id>,
    at: Moment,
    team: bool,
) -> Outcome<()> {
    let as_of = (at < gate.now()).then_some(at);
    let filter = sums::counting(period).and(deals::owned_by(whose.iter().copied()));
    let sums = gate.as_engine("tell what the deals that are forecast come to", |gate| {
        sums::by_owner(gate, filter, as_of)
    })?;
    let figures = sums.values().fold(Figures::default(), |all, sums| all.plus(&sums.figures));
    let currency = gate.reading().currency;
    let amount = |category| {
        let minor = i64::try_from(figures.get(category));
        let minor = minor.map_err(|_| Fault::at(PERIOD.name(), "error-money-large"))?;
        Ok::<_, Fault>(Value::Money(Money::from_minor(minor, currency)))
    };
    change.draft.set(DEALS_CLOSED.name(), amount(Category::Closed)?);
    for (category, said, there) in AMOUNTS {
        change.draft.set(there.name(), amount(category)?);
        // That a commit is missing, the checks tell.
        if !team && category != Category::Commit && change.after(said).is_none() {
            change.draft.set(said.name(), amount(category)?);
        }
    }
    Ok(())
}

/// The period, and the person; of a team's the teams.
fn title(period: &Period, owner: Id, team: bool, staff: &Staff) -> String {
    let teams = || staff.led_by(owner).map(|team| team.name.clone()).collect::<Vec<_>>().join(", ");
    let person = || staff.person(owner).map(|person| person.name.clone()).unwrap_or_default();
    format!("{period} · {}", if team { teams() } else { person() })
}
