//! The figures of the whole pipeline, of all deals that are asked about, also of those without a history.

use cordee_base::{Decimal, Outcome};
use cordee_catalog::opportunity::{AMOUNT, CYCLE_DAYS, OPPORTUNITY};
use cordee_kit::{Behind, Fact, ReportPart, Said};
use cordee_records::{By, Gate, Grouping, Measure, Reckon};
use cordee_rules::pipeline::State;
use cordee_rules::proportion::Share;
use cordee_rules::{figures, statistics};
use cordee_schema::{Filter, Value};

use super::keys::Keys;
use super::say;
use cordee_catalog::deals::{in_states, of};

/// The figures, in their order.
pub const FACTS: &[&str] = &[
    "deals_in_all",
    "deals_won",
    "deals_lost",
    "deals_open",
    "won_of_closed",
    "velocity",
    "cycle_median",
    "key_stage",
    "key_stage_why",
    "key_event",
];

/// The figures of the deals that are asked about.
pub fn told(gate: &mut Gate<'_>, asked: &Filter, keys: &Keys<'_>) -> Outcome<ReportPart> {
    let won = || in_states(State::keys(State::is_won));
    let [lost, open] =
        [State::Lost, State::Open].map(|wanted| in_states(State::keys(|state| state == wanted)));
    let measures = vec![
        Measure::of(Reckon::Count),
        Measure::when(Reckon::Count, won()),
        Measure::when(Reckon::Count, lost.clone()),
        Measure::when(Reckon::Count, open.clone()),
        Measure::when(Reckon::Sum(of(AMOUNT)), won()),
        Measure::when(Reckon::CountOf(of(AMOUNT)), won()),
    ];
    let (_, sums) = gate.group_and_total(&Grouping {
        object: &OPPORTUNITY,
        by: Vec::new(),
        measures,
        filter: asked.clone(),
        as_of: None,
    })?;
    let sum = |place: usize| sums.get(place).copied().flatten();
    let number = |place: usize| u64::try_from(sum(place).unwrap_or_default()).unwrap_or_default();
    let share = Share { yes: number(1), no: number(2) };
    let cycles = cycles(gate, asked)?;
    let mean_won = sum(4).and_then(|sum| figures::average(sum, number(5)));
    let win_rate = figures::win_rate(Decimal::from(share.yes), Decimal::from(share.no));
    let velocity = figures::sales_velocity(number(3), win_rate, mean_won, statistics::mean(&cycles));
    let like = |state: Option<Filter>| {
        let filter = state.map_or_else(|| asked.clone(), |state| state.and(asked.clone()));
        Some(Behind::Records(filter.text(), None))
    };
    let fact = |name, said, behind| Fact { name, said, behind };
    Ok(ReportPart::Facts(vec![
        fact("deals_in_all", Said::count(number(0)), like(None)),
        fact("deals_won", Said::count(number(1)), like(Some(won()))),
        fact("deals_lost", Said::count(number(2)), like(Some(lost))),
        fact("deals_open", Said::count(number(3)), like(Some(open))),
        fact("won_of_closed", say::share(share), like(Some(in_states(State::keys(State::is_closed))))),
        fact("velocity", Said::or_none(velocity, Said::Money), None),
        fact("cycle_median", Said::or_none(statistics::median(&cycles), Said::Days), like(Some(won()))),
        fact("key_stage", keys.stage(), None),
        fact("key_stage_why", keys.why(), None),
        fact("key_event", keys.event(), None),
    ]))
}

/// How many days it took to win a deal, and how many took so many.
fn cycles(gate: &mut Gate<'_>, asked: &Filter) -> Outcome<Vec<(Decimal, u64)>> {
    let rows = gate.group(&Grouping {
        object: &OPPORTUNITY,
        by: vec![By { path: of(CYCLE_DAYS), period: None }],
        measures: vec![Measure::of(Reckon::Count)],
        filter: in_states(State::keys(State::is_won)).and(asked.clone()),
        as_of: None,
    })?;
    let days = |row: &cordee_records::GroupRow| match row.keys.first()?.value {
        Value::Number(days) => Some((days, u64::try_from(row.values.first().copied().flatten()?).ok()?)),
        _ => None,
    };
    Ok(rows.iter().filter_map(days).collect())
}
