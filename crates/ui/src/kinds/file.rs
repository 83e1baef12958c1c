//! A file as the value of a field.

use maud::{Markup, html};

use super::Control;
use crate::components::{Icon, icon};
use crate::word::word;

pub(super) fn cell(name: &str, href: &str) -> Markup {
    html! { a.file-link href=(href) target="_blank" { (icon(Icon::Paperclip)) span.cut { (name) } } }
}

/// The file that is there, with a way to take it away, and a place to choose another.
pub(super) fn input(control: &Control, name: &str, id: &str) -> Markup {
    let missing = control.required && id.is_empty();
    html! {
        div.file-field {
            @if !id.is_empty() {
                input type="hidden" name=(control.name) value=(id);
                input type="hidden" name={ (control.name) ".name" } value=(name);
                p.file-held {
                    (icon(Icon::Paperclip)) span.cut { (name) }
                    @if !control.required {
                        label.file-away { input type="checkbox" name={ (control.name) ".remove" } value="true"; (word(control.language, "files-remove")) }
                    }
                }
            }
            input.input #(control.id) type="file" name=(control.name) required[missing] aria-invalid=[control.invalid.then_some("true")]
                aria-describedby=[&control.described_by] disabled[control.read_only];
        }
    }
}
