//! Figures: one metric, sliced; every number with the count of records it rests on.

use cordee_i18n::Language;
use maud::{Markup, html};

use crate::components::{
    Action, Empty, Field, Filters, Tip, Tone, actions, bar, empty, field, filters, labelled,
};
use crate::kinds::{Cell, cell, cell_in_link};
use crate::word::word;

/// A page of figures as it is shown.
#[derive(Clone, Debug)]
pub struct Figures {
    /// The metric's name.
    pub title: String,
    /// What explains it.
    pub tip: Option<Tip>,
    /// Its definition, in a sentence.
    pub definition: Option<String>,
    /// What is chosen: metric, by, period, as of. A change asks for the page anew.
    pub controls: Vec<Field>,
    /// What it is narrowed to; its address is that of the page.
    pub filters: Filters,
    /// What one can do here, such as export.
    pub actions: Vec<Action>,
    /// The value over all, with its unit.
    pub total: Figure,
    /// The headings of the keys, such as `Owner`, `Month`.
    pub by: Vec<String>,
    /// The groups.
    pub rows: Vec<FigureRow>,
    /// What stands here when there is no record.
    pub empty: Empty,
}

/// A value and what it rests on.
#[derive(Clone, Debug)]
pub struct Figure {
    /// The value as text, or the words for no data.
    pub value: String,
    /// The number of records.
    pub n: String,
}

/// A group of figures.
#[derive(Clone, Debug)]
pub struct FigureRow {
    /// One key for each heading.
    pub keys: Vec<Cell>,
    /// The value.
    pub figure: Figure,
    /// Hundredths of the largest value.
    pub share: u8,
    /// The records behind it.
    pub href: Option<String>,
}

/// The body of a page of figures.
pub fn figures(language: Language, view: &Figures) -> Markup {
    html! {
        section.figures hx-boost:inherited="true" hx-target:inherited="#main" hx-swap:inherited="innerHTML" {
            div.page {
                header.page-head {
                    h1.page-title { (labelled(html! { (view.title) }, view.tip.as_ref())) }
                    div.bar-actions hx-boost:inherited="false" { (actions(&view.actions, 2, &word(language, "ui-more"))) }
                    @if let Some(definition) = &view.definition { p.page-intro { (definition) } }
                }
                form.figure-controls method="get" action=(view.filters.address) data-auto-submit {
                    @if !view.filters.text.is_empty() { input type="hidden" name="filter" value=(view.filters.text); }
                    @for control in &view.controls { (field(language, control)) }
                    button.button type="submit" { (word(language, "ui-show")) }
                }
                (filters(language, &view.filters))
                @if view.rows.is_empty() && view.total.n == "0" { (empty(&view.empty)) }
                @else { (numbers(language, view)) }
            }
        }
    }
}

fn numbers(language: Language, view: &Figures) -> Markup {
    html! {
        div.figure-total {
            span.figure-label { (word(language, "metric-total")) }
            output.figure-value { (view.total.value) }
            span.figure-n { (word(language, "figures-records")) ": " (view.total.n) }
        }
        @if !view.rows.is_empty() {
            div.table-wrap.boxed hx-boost:inherited="false" {
                table.table {
                    caption.sr { (view.title) }
                    thead { tr {
                        @for heading in &view.by { th scope="col" { (heading) } }
                        th.num scope="col" { (word(language, "figures-value")) }
                        th.figure-bar scope="col" { span.sr { (word(language, "ui-share")) } }
                        th.num scope="col" { (word(language, "figures-records")) }
                    } }
                    tbody { @for row in &view.rows { (group(row)) } }
                }
            }
        }
    }
}

fn group(row: &FigureRow) -> Markup {
    html! {
        tr data-row[row.href.is_some()] {
            @for (at, key) in row.keys.iter().enumerate() {
                @if at == 0 {
                    th scope="row" {
                        @match &row.href {
                            Some(href) => { a.row-link href=(href) data-open { (cell_in_link(key)) } }
                            None => { (cell(key)) }
                        }
                    }
                } @else { td { (cell(key)) } }
            }
            td.num { b { (row.figure.value) } }
            td.figure-bar { (bar(row.share, Tone::Accent, &row.figure.value)) }
            td.num { span.quiet { (row.figure.n) } }
        }
    }
}
