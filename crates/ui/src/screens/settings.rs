//! The shell of the settings: its own small navigation beside the page chosen.

use cordee_i18n::Language;
use maud::{Markup, html};

use crate::assets::asset_url;
use crate::components::icon;
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
                            li { a.nav-item href=(item.href) aria-current=[item.current.then_some("page")] { (icon(item.icon)) span.cut { (item.label) } } }
                        }
                    }
                }
            }
            div.settings-body { (body) }
        }
    }
}
