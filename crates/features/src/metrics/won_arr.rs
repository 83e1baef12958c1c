//! Won ARR: Σ of what the lines of the deals won bring in a year, of what is paid again and again.

use cordee_base::Outcome;
use cordee_catalog::opportunity::ARR;
use cordee_kit::{Answer, Ask, Metric, Unit};
use cordee_records::Gate;
use cordee_rules::pipeline::State;

use super::deals::{metric, sum};
use cordee_catalog::deals::{filled, in_states};

/// What the deals won bring in a year.
pub static WON_ARR: Metric =
    metric("won_arr", Unit::Money, || in_states(State::keys(State::is_won)).and(filled(ARR)), reckon);

fn reckon(gate: &mut Gate<'_>, ask: &Ask) -> Outcome<Answer> {
    sum(gate, ask, in_states(State::keys(State::is_won)), ARR)
}
