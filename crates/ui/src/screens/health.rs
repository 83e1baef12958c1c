//! About this Cordee: a few facts, and what was found when everything was looked at.

use maud::{Markup, html};

use crate::components::{Icon, Notice, Tone, icon, notice};

/// The page as it is shown.
#[derive(Clone, Debug)]
pub struct Health {
    /// Its heading.
    pub title: String,
    /// What it is for, in a sentence.
    pub intro: String,
    /// What is known without looking: labels and values.
    pub facts: Vec<(String, String)>,
    /// What all that was found comes to.
    pub verdict: Option<Notice>,
    /// What was found, the worst first.
    pub lines: Vec<Line>,
    /// Address and label of the button that has everything looked at.
    pub look: (String, String),
}

/// One thing that was looked at.
#[derive(Clone, Debug)]
pub struct Line {
    /// How it stands.
    pub tone: Tone,
    /// What was found.
    pub said: String,
    /// What to do.
    pub advice: Option<String>,
}

/// The body of the page.
pub fn health(view: &Health) -> Markup {
    let (address, label) = &view.look;
    html! {
        div.page.health {
            header.page-head {
                h1.page-title { (view.title) }
                div.bar-actions { form method="post" action=(address) { button.button.primary type="submit" { (label) } } }
                p.page-intro { (view.intro) }
            }
            dl.health-facts { @for (label, value) in &view.facts { div { dt { (label) } dd { (value) } } } }
            @if let Some(verdict) = &view.verdict { (notice(verdict)) }
            @if !view.lines.is_empty() { ul.health-lines { @for line in &view.lines { (one(line)) } } }
        }
    }
}

fn one(line: &Line) -> Markup {
    let shape = if line.advice.is_some() { Icon::CircleAlert } else { Icon::CircleCheck };
    html! {
        li data-tone=(line.tone.name()) {
            (icon(shape))
            div { p { (line.said) } @if let Some(advice) = &line.advice { p.health-advice { (advice) } } }
        }
    }
}
