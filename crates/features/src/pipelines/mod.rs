//! Pipelines and their stages: made from a template or from one that has proved itself; what they mean for the deals that
//! stand there, and how a stage goes out of use.

mod counts;
mod criterion;
mod duplicate;
mod hook;
mod retire;
mod stage;
mod template;

use cordee_kit::{Action, Hook, Job};

/// What is done to pipelines and stages.
pub const ACTIONS: [&Action; 2] = [&duplicate::DUPLICATE, &retire::RETIRE];

/// What follows when pipelines and stages are written, and what stages ask for.
pub const HOOKS: [Hook; 3] = [hook::HOOK, stage::HOOK, criterion::HOOK];

/// What is gone on with when there are many deals.
pub const JOBS: [&Job; 1] = [&counts::COUNT_DEALS];
