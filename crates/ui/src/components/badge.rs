//! A state in one word, with a dot that says how it is meant.

use maud::{Markup, html};

/// How something is meant; the only colours beside the accent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// Nothing special.
    #[default]
    Neutral,
    /// Going on, chosen.
    Accent,
    /// Won, done well.
    Won,
    /// Lost, out of use.
    Lost,
    /// At risk, to be looked at.
    Risk,
    /// Overdue, failed.
    Overdue,
}

impl Tone {
    /// The name in style sheets.
    pub const fn name(self) -> &'static str {
        match self {
            Tone::Neutral => "neutral",
            Tone::Accent => "accent",
            Tone::Won => "won",
            Tone::Lost => "lost",
            Tone::Risk => "risk",
            Tone::Overdue => "overdue",
        }
    }
}

/// A word with a dot.
pub fn badge(text: &str, tone: Tone) -> Markup {
    html! { span.badge data-tone=(tone.name()) { (text) } }
}
