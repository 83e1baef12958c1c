//! The figures of a period, person by person up the tree, and category by category.

use std::collections::HashMap;

use cordee_base::{Id, Moment, Outcome};
use cordee_catalog::forecast_call::{COMMENT, FORECAST_CALL};
use cordee_kit::{Behind, Drawn, Fact, ReportPart, Row, Said, Sheet};
use cordee_records::system::user::USER;
use cordee_records::{Gate, Query};
use cordee_rules::calls::Timely;
use cordee_rules::rollup::{Category, Figures};

use super::read::Call;
use super::{Asked, Standing, note};
use crate::planning::sums;
use crate::planning::titles::Titles;

/// The figures that stand alone.
pub const FACTS: &[&str] = &[
    "closed",
    "deals_commit",
    "called_commit",
    "called_best_case",
    "called_people",
    "missing_people",
    "due_next",
];

/// Person by person: own + below + adjusted = what rises. All are commit forecasts.
pub static TREE: Sheet = Sheet {
    name: "call_tree",
    columns: &[
        "person",
        "deals_commit",
        "own_call",
        "below",
        "adjusted",
        "rises",
        "called_on",
        "timely",
        "comment",
    ],
    drawn: Drawn::Plain,
    may_be_empty: true,
};

/// Category by category: submitted + adjusted = what rises.
pub static BY_CATEGORY: Sheet = Sheet {
    name: "call_categories",
    columns: &["category", "deals_come_to", "submitted", "adjusted", "rises"],
    drawn: Drawn::Plain,
    may_be_empty: false,
};

/// The word for who has not submitted in time.
const MISSING: &str = "report-timely-missing";

/// The figures side by side.
pub fn facts(gate: &Gate<'_>, asked: &Asked, standing: &Standing) -> ReportPart {
    let deals = standing.deals(&asked.people).figures;
    let top = standing.tree.top();
    let filter = asked.filter.clone().and(sums::counting(&asked.period));
    let behind = asked.focus.is_none().then(|| Behind::Records(filter.text(), asked.day));
    let fact = |name, said| Fact { name, said, behind: None };
    let standings = standings(asked, standing);
    let missing = standings.values().filter(|timely| **timely == MISSING).count();
    let mut facts = vec![
        fact("closed", Said::minor(deals.closed)),
        Fact { name: "deals_commit", said: Said::minor(deals.commit_forecast()), behind },
        fact("called_commit", Said::minor(top.commit_forecast())),
        fact("called_best_case", Said::minor(top.best_case_forecast())),
        fact("called_people", Said::count(standings.len() - missing)),
        fact("missing_people", Said::count(missing)),
    ];
    if let Some(round) = &asked.round {
        facts.push(fact("due_next", Said::Day(round.next.date_in(gate.zone()))));
    }
    ReportPart::Facts(facts)
}

/// The tree and the categories, and what is to be said of them.
pub fn told(gate: &mut Gate<'_>, asked: &Asked, standing: &Standing) -> Outcome<Vec<ReportPart>> {
    let mut parts = Vec::new();
    let walk = standing.tree.walk();
    let titles = Titles::of(gate, USER.name, walk.iter().map(|(id, _)| *id))?;
    if !standing.tree.circle.is_empty() {
        let names: Vec<String> = standing
            .tree
            .circle
            .iter()
            .filter_map(|id| asked.staff.person(*id))
            .map(|one| one.name.clone())
            .collect();
        parts.push(note("report-call-circle", vec![("people", Said::Text(names.join(", ")))]));
    }
    let outside = asked.focus.is_none().then(|| outside(asked, standing)).flatten();
    if let Some(minor) = outside {
        parts.push(note("report-call-outside", vec![("amount", Said::minor(minor))]));
    }
    let last = last_calls(&standing.calls);
    let comments = comments(gate, last.values().map(|call| call.id).collect())?;
    let standings = standings(asked, standing);
    let row = |(id, level): &(Id, u8)| {
        let figures = standing.tree.level(*id)?;
        let (submitted, adjusted) = standing.tree.said(*id);
        let deals = standing.sums.get(&Some(*id)).map(|sums| sums.figures.commit_forecast());
        let commit = |show: bool, figures: &Figures| match show {
            true => Said::minor(figures.commit_forecast()),
            false => Said::Nothing,
        };
        let calls = [true, false].map(|team| last.get(&(*id, team)));
        let latest = calls.iter().flatten().max_by_key(|call| call.at);
        let comment: Vec<&str> =
            calls.iter().flatten().filter_map(|call| comments.get(&call.id)).map(String::as_str).collect();
        let leads = standing.tree.leads(*id);
        Some(
            Row::of(vec![
                titles.text(*id),
                deals.map_or(Said::Nothing, Said::minor),
                commit(submitted, &figures.own),
                commit(leads, &figures.below),
                commit(adjusted, &figures.delta),
                commit(true, &figures.rises),
                latest.map_or(Said::Nothing, |call| Said::Day(call.at.date_in(gate.zone()))),
                standings.get(id).map_or(Said::Nothing, |timely| Said::Word(timely)),
                Said::Text(comment.join(" · ")),
            ])
            .level(*level)
            .behind(Behind::Asking("whose", id.to_string())),
        )
    };
    parts.push(TREE.with(walk.iter().filter_map(row).collect()));
    parts.push(by_category(asked, standing));
    Ok(parts)
}

