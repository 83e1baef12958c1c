//! What helps whoever does an action by hand: what its form begins with, and the action that takes it back.

use cordee_base::Outcome;
use cordee_records::{Gate, Likely};
use cordee_schema::{Record, Value};

/// Help with an action.
#[derive(Clone, Copy, Debug)]
pub struct Aid {
    /// The object of the action.
    pub object: &'static str,
    /// The action.
    pub action: &'static str,
    /// What its form begins with.
    pub begins: fn(&mut Gate<'_>, &Record) -> Outcome<Vec<Begun>>,
    /// The action on the same record that takes it back, if one does; else the change itself is taken back.
    pub back: Option<&'static str>,
}

/// A field of an action's form, as it begins.
#[derive(Clone, Debug)]
pub struct Begun {
    /// The field.
    pub field: &'static str,
    /// What stands in it.
    pub value: Value,
    /// The title of the record that is made where it is left empty.
    pub new: Option<String>,
    /// The records that may be meant.
    pub likely: Vec<Likely>,
}
