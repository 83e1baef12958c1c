//! A short table of things to look after: trash, users, roles, teams, tokens, sessions, imports.

use cordee_i18n::Language;
use maud::{Markup, html};

use super::form::{Form, fields};
use crate::components::{
    Action, Column, Empty, Icon, Notice, Pager, actions, empty, icon, notice, pager, row_cells,
};
use crate::kinds::Cell;
use crate::word::word;

/// A register as it is shown.
#[derive(Clone, Debug)]
pub struct Register {
    /// What stands in it.
    pub title: String,
    /// What it is for, in a sentence.
    pub intro: Option<String>,
    /// Things to know.
    pub notices: Vec<Notice>,
    /// A secret that is shown this one time, such as a new token.
    pub secret: Option<Secret>,
    /// What one can do here.
    pub actions: Vec<Action>,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Entry>,
    /// The pages around this one.
    pub pager: Pager,
    /// What stands here when there is no row.
    pub empty: Empty,
    /// A form below the table, such as the one for a new token.
    pub form: Option<Form>,
}

/// A row with what can be done to it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its page, if it has one.
    pub href: Option<String>,
    /// One cell for each column.
    pub cells: Vec<Cell>,
    /// What can be done to it.
    pub actions: Vec<Action>,
}

/// A text that is shown once and never again.
#[derive(Clone, Debug)]
pub struct Secret {
    /// What to do with it.
    pub note: String,
    /// The text.
    pub value: String,
}

/// The body of a register.
pub fn register(language: Language, view: &Register) -> Markup {
    html! {
        div.page.register {
            header.page-head {
                h1.page-title { (view.title) }
                div.bar-actions { (actions(&view.actions, 3, &word(language, "ui-more"))) }
                @if let Some(intro) = &view.intro { p.page-intro { (intro) } }
            }
            div.stack {
                @for text in &view.notices { (notice(text)) }
                @if let Some(secret) = &view.secret { (shown_once(language, secret)) }
                @if view.rows.is_empty() { div.register-none { (empty(&view.empty)) } }
                @else { (rows(language, view)) }
                @if let Some(form) = &view.form {
                    section.register-form { h2.section-title { (form.title) } (fields(language, form)) }
                }
            }
        }
    }
}

/// The same, asking every two seconds whether there is news at `here`; what answers with nothing leaves it as it is.
pub fn register_under_way(language: Language, view: &Register, here: &str) -> Markup {
    html! {
        div hx-get=(here) hx-trigger="every 2s" hx-target="#main" hx-swap="innerHTML" { (register(language, view)) }
    }
}

fn shown_once(language: Language, secret: &Secret) -> Markup {
    html! {
        div.notice.secret data-tone="risk" role="status" {
            (icon(Icon::KeyRound))
            div.grow {
                p { (secret.note) }
                p.secret-line {
                    code data-copy-text { (secret.value) }
                    button.button.small type="button" data-copy data-done=(word(language, "action-copy-done")) hidden { (word(language, "action-copy")) }
                }
            }
        }
    }
}

/// The table alone, with the pages around it.
pub(super) fn rows(language: Language, view: &Register) -> Markup {
    let acts = view.rows.iter().any(|row| !row.actions.is_empty());
    // A table without links could not be scrolled by keyboard otherwise.
    let reach = view.rows.iter().all(|row| row.href.is_none()).then_some("0");
    html! {
        div.table-wrap.boxed tabindex=[reach] {
            table.table {
                caption.sr { (view.title) }
                thead { tr {
                    @for column in &view.columns { th.num[column.numeric] scope="col" { (column.label) } }
                    @if acts { th scope="col" { span.sr { (word(language, "ui-actions")) } } }
                } }
                tbody { @for row in &view.rows { (one_row(language, view, row, acts)) } }
            }
        }
        @if !view.pager.text.is_empty() { (pager(language, &view.pager)) }
    }
}

fn one_row(language: Language, view: &Register, row: &Entry, acts: bool) -> Markup {
    html! {
        tr data-row[row.href.is_some()] {
            (row_cells(&view.columns, row.href.as_deref(), &row.cells))
            @if acts { td.row-actions { div { (actions(&row.actions, 2, &word(language, "ui-more"))) } } }
        }
    }
}
