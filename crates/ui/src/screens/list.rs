//! A list of records: filter, sort, columns, pages; every state of it has an address.

use cordee_i18n::{Language, pair};
use maud::{Markup, html};

use crate::assets::asset_url;
use crate::components::{
    Action, Empty, Filters, Grid, GridBody, Icon, Pager, PickBar, Views, empty, filters, grid, icon, pager,
    pick_bar, views_head, views_save,
};
use crate::kinds::Pick;
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
    /// How it is shown: groups, order, columns.
    pub display: Display,
    /// The records.
    pub grid: Grid,
    /// What can be done with those that are picked; none where nothing can be.
    pub picked: Option<PickBar>,
    /// The pages around this one.
    pub pager: Pager,
    /// What stands here when there is no row.
    pub empty: Empty,
}

/// How a list is shown; sent back as `d-group`, `d-sort` with `d-down` for each key of the order, `column` and `d-as-of`.
#[derive(Clone, Debug, Default)]
pub struct Display {
    /// By what it is grouped; empty for nothing.
    pub group: String,
    /// By what it can be grouped.
    pub groups: Vec<Pick>,
    /// The keys of its order, and whether the largest come first.
    pub sorts: Vec<(String, bool)>,
    /// By what it can be sorted.
    pub sortable: Vec<Pick>,
    /// All columns there are: first those that are shown, in their order.
    pub columns: Vec<ColumnChoice>,
    /// As of which day it is shown, as `2026-11-21`; empty for now, and none where nothing tells of the past.
    pub as_of: Option<String>,
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

/// How many keys an order has at the most.
const SORTS: usize = 3;

/// The body of a list.
pub fn list(language: Language, view: &List) -> Markup {
    let none = matches!(&view.grid.body, GridBody::Rows(rows) if rows.is_empty());
    html! {
        link rel="stylesheet" href=(asset_url("grid.css"));
        section.list #list data-module=(asset_url("grid.js")) hx-boost:inherited="true" hx-target:inherited="#main" hx-swap:inherited="innerHTML" {
            (views_head(language, &view.title, &view.views, count(&view.count), &view.actions))
            div.list-tools {
                (filters(language, &view.filters))
                (views_save(&view.views))
                @if !view.display.columns.is_empty() { (display(language, view)) }
            }
            @if none {
                (empty(&view.empty))
            } @else {
                (grid(language, &view.grid))
                div.list-foot { (pager(language, &view.pager)) }
                @if let Some(bar) = &view.picked {
                    div data-module=(asset_url("pick.js")) hx-boost:inherited="false" { (pick_bar(language, bar)) }
                }
            }
        }
    }
}

fn count(text: &str) -> Markup {
    html! { @if !text.is_empty() { span.page-count { (text) } } }
}

/// The menu that says how the list is shown: one form, useful without a script.
fn display(language: Language, view: &List) -> Markup {
    let label = word(language, "grid-display");
    let keep = view.filters.keep.iter();
    let keep = keep.filter(|(name, _)| !["column", "sort", "group", "as-of"].contains(&name.as_str()));
    html! {
        details.menu.display data-menu {
            summary.button.quiet.small { (icon(Icon::SlidersHorizontal)) span.wide { (label) } span.sr.narrow-only { (label) } }
            form.menu-list.end method="get" action=(view.filters.address) aria-label=(label) data-display {
                @for (name, value) in keep { input type="hidden" name=(name) value=(value); }
                @if !view.filters.text.is_empty() { input type="hidden" name="filter" value=(view.filters.text); }
                input type="hidden" name="d-apply" value="1";
                (grouping(language, &view.display))
                (sorting(language, &view.display))
                (past(language, &view.display))
                (columns(language, &view.display))
                div.display-foot { button.button.primary.block type="submit" { (word(language, "grid-apply")) } }
            }
        }
    }
}

fn grouping(language: Language, view: &Display) -> Markup {
    html! {
        @if !view.groups.is_empty() {
            div.display-part {
                label.display-label for="d-group" { (word(language, "list-group")) }
                (choice("d-group", Some("d-group"), &word(language, "grid-group-none"), &view.groups, &view.group))
            }
        }
    }
}

fn past(language: Language, view: &Display) -> Markup {
    html! {
        @if let Some(day) = &view.as_of {
            div.display-part {
                label.display-label for="d-as-of" { (word(language, "figures-as-of")) }
                input.input #d-as-of type="date" name="d-as-of" value=(day);
            }
        }
    }
}

fn sorting(language: Language, view: &Display) -> Markup {
    let label = word(language, "list-sort");
    html! {
        fieldset.display-part {
            legend.display-label { (label) }
            @for place in 0..SORTS.min(view.sorts.len() + 1) {
                @let (field, down) = view.sorts.get(place).map_or(("", false), |(field, down)| (field.as_str(), *down));
                div.display-sort {
                    select.input name="d-sort" aria-label={ (label) " " (place + 1) } {
                        option value="" selected[field.is_empty()] { "–" }
                        @for option in &view.sortable { option value=(option.value) selected[option.value == field] { (option.label) } }
                    }
                    select.input name="d-down" aria-label={ (word(language, "grid-direction")) " " (place + 1) } {
                        option value="up" selected[!down] { (word(language, "list-sort-up")) }
                        option value="down" selected[down] { (word(language, "list-sort-down")) }
                    }
                }
            }
        }
    }
}

fn columns(language: Language, view: &Display) -> Markup {
    let step = |name: &str, column: &ColumnChoice, shape: Icon, key: &str| {
        let label = pair(language, word(language, key), &column.label);
        html! { button.icon-button.small type="submit" name=(name) value=(column.name) aria-label=(label) title=(label) data-shift=(name) { (icon(shape)) } }
    };
    html! {
        fieldset.display-part {
            legend.display-label { (word(language, "list-columns")) }
            ul.chooser data-chooser {
                @for column in &view.columns {
                    li.chooser-item data-column-choice {
                        span.chooser-grip aria-hidden="true" { (icon(Icon::GripVertical)) }
                        label.grow {
                            input type="checkbox" name="column" value=(column.name) checked[column.shown];
                            span.cut { (column.label) }
                        }
                        @if column.shown {
                            (step("d-up", column, Icon::ArrowUp, "grid-column-up"))
                            (step("d-later", column, Icon::ArrowDown, "grid-column-down"))
                        }
                    }
                }
            }
        }
    }
}

fn choice(name: &str, id: Option<&str>, none: &str, options: &[Pick], chosen: &str) -> Markup {
    html! {
        select.input name=(name) id=[id] {
            option value="" selected[chosen.is_empty()] { (none) }
            @for option in options { option value=(option.value) selected[option.value == chosen] { (option.label) } }
        }
    }
}
