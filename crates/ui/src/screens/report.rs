//! A report: what was chosen, then its parts: figures side by side, tables with bars, sentences.

use cordee_i18n::Language;
use maud::{Markup, html};

use crate::assets::asset_url;
use crate::components::{Field, Filters, Tip, Tone, bar, field, filters, labelled};
use crate::kinds::{Cell, cell};
use crate::word::word;

/// A report as it is shown.
#[derive(Clone, Debug)]
pub struct Report {
    /// What it is called.
    pub title: String,
    /// What explains it.
    pub tip: Option<Tip>,
    /// What it tells, in a sentence.
    pub intro: String,
    /// What is chosen. A change asks for the page anew.
    pub controls: Vec<Field>,
    /// What it is narrowed to; its address is that of the page.
    pub filters: Filters,
    /// What it tells.
    pub parts: Vec<Part>,
}

/// A part of a report.
#[derive(Clone, Debug)]
pub enum Part {
    /// A sentence.
    Note(String),
    /// Figures side by side.
    Facts(Vec<Fact>),
    /// A table.
    Table(Table),
    /// Records that can be begun: what each is called, and where.
    Begin(Vec<(String, String)>),
}

/// A figure that stands alone.
#[derive(Clone, Debug)]
pub struct Fact {
    /// What it is called.
    pub label: String,
    /// What it is.
    pub value: Told,
    /// What it rests on.
    pub href: Option<String>,
}

/// A table of a report.
#[derive(Clone, Debug)]
pub struct Table {
    /// What it is called.
    pub title: String,
    /// The id of its heading, which an address can lead to.
    pub id: String,
    /// What its columns are called, and whether numbers stand in them.
    pub columns: Vec<(String, bool)>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// What stands there when there is none.
    pub none: String,
}

/// A row of a report.
#[derive(Clone, Debug)]
pub struct Row {
    /// What stands in it.
    pub cells: Vec<Told>,
    /// What it rests on.
    pub href: Option<String>,
    /// Stands out from the others.
    pub whole: bool,
    /// How far below the first rows it stands.
    pub level: u8,
    /// The bar beside it.
    pub bar: Option<Bar>,
}

/// A bar beside a row.
#[derive(Clone, Debug)]
pub struct Bar {
    /// Where it begins, in hundredths of the width.
    pub from: u8,
    /// Where it ends.
    pub to: u8,
    /// What it is like.
    pub tone: Tone,
}

/// A value, and what stands smaller beside it, such as between what it may lie.
#[derive(Clone, Debug)]
pub struct Told {
    /// The value.
    pub value: Cell,
    /// What stands beside it.
    pub beside: Option<String>,
}

/// The body of a report.
pub fn report(language: Language, view: &Report) -> Markup {
    html! {
        link rel="stylesheet" href=(asset_url("report.css"));
        section.figures.report hx-boost:inherited="true" hx-target:inherited="#main" hx-swap:inherited="innerHTML" {
            div.page {
                header.page-head {
                    h1.page-title { (labelled(html! { (view.title) }, view.tip.as_ref())) }
                    p.page-intro { (view.intro) }
                }
                form.figure-controls method="get" action=(view.filters.address) data-auto-submit {
                    @if !view.filters.text.is_empty() { input type="hidden" name="filter" value=(view.filters.text); }
                    @for control in &view.controls { (field(language, control)) }
                    button.button type="submit" { (word(language, "ui-show")) }
                }
                (filters(language, &view.filters))
                @for part in &view.parts { (drawn(part)) }
            }
        }
    }
}

fn drawn(part: &Part) -> Markup {
    match part {
        Part::Note(text) => html! { p.report-note { (text) } },
        Part::Begin(begun) => html! {
            p.report-begin hx-boost:inherited="false" {
                @for (place, (label, href)) in begun.iter().enumerate() { a.button.primary[place == 0] href=(href) { (label) } }
            }
        },
        Part::Facts(facts) => html! {
            dl.report-facts { @for fact in facts {
                div.report-fact {
                    dt { (fact.label) }
                    dd {
                        @match &fact.href {
                            Some(href) => { a href=(href) { (told(&fact.value)) } }
                            None => { (told(&fact.value)) }
                        }
                    }
                }
            } }
        },
        Part::Table(table) => html! {
            section.report-part aria-labelledby=(table.id) {
                h2.report-title id=(table.id) { (table.title) }
                @if table.rows.is_empty() { p.quiet { (table.none) } } @else { (rows(table)) }
            }
        },
    }
}

fn rows(table: &Table) -> Markup {
    let bars = table.rows.iter().any(|row| row.bar.is_some());
    html! {
        div.table-wrap.boxed tabindex="0" hx-boost:inherited="false" {
            table.table {
                caption.sr { (table.title) }
                thead { tr {
                    @for (place, (heading, number)) in table.columns.iter().enumerate() {
                        th.num[*number] scope="col" { (heading) }
                        @if bars && place == 0 { td.figure-bar aria-hidden="true" {} }
                    }
                } }
                tbody { @for row in &table.rows { (line(table, row, bars)) } }
            }
        }
    }
}

fn line(table: &Table, row: &Row, bars: bool) -> Markup {
    html! {
        tr.report-whole[row.whole] data-row[row.href.is_some()] {
            @for (place, (value, (_, number))) in row.cells.iter().zip(&table.columns).enumerate() {
                @if place == 0 {
                    th scope="row" data-level=[(row.level > 0).then(|| row.level.min(6))] {
                        @match &row.href {
                            Some(href) => { a.row-link href=(href) data-open { (told(value)) } }
                            None => { (told(value)) }
                        }
                    }
                    @if bars { td.figure-bar aria-hidden="true" { @if let Some(one) = &row.bar { (stretch(one)) } } }
                } @else { td.num[*number] { (told(value)) } }
            }
        }
    }
}

/// A bar from one place to another.
fn stretch(one: &Bar) -> Markup {
    if one.from == 0 {
        return bar(one.to, one.tone, "");
    }
    html! {
        svg.bar viewBox="0 0 100 4" preserveAspectRatio="none" data-tone=(one.tone.name()) {
            rect.bar-back width="100" height="4" {}
            rect.bar-front x=(one.from) width=(one.to.saturating_sub(one.from).max(1)) height="4" {}
        }
    }
}

fn told(told: &Told) -> Markup {
    html! { (cell(&told.value)) @if let Some(beside) = &told.beside { " " small.quiet { (beside) } } }
}
