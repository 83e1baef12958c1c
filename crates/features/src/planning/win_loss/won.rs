//! The deals that were won, by why.

use std::cmp::Reverse;

use cordee_base::{Decimal, Outcome};
use cordee_catalog::deals;
use cordee_catalog::opportunity::{AMOUNT, OPPORTUNITY, WIN_REASON};
use cordee_kit::{Behind, Drawn, ReportPart, Row, Said, Sheet};
use cordee_records::{By, Gate, Grouping, Measure, Reckon};
use cordee_rules::figures;
use cordee_rules::pipeline::State;
use cordee_schema::{Filter, Path, Value};

use super::tables::{empty, whole};

/// By reason, the most deals first.
pub static WIN_REASONS: Sheet = Sheet {
    name: "win_reasons",
    columns: &["win_reason", "deals", "share", "won_value"],
    drawn: Drawn::Bars(1),
    may_be_empty: true,
};

/// Of the deals that are asked about.
pub fn told(gate: &mut Gate<'_>, asked: &Filter) -> Outcome<ReportPart> {
    let path = Path::resolve(gate.catalog(), gate.object(OPPORTUNITY.name)?, WIN_REASON.name())?;
    let won = || deals::in_states(State::keys(State::is_won));
    let found = gate.group(&Grouping {
        object: &OPPORTUNITY,
        by: vec![By { path: path.clone(), period: None }],
        measures: vec![Measure::of(Reckon::Count), Measure::of(Reckon::Sum(deals::of(AMOUNT)))],
        filter: won().and(asked.clone()),
        as_of: None,
    })?;
    let mut reasons: Vec<(Option<String>, u64, Decimal)> = found
        .iter()
        .map(|row| {
            let value = |place: usize| row.values.get(place).copied().flatten().unwrap_or_default();
            let reason = row.keys.first().and_then(|key| key.value.as_text()).map(str::to_owned);
            (reason, whole(value(0)), value(1))
        })
        .collect();
    reasons.sort_by(|one, next| {
        let key = |(reason, count, value): &(Option<String>, u64, Decimal)| {
            (Reverse((*count, *value)), reason.clone())
        };
        key(one).cmp(&key(next))
    });
    let all: u64 = reasons.iter().map(|(_, count, _)| count).sum();
    let row = |(reason, count, value): (Option<String>, u64, Decimal)| {
        let like = match &reason {
            Some(key) => Filter::is(path.clone(), Value::Text(key.clone())),
            None => empty(path.clone()),
        };
        let share = figures::ratio(Decimal::from(count), Decimal::from(all));
        let name = reason.map_or(Said::Word("none"), |key| Said::Option(path.clone(), key));
        Row::of(vec![name, Said::count(count), Said::or_none(share, Said::Ratio), Said::Money(value)])
            .behind(Behind::Records(won().and(like).and(asked.clone()).text(), None))
    };
    Ok(WIN_REASONS.with(reasons.into_iter().map(row).collect()))
}
