#![doc = include_str!("../README.md")]

pub mod outbound;
pub mod sheets;
pub mod webhook;
