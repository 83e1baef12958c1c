//! The pipeline review: what has become of the open pipeline between two moments, on one page.

mod aged;
mod deals;
mod tables;

use cordee_base::Outcome;
use cordee_catalog::opportunity::OPPORTUNITY;
use cordee_kit::{Answers, Question, Report, Told, Wish};
use cordee_records::Gate;
use cordee_ui::Icon;

use super::periods;
use super::scope::{PIPELINE_ASKED, TEAM_ASKED};

/// How many days back the review begins where nothing is said: the meeting is weekly.
const WEEK: u16 = 7;

/// The steps whose deals can be looked at, and all of them.
const STEPS: &[&str] = &[
    "all",
    "new",
    "reopened",
    "grown",
    "shrunk",
    "pulled_in",
    "pushed_out",
    "moved_in",
    "moved_out",
    "won",
    "lost",
    "removed",
];

/// Now against any earlier moment.
pub static PIPELINE_REVIEW: Report = Report {
    name: "pipeline_review",
    icon: Icon::History,
    object: OPPORTUNITY.name,
    questions: &[
        Question { name: "from", answer: Answers::Day(Some(WEEK)) },
        Question { name: "to", answer: Answers::Day(None) },
        TEAM_ASKED,
        PIPELINE_ASKED,
        Question { name: "closing", answer: Answers::Found(periods::choices_or_any) },
        Question { name: "step", answer: Answers::OneOf(STEPS) },
    ],
    facts: tables::FACTS,
    sheets: tables::SHEETS,
    tell,
};

fn tell(gate: &mut Gate<'_>, wish: &Wish) -> Outcome<Told> {
    let review = deals::Review::read(gate, wish)?;
    tables::told(gate, wish, &review)
}
