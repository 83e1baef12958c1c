//! The values of fields that few different ones are held by: each is kept once, and named by its place.

use std::collections::HashMap;

use cordee_base::Currency;
use cordee_schema::{Cell, Path, Value};

use super::packed::{FIELDS, Held};
use crate::read::value_of;

/// The values that fields have held.
#[derive(Clone, Default)]
pub(super) struct Words([Field; FIELDS]);

#[derive(Clone, Default)]
struct Field {
    values: Vec<Value>,
    places: HashMap<Key, u32>,
}

/// A cell by which a value is found again.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Key {
    Number(i64),
    Other(String),
}

impl Words {
    /// What the cell of a field holds: a number as it is, anything else by its place among the values.
    pub fn held(&mut self, place: usize, path: &Path, cell: &Cell, currency: Currency) -> Held {
        let key = match cell {
            Cell::Null => return Held::Nothing,
            Cell::Int(number) if path.field.links_to().is_none() => return Held::Number(*number),
            Cell::Moment(moment) => return Held::Number(moment.micros()),
            Cell::Int(number) => Key::Number(*number),
            Cell::Text(text) => Key::Other(text.clone()),
            other => Key::Other(format!("{other:?}")),
        };
        let field = &mut self.0[place];
        let next = field.values.len() as u32;
        let word = *field.places.entry(key).or_insert(next);
        if word == next {
            field.values.push(value_of(path, std::slice::from_ref(cell), currency));
        }
        Held::Word(word)
    }

    /// The values of a field, in the order of their places.
    pub fn of(&self, place: usize) -> &[Value] {
        self.0.get(place).map_or(&[], |field| &field.values)
    }
}
