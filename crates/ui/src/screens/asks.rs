//! What is asked for where a record stands, before it goes on: one line, in which it is ticked and filled in.

use cordee_i18n::Language;
use maud::{Markup, html};

use crate::components::{Icon, icon};
use crate::word::word;

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Asks {
    /// What it is asked for before, such as `Before it leaves Proposal`.
    pub label: String,
    /// What is told when all of it is there.
    pub done: Option<String>,
    /// The things.
    pub things: Vec<Asked>,
}

/// One thing that is asked for.
#[derive(Clone, Debug)]
pub struct Asked {
    /// What it is.
    pub label: String,
    /// Whether it is there.
    pub met: bool,
    /// Where it is ticked, or no longer, with what goes along, if the reader may.
    pub turn: Option<(String, Vec<(String, String)>)>,
    /// Where it is filled in, if the reader may.
    pub fill: Option<String>,
}

/// The line.
pub fn asks(language: Language, view: &Asks) -> Markup {
    html! {
        section.asks id="asks" data-done[view.done.is_some()] aria-labelledby="asks-label" {
            h2.asks-label id="asks-label" { (view.label) }
            ul { @for thing in &view.things { li { (one(language, thing)) } } }
            @if let Some(done) = &view.done { p.asks-done { (done) } }
        }
    }
}

fn one(language: Language, thing: &Asked) -> Markup {
    let box_ = html! { span.asks-box aria-hidden="true" { (icon(Icon::Check)) } };
    let met = thing.met.then_some("");
    html! {
        @if let Some((action, hidden)) = &thing.turn {
            form.inline-form method="post" action=(action) {
                @for (name, value) in hidden { input type="hidden" name=(name) value=(value); }
                button.asks-thing type="submit" aria-pressed=(thing.met) data-met=[met] { (box_) span { (thing.label) } }
            }
        } @else if let Some(fill) = &thing.fill {
            a.asks-thing.asks-fill href=(fill) data-dialog data-stay { span.asks-box aria-hidden="true" { (icon(Icon::Pencil)) } span { (thing.label) } span.sr { (word(language, "asks-missing")) } }
        } @else {
            span.asks-thing data-met=[met] {
                (box_) span { (thing.label) }
                @if !thing.met { span.sr { (word(language, "asks-missing")) } }
            }
        }
    }
}
