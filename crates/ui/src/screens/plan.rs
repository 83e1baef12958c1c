//! What comes next, planned for one record after the other without leaving the keys.

use cordee_i18n::Language;
use maud::{Markup, html};

use crate::assets::asset_url;
use crate::components::{Empty, Icon, badge, empty, icon};
use crate::kinds::Pick;
use crate::word::word;

/// The records that something is planned for.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The heading.
    pub title: String,
    /// How it goes.
    pub intro: String,
    /// The field that says what: its name and label.
    pub what: (&'static str, String),
    /// The field that says when.
    pub when: (&'static str, String),
    /// What can be typed there besides a date.
    pub when_hint: String,
    /// The records.
    pub rows: Vec<PlanRow>,
    /// Where one comes back to.
    pub back: String,
    /// How many more there are, in words.
    pub more: Option<String>,
    /// What stands here when there is none.
    pub empty: Empty,
}

/// One record.
#[derive(Clone, Debug)]
pub struct PlanRow {
    /// Where it is posted.
    pub action: String,
    /// What it is called.
    pub title: String,
    /// Its page.
    pub href: String,
    /// Whom it is about, and what else helps.
    pub about: String,
    /// Why somebody should look after it.
    pub signs: Vec<Pick>,
    /// The version that was looked at.
    pub version: String,
    /// What is planned, or typed.
    pub what: String,
    /// When, as typed.
    pub when: String,
    /// For when it stands now.
    pub stands: String,
    /// What is wrong.
    pub wrong: Option<String>,
}

/// The body of the page.
pub fn plan(language: Language, view: &Plan) -> Markup {
    html! {
        link rel="stylesheet" href=(asset_url("plan.css"));
        div.page.broad.plan data-module=(asset_url("plan.js")) {
            header.page-head {
                h1.page-title { (view.title) }
                @if !view.rows.is_empty() { p.page-intro { (view.intro) } }
            }
            @if view.rows.is_empty() { (empty(&view.empty)) }
            ol.plan-rows { @for (at, row) in view.rows.iter().enumerate() { (one_row(language, view, row, at == 0)) } }
            @if let Some(more) = &view.more { p.quiet { (more) } }
        }
    }
}

fn one_row(language: Language, view: &Plan, row: &PlanRow, first: bool) -> Markup {
    let label = |(_, label): &(&str, String)| format!("{label}: {}", row.title);
    html! {
        li.plan-row {
            div.plan-said {
                a.plan-title href=(row.href) dir="auto" { (row.title) }
                p.plan-about { (row.about) @for sign in &row.signs { " " (badge(&sign.label, sign.tone)) } }
            }
            form.plan-form method="post" action=(row.action) data-plan-row data-when=(view.when.0) {
                input type="hidden" name="version" value=(row.version);
                input type="hidden" name="back" value=(view.back);
                input.input name=(view.what.0) value=(row.what) autocomplete="off" required maxlength="200" placeholder=(view.what.1) aria-label=(label(&view.what)) autofocus[first];
                input.input.plan-when name=(view.when.0) value=(row.when) autocomplete="off" placeholder=(if row.stands.is_empty() { &view.when_hint } else { &row.stands }) title=(view.when_hint) aria-label=(label(&view.when));
                button.icon-button type="submit" aria-label=(word(language, "action-save")) title=(word(language, "action-save")) { (icon(Icon::Check)) }
                p.plan-told role="status" data-plan-told data-wrong[row.wrong.is_some()] { @if let Some(wrong) = &row.wrong { (wrong) } }
            }
        }
    }
}
