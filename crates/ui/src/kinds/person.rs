//! A person who uses Cordee; asked for as a link is.

use maud::Markup;

use super::{Control, link};
use crate::components::{Person, person};

pub(super) fn cell(value: &Person) -> Markup {
    person(value)
}

pub(super) fn input(control: &Control, id: &str, title: &str, lookup: &str) -> Markup {
    link::input(control, id, title, lookup)
}
