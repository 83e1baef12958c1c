//! A percentage.

use maud::{Markup, html};

use super::{Control, number};

pub(super) fn cell(value: &str) -> Markup {
    number::cell(value)
}

pub(super) fn input(control: &Control, value: &str) -> Markup {
    html! { div.joined { (number::input(control, value)) span.joined-unit aria-hidden="true" { "%" } } }
}
