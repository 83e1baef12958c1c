//! Yes or no; where nothing need be said, that is a third answer.

use maud::{Markup, html};

use super::Control;
use crate::components::{Icon, icon};
use crate::word::word;

pub(super) fn cell(yes: bool, text: &str) -> Markup {
    html! { span.yes-no data-yes[yes] { @if yes { (icon(Icon::Check)) } (text) } }
}

pub(super) fn input(control: &Control, value: Option<bool>) -> Markup {
    let answers = [(Some(true), "true", "yes"), (Some(false), "false", "no"), (None, "", "form-none")];
    let offered = if control.required { 2 } else { 3 };
    html! {
        div.radios {
            @for (answer, posted, key) in &answers[..offered] {
                label.radio {
                    input type="radio" name=(control.name) value=(posted) checked[*answer == value] disabled[control.read_only];
                    span { (word(control.language, key)) }
                }
            }
        }
    }
}
