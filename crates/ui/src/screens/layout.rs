//! How an object is arranged: the groups of its form, what stands on top, in its list, on its cards, and what hangs on it.

use cordee_i18n::Language;
use maud::{Markup, html};

use crate::assets::asset_url;
use crate::components::{Action, Field, Icon, actions, error_summary, field, icon};
use crate::word::{sentence, word};

/// An arrangement as it is shown and changed.
#[derive(Clone, Debug)]
pub struct Layout {
    /// The object.
    pub title: String,
    /// What is arranged here, in a sentence.
    pub intro: String,
    /// What else one can do here.
    pub actions: Vec<Action>,
    /// Where it is posted.
    pub action: String,
    /// Values that go along: the version that was read.
    pub hidden: Vec<(String, String)>,
    /// What is wrong with the whole.
    pub problem: Option<String>,
    /// What is asked beside.
    pub fields: Vec<Field>,
    /// What is arranged.
    pub parts: Vec<Part>,
    /// Where to go without saving.
    pub cancel: String,
}

/// One thing that is arranged: the form, the list …
#[derive(Clone, Debug)]
pub struct Part {
    /// The name that its fields are posted under, in their order; `@` begins the next shelf.
    pub name: String,
    /// Its heading.
    pub label: String,
    /// What it is, in a sentence.
    pub hint: String,
    /// What is wrong with it.
    pub error: Option<String>,
    /// The shelves, the last of them for what does not show.
    pub shelves: Vec<Shelf>,
    /// Whether shelves are groups with headings of their own, of which one can make more.
    pub grouped: bool,
}

/// Where fields stand one below the other.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    /// The name of the group that was declared, if it is one.
    pub key: String,
    /// Its heading.
    pub heading: String,
    /// What stands on it.
    pub items: Vec<Item>,
}

/// What is arranged: a field, or a list of other records.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its name.
    pub name: String,
    /// What it is called.
    pub label: String,
    /// What kind of thing it is.
    pub kind: String,
    /// Whether it can't be left out.
    pub needed: bool,
}

/// The body of the page.
pub fn layout(language: Language, view: &Layout) -> Markup {
    html! {
        link rel="stylesheet" href=(asset_url("layout.css"));
        div.page.layout {
            header.page-head {
                h1.page-title { (view.title) }
                div.bar-actions { (actions(&view.actions, 3, &word(language, "ui-more"))) }
                p.page-intro { (view.intro) }
            }
            form.form method="post" action=(view.action) data-module=(asset_url("layout.js")) data-arrange data-sortable=(asset_url("sortable.js")) novalidate {
                // Enter means the first button of a form: that is to save, not one of a field.
                button.sr type="submit" tabindex="-1" aria-hidden="true" { (word(language, "action-save")) }
                (error_summary(language, view.problem.as_deref(), view.fields.iter()))
                @for (name, value) in &view.hidden { input type="hidden" name=(name) value=(value); }
                @if !view.fields.is_empty() { div.form-grid { @for one in &view.fields { (field(language, one)) } } }
                @for one in &view.parts { (part(language, one)) }
                p.layout-keys hidden { (word(language, "layout-keys")) }
                p.sr role="status" data-arranged {}
                div.form-foot {
                    button.button.primary type="submit" { (word(language, "action-save")) }
                    a.button.quiet href=(view.cancel) data-cancel { (word(language, "action-cancel")) }
                }
            }
        }
    }
}

fn part(language: Language, view: &Part) -> Markup {
    let id = format!("layout-{}", view.name);
    let last = view.shelves.len().saturating_sub(1);
    html! {
        section.layout-part data-part=(view.name) aria-labelledby=(id) {
            h2.section-title id=(id) { (view.label) }
            p.layout-hint { (view.hint) }
            @if let Some(error) = &view.error { p.field-error role="alert" { (icon(Icon::TriangleAlert)) (error) } }
            div.layout-shelves {
                @for (at, one) in view.shelves.iter().enumerate() {
                    (shelf(language, view, one, at, at == last))
                    @if view.grouped && at + 1 == last { (add_group(language, view)) }
                }
            }
            @if view.grouped { template data-group-blank { (shelf(language, view, &Shelf::default(), last, false)) } }
        }
    }
}

fn add_group(language: Language, view: &Part) -> Markup {
    html! {
        button.button.quiet.small.layout-add type="submit" name="act" value={ (view.name) " group" } data-group-add { (icon(Icon::Plus)) (word(language, "layout-add-group")) }
    }
}

fn shelf(language: Language, view: &Part, shelf: &Shelf, at: usize, out: bool) -> Markup {
    let name = &view.name;
    let place = (at + 1).to_string();
    html! {
        div.layout-shelf data-shelf=(if out { "out" } else { "in" }) {
            input type="hidden" name=(name) value="@";
            @if view.grouped && !out {
                input type="hidden" name={ (name) ".key" } value=(shelf.key);
                div.layout-heading {
                    input.input.small name={ (name) ".heading" } value=(shelf.heading) maxlength="60" aria-label=(sentence(language, "layout-heading", "place", &place)) placeholder=(word(language, "layout-heading-hint"));
                    button.icon-button.small type="submit" name="act" value={ (name) " ungroup " (at) } formnovalidate data-group-end aria-label=(word(language, "layout-end-group")) title=(word(language, "layout-end-group")) { (icon(Icon::X)) }
                }
            } @else {
                h3.layout-heading { (shelf.heading) }
            }
            ul.layout-items data-items {
                @for one in &shelf.items { (item(language, view, one, out)) }
            }
            p.layout-none { (word(language, "layout-none")) }
        }
    }
}

fn item(language: Language, view: &Part, item: &Item, out: bool) -> Markup {
    let act = |verb: &str, key: &str, shape: Icon, hidden: bool| {
        let label = sentence(language, key, "name", &item.label);
        html! {
            button.icon-button.small type="submit" name="act" value={ (view.name) " " (verb) " " (item.name) } data-act=(verb) formnovalidate hidden[hidden] aria-label=(label) title=(label) { (icon(shape)) }
        }
    };
    html! {
        li.layout-item data-item=(item.name) data-needed[item.needed] {
            span.layout-grip data-grip aria-hidden="true" { (icon(Icon::GripVertical)) }
            input type="hidden" name=(view.name) value=(item.name);
            span.layout-name { span { (item.label) } @if item.needed { span.required-mark title=(word(language, "layout-needed")) { "*" span.sr { (word(language, "layout-needed")) } } } }
            span.layout-kind { (item.kind) }
            span.layout-acts {
                (act("up", "layout-up", Icon::ArrowUp, false))
                (act("down", "layout-down", Icon::ArrowDown, false))
                @if !item.needed {
                    (act("out", "layout-out", Icon::X, out))
                    (act("in", "layout-in", Icon::Plus, !out))
                }
            }
        }
    }
}
