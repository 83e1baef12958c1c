//! Sales velocity: open deals × win rate × mean amount won ÷ mean days to close; money a day.

use cordee_base::{Decimal, Outcome};
use cordee_catalog::opportunity::{AMOUNT, CYCLE_DAYS};
use cordee_kit::{Answer, Ask, Figure, Metric, Unit};
use cordee_records::{Gate, Measure, Reckon};
use cordee_rules::figures;
use cordee_rules::pipeline::State;

use super::deals::{Deals, Portion, metric, units};
use cordee_catalog::deals::{counting, in_states, of};

/// What the open deals bring a day, if they go as those did that are closed.
pub static SALES_VELOCITY: Metric = metric("sales_velocity", Unit::Money, counting, reckon);

fn reckon(gate: &mut Gate<'_>, ask: &Ask) -> Outcome<Answer> {
    let won = || in_states(State::keys(State::is_won));
    let measures = vec![
        Measure::when(Reckon::Count, in_states(State::keys(|state| state == State::Open))),
        Measure::when(Reckon::Count, won()),
        Measure::when(Reckon::Count, in_states(State::keys(|state| state == State::Lost))),
        Measure::when(Reckon::Sum(of(AMOUNT)), won()),
        Measure::when(Reckon::CountOf(of(AMOUNT)), won()),
        Measure::when(Reckon::Sum(of(CYCLE_DAYS)), won()),
        Measure::when(Reckon::CountOf(of(CYCLE_DAYS)), won()),
    ];
    let decimals = gate.reading().currency.decimals();
    Deals::of(counting(), measures).answer(gate, ask, |portions| {
        let Some(deals) = portions.first() else { return Figure { value: None, n: 0 } };
        let value = velocity(deals).map(|minor| units(minor, decimals));
        Figure { value, n: [0, 1, 2].map(|place| deals.count(place)).iter().sum() }
    })
}

/// Minor units a day, of the measures of a group.
fn velocity(deals: &Portion) -> Option<Decimal> {
    let win_rate = figures::win_rate(deals.measure(1), deals.measure(2));
    let mean_won = figures::average(deals.measure(3), deals.count(4));
    let mean_days = figures::average(deals.measure(5), deals.count(6));
    figures::sales_velocity(deals.count(0), win_rate, mean_won, mean_days)
}
