//! A password: hidden, pasted or filled in by a password manager, and shown while its button is pressed in.

use maud::{Markup, html};

use super::{Control, text};
use crate::word::word;

pub(super) fn input(control: &Control, fresh: bool) -> Markup {
    let (show, hide) = (word(control.language, "password-show"), word(control.language, "password-hide"));
    html! {
        div.joined {
            (text::input(control, "password", "", Some(if fresh { "new-password" } else { "current-password" })))
            button.joined-unit type="button" data-reveal data-hide=(hide) aria-pressed="false" hidden { (show) }
        }
    }
}
