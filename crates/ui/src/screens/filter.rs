//! A condition of a filter, as it is chosen: the field, how it is compared, with what. In place, or on a page of its own.

use cordee_i18n::Language;
use maud::{Markup, html};

use crate::components::{Action, Field, Icon, field, icon};
use crate::kinds::Pick;
use crate::word::word;

/// A condition as it is chosen.
#[derive(Clone, Debug)]
pub struct FilterEdit {
    /// What is being done.
    pub title: String,
    /// Of which page, at which place.
    pub hidden: Vec<(String, String)>,
    /// The fields in groups, each with a name; that of the first may be empty.
    pub fields: Vec<(String, Vec<Pick>)>,
    /// The field that is chosen.
    pub chosen: String,
    /// The operators that fit it.
    pub operators: Vec<Pick>,
    /// The operator that is chosen.
    pub operator: String,
    /// What it is compared with.
    pub operands: Vec<Field>,
    /// What is wrong.
    pub error: Option<String>,
    /// What else can be done.
    pub others: Vec<Action>,
    /// Back without changing anything.
    pub cancel: String,
}

/// The form in which a condition is chosen.
pub fn filter_edit(language: Language, view: &FilterEdit) -> Markup {
    html! {
        div.page.form-page.filter-page {
            header.page-head { h1.page-title { (view.title) } }
            form.filter-form method="get" action="/filter" data-filter-form {
                @for (name, value) in &view.hidden { input type="hidden" name=(name) value=(value); }
                div.field {
                    label.field-label for="f-field" { (word(language, "ui-filter-field")) }
                    select.input #f-field name="f-field" data-filter-step {
                        @if view.operators.is_empty() { option value="" { (word(language, "bulk-choose")) } }
                        @for (label, fields) in &view.fields {
                            @if label.is_empty() { (options(fields, &view.chosen)) }
                            @else { optgroup label=(label) { (options(fields, &view.chosen)) } }
                        }
                    }
                }
                @if !view.operators.is_empty() {
                    div.field {
                        label.field-label for="f-operator" { (word(language, "ui-filter-operator")) }
                        select.input #f-operator name="f-operator" data-filter-step { (options(&view.operators, &view.operator)) }
                    }
                    @for operand in &view.operands { (field(language, operand)) }
                }
                @if let Some(error) = &view.error { p.field-error role="alert" { (icon(Icon::CircleAlert)) (error) } }
                div.form-foot {
                    @if view.operators.is_empty() { button.button.primary type="submit" { (word(language, "bulk-next")) } }
                    @else { button.button.primary type="submit" name="f-put" value="1" { (word(language, "filter-apply")) } }
                    a.button.quiet.filter-cancel href=(view.cancel) data-cancel { (word(language, "action-cancel")) }
                }
            }
            @if !view.others.is_empty() { div.filter-others { @for action in &view.others { (action) } } }
        }
    }
}

fn options(options: &[Pick], chosen: &str) -> Markup {
    html! { @for option in options { option value=(option.value) selected[option.value == chosen] { (option.label) } } }
}
