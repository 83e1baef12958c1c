//! A postal address: street, city, region, postal code, country.

use maud::{Markup, html};

use super::Control;

/// A part of an address as it is asked for.
#[derive(Clone, Debug)]
pub struct AddressPart {
    /// Its name; posted as `FIELD.NAME`.
    pub name: String,
    /// Its label.
    pub label: String,
    /// What stands there.
    pub value: String,
    /// The word for the browser's own filling in, such as `postal-code`.
    pub autocomplete: &'static str,
    /// Whether it takes a whole line.
    pub wide: bool,
}

pub(super) fn cell(lines: &[String]) -> Markup {
    html! { span.lines { @for line in lines { span { (line) } } } }
}

pub(super) fn input(control: &Control, parts: &[AddressPart]) -> Markup {
    html! {
        div.parts {
            @for part in parts {
                label.part.wide-part[part.wide] {
                    span { (part.label) }
                    input.input type="text" name={ (control.name) "." (part.name) } value=(part.value) autocomplete=(part.autocomplete) readonly[control.read_only];
                }
            }
        }
    }
}
