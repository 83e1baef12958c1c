//! How far somebody is with what they are to reach: found out once the page is there.

use maud::{Markup, html};

use super::{Tone, bar};
use crate::assets::asset_url;

/// Where it is asked how far somebody is: answers [`goal`] and nothing else; without a script it is a page.
#[derive(Clone, Debug)]
pub struct GoalAsked {
    /// What stands there until it is known.
    pub label: String,
    /// The address.
    pub href: String,
}

/// How far somebody is with what they are to reach.
#[derive(Clone, Debug)]
pub struct Goal {
    /// Whose it is.
    pub whose: String,
    /// In which stretch of time.
    pub period: String,
    /// The figures, with what each is called.
    pub facts: Vec<(String, String)>,
    /// What is reached, in hundredths and in words.
    pub share: Option<(u8, String)>,
    /// What the share is called as a whole.
    pub share_label: Option<String>,
    /// Where more of it is told.
    pub href: String,
}

/// The place where it is told once it is known.
pub fn goal_asked(asked: &GoalAsked) -> Markup {
    html! {
        div.goal-place data-glimpse=(asked.href) data-module=(asset_url("glimpse.js")) { a href=(asked.href) hx-boost="false" { (asked.label) } }
    }
}

/// How far somebody is, in a line that leads to more of it.
pub fn goal(view: &Goal) -> Markup {
    html! {
        a.goal href=(view.href) hx-boost="false" {
            span.goal-whose { b { (view.whose) } " " span.quiet { (view.period) } }
            @if let Some((share, said)) = &view.share {
                @let tone = if *share >= 100 { Tone::Won } else { Tone::Accent };
                span.goal-share { (bar(*share, tone, view.share_label.as_deref().unwrap_or(said))) span aria-hidden="true" { (said) } }
            }
            @for (label, value) in &view.facts { span.goal-fact { span.quiet { (label) } " " (value) } }
        }
    }
}
