//! Ways to look at the same thing, as links: saved views, list or board, pipelines.

use maud::{Markup, html};

use super::{Icon, icon};

/// One way to look.
#[derive(Clone, Debug)]
pub struct Tab {
    /// Its name.
    pub label: String,
    /// Its address.
    pub href: String,
    /// Its icon, if any.
    pub icon: Option<Icon>,
    /// Whether it is the one shown.
    pub current: bool,
}

/// The tabs, named by `label` for screen readers.
pub fn tabs(label: &str, tabs: &[Tab]) -> Markup {
    html! {
        @if !tabs.is_empty() {
            nav.tabs aria-label=(label) {
                @for tab in tabs {
                    a.tab href=(tab.href) aria-current=[tab.current.then_some("page")] {
                        @if let Some(shape) = tab.icon { (icon(shape)) } span { (tab.label) }
                    }
                }
            }
        }
    }
}
