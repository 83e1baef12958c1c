//! Won value: Σ amount of the deals won that have one.

use cordee_base::Outcome;
use cordee_catalog::opportunity::AMOUNT;
use cordee_kit::{Answer, Ask, Metric, Unit};
use cordee_records::Gate;
use cordee_rules::pipeline::State;

use super::deals::{metric, sum};
use cordee_catalog::deals::{filled, in_states};

/// What the deals won are worth.
pub static WON_VALUE: Metric =
    metric("won_value", Unit::Money, || in_states(State::keys(State::is_won)).and(filled(AMOUNT)), reckon);

fn reckon(gate: &mut Gate<'_>, ask: &Ask) -> Outcome<Answer> {
    sum(gate, ask, in_states(State::keys(State::is_won)), AMOUNT)
}
