//! A quota handed down: a team's to its people or to the teams below it, that of a long period to the shorter ones it
//! is made of. The parts add up to it, to the last cent.

use std::collections::HashSet;

use cordee_base::{Decimal, Fault, Id, Money, Outcome};
use cordee_catalog::opportunity::{AMOUNT as WORTH, OPPORTUNITY, OWNER as SELLER};
use cordee_catalog::quota::{AMOUNT, OWNER, PERIOD, QUOTA, SERIES, TEAM};
use cordee_kit::{Action, Done, Input, On};
use cordee_records::{Gate, Grouping, Measure, Reckon, Right};
use cordee_rules::fiscal::{Length, Period};
use cordee_rules::pipeline::State;
use cordee_rules::quota::{self, SplitError};
use cordee_schema::{
    Choice, Condition, Draft, Field, Filter, Operand, Operator, Path, Record, Value, choice,
};

use super::hook::{held, same};
use crate::planning::periods;
use crate::planning::staff::Staff;

/// Into what it is split.
const INTO: Field<String> = choice("into", PARTS).required();
/// In which proportion; in equal parts where nothing is said.
const BY: Field<String> = choice("by", PROPORTIONS);

const PARTS: &[Choice] =
    &[Choice::new("people"), Choice::new("teams"), Choice::new("quarters"), Choice::new("months")];
const PROPORTIONS: &[Choice] = &[Choice::new("equal"), Choice::new("won")];

/// Splits a quota into parts that add up to it. Parts that are there already stay; the rest is split between the
/// others.
pub static SPLIT: Action = Action {
    name: "split",
    on: On::Object(QUOTA.name),
    input: &[INTO.def, BY.def],
    right: Right::Edit,
    when: Some(|gate, quota| {
        let long = periods::read(gate, PERIOD.name(), &quota.get(PERIOD).unwrap_or_default())
            .is_ok_and(|period| period.length() != Length::Month);
        Ok(long || quota.get(TEAM).is_some())
    }),
    run,
};
use cordee_catalog::deals;

/// A part as it is to be.
struct Part {
    owner: Option<Id>,
    team: Option<Id>,
    period: Period,
    /// Whose deals tell what it won before.
    sellers: HashSet<Id>,
}

fn run(gate: &mut Gate<'_>, record: &Record, input: &Input) -> Outcome<Done> {
    let whole = record.get(AMOUNT).ok_or_else(|| Fault::at(AMOUNT.name(), "error-required"))?;
    let staff = Staff::read(gate)?;
    let parts = parts(gate, record, input, &staff)?;
    let series = record.get(SERIES);
    let mut rest = whole.minor();
    let mut new = Vec::new();
    for part in parts {
        match there(gate, &part, &series)? {
            Some(amount) if amount.currency() == whole.currency() => {
                rest = rest.saturating_sub(amount.minor());
            }
            Some(amount) => {
                let fault = Fault::at(INTO.name(), "error-split-currency");
                return Err(fault.with("currency", amount.currency()).into());
            }
            None => new.push(part),
        }
    }
    let given = Money::from_minor(whole.minor().saturating_sub(rest), whole.currency());
    let fault = |key| Fault::at(INTO.name(), key).with("whole", whole).with("parts", given);
    if new.is_empty() {
        return Err(fault("error-split-done").into());
    }
    if rest < 0 {
        return Err(fault("error-split-over").into());
    }
    let by_won = input.get(BY).as_deref() == Some("won");
    let mut proportions = Vec::new();
    for part in &new {
        proportions.push(if by_won { won_before(gate, part, &series)? } else { Decimal::ONE });
    }
    let amounts = quota::split(rest, &proportions).map_err(|error| match error {
        SplitError::Nobody | SplitError::Negative(_) | SplitError::TooLarge => {
            Fault::at(INTO.name(), "error-money-large")
        }
        SplitError::Nothing => Fault::at(BY.name(), "error-split-nothing-won"),
    })?;
    for (part, minor) in new.iter().zip(amounts) {
        let amount = Money::from_minor(minor, whole.currency());
        let mut draft = Draft::new(&QUOTA).with(PERIOD, part.period.to_string()).with(AMOUNT, amount);
        let links = [(OWNER.name(), part.owner), (TEAM.name(), part.team)];
        for (name, id) in links.into_iter().filter_map(|(name, id)| Some((name, id?))) {
            draft.set(name, Value::Link(id));
        }
        if let Some(series) = &series {
            draft.set(SERIES.name(), Value::Text(series.clone()));
        }
        gate.create(draft)?;
    }
    Ok(Done { object: QUOTA.name, id: record.head.id })
}

