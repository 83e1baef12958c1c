//! What is closed, committed, possible and in the pipeline, for each person and in all.

use std::collections::BTreeMap;

use cordee_base::{Decimal, Id, Outcome};
use cordee_catalog::opportunity::{AMOUNT, FORECAST_CATEGORY, OWNER, PROBABILITY, STATE};
use cordee_kit::{Behind, Drawn, Fact, ReportPart, Row, Said, Sheet};
use cordee_records::{By, Gate, GroupRow, Grouping, Measure, Reckon};
use cordee_rules::pipeline::State;
use cordee_rules::rollup::{Category, Figures};
use cordee_schema::{Filter, Operator, Value};

use super::Asked;
use cordee_catalog::deals;

/// By person.
pub static CATEGORIES: Sheet = Sheet {
    name: "categories",
    columns: &[
        "person",
        "closed",
        "commit",
        "best_case",
        "pipeline",
        "weighted",
        "commit_forecast",
        "best_case_forecast",
    ],
    drawn: Drawn::Plain,
    may_be_empty: true,
};

/// What somebody's deals come to.
#[derive(Clone, Default)]
struct Share {
    name: String,
    figures: Figures,
    /// Closed, and what is open as far as it is likely, in minor units.
    weighted: Decimal,
}

/// The figures of all, and the table by person.
pub fn told(gate: &mut Gate<'_>, asked: &Asked) -> Outcome<(Vec<Fact>, ReportPart)> {
    let (mut all, mut people) = (Share::default(), BTreeMap::<Option<Id>, Share>::new());
    for row in grouped(gate, asked)? {
        let owner = row.keys.first().and_then(|key| key.value.as_link());
        let share = people.entry(owner).or_default();
        share.name = row.keys.first().map(|key| key.text.clone()).unwrap_or_default();
        for share in [share, &mut all] {
            add(share, &row);
        }
    }
    let behind = |filter: Filter| Some(Behind::Records(filter.text(), asked.day));
    let won = || deals::in_states(State::keys(State::is_won));
    let facts = vec![
        Fact {
            name: "closed",
            said: Said::minor(all.figures.closed),
            behind: behind(asked.filter.clone().and(won())),
        },
        Fact { name: "commit_forecast", said: Said::minor(all.figures.commit_forecast()), behind: None },
        Fact {
            name: "best_case_forecast",
            said: Said::minor(all.figures.best_case_forecast()),
            behind: None,
        },
        Fact { name: "weighted", said: Said::Money(all.weighted), behind: behind(asked.filter.clone()) },
    ];
    let row = |(owner, share): (&Option<Id>, &Share)| {
        let name = if owner.is_some() { Said::Text(share.name.clone()) } else { Said::Word("none") };
        let whose = match owner {
            Some(id) => Filter::compare(deals::of(OWNER), Operator::Is, Value::Link(*id)),
            None => Filter::everything(),
        };
        let row = Row::of(cells(name, share));
        match behind(asked.filter.clone().and(whose)) {
            Some(behind) if owner.is_some() => row.behind(behind),
            _ => row,
        }
    };
    let mut rows: Vec<(i128, Row)> =
        people.iter().map(|entry| (entry.1.figures.best_case_forecast(), row(entry))).collect();
    rows.sort_by_key(|(most, _)| std::cmp::Reverse(*most));
    let mut rows: Vec<Row> = rows.into_iter().map(|(_, row)| row).collect();
    if rows.len() > 1 {
        rows.push(Row::named("all", cells(Said::Word("metric-total"), &all)).whole());
    }
    Ok((facts, CATEGORIES.with(rows)))
}

fn grouped(gate: &mut Gate<'_>, asked: &Asked) -> Outcome<Vec<GroupRow>> {
    let by = |path| By { path, period: None };
    gate.group(&Grouping {
        object: &cordee_catalog::opportunity::OPPORTUNITY,
        by: vec![by(deals::of(OWNER)), by(deals::of(STATE)), by(deals::of(FORECAST_CATEGORY))],
        measures: vec![
            Measure::of(Reckon::Sum(deals::of(AMOUNT))),
            Measure::of(Reckon::Weighted(deals::of(AMOUNT), deals::of(PROBABILITY))),
        ],
        filter: asked.filter.clone(),
        as_of: asked.as_of,
    })
}

/// Adds what a group of deals comes to; one that is won is closed, whatever else it is called.
fn add(share: &mut Share, row: &GroupRow) {
    let text = |place: usize| row.keys.get(place).and_then(|key| key.value.as_text());
    let sum = row.values.first().copied().flatten().unwrap_or_default();
    let minor = i128::try_from(sum.round()).unwrap_or_default();
    let won = text(1).and_then(State::named).is_some_and(State::is_won);
    let category = text(2).and_then(Category::named).filter(|category| *category != Category::Closed);
    let figures = &mut share.figures;
    match if won { Category::Closed } else { category.unwrap_or(Category::Pipeline) } {
        Category::Closed => figures.closed += minor,
        Category::Commit => figures.commit += minor,
        Category::BestCase => figures.best_case += minor,
        Category::Pipeline => figures.pipeline += minor,
        Category::Omitted => figures.omitted += minor,
    }
    // A sum of amounts times per cent is a hundred times too large.
    share.weighted += if won {
        sum
    } else {
        row.values.get(1).copied().flatten().unwrap_or_default() / Decimal::ONE_HUNDRED
    };
}

fn cells(name: Said, share: &Share) -> Vec<Said> {
    let figures = &share.figures;
    vec![
        name,
        Said::minor(figures.closed),
        Said::minor(figures.commit),
        Said::minor(figures.best_case),
        Said::minor(figures.pipeline),
        Said::Money(share.weighted),
        Said::minor(figures.commit_forecast()),
        Said::minor(figures.best_case_forecast()),
    ]
}
