//! Several of a list.

use maud::{Markup, html};

use super::{Control, Pick};
use crate::components::badge;

pub(super) fn cell(picks: &[Pick]) -> Markup {
    html! { span.badges { @for pick in picks { (badge(&pick.label, pick.tone)) } } }
}

pub(super) fn input(control: &Control, values: &[String], options: &[Pick]) -> Markup {
    html! {
        select.input #(control.id) name=(control.name) multiple required[control.required] disabled[control.read_only]
            aria-invalid=[control.invalid.then_some("true")] aria-describedby=[&control.described_by] {
            @for option in options { option value=(option.value) selected[values.contains(&option.value)] { (option.label) } }
        }
    }
}
