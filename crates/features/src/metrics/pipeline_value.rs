//! Pipeline value: Σ amount of the open deals that have one.

use cordee_base::Outcome;
use cordee_catalog::opportunity::AMOUNT;
use cordee_kit::{Answer, Ask, Metric, Unit};
use cordee_records::Gate;
use cordee_rules::pipeline::State;

use super::deals::{metric, sum};
use cordee_catalog::deals::{filled, in_states};

/// What the open deals are worth.
pub static PIPELINE_VALUE: Metric = metric(
    "pipeline_value",
    Unit::Money,
    || in_states(State::keys(|state| state == State::Open)).and(filled(AMOUNT)),
    reckon,
);

fn reckon(gate: &mut Gate<'_>, ask: &Ask) -> Outcome<Answer> {
    sum(gate, ask, in_states(State::keys(|state| state == State::Open)), AMOUNT)
}
