//! What a list or board is narrowed to: chips that read as a sentence, one more at a time, or the filter as text.

use cordee_i18n::Language;
use maud::{Markup, html};

use super::{Icon, icon};
use crate::kinds::Pick;
use crate::word::word;

/// The filter of a list or board.
#[derive(Clone, Debug, Default)]
pub struct Filters {
    /// The path of the page, without query.
    pub address: String,
    /// Parameters of the address that stay as they are (sort, columns …), beside `filter`.
    pub keep: Vec<(String, String)>,
    /// The filter in the language of filters; the parameter `filter`.
    pub text: String,
    /// What is wrong with that text.
    pub error: Option<String>,
    /// The conditions in force.
    pub chips: Vec<Chip>,
    /// The fields one can filter by.
    pub fields: Vec<FilterField>,
    /// All operators of those fields.
    pub operators: Vec<FilterOperator>,
    /// The address without any filter, if there is one in force.
    pub clear: Option<String>,
}

/// A condition in force.
#[derive(Clone, Debug)]
pub struct Chip {
    /// The field's label.
    pub field: String,
    /// The operator in words.
    pub operator: String,
    /// The value in words; empty for operators without one.
    pub value: String,
    /// The address of the same page without this condition.
    pub remove: String,
}

/// A field one can filter by; posted as `f-field`.
#[derive(Clone, Debug)]
pub struct FilterField {
    /// Its name.
    pub name: String,
    /// Its label.
    pub label: String,
    /// The names of the operators that fit it.
    pub operators: Vec<String>,
    /// The `type` of its input: `text`, `number`, `date`.
    pub input: &'static str,
    /// Values to propose.
    pub options: Vec<Pick>,
    /// The address that proposes values as one types.
    pub lookup: Option<String>,
}

/// An operator; posted as `f-operator`, its value as `f-value`.
#[derive(Clone, Debug)]
pub struct FilterOperator {
    /// Its name.
    pub name: String,
    /// Its words.
    pub label: String,
    /// Whether it needs a value.
    pub takes_value: bool,
}

/// The filter bar.
pub fn filters(language: Language, view: &Filters) -> Markup {
    html! {
        div.filters {
            form.filter-text method="get" action=(view.address) role="search" {
                @for (name, value) in &view.keep { input type="hidden" name=(name) value=(value); }
                (icon(Icon::Search))
                input type="search" name="filter" value=(view.text) aria-label=(word(language, "list-filter")) placeholder=(word(language, "ui-filter-hint"))
                    autocomplete="off" spellcheck="false" data-filter-text aria-invalid=[view.error.as_ref().map(|_| "true")]
                    aria-describedby=[view.error.as_ref().map(|_| "filter-error")];
                kbd aria-hidden="true" { "/" }
            }
            @for chip in &view.chips {
                span.chip {
                    span.quiet { (chip.field) " " (chip.operator) }
                    @if !chip.value.is_empty() { b.cut { (chip.value) } }
                    a.chip-remove href=(chip.remove) aria-label={ (word(language, "list-filter-remove")) ": " (chip.field) " " (chip.operator) " " (chip.value) } { (icon(Icon::X)) }
                }
            }
            @if !view.fields.is_empty() { (add_one(language, view)) }
            @if let Some(clear) = &view.clear { a.button.quiet.small href=(clear) { (word(language, "list-filter-clear")) } }
            @if let Some(error) = &view.error { p.filter-error #filter-error role="alert" { (icon(Icon::CircleAlert)) (error) } }
        }
    }
}

fn add_one(language: Language, view: &Filters) -> Markup {
    html! {
        details.menu data-menu {
            summary.button.quiet.small { (icon(Icon::Filter)) (word(language, "list-filter-add")) }
            form.menu-list.filter-add method="get" action=(view.address) data-filter-add {
                @for (name, value) in &view.keep { input type="hidden" name=(name) value=(value); }
                input type="hidden" name="filter" value=(view.text);
                label for="f-field" { (word(language, "ui-filter-field")) }
                select.input #f-field name="f-field" {
                    @for field in &view.fields {
                        option value=(field.name) data-operators=(field.operators.join(" ")) data-input=(field.input)
                            data-lookup-at=[&field.lookup] data-options=[(!field.options.is_empty()).then(|| format!("f-options-{}", field.name))] { (field.label) }
                    }
                }
                label for="f-operator" { (word(language, "ui-filter-operator")) }
                select.input #f-operator name="f-operator" {
                    @for operator in &view.operators {
                        option value=(operator.name) data-valueless[!operator.takes_value] { (operator.label) }
                    }
                }
                label for="f-value" { (word(language, "ui-filter-value")) }
                input.input #f-value name="f-value" autocomplete="off";
                datalist #f-options-found {}
                @for field in view.fields.iter().filter(|field| !field.options.is_empty()) {
                    datalist #{ "f-options-" (field.name) } { @for option in &field.options { option value=(option.label) {} } }
                }
                button.button.primary type="submit" { (word(language, "ui-filter-apply")) }
            }
        }
    }
}
