//! The search box of the top bar: a form that leads to the page of results, and with a script shows them as one types.

use cordee_i18n::Language;
use maud::{Markup, html};

use super::{Icon, icon};
use crate::word::word;

/// The box in the top bar. On a phone it is a sign that leads to the page.
pub fn search_box(language: Language) -> Markup {
    let label = word(language, "nav-search");
    html! {
        form.search method="get" action="/search" role="search" aria-label=(word(language, "search-box")) data-search
            data-copied=(word(language, "action-copy-done")) {
            (icon(Icon::Search))
            input type="search" name="q" maxlength="200" autocomplete="off" spellcheck="false"
                aria-label=(word(language, "search-box")) placeholder=(label) data-search-box
                data-recent=(word(language, "search-recent"));
            kbd aria-hidden="true" { "Ctrl K" }
            div.search-panel data-search-panel hidden {
                div #search-found data-search-list {}
                p.search-hints aria-hidden="true" {
                    @for (keys, key) in [("↑ ↓", "search-key-choose"), ("↵", "search-key-open"), (">", "search-key-actions"), ("#", "search-key-number")] {
                        span { @for one in keys.split(' ') { kbd { (one) } } " " (word(language, key)) }
                    }
                }
            }
        }
        a.icon-button.search-go href="/search" aria-label=(label) { (icon(Icon::Search)) }
    }
}
