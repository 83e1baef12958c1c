//! A list of records: filter, sort, columns, pages; every state of it has an address.

use cordee_i18n::Language;
use maud::{Markup, html};

use crate::components::{
    Action, Column, Empty, Filters, Icon, Pager, Row, Views, empty, filters, icon, pager, table, views_head,
    views_save,
};
use crate::kinds::Cell;
use crate::word::word;

/// A list as it is shown.
#[derive(Clone, Debug)]
pub struct List {
    /// The objects' name in the plural.
    pub title: String,
    /// How many there are, such as `8,800 deals` or `1,000+ deals`.
    pub count: String,
    /// Saved views, and the same records as a board.
    pub views: Views,
    /// What one can do here; the first two are buttons, the rest is in a menu.
    pub actions: Vec<Action>,
    /// What it is narrowed to.
    pub filters: Filters,
    /// The columns shown.
    pub columns: Vec<Column>,
    /// All columns there are, for the chooser; none hides it.
    pub chooser: Vec<ColumnChoice>,
    /// The rows of this page.
    pub rows: Vec<Row>,
    /// Totals, one for each column.
    pub totals: Option<Vec<Cell>>,
    /// The pages around this one.
    pub pager: Pager,
    /// What stands here when there is no row.
    pub empty: Empty,
}

/// A column in the chooser; posted back as `column=NAME`, once for each.
#[derive(Clone, Debug)]
pub struct ColumnChoice {
    /// The field's name.
    pub name: String,
    /// Its label.
    pub label: String,
    /// Whether it is shown.
    pub shown: bool,
}

/// The body of a list.
pub fn list(language: Language, view: &List) -> Markup {
    html! {
        section.list #list hx-boost:inherited="true" hx-target:inherited="#main" hx-swap:inherited="innerHTML" {
            (views_head(language, &view.title, &view.views, count(&view.count), &view.actions))
            div.list-tools {
                (filters(language, &view.filters))
                (views_save(&view.views))
                @if !view.chooser.is_empty() { (chooser(language, view)) }
            }
            @if view.rows.is_empty() {
                (empty(&view.empty))
            } @else {
                (table(&view.title, &view.columns, &view.rows, view.totals.as_deref()))
                div.list-foot { (pager(language, &view.pager)) }
            }
        }
    }
}

fn count(text: &str) -> Markup {
    html! { @if !text.is_empty() { span.page-count { (text) } } }
}

fn chooser(language: Language, view: &List) -> Markup {
    let keep = view.filters.keep.iter().filter(|(name, _)| name != "column");
    html! {
        details.menu data-menu {
            summary.button.quiet.small { (icon(Icon::SlidersHorizontal)) span.wide { (word(language, "list-columns")) } span.sr.narrow-only { (word(language, "list-columns")) } }
            form.menu-list.end method="get" action=(view.filters.address) {
                @for (name, value) in keep { input type="hidden" name=(name) value=(value); }
                @if !view.filters.text.is_empty() { input type="hidden" name="filter" value=(view.filters.text); }
                fieldset.chooser {
                    legend.sr { (word(language, "list-columns")) }
                    @for column in &view.chooser {
                        label.menu-item {
                            input type="checkbox" name="column" value=(column.name) checked[column.shown];
                            span.cut { (column.label) }
                        }
                    }
                }
                button.button.primary.block type="submit" { (word(language, "ui-columns-apply")) }
            }
        }
    }
}
