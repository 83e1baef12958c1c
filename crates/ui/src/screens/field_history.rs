//! All that one field of a record has held: what, since when, for how long, by whom, through which door; taken back there.

use cordee_i18n::Language;
use maud::{Markup, html};

use crate::assets::asset_url;
use crate::components::{Icon, Person, avatar, icon};
use crate::kinds::{Cell, cell};
use crate::word::word;

/// The history of one field.
#[derive(Clone, Debug)]
pub struct FieldHistory {
    /// The field.
    pub label: String,
    /// The record, and its page.
    pub record: (String, String),
    /// What it held, the latest first.
    pub stays: Vec<Held>,
    /// The address of what was before.
    pub older: Option<String>,
}

/// What the field held for a time.
#[derive(Clone, Debug)]
pub struct Held {
    /// The value.
    pub value: Cell,
    /// Since when, in words and for machines.
    pub since: (String, String),
    /// For how long.
    pub stood: String,
    /// Whether it still stands there.
    pub stands: bool,
    /// Who put it there, and through which door; nobody where that is not known.
    pub by: Option<(Person, String)>,
    /// Where that is taken back, with what goes along, if the reader may.
    pub undo: Option<(String, Vec<(String, String)>)>,
}

/// The body of the page.
pub fn field_history(language: Language, view: &FieldHistory) -> Markup {
    html! {
        link rel="stylesheet" href=(asset_url("record.css"));
        div.page.field-history {
            header.page-head {
                h1.page-title { (word(language, "field-history")) ": " (view.label) }
                p.page-intro { a.link href=(view.record.1) { (view.record.0) } }
            }
            @if view.stays.is_empty() { p.related-none { (word(language, "field-history-none")) } }
            @else { ol.held { @for held in &view.stays { (one(language, held)) } } }
            @if let Some(older) = &view.older { a.button.quiet.small href=(older) { (word(language, "ui-history-more")) } }
        }
    }
}

fn one(language: Language, held: &Held) -> Markup {
    html! {
        li.held-one data-stands[held.stands] {
            div.held-value {
                @match &held.value { Cell::Empty => { span.held-empty { (word(language, "field-history-empty")) } } value => { (cell(value)) } }
                @if held.stands { span.held-now { (word(language, "field-history-now")) } }
            }
            p.held-stood { (held.stood) }
            p.held-by {
                @if let Some((who, door)) = &held.by { (avatar(who)) span { b { (who.name) } " · " (door) } }
                time datetime=(held.since.1) { (held.since.0) }
            }
            @if let Some((action, hidden)) = &held.undo {
                form.held-undo method="post" action=(action) {
                    @for (name, value) in hidden { input type="hidden" name=(name) value=(value); }
                    button.button.quiet.small type="submit" { (icon(Icon::Undo2)) span { (word(language, "undo-field")) } }
                }
            }
        }
    }
}
