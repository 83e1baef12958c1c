//! Deals: what follows when one enters a stage, and winning, losing and reopening it.

pub mod committee;
mod credit;
mod customer;
mod hook;
mod lacks;
mod line;
mod lose;
mod next_step;
mod note;
mod objection;
mod portrait;
mod remind;
mod reopen;
mod stage;
mod task;
mod win;

use cordee_kit::{Action, Aid, Hook, Job};

pub use portrait::PORTRAIT;
pub use remind::NEXT_STEPS;

/// What is done by the clock.
pub const JOBS: [&Job; 1] = [&remind::REMIND_OF_STEPS];

/// What is done to deals.
pub const ACTIONS: [&Action; 6] =
    [&win::WIN, &lose::LOSE, &reopen::REOPEN, &next_step::STEP_DONE, &next_step::PLAN_STEP, &note::NOTE_TASK];

/// What helps whoever does it by hand.
pub const AIDS: [&Aid; 1] = [&note::AID];

/// What follows when deals are written, their lines, and what one knows of how they are bought.
pub const HOOKS: [Hook; 5] = [hook::HOOK, line::HOOK, credit::HOOK, committee::HOOK, objection::HOOK];
