//! Upkeep: what the house does for itself by the clock.

mod attachments;
mod files;
mod shares;
mod sweep;
mod tidy;

use cordee_kit::Job;

/// What is done by the clock.
pub const JOBS: [&Job; 5] =
    [&sweep::SWEEP, &shares::END_SHARES, &files::FILES, &attachments::ATTACHMENTS, &tidy::TIDY];

/// A minute, five, an hour: what fails here is tried again soon, and comes round anyway.
const WAITS: &[i64] = &[60, 300, 3600];
