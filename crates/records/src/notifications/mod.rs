//! Notifications: what happened to the records that people follow, told to each of them in the app.
//!
//! A reader of the sealed journal makes them (`make.rs`) for whoever is concerned (`concerned.rs`); they are read with
//! the rights that the person has when they look (`read.rs`). Of what nobody did, jobs remind people (`remind.rs`).

mod concerned;
mod keep;
mod make;
mod mark;
mod read;
mod remind;

pub use read::{Notice, NoticesAsked};
pub use remind::{MORNING, Reminding};
