//! An empty page teaches: what this is for, and how to begin.

use maud::{Markup, html};

use super::{Action, Icon, icon};

/// What stands where nothing is yet.
#[derive(Clone, Debug)]
pub struct Empty {
    /// The icon of what is missing.
    pub icon: Icon,
    /// What is missing.
    pub title: String,
    /// What it is for, in a sentence.
    pub text: String,
    /// Ways to begin; the first is the main one.
    pub actions: Vec<Action>,
}

/// The empty state.
pub fn empty(view: &Empty) -> Markup {
    html! {
        div.empty {
            span.empty-icon { (icon(view.icon)) }
            h2 { (view.title) }
            p { (view.text) }
            @if !view.actions.is_empty() { div.empty-actions { @for action in &view.actions { (action) } } }
        }
    }
}
