//! The figures of selling, one file each: what they count, and by which formula of `rules`.
//!
//! All are reckoned from deals; `from` and `to` bound their close date: the actual one of closed deals, the expected
//! one of open deals. So a deal without a date counts only where neither is given.

mod average_won_value;
mod deals;
mod lost_count;
mod opportunity_count;
mod pipeline_value;
mod sales_cycle_days;
mod sales_velocity;
mod weighted_pipeline;
mod win_rate;
mod win_rate_by_value;
mod won_arr;
mod won_count;
mod won_value;

use cordee_kit::Metric;

/// All figures, in the order in which they are offered.
pub fn metrics() -> Vec<&'static Metric> {
    vec![
        &opportunity_count::OPPORTUNITY_COUNT,
        &won_value::WON_VALUE,
        &won_arr::WON_ARR,
        &won_count::WON_COUNT,
        &lost_count::LOST_COUNT,
        &win_rate::WIN_RATE,
        &win_rate_by_value::WIN_RATE_BY_VALUE,
        &average_won_value::AVERAGE_WON_VALUE,
        &sales_cycle_days::SALES_CYCLE_DAYS,
        &pipeline_value::PIPELINE_VALUE,
        &weighted_pipeline::WEIGHTED_PIPELINE,
        &sales_velocity::SALES_VELOCITY,
    ]
}
