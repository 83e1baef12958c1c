//! The timeline of a record: where something is written down, what narrows it, and a deed as it stands there.

use cordee_i18n::Language;
use maud::{Markup, html};

use super::talk::{Composer, composer};
use crate::components::{Field, Icon, InPlace, Tone, field, icon, in_place};
use crate::kinds::{Cell, Pick, cell};
use crate::word::word;

/// Something that was done, or is planned.
#[derive(Clone, Debug)]
pub struct Deed {
    /// The icon of its sort.
    pub icon: Icon,
    /// What it is called.
    pub title: String,
    /// Its page.
    pub href: String,
    /// What came of it, with whom.
    pub facts: Vec<Cell>,
    /// What was said.
    pub notes: String,
    /// Whether it is late.
    pub tone: Tone,
    /// Where it is posted that it is done, with what goes along.
    pub done: Option<(String, Vec<(String, String)>)>,
    /// When it is planned for, and the way to move it.
    pub moves: Option<(Cell, InPlace)>,
}

/// What narrows a timeline.
#[derive(Clone, Debug, Default)]
pub struct Tools {
    /// The page of the record.
    pub action: String,
    /// The sort that is shown; empty for all.
    pub sort: String,
    /// The sorts there are.
    pub sorts: Vec<Pick>,
    /// Whose entries are shown.
    pub who: String,
    /// The people one can choose; none where they are too many.
    pub people: Vec<Pick>,
    /// From this day on.
    pub from: String,
    /// Up to this day.
    pub to: String,
    /// What is looked for.
    pub words: String,
    /// The address of the whole, while it is narrowed.
    pub reset: Option<String>,
}

/// Where something is written down.
#[derive(Clone, Debug)]
pub struct Compose {
    /// Where it is posted.
    pub action: String,
    /// The name under which its sort is posted.
    pub kind: String,
    /// What goes along.
    pub hidden: Vec<(String, String)>,
    /// A form for each sort.
    pub forms: Vec<Composed>,
}

/// The form for one sort.
#[derive(Clone, Debug)]
pub struct Composed {
    /// Its icon.
    pub icon: Icon,
    /// What the sort is called.
    pub label: String,
    /// Its option.
    pub kind: String,
    /// What is filled in.
    pub fields: Vec<Field>,
    /// Whether it stands open.
    pub chosen: bool,
    /// What the browser keeps unsaved text under.
    pub keep: String,
}

/// The place on top of the timeline: a comment, or one of the sorts of deeds. Each stands behind a radio button, so that
/// choosing needs no script.
pub fn compose(language: Language, talk: Option<&Composer>, view: Option<&Compose>) -> Markup {
    let forms = view.map(|view| view.forms.as_slice()).unwrap_or_default();
    let none = !forms.iter().any(|form| form.chosen);
    html! {
        @if forms.is_empty() {
            @if let Some(talk) = talk { (composer(language, talk)) }
        } @else {
            div.compose {
                fieldset.compose-tabs {
                    legend.sr { (word(language, "timeline-write")) }
                    @if talk.is_some() {
                        label.compose-tab { input.sr type="radio" name="compose" checked[none]; (icon(Icon::MessageSquare)) span { (word(language, "comment")) } }
                    }
                    @for (at, form) in forms.iter().enumerate() {
                        label.compose-tab { input.sr type="radio" name="compose" checked[form.chosen || none && talk.is_none() && at == 0]; (icon(form.icon)) span { (form.label) } }
                    }
                }
                @if let Some(talk) = talk { div.compose-form { (composer(language, talk)) } }
                @for form in forms { @if let Some(view) = view { (one_form(language, view, form)) } }
            }
        }
    }
}

fn one_form(language: Language, view: &Compose, form: &Composed) -> Markup {
    use crate::kinds::Input;
    let wide = |field: &Field| {
        matches!(field.input, Input::LongText { .. } | Input::Links { .. })
            || form.fields.first().is_some_and(|first| first.name == field.name)
    };
    html! {
        form.compose-form method="post" action=(view.action) data-keep=(form.keep) aria-label=(form.label) novalidate {
            input type="hidden" name=(view.kind) value=(form.kind);
            @for (name, value) in &view.hidden { input type="hidden" name=(name) value=(value); }
            div.compose-fields { @for one in &form.fields { div.wide-field[wide(one)] { (field(language, one)) } } }
            div.compose-foot { button.button.primary.small type="submit" { (word(language, "action-save")) } }
        }
    }
}

/// What narrows the timeline, as a form that asks for the same page: words and sort at hand, people and days behind a sign.
pub fn tools(language: Language, view: &Tools) -> Markup {
    let choice = |name: &str, label: &str, all: &str, value: &str, options: &[Pick]| {
        html! {
            select.input.small name=(name) aria-label=(word(language, label)) data-auto-submit[name == "sort"] {
                option value="" { (word(language, all)) }
                @for option in options { option value=(option.value) selected[option.value == value] { (option.label) } }
            }
        }
    };
    html! {
        form.timeline-tools method="get" action=(view.action) role="search" aria-label=(word(language, "timeline-search")) {
            div.timeline-words {
                (icon(Icon::Search))
                input.input.small type="search" name="words" value=(view.words) maxlength="200" placeholder=(word(language, "timeline-search")) aria-label=(word(language, "timeline-search"));
            }
            (choice("sort", "timeline-sort", "timeline-all", &view.sort, &view.sorts))
            details.menu data-menu {
                @let more = word(language, "list-filter");
                @let narrowed = [&view.who, &view.from, &view.to].iter().any(|part| !part.is_empty());
                summary.icon-button aria-label=(more) title=(more) data-on[narrowed] { (icon(Icon::Filter)) }
                div.menu-list.end.timeline-more {
                    @if !view.people.is_empty() {
                        label { (word(language, "timeline-who")) (choice("who", "timeline-who", "timeline-everybody", &view.who, &view.people)) }
                    }
                    label { (word(language, "timeline-from")) input.input.small type="date" name="from" value=(view.from); }
                    label { (word(language, "timeline-to")) input.input.small type="date" name="to" value=(view.to); }
                    button.button.primary.small type="submit" { (word(language, "timeline-show")) }
                }
            }
            @if let Some(reset) = &view.reset { a.button.quiet.small href=(reset) { (word(language, "timeline-reset")) } }
        }
    }
}

/// A deed below the line that says who and when.
pub fn deed(language: Language, view: &Deed) -> Markup {
    html! {
        div.deed data-tone=(view.tone.name()) {
            p.deed-title { a.link href=(view.href) { (view.title) } }
            @if !view.facts.is_empty() { p.deed-facts { @for fact in &view.facts { span { (cell(fact)) } } } }
            @if !view.notes.is_empty() && view.notes != view.title { p.deed-notes { (view.notes) } }
            @if view.done.is_some() || view.moves.is_some() {
                div.deed-foot {
                    @if let Some((action, hidden)) = &view.done {
                        form.inline-form method="post" action=(action) {
                            @for (name, value) in hidden { input type="hidden" name=(name) value=(value); }
                            button.button.small type="submit" { (icon(Icon::Check)) (word(language, "timeline-done")) }
                        }
                    }
                    @if let Some((when, way)) = &view.moves { (in_place(language, when, way)) }
                }
            }
        }
    }
}
