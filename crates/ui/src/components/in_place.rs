//! A value that is changed where it stands: one click opens its input, Enter saves, Esc leaves. Without a script the
//! pencil beside it leads to a page with the input alone.

use cordee_i18n::{Language, pair};
use maud::{Markup, html};

use super::field::field_id;
use super::{Field, Icon, Notice, icon, notice};
use crate::assets::asset_url;
use crate::kinds::{Cell, Control, Input, cell, input};
use crate::word::word;

/// Where a value is changed, and what it is called.
#[derive(Clone, Debug)]
pub struct InPlace {
    /// The address that answers with its input, and to which that is posted.
    pub href: String,
    /// The label of the field.
    pub label: String,
}

/// The input of one field in the place of its value.
#[derive(Clone, Debug)]
pub struct InPlaceForm {
    /// Where it is posted.
    pub action: String,
    /// Values that go along: the version that was read.
    pub hidden: Vec<(String, String)>,
    /// The field with what stands in it, and what is wrong with that.
    pub field: Field,
    /// What somebody else has put there meanwhile, and a sentence that says so.
    pub theirs: Option<(Notice, Cell)>,
    /// Where else what is missing can be filled in.
    pub more: Option<String>,
    /// Back without saving.
    pub cancel: String,
}

/// What a page brings whose values are changed in place: once, before the first of them.
pub fn in_place_head() -> Markup {
    html! {
        link rel="stylesheet" href=(asset_url("in_place.css"));
        span hidden data-module=(asset_url("in_place.js")) {}
    }
}

/// The value, with the way to change it.
pub fn in_place(language: Language, value: &Cell, way: &InPlace) -> Markup {
    let label = pair(language, word(language, "action-edit"), &way.label);
    html! {
        div.in-place data-in-place=(way.href) {
            div.in-place-value { (cell(value)) }
            a.in-place-open href=(way.href) aria-label=(label) title=(label) { (icon(Icon::Pencil)) }
        }
    }
}

/// The input, with what is wrong beside it.
pub fn in_place_form(language: Language, view: &InPlaceForm) -> Markup {
    let (field, id) = (&view.field, field_id(&view.field.name));
    let error = format!("{id}-error");
    let control = Control {
        language,
        id: id.clone(),
        name: field.name.clone(),
        label: field.label.clone(),
        required: field.required,
        read_only: false,
        invalid: field.error.is_some(),
        described_by: field.error.is_some().then(|| error.clone()),
    };
    let file = matches!(field.input, Input::Document { .. } | Input::File { .. });
    html! {
        form.in-place-form.invalid[field.error.is_some()] method="post" action=(view.action) data-in-place-form enctype=[file.then_some("multipart/form-data")] novalidate {
            @for (name, value) in &view.hidden { input type="hidden" name=(name) value=(value); }
            @if let Some((text, value)) = &view.theirs {
                (notice(text))
                div.in-place-theirs { (cell(value)) }
            }
            @if field.input.has_parts() {
                fieldset.field #(id) { legend.sr { (field.label) } (input(&field.input, &control)) }
            } @else {
                label.sr for=(id) { (field.label) }
                (input(&field.input, &control))
            }
            @if let Some(text) = &field.error { p.field-error id=(error) role="alert" { (icon(Icon::CircleAlert)) span { (text) } } }
            div.in-place-foot {
                button.button.primary.small type="submit" { (word(language, "action-save")) }
                a.button.quiet.small href=(view.cancel) data-leave {
                    (word(language, if view.theirs.is_some() { "in-place-theirs" } else { "action-cancel" }))
                }
                a.button.quiet.small href={ (view.action) "/history" } { (word(language, "field-history")) }
                @if let Some(more) = &view.more { a.button.quiet.small href=(more) { (word(language, "in-place-form")) } }
            }
        }
    }
}
