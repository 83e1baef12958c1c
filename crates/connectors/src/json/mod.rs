//! JSON as rows of cells: an array of objects, objects one behind the other, or an object that wraps an array of them.
//! What stands deeper has the way there for its column's name: `address.city`, `emails.1.value`.

mod flat;
mod split;
mod values;

pub use values::Values;
