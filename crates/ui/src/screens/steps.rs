//! Ways with their steps on one page: each step in its place, with what is said of it changed where it stands.

use cordee_i18n::{Language, pair};
use maud::{Markup, html};

use crate::assets::asset_url;
use crate::components::ordered::{add, grip, moves};
use crate::components::{Action, InPlace, Notice, Tone, actions, in_place, in_place_head, notice};
use crate::kinds::{Cell, Pick, cell};
use crate::word::word;

/// All ways as they are shown and arranged.
#[derive(Clone, Debug)]
pub struct Steps {
    /// What they are called.
    pub title: String,
    /// What they are for, in a sentence.
    pub intro: Option<String>,
    /// What is wrong.
    pub problem: Option<String>,
    /// What is said of each step: its label, and whether it is a number.
    pub columns: Vec<(String, bool)>,
    /// What the steps are called, over the column of their names.
    pub step: String,
    /// What stands in them, over the column of how many.
    pub held: String,
    /// What stands before what they ask for; none where steps ask for nothing.
    pub asks: Option<String>,
    /// Whether the ways can be put in order among one another.
    pub ordered: bool,
    /// The ways, in their order.
    pub ways: Vec<WayShown>,
    /// Where an order, or a new step, is posted; none for who may only look.
    pub action: Option<String>,
    /// What a new step is called, for who may make one.
    pub add: Option<String>,
    /// What a new way is called, for who may make one.
    pub add_way: Option<String>,
    /// With what a new way may begin, for who may make one.
    pub begins: Option<Begins>,
    /// What stands in a way that has no steps.
    pub none: String,
}

/// With what a new way may begin.
#[derive(Clone, Debug)]
pub struct Begins {
    /// The name of the field.
    pub name: &'static str,
    /// What it is called.
    pub label: String,
    /// What it is when nothing is chosen.
    pub none: String,
    /// What can be chosen.
    pub options: Vec<Pick>,
}

/// One way.
#[derive(Clone, Debug)]
pub struct WayShown {
    /// Its id.
    pub id: String,
    /// Its name, as it is told.
    pub title: String,
    /// Its name, as it is changed.
    pub name: Said,
    /// What it is for.
    pub text: Option<Said>,
    /// Why it is quiet, if it is out of use.
    pub retired: Option<String>,
    /// What can be done to it.
    pub actions: Vec<Action>,
    /// Its steps, in their order.
    pub steps: Vec<StepShown>,
}

/// One step.
#[derive(Clone, Debug)]
pub struct StepShown {
    /// Its id.
    pub id: String,
    /// Its name, as it is told.
    pub title: String,
    /// Its name, as it is changed.
    pub name: Said,
    /// How it is meant.
    pub tone: Tone,
    /// What is said of it, one for each of the columns.
    pub cells: Vec<Said>,
    /// How many stand there, and where one sees them.
    pub held: Option<(String, String)>,
    /// What it asks for, in short, and where that is arranged, for who may.
    pub asks: Option<(String, Option<String>)>,
    /// Why it is quiet, if it is out of use.
    pub retired: Option<String>,
    /// What can be done to it.
    pub actions: Vec<Action>,
}

/// A value with the way to change it, for who may.
#[derive(Clone, Debug)]
pub struct Said {
    /// The value.
    pub cell: Cell,
    /// How it is changed.
    pub change: Option<InPlace>,
}

/// The form by which the ways are put in order.
const WAYS: &str = "order-ways";

/// The body of the page.
pub fn steps(language: Language, view: &Steps) -> Markup {
    html! {
        link rel="stylesheet" href=(asset_url("ordered.css"));
        (in_place_head())
        div.page.broad.steps data-module=(asset_url("ordered.js")) data-sortable=(asset_url("sortable.js")) {
            header.page-head {
                h1.page-title { (view.title) }
                @if let Some(intro) = &view.intro { p.page-intro { (intro) } }
            }
            @if let Some(problem) = &view.problem { (notice(&Notice { tone: Tone::Overdue, text: problem.clone() })) }
            @if view.action.is_some() { p.ordered-keys hidden { (word(language, "layout-keys")) } }
            p.sr role="status" data-ordered-told {}
            @if let Some(action) = view.action.as_ref().filter(|_| view.ordered) {
                form id=(WAYS) method="post" action=(action) data-order-form {}
            }
            div data-ordered=[view.ordered.then_some(WAYS)] { @for one in &view.ways { (way(language, view, one)) } }
            @if let (Some(action), Some(label)) = (&view.action, &view.add_way) {
                (add(language, action, "new", None, label, view.begins.as_ref().map(begins)))
            }
        }
    }
}

