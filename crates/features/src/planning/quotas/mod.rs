//! Quotas: what they are called and what counts of them, and how one is split into parts that add up.

mod hook;
mod split;

use cordee_kit::Action;

pub use hook::HOOK;

/// What is done to quotas.
pub const ACTIONS: [&Action; 1] = [&split::SPLIT];
