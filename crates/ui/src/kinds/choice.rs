//! One of a list.

use maud::{Markup, html};

use super::Control;
use crate::components::{Tone, badge};

/// Something to choose.
#[derive(Clone, Debug, Default)]
pub struct Pick {
    /// What is posted.
    pub value: String,
    /// What is shown.
    pub label: String,
    /// How it is meant.
    pub tone: Tone,
}

impl Pick {
    /// A neutral choice.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Pick {
        Pick { value: value.into(), label: label.into(), tone: Tone::Neutral }
    }

    /// The same choice, meant so.
    pub fn tone(mut self, tone: Tone) -> Pick {
        self.tone = tone;
        self
    }
}

pub(super) fn cell(pick: &Pick) -> Markup {
    badge(&pick.label, pick.tone)
}

pub(super) fn input(control: &Control, value: &str, options: &[Pick]) -> Markup {
    html! {
        select.input #(control.id) name=(control.name) required[control.required] disabled[control.read_only]
            aria-invalid=[control.invalid.then_some("true")] aria-describedby=[&control.described_by] {
            @if !control.required || value.is_empty() { option value="" selected[value.is_empty()] { "–" } }
            // A value that is out of use stays choosable where it is already chosen.
            @if !value.is_empty() && !options.iter().any(|option| option.value == value) { option value=(value) selected { (value) } }
            @for option in options { option value=(option.value) selected[option.value == value] { (option.label) } }
        }
    }
}
