//! The head of a list or board: saved views as tabs, what can be done with the one that is shown, and other shapes of
//! the same records.

use cordee_i18n::Language;
use maud::{Markup, html};

use super::action::menu_item;
use super::{Action, Icon, Tab, actions, icon, tabs};
use crate::word::word;

/// The ways to look at the records of an object.
#[derive(Clone, Debug, Default)]
pub struct Views {
    /// All records, then the saved views; empty where none is saved.
    pub tabs: Vec<Tab>,
    /// What can be done with the view that is shown.
    pub actions: Vec<Action>,
    /// What keeps the page as it is now: in the view that is shown, or as a new one.
    pub save: Vec<Action>,
    /// List and board of the same records.
    pub shapes: Vec<Tab>,
}

/// The head: the title for screen readers (the trail shows it), tabs, how many there are, shapes and actions.
pub fn views_head(language: Language, title: &str, view: &Views, count: Markup, all: &[Action]) -> Markup {
    html! {
        header.page-head hx-boost:inherited="false" {
            h1.sr { (title) }
            @if !view.tabs.is_empty() {
                div.views {
                    (tabs(&word(language, "view-many"), &view.tabs))
                    @if !view.actions.is_empty() { (menu(language, &view.actions)) }
                }
            }
            (count)
            div.bar-actions {
                div.shapes { (tabs(&word(language, "view-shape"), &view.shapes)) }
                (actions(all, 2, &word(language, "ui-more")))
            }
        }
    }
}

/// What keeps the page as it is now, small, beside the filter that it keeps.
pub fn views_save(view: &Views) -> Markup {
    html! { @if !view.save.is_empty() { div.views-save hx-boost:inherited="false" { @for action in &view.save { (action) } } } }
}

fn menu(language: Language, of: &[Action]) -> Markup {
    let label = word(language, "views-actions");
    html! {
        details.menu data-menu {
            summary.icon-button.small aria-label=(label) title=(label) { (icon(Icon::ChevronDown)) }
            div.menu-list { @for action in of { (menu_item(action)) } }
        }
    }
}
