//! One record: the few facts that matter, all its fields in groups, what hangs on it, and its history.

use cordee_i18n::{Language, pair};
use maud::{Markup, html};

use super::asks::{Asks, asks};
use super::aspects::{People, Reach, Told, Tree, people, reach, tells, tree};
use super::circle::{Circle, circle};
use super::files::{Files, files};
use super::guide::{Guide, guide};
use super::known::{Known, known};
use super::next::{Next, next};
use super::talk::{Composer, Follow, Said, follow, said};
use super::timeline::{Compose, Deed, Tools, compose, deed, tools};
use crate::assets::asset_url;
use crate::components::{
    Action, Column, Icon, InPlace, Notice, Person, Row, Tip, Tone, actions, avatar, badge, icon, in_place,
    in_place_head, labelled, notice, table,
};
use crate::kinds::{Cell, Pick, cell};
use crate::word::{sentence, word};

/// A record as it is shown.
#[derive(Clone, Debug)]
pub struct Record {
    /// The object's icon.
    pub icon: Icon,
    /// The object's name, such as `Deal`.
    pub object: String,
    /// The record's title.
    pub title: String,
    /// Its state, where it has one.
    pub state: Option<Pick>,
    /// Things to know before all else (in the trash, merged into another …).
    pub notices: Vec<Notice>,
    /// What is to be done next, where that is a matter of its page.
    pub next: Option<Next>,
    /// The facts beside the title.
    pub facts: Vec<Fact>,
    /// The steps it goes through, such as the stages of its pipeline.
    pub steps: Vec<Step>,
    /// What is asked for where it stands, before it goes on.
    pub asks: Option<Asks>,
    /// What one should know where it stands.
    pub guide: Option<Guide>,
    /// What can be done to it; the first three are buttons.
    pub actions: Vec<Action>,
    /// The people around it, where that is a matter of its page.
    pub circle: Option<Circle>,
    /// What else is known of it, as short lists.
    pub known: Vec<Known>,
    /// What is told below its head.
    pub tells: Vec<Told>,
    /// How one reaches whom it is about.
    pub reach: Vec<Reach>,
    /// The people that belong to it.
    pub people: Option<People>,
    /// Some of what links to it, in columns of its own.
    pub lists: Vec<Related>,
    /// What it belongs to, and what belongs to it.
    pub tree: Option<Tree>,
    /// Its fields, in groups.
    pub groups: Vec<FactGroup>,
    /// What hangs on it.
    pub related: Vec<Related>,
    /// Who follows it.
    pub follow: Option<Follow>,
    /// Where one writes a comment, if the reader may.
    pub composer: Option<Composer>,
    /// Where one writes down what was done, if the reader may.
    pub compose: Option<Compose>,
    /// What narrows the timeline; none where it only tells changes.
    pub tools: Option<Tools>,
    /// What is planned, the earliest first.
    pub planned: Vec<Entry>,
    /// Its files, where it can have some.
    pub files: Option<Files>,
    /// What happened to it and what was said about it, newest first.
    pub history: Vec<Entry>,
    /// The address of older history.
    pub history_more: Option<String>,
}

/// A labelled value.
#[derive(Clone, Debug)]
pub struct Fact {
    /// The label.
    pub label: String,
    /// What explains the label.
    pub tip: Option<Tip>,
    /// The value.
    pub value: Cell,
    /// The way to change it where it stands, if the reader may.
    pub edit: Option<InPlace>,
    /// Where all that the field has held is told.
    pub history: Option<String>,
}

impl Fact {
    /// A value that is only shown.
    pub fn new(label: impl Into<String>, value: Cell) -> Fact {
        Fact { label: label.into(), tip: None, value, edit: None, history: None }
    }
}

/// Fields that belong together.
#[derive(Clone, Debug)]
pub struct FactGroup {
    /// What they have in common; none for the first group.
    pub label: Option<String>,
    /// The fields.
    pub facts: Vec<Fact>,
}

