//! The forecast of a period: what is closed and counted on, by person; how far chance may carry it; and what the months
//! before say of those to come.

mod bookings;
mod categories;
mod chance;

use cordee_base::{Moment, Outcome};
use cordee_catalog::opportunity::OPPORTUNITY;
use cordee_kit::{Answers, Fact, Question, Report, ReportPart, Sheet, Told, Wish};
use cordee_records::Gate;
use cordee_schema::Filter;
use cordee_ui::Icon;

use super::periods;
use super::scope::{self, PIPELINE_ASKED};
use super::sums;

/// What will be won in a period.
pub static FORECAST: Report = Report {
    name: "forecast",
    icon: Icon::Layers,
    object: OPPORTUNITY.name,
    questions: &[
        Question { name: "period", answer: Answers::Found(periods::choices) },
        Question { name: "as_of", answer: Answers::Day(None) },
        PIPELINE_ASKED,
        Question { name: "seed", answer: Answers::Number },
    ],
    facts: &["closed", "commit_forecast", "best_case_forecast", "weighted", "p10", "p50", "p90"],
    sheets: SHEETS,
    tell,
};

const SHEETS: &[&Sheet] =
    &[&categories::CATEGORIES, &chance::OUTCOMES, &bookings::BOOKINGS, &bookings::METHODS];

/// What is asked: of which deals, in which period, and as it stood when.
pub struct Asked {
    /// The deals that close in the period, and are not lost.
    pub filter: Filter,
    /// Those that are asked about, whenever they close.
    pub all: Filter,
    /// As it stood then; none for now.
    pub as_of: Option<Moment>,
    /// The same as the end of a day.
    pub day: Option<cordee_base::Date>,
}

impl Asked {
    fn read(gate: &mut Gate<'_>, wish: &Wish) -> Outcome<Asked> {
        let period = periods::period(gate, wish.option("period"))?;
        let day = wish.day("as_of").filter(|day| *day < gate.today());
        let all = scope::asked(wish);
        Ok(Asked {
            filter: all.clone().and(sums::counting(&period)),
            all,
            as_of: day.map(|day| periods::end_of(gate, day)),
            day,
        })
    }
}

fn tell(gate: &mut Gate<'_>, wish: &Wish) -> Outcome<Told> {
    let asked = Asked::read(gate, wish)?;
    let seed = wish.number("seed").and_then(|seed| u64::try_from(seed).ok()).unwrap_or(1);
    let (mut facts, people) = categories::told(gate, &asked)?;
    let (chances, outcomes) = chance::told(gate, &asked, seed)?;
    facts.extend(chances);
    let mut parts = vec![ReportPart::Facts(facts), people, outcomes];
    parts.extend(bookings::told(gate, &asked)?);
    Ok(Told { parts })
}

/// A figure without anything behind it.
fn fact(name: &'static str, said: cordee_kit::Said) -> Fact {
    Fact { name, said, behind: None }
}
