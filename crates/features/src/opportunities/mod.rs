//! Deals: what follows when one enters a stage, and winning, losing and reopening it.

pub mod committee;
mod customer;
mod hook;
mod lacks;
mod line;
mod lose;
mod next_step;
mod objection;
mod portrait;
mod reopen;
mod stage;
mod task;
mod win;

use cordee_kit::{Action, Hook};

pub use portrait::PORTRAIT;

/// What is done to deals.
pub const ACTIONS: [&Action; 5] =
    [&win::WIN, &lose::LOSE, &reopen::REOPEN, &next_step::STEP_DONE, &next_step::PLAN_STEP];

/// What follows when deals are written, their lines, and what one knows of how they are bought.
pub const HOOKS: [Hook; 4] = [hook::HOOK, line::HOOK, committee::HOOK, objection::HOOK];