/// A step of the record's way.
#[derive(Clone, Debug)]
pub struct Step {
    /// Its name.
    pub label: String,
    /// How long the record stood there, such as `12 d`.
    pub spent: Option<String>,
    /// Passed, here, or ahead.
    pub place: StepPlace,
    /// Why it was passed by, where it was; nothing where nobody said.
    pub skipped: Option<String>,
    /// How it is meant, for the step the record is at.
    pub tone: Tone,
    /// Where it is posted that the record goes there, with what goes along, if the reader may.
    pub go: Option<(String, Vec<(String, String)>)>,
}

/// Where a step stands against the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepPlace {
    /// The record has been there.
    Passed,
    /// The record is there.
    Here,
    /// The record has not been there.
    Ahead,
}

/// Other records that point at this one.
#[derive(Clone, Debug)]
pub struct Related {
    /// What they are.
    pub label: String,
    /// How many there are.
    pub count: String,
    /// The address of all of them.
    pub all: Option<String>,
    /// The address of the form for one more.
    pub create: Option<String>,
    /// The columns shown.
    pub columns: Vec<Column>,
    /// The first of them.
    pub rows: Vec<Row>,
    /// What stands there when there is none; nothing keeps an empty list to one line.
    pub none: String,
    /// What they come to together.
    pub totals: Vec<Fact>,
    /// Where they are edited, if they are lines that the reader may edit.
    pub edit: Option<String>,
}

/// One thing that happened.
#[derive(Clone, Debug)]
pub struct Entry {
    /// When, in words.
    pub when: String,
    /// When, for machines.
    pub when_iso: String,
    /// Who did it.
    pub who: Person,
    /// What was done, such as `changed`.
    pub what: String,
    /// Through which door, such as `Import`.
    pub door: String,
    /// The fields that changed.
    pub changes: Vec<Change>,
    /// What was said, if it is a comment.
    pub said: Option<Said>,
    /// What was done or is planned, if it is a deed.
    pub deed: Option<Deed>,
}

/// A field that changed.
#[derive(Clone, Debug)]
pub struct Change {
    /// The field's label.
    pub field: String,
    /// What stood there.
    pub from: Cell,
    /// What stands there since.
    pub to: Cell,
    /// Where all that the field has held is told.
    pub history: Option<String>,
    /// Where it is taken back, and the number of its entry, if the reader may.
    pub undo: Option<(String, i64)>,
}

/// A title with more letters is cut after some lines; it stands among the facts as a whole.
const LONG_TITLE: usize = 100;

/// The body of a record's page.
pub fn record(language: Language, view: &Record) -> Markup {
    let long = view.title.chars().count() > LONG_TITLE;
    html! {
        link rel="stylesheet" href=(asset_url("record.css"));
        (in_place_head())
        span hidden data-module=(asset_url("place.js")) {}
        article.record {
            header.record-head {
                div.record-top {
                    span.record-icon { (icon(view.icon)) }
                    div.record-name {
                        p.record-object { (view.object) }
                        h1.page-title { @if long { span.record-long dir="auto" title=(view.title) { (view.title) } } @else { bdi { (view.title) } } @if let Some(state) = &view.state { " " (badge(&state.label, state.tone)) } }
                    }
                    div.bar-actions {
                        // First, so that nothing moves when they appear.
                        (neighbours(language))
                        @if let Some(view) = &view.follow { (follow(language, view)) }
                        (actions(&view.actions, 3, &word(language, "ui-more")))
                    }
                }
                @for text in &view.notices { (notice(text)) }
                @if let Some(view) = &view.next { (next(language, view)) }
                @if !view.facts.is_empty() {
                    dl.facts { @for fact in &view.facts { (one_fact(language, fact)) } }
                }
                (reach(&view.reach))
                (tells(&view.tells))
                @if !view.steps.is_empty() { (steps(language, &view.steps)) }
                @if let Some(view) = &view.asks { (asks(language, view)) }
                @if let Some(view) = &view.guide { (guide(language, view)) }
            }
            div.record-body {
                div.record-main {
                    @for list in &view.lists { (related_list(language, list)) }
                    @if let Some(view) = &view.people { (people(language, view)) }
                    @if let Some(view) = &view.circle { (circle(language, view)) }
                    (history(language, view))
                }
                div.record-side { @if let Some(view) = &view.tree { (tree(language, view)) } (known(language, &view.known)) @for group in &view.groups { (fields(language, group)) } }
                div.record-below {
                    // What is there stands first in the list; the files come before what is empty.
                    @let there = view.related.iter().take_while(|related| !related.rows.is_empty()).count();
                    @for related in &view.related[..there] { (related_list(language, related)) }
                    @if let Some(view) = &view.files { (files(language, view)) }
                    @for related in &view.related[there..] { (related_list(language, related)) }
                }
            }
        }
    }
}

