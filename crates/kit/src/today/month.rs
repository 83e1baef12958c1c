//! The month so far, beside the same days of the month before.

use cordee_base::{Date, Decimal, Outcome, Period};
use cordee_records::Gate;
use cordee_schema::Filter;

use crate::{Ask, Metric, Whose};

/// A figure of the month so far.
#[derive(Clone, Debug)]
pub struct SoFar {
    /// Which.
    pub metric: &'static Metric,
    /// What it comes to until today.
    pub now: Decimal,
    /// What it came to in the month before by the same day.
    pub before: Decimal,
    /// The records that it rests on, of any time.
    pub rows: Filter,
}

/// Reckons it; none if the actor may not see what it is made of.
pub(super) fn so_far(gate: &mut Gate<'_>, metric: &'static Metric, whose: &Whose) -> Outcome<Option<SoFar>> {
    let Ok(object) = gate.object(metric.object) else { return Ok(None) };
    let today = gate.today();
    let start = Period::Month.start(today);
    let before = Period::Month.start(start.yesterday().unwrap_or(start));
    let same_day = before.saturating_add(today - start).min(start.yesterday().unwrap_or(start));
    let filter = whose.filter(gate, object);
    let mut between = |from: Date, to: Date| {
        let ask = Ask {
            by: Vec::new(),
            from: Some(from),
            to: Some(to),
            filter: filter.clone(),
            as_of: None,
            statistic: None,
        };
        Ok::<_, cordee_base::Problem>((metric.reckon)(gate, &ask)?.total.value.unwrap_or(Decimal::ZERO))
    };
    let (now, before) = (between(start, today)?, between(before, same_day)?);
    Ok(Some(SoFar { metric, now, before, rows: (metric.rows)().and(filter) }))
}