fn begins(view: &Begins) -> Markup {
    html! {
        select.input.small name=(view.name) aria-label=(view.label) {
            option value="" { (view.none) }
            @for one in &view.options { option value=(one.value) { (one.label) } }
        }
    }
}

fn way(language: Language, view: &Steps, way: &WayShown) -> Markup {
    let (heading, order) = (format!("way-{}", way.id), format!("order-{}", way.id));
    html! {
        @let item = view.ordered.then_some(&way.id);
        section.steps-way.retired[way.retired.is_some()] aria-labelledby=(heading) data-item=[item] data-name=(way.title) {
            header.steps-head {
                @if view.ordered {
                    (grip(WAYS, &way.id))
                }
                h2.section-title #(heading) { (said(language, &way.name)) }
                @if let Some(text) = &way.retired { span.badge data-tone="lost" { (text) } }
                div.bar-actions {
                    @if view.ordered { (moves(language, WAYS, &way.id, &way.title)) }
                    (actions(&way.actions, 2, &word(language, "ui-more")))
                }
                @if let Some(text) = &way.text { div.steps-text { (said(language, text)) } }
            }
            @if let Some(action) = &view.action {
                form id=(order) method="post" action=(action) data-order-form {
                    input type="hidden" name="of" value=(way.id);
                }
            }
            div.table-wrap.boxed {
                table.table.steps-table {
                    thead { tr {
                        @if view.action.is_some() { th.steps-grip scope="col" { span.sr { (word(language, "ordered-place")) } } }
                        th scope="col" { (view.step) }
                        @for (label, numeric) in &view.columns { th.num[*numeric] scope="col" { (label) } }
                        th.num scope="col" { (view.held) }
                        @if view.action.is_some() { th scope="col" { span.sr { (word(language, "ui-actions")) } } }
                    } }
                    tbody data-ordered=(order) {
                        @for one in &way.steps { (step(language, view, one, &order)) }
                        @if way.steps.is_empty() { tr { td.quiet colspan=(view.columns.len() + 4) { (view.none) } } }
                    }
                }
            }
            @if let (Some(action), Some(label)) = (&view.action, &view.add) {
                (add(language, action, "add", Some(&way.id), label, None))
            }
        }
    }
}

fn step(language: Language, view: &Steps, step: &StepShown, order: &str) -> Markup {
    html! {
        tr.retired[step.retired.is_some()] data-item=(step.id) data-name=(step.title) {
            @if view.action.is_some() {
                td.steps-grip { (grip(order, &step.id)) }
            }
            th scope="row" { div.steps-name {
                span.steps-dot data-tone=(step.tone.name()) {}
                (said(language, &step.name))
                @if let Some(text) = &step.retired { span.badge data-tone="lost" { (text) } }
            }
            @if let (Some(label), Some(asks)) = (&view.asks, &step.asks) { (asked(language, label, asks, &step.title)) }
            }
            @for ((label, numeric), one) in view.columns.iter().zip(&step.cells) {
                td.num[*numeric] data-label=(label) { (said(language, one)) }
            }
            td.num data-label=(view.held) {
                @if let Some((count, href)) = &step.held { a.link href=(href) { (count) } }
            }
            @if view.action.is_some() { td.row-actions { div {
                (moves(language, order, &step.id, &step.title))
                (actions(&step.actions, 0, &word(language, "ui-more")))
            } } }
        }
    }
}

/// What a step asks for, on one line below its name.
fn asked(language: Language, label: &str, (text, href): &(String, Option<String>), step: &str) -> Markup {
    let said = pair(language, label, text);
    html! {
        @match href {
            Some(href) => { a.steps-asks href=(href) title=(text) aria-label={ (step) ". " (said) } { (said) } }
            None => { span.steps-asks title=(text) { (said) } }
        }
    }
}

pub(super) fn said(language: Language, said: &Said) -> Markup {
    match &said.change {
        Some(way) => in_place(language, &said.cell, way),
        None => cell(&said.cell),
    }
}
