//! Everything that was submitted for a period, the last first: what was said, by how much it changed, what the deals
//! came to.

use std::collections::HashMap;

use cordee_base::{Id, Outcome};
use cordee_catalog::forecast_call::FORECAST_CALL;
use cordee_kit::{Behind, Drawn, ReportPart, Row, Said, Sheet};
use cordee_records::Gate;
use cordee_records::system::user::USER;

use super::read::Call;
use super::{Asked, Standing, rows};
use crate::planning::titles::Titles;

/// How many are told.
const MOST: usize = 50;

/// What was submitted, the last first.
pub static HISTORY: Sheet = Sheet {
    name: "call_history",
    columns: &[
        "called_on",
        "person",
        "covers",
        "commit_forecast",
        "since_before",
        "best_case_forecast",
        "deals_commit",
        "comment",
    ],
    drawn: Drawn::Plain,
    may_be_empty: true,
};

/// The history of those who are asked about.
pub fn told(gate: &mut Gate<'_>, asked: &Asked, standing: &Standing) -> Outcome<ReportPart> {
    let mut before: HashMap<(Id, bool), i128> = HashMap::new();
    let mut told: Vec<(&Call, Option<i128>)> = Vec::new();
    for call in standing.calls.iter().filter(|call| asked.focus.is_none_or(|id| id == call.owner)) {
        let now = call.commit_forecast();
        let then = now.and_then(|now| before.insert((call.owner, call.team), now));
        told.push((call, now.zip(then).map(|(now, then)| now - then)));
    }
    told.reverse();
    told.truncate(MOST);
    let titles = Titles::of(gate, USER.name, told.iter().map(|(call, _)| call.owner))?;
    let comments = rows::comments(gate, told.iter().map(|(call, _)| call.id).collect())?;
    let row = |(call, change): &(&Call, Option<i128>)| {
        let said = |minor: Option<i128>| minor.map_or(Said::Nothing, Said::minor);
        let covers = if call.team { "forecast-call-covers-team" } else { "forecast-call-covers-own" };
        Row::of(vec![
            Said::Day(call.at.date_in(gate.zone())),
            titles.text(call.owner),
            Said::Word(covers),
            said(call.commit_forecast()),
            said(*change),
            said(call.best_case_forecast()),
            Said::minor(call.deals_then().commit_forecast()),
            Said::Text(comments.get(&call.id).cloned().unwrap_or_default()),
        ])
        .behind(Behind::Record(FORECAST_CALL.name, call.id))
    };
    Ok(HISTORY.with(told.iter().map(row).collect()))
}
