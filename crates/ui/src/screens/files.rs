//! The files of a record: a place to drop them, and those that are there.

use cordee_i18n::{Language, pair};
use maud::{Markup, html};

use crate::components::{Icon, icon};
use crate::word::word;

/// The files of a record as they are shown.
#[derive(Clone, Debug)]
pub struct Files {
    /// How many there are, in words; empty when there are none.
    pub count: String,
    /// How files are added, for those who may.
    pub add: Option<AddFiles>,
    /// The files, the newest first.
    pub list: Vec<File>,
    /// The address at which those stand that were removed, or the record's own while these are shown.
    pub removed: Option<String>,
    /// Whether these are the removed ones.
    pub shows_removed: bool,
}

/// How files are added.
#[derive(Clone, Debug)]
pub struct AddFiles {
    /// Where a form sends them.
    pub form: String,
    /// Where a script sends each of them.
    pub api: String,
    /// How many bytes one may have.
    pub most: u64,
    /// The sentence that says so.
    pub hint: String,
}

/// One file.
#[derive(Clone, Debug)]
pub struct File {
    /// Its name.
    pub name: String,
    /// What stands in its tile where it has no picture: `PDF`.
    pub tile: String,
    /// The address of its small picture, if it can have one.
    pub thumbnail: Option<String>,
    /// Where it opens.
    pub open: String,
    /// Whether it is shown by the browser, beside the page; others are handed over.
    pub shown: bool,
    /// Where it is handed over.
    pub download: String,
    /// How large it is, in words.
    pub size: String,
    /// The day it was added on, the very moment in words, and that moment for machines.
    pub when: [String; 3],
    /// Who added it.
    pub who: String,
    /// The field it was given to.
    pub field: Option<String>,
    /// Where it is removed or put back, for those who may.
    pub change: Option<String>,
}

/// The block on the record's page; nothing where there is neither a file nor anybody who may add one.
pub fn files(language: Language, view: &Files) -> Markup {
    if view.list.is_empty() && view.add.is_none() && !view.shows_removed {
        return html! {};
    }
    let title = if view.shows_removed { "files-removed" } else { "files-title" };
    html! {
        section.files #files data-files=[view.add.as_ref().map(|add| &add.api)] data-most=[view.add.as_ref().map(|add| add.most)]
            data-refused=[view.add.as_ref().map(|add| &add.hint)] {
            header.related-head {
                h2.section-title { (word(language, title)) }
                span.page-count { (view.count) }
                div.bar-actions {
                    @if let Some(removed) = &view.removed {
                        a.button.quiet.small href=(removed) { (word(language, if view.shows_removed { "files-back" } else { "files-show-removed" })) }
                    }
                }
            }
            @if !view.list.is_empty() {
                ul.file-list { @for file in &view.list { (one(language, file, view.shows_removed)) } }
            }
            @if view.shows_removed && view.list.is_empty() { p.related-none { (word(language, "files-none-removed")) } }
            @if let Some(add) = &view.add { (adding(language, add)) }
        }
    }
}

fn one(language: Language, file: &File, removed: bool) -> Markup {
    let [day, moment, iso] = &file.when;
    html! {
        li.file {
            @match &file.thumbnail {
                Some(src) => img.file-tile src=(src) alt="" loading="lazy" width="36" height="36";,
                None => span.file-tile aria-hidden="true" { (file.tile) },
            }
            div.file-about {
                @if removed { span.file-name.cut { (file.name) } }
                @else if file.shown { a.file-name.cut href=(file.open) target="_blank" { (file.name) } }
                @else { a.file-name.cut href=(file.open) { (file.name) } }
                p.file-facts {
                    @if let Some(field) = &file.field { span.file-field { (field) } }
                    span { (file.size) }
                    span.cut { (file.who) }
                    time datetime=(iso) title=(moment) { (day) }
                }
            }
            div.file-actions {
                @if !removed {
                    @let label = pair(language, word(language, "files-download"), &file.name);
                    a.icon-button.small href=(file.download) download aria-label=(label) title=(word(language, "files-download")) { (icon(Icon::Download)) }
                }
                @if let Some(change) = &file.change {
                    @let (key, shape) = if removed { ("action-restore", Icon::Undo2) } else { ("files-remove", Icon::X) };
                    @let label = pair(language, word(language, key), &file.name);
                    form.inline-form method="post" action=(change) {
                        button.icon-button.small type="submit" aria-label=(label) title=(word(language, key)) { (icon(shape)) }
                    }
                }
            }
        }
    }
}

/// A form that works by itself; a script takes what is dropped, pasted or chosen, and shows how far it has come.
fn adding(language: Language, add: &AddFiles) -> Markup {
    html! {
        form.file-drop method="post" enctype="multipart/form-data" action=(add.form) {
            label.file-choose {
                (icon(Icon::Paperclip))
                span.file-invite { (word(language, "files-add")) }
                span.file-hint { (add.hint) }
                input type="file" name="file" multiple required aria-label=(word(language, "files-add"));
            }
            button.button.small.file-send type="submit" { (word(language, "files-send")) }
        }
    }
}
