//! Planning: what has become of the pipeline, what it comes to, and how sure that is.

mod calls;
mod coverage;
mod forecast;
mod periods;
mod quotas;
mod review;
mod scope;
mod staff;
mod stages;
mod sums;
mod titles;

use cordee_kit::Report;

use cordee_records::Hook;

pub use quotas::ACTIONS;

/// What follows when something of planning is written.
pub const HOOKS: [Hook; 2] = [quotas::HOOK, calls::HOOK];

/// The reports of planning, in the order in which they are offered.
pub const REPORTS: [&Report; 5] = [
    &review::PIPELINE_REVIEW,
    &forecast::FORECAST,
    &calls::FORECAST_CALLS,
    &coverage::COVERAGE,
    &stages::STAGE_ANALYTICS,
];
