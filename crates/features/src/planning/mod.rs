//! Planning: what has become of the pipeline, what it comes to, and how sure that is.

mod coverage;
mod focus;
mod forecast;
mod odds;
mod objections;
mod periods;
mod quotas;
mod review;
mod scope;
mod scoreboard;
mod staff;
mod stages;
mod titles;
mod win_loss;

use cordee_kit::Report;

pub use quotas::{ACTIONS, HOOKS};

/// The reports of planning, in the order in which they are offered.
pub const REPORTS: [&Report; 9] = [
    &review::PIPELINE_REVIEW,
    &forecast::FORECAST,
    &coverage::COVERAGE,
    &focus::FOCUS,
    &scoreboard::SCOREBOARD,
    &stages::STAGE_ANALYTICS,
    &odds::WIN_PROBABILITY,
    &win_loss::WIN_LOSS,
    &objections::OBJECTIONS,
];
