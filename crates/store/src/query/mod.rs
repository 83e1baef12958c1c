//! The one query builder: statements as values, in the common ground of the two databases.
//!
//! Identifiers come from declarations and are quoted; values are always bound. The few expressions that each
//! database says in its own way are named here and written in [`Dialect`]'s own file.

mod expr;
mod statement;

pub use expr::{Comparison, Expr};
pub use statement::{Delete, Insert, Join, Order, Select, Update};

use std::borrow::Cow;

use cordee_schema::Cell;

use crate::Dialect;

/// A statement's text with the values to bind, in order.
#[derive(Debug)]
pub(crate) struct Text<'a> {
    pub text: String,
    pub args: Vec<&'a Cell>,
    pub dialect: Dialect,
}

impl<'a> Text<'a> {
    pub(crate) fn new(dialect: Dialect) -> Text<'a> {
        Text { text: String::with_capacity(512), args: Vec::new(), dialect }
    }

    pub(crate) fn push(&mut self, text: &str) -> &mut Text<'a> {
        self.text.push_str(text);
        self
    }

    /// A quoted identifier.
    pub(crate) fn name(&mut self, name: &str) -> &mut Text<'a> {
        self.text.push('"');
        for letter in name.chars() {
            if letter == '"' {
                self.text.push('"');
            }
            self.text.push(letter);
        }
        self.text.push('"');
        self
    }

    /// A bound value.
    pub(crate) fn arg(&mut self, cell: &'a Cell) -> &mut Text<'a> {
        self.args.push(cell);
        self.text.push('$');
        self.text.push_str(itoa(self.args.len()).as_str());
        self
    }

    pub(crate) fn list<T>(
        &mut self,
        items: &'a [T],
        between: &str,
        mut each: impl FnMut(&mut Text<'a>, &'a T),
    ) {
        for (place, item) in items.iter().enumerate() {
            if place > 0 {
                self.push(between);
            }
            each(self, item);
        }
    }
}

/// The text without NUL, which PostgreSQL can't keep.
pub(crate) fn without_nul(text: &str) -> Cow<'_, str> {
    if text.contains('\0') { Cow::Owned(text.replace('\0', "")) } else { Cow::Borrowed(text) }
}

fn itoa(number: usize) -> String {
    number.to_string()
}

#[cfg(test)]
mod tests;
