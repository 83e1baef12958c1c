//! A line of text.

use maud::{Markup, html};

use super::Control;

pub(super) fn cell(value: &str) -> Markup {
    html! { (value) }
}

/// An input of one line; the kinds that are text with a rule (e-mail, phone, number …) share it.
pub(super) fn input(control: &Control, kind: &str, value: &str, autocomplete: Option<&str>) -> Markup {
    html! {
        input.input #(control.id) type=(kind) name=(control.name) value=(value) autocomplete=(autocomplete.unwrap_or("off"))
            required[control.required] readonly[control.read_only] aria-invalid=[control.invalid.then_some("true")]
            aria-describedby=[&control.described_by];
    }
}
