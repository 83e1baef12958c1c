//! What is told of coverage: the figures of all, a row for each, and whether quotas add up.

use std::collections::HashSet;

use cordee_base::Id;
use cordee_catalog::opportunity::OWNER;
use cordee_catalog::quota::QUOTA;
use cordee_kit::{Behind, Drawn, Fact, ReportPart, Row, Said, Sheet, Told, Wish};
use cordee_records::system::user::{TEAM as WORKS_IN, USER};
use cordee_rules::pipeline::State;
use cordee_rules::proportion::Share;
use cordee_rules::quota::Sum;
use cordee_schema::{Condition, Filter, Operand, Operator, Path, Value};

use super::checks::{Check, Parts};
use super::credits::{Credits, named};
use super::deals::{Deals, Sums};
use super::rows::{Figures, Line, Whose, figures};
use super::{Asked, By};
use cordee_catalog::deals;

/// How many people, or teams, a filter names at the most.
const MOST_NAMED: usize = cordee_schema::filter::MOST_CONDITIONS;

/// The figures that stand alone.
pub const FACTS: &[&str] = &[
    "quota",
    "won_so_far",
    "attainment",
    "pace",
    "left",
    "per_week",
    "open_closing",
    "weighted_closing",
    "covers_quota",
    "covers_rest",
    "weighted_covers_quota",
    "weighted_covers_rest",
    "target_coverage",
    "missing_pipeline",
];

/// The tables.
pub const SHEETS: &[&Sheet] = &[&QUOTA_ROWS, &COVERAGE_ROWS, &QUOTA_CHECKS];

static QUOTA_ROWS: Sheet = Sheet {
    name: "quota_rows",
    columns: &["whose", "quota", "won_so_far", "attainment", "pace", "left", "per_week"],
    drawn: Drawn::Bars(3),
    may_be_empty: true,
};

static COVERAGE_ROWS: Sheet = Sheet {
    name: "coverage_rows",
    columns: &[
        "whose",
        "open_closing",
        "covers_quota",
        "covers_rest",
        "weighted_closing",
        "weighted_covers_quota",
        "weighted_covers_rest",
        "target_coverage",
        "closed_before",
        "missing_pipeline",
    ],
    drawn: Drawn::Plain,
    may_be_empty: true,
};

static QUOTA_CHECKS: Sheet = Sheet {
    name: "quota_checks",
    columns: &["quota", "split_into", "parts", "amount", "parts_sum", "difference", "verdict"],
    drawn: Drawn::Plain,
    may_be_empty: true,
};

/// What all tables need: what is asked, and who shares in the credit.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// What is asked.
    pub wish: &'a Wish,
    /// The same, read.
    pub asked: &'a Asked,
    /// Who has a share in which deals.
    pub credits: &'a Credits,
}

/// The parts of the page.
pub fn told(scene: &Scene<'_>, lines: &[Line], deals: &Deals, checks: &[Check<'_>]) -> Told {
    let counted: Vec<&Line> = lines.iter().filter(|line| line.counts && line.quota.is_some()).collect();
    let quota = counted.iter().filter_map(|line| line.quota).reduce(i64::saturating_add);
    let (sums, theirs) = whole(scene, &counted, deals);
    let mut parts = vec![ReportPart::Facts(facts(scene, quota, &sums, theirs))];
    if quota.is_none() {
        parts.push(ReportPart::Note("report-coverage-no-quota", Vec::new()));
    }
    if sums.closed_before < Share::ENOUGH {
        let names = vec![("closed", Said::count(sums.closed_before)), ("enough", Said::count(Share::ENOUGH))];
        parts.push(ReportPart::Note("report-coverage-few", names));
    }
    let (quotas, pipelines) = lines.iter().map(|line| rows(scene, line)).unzip();
    parts.push(QUOTA_ROWS.with(quotas));
    parts.push(COVERAGE_ROWS.with(pipelines));
    parts.push(QUOTA_CHECKS.with(checks.iter().map(check_row).collect()));
    Told { parts }
}

