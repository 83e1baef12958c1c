//! Any number of other records: chips, looked up as one types; without a script a title on each line.

use maud::{Markup, html};

use super::{Cell, Control, cell as one};
use crate::word::word;

pub(super) fn cell(values: &[Cell]) -> Markup {
    html! {
        span.cell-links { @for value in values { span.cell-link { (one(value)) } } }
    }
}

pub(super) fn input(control: &Control, value: &str, chosen: &[(String, String)], lookup: &str) -> Markup {
    let list = format!("{}-list", control.id);
    let language = control.language;
    html! {
        div.tags data-chips=(lookup) data-remove=(word(language, "tags-remove")) data-none=(word(language, "ui-nothing-found")) {
            textarea.input #(control.id) name=(control.name) rows="3" autocomplete="off" spellcheck="false"
                required[control.required] readonly[control.read_only] aria-invalid=[control.invalid.then_some("true")]
                aria-describedby=[&control.described_by] { "\n" (value) }
            @for (id, title) in chosen {
                input type="hidden" name={ (control.name) ".id" } value=(id) data-chip-id;
                input type="hidden" name={ (control.name) ".title" } value=(title) data-chip-title;
            }
            ul.menu-list.lookup-list #(list) role="listbox" aria-label=(control.label) hidden {}
        }
    }
}
