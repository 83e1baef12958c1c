//! A report: what was chosen, then its parts: figures side by side, tables with bars, sentences.

use cordee_i18n::Language;
use maud::{Markup, html};

use crate::assets::asset_url;
use crate::components::{
    Field, Filters, Icon, Place, Points, Tip, Tone, bar, field, filters, icon, labelled, places, points,
};
use crate::kinds::{Cell, cell, cell_in_link};
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
    /// It is printed on one sheet.
    pub one_sheet: bool,
}

/// All reports, each with what it tells.
pub fn index(title: &str, reports: &[Place]) -> Markup {
    html! {
        link rel="stylesheet" href=(asset_url("report.css"));
        div.page.reports {
            header.page-head { h1.page-title { (title) } }
            (places(reports))
        }
    }
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
    /// How many of the rows are printed, and what stands on paper for the others; none where all are printed.
    pub printed: Option<(usize, String)>,
    /// The map over it, on which its rows are points.
    pub map: Option<Box<Points>>,
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
    /// What it is marked as.
    pub mark: Option<String>,
    /// How far below the first rows it stands.
    pub level: u8,
    /// The bar beside it.
    pub bar: Option<Bar>,
    /// What can be done to what it is about.
    pub act: Option<Act>,
}

/// What can be done from a row, in a dialog.
#[derive(Clone, Debug)]
pub struct Act {
    /// What it does, and to what.
    pub label: String,
    /// Where it is asked for.
    pub href: String,
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

/// Tables of so many columns fit side by side on paper.
const NARROW: usize = 4;

/// The body of a report.
pub fn report(language: Language, view: &Report) -> Markup {
    html! {
        link rel="stylesheet" href=(asset_url("report.css"));
        section.figures.report.one-sheet[view.one_sheet] hx-boost:inherited="true" hx-target:inherited="#main" hx-swap:inherited="innerHTML" {
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
            section.report-part.report-narrow[table.columns.len() <= NARROW] aria-labelledby=(table.id) {
                h2.report-title id=(table.id) { (table.title) }
                @if let Some(map) = &table.map { (points(map)) }
                @if table.rows.is_empty() { p.quiet { (table.none) } } @else { (rows(table)) }
            }
        },
    }
}

fn rows(table: &Table) -> Markup {
    let bars = table.rows.iter().any(|row| row.bar.is_some());
    let acts = table.rows.iter().any(|row| row.act.is_some());
    let over = |place: usize| table.printed.as_ref().is_some_and(|(printed, _)| place >= *printed);
    let width = table.columns.len() + usize::from(bars);
    html! {
        div.table-wrap.boxed tabindex="0" hx-boost:inherited="false" {
            table.table {
                caption.sr { (table.title) }
                thead { tr {
                    @for (place, (heading, number)) in table.columns.iter().enumerate() {
                        th.num[*number] scope="col" { (heading) }
                        @if bars && place == 0 { td.figure-bar aria-hidden="true" {} }
                    }
                    @if acts { td.report-act {} }
                } }
                tbody {
                    @for (place, row) in table.rows.iter().enumerate() {
                        (line(table, row, bars, acts, over(place)))
                    }
                    @if let Some((_, more)) = &table.printed { tr.report-more { td colspan=(width) { (more) } } }
                }
            }
        }
    }
}

fn line(table: &Table, row: &Row, bars: bool, acts: bool, over: bool) -> Markup {
    html! {
        tr.report-whole[row.whole].report-over[over] data-row[row.href.is_some()] {
            @for (place, (value, (_, number))) in row.cells.iter().zip(&table.columns).enumerate() {
                @if place == 0 {
                    th scope="row" data-level=[(row.level > 0).then(|| row.level.min(6))] {
                        @match &row.href {
                            Some(href) => { a.row-link href=(href) data-open { (named(value)) } }
                            None => { (told(value)) }
                        }
                        @if let Some(mark) = &row.mark { " " span.badge.key-badge { (icon(Icon::KeyRound)) (mark) } }
                    }
                    @if bars { td.figure-bar aria-hidden="true" { @if let Some(one) = &row.bar { (stretch(one)) } } }
                } @else { td.num[*number] { (told(value)) } }
            }
            @if acts { td.report-act { @if let Some(one) = &row.act { (act(one)) } } }
        }
    }
}

fn act(act: &Act) -> Markup {
    html! {
        a.icon-button href=(act.href) title=(act.label) data-dialog { (icon(Icon::ListChecks)) span.sr { (act.label) } }
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

/// A value that names a row which leads somewhere.
fn named(value: &Told) -> Markup {
    html! { (cell_in_link(&value.value)) (beside(value)) }
}

fn told(told: &Told) -> Markup {
    html! { (cell(&told.value)) (beside(told)) }
}

fn beside(told: &Told) -> Markup {
    html! { @if let Some(beside) = &told.beside { " " small.quiet { (beside) } } }
}
