//! A number, written as the reader's language does.

use maud::{Markup, html};

use super::Control;

pub(super) fn cell(value: &str) -> Markup {
    html! { span.num { (value) } }
}

/// A text input, because browsers read `type=number` by their own language, not by the reader's.
pub(super) fn input(control: &Control, value: &str) -> Markup {
    html! {
        input.input.num #(control.id) type="text" inputmode="decimal" name=(control.name) value=(value) autocomplete="off"
            required[control.required] readonly[control.read_only] aria-invalid=[control.invalid.then_some("true")]
            aria-describedby=[&control.described_by];
    }
}
