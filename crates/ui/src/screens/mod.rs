//! The generic screens: each a function of its view value, in a file of its own.

pub mod board;
pub mod form;
pub mod list;
pub mod record;
pub mod sign_in;
