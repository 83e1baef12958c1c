//! What the months before say of those to come: bookings by month, continued by the method that did best on their own past.

use std::collections::BTreeMap;

use cordee_base::{Date, Decimal, Outcome, Period};
use cordee_catalog::opportunity::{AMOUNT, CLOSE_DATE, OPPORTUNITY};
use cordee_kit::{Behind, Drawn, ReportPart, Row, Said, Sheet};
use cordee_records::{By, Gate, Grouping, Measure, Reckon};
use cordee_rules::fiscal::{Calendar, Length, Period as Fiscal};
use cordee_rules::pipeline::State;
use cordee_rules::series::{Ask, Forecast, Method, Refusal, Scores, forecast};
use cordee_schema::FromValue;

use super::Asked;
use Of::{Deals, Value};
use cordee_catalog::deals;

/// How many months are continued, how many of those before are shown, and how many are looked at.
const AHEAD: usize = 6;
const SHOWN: usize = 12;
const MOST: usize = 120;
/// How much of what comes should lie between the bounds.
const CONFIDENCE: f64 = 0.8;
/// How many rivals are told of.
const RIVALS: usize = 6;

/// What is counted of a month's bookings; the first where nothing is said.
pub const OF: &[&str] = &["value", "deals"];

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// What the deals won are worth.
    Value,
    /// How many they are.
    Deals,
}

impl Of {
    /// The one with this name.
    pub fn named(name: Option<&str>) -> Of {
        if name == OF.last().copied() { Deals } else { Value }
    }

    fn measure(self) -> Measure {
        Measure::of(match self {
            Value => Reckon::Sum(deals::of(AMOUNT)),
            Deals => Reckon::Count,
        })
    }

    fn booked(self, number: Decimal) -> Said {
        match self {
            Value => Said::Money(number),
            Deals => Said::count(i64::try_from(number).unwrap_or(i64::MAX)),
        }
    }

    /// As it was estimated: amounts in whole minor units, deals to a tenth.
    fn about(self, number: f64) -> Said {
        match self {
            Value => Said::about(number),
            Deals => Said::measured((number * 10.0).round() / 10.0, Said::Number),
        }
    }
}

/// Month by month, what was booked and what may be.
pub static BOOKINGS: Sheet =
    Sheet { name: "bookings", columns: &["month", "booked"], drawn: Drawn::Bars(1), may_be_empty: true };

/// How well each method did on the past of these bookings.
pub static METHODS: Sheet = Sheet {
    name: "methods",
    columns: &["method", "accuracy", "bias", "smape", "mase"],
    drawn: Drawn::Plain,
    may_be_empty: true,
};

/// The months, and the methods that were tried on them.
pub fn told(gate: &mut Gate<'_>, asked: &Asked, of: Of) -> Outcome<Vec<ReportPart>> {
    let today = asked.day.unwrap_or(gate.today());
    let months = booked(gate, asked, of, today)?;
    let history: Vec<f64> = months.iter().map(|(_, number)| f64::try_from(*number).unwrap_or(0.0)).collect();
    let ask = Ask { season: 12, horizon: AHEAD, confidence: CONFIDENCE };
    let found = match forecast(&history, &ask) {
        Ok(found) => found,
        Err(refusal) => {
            return Ok(vec![BOOKINGS.with(past(&months, asked, of)), too_short(&refusal, history.len())]);
        }
    };
    let mut rows = past(&months, asked, of);
    rows.extend(future(&months, &found, of));
    let mut parts = vec![BOOKINGS.with(rows)];
    if found.few {
        let months = Said::count(history.len());
        parts.push(ReportPart::Note("report-note-few-months", vec![("months", months)]));
    }
    parts.push(METHODS.with(methods(&found)));
    Ok(parts)
}

/// The bookings of the months that are over, from the first in which anything was won.
fn booked(gate: &mut Gate<'_>, asked: &Asked, of: Of, today: Date) -> Outcome<Vec<(Fiscal, Decimal)>> {
    let rows = gate.group(&Grouping {
        object: &OPPORTUNITY,
        by: vec![By { path: deals::of(CLOSE_DATE), period: Some(Period::Month) }],
        measures: vec![of.measure()],
        filter: asked.all.clone().and(deals::in_states(State::keys(State::is_won))),
        as_of: asked.as_of,
    })?;
    let sums: BTreeMap<Date, Decimal> = rows
        .iter()
        .filter_map(|row| {
            let month = Date::from_value(&row.keys.first()?.value)?;
            Some((month, row.values.first().copied().flatten()?))
        })
        .collect();
    let Some(first) = sums.keys().next() else { return Ok(Vec::new()) };
    let month = |day| Calendar::CIVIL.period(Length::Month, day);
    let months = std::iter::successors(month(*first), Fiscal::next).take_while(|month| month.last() < today);
    let all: Vec<(Fiscal, Decimal)> =
        months.map(|month| (month, sums.get(&month.first()).copied().unwrap_or_default())).collect();
    Ok(all[all.len().saturating_sub(MOST)..].to_vec())
}

fn past(months: &[(Fiscal, Decimal)], asked: &Asked, of: Of) -> Vec<Row> {
    let row = |(month, number): &(Fiscal, Decimal)| {
        let won = asked.all.clone().and(deals::in_states(State::keys(State::is_won)));
        let within = won.and(deals::closing(month.first(), month.last()));
        Row::of(vec![Said::Text(month.to_string()), of.booked(*number)])
            .behind(Behind::Records(within.text(), asked.day))
    };
    months[months.len().saturating_sub(SHOWN)..].iter().map(row).collect()
}

fn future(months: &[(Fiscal, Decimal)], found: &Forecast, of: Of) -> Vec<Row> {
    let first = months.last().and_then(|(last, _)| last.next());
    let ahead = std::iter::successors(first, Fiscal::next);
    let row = |(month, point): (Fiscal, &cordee_rules::series::Point)| {
        let [expected, low, high] =
            [point.expected, point.lower, point.upper].map(|number| Box::new(of.about(number)));
        let n = u64::try_from(months.len()).unwrap_or(u64::MAX);
        Row::of(vec![Said::Text(month.to_string()), Said::Between(expected, low, high, n)]).whole()
    };
    ahead.zip(&found.points).map(row).collect()
}

/// The method that was taken first, then the best of the others.
fn methods(found: &Forecast) -> Vec<Row> {
    let taken = Row::of(scored(found.method, &found.scores)).whole();
    let others = found.rivals.iter().filter(|(method, _)| *method != found.method).take(RIVALS);
    std::iter::once(taken).chain(others.map(|(method, scores)| Row::of(scored(*method, scores)))).collect()
}

fn scored(method: Method, scores: &Scores) -> Vec<Said> {
    vec![
        Said::Named("method", method.key()),
        Said::measured(scores.accuracy, Said::Ratio),
        Said::measured(scores.bias, Said::Ratio),
        Said::measured(scores.smape, Said::Number),
        Said::measured(scores.mase, Said::Number),
    ]
}

fn too_short(refusal: &Refusal, given: usize) -> ReportPart {
    let needed = match refusal {
        Refusal::TooShort { needed, .. } => *needed,
        _ => AHEAD,
    };
    ReportPart::Note(
        "report-note-too-short",
        vec![("needed", Said::count(needed)), ("given", Said::count(given))],
    )
}
