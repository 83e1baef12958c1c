//! One file for each object.

pub mod account;
pub mod activity;
pub mod affiliation;
pub mod contact;
pub mod lead;
pub mod opportunity;
pub mod opportunity_line;
pub mod pipeline;
pub mod product;
pub mod stage;
