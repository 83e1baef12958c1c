//! Several files of one import: whose records each holds, what a check found in each, and how far the run has come.

use cordee_i18n::{Language, pair};
use maud::{Markup, html};

use super::import::{Count, RowProblem, counts, problems};
use crate::components::{Action, Icon, Notice, Tone, actions, badge, icon, notice};
use crate::kinds::Pick;
use crate::word::word;

/// The files, in the order in which they come in.
#[derive(Clone, Debug)]
pub struct ImportFiles {
    /// The files.
    pub files: Vec<ImportFile>,
    /// Where the form is posted.
    pub action: String,
    /// Where to go back.
    pub back: String,
}

/// A file among several; the object is posted as `object.NUMBER`.
#[derive(Clone, Debug)]
pub struct ImportFile {
    /// Its number among those that were sent.
    pub number: usize,
    /// Its name.
    pub name: String,
    /// The object whose records it holds; empty while nobody knows.
    pub object: String,
    /// The objects that one may choose.
    pub objects: Vec<Pick>,
    /// Such as `8 of 10 columns`.
    pub columns: String,
    /// Where its columns are looked at, if they can be.
    pub look: Option<String>,
    /// Where it is taken out of the run, if it may be.
    pub leave_out: Option<String>,
    /// What to know of it.
    pub note: Option<Notice>,
}

/// What a check found in each file.
#[derive(Clone, Debug)]
pub struct ImportChecks {
    /// The files, in the order in which they come in.
    pub files: Vec<ImportFileCheck>,
    /// Begin, back.
    pub actions: Vec<Action>,
}

/// What a check found in a file.
#[derive(Clone, Debug)]
pub struct ImportFileCheck {
    /// Its name.
    pub name: String,
    /// What its rows are.
    pub object: String,
    /// Things to know.
    pub notices: Vec<Notice>,
    /// Rows by what would become of them.
    pub counts: Vec<Count>,
    /// The problems found, the first of them if there are many.
    pub problems: Vec<RowProblem>,
    /// A sentence about problems that are not listed.
    pub more: Option<String>,
}

/// A run of several files: under way, or at its end.
#[derive(Clone, Debug)]
pub struct ImportFilesRun {
    /// This page, asked for again every second while it is open; none once nothing is under way.
    pub here: Option<String>,
    /// The files, in the order in which they come in.
    pub files: Vec<ImportFileRun>,
    /// Stop, resume, undo.
    pub actions: Vec<Action>,
}

/// How far a file of a run has come.
#[derive(Clone, Debug)]
pub struct ImportFileRun {
    /// Its name.
    pub name: String,
    /// What its rows are, or that only their links are set.
    pub object: String,
    /// How far it has come.
    pub status: String,
    /// How that is meant.
    pub tone: Tone,
    /// Hundredths done, while it is under way.
    pub share: Option<u8>,
    /// Rows by what became of them.
    pub counts: Vec<Count>,
    /// The page of this import.
    pub href: String,
    /// Where its rejected rows are.
    pub rejected: Option<String>,
}

pub(super) fn files(language: Language, step: &ImportFiles) -> Markup {
    html! {
        form.form method="post" action=(step.action) {
            p.quiet { (word(language, "wizard-files-hint")) }
            ol.import-files { @for (place, file) in step.files.iter().enumerate() { (one_file(language, place + 1, file)) } }
            div.form-foot {
                button.button.primary type="submit" { (word(language, "wizard-check")) }
                a.button.quiet href=(step.back) { (word(language, "nav-back")) }
            }
        }
    }
}

fn one_file(language: Language, place: usize, file: &ImportFile) -> Markup {
    let named = |key: &str| pair(language, &file.name, word(language, key));
    html! {
        li.import-file {
            span.import-place aria-hidden="true" { (place) }
            div.import-file-what {
                span.import-file-name { (file.name) }
                span.quiet { (file.columns) }
            }
            div.import-file-holds {
                input type="hidden" name={ "was.object." (file.number) } value=(file.object);
                select.input.small name={ "object." (file.number) } aria-label=(named("wizard-choose-object")) required {
                    option value="" selected[file.object.is_empty()] { (word(language, "wizard-choose-object")) }
                    @for one in &file.objects { option value=(one.value) selected[one.value == file.object] { (one.label) } }
                }
            }
            div.import-file-actions {
                @if let Some(look) = &file.look { a.button.small href=(look) aria-label=(named("wizard-step-mapping")) { (word(language, "wizard-step-mapping")) } }
                @if let Some(leave_out) = &file.leave_out {
                    button.icon-button.small type="submit" formaction=(leave_out) formnovalidate aria-label=(named("wizard-leave-out")) title=(word(language, "wizard-leave-out")) { (icon(Icon::X)) }
                }
            }
            @if let Some(note) = &file.note { p.import-file-note data-tone=(note.tone.name()) { (note.text) } }
        }
    }
}

pub(super) fn checks(language: Language, step: &ImportChecks) -> Markup {
    html! {
        @for file in &step.files {
            section.import-part {
                (part_head(&file.name, &file.object))
                @for text in &file.notices { (notice(text)) }
                (counts(&file.counts))
                (problems(language, &file.problems))
                @if let Some(more) = &file.more { p.quiet { (more) } }
            }
        }
        div.wizard-actions { (actions(&step.actions, 4, &word(language, "ui-more"))) }
    }
}

pub(super) fn run(language: Language, step: &ImportFilesRun) -> Markup {
    html! {
        div.import-parts hx-get=[&step.here] hx-trigger=[step.here.as_ref().map(|_| "every 1s")] hx-target=[step.here.as_ref().map(|_| "#main")] hx-swap=[step.here.as_ref().map(|_| "innerHTML")] {
            @for file in &step.files {
                section.import-part {
                    header.import-part-head {
                        h2.section-title { a href=(file.href) { (file.name) } " " span.quiet { (file.object) } }
                        (badge(&file.status, file.tone))
                    }
                    @if let Some(share) = file.share { progress max="100" value=(share) aria-label={ (file.name) ": " (file.status) } {} }
                    (counts(&file.counts))
                    @if let Some(rejected) = &file.rejected { p { a href=(rejected) { (word(language, "wizard-rejected-file")) } } }
                }
            }
        }
        div.wizard-actions {
            (actions(&step.actions, 4, &word(language, "ui-more")))
            @if let Some(here) = &step.here { a.button.quiet href=(here) { (word(language, "ui-refresh")) } }
        }
    }
}

fn part_head(name: &str, object: &str) -> Markup {
    html! { header.import-part-head { h2.section-title { (name) " " span.quiet { (object) } } } }
}
