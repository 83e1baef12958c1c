//! The same done to many records: what is asked before, and how it went.

use cordee_i18n::Language;
use maud::{Markup, html};

use crate::assets::asset_url;
use crate::components::{Action, Field, Icon, actions, field, icon};
use crate::kinds::Pick;
use crate::word::word;

/// What is asked before many records are changed.
#[derive(Clone, Debug)]
pub struct BulkAsk {
    /// The question, with how many they are.
    pub title: String,
    /// Where a field is chosen (by GET) and the change is begun (by POST).
    pub address: String,
    /// What was picked.
    pub hidden: Vec<(String, String)>,
    /// The fields to choose from; empty where nothing but yes is asked.
    pub fields: Vec<Pick>,
    /// The field that is chosen, posted as `p-field`.
    pub chosen: String,
    /// What can be done with a field that holds several, posted as `p-way`.
    pub ways: Vec<Pick>,
    /// What the field gets.
    pub input: Option<Field>,
    /// Whether the field can be emptied, posted as `p-empty`.
    pub empties: bool,
    /// What is wrong with the whole.
    pub problem: Option<String>,
    /// The verb on the button.
    pub submit: String,
    /// Whether it destroys something.
    pub danger: bool,
    /// Where to go instead.
    pub cancel: String,
}

/// How a bulk change stands.
#[derive(Clone, Debug)]
pub struct BulkTold {
    /// What is done.
    pub title: String,
    /// How many were changed and refused.
    pub text: String,
    /// Hundredths of it that are done.
    pub share: u8,
    /// This page, asked for again while it is under way.
    pub here: Option<String>,
    /// What can be done now.
    pub actions: Vec<Action>,
    /// The first of those that were refused.
    pub refused: Vec<BulkRefused>,
    /// How many more there are, in words.
    pub more: Option<String>,
}

/// A record that was refused.
#[derive(Clone, Debug)]
pub struct BulkRefused {
    /// Its title.
    pub title: String,
    /// Its page, if the reader may open it.
    pub href: Option<String>,
    /// Why.
    pub why: String,
}

/// The question.
pub fn bulk_ask(language: Language, view: &BulkAsk) -> Markup {
    html! {
        div.page.form-page.bulk-page data-module=(asset_url("pick.js")) {
            header.page-head { h1.page-title { (view.title) } }
            @if let Some(problem) = &view.problem { div.notice role="alert" data-tone="overdue" { (icon(Icon::CircleAlert)) p { (problem) } } }
            @if !view.fields.is_empty() { (choose(language, view)) }
            @if view.fields.is_empty() || view.input.is_some() { (begin(language, view)) }
        }
    }
}

fn choose(language: Language, view: &BulkAsk) -> Markup {
    let on = view.hidden.iter().filter(|(name, _)| name != "once");
    html! {
        form.form method="get" action=(view.address) data-again {
            @for (name, value) in on { input type="hidden" name=(name) value=(value); }
            input type="hidden" name="p-do" value="edit";
            div.field {
                label.field-label for="p-field" { (word(language, "ui-filter-field")) }
                select.input #p-field name="p-field" autofocus[view.input.is_none()] {
                    option value="" { (word(language, "bulk-choose")) }
                    @for option in &view.fields { option value=(option.value) selected[option.value == view.chosen] { (option.label) } }
                }
            }
            @if view.input.is_none() { button.button type="submit" { (word(language, "bulk-next")) } }
        }
    }
}

fn begin(language: Language, view: &BulkAsk) -> Markup {
    let wish = if view.danger { "trash" } else { "edit" };
    html! {
        form.form method="post" action=(view.address) novalidate {
            @for (name, value) in &view.hidden { input type="hidden" name=(name) value=(value); }
            input type="hidden" name="p-do" value=(wish);
            @if let Some(input) = &view.input {
                input type="hidden" name="p-field" value=(view.chosen);
                @if !view.ways.is_empty() {
                    div.field {
                        label.field-label for="p-way" { (word(language, "bulk-way")) }
                        select.input #p-way name="p-way" { @for way in &view.ways { option value=(way.value) { (way.label) } } }
                    }
                }
                div data-first tabindex="-1" { (field(language, input)) }
                @if view.empties {
                    label.check { input type="checkbox" name="p-empty" value="1"; span { (word(language, "bulk-empty")) } }
                }
            } @else { p.page-intro { (word(language, "bulk-undo-hint")) } }
            div.form-foot {
                button.button.primary.danger[view.danger] type="submit" { (view.submit) }
                a.button.quiet href=(view.cancel) data-cancel { (word(language, "action-cancel")) }
            }
        }
    }
}

/// How it stands, or went.
pub fn bulk_told(language: Language, view: &BulkTold) -> Markup {
    html! {
        div.page.register hx-get=[&view.here] hx-trigger=[view.here.as_ref().map(|_| "every 1s")] hx-target=[view.here.as_ref().map(|_| "#main")] hx-swap=[view.here.as_ref().map(|_| "innerHTML")] {
            header.page-head {
                h1.page-title { (view.title) }
                div.bar-actions { (actions(&view.actions, 3, &word(language, "ui-more"))) }
            }
            div.stack {
                p role="status" { (view.text) }
                @if view.here.is_some() { progress.progress max="100" value=(view.share) aria-label=(view.title) {} }
                @if !view.refused.is_empty() {
                    div.table-wrap.boxed {
                        table.table {
                            caption.sr { (word(language, "bulk-refused-title")) }
                            thead { tr { th scope="col" { (word(language, "record-title")) } th scope="col" { (word(language, "bulk-why")) } } }
                            tbody {
                                @for one in &view.refused {
                                    tr { th scope="row" { @match &one.href { Some(href) => { a.link href=(href) { (one.title) } } None => { (one.title) } } } td { (one.why) } }
                                }
                            }
                        }
                    }
                    @if let Some(more) = &view.more { p.quiet { (more) } }
                }
            }
        }
    }
}
