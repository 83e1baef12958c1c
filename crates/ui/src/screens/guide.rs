//! What one should know where a record stands: what it is about there, and what to do; folded where that is long.

use maud::{Markup, html};

use cordee_i18n::Language;

use crate::components::prose::prose;
use crate::components::{Icon, icon};
use crate::word::word;

/// What one should know.
#[derive(Clone, Debug)]
pub struct Guide {
    /// What it is about, such as `How to sell in “Proposal”`.
    pub label: String,
    /// What it is about there.
    pub about: String,
    /// What to do: its label, and the text.
    pub steps: Option<(String, String)>,
    /// Where it is changed, for who may.
    pub edit: Option<String>,
}

/// A guide with more letters is folded at first.
const LONG: usize = 240;

/// The guide.
pub fn guide(language: Language, view: &Guide) -> Markup {
    let letters = |text: &str| text.chars().count();
    let long = letters(&view.about) + view.steps.as_ref().map_or(0, |(_, text)| letters(text)) > LONG;
    html! {
        details.guide open[!long] {
            summary { (icon(Icon::BookOpen)) span.guide-label { (view.label) } @if long { span.guide-first { (first(&view.about)) } } }
            div.guide-body {
                @if !view.about.is_empty() { (prose(&view.about)) }
                @if let Some((label, text)) = &view.steps { div.guide-steps { h3.guide-steps-label { (label) } (prose(text)) } }
                @if let Some(edit) = &view.edit { a.link.guide-edit href=(edit) { (word(language, "action-edit")) } }
            }
        }
    }
}

/// The first line, told while it is folded.
fn first(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}
