//! An e-mail address.

use maud::{Markup, html};

use super::{Control, text};

pub(super) fn cell(value: &str) -> Markup {
    html! { a.link href={ "mailto:" (value) } { (value) } }
}

pub(super) fn input(control: &Control, value: &str) -> Markup {
    text::input(control, "email", value, Some("email"))
}
