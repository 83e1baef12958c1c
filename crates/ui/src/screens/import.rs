//! The import, step by step: file, columns, check, run, result. Nothing is written before the check.

use cordee_i18n::Language;
use maud::{Markup, html};

use super::form::{Form, fields};
use super::import_many::{self, ImportChecks, ImportFiles, ImportFilesRun};
use crate::assets::asset_url;
use crate::components::{Action, Field, Icon, Notice, Tone, actions, field, icon, notice};
use crate::kinds::Pick;
use crate::word::word;

/// An import as it is shown.
#[derive(Clone, Debug)]
pub struct Import {
    /// What is being brought in, such as the file's name.
    pub title: String,
    /// Things to know.
    pub notices: Vec<Notice>,
    /// Where it stands.
    pub step: ImportStep,
}

/// The steps of an import.
#[derive(Clone, Debug)]
pub enum ImportStep {
    /// Choose object and file.
    File(Box<Form>),
    /// Say what each column is.
    Columns(ImportColumns),
    /// Say what each of several files holds.
    Files(ImportFiles),
    /// See what would happen.
    Check(ImportCheck),
    /// See what would happen with several files.
    Checks(ImportChecks),
    /// Wait, or stop it.
    Run(ImportRun),
    /// Wait for several files, or see what happened with them.
    FilesRun(ImportFilesRun),
    /// See what happened.
    Done(ImportDone),
}

/// The columns found in the file.
#[derive(Clone, Debug)]
pub struct ImportColumns {
    /// How the file was read: encoding, delimiter; and how records are matched.
    pub settings: Vec<Field>,
    /// The columns.
    pub columns: Vec<ImportColumn>,
    /// Where it is posted.
    pub action: String,
    /// Values that go along.
    pub hidden: Vec<(String, String)>,
    /// Where to go back.
    pub back: String,
    /// What sending it is called.
    pub submit: String,
}

/// A column of the file; its target is posted as `column.NUMBER`.
#[derive(Clone, Debug)]
pub struct ImportColumn {
    /// Its number in the file, from 0.
    pub number: usize,
    /// Its heading.
    pub name: String,
    /// Some of its values.
    pub samples: Vec<String>,
    /// The field proposed or chosen; empty to leave it out.
    pub target: String,
    /// The fields it can go to.
    pub targets: Vec<Pick>,
    /// What to know of it, such as a near miss.
    pub note: Option<Notice>,
}

/// What would happen.
#[derive(Clone, Debug)]
pub struct ImportCheck {
    /// Rows by what would become of them.
    pub counts: Vec<Count>,
    /// The problems found, the first of them if there are many.
    pub problems: Vec<RowProblem>,
    /// A sentence about problems that are not listed.
    pub more: Option<String>,
    /// Begin, back, download the rejected rows.
    pub actions: Vec<Action>,
}

/// A number of rows.
#[derive(Clone, Debug)]
pub struct Count {
    /// What they have in common.
    pub label: String,
    /// How many.
    pub value: String,
    /// How it is meant.
    pub tone: Tone,
}

/// A problem with a value of the file.
#[derive(Clone, Debug)]
pub struct RowProblem {
    /// The row, as a spreadsheet counts.
    pub row: String,
    /// The column's heading.
    pub column: String,
    /// What stands there.
    pub value: String,
    /// What is wrong, and what would be right.
    pub text: String,
}

/// An import under way.
#[derive(Clone, Debug)]
pub struct ImportRun {
    /// Hundredths done.
    pub share: u8,
    /// Such as `4,200 of 8,800 rows`.
    pub text: String,
    /// Such as `12 s left`.
    pub time_left: Option<String>,
    /// This page, asked for again every second while it is open.
    pub here: String,
    /// Rows so far.
    pub counts: Vec<Count>,
    /// Stop, resume.
    pub actions: Vec<Action>,
}

/// What happened.
#[derive(Clone, Debug)]
pub struct ImportDone {
    /// Rows by what became of them.
    pub counts: Vec<Count>,
    /// Open the list, download the rejected rows, undo.
    pub actions: Vec<Action>,
}

/// The body of an import's page.
pub fn import(language: Language, view: &Import) -> Markup {
    let at = match view.step {
        ImportStep::File(_) => 0,
        ImportStep::Columns(_) | ImportStep::Files(_) => 1,
        ImportStep::Check(_) | ImportStep::Checks(_) => 2,
        ImportStep::Run(_) => 3,
        ImportStep::FilesRun(ref step) => 3 + usize::from(step.here.is_none()),
        ImportStep::Done(_) => 4,
    };
    html! {
        link rel="stylesheet" href=(asset_url("import.css"));
        div.page.import {
            header.page-head { h1.page-title { (view.title) } }
            (progress(language, at))
            div.stack {
                @for text in &view.notices { (notice(text)) }
                @match &view.step {
                    ImportStep::File(form) => { (fields(language, form)) }
                    ImportStep::Columns(step) => { (columns(language, step)) }
                    ImportStep::Check(step) => { (check(language, step)) }
                    ImportStep::Files(step) => { (import_many::files(language, step)) }
                    ImportStep::Checks(step) => { (import_many::checks(language, step)) }
                    ImportStep::FilesRun(step) => { (import_many::run(language, step)) }
                    ImportStep::Run(step) => { (run(language, step)) }
                    ImportStep::Done(step) => { (counts(&step.counts)) div.wizard-actions { (actions(&step.actions, 4, &word(language, "ui-more"))) } }
                }
            }
        }
    }
}

