//! Two records made one: side by side, chosen field by field.

use cordee_i18n::Language;
use maud::{Markup, html};

use crate::assets::asset_url;
use crate::components::{Likely, Notice, alike_list, notice};
use crate::kinds::{Cell, cell};
use crate::word::word;

/// A merge as it is shown.
#[derive(Clone, Debug)]
pub struct Merge {
    /// What is being done.
    pub title: String,
    /// How to do it.
    pub intro: String,
    /// Things to know.
    pub notices: Vec<Notice>,
    /// Where it is posted: `keep` is the id of the record that stays, `field.NAME` the id whose value stays.
    pub action: String,
    /// Values that go along, such as both versions.
    pub hidden: Vec<(String, String)>,
    /// The two records; the first is proposed to stay.
    pub sides: [MergeSide; 2],
    /// Whether one chooses which of the two stays; else each field is chosen by itself.
    pub choose_side: bool,
    /// The fields in which they differ.
    pub differing: Vec<MergeRow>,
    /// The fields in which they agree.
    pub agreeing: Vec<MergeRow>,
    /// The button.
    pub submit: String,
    /// Where to go instead.
    pub cancel: String,
}

/// One of the two records.
#[derive(Clone, Debug)]
pub struct MergeSide {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What tells it apart, such as when it was created and what hangs on it.
    pub hint: String,
}

/// A field of both.
#[derive(Clone, Debug)]
pub struct MergeRow {
    /// The field's name.
    pub name: String,
    /// Its label.
    pub label: String,
    /// The two values.
    pub values: [Cell; 2],
    /// Which of them is proposed: 0 or 1.
    pub keep: usize,
}

/// The body of the page that asks for the other record: a form, and those that are likely meant.
pub fn choose(language: Language, likely: &[Likely], form: Markup) -> Markup {
    html! {
        (form)
        @if !likely.is_empty() {
            link rel="stylesheet" href=(asset_url("alike.css"));
            section.page.form-page.merge-likely {
                h2.section-title { (word(language, "duplicates-title")) }
                (alike_list(language, likely, false))
            }
        }
    }
}

/// The body of a merge.
pub fn merge(language: Language, view: &Merge) -> Markup {
    html! {
        link rel="stylesheet" href=(asset_url("merge.css"));
        div.page.merge {
            header.page-head { h1.page-title { (view.title) } p.page-intro { (view.intro) } }
            form.form method="post" action=(view.action) {
                @for text in &view.notices { (notice(text)) }
                @for (name, value) in &view.hidden { input type="hidden" name=(name) value=(value); }
                div.table-wrap.boxed {
                    table.table.merge-table {
                        caption.sr { (view.title) }
                        thead { tr {
                            th scope="col" { (word(language, "wizard-field")) }
                            @for (at, side) in view.sides.iter().enumerate() {
                                th scope="col" {
                                    label.merge-choice {
                                        @if view.choose_side { input type="radio" name="keep" value=(side.id) checked[at == 0]; }
                                        span { b { (side.title) } span.quiet { (side.hint) } }
                                    }
                                }
                            }
                        } }
                        tbody {
                            @for row in &view.differing { (choice(view, row)) }
                            @for row in &view.agreeing {
                                tr.agreeing { th scope="row" { (row.label) } td colspan="2" { (cell(&row.values[0])) } }
                            }
                        }
                    }
                }
                div.form-foot {
                    button.button.primary type="submit" { (view.submit) }
                    a.button.quiet href=(view.cancel) data-cancel { (word(language, "action-cancel")) }
                }
            }
        }
    }
}

fn choice(view: &Merge, row: &MergeRow) -> Markup {
    html! {
        tr {
            th scope="row" { (row.label) }
            @for (at, side) in view.sides.iter().enumerate() {
                td {
                    label.merge-choice {
                        input type="radio" name={ "field." (row.name) } value=(side.id) checked[at == row.keep] aria-label={ (row.label) ": " (side.title) };
                        span { (cell(&row.values[at])) }
                    }
                }
            }
        }
    }
}