/// The records before and after this one in the list one came from, which only the browser knows.
fn neighbours(language: Language) -> Markup {
    let link = |step: &str, shape, key: &str, letter: &str| {
        let label = word(language, key);
        html! { a.icon-button data-neighbour=(step) hidden aria-label=(label) title=(label) data-key=(letter) { (icon(shape)) } }
    };
    html! {
        (link("prev", Icon::ChevronLeft, "record-previous", "["))
        (link("next", Icon::ChevronRight, "record-next", "]"))
    }
}

fn steps(language: Language, steps: &[Step]) -> Markup {
    let module = steps.iter().any(|step| step.go.is_some()).then(|| asset_url("step.js"));
    html! {
        ol.steps aria-label=(word(language, "ui-steps")) data-module=[module] {
            @for step in steps {
                @let place = match step.place { StepPlace::Passed => "passed", StepPlace::Here => "here", StepPlace::Ahead => "ahead" };
                @let said = html! { span.cut { (step.label) } @if let Some(spent) = &step.spent { span.step-spent { (spent) } } };
                li.step data-place=(place) data-skipped[step.skipped.is_some()] data-tone=(step.tone.name()) aria-current=[(step.place == StepPlace::Here).then_some("step")] {
                    @match &step.go {
                        Some((action, hidden)) => {
                            form method="post" action=(action) data-step-form {
                                @for (name, value) in hidden { input type="hidden" name=(name) value=(value); }
                                @let to = word(language, "board-move-to");
                                button.step-go type="submit" title={ (to) ": " (step.label) } { span.sr { (to) ": " } (said) }
                            }
                        }
                        None => { (said) }
                    }
                }
            }
        }
        @if steps.iter().any(|step| step.skipped.is_some()) { (skipped(language, steps)) }
    }
}

/// Which steps were passed by, and why.
fn skipped(language: Language, steps: &[Step]) -> Markup {
    html! {
        ul.steps-skipped {
            @for step in steps {
                @if let Some(why) = &step.skipped {
                    li { (sentence(language, "step-skipped", "step", &step.label)) @if !why.is_empty() { " " q { (why) } } }
                }
            }
        }
    }
}

fn fields(language: Language, group: &FactGroup) -> Markup {
    html! {
        section.fields.blank[group.facts.iter().all(|fact| matches!(fact.value, Cell::Empty))] {
            h2.section-title { @match &group.label { Some(label) => { (label) } None => { (word(language, "record-details")) } } }
            dl { @for fact in &group.facts { (one_fact(language, fact)) } }
        }
    }
}

fn one_fact(language: Language, fact: &Fact) -> Markup {
    html! {
        div {
            dt {
                (labelled(html! { (fact.label) }, fact.tip.as_ref()))
                @if let Some(history) = &fact.history {
                    @let label = pair(language, word(language, "field-history"), &fact.label);
                    // Whoever may change the field comes by keys from there to its history.
                    a.fact-history href=(history) tabindex=[fact.edit.is_some().then_some("-1")] aria-label=(label) title=(label) { (icon(Icon::History)) }
                }
            }
            dd { @match &fact.edit { Some(way) => { (in_place(language, &fact.value, way)) } None => { (cell(&fact.value)) } } }
        }
    }
}

