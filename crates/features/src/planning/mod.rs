//! Planning: what has become of the pipeline, what it comes to, and how sure that is.

mod coverage;
mod forecast;
mod periods;
mod quotas;
mod review;
mod scope;
mod scoreboard;
mod staff;
mod stages;
mod titles;

use cordee_kit::Report;

pub use quotas::{ACTIONS, HOOKS};

/// The reports of planning, in the order in which they are offered.
pub const REPORTS: [&Report; 5] = [
    &review::PIPELINE_REVIEW,
    &forecast::FORECAST,
    &coverage::COVERAGE,
    &stages::STAGE_ANALYTICS,
    &scoreboard::SCOREBOARD,
];
