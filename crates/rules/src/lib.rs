//! Arithmetic and decisions about selling, pure: numbers and facts in, numbers and facts out.
//!
//! Each formula has one home here; screen, API and report all ask it. What can't be reckoned is `None`, never 0.

pub mod accuracy;
pub mod bridge;
pub mod calls;
pub mod committee;
pub mod coverage;
pub mod credit;
pub mod figures;
pub mod fiscal;
pub mod focus;
pub mod journey;
pub mod key_stage;
pub mod learned;
pub mod likelihood;
pub mod names;
pub mod objections;
pub mod odds;
pub mod outlook;
pub mod pipeline;
pub mod pricing;
pub mod probability;
pub mod proportion;
pub mod quota;
pub mod rollup;
pub mod scoreboard;
pub mod series;
pub mod stages;
pub mod statistics;
pub mod survival;
pub mod workdays;
mod xoshiro;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
