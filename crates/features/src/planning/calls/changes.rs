//! What has become of the deals, one by one, since a forecast was last submitted. What each adds to the commit forecast
//! or takes from it comes to what all deals do.

use std::collections::HashMap;

use cordee_base::{Date, Id, Moment, Outcome};
use cordee_catalog::deals;
use cordee_catalog::opportunity::{AMOUNT, CLOSE_DATE, FORECAST_CATEGORY, OPPORTUNITY, OWNER, STATE};
use cordee_kit::{Drawn, ReportPart, Row, Said, Sheet};
use cordee_records::{Gate, Stretch, Stretches};
use cordee_rules::calls::{Counted, Turn, turn};
use cordee_rules::pipeline::State;
use cordee_rules::rollup::Category;
use cordee_schema::{FromValue, Value};

use super::{Asked, Standing, note};
use crate::planning::sums;
use crate::planning::titles::Titles;

/// How many deals are named.
const MOST: usize = 100;

/// How many days back where nobody has submitted anything and nothing is due.
const WEEK: i64 = 7 * 24 * 60 * 60;

const FIELDS: [&str; 5] =
    [STATE.name(), AMOUNT.name(), CLOSE_DATE.name(), OWNER.name(), FORECAST_CATEGORY.name()];

/// The deals that have turned.
pub static CHANGES: Sheet = Sheet {
    name: "call_changes",
    columns: &[
        "deal",
        "turn",
        "category_then",
        "category_now",
        "amount_then",
        "amount_now",
        "adds_to_commit",
    ],
    drawn: Drawn::Plain,
    may_be_empty: true,
};

/// How a deal counted at both ends.
#[derive(Clone, Copy)]
struct Ends {
    was: Counted,
    is: Counted,
}

impl Ends {
    /// What it adds to the commit forecast.
    fn adds(self) -> i128 {
        self.is.committed() - self.was.committed()
    }
}

/// Since when it is told, and the deals.
pub fn told(gate: &mut Gate<'_>, asked: &Asked, standing: &Standing) -> Outcome<Vec<ReportPart>> {
    let now = asked.at.unwrap_or(gate.now());
    let (since, why) = since(asked, standing, now);
    let (was, is) = (counted(gate, asked, since)?, counted(gate, asked, now)?);
    let mut ends: HashMap<Id, Ends> = HashMap::new();
    for (id, counted) in was {
        ends.insert(id, Ends { was: counted, is: Counted::Not });
    }
    for (id, counted) in is {
        ends.entry(id).or_insert(Ends { was: Counted::Not, is: Counted::Not }).is = counted;
    }
    lost(gate, since, now, &mut ends)?;
    let mut turned: Vec<(Id, Turn, Ends)> =
        ends.into_iter().filter_map(|(id, ends)| Some((id, turn(ends.was, ends.is)?, ends))).collect();
    let adds: i128 = turned.iter().map(|(_, _, ends)| ends.adds()).sum();
    turned.sort_by_key(|(id, turn, ends)| (std::cmp::Reverse(ends.adds().abs()), *turn, *id));
    turned.truncate(MOST);
    let titles = Titles::of(gate, OPPORTUNITY.name, turned.iter().map(|(id, ..)| *id))?;
    let row = |(id, turn, ends): &(Id, Turn, Ends)| {
        let ((category_then, then), (category_now, now)) = (said(ends.was), said(ends.is));
        Row::of(vec![
            titles.record(*id),
            Said::Named("turn", turn.key()),
            category_then,
            category_now,
            then,
            now,
            Said::minor(ends.adds()),
        ])
    };
    let day = Said::Day(since.date_in(gate.zone()));
    let sentence = note(why, vec![("day", day), ("amount", Said::minor(adds))]);
    Ok(vec![sentence, CHANGES.with(turned.iter().map(row).collect())])
}

/// Since when: since somebody last submitted, else since it was last due, else since a week ago.
fn since(asked: &Asked, standing: &Standing, now: Moment) -> (Moment, &'static str) {
    let theirs = standing.calls.iter().rev().find(|call| asked.focus == Some(call.owner));
    match (theirs, &asked.round) {
        (Some(call), _) => (call.at, "report-call-since-submitted"),
        (None, Some(round)) => (round.last, "report-call-since-due"),
        (None, None) => (now.plus_seconds(-WEEK), "report-call-since-week"),
    }
}

/// The deals that counted at a moment.
fn counted(gate: &mut Gate<'_>, asked: &Asked, at: Moment) -> Outcome<HashMap<Id, Counted>> {
    let theirs = deals::owned_by(asked.people.iter().copied());
    let there = gate.stretches(&Stretches {
        object: &OPPORTUNITY,
        filter: asked.filter.clone().and(sums::counting(&asked.period)).and(theirs),
        since: at,
        until: at,
        fields: FIELDS.to_vec(),
        only: None,
    })?;
    let within = |deal: &&Stretch| {
        let close = deal.values.get(2).and_then(Date::from_value);
        close.is_some_and(|close| asked.period.holds(close))
    };
    Ok(there.iter().filter(within).map(|deal| (deal.id, stood(deal))).collect())
}

/// Of the deals that counted at one end only: whether they were lost at the other.
fn lost(gate: &mut Gate<'_>, then: Moment, now: Moment, ends: &mut HashMap<Id, Ends>) -> Outcome<()> {
    let was: fn(&mut Ends) -> &mut Counted = |ends| &mut ends.was;
    let is: fn(&mut Ends) -> &mut Counted = |ends| &mut ends.is;
    for (at, end) in [(then, was), (now, is)] {
        let missing = ends.iter_mut().filter_map(|(id, ends)| (*end(ends) == Counted::Not).then_some(*id));
        let missing: Vec<Id> = missing.collect();
        let there = gate.stretches(&Stretches {
            object: &OPPORTUNITY,
            filter: deals::in_states(State::keys(|state| state == State::Lost)),
            since: at,
            until: at,
            fields: FIELDS.to_vec(),
            only: Some(missing),
        })?;
        for deal in &there {
            if let Some(ends) = ends.get_mut(&deal.id) {
                *end(ends) = Counted::Lost;
            }
        }
    }
    Ok(())
}

fn stood(deal: &Stretch) -> Counted {
    let value = |place: usize| deal.values.get(place).unwrap_or(&Value::None);
    let minor = match value(1) {
        Value::Money(money) => money.minor(),
        _ => 0,
    };
    let state = value(0).as_text().and_then(State::named);
    Counted::In(sums::category(state, value(4).as_text()), minor)
}

/// The category that a deal is in, and its amount.
fn said(counted: Counted) -> (Said, Said) {
    let Counted::In(category, minor) = counted else { return (Said::Nothing, Said::Nothing) };
    let word = match category {
        Category::Closed => "opportunity-forecast-category-closed",
        Category::Commit => "opportunity-forecast-category-commit",
        Category::BestCase => "opportunity-forecast-category-best-case",
        Category::Pipeline => "opportunity-forecast-category-pipeline",
        Category::Omitted => "opportunity-forecast-category-omitted",
    };
    (Said::Word(word), Said::minor(minor))
}
