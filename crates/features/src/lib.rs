//! The verbs of selling, one folder for each area; and the invented company of the demo.

pub mod demo;
