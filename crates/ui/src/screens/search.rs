//! What was found: records by their object, with what of them told.

use cordee_i18n::{Language, pair};
use maud::{Markup, html};

use crate::components::{Icon, Way, icon};
use crate::word::word;

/// The page of results as it is shown.
#[derive(Clone, Debug)]
pub struct SearchPage {
    /// Its heading.
    pub title: String,
    /// What was typed.
    pub text: String,
    /// What is offered before what was found: it begins as was typed.
    pub first: Vec<CommandGroup>,
    /// What was found, by object; the best first.
    pub groups: Vec<SearchGroup>,
    /// What is offered after it.
    pub last: Vec<CommandGroup>,
    /// What stands there when there is nothing.
    pub none: String,
}

/// Things to do, or places to go, that belong together.
#[derive(Clone, Debug)]
pub struct CommandGroup {
    /// What they are.
    pub label: String,
    /// The things.
    pub commands: Vec<Command>,
}

/// A thing to do, or a place to go.
#[derive(Clone, Debug)]
pub struct Command {
    /// Its icon.
    pub icon: Icon,
    /// What it is called.
    pub label: String,
    /// What it belongs to, if that is not plain.
    pub line: String,
    /// How it is done.
    pub way: Way,
    /// The keys that do it, one after another.
    pub keys: Option<String>,
    /// Whether its address is copied in place of going there; without a script one goes there.
    pub copies: bool,
}

/// What was found of one object.
#[derive(Clone, Debug)]
pub struct SearchGroup {
    /// The object's icon.
    pub icon: Icon,
    /// What they are.
    pub label: String,
    /// The records.
    pub hits: Vec<SearchHit>,
    /// The address with more of them.
    pub more: Option<String>,
}

/// A record that was found.
#[derive(Clone, Debug)]
pub struct SearchHit {
    /// The address of its page.
    pub href: String,
    /// Its title in pieces, each with whether it is what was asked for.
    pub title: Vec<(String, bool)>,
    /// What tells it from others or says why it was found, in pieces likewise.
    pub line: Vec<(String, bool)>,
}

/// The body of the page.
pub fn search(language: Language, view: &SearchPage) -> Markup {
    html! {
        div.page.search-page {
            header.page-head { h1.page-title { (view.title) } }
            form.search-ask method="get" action="/search" {
                input.input type="search" name="q" value=(view.text) maxlength="200" autocomplete="off" spellcheck="false"
                    aria-label=(word(language, "search-box")) placeholder=(word(language, "search-hint")) autofocus[view.text.is_empty()];
                button.button.primary type="submit" { (word(language, "nav-search")) }
            }
            div data-found {
                @for group in &view.first { (commands(group)) }
                @if view.groups.is_empty() && !view.none.is_empty() { p.found-none role="status" { (view.none) } }
                @for group in &view.groups { (one_group(language, group)) }
                @for group in &view.last { (commands(group)) }
            }
        }
    }
}

fn commands(group: &CommandGroup) -> Markup {
    html! {
        section.found-group {
            h2.found-label { (group.label) }
            @for command in &group.commands {
                @match &command.way {
                    Way::Go(href) => { a.found href=(href) data-copies[command.copies] { (command_inside(command)) } }
                    Way::Dialog(href) => { a.found href=(href) data-dialog { (command_inside(command)) } }
                    Way::Post(href, values) => {
                        form method="post" action=(href) {
                            @for (name, value) in values { input type="hidden" name=(name) value=(value); }
                            button.found type="submit" { (command_inside(command)) }
                        }
                    }
                }
            }
        }
    }
}

fn command_inside(command: &Command) -> Markup {
    html! {
        (icon(command.icon))
        b { (command.label) @if !command.line.is_empty() { span.quiet { " · " (command.line) } } }
        @if let Some(keys) = &command.keys {
            span.found-keys aria-hidden="true" { @for key in keys.split(' ') { kbd { (key.to_uppercase()) } } }
        }
    }
}

fn one_group(language: Language, group: &SearchGroup) -> Markup {
    html! {
        section.found-group {
            h2.found-label { (group.label) }
            @for hit in &group.hits {
                a.found href=(hit.href) {
                    (icon(group.icon))
                    b { (pieces(&hit.title)) }
                    @if !hit.line.is_empty() { span.found-line.cut { (pieces(&hit.line)) } }
                }
            }
            @if let Some(more) = &group.more {
                a.found href=(more) aria-label=(pair(language, word(language, "record-show-all"), &group.label)) {
                    (icon(Icon::Search)) span { (word(language, "record-show-all")) }
                }
            }
        }
    }
}

fn pieces(text: &[(String, bool)]) -> Markup {
    html! { @for (piece, marked) in text { @if *marked { mark { (piece) } } @else { (piece) } } }
}
