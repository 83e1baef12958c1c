//! What waits for a person today: sections of records, declared by the features whose records they are, and found
//! for whoever asks. Page, API and command line tell the same.

mod found;
mod json;
mod month;

use cordee_records::{Access, FieldRight};
use cordee_schema::{FieldDef, Object, Value};

pub use found::{Day, DayAsked, Part, Rest, Waiting};
pub use json::day_json;
pub use month::SoFar;

/// The page that a person's day begins with.
#[derive(Clone, Copy, Debug)]
pub struct Today {
    /// Its sections, in order.
    pub sections: &'static [Section],
    /// The figures of the month so far, by name.
    pub month: &'static [&'static str],
}

/// Records that wait for the same reason. Its words are `today-NAME` and `today-NAME-none`.
#[derive(Clone, Copy, Debug)]
pub struct Section {
    /// The name.
    pub name: &'static str,
    /// Where its records come from; those of several come by the day that they wait for.
    pub sources: &'static [Source],
    /// Stands beside the others: it is looked at rather than worked off.
    pub aside: bool,
}

/// The records of one object that a section shows.
#[derive(Clone, Copy, Debug)]
pub struct Source {
    /// The object, which has an owner.
    pub object: &'static str,
    /// What they are like, besides whose they are, in the filter language.
    pub filter: &'static str,
    /// By which field they come, and whether the largest comes first.
    pub sort: (&'static str, bool),
    /// The field that says what is to do, where the title does not.
    pub text: Option<&'static str>,
    /// Fields that say more: whom it is about, what it is worth.
    pub about: &'static [&'static str],
    /// The day or the moment that they wait for.
    pub when: Option<&'static str>,
    /// The day that is moved when one of them is put to another day for everybody.
    pub moves: Option<&'static str>,
    /// The verb that is done to one of them.
    pub done: Option<&'static str>,
    /// The link by which one of them stands for a record of a source before this one in its section: where both say
    /// the same words it is one thing to do, and told once, by that record.
    pub stands_for: Option<&'static str>,
}

impl Today {
    /// A page on which nothing waits.
    pub const NOTHING: Today = Today { sections: &[], month: &[] };

    /// All sources of all sections.
    pub fn sources(&self) -> impl Iterator<Item = &'static Source> + use<> {
        self.sections.iter().flat_map(|section| section.sources)
    }
}

impl Source {
    /// The field in which the signs are told that it asks for.
    pub fn signs(&self, object: &'static Object) -> Option<&'static FieldDef> {
        object.signs.map(|signs| &signs.field).filter(|field| self.filter.contains(field.name))
    }
}

/// Whether two texts say the same to whoever reads them.
pub fn same_words(one: &str, other: &str) -> bool {
    let words = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    words(one) == words(other)
}

/// The field called so, if it may be seen.
fn seen(access: &Access, object: &'static Object, name: &str) -> Option<&'static FieldDef> {
    object.field(name).filter(|field| !field.secret && access.field(object, field) != FieldRight::Hidden)
}

/// What stands in a text, if anything does.
fn text(value: Option<&Value>) -> Option<&str> {
    value.and_then(Value::as_text).map(str::trim).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::same_words;

    #[test]
    fn words_are_the_same_in_any_case_and_with_any_spaces() {
        assert!(same_words(" Call  Bo", "call bo ") && same_words("Позвонить", "ПОЗВОНИТЬ"));
        assert!(!same_words("Call Bo", "Call Bob"));
    }
}
