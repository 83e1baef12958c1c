#![doc = include_str!("../README.md")]

pub mod cards;
pub mod json;
pub mod outbound;
pub mod sheets;
pub mod tables;
pub mod webhook;
pub mod workbook;
