//! The forecast of a period: what is closed and counted on, by person; how far chance may carry it, with what is set for
//! the deals or with what was learned of such; how well that would have foretold earlier periods, beside what people said;
//! and what the months before say of those to come.

mod bookings;
mod categories;
mod chance;
pub mod foretell;
mod likely;
mod past;

use cordee_base::{Date, Moment, Outcome};
use cordee_catalog::opportunity::OPPORTUNITY;
use cordee_kit::{Answers, Fact, Question, Report, ReportPart, Sheet, Told, Wish};
use cordee_records::Gate;
use cordee_rules::fiscal::Period;
use cordee_schema::Filter;
use cordee_ui::Icon;

use super::periods;
use super::scope::{self, DAY_ASKED, PIPELINE_ASKED, TEAM_ASKED};
use super::sums;

/// What will be won in a period.
pub static FORECAST: Report = Report {
    name: "forecast",
    icon: Icon::Layers,
    object: OPPORTUNITY.name,
    questions: &[
        Question { name: "period", answer: Answers::Found(periods::choices) },
        DAY_ASKED,
        TEAM_ASKED,
        PIPELINE_ASKED,
        Question { name: "odds", answer: Answers::OneOf(&["set", "learned"]) },
        Question { name: "bookings", answer: Answers::OneOf(bookings::OF) },
        Question { name: "seed", answer: Answers::Number },
    ],
    facts: &["closed", "commit_forecast", "best_case_forecast", "weighted", "p10", "p50", "p90"],
    sheets: SHEETS,
    tell,
};

const SHEETS: &[&Sheet] = &[
    &categories::CATEGORIES,
    &chance::OUTCOMES,
    &past::FORETOLD,
    &past::FORETOLD_IN_ALL,
    &bookings::BOOKINGS,
    &bookings::METHODS,
];

/// What is asked: of which deals, in which period, and as it stood when.
pub struct Asked {
    /// The deals that close in the period, and are not lost.
    pub filter: Filter,
    /// Those that are asked about, whenever they close.
    pub all: Filter,
    /// As it stood then; none for now.
    pub as_of: Option<Moment>,
    /// The same as the end of a day.
    pub day: Option<Date>,
    /// The period.
    pub period: Period,
}

impl Asked {
    fn read(gate: &mut Gate<'_>, wish: &Wish) -> Outcome<Asked> {
        let period = periods::period(gate, wish.option("period"))?;
        let (day, as_of) = scope::past_asked(gate, wish).unzip();
        Ok(Asked::of(scope::asked(wish), period, as_of, day))
    }

    fn of(all: Filter, period: Period, as_of: Option<Moment>, day: Option<Date>) -> Asked {
        Asked { filter: all.clone().and(sums::counting(&period)), all, as_of, day, period }
    }

    /// The moment as of which it is asked.
    fn moment(&self, gate: &Gate<'_>) -> Moment {
        self.as_of.unwrap_or(gate.now())
    }

    /// The day as of which it is asked.
    fn today(&self, gate: &Gate<'_>) -> Date {
        self.day.unwrap_or(gate.today())
    }
}

fn tell(gate: &mut Gate<'_>, wish: &Wish) -> Outcome<Told> {
    let asked = Asked::read(gate, wish)?;
    let seed = wish.number("seed").and_then(|seed| u64::try_from(seed).ok()).unwrap_or(1);
    let (mut facts, people) = categories::told(gate, &asked)?;
    let learns = wish.option("odds") == Some("learned");
    let before = past::before(gate, &asked);
    let together: Vec<&Asked> = std::iter::once(&asked).chain(&before).collect();
    let mut standings = chance::standings(gate, &together)?.into_iter();
    let standing = standings.next().unwrap_or_default();
    let before = before.into_iter().zip(standings).collect();
    let (open, notes) = if learns { likely::open(gate, &asked, &standing)? } else { (standing.open, None) };
    let (chances, outcomes) = chance::told(standing.won, &open, seed)?;
    facts.extend(chances);
    let mut parts = vec![ReportPart::Facts(facts), people];
    parts.extend(notes);
    parts.push(outcomes);
    parts.extend(past::told(gate, &asked, before, learns, seed)?);
    parts.extend(bookings::told(gate, &asked, bookings::Of::named(wish.option("bookings")))?);
    Ok(Told { parts })
}

/// A figure without anything behind it.
fn fact(name: &'static str, said: cordee_kit::Said) -> Fact {
    Fact { name, said, behind: None }
}
