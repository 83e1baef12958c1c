//! The table of a list: rows that can be picked, columns that are sorted and resized, cells that are edited in place,
//! groups that open, and what the numbers come to. Useful as it comes; its script and style stand beside it.

use cordee_i18n::{Language, pair};
use maud::{Markup, html};

use super::table::{Column, Row, SortDirection, body_cell, classes, row_head};
use super::{Icon, icon, labelled};
use crate::assets::asset_url;
use crate::kinds::{Cell, cell};
use crate::word::{sentence, word};

/// The table of a list.
#[derive(Clone, Debug)]
pub struct Grid {
    /// What it is called, for screen readers.
    pub caption: String,
    /// The path of the records' pages, such as `/deals`.
    pub base: String,
    /// The columns; the first is the title.
    pub columns: Vec<GridColumn>,
    /// What stands in it.
    pub body: GridBody,
    /// Whether rows can be picked; the form is [`PICKED`].
    pub picks: bool,
    /// What the numbers come to.
    pub sums: Option<Sums>,
    /// The address of the page, to which the script adds widths.
    pub here: String,
}

/// A column of the table of a list.
#[derive(Clone, Debug)]
pub struct GridColumn {
    /// The column itself.
    pub column: Column,
    /// The address of the list sorted by this column after what it is sorted by already.
    pub also: Option<String>,
    /// At which place of several it is sorted by.
    pub rank: Option<usize>,
    /// How wide it is, in steps of [`WIDTH_STEP`] pixels; none as wide as it needs to be.
    pub width: Option<u16>,
    /// Whether its cells can be edited in place.
    pub edits: bool,
}

/// What stands in a table.
#[derive(Clone, Debug)]
pub enum GridBody {
    /// Records.
    Rows(Vec<Row>),
    /// Records in groups.
    Groups(Vec<Group>),
    /// Groups that are brought from this address once the page is there, and the address of the page that holds them.
    GroupsLater { from: String, whole: String },
}

/// A group: its head, and the first of its records where it is open.
#[derive(Clone, Debug)]
pub struct Group {
    /// What its records have in common.
    pub label: Cell,
    /// How many they are.
    pub count: String,
    /// The list of its records alone.
    pub href: String,
    /// The address that brings its rows: answers [`rows`].
    pub rows: String,
    /// What its numbers come to, one for each column.
    pub sums: Vec<Option<Cell>>,
    /// Its first records, if it is open, and whether there are more.
    pub open: Option<(Vec<Row>, bool)>,
}

/// What the numbers of all records come to, not of those on the page.
#[derive(Clone, Debug)]
pub enum Sums {
    /// Brought from this address once the page is there; the other is that of the page that holds them.
    Later { from: String, whole: String },
    /// One for each column.
    Known(Vec<Option<Cell>>),
}

/// The id of the form to which the picked rows belong.
pub const PICKED: &str = "picked";
/// The name under which picked rows are posted.
pub const PICK: &str = "p-id";
/// How many pixels a step of a width is.
pub const WIDTH_STEP: u16 = 20;
/// The widths that a column may have, in steps.
pub const WIDTHS: std::ops::RangeInclusive<u16> = 3..=32;

/// The table.
pub fn grid(language: Language, view: &Grid) -> Markup {
    let classes = widths(view);
    html! {
        div.table-wrap data-module=(asset_url("cell.js")) {
            table.table.grid.picks[view.picks].sized[view.columns.iter().any(|column| column.width.is_some())].edits[view.columns.iter().any(|column| column.edits)] data-grid=(view.base) data-here=(view.here) data-lost=(word(language, "ui-connection-lost"))
                data-sortable=(asset_url("sortable.js")) {
                caption.sr { (view.caption) }
                thead { tr {
                    @if view.picks {
                        td.pick { label.pick-box hidden data-pick-page {
                            input type="checkbox" aria-label=(word(language, "list-select-all"));
                        } }
                    }
                    @for (column, class) in view.columns.iter().zip(&classes) { (head(language, column, class)) }
                } }
                @match &view.body {
                    GridBody::Rows(all) => { tbody hx-boost:inherited="false" { (rows(language, view, all)) } }
                    GridBody::Groups(all) => { (groups(language, view, all)) }
                    GridBody::GroupsLater { from, whole } => {
                        tbody.groups-wait data-later=(from) aria-busy="true" { tr { td colspan=(span(view)) {
                            a.link href=(whole) { (word(language, "grid-groups-show")) }
                        } } }
                    }
                }
                @match &view.sums {
                    None => {}
                    Some(Sums::Known(sums)) => { (foot(language, view, sums)) }
                    Some(Sums::Later { from, whole }) => {
                        tfoot data-later=(from) { tr {
                            @if view.picks { td.pick {} }
                            td colspan=(view.columns.len()) { a.link href=(whole) { (word(language, "grid-sums-show")) } }
                        } }
                    }
                }
            }
        }
    }
}

/// Rows alone, as a group brings them.
pub fn rows(language: Language, view: &Grid, all: &[Row]) -> Markup {
    let classes = widths(view);
    html! {
        @for row in all {
            tr data-row[row.href.is_some()] data-id=(row.id) {
                @if view.picks { (pick(language, row)) }
                @for (at, (value, column)) in row.cells.iter().zip(&view.columns).enumerate() {
                    @if at == 0 { (row_head(row.href.as_deref(), value, &classes[at])) }
                    @else { (body_cell(value, column.column.numeric, &classes[at])) }
                }
            }
        }
    }
}

/// The groups alone, each a body of the table.
pub fn groups(language: Language, view: &Grid, all: &[Group]) -> Markup {
    html! { @for group in all { (one_group(language, view, group)) } }
}