/// Who has deals, or said something before, and has not submitted in time; in the order of their ids.
pub fn missing(asked: &Asked, standing: &Standing) -> Vec<Id> {
    let standings = standings(asked, standing).into_iter();
    let mut missing: Vec<Id> = standings.filter(|(_, timely)| *timely == MISSING).map(|(id, _)| id).collect();
    missing.sort_unstable();
    missing
}

/// Whether those who have deals, or said something, did so in time. Without a deadline they have done so or not.
fn standings(asked: &Asked, standing: &Standing) -> HashMap<Id, &'static str> {
    let last = last_calls(&standing.calls);
    let timely = |said: Option<Moment>| match (&asked.round, said) {
        (Some(round), said) => match round.timely(said) {
            Timely::Early => "report-timely-early",
            Timely::InTime => "report-timely-in-time",
            Timely::Missing => MISSING,
        },
        (None, Some(_)) => "report-timely-early",
        (None, None) => MISSING,
    };
    let walk = standing.tree.walk().into_iter().map(|(id, _)| id);
    let due = walk.filter(|id| {
        let active = asked.staff.person(*id).is_some_and(|person| person.active);
        last.contains_key(&(*id, false)) || active && standing.sums.contains_key(&Some(*id))
    });
    due.map(|id| (id, timely(last.get(&(id, false)).map(|call| call.at)))).collect()
}

/// What the deals come to that are nobody's, or of people whose forecasts the asker does not see.
fn outside(asked: &Asked, standing: &Standing) -> Option<i128> {
    let others = standing.sums.iter().filter(|(owner, _)| owner.is_none_or(|id| !asked.seen.contains(&id)));
    let sum: i128 = others.map(|(_, sums)| sums.figures.commit_forecast()).sum();
    (sum != 0).then_some(sum)
}

fn by_category(asked: &Asked, standing: &Standing) -> ReportPart {
    let deals = standing.deals(&asked.people).figures;
    let (own, deltas) = standing.tree.own_and_deltas();
    let all = [deals, own, deltas, standing.tree.top()];
    let row = |name, word, of: fn(&Figures) -> i128| {
        let cells =
            std::iter::once(Said::Word(word)).chain(all.iter().map(|figures| Said::minor(of(figures))));
        Row::named(name, cells.collect())
    };
    BY_CATEGORY.with(vec![
        row("closed", "opportunity-forecast-category-closed", |all| all.get(Category::Closed)),
        row("commit", "opportunity-forecast-category-commit", |all| all.get(Category::Commit)),
        row("commit_forecast", "report-column-commit-forecast", Figures::commit_forecast).whole(),
        row("best_case", "opportunity-forecast-category-best-case", |all| all.get(Category::BestCase)),
        row("best_case_forecast", "report-column-best-case-forecast", Figures::best_case_forecast).whole(),
        row("pipeline", "opportunity-forecast-category-pipeline", |all| all.get(Category::Pipeline)),
    ])
}

/// The last that each said of their own deals, and of their team's.
fn last_calls(calls: &[Call]) -> HashMap<(Id, bool), &Call> {
    calls.iter().map(|call| ((call.owner, call.team), call)).collect()
}

/// What was said about these.
pub fn comments(gate: &mut Gate<'_>, calls: Vec<Id>) -> Outcome<HashMap<Id, String>> {
    let most = usize::try_from(Query::MOST).unwrap_or(usize::MAX);
    let Ok(object) = gate.object(FORECAST_CALL.name) else { return Ok(HashMap::new()) };
    let mut comments = HashMap::new();
    for some in calls.chunks(most) {
        let query = Query {
            only: Some(some.to_vec()),
            fields: Some(vec![COMMENT.name()]),
            limit: Query::MOST,
            ..Query::of(object)
        };
        let found = gate.list(&query)?.records;
        comments.extend(found.iter().filter_map(|record| Some((record.head.id, record.get(COMMENT)?))));
    }
    Ok(comments)
}