fn progress(language: Language, at: usize) -> Markup {
    html! {
        ol.wizard aria-label=(word(language, "ui-steps")) {
            @for (number, key) in ["wizard-step-file", "wizard-step-mapping", "wizard-step-check", "wizard-step-run"].iter().enumerate() {
                li data-place=(if number < at { "passed" } else if number == at { "here" } else { "ahead" }) aria-current=[(number == at).then_some("step")] {
                    span.wizard-number aria-hidden="true" { @if number < at { (icon(Icon::Check)) } @else { (number + 1) } }
                    (word(language, key))
                }
            }
        }
    }
}

fn columns(language: Language, step: &ImportColumns) -> Markup {
    html! {
        form.form method="post" action=(step.action) {
            @for (name, value) in &step.hidden { input type="hidden" name=(name) value=(value); }
            @if !step.settings.is_empty() { div.form-grid.import-settings { @for one in &step.settings { (field(language, one)) } } }
            div.table-wrap.boxed {
                table.table.mapping {
                    caption.sr { (word(language, "wizard-step-mapping")) }
                    thead { tr {
                        th scope="col" { (word(language, "wizard-column")) }
                        th scope="col" { (word(language, "wizard-samples")) }
                        th scope="col" { (word(language, "wizard-field")) }
                    } }
                    tbody { @for column in &step.columns { (one_column(language, column)) } }
                }
            }
            div.form-foot {
                button.button.primary type="submit" { (step.submit) }
                a.button.quiet href=(step.back) { (word(language, "nav-back")) }
            }
        }
    }
}

fn one_column(language: Language, column: &ImportColumn) -> Markup {
    html! {
        tr data-left-out[column.target.is_empty()] {
            th scope="row" { (column.name) }
            td.samples { @for sample in &column.samples { span.sample { (sample) } } }
            td {
                select.input.small name={ "column." (column.number) } aria-label={ (column.name) ": " (word(language, "wizard-field")) } {
                    option value="" selected[column.target.is_empty()] { (word(language, "wizard-leave-out")) }
                    @for target in &column.targets { option value=(target.value) selected[target.value == column.target] { (target.label) } }
                }
                @if let Some(note) = &column.note { p.mapping-note data-tone=(note.tone.name()) { (note.text) } }
            }
        }
    }
}

fn check(language: Language, step: &ImportCheck) -> Markup {
    html! {
        (counts(&step.counts))
        (problems(language, &step.problems))
        @if let Some(more) = &step.more { p.quiet { (more) } }
        div.wizard-actions { (actions(&step.actions, 4, &word(language, "ui-more"))) }
    }
}

pub(super) fn problems(language: Language, problems: &[RowProblem]) -> Markup {
    html! {
        @if !problems.is_empty() {
            div.table-wrap.boxed tabindex="0" {
                table.table.problems {
                    caption.sr { (word(language, "ui-problems")) }
                    thead { tr {
                        th.num scope="col" { (word(language, "ui-row")) }
                        th scope="col" { (word(language, "wizard-column")) }
                        th scope="col" { (word(language, "figures-value")) }
                        th scope="col" { (word(language, "ui-problem")) }
                    } }
                    tbody { @for problem in problems {
                        tr { th.num scope="row" { (problem.row) } td { (problem.column) } td { code { (problem.value) } } td.problem-text { (problem.text) } }
                    } }
                }
            }
        }
    }
}

fn run(language: Language, step: &ImportRun) -> Markup {
    html! {
        section.import-run hx-get=(step.here) hx-trigger="every 1s" hx-target="#main" hx-swap="innerHTML" {
            progress max="100" value=(step.share) aria-label=(step.text) {}
            p.import-progress { span { (step.text) } @if let Some(left) = &step.time_left { span.quiet { (left) } } }
        }
        (counts(&step.counts))
        div.wizard-actions { (actions(&step.actions, 3, &word(language, "ui-more"))) a.button.quiet href=(step.here) { (word(language, "ui-refresh")) } }
    }
}

pub(super) fn counts(counts: &[Count]) -> Markup {
    html! {
        dl.counts { @for count in counts { div data-tone=(count.tone.name()) { dt { (count.label) } dd { (count.value) } } } }
    }
}
