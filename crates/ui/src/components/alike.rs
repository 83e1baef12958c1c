//! What may be there already, told beside a form while one types; without a script when it is sent the first time.

use cordee_i18n::Language;
use maud::{Markup, html};

use super::{Icon, icon};
use crate::assets::asset_url;
use crate::word::word;

/// The place in a form where it is told what may be there already.
#[derive(Clone, Debug)]
pub struct Alike {
    /// The address that tells it, given what stands in the form.
    pub ask: String,
    /// The fields that it follows from.
    pub fields: Vec<&'static str>,
    /// What is known to be there; nothing before anybody has typed.
    pub likely: Vec<Likely>,
    /// Whether the form is there for a link, which one of these may take.
    pub choose: bool,
}

/// A record that may be the same.
#[derive(Clone, Debug)]
pub struct Likely {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its page.
    pub href: String,
    /// What it is and what tells it from others.
    pub hint: String,
    /// Why it may be the same, such as `E-mail is the same`.
    pub reasons: Vec<String>,
    /// The verb and the address by which it is put where the new one was to go; a form posts there.
    pub take: Option<(String, String)>,
    /// The address where both are compared, if both stand.
    pub compare: Option<String>,
}

/// The place in the form. What has been shown goes along with the form, so that nobody is told twice.
pub fn alike(language: Language, view: &Alike) -> Markup {
    html! {
        link rel="stylesheet" href=(asset_url("alike.css"));
        section.alike data-module=(asset_url("alike.js")) data-alike=(view.ask) data-alike-fields=(view.fields.join(" ")) tabindex="-1"
            aria-label=(word(language, "alike-title")) hidden[view.likely.is_empty()] {
            p.alike-title { (icon(Icon::TriangleAlert)) (word(language, "alike-title")) }
            div data-alike-list role="status" {
                @if !view.likely.is_empty() { (alike_list(language, &view.likely, view.choose)) }
            }
            input type="hidden" name="alike" value=(ids(&view.likely)) data-alike-seen;
        }
    }
}

/// The list: by itself where a script asks for it.
pub fn alike_list(language: Language, likely: &[Likely], choose: bool) -> Markup {
    html! {
        ul.alike-list data-alike-ids=(ids(likely)) {
            @for one in likely {
                li.alike-one {
                    div.alike-what {
                        a.link.cut href=(one.href) target="_blank" rel="noopener" { (one.title) span.sr { " " (word(language, "alike-new-tab")) } }
                        span.quiet.cut { (one.hint) }
                    }
                    div.alike-why { @for reason in &one.reasons { span.alike-reason { (reason) } } }
                    @if choose {
                        button.button.small type="button" data-alike-use=(one.id) data-title=(one.title) { (word(language, "alike-use")) }
                    }
                    @if let Some((label, address)) = &one.take {
                        button.button.small type="submit" formaction=(address) { (label) span.sr { ": " (one.title) } }
                    }
                    @if let Some(compare) = &one.compare {
                        a.button.small href=(compare) { (word(language, "merge-compare")) span.sr { ": " (one.title) } }
                    }
                }
            }
        }
    }
}

/// The records that may be meant by a field, each with a button that takes it.
pub(super) fn meant(language: Language, likely: &[Likely]) -> Markup {
    html! {
        link rel="stylesheet" href=(asset_url("alike.css"));
        ul.alike-meant data-module=(asset_url("alike.js")) data-alike-meant aria-label=(word(language, "verb-may-be-meant")) {
            @for one in likely {
                li {
                    button.alike-chip type="button" data-alike-use=(one.id) data-title=(one.title) title=(word(language, "alike-use")) { (one.title) }
                    " " span.quiet { (one.reasons.join(", ")) }
                }
            }
        }
    }
}

fn ids(likely: &[Likely]) -> String {
    likely.iter().map(|one| one.id.as_str()).collect::<Vec<_>>().join(" ")
}
