//! A sentence that stands in the page: something went wrong, or is good to know.

use maud::{Markup, html};

use super::{Icon, Tone, icon};

/// A notice.
#[derive(Clone, Debug)]
pub struct Notice {
    /// How it is meant.
    pub tone: Tone,
    /// The sentence.
    pub text: String,
}

/// The notice as a box with an icon; a bad one is read out at once.
pub fn notice(view: &Notice) -> Markup {
    let (shape, role) = match view.tone {
        Tone::Overdue => (Icon::CircleAlert, "alert"),
        Tone::Risk => (Icon::TriangleAlert, "status"),
        Tone::Won => (Icon::CircleCheck, "status"),
        _ => (Icon::Info, "status"),
    };
    html! { div.notice role=(role) data-tone=(view.tone.name()) { (icon(shape)) p { (view.text) } } }
}
