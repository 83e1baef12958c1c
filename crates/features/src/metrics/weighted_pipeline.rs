//! Weighted pipeline: Σ amount × probability of the open deals that have both, rounded once.

use cordee_base::{Decimal, Outcome, Percent};
use cordee_catalog::opportunity::{AMOUNT, PROBABILITY};
use cordee_kit::{Answer, Ask, Figure, Metric, Unit};
use cordee_records::{Gate, Measure, Reckon};
use cordee_rules::figures;
use cordee_rules::pipeline::State;
use cordee_schema::FromValue;
use rust_decimal::RoundingStrategy;

use super::deals::{Deals, Portion, metric, units};
use cordee_catalog::deals::{filled, in_states, of};

/// What the open deals are worth, each as far as it is likely to be won.
pub static WEIGHTED_PIPELINE: Metric = metric(
    "weighted_pipeline",
    Unit::Money,
    || in_states(State::keys(|state| state == State::Open)).and(filled(AMOUNT)).and(filled(PROBABILITY)),
    reckon,
);

/// Amounts are added up for each probability and weighed here: products would not fit the database's integers.
fn reckon(gate: &mut Gate<'_>, ask: &Ask) -> Outcome<Answer> {
    let decimals = gate.reading().currency.decimals();
    let open =
        in_states(State::keys(|state| state == State::Open)).and(filled(AMOUNT)).and(filled(PROBABILITY));
    let measures = [Reckon::Sum(of(AMOUNT)), Reckon::Count].map(Measure::of).to_vec();
    Deals::of(open, measures).spread(of(PROBABILITY)).answer(gate, ask, |portions| {
        let minor = figures::weighted_pipeline(portions.iter().filter_map(weighed));
        let rounded =
            minor.map(|minor| minor.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero));
        let value = rounded.map(|minor| units(minor, decimals));
        Figure { value, n: portions.iter().map(|portion| portion.count(1)).sum() }
    })
}

/// The sum of amounts with one probability.
fn weighed(portion: &Portion) -> Option<(Decimal, Percent)> {
    Some((portion.measure(0), Percent::from_value(&portion.value)?))
}
