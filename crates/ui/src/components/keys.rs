//! The help that lists every key, opened by `?`: of this page first, then of all.

use cordee_i18n::Language;
use maud::{Markup, html};

use crate::frame::{NavGroup, NavItem};
use crate::word::word;

/// Keys that belong together, each with what it does.
type Keys = (&'static str, &'static [(&'static str, &'static str)]);

/// The keys that every page knows.
const FIXED: [Keys; 6] = [
    (
        "keys-everywhere",
        &[
            ("Ctrl K", "search-box"),
            ("/", "ui-key-filter"),
            ("C", "nav-create"),
            ("Z", "ui-key-undo"),
            ("Esc", "action-close"),
            ("?", "ui-key-help"),
        ],
    ),
    (
        "keys-lists",
        &[
            ("J", "ui-key-next"),
            ("K", "ui-key-previous"),
            ("O", "ui-key-beside"),
            ("Enter", "action-open"),
            (".", "action-move"),
            ("X", "grid-key-pick"),
            ("Shift X", "grid-key-range"),
            ("← →", "grid-key-cells"),
        ],
    ),
    ("nav-home", &[("D", "today-key-done"), ("S", "today-key-snooze"), ("R", "today-key-day")]),
    ("keys-record", &[("E", "action-edit"), ("[", "record-previous"), ("]", "record-next")]),
    ("keys-map", &[("← ↑ ↓ →", "circle-key-walk"), ("E", "circle-key-change"), ("Delete", "circle-remove")]),
    ("keys-forms", &[("Ctrl Enter", "action-save"), ("Ctrl Shift Enter", "ui-save-and-new")]),
];

/// The dialog with all keys; `on` says whether single ones do something.
pub fn key_help(language: Language, on: bool, nav: &[NavGroup], create: &[NavItem]) -> Markup {
    let go = nav.iter().flat_map(|group| &group.items);
    let state = if on { "on" } else { "off" };
    html! {
        dialog.dialog.keys #keys aria-labelledby="keys-title" data-keys=(state) {
            form method="dialog" { button.icon-button.dialog-close aria-label=(word(language, "action-close")) { (super::icon(super::Icon::X)) } }
            h2 #keys-title { (word(language, "ui-keys")) }
            p.quiet { (word(language, if on { "keys-on" } else { "keys-off" })) " " a href="/settings/profile" { (word(language, "nav-profile")) } }
            div.keys-groups {
                section data-keys-here hidden { h3 { (word(language, "keys-here")) } dl {} }
                @for (title, keys) in FIXED {
                    (group(&word(language, title), keys.iter().map(|(keys, text)| ((*keys).to_owned(), word(language, text)))))
                }
                (group(&word(language, "search-go"), lettered('G', go)))
                (group(&word(language, "nav-create"), lettered('C', create.iter())))
            }
        }
    }
}

fn lettered<'a>(
    first: char,
    items: impl Iterator<Item = &'a NavItem>,
) -> impl Iterator<Item = (String, String)> {
    items.filter_map(move |item| {
        Some((format!("{first} {}", item.key?.to_ascii_uppercase()), item.label.clone()))
    })
}

fn group(title: &str, keys: impl Iterator<Item = (String, String)>) -> Markup {
    html! {
        section {
            h3 { (title) }
            dl { @for (keys, text) in keys { div { dt { @for key in keys.split(' ') { kbd { (key) } } } dd { (text) } } } }
        }
    }
}
