//! What may stand twice: each record with older ones that may be the same, and why.

use cordee_i18n::Language;
use maud::{Markup, html};

use crate::assets::asset_url;
use crate::components::{Likely, alike_list};
use crate::word::word;

/// A stretch of records that was looked through.
#[derive(Clone, Debug)]
pub struct Duplicates {
    /// The title.
    pub title: String,
    /// What counts as the same.
    pub intro: String,
    /// What was found.
    pub found: Vec<Double>,
    /// How many records were looked through, in words.
    pub looked: String,
    /// The address of the next stretch.
    pub next: Option<String>,
}

/// A record, and older ones that may be the same.
#[derive(Clone, Debug)]
pub struct Double {
    /// Its title.
    pub title: String,
    /// Its page.
    pub href: String,
    /// When it was made.
    pub hint: String,
    /// The older ones.
    pub older: Vec<Likely>,
}

/// The body of the page.
pub fn duplicates(language: Language, view: &Duplicates) -> Markup {
    html! {
        link rel="stylesheet" href=(asset_url("alike.css"));
        div.page.form-page {
            header.page-head { h1.page-title { (view.title) } }
            p.page-intro { (view.intro) }
            @for double in &view.found {
                section.alike-double {
                    h2.section-title { a.link href=(double.href) { (double.title) } " " span.quiet { (double.hint) } }
                    (alike_list(language, &double.older, false))
                }
            }
            p.quiet { (view.looked) }
            @if let Some(next) = &view.next { a.button href=(next) { (word(language, "duplicates-next")) } }
        }
    }
}
