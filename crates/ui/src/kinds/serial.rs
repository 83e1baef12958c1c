//! A number that Cordee counts up, such as `Q-2026-0042`.

use maud::{Markup, html};

use super::Control;

pub(super) fn cell(value: &str) -> Markup {
    html! { span.serial { (value) } }
}

/// Shown, never written.
pub(super) fn input(control: &Control, value: &str) -> Markup {
    html! { output.serial #(control.id) { @if value.is_empty() { "–" } @else { (value) } } }
}
