//! What is closed, committed, possible and in the pipeline, for each person and in all.

use cordee_base::{Id, Outcome};
use cordee_catalog::deals;
use cordee_catalog::opportunity::OWNER;
use cordee_kit::{Behind, Drawn, Fact, ReportPart, Row, Said, Sheet};
use cordee_records::Gate;
use cordee_rules::pipeline::State;
use cordee_schema::{Filter, Operator, Value};

use super::Asked;
use crate::planning::sums::{self, Sums};

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

/// The figures of all, and the table by person.
pub fn told(gate: &mut Gate<'_>, asked: &Asked) -> Outcome<(Vec<Fact>, ReportPart)> {
    let people = sums::by_owner(gate, asked.filter.clone(), asked.as_of)?;
    let all = people.values().fold(Sums::default(), |all, sums| all.plus(sums));
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
    let row = |(owner, share): (&Option<Id>, &Sums)| {
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

fn cells(name: Said, share: &Sums) -> Vec<Said> {
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
