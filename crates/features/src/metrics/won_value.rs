//! Won value: Σ amount of the deals won that have one.

use cordee_base::Outcome;
use cordee_catalog::opportunity::{AMOUNT, CLOSE_DATE, OPPORTUNITY};
use cordee_kit::{Answer, Ask, Metric, Unit};
use cordee_records::{Gate, Measure, Reckon};
use cordee_rules::pipeline::State;

use super::deals::{Deals, summed};
use cordee_catalog::deals::{filled, in_states, of};

/// What the deals won are worth.
pub static WON_VALUE: Metric = Metric {
    name: "won_value",
    unit: Unit::Money,
    object: OPPORTUNITY.name,
    date: CLOSE_DATE.name(),
    statistics: &[],
    rows: || in_states(State::keys(State::is_won)).and(filled(AMOUNT)),
    reckon,
};

fn reckon(gate: &mut Gate<'_>, ask: &Ask) -> Outcome<Answer> {
    let measures = [Reckon::Sum(of(AMOUNT)), Reckon::CountOf(of(AMOUNT))].map(Measure::of);
    let decimals = gate.reading().currency.decimals();
    let deals = Deals::of(in_states(State::keys(State::is_won)), measures.to_vec());
    deals.answer(gate, ask, |portions| summed(portions, decimals))
}
