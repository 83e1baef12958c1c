//! Arithmetic and decisions about selling, pure: numbers and facts in, numbers and facts out.
//!
//! Each formula has one home here; screen, API and report all ask it. What can't be reckoned is `None`, never 0.

pub mod committee;
pub mod figures;
pub mod names;
pub mod pipeline;
pub mod pricing;
pub mod series;
pub mod statistics;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
