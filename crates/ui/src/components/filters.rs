//! What a list or board is narrowed to: chips that read as a sentence, in groups that are changed where they stand; or the
//! filter as text.

use cordee_i18n::Language;
use maud::{Markup, html};

use super::{Icon, icon};
use crate::assets::asset_url;
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
    /// What one asks for most.
    pub presets: Vec<Preset>,
    /// The whole filter as a group.
    pub whole: FilterGroup,
    /// The address without any filter, if there is one in force.
    pub clear: Option<String>,
    /// The day that the page shows, where that is over.
    pub day: Option<PastDay>,
}

/// A day that is over, as it stood then.
#[derive(Clone, Debug)]
pub struct PastDay {
    /// What is said of it: as of when.
    pub said: String,
    /// The day.
    pub day: String,
    /// The address of the same page as it stands now.
    pub leave: String,
}

/// A condition that is switched on and off.
#[derive(Clone, Debug)]
pub struct Preset {
    /// Its name.
    pub label: String,
    /// The address of the page with it, or without it if it is on.
    pub href: String,
    /// Whether it is in force.
    pub on: bool,
}

/// Conditions of which all must hold, or any.
#[derive(Clone, Debug, Default)]
pub struct FilterGroup {
    /// Whether any of them is enough.
    pub any: bool,
    /// Whether what they say is turned round.
    pub not: bool,
    /// Its parts.
    pub parts: Vec<FilterPart>,
    /// The address of the page on which all of them must hold instead of any, or the other way round.
    pub turn: Option<String>,
    /// Where one more is chosen.
    pub add: String,
    /// The address of the page without the group; none for the whole.
    pub remove: Option<String>,
}

/// A part of a filter.
#[derive(Clone, Debug)]
pub enum FilterPart {
    /// A condition.
    Condition(Chip),
    /// A group.
    Group(FilterGroup),
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
    /// Whether what it says is turned round.
    pub not: bool,
    /// Where it is changed.
    pub edit: String,
    /// The address of the same page without this condition.
    pub remove: String,
}

/// The filter bar.
pub fn filters(language: Language, view: &Filters) -> Markup {
    html! {
        link rel="stylesheet" href=(asset_url("filters.css"));
        div.filters data-module=(asset_url("filters.js")) {
            form.filter-text method="get" action=(view.address) role="search" aria-label=(word(language, "list-filter")) {
                @for (name, value) in &view.keep { input type="hidden" name=(name) value=(value); }
                (icon(Icon::Search))
                input type="search" name="filter" value=(view.text) aria-label=(word(language, "list-filter")) placeholder=(word(language, "ui-filter-hint"))
                    autocomplete="off" spellcheck="false" data-filter-text aria-invalid=[view.error.as_ref().map(|_| "true")]
                    aria-describedby=[view.error.as_ref().map(|_| "filter-error")];
                kbd aria-hidden="true" { "/" }
            }
            @if let Some(past) = &view.day {
                span.chip.past-day {
                    span.chip-said { (icon(Icon::History)) span.quiet { (past.said) } " " b { (past.day) } }
                    a.chip-remove href=(past.leave) aria-label={ (word(language, "list-filter-remove")) ": " (past.said) " " (past.day) } { (icon(Icon::X)) }
                }
            }
            @for preset in &view.presets {
                a.preset href=(preset.href) aria-current=[preset.on.then_some("true")] { (preset.label) }
            }
            @if view.error.is_none() {
                (parts(language, &view.whole))
                (editor(language, &view.whole.add, "list-filter-add", html! { (icon(Icon::Filter)) (word(language, "list-filter-add")) }))
            }
            @if let Some(clear) = &view.clear { a.button.quiet.small href=(clear) { (word(language, "list-filter-clear")) } }
            @if let Some(error) = &view.error { p.filter-error #filter-error role="alert" { (icon(Icon::CircleAlert)) (error) } }
        }
    }
}

/// The parts of a group, joined by its word, which turns it.
fn parts(language: Language, group: &FilterGroup) -> Markup {
    let joint = word(language, if group.any { "list-filter-or" } else { "list-filter-and" });
    html! {
        @for (at, part) in group.parts.iter().enumerate() {
            @if at > 0 {
                @match &group.turn {
                    Some(turn) if at == 1 => { a.filter-joint href=(turn) title=(word(language, if group.any { "filter-turn-all" } else { "filter-turn-any" })) { (joint) } }
                    _ => { span.filter-joint { (joint) } }
                }
            }
            @match part {
                FilterPart::Condition(chip) => { (one(language, chip)) }
                FilterPart::Group(group) => { (nested(language, group)) }
            }
        }
    }
}

fn one(language: Language, chip: &Chip) -> Markup {
    let not = if chip.not { format!("{} ", word(language, "filter-not")) } else { String::new() };
    let said = html! {
        span.quiet { (not) (chip.field) " " (chip.operator) }
        @if !chip.value.is_empty() { " " b.cut { (chip.value) } }
    };
    let label = format!(
        "{}: {not}{} {} {}",
        word(language, "list-filter-remove"),
        chip.field,
        chip.operator,
        chip.value
    );
    html! {
        span.chip {
            (editor(language, &chip.edit, "filter-change", said))
            a.chip-remove href=(chip.remove) aria-label=(label.trim()) { (icon(Icon::X)) }
        }
    }
}

fn nested(language: Language, group: &FilterGroup) -> Markup {
    html! {
        span.chip-group role="group" aria-label=(word(language, "filter-group")) {
            @if group.not { span.filter-joint { (word(language, "filter-not")) } }
            (parts(language, group))
            (editor(language, &group.add, "filter-add-here", icon(Icon::Plus)))
            @if let Some(remove) = &group.remove {
                a.chip-remove href=(remove) aria-label=(word(language, "filter-group-remove")) title=(word(language, "filter-group-remove")) { (icon(Icon::X)) }
            }
        }
    }
}

/// What opens the editor of a condition in place; without a script, a link in the same place leads to it.
fn editor(language: Language, address: &str, key: &str, inside: Markup) -> Markup {
    let (label, bare) = (word(language, key), key == "filter-add-here");
    html! {
        details.menu.filter-menu data-menu data-filter-edit=(address) {
            summary.chip-open aria-label=[bare.then_some(&label)] title=[bare.then_some(&label)] { (inside) }
            div.menu-list.filter-edit { a.menu-item href=(address) { (label) } }
        }
    }
}
