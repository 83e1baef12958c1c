//! Merging two records of one thing, and undoing it.

mod merge;
mod unmerge;

use cordee_kit::Action;

/// What is done to records that may be doubled.
pub const ACTIONS: [&Action; 2] = [&merge::MERGE, &unmerge::UNMERGE];
