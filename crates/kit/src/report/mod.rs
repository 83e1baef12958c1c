//! A report: a page of analysis, declared once. Page, API and command line tell the same of it.

mod json;
mod told;
mod wish;

use cordee_base::Outcome;
use cordee_records::Gate;
use cordee_schema::Filter;
use cordee_ui::Icon;

pub use json::report_json;
pub use told::{Begin, Behind, Drawn, Fact, Part, Row, Said, Sheet, Table, Told};
pub use wish::{Wish, WishText};

/// A report. Its words are `report-NAME` and `report-NAME-help`.
#[derive(Clone, Copy, Debug)]
pub struct Report {
    /// The name: `pipeline_review`.
    pub name: &'static str,
    /// What stands beside its name where there is room for a sign.
    pub icon: Icon,
    /// The object that it tells of: who may not read it does not know of the report, and the filter narrows it.
    pub object: &'static str,
    /// What can be chosen, in order.
    pub questions: &'static [Question],
    /// The figures that it may tell alone. The word of each is `report-fact-NAME`.
    pub facts: &'static [&'static str],
    /// The tables that it may tell.
    pub sheets: &'static [&'static Sheet],
    /// Tells it.
    pub tell: fn(&mut Gate<'_>, &Wish) -> Outcome<Told>,
}

/// What can be chosen of a report. Its word is `report-asks-NAME`.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    /// The name: `from`.
    pub name: &'static str,
    /// What is an answer.
    pub answer: Answers,
}

/// What is an answer to a question.
#[derive(Clone, Copy, Debug)]
pub enum Answers {
    /// A day; the one so many days ago where none is said.
    Day(Option<u16>),
    /// A whole number.
    Number,
    /// One of these, the first of which is meant when nothing is said. The words are `report-asks-NAME-OPTION`.
    OneOf(&'static [&'static str]),
    /// One of those that there are, the first of which is meant when nothing is said.
    Found(fn(&mut Gate<'_>) -> Outcome<Offered>),
    /// The same, where the answer says of which records the report tells: it goes into the filter.
    Narrows(fn(&mut Gate<'_>) -> Outcome<Offered>, Narrow),
}

/// Which records the option with this key is about.
pub type Narrow = fn(&mut Gate<'_>, &str) -> Outcome<Filter>;

/// Answers that can be chosen: the key of each, and what it is called.
pub type Offered = Vec<(String, Said)>;

/// The key of the word for `name`, which is one of a kind: `report-fact` and `best_case` make `report-fact-best-case`.
pub fn word_key(kind: &str, name: &str) -> String {
    format!("{kind}-{}", name.replace('_', "-"))
}

impl Report {
    /// The question called `name`.
    pub fn question(&self, name: &str) -> Option<&'static Question> {
        self.questions.iter().find(|question| question.name == name)
    }
}
