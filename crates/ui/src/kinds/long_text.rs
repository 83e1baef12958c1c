//! Text with line breaks.

use maud::{Markup, html};

use super::Control;

pub(super) fn cell(value: &str) -> Markup {
    html! { span.long-text { (value) } }
}

pub(super) fn input(control: &Control, value: &str) -> Markup {
    html! {
        textarea.input #(control.id) name=(control.name) rows="4" required[control.required] readonly[control.read_only]
            aria-invalid=[control.invalid.then_some("true")] aria-describedby=[&control.described_by] { "\n" (value) }
    }
}
