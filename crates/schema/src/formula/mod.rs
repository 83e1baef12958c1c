//! Formulas: what a field of a record is reckoned from, in a small language that people write.
//!
//! A formula is read once, when it is declared: names are resolved, types checked, and every fault says where. It
//! reads fields of its own record, roll-ups among them, and of records one link up; there is no clock in it, because a value that stands in
//! a table would grow old without anybody writing.

mod known;
mod parse;
mod reckon;
mod tokens;
mod tree;
mod types;

use cordee_base::Fault;

pub use known::Known;
use tree::Node;

use crate::{FieldDef, Kind, Value};

/// A formula whose names are resolved and whose types fit.
#[derive(Clone, Debug)]
pub struct Formula {
    /// How it was written.
    pub text: String,
    /// What it gives.
    pub result: Type,
    /// The fields that it reads, in the order in which [`Formula::value`] wants their values.
    pub reads: Vec<Read>,
    /// All fields on which its value depends, also through other formulas: objects and names.
    pub from: Vec<(&'static str, &'static str)>,
    /// The objects through which it reads, and whether all their records must be seen by whom its value may tell of
    /// them; of the parts of others it is enough to see those others.
    pub through: Vec<(&'static str, bool)>,
    root: Node,
}

/// What a formula gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// A number.
    Number,
    /// An amount of money.
    Money,
    /// A text.
    Text,
    /// A calendar date.
    Date,
    /// An instant.
    Moment,
    /// A time of day.
    Time,
    /// Yes or no.
    YesNo,
}

/// A field that a formula reads.
#[derive(Clone, Copy, Debug)]
pub struct Read {
    /// The link of the record that leads to the one that has the field; none for a field of its own.
    pub link: Option<&'static str>,
    /// The object that has the field.
    pub object: &'static str,
    /// The field.
    pub field: FieldDef,
    /// One part of it, such as the city of an address.
    pub part: Option<&'static str>,
}

impl Formula {
    /// Reads a formula for a field of `object`; a fault at `formula` says in which column it goes wrong, and how.
    pub fn read(text: &str, known: &Known, object: &str) -> Result<Formula, Fault> {
        types::typed(parse::parse(text)?, text, known, object)
    }

    /// What it comes to for a field of this kind, given the values of the fields that it reads; no value where one is
    /// missing that is needed, where it can't be reckoned, and where the field can't hold it.
    pub fn value(&self, values: &[Value], kind: Kind) -> Value {
        reckon::value(&self.root, &self.reads, values, kind)
    }

    /// The kind of the field that holds its result; numbers are rounded to `decimals`.
    pub fn kind(&self, decimals: u8) -> Kind {
        match self.result {
            Type::Number => crate::number("", decimals).def.kind,
            Type::Money => crate::money("").def.kind,
            Type::Text => crate::text("").def.kind,
            Type::Date => crate::date("").def.kind,
            Type::Moment => crate::moment("").def.kind,
            Type::Time => crate::time("").def.kind,
            Type::YesNo => crate::yes_no("").def.kind,
        }
    }
}

impl Type {
    /// All types with their names.
    pub const ALL: [(&'static str, Type); 7] = [
        ("number", Type::Number),
        ("money", Type::Money),
        ("text", Type::Text),
        ("date", Type::Date),
        ("moment", Type::Moment),
        ("time", Type::Time),
        ("yes_no", Type::YesNo),
    ];

    /// The name: `yes_no`.
    pub fn name(self) -> &'static str {
        Type::ALL.iter().find(|(_, known)| *known == self).map_or("", |(name, _)| name)
    }
}

/// A fault of the formula in this column.
fn fault(key: &'static str, column: usize) -> Fault {
    Fault::at("formula", key).with("column", column)
}

#[cfg(test)]
mod tests;
