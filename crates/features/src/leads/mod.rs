//! Leads: converting the good ones, disqualifying the others.

mod convert;
mod disqualify;
mod known;
mod timeline;

use cordee_kit::Action;

/// What is done to leads.
pub const ACTIONS: [&Action; 2] = [&convert::CONVERT, &disqualify::DISQUALIFY];
