//! What else is known about a record, as short lists beside it: a line each, with what tells most, and a place in which
//! more is written down at once.

use cordee_i18n::{Language, pair};
use maud::{Markup, html};

use crate::components::{Field, Icon, InPlace, field, icon, in_place};
use crate::kinds::{Cell, cell};
use crate::word::word;

/// A short list.
#[derive(Clone, Debug)]
pub struct Known {
    /// The end of the address of its place in the page.
    pub name: String,
    /// What stands in it.
    pub label: String,
    /// How many there are.
    pub count: String,
    /// Its lines.
    pub rows: Vec<Line>,
    /// The address of all of them, if not all are shown.
    pub all: Option<String>,
    /// Where one more is written down, if the reader may.
    pub add: Option<Add>,
    /// The links that it is made of, and the way to change them, if it is made of links.
    pub links: Option<(Cell, InPlace)>,
}

/// A line of a short list.
#[derive(Clone, Debug)]
pub struct Line {
    /// What it is called.
    pub title: String,
    /// Its page.
    pub href: String,
    /// Its form, if the reader may fill it in.
    pub edit: Option<String>,
    /// What is told beside the title.
    pub marks: Vec<Cell>,
    /// What is told below it: a label, where it needs one, and the text.
    pub below: Vec<(String, String)>,
    /// Whether it is settled.
    pub settled: Option<Settled>,
}

/// Whether something is settled, and how that is changed.
#[derive(Clone, Debug)]
pub struct Settled {
    /// Yes or no.
    pub yes: bool,
    /// What it is called.
    pub label: String,
    /// Where the opposite is posted, with what goes along, if the reader may.
    pub turn: Option<(String, Vec<(String, String)>)>,
}

/// Where one more is written down.
#[derive(Clone, Debug)]
pub struct Add {
    /// What is done.
    pub label: String,
    /// Where it is posted.
    pub action: String,
    /// What goes along.
    pub hidden: Vec<(String, String)>,
    /// What is filled in.
    pub fields: Vec<Field>,
    /// Whether it stands open, because one was just written down.
    pub open: bool,
}

/// The short lists as they are drawn.
pub fn known(language: Language, lists: &[Known]) -> Markup {
    html! { @for list in lists { (one_list(language, list)) } }
}

fn one_list(language: Language, list: &Known) -> Markup {
    let title = format!("known-{}", list.name);
    html! {
        section.known id=(list.name) aria-labelledby=(title) {
            header.known-head { h2.section-title id=(title) { (list.label) } span.page-count { (list.count) } }
            @if !list.rows.is_empty() { ul { @for line in &list.rows { (one_line(language, line)) } } }
            @if let Some((links, way)) = &list.links { div.known-links { (in_place(language, links, way)) } }
            @if let Some(all) = &list.all { a.known-all href=(all) { (word(language, "record-show-all")) } }
            @if let Some(view) = &list.add { (add(language, view)) }
        }
    }
}

fn one_line(language: Language, line: &Line) -> Markup {
    let settled = line.settled.as_ref().is_some_and(|settled| settled.yes);
    html! {
        li.known-line data-settled[settled] {
            @if let Some(view) = &line.settled { (tick(language, view, &line.title)) }
            div.known-said {
                p.known-title { a href=(line.href) { (line.title) } }
                @if !line.marks.is_empty() { p.known-marks { @for mark in &line.marks { (cell(mark)) } } }
                @for (label, text) in &line.below {
                    p.known-below { @if !label.is_empty() { b { (label) } " " } (text) }
                }
            }
            @if let Some(edit) = &line.edit {
                @let label = pair(language, word(language, "action-edit"), &line.title);
                a.icon-button.small.known-edit href=(edit) data-dialog aria-label=(label) title=(label) { (icon(Icon::Pencil)) }
            }
        }
    }
}

fn tick(language: Language, view: &Settled, title: &str) -> Markup {
    let label = pair(language, &view.label, title);
    html! {
        @match &view.turn {
            Some((action, hidden)) => {
                form.inline-form method="post" action=(action) {
                    @for (name, value) in hidden { input type="hidden" name=(name) value=(value); }
                    button.known-tick type="submit" aria-pressed=(view.yes) aria-label=(label) title=(view.label) { (icon(Icon::Check)) }
                }
            }
            None => { span.known-tick data-yes[view.yes] title=(view.label) { @if view.yes { (icon(Icon::Check)) span.sr { (view.label) } } } }
        }
    }
}

fn add(language: Language, view: &Add) -> Markup {
    html! {
        details.known-add open[view.open] {
            summary { (icon(Icon::Plus)) span { (view.label) } }
            form method="post" action=(view.action) novalidate {
                @for (name, value) in &view.hidden { input type="hidden" name=(name) value=(value); }
                @for one in &view.fields { (field(language, one)) }
                button.button.primary.small type="submit" { (word(language, "action-save")) }
            }
        }
    }
}
