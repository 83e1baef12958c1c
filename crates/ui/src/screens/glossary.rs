//! The glossary: the words of the trade, each with an address of its own, and the short text that explains a label.

use cordee_i18n::Language;
use maud::{Markup, html};

use crate::assets::asset_url;
use crate::components::{Icon, icon};
use crate::word::word;

/// The glossary as it is shown.
#[derive(Clone, Debug)]
pub struct Glossary {
    /// Its heading.
    pub title: String,
    /// What it is for, in a sentence.
    pub intro: String,
    /// What is looked for.
    pub text: String,
    /// The terms, in the order of the reader's language.
    pub terms: Vec<Line>,
    /// How many terms there are, in words.
    pub count: String,
    /// What stands there when none was found.
    pub none: String,
}

/// A term as it stands among others.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its name in addresses.
    pub term: String,
    /// What it is called.
    pub name: String,
    /// What it means.
    pub meaning: String,
}

/// A term with all that is known of it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What it is called.
    pub name: String,
    /// What else it is called.
    pub also: Option<String>,
    /// What it means.
    pub meaning: String,
    /// How it is reckoned.
    pub formula: Option<String>,
    /// Where one meets it in Cordee: names and addresses.
    pub lives: Vec<(String, String)>,
    /// The terms beside it.
    pub related: Vec<Line>,
}

/// The body of the glossary.
pub fn glossary(language: Language, view: &Glossary) -> Markup {
    html! {
        link rel="stylesheet" href=(asset_url("glossary.css"));
        div.page.glossary {
            header.page-head {
                h1.page-title { (view.title) }
                p.page-intro { (view.intro) }
            }
            form.search-ask method="get" action="/glossary" role="search" aria-label=(word(language, "glossary-search")) {
                input.input type="search" name="q" value=(view.text) maxlength="100" autocomplete="off" spellcheck="false"
                    aria-label=(word(language, "glossary-search")) placeholder=(word(language, "glossary-search"));
                button.button type="submit" { (word(language, "nav-search")) }
            }
            p.quiet.glossary-count role="status" { @if view.terms.is_empty() { (view.none) } @else { (view.count) } }
            (lines(&view.terms))
        }
    }
}

/// The body of one term's page.
pub fn entry(language: Language, view: &Entry) -> Markup {
    html! {
        link rel="stylesheet" href=(asset_url("glossary.css"));
        article.page.glossary {
            header.page-head { h1.page-title { (view.name) } @if let Some(also) = &view.also { p.page-intro { (also) } } }
            p.glossary-meaning { (view.meaning) }
            @if let Some(formula) = &view.formula {
                section.glossary-part { h2.section-title { (word(language, "glossary-formula")) } p.formula { (formula) } }
            }
            @if !view.lives.is_empty() {
                section.glossary-part {
                    h2.section-title { (word(language, "glossary-lives")) }
                    ul.glossary-lives { @for (name, href) in &view.lives { li { a.button.small href=(href) { (name) (icon(Icon::ArrowRight)) } } } }
                }
            }
            @if !view.related.is_empty() {
                section.glossary-part { h2.section-title { (word(language, "glossary-related")) } (lines(&view.related)) }
            }
        }
    }
}

/// The text that explains a label, with the way to its page.
pub fn explained(language: Language, term: &str, view: &Entry) -> Markup {
    html! {
        b { (view.name) }
        p { (view.meaning) }
        @if let Some(formula) = &view.formula { p.formula { (formula) } }
        a href={ "/glossary/" (term) } { (word(language, "glossary-more")) }
    }
}

fn lines(terms: &[Line]) -> Markup {
    html! {
        @if !terms.is_empty() {
            dl.glossary-terms {
                @for line in terms {
                    div { dt { a href={ "/glossary/" (line.term) } { (line.name) } } dd { (line.meaning) } }
                }
            }
        }
    }
}
