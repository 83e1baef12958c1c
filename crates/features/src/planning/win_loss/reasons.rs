//! Why deals were won, and why they were lost: those that are asked about, by the reason that was given.

use std::cmp::Reverse;

use cordee_base::{Decimal, Outcome};
use cordee_catalog::deals;
use cordee_catalog::opportunity::{AMOUNT, LOSS_REASON, OPPORTUNITY, WIN_REASON};
use cordee_kit::{Drawn, ReportPart, Row, Said, Sheet};
use cordee_records::{By, Gate, Grouping, Measure, Reckon};
use cordee_rules::figures;
use cordee_rules::pipeline::State;
use cordee_schema::{Field, Filter, Path, Value};

use super::Asked;
use super::lost::lost;
use super::tables::{empty, whole};

/// Won by reason, the most deals first.
pub static WIN_REASONS: Sheet = Sheet {
    name: "win_reasons",
    columns: &["win_reason", "deals", "share", "won_value"],
    drawn: Drawn::Bars(1),
    may_be_empty: true,
};

/// Lost by reason, the most deals first.
pub static LOSS_REASONS: Sheet = Sheet {
    name: "loss_reasons",
    columns: &["loss_reason", "deals", "share", "value_lost"],
    drawn: Drawn::Bars(1),
    may_be_empty: true,
};

/// Why the won ones were won.
pub fn of_won(gate: &mut Gate<'_>, asked: &Asked) -> Outcome<ReportPart> {
    told(gate, &WIN_REASONS, WIN_REASON, &deals::in_states(State::keys(State::is_won)), asked)
}

/// Why the lost ones were lost.
pub fn of_lost(gate: &mut Gate<'_>, asked: &Asked) -> Outcome<ReportPart> {
    told(gate, &LOSS_REASONS, LOSS_REASON, &lost(), asked)
}

fn told(
    gate: &mut Gate<'_>,
    sheet: &'static Sheet,
    reason: Field<String>,
    closed: &Filter,
    asked: &Asked,
) -> Outcome<ReportPart> {
    let path = Path::resolve(gate.catalog(), gate.object(OPPORTUNITY.name)?, reason.name())?;
    let found = gate.group(&Grouping {
        object: &OPPORTUNITY,
        by: vec![By { path: path.clone(), period: None }],
        measures: vec![Measure::of(Reckon::Count), Measure::of(Reckon::Sum(deals::of(AMOUNT)))],
        filter: closed.clone().and(asked.filter.clone()),
        as_of: asked.as_of(),
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
            .behind(asked.behind(closed.clone().and(like)))
    };
    Ok(sheet.with(reasons.into_iter().map(row).collect()))
}
