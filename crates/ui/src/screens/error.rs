//! Something didn't work: what, why, and what to do now.

use maud::{Markup, html};

use crate::components::{Action, Icon, icon};

/// An error page; drawn in the frame if there is one, else bare.
#[derive(Clone, Debug)]
pub struct ErrorPage {
    /// The problem in a few words.
    pub title: String,
    /// A sentence that says what would be right.
    pub text: String,
    /// What to tell the administrator, for our own failures.
    pub reference: Option<String>,
    /// Ways on; the first is the main one.
    pub actions: Vec<Action>,
}

/// The body of an error page.
pub fn error(view: &ErrorPage) -> Markup {
    html! {
        div.empty.error-page {
            span.empty-icon { (icon(Icon::CircleAlert)) }
            h1.page-title { (view.title) }
            p { (view.text) }
            @if let Some(reference) = &view.reference { p.error-reference { (reference) } }
            div.empty-actions { @for action in &view.actions { (action) } }
        }
    }
}