fn related_list(language: Language, related: &Related) -> Markup {
    html! {
        section.related {
            header.related-head {
                h2.section-title { (related.label) }
                span.page-count { (related.count) }
                div.bar-actions {
                    @if let Some(all) = &related.all { a.button.quiet.small href=(all) { (word(language, "record-show-all")) } }
                    @if let Some(edit) = &related.edit {
                        @let label = word(language, "lines-edit");
                        a.button.quiet.small href=(edit) aria-label=(pair(language, &label, &related.label)) { (label) }
                    }
                    @if let Some(create) = &related.create {
                        @let label = pair(language, word(language, "nav-create"), &related.label);
                        a.icon-button.small href=(create) data-dialog data-stay aria-label=(label) title=(label) { (icon(Icon::Plus)) }
                    }
                }
            }
            @if related.rows.is_empty() {
                @if !related.none.is_empty() { p.related-none { (related.none) } }
            } @else { (table(&related.label, &related.columns, &related.rows, None)) }
            @if !related.totals.is_empty() && !related.rows.is_empty() {
                link rel="stylesheet" href=(asset_url("lines.css"));
                dl.lines-totals { @for total in &related.totals { div { dt { (total.label) } dd { (cell(&total.value)) } } } }
            }
        }
    }
}

fn history(language: Language, view: &Record) -> Markup {
    html! {
        section.history {
            @let title = if view.tools.is_some() { "timeline-title" } else { "record-history" };
            h2.section-title { (word(language, title)) }
            (compose(language, view.composer.as_ref(), view.compose.as_ref()))
            @if let Some(view) = &view.tools { (tools(language, view)) }
            @if !view.planned.is_empty() {
                section.planned {
                    h3.section-title { (word(language, "timeline-planned")) }
                    ol.entries { @for entry in &view.planned { (one_entry(language, entry)) } }
                }
            }
            @if view.history.is_empty() {
                @let narrowed = view.tools.as_ref().is_some_and(|tools| tools.reset.is_some());
                p.related-none { (word(language, if narrowed { "timeline-none" } else { "record-history-empty" })) }
            }
            ol.entries { @for entry in &view.history { (one_entry(language, entry)) } }
            @if let Some(more) = &view.history_more { a.button.quiet.small href=(more) { (word(language, "ui-history-more")) } }
        }
    }
}

fn one_entry(language: Language, entry: &Entry) -> Markup {
    html! {
        li.entry id=[entry.said.as_ref().map(|said| format!("comment-{}", said.id))] {
            @match &entry.deed { Some(deed) => { span.entry-sort { (icon(deed.icon)) } } None => { (avatar(&entry.who)) } }
            div {
                p.entry-head {
                    b { (entry.who.name) } " " (entry.what)
                    @if let Some(edited) = entry.said.as_ref().and_then(|said| said.edited.as_ref()) { span.entry-edited { (edited) } }
                    span.entry-when { time datetime=(entry.when_iso) { (entry.when) } @if !entry.door.is_empty() { " · " (entry.door) } }
                }
                @if let Some(view) = &entry.deed { (deed(language, view)) }
                @if let Some(view) = &entry.said { (said(language, view)) }
                @if !entry.changes.is_empty() {
                    ul.changes { @for change in &entry.changes { (one_change(language, change)) } }
                }
            }
        }
    }
}

pub(crate) fn one_change(language: Language, change: &Change) -> Markup {
    html! {
        li {
            span.change-field { @match &change.history { Some(href) => { a.link href=(href) { (change.field) } } None => { (change.field) } } }
            span.change-values {
                @if !matches!(change.from, Cell::Empty) {
                    span.sr { (word(language, "ui-from")) " " }
                    del { (cell(&change.from)) } " " (icon(Icon::ArrowRight)) " "
                }
                span.sr { (word(language, "ui-to")) " " }
                ins { (cell(&change.to)) }
                @if let Some((action, entry)) = &change.undo {
                    @let label = pair(language, word(language, "undo-field"), &change.field);
                    form.change-undo method="post" action=(action) {
                        input type="hidden" name="entry" value=(entry);
                        button.icon-button.small type="submit" aria-label=(label) title=(label) { (icon(Icon::Undo2)) }
                    }
                }
            }
        }
    }
}
