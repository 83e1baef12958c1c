//! The people around a record as a map: columns of parts, in each whoever plays one; and what is missing, in words, each
//! with what mends it. To a screen reader it is a list of lists.

use cordee_i18n::{Language, pair};
use maud::{Markup, html};

use crate::assets::asset_url;
use crate::components::{Icon, InPlace, Person, Tone, avatar, icon, in_place};
use crate::kinds::{Cell, Pick, cell};
use crate::word::word;

/// The map.
#[derive(Clone, Debug)]
pub struct Circle {
    /// What it is called.
    pub label: String,
    /// How many people there are.
    pub count: String,
    /// The form for one more, if the reader may.
    pub add: Option<String>,
    /// What is missing, the worst first.
    pub lacks: Vec<Lack>,
    /// The parts that belong together, with those who play them.
    pub columns: Vec<Part>,
    /// What stands here while nobody is known and nothing can be said of that.
    pub none: String,
    /// Others who may have a say, each with the form that adds them.
    pub others: Vec<(String, String)>,
}

/// Something that is missing.
#[derive(Clone, Debug)]
pub struct Lack {
    /// What, in words.
    pub text: String,
    /// How bad it is.
    pub tone: Tone,
    /// What mends it, and its form.
    pub mend: Option<(String, String)>,
}

/// Parts that belong together.
#[derive(Clone, Debug)]
pub struct Part {
    /// What they have in common.
    pub label: String,
    /// The form for one more here, if the reader may.
    pub add: Option<String>,
    /// Whoever plays one of them.
    pub people: Vec<Around>,
}

/// Somebody in a part.
#[derive(Clone, Debug)]
pub struct Around {
    /// The end of the address of this place in the page.
    pub id: String,
    /// The person; without an address if the reader may not open it.
    pub person: Person,
    /// What they do.
    pub does: String,
    /// The part.
    pub part: Pick,
    /// How much their word counts: how many of how many bars, and the word for it.
    pub weight: Option<(usize, usize, String)>,
    /// Where they stand, and the way to change it there.
    pub stance: Option<Pick>,
    /// The same where the reader may change it.
    pub stance_edit: Option<InPlace>,
    /// Behind whom they stand: a sentence, and the place of that person in the map.
    pub before: Option<(String, Option<String>)>,
    /// When one was last in touch, in words and for machines, and whether that is long ago.
    pub met: Option<(String, String, Tone)>,
    /// Whatever else is known.
    pub note: String,
    /// The form that changes it.
    pub edit: Option<String>,
    /// Where it is posted that they have no part any more, with what goes along.
    pub remove: Option<(String, Vec<(String, String)>)>,
}

/// The map as it is drawn.
pub fn circle(language: Language, view: &Circle) -> Markup {
    html! {
        section.circle #people aria-labelledby="people-title" data-module=[(!view.columns.is_empty()).then(|| asset_url("circle.js"))] {
            header.related-head {
                h2.section-title #people-title { (view.label) }
                span.page-count { (view.count) }
                @if let Some(add) = &view.add {
                    div.bar-actions { a.button.small href=(add) data-dialog { (icon(Icon::UserPlus)) span { (word(language, "circle-add")) } } }
                }
            }
            @if !view.lacks.is_empty() { (lacks(language, &view.lacks)) }
            @if view.columns.is_empty() && view.lacks.is_empty() { p.related-none { (view.none) } }
            @if !view.columns.is_empty() {
                div.circle-map data-map { @for part in &view.columns { (column(language, part)) } }
            }
            @if !view.others.is_empty() {
                div.circle-others {
                    p { (word(language, "circle-others")) }
                    ul { @for (name, href) in &view.others {
                        li { a.chip-add href=(href) data-dialog { (icon(Icon::Plus)) span.cut { (name) } } }
                    } }
                }
            }
        }
    }
}

