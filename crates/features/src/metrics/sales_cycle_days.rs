//! Sales cycle: days from engagement, else from creation, to the close of the deals won; mean or median.

use cordee_base::{Decimal, Outcome};
use cordee_catalog::opportunity::CYCLE_DAYS;
use cordee_kit::{Answer, Ask, Figure, Metric, Statistic, Unit};
use cordee_records::{Gate, Measure, Reckon};
use cordee_rules::pipeline::State;
use cordee_rules::statistics;
use cordee_schema::Value;

use super::deals::{Deals, Portion, metric};
use cordee_catalog::deals::{filled, in_states, of};

/// How long it takes to win a deal.
pub static SALES_CYCLE_DAYS: Metric = Metric {
    statistics: &[Statistic::Mean, Statistic::Median],
    ..metric(
        "sales_cycle_days",
        Unit::Days,
        || in_states(State::keys(State::is_won)).and(filled(CYCLE_DAYS)),
        reckon,
    )
};

fn reckon(gate: &mut Gate<'_>, ask: &Ask) -> Outcome<Answer> {
    let statistic = ask.statistic.unwrap_or(Statistic::Mean);
    let won = in_states(State::keys(State::is_won)).and(filled(CYCLE_DAYS));
    let deals = Deals::of(won, vec![Measure::of(Reckon::Count)]).spread(of(CYCLE_DAYS));
    deals.answer(gate, ask, |portions| {
        let days: Vec<(Decimal, u64)> = portions.iter().filter_map(days).collect();
        let value = match statistic {
            Statistic::Mean => statistics::mean(&days),
            Statistic::Median => statistics::median(&days),
        };
        Figure { value, n: days.iter().map(|(_, count)| count).sum() }
    })
}

/// So many days, and how many deals took them.
fn days(portion: &Portion) -> Option<(Decimal, u64)> {
    match portion.value {
        Value::Number(days) => Some((days, portion.count(0))),
        _ => None,
    }
}
