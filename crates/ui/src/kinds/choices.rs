//! Several of a list, as boxes to tick.

use maud::{Markup, html};

use super::{Control, Pick};
use crate::components::badge;

/// How many have room in a row of a table; how many more there are is told beside them.
const IN_A_ROW: usize = 2;
/// An option with more letters takes a line of its own, and so do all beside it.
const LONG: usize = 32;

pub(super) fn cell(picks: &[Pick]) -> Markup {
    let more = picks.len().saturating_sub(IN_A_ROW);
    html! {
        span.badges {
            @for pick in picks { (badge(&pick.label, pick.tone)) }
            @if more > 0 {
                @let rest: Vec<&str> = picks[IN_A_ROW..].iter().map(|pick| pick.label.as_str()).collect();
                span.badges-more aria-hidden="true" title=(rest.join(", ")) { "+" (more) }
            }
        }
    }
}

pub(super) fn input(control: &Control, values: &[String], options: &[Pick]) -> Markup {
    let long = options.iter().any(|option| option.label.chars().count() > LONG);
    html! {
        // An empty value goes along, so that ticking nothing is told from not having been asked.
        input type="hidden" name=(control.name) value="";
        div.checks data-long[long] {
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
