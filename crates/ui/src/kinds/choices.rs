//! Several of a list, as boxes to tick.

use maud::{Markup, html};

use super::{Control, Pick};
use crate::components::badge;

pub(super) fn cell(picks: &[Pick]) -> Markup {
    html! { span.badges { @for pick in picks { (badge(&pick.label, pick.tone)) } } }
}

pub(super) fn input(control: &Control, values: &[String], options: &[Pick]) -> Markup {
    html! {
        // An empty value goes along, so that ticking nothing is told from not having been asked.
        input type="hidden" name=(control.name) value="";
        div.checks {
            @for option in options {
                label.check {
                    input type="checkbox" name=(control.name) value=(option.value) checked[values.contains(&option.value)]
                        disabled[control.read_only];
                    span { (option.label) }
                }
            }
        }
    }
}
