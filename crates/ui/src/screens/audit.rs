//! The audit log: what is looked for, the entries, and the check of the whole chain.

use cordee_i18n::Language;
use maud::{Markup, html};

use super::register::{Register, rows};
use crate::components::{Field, Icon, empty, field, icon, notice};
use crate::word::word;

/// The audit log as it is shown.
#[derive(Clone, Debug)]
pub struct Audit {
    /// The entries under title and intro; its form is not drawn.
    pub log: Register,
    /// What is looked for. A change asks for the page anew.
    pub controls: Vec<Field>,
    /// The address without anything looked for, if something is.
    pub clear: Option<String>,
    /// The verb on the button that has the chain checked.
    pub check: String,
}

/// The body of the audit log; `here` is its address.
pub fn audit(language: Language, view: &Audit, here: &str) -> Markup {
    html! {
        div.page.register.broad.audit {
            header.page-head {
                h1.page-title { (view.log.title) }
                div.bar-actions {
                    form method="post" action=(here) { button.button type="submit" { (icon(Icon::Shield)) (view.check) } }
                }
                @if let Some(intro) = &view.log.intro { p.page-intro { (intro) } }
            }
            div.stack {
                @for text in &view.log.notices { (notice(text)) }
                form.figure-controls method="get" action=(here) data-auto-submit {
                    @for control in &view.controls { (field(language, control)) }
                    button.button type="submit" { (word(language, "ui-show")) }
                    @if let Some(clear) = &view.clear { a.button.quiet href=(clear) { (word(language, "list-filter-clear")) } }
                }
                @if view.log.rows.is_empty() { div.register-none { (empty(&view.log.empty)) } }
                @else { (rows(language, &view.log)) }
            }
        }
    }
}
