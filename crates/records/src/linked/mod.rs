//! Links to many. A field holds the ids of what it links to, in order; beside the records stand rows that tell who links
//! to what, for conditions, for the pages of the other side, and for what is merged or taken out for good.

mod filter;
mod keep;
mod parted;
mod see;
mod settle;
mod turn;

use cordee_schema::kinds::links::LinksKind;
use cordee_schema::{Behave, Cell, FieldDef, Kind, Object, Value};

pub(crate) use keep::rebuild;

/// The name under which the links of a field are kept: that of its table (of records, or of their versions) and its own.
fn of(table: &str, field: &FieldDef) -> String {
    format!("{table}.{}", field.name)
}

/// The fields of an object that link to many.
pub(crate) fn many(object: &'static Object) -> impl Iterator<Item = &'static FieldDef> {
    object.fields.iter().filter(|field| matches!(field.kind, Kind::Links(_)))
}

/// The links in the cell of a column, whatever they lead to.
fn held(cell: &Cell) -> Value {
    LinksKind { to: "" }.value(std::slice::from_ref(cell))
}

/// The cell of links.
fn cell_of(value: &Value) -> Cell {
    let mut cells = Vec::with_capacity(1);
    LinksKind { to: "" }.cells(value, &mut cells);
    cells.pop().unwrap_or(Cell::Null)
}
