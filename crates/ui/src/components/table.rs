//! Tables of records: sticky head and first column, rows that open, pages by key.

use cordee_i18n::Language;
use maud::{Markup, html};

use super::{Icon, Tip, icon, labelled};
use crate::kinds::{Cell, cell, cell_in_link};
use crate::word::word;

/// A column of a table.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// The field's name, as in the address.
    pub name: String,
    /// Its heading.
    pub label: String,
    /// What explains its heading.
    pub tip: Option<Tip>,
    /// Whether its values are numbers and so stand on the right.
    pub numeric: bool,
    /// How to sort by it; none if it can't be sorted.
    pub sort: Option<Sort>,
}

/// How a column sorts.
#[derive(Clone, Debug)]
pub struct Sort {
    /// The address of the same list, sorted by this column (the other way round if it is already).
    pub href: String,
    /// How the list is sorted by it now.
    pub direction: Option<SortDirection>,
}

/// Up or down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortDirection {
    /// Small to large.
    Ascending,
    /// Large to small.
    Descending,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub struct Row {
    /// The record's id as in addresses.
    pub id: String,
    /// The record's page; none if the reader may not open it.
    pub href: Option<String>,
    /// One cell for each column; the first is the title.
    pub cells: Vec<Cell>,
}

/// Where one is among the pages of a list.
#[derive(Clone, Debug, Default)]
pub struct Pager {
    /// Such as `1–50 of 1,000+`.
    pub text: String,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
}

/// The table; `caption` names it for screen readers, `totals` stand in the foot.
pub fn table(caption: &str, columns: &[Column], rows: &[Row], totals: Option<&[Cell]>) -> Markup {
    // A table without links could not be scrolled by keyboard otherwise.
    let reach = rows.iter().all(|row| row.href.is_none()).then_some("0");
    html! {
        div.table-wrap tabindex=[reach] {
            table.table {
                caption.sr { (caption) }
                thead { tr { @for column in columns { (head(column)) } } }
                tbody hx-boost:inherited="false" { @for row in rows { (body_row(columns, row)) } }
                @if let Some(totals) = totals {
                    tfoot { tr {
                        @for (at, column) in columns.iter().enumerate() {
                            td.num[column.numeric] { @if let Some(value) = totals.get(at) { (cell(value)) } }
                        }
                    } }
                }
            }
        }
    }
}

/// The links to the page before and after.
pub fn pager(language: Language, pager: &Pager) -> Markup {
    let step = |href: &Option<String>, shape: Icon, key: &str, relation: &str| {
        let label = word(language, key);
        html! {
            @match href {
                Some(href) => { a.icon-button href=(href) rel=(relation) aria-label=(label) title=(label) { (icon(shape)) } }
                None => { span.icon-button aria-disabled="true" { (icon(shape)) } }
            }
        }
    };
    html! {
        nav.pager aria-label=(word(language, "ui-pages")) {
            span.num { (pager.text) }
            @if pager.previous.is_some() || pager.next.is_some() {
                (step(&pager.previous, Icon::ChevronLeft, "list-page-previous", "prev"))
                (step(&pager.next, Icon::ChevronRight, "list-page-next", "next"))
            }
        }
    }
}

fn head(column: &Column) -> Markup {
    let direction = column.sort.as_ref().and_then(|sort| sort.direction);
    let state = direction.map(|direction| match direction {
        SortDirection::Ascending => ("ascending", Icon::ArrowUp),
        SortDirection::Descending => ("descending", Icon::ArrowDown),
    });
    html! {
        th.num[column.numeric] scope="col" aria-sort=[state.map(|(name, _)| name)] {
            @let label = html! {
                @match &column.sort {
                    Some(sort) => { a.sort href=(sort.href) { (column.label) @if let Some((_, shape)) = state { (icon(shape)) } } }
                    None => { (column.label) }
                }
            };
            (labelled(label, column.tip.as_ref()))
        }
    }
}

fn body_row(columns: &[Column], row: &Row) -> Markup {
    html! {
        tr data-row[row.href.is_some()] { (row_cells(columns, row.href.as_deref(), &row.cells)) }
    }
}

/// The cells of a row; the first heads it and leads to its page, where it has one.
pub(crate) fn row_cells(columns: &[Column], href: Option<&str>, cells: &[Cell]) -> Markup {
    html! {
        @for (at, value) in cells.iter().enumerate() {
            @if at == 0 { (row_head(href, value, "")) }
            @else { (body_cell(value, columns.get(at).is_some_and(|column| column.numeric), "")) }
        }
    }
}

/// The cell that heads a row and leads to its page, where it has one.
pub(super) fn row_head(href: Option<&str>, value: &Cell, class: &str) -> Markup {
    html! {
        th class=[classes(false, class)] scope="row" dir="auto" {
            @match href {
                // The link spreads over the whole row, so that a click anywhere opens it.
                Some(href) => { a.row-link href=(href) data-open { (cell_in_link(value)) } }
                None => { (cell(value)) }
            }
        }
    }
}

/// Another cell of a row.
pub(super) fn body_cell(value: &Cell, numeric: bool, class: &str) -> Markup {
    // What people write may run from right to left, and is cut where it ends.
    let written = matches!(value, Cell::Text(_) | Cell::LongText(_) | Cell::Link { .. });
    html! { td class=[classes(numeric, class)] dir=[written.then_some("auto")] { (cell(value)) } }
}

/// The classes of a cell: of numbers, and of a width.
pub(super) fn classes(numeric: bool, width: &str) -> Option<String> {
    let all = [if numeric { "num" } else { "" }, width].join(" ");
    Some(all.trim().to_owned()).filter(|all| !all.is_empty())
}
