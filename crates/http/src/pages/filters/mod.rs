//! The filter of a list or board: read from the address, shown as a sentence of chips, edited place by place.

mod condition;
mod edit;
mod fields;
mod sentence;
mod tree;

pub(crate) use edit::edit;

use cordee_base::Fault;
use cordee_schema::filter::quoted;
use cordee_schema::{Filter, Object};

use super::reader::Reader;

/// The filter as it stands in the address.
pub(crate) struct Narrowed {
    /// What the records must be like.
    pub filter: Filter,
    /// What was typed.
    pub text: String,
    /// What is wrong with it.
    pub error: Option<String>,
}

/// The parameters of a page that begin anew with another filter.
const BEGIN_ANEW: [&str; 5] = ["filter", "cursor", "page", "done", "of"];

impl Reader<'_, '_> {
    /// The filter in the address. A text that is no filter but a plain word searches the titles.
    pub(crate) fn narrowed(&self, object: &'static Object) -> Narrowed {
        let text = self.visit.address.one("filter").unwrap_or("").trim().to_owned();
        let read = |text: &str| Filter::parse(text, self.gate.catalog(), object, self.gate.reading());
        match self
            .plain_search(object, &text)
            .map_or_else(|| read(&text), Ok)
            .and_then(|filter| self.seen(object, filter))
        {
            Ok(filter) => Narrowed { text: filter.text(), filter, error: None },
            Err(fault) => Narrowed {
                filter: Filter::everything(),
                error: Some(cordee_i18n::fault(self.language(), &fault, None)),
                text,
            },
        }
    }

    /// The search of titles that is meant by a text that is no filter but a plain word.
    pub(crate) fn plain_search(&self, object: &'static Object, text: &str) -> Option<Filter> {
        let written = format!("{} ~ {}", object.title, quoted(text));
        let search = || Filter::parse(&written, self.gate.catalog(), object, self.gate.reading()).ok();
        plain_word(text).then(search).flatten()
    }

    /// The filter, if it names only fields that the reader may see; others are as if they were not there.
    pub(crate) fn seen(&self, object: &'static Object, filter: Filter) -> Result<Filter, Fault> {
        for condition in filter.conditions() {
            let path = &condition.path;
            let mut here = Some(object);
            for step in path.steps.iter().copied().chain([path.field]) {
                if here.is_none_or(|object| !self.sees(object, step)) {
                    let fault = Fault::at(path.text(), "error-unknown-field");
                    return Err(fault.with("name", step.name).with("nearest", ""));
                }
                here = self.linked(step);
            }
        }
        Ok(filter)
    }
}

/// Whether a text is words to search for rather than a filter.
fn plain_word(text: &str) -> bool {
    const SIGNS: [char; 9] = ['=', '<', '>', '~', '(', ')', '"', '\'', '!'];
    const WORDS: [&str; 8] = ["is", "in", "has", "contains", "starts", "not", "and", "or"];
    !text.is_empty()
        && !text.contains(SIGNS)
        && !text.split_whitespace().any(|word| WORDS.contains(&word.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_word_is_searched_for_and_a_filter_is_read() {
        for word in ["acme", "Северный ветер", "GTX Pro"] {
            assert!(plain_word(word), "{word}");
        }
        for filter in ["", "name = x", "name is empty", "owner is me", "a contains b"] {
            assert!(!plain_word(filter), "{filter}");
        }
    }
}
