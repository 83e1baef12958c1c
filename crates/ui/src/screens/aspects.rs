//! What a record's page tells at a glance: a strip of figures, ways to reach somebody, people with their parts, a tree.

use cordee_i18n::{Language, pair};
use maud::{Markup, html};

use crate::assets::asset_url;
use crate::components::{Icon, Tip, Tone, badge, icon, labelled};
use crate::kinds::{Cell, Pick, cell};
use crate::word::word;

/// A figure or a fact in the strip.
#[derive(Clone, Debug)]
pub struct Told {
    /// What it is.
    pub label: String,
    /// What explains it.
    pub tip: Option<Tip>,
    /// The figure.
    pub value: Cell,
    /// How it is meant.
    pub tone: Tone,
    /// Where the figure is found out, once the page is there; until then `value` stands for it.
    pub later: Option<String>,
}

/// A way to reach somebody.
#[derive(Clone, Debug)]
pub struct Reach {
    /// Its sign.
    pub icon: Icon,
    /// What it is, such as `Mobile`.
    pub label: String,
    /// The number or the address.
    pub text: String,
    /// What a click does.
    pub href: String,
}

/// The people that belong to a record.
#[derive(Clone, Debug)]
pub struct People {
    /// The heading.
    pub label: String,
    /// How many there are.
    pub count: String,
    /// The address of all of them.
    pub all: String,
    /// The address of the form for one more.
    pub create: Option<String>,
    /// Those that are shown.
    pub people: Vec<Person>,
    /// What stands there when there is nobody.
    pub none: String,
}

/// Somebody who belongs to a record.
#[derive(Clone, Debug)]
pub struct Person {
    /// The name.
    pub name: String,
    /// Their page.
    pub href: String,
    /// What they do.
    pub does: String,
    /// The parts that they play.
    pub parts: Vec<Part>,
    /// When one was last in touch.
    pub met: Cell,
    /// How one reaches them.
    pub reach: Vec<Reach>,
}

/// A part that somebody plays.
#[derive(Clone, Debug)]
pub struct Part {
    /// Which part, how much their word counts, where they stand.
    pub told: Vec<Pick>,
    /// In what.
    pub within: String,
    /// Its page.
    pub href: String,
}

/// What a record belongs to, and what belongs to it.
#[derive(Clone, Debug)]
pub struct Tree {
    /// The heading.
    pub label: String,
    /// What it belongs to, the topmost first.
    pub above: Vec<Branch>,
    /// The record itself.
    pub here: Branch,
    /// What belongs to it.
    pub below: Vec<Branch>,
    /// How many more belong to it.
    pub more: Option<String>,
}

/// A record in a tree.
#[derive(Clone, Debug)]
pub struct Branch {
    /// Its title.
    pub title: String,
    /// Its page; none for the one that is looked at.
    pub href: Option<String>,
}

/// The strip of figures and facts.
pub(super) fn tells(told: &[Told]) -> Markup {
    html! {
        @if !told.is_empty() {
            dl.tells {
                @for one in told {
                    div data-tone=(one.tone.name()) { dt { (labelled(html! { (one.label) }, one.tip.as_ref())) } dd data-glimpse=[&one.later] data-module=[one.later.as_ref().map(|_| asset_url("glimpse.js"))] { (cell(&one.value)) } }
                }
            }
        }
    }
}

/// A figure that was found out later: it leads to where more is told, and what explains it stands below.
pub fn glimpse(figure: &str, href: &str, because: &str) -> Markup {
    html! { a.link href=(href) { (figure) } span.tells-why title=(because) { (because) } }
}

/// The ways to reach somebody, each by one click.
pub(super) fn reach(ways: &[Reach]) -> Markup {
    html! {
        @if !ways.is_empty() {
            ul.reach { @for way in ways { li { a.button.small href=(way.href) title=(way.label) { (icon(way.icon)) span.sr { (way.label) ": " } span.cut { (way.text) } } } } }
        }
    }
}

/// The people, each on a line.
pub(super) fn people(language: Language, view: &People) -> Markup {
    html! {
        section.related.people {
            header.related-head {
                h2.section-title { (view.label) }
                span.page-count { (view.count) }
                div.bar-actions {
                    @if !view.people.is_empty() { a.button.quiet.small href=(view.all) { (word(language, "record-show-all")) } }
                    @if let Some(create) = &view.create {
                        @let label = pair(language, word(language, "nav-create"), &view.label);
                        a.icon-button.small href=(create) data-dialog data-stay aria-label=(label) title=(label) { (icon(Icon::Plus)) }
                    }
                }
            }
            @if view.people.is_empty() { p.related-none { (view.none) } }
            @else { ul.people-list { @for one in &view.people { (person(language, one)) } } }
        }
    }
}

fn person(language: Language, one: &Person) -> Markup {
    html! {
        li.people-one {
            div.people-who { a.link href=(one.href) { (one.name) } @if !one.does.is_empty() { span.quiet { (one.does) } } }
            div.people-parts {
                @for part in &one.parts {
                    div.people-part {
                        @for pick in &part.told { (badge(&pick.label, pick.tone)) " " }
                        a.quiet.cut href=(part.href) { (part.within) }
                    }
                }
            }
            div.people-met {
                span.sr { (word(language, "people-met")) " " }
                @if matches!(one.met, Cell::Empty) { span.quiet { (word(language, "people-met-never")) } } @else { (cell(&one.met)) }
            }
            div.people-reach {
                @for way in &one.reach {
                    @let label = pair(language, &way.label, &way.text);
                    a.icon-button.small href=(way.href) aria-label={ (label) ", " (one.name) } title=(label) { (icon(way.icon)) }
                }
            }
        }
    }
}

/// The tree, a step further in for each level.
pub(super) fn tree(language: Language, view: &Tree) -> Markup {
    html! {
        section.tree aria-label=(view.label) {
            h2.section-title { (view.label) }
            (level(language, view, 0))
        }
    }
}

fn level(language: Language, view: &Tree, at: usize) -> Markup {
    html! {
        ul {
            li {
                @match view.above.get(at) {
                    Some(above) => { (leaf(above)) (level(language, view, at + 1)) }
                    None => {
                        (leaf(&view.here))
                        @if !view.below.is_empty() {
                            ul {
                                @for one in &view.below { li { (leaf(one)) } }
                                @if let Some(more) = &view.more { li.quiet { (word(language, "tree-more")) " " (more) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn leaf(one: &Branch) -> Markup {
    html! {
        @match &one.href {
            Some(href) => { a.link href=(href) { (one.title) } }
            None => { b aria-current="page" { (one.title) } }
        }
    }
}
