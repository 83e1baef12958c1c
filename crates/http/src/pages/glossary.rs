//! The glossary: all terms with search, each term's own page, and the text that explains a label.

use axum::extract::Path;
use axum::response::{Html, IntoResponse};
use cordee_base::{Outcome, Problem};
use cordee_i18n::{Arg, Language, names};
use cordee_kit::Registry;
use cordee_schema::{Lives, Term, fold, fold_latin};
use cordee_ui::screens::glossary::{Entry, Glossary, Line, entry, explained, glossary as draw};

use super::frame::front;
use super::reader::{Page, Reader};
use super::visit::{Answered, Visit};

/// `GET /glossary?q=TEXT`.
pub(crate) async fn all(visit: Visit) -> Answered {
    visit.page(|reader| reader.glossary_page()).await
}

/// `GET /glossary/win-rate`.
pub(crate) async fn one(visit: Visit, Path(slug): Path<String>) -> Answered {
    visit
        .page(move |reader| {
            let term = named(reader.registry(), &slug)?;
            let view = reader.term_entry(term);
            let title = view.name.clone();
            let body = entry(reader.language(), &view);
            Ok(Page::new(title, "/glossary", body).below(reader.word("glossary-title"), "/glossary"))
        })
        .await
}

/// `GET /glossary/win-rate/tip`: what stands beside a label, for a script of the page.
pub(crate) async fn tip(visit: Visit, Path(slug): Path<String>) -> Answered {
    let html = visit.read(move |reader| {
        let term = named(reader.registry(), &slug)?;
        Ok(explained(reader.language(), &slug, &reader.term_entry(term)).into_string())
    });
    Ok(Html(html.await?).into_response())
}

fn named(registry: &Registry, slug: &str) -> Outcome<&'static Term> {
    registry.terms.iter().find(|term| term.slug() == slug).ok_or(Problem::NotFound)
}

impl Reader<'_, '_> {
    fn glossary_page(&mut self) -> Outcome<Page> {
        let text = self.visit.address.one("q").unwrap_or("").trim().to_owned();
        let terms: Vec<Line> = self.terms_found(&text).into_iter().map(|term| self.term_line(term)).collect();
        let title = self.word("glossary-title");
        let view = Glossary {
            title: title.clone(),
            intro: self.word("glossary-intro"),
            count: self.say("glossary-count", &[("count", terms.len().into())]),
            none: self.say("search-none", &[("text", Arg::from(&text))]),
            text,
            terms,
        };
        Ok(Page::new(title, "/glossary", draw(self.language(), &view)))
    }

    /// The terms with all words of `text` in what they are called in any language, or in what they mean to the reader:
    /// those called so first, then by name.
    pub(crate) fn terms_found(&self, text: &str) -> Vec<&'static Term> {
        let words: Vec<String> = text.split_whitespace().map(fold_latin).collect();
        let language = self.language();
        let mut found: Vec<(bool, String, &'static Term)> = Vec::new();
        for term in self.registry().terms {
            let called: Vec<String> = Language::ALL.iter().map(|l| fold_latin(&called(*l, term))).collect();
            let by_name = words.iter().all(|word| called.iter().any(|name| name.contains(word)));
            let meaning = || fold_latin(&names::term_meaning(language, term.name));
            let by_meaning = || {
                let meaning = meaning();
                words.iter().all(|word| meaning.contains(word))
            };
            if by_name || by_meaning() {
                found.push((!by_name, fold(&names::term(language, term.name)), term));
            }
        }
        found.sort_by(|a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
        found.into_iter().map(|(_, _, term)| term).collect()
    }

    fn term_line(&self, term: &Term) -> Line {
        let language = self.language();
        Line {
            term: term.slug(),
            name: names::term(language, term.name),
            meaning: names::term_meaning(language, term.name),
        }
    }

    fn term_entry(&self, term: &Term) -> Entry {
        let language = self.language();
        let mut lives: Vec<(String, String)> =
            term.lives.iter().filter_map(|place| self.where_it_lives(place)).collect();
        lives.dedup();
        let related = term.related.iter().filter_map(|name| self.registry().term(name));
        Entry {
            name: names::term(language, term.name),
            also: names::term_also(language, term.name),
            meaning: names::term_meaning(language, term.name),
            formula: term.reckoned.then(|| names::term_formula(language, term.name)),
            lives,
            related: related.map(|term| self.term_line(term)).collect(),
        }
    }

    /// Name and address of a place, if the reader may go there.
    fn where_it_lives(&self, place: &Lives) -> Option<(String, String)> {
        let of = |object: &str, field: Option<&str>| {
            let object = self.gate.object(object).ok()?;
            let href = if object.part_of.is_none() { front(object) } else { format!("/{}", object.plural) };
            let label = match field {
                Some(name) => {
                    format!("{} · {}", self.many(object), self.label(object, self.field(object, name)?))
                }
                None => self.many(object),
            };
            Some((label, href))
        };
        match *place {
            Lives::Object(object) => of(object, None),
            Lives::Field(object, field) | Lives::Choice(object, field) | Lives::Option(object, field, _) => {
                of(object, Some(field))
            }
            Lives::Weighted(object) => of(object, None),
            Lives::Metric(name) => {
                let metric = self.registry().metric(name).ok()?;
                self.gate.object(metric.object).ok()?;
                Some((self.metric_label(metric), format!("/metrics?metric={name}")))
            }
            Lives::Page(key, href) => Some((self.word(key), href.to_owned())),
        }
    }
}

/// All that a term is called in a language.
fn called(language: Language, term: &Term) -> String {
    let also = names::term_also(language, term.name).unwrap_or_default();
    format!("{} {also}", names::term(language, term.name))
}
