//! What one step asks for before a card goes on, as it is arranged: the fields that must be filled, and a checklist.

use cordee_i18n::Language;
use maud::{Markup, html};

use crate::assets::asset_url;
use crate::components::{
    Action, Field, Icon, InPlace, Notice, Tone, actions, field, icon, in_place, in_place_head, notice,
};
use crate::kinds::{Cell, cell};
use crate::word::{sentence, word};

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
    /// The same, as it is shown.
    pub cell: Cell,
    /// How it is changed.
    pub change: Option<InPlace>,
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
                form.steps-add method="post" action=(view.action) {
                    input type="hidden" name="act" value="add";
                    @let label = word(language, "step-asks-new");
                    input.input.small name="name" maxlength="200" required autocomplete="off" aria-label=(label) placeholder=(label);
                    button.button.small type="submit" { (icon(Icon::Plus)) (word(language, "action-create")) }
                }
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
                                td.steps-grip {
                                    span.ordered-grip data-grip aria-hidden="true" { (icon(Icon::GripVertical)) }
                                    input type="hidden" form=(ORDER) name="item" value=(one.id);
                                }
                                th scope="row" { @match &one.change { Some(way) => { (in_place(language, &one.cell, way)) } None => { (cell(&one.cell)) } } }
                                td.row-actions { div { (moves(language, ORDER, one)) (actions(&one.actions, 0, &word(language, "ui-more"))) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The buttons that move a line; they belong to the form called `order`.
fn moves(language: Language, order: &str, one: &Item) -> Markup {
    let act = |verb: &str, key: &str, shape: Icon| {
        let label = sentence(language, key, "name", &one.title);
        html! {
            button.icon-button.small type="submit" form=(order) name="act" value={ (verb) " " (one.id) } data-act=(verb) aria-label=(label) title=(label) { (icon(shape)) }
        }
    };
    html! {
        span.ordered-moves { (act("up", "layout-up", Icon::ArrowUp)) (act("down", "layout-down", Icon::ArrowDown)) }
    }
}
