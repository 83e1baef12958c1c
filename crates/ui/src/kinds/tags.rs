//! Words of the company's own: chips, found as one types; without a script a line with commas.

use maud::{Markup, html};

use super::Control;
use crate::word::{sentence, word};

pub(super) fn input(control: &Control, value: &str, lookup: &str, makes: bool) -> Markup {
    let (list, language) = (format!("{}-list", control.id), control.language);
    let make = makes.then(|| sentence(language, "tags-make", "name", "…"));
    html! {
        div.tags data-chips=(lookup) data-make=[make] data-remove=(word(language, "tags-remove")) data-none=(word(language, "ui-nothing-found")) {
            input.input #(control.id) type="text" name=(control.name) value=(value) autocomplete="off" spellcheck="false"
                required[control.required] readonly[control.read_only] aria-invalid=[control.invalid.then_some("true")]
                aria-describedby=[&control.described_by];
            ul.menu-list.lookup-list #(list) role="listbox" aria-label=(control.label) hidden {}
        }
    }
}
