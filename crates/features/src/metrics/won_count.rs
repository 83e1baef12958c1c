//! Deals won: how many, those past the sale among them.

use cordee_base::Outcome;
use cordee_kit::{Answer, Ask, Metric, Unit};
use cordee_records::{Gate, Measure, Reckon};
use cordee_rules::pipeline::State;

use super::deals::{Deals, counted, metric};
use cordee_catalog::deals::in_states;

/// How many deals were won.
pub static WON_COUNT: Metric =
    metric("won_count", Unit::Count, || in_states(State::keys(State::is_won)), reckon);

fn reckon(gate: &mut Gate<'_>, ask: &Ask) -> Outcome<Answer> {
    let deals = Deals::of(in_states(State::keys(State::is_won)), vec![Measure::of(Reckon::Count)]);
    deals.answer(gate, ask, counted)
}
