//! Deals: what follows when one enters a stage, and winning, losing and reopening it.

mod customer;
mod hook;
mod line;
mod lose;
mod reopen;
mod stage;
mod win;

use cordee_kit::{Action, Hook};

/// What is done to deals.
pub const ACTIONS: [&Action; 3] = [&win::WIN, &lose::LOSE, &reopen::REOPEN];

/// What follows when deals and their lines are written.
pub const HOOKS: [Hook; 2] = [hook::HOOK, line::HOOK];
