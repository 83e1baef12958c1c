//! The shell of the settings: its own small navigation beside the page chosen.

use cordee_i18n::Language;
use maud::{Markup, html};

use crate::assets::asset_url;
use crate::components::{Place, icon, places};
use crate::frame::NavGroup;
use crate::word::word;

/// `body` (a register, a form, a role) beside the navigation of the settings.
pub fn settings(language: Language, nav: &[NavGroup], body: Markup) -> Markup {
    html! {
        link rel="stylesheet" href=(asset_url("settings.css"));
        div.settings {
            nav.settings-nav aria-label=(word(language, "settings-title")) {
                @for group in nav {
                    @if let Some(label) = &group.label { h2.nav-label { (label) } }
                    ul {
                        @for item in &group.items {
                            li { a.nav-item href=(item.href) title=(item.label) aria-current=[item.current.then_some("page")] { (icon(item.icon)) span.cut { (item.label) } } }
                        }
                    }
                }
            }
            div.settings-body { (body) }
        }
    }
}

/// All settings, as they are shown to somebody who looks for one.
#[derive(Clone, Debug)]
pub struct Index {
    /// The heading.
    pub title: String,
    /// What is looked for.
    pub text: String,
    /// Those that were found, by what they are for.
    pub groups: Vec<IndexGroup>,
    /// What stands there when none was.
    pub none: String,
}

/// Settings that belong together.
#[derive(Clone, Debug)]
pub struct IndexGroup {
    /// What they have in common.
    pub label: String,
    /// The settings.
    pub places: Vec<Place>,
}

/// The body of the page with all settings.
pub fn index(language: Language, view: &Index) -> Markup {
    let label = word(language, "settings-search");
    html! {
        div.page.settings-index {
            header.page-head { h1.page-title { (view.title) } }
            form.search-ask method="get" action="/settings" role="search" aria-label=(label) {
                input.input type="search" name="q" value=(view.text) maxlength="100" autocomplete="off" spellcheck="false" aria-label=(label) placeholder=(label);
                button.button type="submit" { (word(language, "nav-search")) }
            }
            @if view.groups.is_empty() { p.quiet role="status" { (view.none) } }
            @for group in &view.groups {
                section {
                    h2.section-title { (group.label) }
                    (places(&group.places))
                }
            }
        }
    }
}
