//! Planning: what has become of the pipeline, what it comes to, and how sure that is.

mod calls;
mod courses;
mod coverage;
mod focus;
mod forecast;
mod goal;
mod objections;
mod odds;
mod periods;
mod quotas;
mod review;
mod scope;
mod scoreboard;
mod staff;
mod stages;
mod sums;
mod titles;
mod win_loss;

use cordee_kit::{Glimpse, Job, Reminder, Report};

use cordee_records::Hook;

pub use goal::GOAL;
pub use quotas::ACTIONS;

/// What is done by the clock.
pub const JOBS: [&Job; 2] = [&calls::REMIND_OF_CALLS, &stages::FIND_KEY_STAGES];

/// What people are reminded of.
pub const REMINDERS: [&Reminder; 2] = calls::REMINDERS;

/// What follows when something of planning is written.
pub const HOOKS: [Hook; 2] = [quotas::HOOK, calls::HOOK];

/// The reports of planning, in the order in which they are offered.
pub const REPORTS: [&Report; 10] = [
    &review::PIPELINE_REVIEW,
    &forecast::FORECAST,
    &calls::FORECAST_CALLS,
    &coverage::COVERAGE,
    &focus::FOCUS,
    &scoreboard::SCOREBOARD,
    &stages::STAGE_ANALYTICS,
    &odds::WIN_PROBABILITY,
    &win_loss::WIN_LOSS,
    &objections::OBJECTIONS,
];

/// What they say of one record on its page.
pub const GLIMPSES: [&Glimpse; 1] = [&odds::GLIMPSE];