fn lacks(language: Language, lacks: &[Lack]) -> Markup {
    html! {
        ul.lacks aria-label=(word(language, "circle-lacks")) {
            @for lack in lacks {
                li data-tone=(lack.tone.name()) {
                    span.lack-text { (lack.text) }
                    @if let Some((label, href)) = &lack.mend {
                        a.lack-mend href=(href) data-dialog aria-label={ (label) ": " (lack.text) } { (label) }
                    }
                }
            }
        }
    }
}

fn column(language: Language, part: &Part) -> Markup {
    html! {
        div.circle-column {
            header.circle-head {
                h3 { (part.label) }
                @if let Some(add) = &part.add {
                    @let label = pair(language, word(language, "circle-add"), &part.label);
                    a.icon-button.small href=(add) data-dialog aria-label=(label) title=(label) { (icon(Icon::Plus)) }
                }
            }
            @if part.people.is_empty() { p.circle-nobody { (word(language, "circle-nobody")) } }
            @else { ul { @for one in &part.people { (around(language, one)) } } }
        }
    }
}

fn around(language: Language, one: &Around) -> Markup {
    let stance = one.stance.as_ref().map_or("neutral", |stance| stance.tone.name());
    html! {
        li.around id=(place(&one.id)) data-around data-stance=(stance) {
            div.around-top {
                (avatar(&one.person))
                div.around-who {
                    @match &one.person.href {
                        Some(href) => { a.around-name href=(href) { (one.person.name) } }
                        None => { span.around-name { (one.person.name) } }
                    }
                    @if !one.does.is_empty() { p.around-does { (one.does) } }
                }
            }
            p.around-part {
                span.part data-tone=(one.part.tone.name()) { (one.part.label) }
                @if let Some((bars, of, label)) = &one.weight { (weight(*bars, *of, label)) }
            }
            @if let Some((text, href)) = &one.before {
                p.around-before {
                    (icon(Icon::Lock))
                    @match href { Some(id) => { a.link href={ "#" (place(id)) } { (text) } } None => { (text) } }
                }
            }
            div.around-stands {
                @match (&one.stance, &one.stance_edit) {
                    (Some(stance), Some(way)) => { (in_place(language, &Cell::Choice(stance.clone()), way)) }
                    (None, Some(way)) => { (in_place(language, &Cell::Text(word(language, "circle-stance")), way)) }
                    (Some(stance), None) => { (cell(&Cell::Choice(stance.clone()))) }
                    (None, None) => {}
                }
                @if let Some((text, iso, tone)) = &one.met {
                    p.around-met data-tone=(tone.name()) {
                        (icon(Icon::Clock))
                        @if iso.is_empty() { (text) } @else { time datetime=(iso) { (text) } }
                    }
                }
            }
            @if !one.note.is_empty() { p.around-note { (one.note) } }
            (acts(language, one))
        }
    }
}

fn acts(language: Language, one: &Around) -> Markup {
    let named = |key: &str| pair(language, word(language, key), &one.person.name);
    html! {
        div.around-acts {
            @if let Some(edit) = &one.edit {
                @let label = named("action-edit");
                a.icon-button.small href=(edit) data-dialog data-change aria-label=(label) title=(label) { (icon(Icon::Pencil)) }
            }
            @if let Some((action, hidden)) = &one.remove {
                @let label = named("circle-remove");
                form.inline-form method="post" action=(action) {
                    @for (name, value) in hidden { input type="hidden" name=(name) value=(value); }
                    button.icon-button.small type="submit" data-remove aria-label=(label) title=(label) { (icon(Icon::X)) }
                }
            }
        }
    }
}

/// So many of so many bars; the word is read out.
fn weight(bars: usize, of: usize, label: &str) -> Markup {
    html! {
        span.weight role="img" aria-label=(label) title=(label) {
            @for bar in 1..=of { i data-on[bar <= bars] {} }
        }
    }
}

fn place(id: &str) -> String {
    format!("around-{id}")
}
