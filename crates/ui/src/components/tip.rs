//! A label that is a term of the glossary explains itself: on hover, focus and tap, without a script by its page.

use maud::{Markup, html};

use super::{Icon, icon};

/// What explains a label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tip {
    /// The term's name in addresses, such as `win-rate`.
    pub term: String,
    /// What the sign is called; the same everywhere, so that nothing else is found by the label's own name.
    pub label: String,
}

/// `label`, with the sign that explains it where it is a term.
pub fn labelled(label: Markup, tip: Option<&Tip>) -> Markup {
    match tip {
        Some(tip) => html! { span.labelled { (label) (sign(tip)) } },
        None => label,
    }
}

/// The sign alone.
pub fn sign(tip: &Tip) -> Markup {
    html! { a.tip href={ "/glossary/" (tip.term) } aria-label=(tip.label) data-tip=(tip.term) { (icon(Icon::Info)) } }
}
