//! The help that lists every key, opened by `?`.

use cordee_i18n::Language;
use maud::{Markup, html};

use crate::frame::{NavGroup, NavItem};
use crate::word::word;

/// The dialog with all keys of the frame.
pub fn key_help(language: Language, nav: &[NavGroup], create: &[NavItem]) -> Markup {
    let fixed = [
        ("/", "ui-key-filter"),
        ("Ctrl K", "search-box"),
        ("C", "nav-create"),
        ("J", "ui-key-next"),
        ("K", "ui-key-previous"),
        ("Enter", "action-open"),
        ("E", "action-edit"),
        (".", "action-move"),
        ("X", "grid-key-pick"),
        ("Shift X", "grid-key-range"),
        ("← →", "grid-key-cells"),
        ("Ctrl Enter", "action-save"),
        ("[", "record-previous"),
        ("]", "record-next"),
        ("Esc", "action-close"),
        ("?", "ui-key-help"),
    ];
    html! {
        dialog.dialog.keys #keys aria-labelledby="keys-title" data-keys {
            form method="dialog" { button.icon-button.dialog-close aria-label=(word(language, "action-close")) { (super::icon(super::Icon::X)) } }
            h2 #keys-title { (word(language, "ui-keys")) }
            dl {
                @for (keys, text) in fixed { (line(keys, &word(language, text))) }
                @for item in nav.iter().flat_map(|group| &group.items) {
                    @if let Some(key) = item.key { (line(&format!("G {}", key.to_ascii_uppercase()), &item.label)) }
                }
                @for item in create {
                    @if let Some(key) = item.key { (line(&format!("C {}", key.to_ascii_uppercase()), &item.label)) }
                }
            }
        }
    }
}

fn line(keys: &str, text: &str) -> Markup {
    html! { div { dt { @for key in keys.split(' ') { kbd { (key) } } } dd { (text) } } }
}
