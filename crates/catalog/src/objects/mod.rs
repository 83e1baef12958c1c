//! One file for each object.

pub mod account;
pub mod activity;
pub mod affiliation;
pub mod buying_criterion;
pub mod buying_signal;
pub mod committee_member;
pub mod competitor;
pub mod contact;
pub mod credit_split;
pub mod forecast_call;
pub mod lead;
pub mod objection;
pub mod opportunity;
pub mod opportunity_line;
pub mod pain_point;
pub mod pipeline;
pub mod product;
pub mod quota;
pub mod stage;
pub mod stage_criterion;
