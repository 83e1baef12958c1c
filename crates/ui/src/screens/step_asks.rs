//! What one step asks for before a card goes on, as it is arranged: the fields that must be filled, and a checklist.

use cordee_i18n::Language;
use maud::{Markup, html};

use super::steps::{Said, said};
use crate::assets::asset_url;
use crate::components::ordered::{add, grip, moves};
use crate::components::{Action, Field, Notice, Tone, actions, field, in_place_head, notice};
use crate::word::word;

/// What one step asks for.
#[derive(Clone, Debug)]
pub struct StepAsks {
    /// What is arranged.
    pub title: String,
    /// What it is for, in a sentence.
    pub intro: String,
    /// What is wrong.
    pub problem: Option<String>,
    /// The fields to choose from.
    pub fields: Field,
    /// The lines of the checklist.
    pub items: Vec<Item>,
    /// Where all of it is posted.
    pub action: String,
}

/// A line of a checklist.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its id.
    pub id: String,
    /// What it says.
    pub title: String,
    /// The same, as it is changed.
    pub name: Said,
    /// What can be done to it.
    pub actions: Vec<Action>,
}

/// The body of the page.
pub fn step_asks(language: Language, view: &StepAsks) -> Markup {
    html! {
        link rel="stylesheet" href=(asset_url("ordered.css"));
        (in_place_head())
        div.page.steps data-module=(asset_url("ordered.js")) data-sortable=(asset_url("sortable.js")) {
            header.page-head {
                h1.page-title { (view.title) }
                p.page-intro { (view.intro) }
            }
            @if let Some(problem) = &view.problem { (notice(&Notice { tone: Tone::Overdue, text: problem.clone() })) }
            p.sr role="status" data-ordered-told {}
            section.steps-way aria-labelledby="step-checklist" {
                h2.section-title id="step-checklist" { (word(language, "step-asks-checklist")) }
                p.ordered-keys hidden { (word(language, "layout-keys")) }
                (checklist(language, view))
                (add(language, &view.action, "add", None, &word(language, "step-asks-new"), None))
            }
            form.steps-fields method="post" action=(view.action) {
                input type="hidden" name="act" value="fields";
                (field(language, &view.fields))
                button.button.primary.small type="submit" { (word(language, "action-save")) }
            }
        }
    }
}

fn checklist(language: Language, view: &StepAsks) -> Markup {
    const ORDER: &str = "order";
    html! {
        form id=(ORDER) method="post" action=(view.action) data-order-form {}
        @if !view.items.is_empty() {
            div.table-wrap.boxed {
                table.table.steps-table {
                    caption.sr { (word(language, "step-asks-checklist")) }
                    tbody data-ordered=(ORDER) {
                        @for one in &view.items {
                            tr data-item=(one.id) data-name=(one.title) {
                                td.steps-grip { (grip(ORDER, &one.id)) }
                                th scope="row" { (said(language, &one.name)) }
                                td.row-actions { div { (moves(language, ORDER, &one.id, &one.title)) (actions(&one.actions, 0, &word(language, "ui-more"))) } }
                            }
                        }
                    }
                }
            }
        }
    }
}
