//! A telephone number, ready to dial.

use maud::{Markup, html};

use super::{Control, text};

pub(super) fn cell(shown: &str, dial: &str) -> Markup {
    html! { a.link.num href={ "tel:" (dial) } { (shown) } }
}

pub(super) fn input(control: &Control, value: &str) -> Markup {
    text::input(control, "tel", value, Some("tel"))
}