/// The foot alone, with what the numbers come to.
pub fn foot(language: Language, view: &Grid, sums: &[Option<Cell>]) -> Markup {
    html! {
        tfoot { tr {
            @if view.picks { td.pick {} }
            @for (at, (column, sum)) in view.columns.iter().zip(sums).enumerate() {
                @if at == 0 { th scope="row" { (word(language, "grid-sum")) } }
                @else { td.num[column.column.numeric] { @if let Some(sum) = sum { (cell(sum)) } } }
            }
        } }
    }
}

/// The bar of what can be done with picked rows; it shows itself once one is picked. `all` says how many the filter
/// leaves, and is none where they all stand on the page.
pub fn pick_bar(language: Language, view: &PickBar) -> Markup {
    let said = sentence(language, "grid-picked", "count", "#");
    html! {
        form.pick-bar #(PICKED) method="get" action=(view.action) aria-label=(word(language, "grid-bar")) data-picked {
            @for (name, value) in &view.hidden { input type="hidden" name=(name) value=(value); }
            span.pick-count role="status" data-pick-count=(said) { (word(language, "grid-picked-some")) }
            @if let Some(all) = &view.all {
                label.pick-all { input type="checkbox" name="p-all" value="1" data-pick-filter; (all) }
            }
            div.pick-doings {
                @for doing in &view.doings {
                    button.button.small.danger[doing.danger] type="submit" name="p-do" value=(doing.value) data-ask[doing.asks] data-needs=[doing.needs] {
                        (icon(doing.icon)) span { (doing.label) }
                    }
                }
            }
            button.icon-button.small type="reset" aria-label=(word(language, "grid-pick-none")) title=(word(language, "grid-pick-none")) { (icon(Icon::X)) }
        }
    }
}

/// What can be done with picked rows.
#[derive(Clone, Debug, Default)]
pub struct PickBar {
    /// Where it is asked for.
    pub action: String,
    /// Values that go along.
    pub hidden: Vec<(String, String)>,
    /// How many there are beside those on the page, in words.
    pub all: Option<String>,
    /// What can be done.
    pub doings: Vec<Doing>,
}

/// One thing that can be done with picked rows.
#[derive(Clone, Debug)]
pub struct Doing {
    /// What is posted as `p-do`.
    pub value: String,
    /// Its label.
    pub label: String,
    /// Its icon.
    pub icon: Icon,
    /// Whether it destroys something.
    pub danger: bool,
    /// Whether it asks in a dialog.
    pub asks: bool,
    /// How many rows exactly it needs.
    pub needs: Option<u8>,
}

fn span(view: &Grid) -> usize {
    view.columns.len() + usize::from(view.picks)
}

/// The class of each column by its width.
fn widths(view: &Grid) -> Vec<String> {
    let class = |column: &GridColumn| column.width.map_or_else(String::new, |steps| format!("w{steps}"));
    view.columns.iter().map(class).collect()
}

fn head(language: Language, view: &GridColumn, class: &str) -> Markup {
    let column = &view.column;
    let direction = column.sort.as_ref().and_then(|sort| sort.direction);
    let state = direction.map(|direction| match direction {
        SortDirection::Ascending => ("ascending", Icon::ArrowUp),
        SortDirection::Descending => ("descending", Icon::ArrowDown),
    });
    html! {
        th class=[classes(column.numeric, class)] scope="col" data-field=(column.name) data-edits[view.edits] aria-sort=[state.map(|(name, _)| name)] {
            @let label = html! {
                @match &column.sort {
                    Some(sort) => {
                        a.sort href=(sort.href) data-also=[&view.also] {
                            (column.label)
                            @if let Some((_, shape)) = state { (icon(shape)) }
                            @if let Some(rank) = view.rank { span.rank { (rank) } }
                        }
                    }
                    None => { (column.label) }
                }
            };
            (labelled(label, column.tip.as_ref()))
            span.resize data-resize title=(word(language, "grid-resize")) {}
        }
    }
}

fn pick(language: Language, row: &Row) -> Markup {
    let label = pair(language, word(language, "list-select-row"), plain(row.cells.first()));
    html! {
        td.pick { label.pick-box { input type="checkbox" name=(PICK) value=(row.id) form=(PICKED) data-pick aria-label=(label); } }
    }
}

fn plain(cell: Option<&Cell>) -> &str {
    match cell {
        Some(Cell::Text(text) | Cell::Serial(text)) => text,
        _ => "",
    }
}

fn one_group(language: Language, view: &Grid, group: &Group) -> Markup {
    let open = group.open.is_some();
    html! {
        tbody data-group hx-boost:inherited="false" {
            tr.group-row {
                th scope="rowgroup" colspan=(1 + usize::from(view.picks)) {
                    div.group-head {
                        button.icon-button.small type="button" hidden[!open] data-group-rows=(group.rows) aria-expanded=(open) aria-label=(word(language, "grid-group-toggle")) { (icon(Icon::ChevronRight)) }
                        a.group-name href=(group.href) data-group-name { (cell(&group.label)) }
                        span.quiet { (group.count) }
                    }
                }
                @for (column, sum) in view.columns.iter().zip(&group.sums).skip(1) {
                    td.num[column.column.numeric] { @if let Some(sum) = sum { (cell(sum)) } }
                }
            }
            @if let Some((some, more)) = &group.open {
                (rows(language, view, some))
                @if *more { (group_more(language, view, &group.href)) }
            }
        }
    }
}

/// The row below an open group that leads to the rest of it.
pub fn group_more(language: Language, view: &Grid, href: &str) -> Markup {
    html! { tr.group-more { td colspan=(span(view)) { a.link href=(href) { (word(language, "grid-group-more")) } } } }
}
