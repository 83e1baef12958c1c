//! What others do meanwhile: who looks at the same record, and what they changed while one was typing.

use cordee_i18n::Language;
use maud::{Markup, html};

use super::person::avatar_that_says;
use super::{Icon, Person, icon};
use crate::screens::record::{Change, one_change};
use crate::word::{sentence, word};

/// How many faces stand there before the rest is counted.
const FACES: usize = 4;

/// Who else is here, and whether each is about to change something.
pub fn presence(language: Language, people: &[(Person, bool)]) -> Markup {
    html! {
        @if !people.is_empty() {
            ul.presence aria-label=(word(language, "live-here")) {
                @for (person, edits) in people.iter().take(FACES) {
                    @let key = if *edits { "live-edits" } else { "live-looks" };
                    li.edits[*edits] { (avatar_that_says(person, &sentence(language, key, "name", &person.name))) }
                }
                @if people.len() > FACES { li.presence-more { "+" (people.len() - FACES) } }
            }
        }
    }
}

/// What others changed of a record while the reader has its form open.
#[derive(Clone, Debug)]
pub struct News {
    /// Who did it, in a sentence that the changes follow.
    pub who: String,
    /// What they changed.
    pub changes: Vec<Change>,
    /// What the reader has changed as well, by the label of its field: nothing is taken over silently there.
    pub both: Vec<String>,
    /// Where the form is posted to be given back with what they changed.
    pub take: String,
}

/// The bar over a form.
pub fn news(language: Language, view: &News) -> Markup {
    html! {
        section.news role="status" data-news {
            (icon(Icon::CircleAlert))
            div.news-text {
                p { b { (view.who) } }
                ul.changes { @for change in &view.changes { (one_change(language, change)) } }
                @if !view.both.is_empty() { p.quiet { (sentence(language, "live-both", "fields", &view.both.join(", "))) } }
            }
            button.button.small type="button" data-take=(view.take) {
                (word(language, if view.both.is_empty() { "live-take" } else { "live-compare" }))
            }
        }
    }
}