/// All parts that the quota is to have.
fn parts(gate: &mut Gate<'_>, record: &Record, input: &Input, staff: &Staff) -> Outcome<Vec<Part>> {
    let (owner, team) = (record.get(OWNER), record.get(TEAM));
    let period = periods::read(gate, PERIOD.name(), &record.get(PERIOD).unwrap_or_default())?;
    let fault = |key| Fault::at(INTO.name(), key);
    let into = input.get(INTO).unwrap_or_default();
    let parts: Vec<Part> = match (into.as_str(), team) {
        ("people" | "teams", None) => return Err(fault("error-split-no-team").into()),
        ("people", Some(team)) => {
            let lead = staff.team(team).and_then(|team| team.lead);
            let sells = staff.people_in(team).filter(|person| person.active && Some(person.id) != lead);
            let part = |id| Part { owner: Some(id), team: None, period, sellers: HashSet::from([id]) };
            sells.map(|person| part(person.id)).collect()
        }
        ("teams", Some(team)) => {
            let part = |id| Part { owner: None, team: Some(id), period, sellers: staff.people_below(id) };
            staff.teams_in(team).map(|team| part(team.id)).collect()
        }
        (into, _) => {
            let length = if into == "quarters" { Length::Quarter } else { Length::Month };
            if period.length() <= length {
                return Err(fault("error-split-period").with("period", period).into());
            }
            let sellers = match team {
                Some(team) => staff.people_below(team),
                None => owner.into_iter().collect(),
            };
            let part = |period| Part { owner, team, period, sellers: sellers.clone() };
            period.parts(length).into_iter().map(part).collect()
        }
    };
    if parts.is_empty() { Err(fault("error-split-nobody").into()) } else { Ok(parts) }
}

/// What a part that is there already comes to.
fn there(gate: &mut Gate<'_>, part: &Part, series: &Option<String>) -> Outcome<Option<Money>> {
    let owner = match (part.owner, part.team) {
        (Some(owner), _) => owner,
        // Of a team whoever owns its quota does not matter.
        (None, Some(team)) => team,
        (None, None) => return Ok(None),
    };
    let held = held(gate, part.team, owner, &part.period)?;
    Ok(held.into_iter().find(|quota| same(&quota.get(SERIES), series)).and_then(|quota| quota.get(AMOUNT)))
}

/// What was won a year before: by those whose part it is, in the same months; none is nought.
fn won_before(gate: &mut Gate<'_>, part: &Part, series: &Option<String>) -> Outcome<Decimal> {
    let periods_in_year = 12 / part.period.length().months();
    let earlier = (0..periods_in_year).try_fold(part.period, |period, _| period.previous());
    let (Some(earlier), false) = (earlier, part.sellers.is_empty()) else { return Ok(Decimal::ZERO) };
    let sellers = part.sellers.iter().copied().map(Value::Link).collect();
    let mut filter = deals::in_states(State::keys(State::is_won))
        .and(deals::closing(earlier.first(), earlier.last()))
        .and(Filter::Where(Condition {
            path: deals::of(SELLER),
            operator: Operator::Is,
            operand: Operand::Values(sellers),
        }));
    if let Some(series) = series {
        let family = Path::resolve(gate.catalog(), &OPPORTUNITY, "product.series")?;
        filter = filter.and(Filter::is(family, Value::Text(series.clone())));
    }
    let measures = vec![Measure::of(Reckon::Sum(deals::of(WORTH)))];
    let asked = Grouping { object: &OPPORTUNITY, by: Vec::new(), measures, filter, as_of: None };
    let (_, total) = gate.group_and_total(&asked)?;
    Ok(total.into_iter().flatten().next().unwrap_or_default().max(Decimal::ZERO))
}
