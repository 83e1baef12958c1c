//! Coverage: what is won of the quotas of a period, what is left, whether the pipeline is enough for it, and whether
//! quotas add up.

mod checks;
mod credits;
mod deals;
pub(super) mod quotas;
mod rows;
mod tables;

use std::collections::HashSet;

use cordee_base::{Date, Fault, Id, Moment, Outcome};
use cordee_catalog::opportunity::OPPORTUNITY;
use cordee_kit::{Answers, Question, Report, Told, Wish, WishText};
use cordee_records::Gate;
use cordee_rules::fiscal::Period;
use cordee_ui::Icon;

use super::periods;
use super::scope::{self, DAY_ASKED};
use super::staff::Staff;
use credits::Credits;
use deals::Sums;

pub(super) use rows::minor;

/// Whose quotas, by what.
const BY: &[&str] = &["person", "team", "series"];

/// Quotas against what is won and what is open.
pub static COVERAGE: Report = Report {
    name: "coverage",
    icon: Icon::Shield,
    object: OPPORTUNITY.name,
    questions: &[
        Question { name: "period", answer: Answers::Found(periods::choices) },
        Question { name: "by", answer: Answers::OneOf(BY) },
        DAY_ASKED,
    ],
    facts: tables::FACTS,
    sheets: tables::SHEETS,
    tell,
};

/// By what rows are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    Person,
    Team,
    Series,
}

/// What is asked, and from where it is looked at.
struct Asked {
    period: Period,
    by: By,
    /// The earlier day as which it is asked.
    day: Option<Date>,
    /// The end of it.
    as_of: Option<Moment>,
    /// The first day that may still be used.
    next: Date,
}

impl Asked {
    fn read(gate: &mut Gate<'_>, wish: &Wish) -> Outcome<Asked> {
        let period = periods::period(gate, wish.option("period"))?;
        let by = match wish.option("by") {
            Some("team") => By::Team,
            Some("series") => By::Series,
            _ => By::Person,
        };
        let today = gate.today();
        if wish.day(DAY_ASKED.name).is_some_and(|day| day > today) {
            return Err(Fault::at(DAY_ASKED.name, "error-coverage-future").into());
        }
        let (day, as_of) = scope::past_asked(gate, wish).unzip();
        let next = day.map_or(today, |day| day.tomorrow().unwrap_or(day));
        Ok(Asked { period, by, day, as_of, next })
    }
}

/// What the deals of these people come to in a period as it is now, credit that is shared among what it comes to.
pub(super) fn reached(gate: &mut Gate<'_>, period: Period, sellers: &HashSet<Option<Id>>) -> Outcome<Sums> {
    let wish = WishText::default().read(gate, &COVERAGE)?;
    let asked = Asked { period, by: By::Person, day: None, as_of: None, next: gate.today() };
    let people = sellers.iter().copied().flatten();
    let mut deals = deals::in_it(gate, &wish, &asked, cordee_catalog::deals::owned_by(people))?;
    Credits::read(gate, &asked)?.share_out(gate, &wish, &asked, &mut deals)?;
    Ok(rows::added(&deals, sellers, None))
}

fn tell(gate: &mut Gate<'_>, wish: &Wish) -> Outcome<Told> {
    let asked = Asked::read(gate, wish)?;
    let staff = Staff::read(gate)?;
    let quotas = quotas::read(gate, &asked.period)?;
    let mut deals = deals::read(gate, wish, &asked)?;
    let mut credits = Credits::read(gate, &asked)?;
    credits.share_out(gate, wish, &asked, &mut deals)?;
    let mut rows = rows::rows(&asked, &staff, &quotas, &deals);
    rows::call(gate, &mut rows)?;
    let checks = checks::checks(&asked.period, &staff, &quotas);
    Ok(tables::told(&tables::Scene { wish, asked: &asked, credits: &credits }, &rows, &deals, &checks))
}
