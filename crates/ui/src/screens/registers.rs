//! Several short tables on one page, one below the other.

use cordee_i18n::Language;
use maud::{Markup, html};

use super::register::{Register, rows};
use crate::components::{Notice, actions, notice};
use crate::word::word;

/// Several tables as they are shown.
#[derive(Clone, Debug)]
pub struct Registers {
    /// What the page is about.
    pub title: String,
    /// The same in a sentence.
    pub intro: String,
    /// Things to know.
    pub notices: Vec<Notice>,
    /// The tables; of each, title, actions, columns, rows and pages are shown.
    pub parts: Vec<Register>,
}

/// The body of the page.
pub fn registers(language: Language, view: &Registers) -> Markup {
    html! {
        div.page.register {
            header.page-head {
                h1.page-title { (view.title) }
                p.page-intro { (view.intro) }
            }
            div.stack { @for text in &view.notices { (notice(text)) } }
            @for part in &view.parts {
                section.register-part {
                    div.register-part-head {
                        h2.section-title { (part.title) }
                        div.bar-actions { (actions(&part.actions, 3, &word(language, "ui-more"))) }
                    }
                    @if part.rows.is_empty() { p.quiet { (part.empty.title) } }
                    @else { (rows(language, part)) }
                }
            }
        }
    }
}
