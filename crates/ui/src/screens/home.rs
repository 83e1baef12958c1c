//! The start page: the figures on top, then what is one's own, list by list.

use cordee_i18n::Language;
use maud::{Markup, html};

use crate::components::{Action, Column, Icon, Row, icon, table};
use crate::word::word;

/// The start page as it is shown.
#[derive(Clone, Debug)]
pub struct Home {
    /// The greeting.
    pub title: String,
    /// A line below it, such as the date.
    pub intro: String,
    /// The figures.
    pub figures: Vec<HomeFigure>,
    /// What is one's own.
    pub lists: Vec<HomeList>,
}

/// A figure with what it rests on.
#[derive(Clone, Debug)]
pub struct HomeFigure {
    /// Its name.
    pub label: String,
    /// Its value as text.
    pub value: String,
    /// The records it rests on, in words.
    pub n: String,
    /// The page with the figure sliced.
    pub href: String,
}

/// The first of one's own records of an object.
#[derive(Clone, Debug)]
pub struct HomeList {
    /// The object's icon.
    pub icon: Icon,
    /// What they are.
    pub label: String,
    /// How many there are, in words.
    pub count: String,
    /// The address of all of them.
    pub all: String,
    /// The columns shown.
    pub columns: Vec<Column>,
    /// The first of them.
    pub rows: Vec<Row>,
    /// What stands there when there is none.
    pub none: String,
    /// How to begin, when there is none.
    pub actions: Vec<Action>,
}

/// The body of the start page.
pub fn home(language: Language, view: &Home) -> Markup {
    html! {
        div.page.home {
            header.page-head {
                h1.page-title { (view.title) }
                p.page-intro { (view.intro) }
            }
            @if !view.figures.is_empty() {
                ul.home-figures aria-label=(word(language, "figures-title")) {
                    @for figure in &view.figures {
                        li { a.home-figure href=(figure.href) {
                            span.figure-label { (figure.label) }
                            b { (figure.value) }
                            span.home-figure-n { (figure.n) }
                        } }
                    }
                }
            }
            @for list in view.lists.iter().filter(|list| !list.rows.is_empty()) { (one_list(language, list)) }
            (nothing_yet(&view.lists))
        }
    }
}

fn one_list(language: Language, list: &HomeList) -> Markup {
    html! {
        section.related {
            header.related-head {
                (icon(list.icon))
                h2.section-title { (list.label) }
                span.page-count { (list.count) }
                div.bar-actions { a.button.quiet.small href=(list.all) { (word(language, "record-show-all")) } }
            }
            (table(&list.label, &list.columns, &list.rows, None))
        }
    }
}

/// How to begin with what one has none of yet, in one line.
fn nothing_yet(lists: &[HomeList]) -> Markup {
    let none: Vec<&HomeList> = lists.iter().filter(|list| list.rows.is_empty()).collect();
    html! {
        @if let Some(first) = none.first() {
            section.home-none {
                p.related-none { (first.none) }
                @for action in none.iter().flat_map(|list| &list.actions) { (action) }
            }
        }
    }
}