/// What the deals of all who have a quota come to, and which deals these are, if that can be said; of everybody's, where
/// nobody has a quota.
fn whole(scene: &Scene<'_>, counted: &[&Line], deals: &Deals) -> (Sums, Option<Filter>) {
    let mut sums = Sums::default();
    if counted.is_empty() {
        deals.values().for_each(|more| sums.add(more));
        return (sums, Some(Filter::everything()));
    }
    counted.iter().for_each(|line| sums.add(&line.sums));
    let sellers = counted.iter().flat_map(|line| line.sellers.iter().copied()).collect();
    let teams: Vec<Id> = counted.iter().flat_map(|line| line.teams.iter().copied()).collect();
    (sums, credited(scene, &sellers, &teams))
}

fn facts(scene: &Scene<'_>, quota: Option<i64>, sums: &Sums, theirs: Option<Filter>) -> Vec<Fact> {
    let asked = scene.asked;
    let of = figures(asked, quota, sums);
    let deals = |like: fn(State) -> bool| {
        // What families come to can't be said in one filter.
        let theirs = theirs.clone().filter(|_| asked.by != By::Series)?;
        let all = of_state(like).and(within(scene)).and(theirs);
        Some(Behind::Records(all.text(), asked.day))
    };
    let fact = |name, said| Fact { name, said, behind: None };
    let won = deals(State::is_won);
    let open = deals(|state| state == State::Open);
    vec![
        fact("quota", Said::or_none(quota, Said::minor)),
        Fact { name: "won_so_far", said: Said::Money(sums.won), behind: won },
        fact("attainment", Said::or_none(of.attainment, Said::Ratio)),
        fact("pace", Said::or_none(of.pace, Said::Ratio)),
        fact("left", Said::or_none(of.left, Said::minor)),
        fact("per_week", Said::or_none(of.per_week, Said::Money)),
        Fact { name: "open_closing", said: Said::Money(sums.open), behind: open.clone() },
        Fact { name: "weighted_closing", said: Said::Money(sums.weighted), behind: open },
        fact("covers_quota", Said::or_none(of.coverage.quota, Said::Number)),
        fact("covers_rest", Said::or_none(of.coverage.rest, Said::Number)),
        fact("weighted_covers_quota", Said::or_none(of.weighted.quota, Said::Number)),
        fact("weighted_covers_rest", Said::or_none(of.weighted.rest, Said::Number)),
        fact("target_coverage", Said::or_none(of.target, Said::Number)),
        fact("missing_pipeline", Said::or_none(of.missing, Said::Money)),
    ]
}

/// What is won of the quota of a row, and whether its pipeline is enough for the rest.
fn rows(scene: &Scene<'_>, line: &Line) -> (Row, Row) {
    let Figures { attainment, pace, left, per_week, coverage, weighted, target, missing } =
        figures(scene.asked, line.quota, &line.sums);
    let sums = &line.sums;
    let name = || match &line.whose {
        Whose::Person(None) => Said::Word("none"),
        _ => Said::Text(line.name.clone()),
    };
    let quota = Row::of(vec![
        name(),
        line.quota.map_or(Said::Nothing, Said::minor),
        Said::Money(sums.won),
        Said::or_none(attainment, Said::Ratio),
        Said::or_none(pace, Said::Ratio),
        left.map_or(Said::Nothing, Said::minor),
        Said::or_none(per_week, Said::Money),
    ]);
    let pipeline = Row::of(vec![
        name(),
        Said::Money(sums.open),
        Said::or_none(coverage.quota, Said::Number),
        Said::or_none(coverage.rest, Said::Number),
        Said::Money(sums.weighted),
        Said::or_none(weighted.quota, Said::Number),
        Said::or_none(weighted.rest, Said::Number),
        Said::or_none(target, Said::Number),
        Said::count(sums.closed_before),
        Said::or_none(missing, Said::Money),
    ]);
    let resting = |row: Row, like: fn(State) -> bool| match behind(scene, line, like) {
        Some(behind) => row.behind(behind),
        None => row,
    };
    (resting(quota, State::is_won), resting(pipeline, |state| state == State::Open))
}

