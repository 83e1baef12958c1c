//! A field of a form: label above, hint below, error beside; and the summary of errors on top.

use cordee_i18n::Language;
use maud::{Markup, html};

use super::alike::{Likely, meant};
use super::{Icon, Tip, icon, labelled, sign};
use crate::kinds::{Control, Input, input};
use crate::word::{counted, word};

/// A field of a form.
#[derive(Clone, Debug)]
pub struct Field {
    /// The name it is posted under.
    pub name: String,
    /// Its label.
    pub label: String,
    /// What explains its label.
    pub tip: Option<Tip>,
    /// What to write, in a sentence.
    pub hint: Option<String>,
    /// What is wrong with what was written, and what would be right.
    pub error: Option<String>,
    /// Whether it must be filled.
    pub required: bool,
    /// Whether it is shown but may not be changed.
    pub read_only: bool,
    /// Its kind with its value.
    pub input: Input,
    /// Whether it must be filled, or may be changed, follows other fields of the form.
    pub follows: bool,
    /// What it may be set to follows other fields of the form.
    pub chosen: Option<Chosen>,
    /// What tells it from fields of the same name in other forms of the page.
    pub id: Option<String>,
    /// The records that may be meant by it.
    pub likely: Vec<Likely>,
}

/// How the choices of a field follow other fields.
#[derive(Clone, Debug)]
pub struct Chosen {
    /// The address that answers with the choices, as a lookup does.
    pub from: String,
    /// The names of the fields that they follow; their values are sent along.
    pub by: Vec<String>,
}

impl Field {
    /// A plain field; change the members for more.
    pub fn new(name: impl Into<String>, label: impl Into<String>, input: Input) -> Field {
        Field {
            name: name.into(),
            label: label.into(),
            tip: None,
            hint: None,
            error: None,
            required: false,
            read_only: false,
            input,
            follows: false,
            chosen: None,
            id: None,
            likely: Vec::new(),
        }
    }

    /// The same field, which must be filled.
    pub fn required(mut self) -> Field {
        self.required = true;
        self
    }

    /// The same field with a hint.
    pub fn hint(mut self, text: impl Into<String>) -> Field {
        self.hint = Some(text.into());
        self
    }

    /// The same field with an error.
    pub fn error(mut self, text: impl Into<String>) -> Field {
        self.error = Some(text.into());
        self
    }
}

/// Label, input, hint and error of one field.
pub fn field(language: Language, view: &Field) -> Markup {
    let id = field_id(view.id.as_deref().unwrap_or(&view.name));
    let described: Vec<String> = [(view.hint.is_some(), "hint"), (view.error.is_some(), "error")]
        .iter()
        .filter(|(there, _)| *there)
        .map(|(_, part)| format!("{id}-{part}"))
        .collect();
    let control = Control {
        language,
        id: id.clone(),
        name: view.name.clone(),
        label: view.label.clone(),
        required: view.required,
        read_only: view.read_only,
        invalid: view.error.is_some(),
        described_by: (!described.is_empty()).then(|| described.join(" ")),
    };
    let asked = view.follows.then_some(&view.name);
    let parts = view.input.has_parts();
    // Yes or no is always said.
    let said = matches!(view.input, Input::YesNo { value: Some(_) }) && !view.follows;
    let label = html! {
        (view.label)
        @if (view.required || view.follows) && !said {
            span.required-mark aria-hidden="true" hidden[!view.required] title=(word(language, "form-required")) { "*" }
        }
    };
    let rest = html! {
        (input(&view.input, &control))
        @if !view.likely.is_empty() { (meant(language, &view.likely)) }
        @if let Some(hint) = &view.hint { p.field-hint id={ (id) "-hint" } { (hint) } }
        @if let Some(error) = &view.error { p.field-error id={ (id) "-error" } { (icon(Icon::CircleAlert)) (error) } }
    };
    html! {
        @if parts {
            fieldset.field.invalid[view.error.is_some()] id=(id) data-asked=[asked] aria-describedby=[&control.described_by] { legend.field-label { (label) @if let Some(tip) = &view.tip { (sign(tip)) } } (rest) }
        } @else {
            @let (from, by) = (view.chosen.as_ref().map(|chosen| &chosen.from), view.chosen.as_ref().map(|chosen| chosen.by.join(" ")));
            div.field.invalid[view.error.is_some()] data-asked=[asked] data-choices=[from] data-chosen-by=[by] {
                // Beside the label, not inside: what it explains is no part of the input's name.
                (labelled(html! { label.field-label for=(id) { (label) } }, view.tip.as_ref()))
                (rest)
            }
        }
    }
}

/// All errors on top of a form, each leading to its field.
pub fn error_summary<'a>(
    language: Language,
    problem: Option<&str>,
    fields: impl Iterator<Item = &'a Field>,
) -> Markup {
    let wrong: Vec<&Field> = fields.filter(|field| field.error.is_some()).collect();
    html! {
        @if problem.is_some() || !wrong.is_empty() {
            div.notice role="alert" tabindex="-1" data-tone="overdue" data-summary autofocus {
                (icon(Icon::CircleAlert))
                div {
                    p { @match problem { Some(text) => { (text) } None => { (counted(language, "form-faults", wrong.len())) } } }
                    @if !wrong.is_empty() {
                        ul.error-list {
                            @for field in wrong {
                                li { a href={ "#" (field_id(&field.name)) } { (field.label) } ": " (field.error.as_deref().unwrap_or_default()) }
                            }
                        }
                    }
                }
            }
        }
    }
}

pub(super) fn field_id(name: &str) -> String {
    format!("field-{}", name.replace('.', "-"))
}
