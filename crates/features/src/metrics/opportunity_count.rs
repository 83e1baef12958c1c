//! Deals: how many there are that count as opportunities, in whatever state.

use cordee_base::Outcome;
use cordee_catalog::deals::counting;
use cordee_kit::{Answer, Ask, Metric, Unit};
use cordee_records::{Gate, Measure, Reckon};

use super::deals::{Deals, counted, metric};

/// How many deals there are, but for those that do not count as opportunities.
pub static OPPORTUNITY_COUNT: Metric = metric("opportunity_count", Unit::Count, counting, reckon);

fn reckon(gate: &mut Gate<'_>, ask: &Ask) -> Outcome<Answer> {
    let deals = Deals::of(counting(), vec![Measure::of(Reckon::Count)]);
    deals.answer(gate, ask, counted)
}
