//! When a quota is written: its period is one of the company's calendar, it is somebody's, there is no other like it,
//! and what counts of it is reckoned where somebody grows into it.

use cordee_base::{Decimal, Fault, Id, Money, Outcome, Percent};
use cordee_catalog::quota::{
    AMOUNT, FIRST_DAY, FULL_AMOUNT, LAST_DAY, OWNER, PERIOD, QUOTA, RAMP, RAMP_FROM, SERIES, TEAM, TITLE,
};
use cordee_kit::Hook;
use cordee_records::{Change, Gate, Query};
use cordee_rules::fiscal::Period;
use cordee_rules::quota;
use cordee_schema::{Field, Filter, Path, Value, fold};

use crate::planning::periods;
use crate::planning::staff::Staff;

/// What follows when a quota is written.
pub const HOOK: Hook = Hook { object: QUOTA.name, before: Some(before), after: None };

/// A ramp is no longer than five years.
const MOST_MONTHS: usize = 60;

fn before(gate: &mut Gate<'_>, change: &mut Change<'_>) -> Outcome<()> {
    // The checks tell of a period that is missing.
    let Some(said) = change.after(PERIOD) else { return Ok(()) };
    let period = periods::read(gate, PERIOD.name(), &said)?;
    change.draft.set(PERIOD.name(), Value::Text(period.to_string()));
    change.draft.set(FIRST_DAY.name(), Value::Date(period.first()));
    change.draft.set(LAST_DAY.name(), Value::Date(period.last()));
    let staff = Staff::read(gate)?;
    let owner = whose(change, &staff)?;
    reckon(change, &period)?;
    the_only_one(gate, change, &period, owner)?;
    let title = title(change, &period, owner, &staff);
    change.draft.set(TITLE.name(), Value::Text(title));
    Ok(())
}

/// Whose it is; a team's is that of who leads it, unless somebody else is named.
fn whose(change: &mut Change<'_>, staff: &Staff) -> Outcome<Id> {
    let leads = change.after(TEAM).map(|team| staff.team(team).and_then(|team| team.lead));
    match (change.after(OWNER), leads) {
        (Some(owner), _) => Ok(owner),
        (None, Some(Some(lead))) => {
            change.draft.set(OWNER.name(), Value::Link(lead));
            Ok(lead)
        }
        (None, Some(None)) => Err(Fault::at(OWNER.name(), "error-quota-lead").into()),
        (None, None) => Err(Fault::at(OWNER.name(), "error-required").into()),
    }
}

/// Puts down what counts, where somebody grows into the full quota.
fn reckon(change: &mut Change<'_>, period: &Period) -> Outcome<()> {
    let ramp = match change.after(RAMP) {
        Some(text) => {
            let ramp = read_ramp(&text)?;
            let said = ramp.iter().map(|percent| percent.hundredths().normalize().to_string());
            change.draft.set(RAMP.name(), Value::Text(said.collect::<Vec<_>>().join(", ")));
            ramp
        }
        None => Vec::new(),
    };
    if let Some(full) = change.after(FULL_AMOUNT) {
        not_below_nothing(full, FULL_AMOUNT.name())?;
        let minor = match change.after(RAMP_FROM) {
            Some(from) => quota::ramped(full.minor(), period, from, &ramp)
                .ok_or_else(|| Fault::at(FULL_AMOUNT.name(), "error-money-large"))?,
            // The checks tell of a ramp without a beginning.
            None => full.minor(),
        };
        let counts = Money::from_minor(minor, full.currency());
        let reckoned_before = change.before.is_some_and(|quota| quota.get(FULL_AMOUNT).is_some());
        if reckoned_before && change.changes(&AMOUNT.def) && change.after(AMOUNT) != Some(counts) {
            return Err(Fault::at(AMOUNT.name(), "error-read-only-now").into());
        }
        change.draft.set(AMOUNT.name(), Value::Money(counts));
    }
    change.after(AMOUNT).map_or(Ok(()), |amount| not_below_nothing(amount, AMOUNT.name()))
}

fn not_below_nothing(amount: Money, field: &'static str) -> Outcome<()> {
    if amount.minor() >= 0 { Ok(()) } else { Err(Fault::at(field, "error-quota-negative").into()) }
}

/// How many of a hundred count in each month: `0, 25, 50, 75, 100`.
fn read_ramp(text: &str) -> Outcome<Vec<Percent>> {
    let wrong = || Fault::at(RAMP.name(), "error-quota-ramp").with("value", text);
    let parts =
        text.split(|c: char| c == ',' || c == ';' || c.is_whitespace()).filter(|part| !part.is_empty());
    let percent = |part: &str| {
        let number: Decimal = part.trim_end_matches('%').parse().ok()?;
        let possible = number >= Decimal::ZERO && number <= Decimal::ONE_HUNDRED;
        possible.then(|| Percent::new(number))
    };
    let ramp: Option<Vec<Percent>> = parts.map(percent).collect();
    match ramp {
        Some(ramp) if !ramp.is_empty() && ramp.len() <= MOST_MONTHS => Ok(ramp),
        _ => Err(wrong().into()),
    }
}

/// Refuses a second one for the same team or person, family and period.
fn the_only_one(gate: &mut Gate<'_>, change: &Change<'_>, period: &Period, owner: Id) -> Outcome<()> {
    let own = change.before.map(|quota| quota.head.id);
    let series = change.after(SERIES);
    let others = held(gate, change.after(TEAM), owner, period)?;
    let twice =
        others.into_iter().find(|quota| Some(quota.head.id) != own && same(&quota.get(SERIES), &series));
    match twice {
        Some(quota) => {
            let amount = quota.get(AMOUNT).map(|amount| amount.to_string()).unwrap_or_default();
            let fault = Fault::at(PERIOD.name(), "error-quota-twice").with("title", quota.title());
            Err(fault.with("amount", amount).into())
        }
        None => Ok(()),
    }
}

/// The quotas of a team, else of a person, for a period, of whatever is sold and whoever may see them.
pub fn held(
    gate: &mut Gate<'_>,
    team: Option<Id>,
    owner: Id,
    period: &Period,
) -> Outcome<Vec<cordee_schema::Record>> {
    let whose = match team {
        Some(team) => Filter::is(path(TEAM), Value::Link(team)),
        None => Filter::is(path(OWNER), Value::Link(owner)),
    };
    let query = Query::of(&QUOTA)
        .filter(Filter::is(path(FIRST_DAY), Value::Date(period.first())))
        .filter(Filter::is(path(LAST_DAY), Value::Date(period.last())))
        .filter(whose)
        .limit(Query::MOST);
    let found = gate.as_engine("find quotas for the same", |gate| gate.list(&query))?;
    Ok(found.records.into_iter().filter(|quota| quota.get(TEAM) == team).collect())
}

/// Whether two product families are one, however they are written.
pub fn same(one: &Option<String>, other: &Option<String>) -> bool {
    one.as_deref().map(fold) == other.as_deref().map(fold)
}

/// The period, whose it is, and of what.
fn title(change: &Change<'_>, period: &Period, owner: Id, staff: &Staff) -> String {
    let team = change.after(TEAM).and_then(|team| staff.team(team)).map(|team| team.name.clone());
    let person = || staff.person(owner).map(|person| person.name.clone());
    let parts = [Some(period.to_string()), team.or_else(person), change.after(SERIES)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn path<T>(field: Field<T>) -> Path {
    let field = QUOTA.field(field.name()).expect("declared beside it");
    Path::field(&QUOTA, field)
}
