//! What is to be done next with a record, as a strip on top of its page: done, put to another day, planned anew there.

use cordee_i18n::Language;
use maud::{Markup, html};

use crate::components::{Action, Icon, Tone, badge, icon};
use crate::kinds::{Cell, Pick, cell};
use crate::word::word;

/// The strip.
#[derive(Clone, Debug)]
pub struct Next {
    /// What it is called, such as `Next step`.
    pub label: String,
    /// What is to be done; nothing if nobody has said it.
    pub what: Option<String>,
    /// When, in words; nothing if nobody has said it.
    pub when: Option<Cell>,
    /// Overdue, due today, missing, or neither.
    pub tone: Tone,
    /// Says that it is done.
    pub done: Option<Action>,
    /// Says what comes next.
    pub plan: Option<Action>,
    /// Puts it to another day.
    pub day: Option<Day>,
    /// What else somebody should look after, and what that is called.
    pub signs: (String, Vec<Pick>),
}

/// The way to put something to another day.
#[derive(Clone, Debug)]
pub struct Day {
    /// Where the day is posted.
    pub action: String,
    /// What goes along.
    pub hidden: Vec<(String, String)>,
    /// The day on which it stands.
    pub value: String,
    /// Days that are offered by name.
    pub later: Vec<(String, String)>,
}

/// The strip as it is drawn.
pub fn next(language: Language, view: &Next) -> Markup {
    let tone = view.tone.name();
    html! {
        section.next data-tone=(tone) aria-label=(view.label) {
            span.next-mark { (icon(mark(view))) }
            div.next-said {
                p.next-label { (view.label) @if let Some(when) = &view.when { " · " span.next-when { (cell(when)) } } }
                p.next-what { @match &view.what { Some(what) => { (what) } None => { (word(language, "next-none")) } } }
            }
            div.next-acts {
                @if let Some(day) = &view.day { (day_menu(language, day)) }
                @for action in view.plan.iter().chain(&view.done) { (action) }
            }
            @if !view.signs.1.is_empty() {
                ul.next-signs aria-label=(view.signs.0) { @for sign in &view.signs.1 { li { (badge(&sign.label, sign.tone)) } } }
            }
        }
    }
}

fn mark(view: &Next) -> Icon {
    match (&view.what, view.tone) {
        (None, _) => Icon::Flag,
        (_, Tone::Overdue) => Icon::CircleAlert,
        _ => Icon::ArrowRight,
    }
}

fn day_menu(language: Language, day: &Day) -> Markup {
    let label = word(language, "today-day");
    let hidden =
        || html! { @for (name, value) in &day.hidden { input type="hidden" name=(name) value=(value); } };
    html! {
        details.menu data-menu {
            summary.icon-button aria-label=(label) title=(label) { (icon(Icon::Calendar)) }
            div.menu-list.end {
                p.menu-title { (label) }
                form method="post" action=(day.action) {
                    (hidden())
                    @for (name, date) in &day.later { button.menu-item type="submit" name="day" value=(date) { (name) } }
                }
                form.today-day method="post" action=(day.action) {
                    (hidden())
                    input.input type="date" name="day" value=(day.value) required aria-label=(word(language, "today-to-day"));
                    button.button.small type="submit" { (word(language, "today-to-day")) }
                }
            }
        }
    }
}
