//! Leads: converting the good ones, disqualifying the others.

mod begin;
mod convert;
mod disqualify;
mod known;
mod portrait;
mod take_up;
mod timeline;
mod unconvert;

use cordee_catalog::lead::LEAD;
use cordee_kit::{Action, Aid};

pub use portrait::PORTRAIT;

/// What is done to leads.
pub const ACTIONS: [&Action; 4] =
    [&convert::CONVERT, &unconvert::UNCONVERT, &disqualify::DISQUALIFY, &take_up::TAKE_UP];

/// What helps with it.
pub const AIDS: [&Aid; 1] = [&CONVERT];

static CONVERT: Aid = Aid {
    object: LEAD.name,
    action: convert::CONVERT.name,
    begins: begin::begin,
    back: Some(unconvert::UNCONVERT.name),
};
