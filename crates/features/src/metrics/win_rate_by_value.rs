//! Win rate by value: won amount ÷ (won + lost amount).

use cordee_base::Outcome;
use cordee_catalog::opportunity::AMOUNT;
use cordee_kit::{Answer, Ask, Figure, Metric, Unit};
use cordee_records::{Gate, Measure, Reckon};
use cordee_rules::figures;
use cordee_rules::pipeline::State;
use cordee_schema::Filter;

use super::deals::{Deals, metric};
use super::win_rate::closed;
use cordee_catalog::deals::{filled, in_states, of};

/// The share of the amounts of the closed deals that was won.
pub static WIN_RATE_BY_VALUE: Metric = metric("win_rate_by_value", Unit::Ratio, priced, reckon);

/// Deals with an amount that are closed and had become opportunities before.
fn priced() -> Filter {
    closed().and(filled(AMOUNT))
}

fn reckon(gate: &mut Gate<'_>, ask: &Ask) -> Outcome<Answer> {
    let measures = vec![
        Measure::when(Reckon::Sum(of(AMOUNT)), in_states(State::keys(State::is_won))),
        Measure::when(Reckon::Sum(of(AMOUNT)), in_states(State::keys(|state| state == State::Lost))),
        Measure::of(Reckon::Count),
    ];
    Deals::of(priced(), measures).answer(gate, ask, |portions| {
        let Some(deals) = portions.first() else { return Figure { value: None, n: 0 } };
        Figure { value: figures::win_rate(deals.measure(0), deals.measure(1)), n: deals.count(2) }
    })
}
