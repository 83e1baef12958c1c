//! Another record: looked up as one types; without a script, found by its title.

use maud::{Markup, html};

use super::Control;
use crate::word::word;

pub(super) fn cell(title: &str, href: Option<&str>) -> Markup {
    html! {
        @match href {
            Some(href) => { a.link href=(href) { (title) } }
            None => { (title) }
        }
    }
}

pub(super) fn input(control: &Control, id: &str, title: &str, lookup: &str) -> Markup {
    let list = format!("{}-list", control.id);
    html! {
        div.lookup data-lookup=(lookup) data-none=(word(control.language, "ui-nothing-found")) {
            input.input #(control.id) type="text" name=(control.name) value=(title) autocomplete="off" spellcheck="false"
                role="combobox" aria-expanded="false" aria-autocomplete="list" aria-controls=(list)
                required[control.required] readonly[control.read_only] aria-invalid=[control.invalid.then_some("true")]
                aria-describedby=[&control.described_by];
            input type="hidden" name={ (control.name) ".id" } value=(id) data-lookup-id;
            input type="hidden" name={ (control.name) ".title" } value=(title) data-lookup-title;
            ul.menu-list.lookup-list #(list) role="listbox" aria-label=(control.label) hidden {}
        }
    }
}
