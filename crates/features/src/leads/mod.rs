//! Leads: converting the good ones, disqualifying the others.

mod convert;
mod disqualify;
mod known;
mod take_up;
mod timeline;

use cordee_kit::Action;

/// What is done to leads.
pub const ACTIONS: [&Action; 3] = [&convert::CONVERT, &disqualify::DISQUALIFY, &take_up::TAKE_UP];
