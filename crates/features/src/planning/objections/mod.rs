//! Objections: which are raised, in which stage, what one answers, how many are overcome, and what becomes of the deals.

mod raised;
mod tables;

use cordee_base::Outcome;
use cordee_catalog::objection::OBJECTION;
use cordee_kit::{Answers, Question, Report, Told, Wish};
use cordee_records::Gate;
use cordee_rules::proportion::Confidence;
use cordee_ui::Icon;

use super::periods;
use super::scope::PIPELINE_ASKED;

/// How sure the intervals are.
const SURE: Confidence = Confidence::P95;

/// What customers hold against buying, and what comes of it. A period is that in which they were raised.
pub static OBJECTIONS: Report = Report {
    name: "objections",
    icon: Icon::MessageSquare,
    object: OBJECTION.name,
    questions: &[
        Question { name: "period", answer: Answers::Found(periods::choices_or_any) },
        PIPELINE_ASKED,
    ],
    facts: tables::FACTS,
    sheets: tables::SHEETS,
    tell,
};

fn tell(gate: &mut Gate<'_>, wish: &Wish) -> Outcome<Told> {
    let asked = raised::asked(gate, wish)?;
    let raised = raised::read(gate, &asked)?;
    tables::told(gate, &asked, &raised)
}