/// The deals of a row that are like this in the period.
fn behind(scene: &Scene<'_>, line: &Line, like: fn(State) -> bool) -> Option<Behind> {
    let theirs = credited(scene, &line.sellers, &line.teams)?;
    let all = of_state(like).and(within(scene)).and(theirs);
    let text = match &line.whose {
        Whose::Series(series) => {
            let family = format!("product.series = {}", cordee_schema::filter::quoted(series));
            format!("{} and {family}", all.text())
        }
        _ => all.text(),
    };
    Some(Behind::Records(text, scene.asked.day))
}

/// The deals that are asked about and close in the period.
fn within(scene: &Scene<'_>) -> Filter {
    let period = scene.asked.period;
    deals::closing(period.first(), period.last()).and(scene.wish.filter.clone())
}

/// Deals of these people and those in which they have a share; none where they can't all be named.
fn credited(scene: &Scene<'_>, sellers: &HashSet<Option<Id>>, teams: &[Id]) -> Option<Filter> {
    let own = theirs(sellers, teams)?;
    let shared: Vec<Id> = scene.credits.of(sellers).into_iter().collect();
    match shared.len() {
        0 => Some(own),
        1..=MOST_NAMED => Some(Filter::Any(vec![own, named(&shared)])),
        _ => None,
    }
}

/// Deals of these people, by name or, where they are too many, by their teams; none where these are too many as well.
fn theirs(sellers: &HashSet<Option<Id>>, teams: &[Id]) -> Option<Filter> {
    people(sellers).or_else(|| {
        if !(1..=MOST_NAMED).contains(&teams.len()) {
            return None;
        }
        let team = USER.field(WORKS_IN.name())?;
        let path = Path { steps: vec![deals::of(OWNER).field], object: &USER, field: team, part: None };
        let ids = teams.iter().copied().map(Value::Link).collect();
        Some(Filter::Where(Condition { path, operator: Operator::Is, operand: Operand::Values(ids) }))
    })
}

/// Deals of these; none where they are too many to be named.
fn people(sellers: &HashSet<Option<Id>>) -> Option<Filter> {
    let mut ids: Vec<Id> = sellers.iter().copied().flatten().collect();
    ids.sort_unstable();
    let path = deals::of(OWNER);
    let nobody = Condition { path: path.clone(), operator: Operator::IsEmpty, operand: Operand::None };
    match (ids.len(), sellers.contains(&None)) {
        (0, true) => Some(Filter::Where(nobody)),
        (1..=MOST_NAMED, false) => {
            let ids = ids.into_iter().map(Value::Link).collect();
            Some(Filter::Where(Condition { path, operator: Operator::Is, operand: Operand::Values(ids) }))
        }
        _ => None,
    }
}

fn check_row(check: &Check<'_>) -> Row {
    let quota = check.quota;
    let into = match check.parts {
        Parts::People => "report-coverage-into-people",
        Parts::Quarters => "report-coverage-into-quarters",
        Parts::Months => "report-coverage-into-months",
    };
    let (verdict, difference) = match check.verdict {
        Sum::Exact => ("report-coverage-exact", 0),
        Sum::Missing(_) if check.count == 0 => ("report-coverage-not-split", -i128::from(quota.minor)),
        Sum::Missing(minor) => ("report-coverage-missing", -minor),
        Sum::Over(minor) => ("report-coverage-over", minor),
    };
    Row::of(vec![
        Said::Record(QUOTA.name, quota.id, quota.title.clone()),
        Said::Word(into),
        Said::count(check.count),
        Said::minor(quota.minor),
        Said::minor(check.sum),
        Said::minor(difference),
        Said::Word(verdict),
    ])
    .behind(Behind::Record(QUOTA.name, quota.id))
}

/// Deals of these states, as far as they are reckoned: of the open ones those that count as opportunities.
fn of_state(like: fn(State) -> bool) -> Filter {
    let deals = deals::in_states(State::keys(like));
    if like(State::Open) { deals.and(deals::counting()) } else { deals }
}
