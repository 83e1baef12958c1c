//! Win rate: won ÷ (won + lost), by count.

use cordee_base::Outcome;
use cordee_kit::{Answer, Ask, Figure, Metric, Unit};
use cordee_records::{Gate, Measure, Reckon};
use cordee_rules::figures;
use cordee_rules::pipeline::State;
use cordee_schema::Filter;

use super::deals::{Deals, metric};
use cordee_catalog::deals::{counting, in_states};

/// The share of the closed deals that were won.
pub static WIN_RATE: Metric = metric("win_rate", Unit::Ratio, closed, reckon);

/// Deals that are closed and had become opportunities before.
pub(super) fn closed() -> Filter {
    in_states(State::keys(State::is_closed)).and(counting())
}

fn reckon(gate: &mut Gate<'_>, ask: &Ask) -> Outcome<Answer> {
    let measures = vec![
        Measure::when(Reckon::Count, in_states(State::keys(State::is_won))),
        Measure::when(Reckon::Count, in_states(State::keys(|state| state == State::Lost))),
    ];
    Deals::of(closed(), measures).answer(gate, ask, |portions| {
        let Some(deals) = portions.first() else { return Figure { value: None, n: 0 } };
        let value = figures::win_rate(deals.measure(0), deals.measure(1));
        Figure { value, n: deals.count(0) + deals.count(1) }
    })
}
