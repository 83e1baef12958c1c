//! Average won value: Σ amount ÷ count of the deals won that have an amount.

use cordee_base::Outcome;
use cordee_catalog::opportunity::AMOUNT;
use cordee_kit::{Answer, Ask, Figure, Metric, Unit};
use cordee_records::{Gate, Measure, Reckon};
use cordee_rules::figures;
use cordee_rules::pipeline::State;

use super::deals::{Deals, metric, units};
use cordee_catalog::deals::{filled, in_states, of};

/// What a deal won is worth on average.
pub static AVERAGE_WON_VALUE: Metric = metric(
    "average_won_value",
    Unit::Money,
    || in_states(State::keys(State::is_won)).and(filled(AMOUNT)),
    reckon,
);

fn reckon(gate: &mut Gate<'_>, ask: &Ask) -> Outcome<Answer> {
    let measures = [Reckon::Sum(of(AMOUNT)), Reckon::CountOf(of(AMOUNT))].map(Measure::of);
    let decimals = gate.reading().currency.decimals();
    Deals::of(in_states(State::keys(State::is_won)), measures.to_vec()).answer(gate, ask, |portions| {
        let (sum, n) = portions.first().map(|deals| (deals.measure(0), deals.count(1))).unwrap_or_default();
        Figure { value: figures::average(sum, n).map(|minor| units(minor, decimals)), n }
    })
}
