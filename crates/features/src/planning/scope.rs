//! Which deals a report of planning is about: those of a pipeline, and like a filter.

use std::collections::BTreeSet;

use cordee_base::{Date, Id, Moment, Outcome};
use cordee_catalog::opportunity::{OPPORTUNITY, OWNER, PIPELINE as OF};
use cordee_catalog::pipeline::{ACTIVE, ORDER, PIPELINE};
use cordee_kit::{Answers, Offered, Question, Said, Wish};
use cordee_records::system::team::TEAM;
use cordee_records::system::user::{ACTIVE as WORKS, TEAM as WORKS_IN, USER};
use cordee_records::{Gate, Query, Sort};
use cordee_schema::filter::MOST_CONDITIONS;
use cordee_schema::{Condition, Filter, Operand, Operator, Path, Value, system};

use super::periods;
use super::staff::Staff;
use cordee_catalog::deals;

/// The key that stands for all pipelines.
pub const ALL: &str = "all";

/// In which pipeline.
pub const PIPELINE_ASKED: Question = Question { name: "pipeline", answer: Answers::Found(pipelines_or_all) };

/// In which pipeline, and it must be one.
pub const ONE_PIPELINE: Question = Question { name: "pipeline", answer: Answers::Found(pipelines) };

/// The pipelines that can be chosen, in their order.
pub fn pipelines(gate: &mut Gate<'_>) -> Outcome<Offered> {
    let Ok(object) = gate.object(PIPELINE.name) else { return Ok(Vec::new()) };
    let query = Query {
        sort: vec![Sort { field: ORDER.name(), descending: false }],
        limit: Query::MOST,
        ..Query::of(object)
    };
    let in_use = Filter::compare(
        Path::field(object, object.field(ACTIVE.name()).unwrap_or(&ACTIVE.def)),
        Operator::Is,
        Value::YesNo(true),
    );
    let found = gate.list(&query.filter(in_use))?;
    Ok(found.records.iter().map(|record| (record.head.id.to_string(), Said::Text(record.title()))).collect())
}

/// As it stood at the end of which day.
pub const DAY_ASKED: Question = Question { name: "as_of", answer: Answers::Day(None) };

/// The day that is over as of which something is asked, and its end; none for now.
pub fn past_asked(gate: &Gate<'_>, wish: &Wish) -> Option<(Date, Moment)> {
    let day = wish.day(DAY_ASKED.name).filter(|day| *day < gate.today())?;
    Some((day, periods::end_of(gate, day)))
}

/// Whose deals.
pub const OWNER_ASKED: Question = Question {
    name: "owner",
    answer: Answers::Narrows(owners_or_all, |_, key| {
        Ok(key.parse().map_or_else(|_| Filter::everything(), |id| deals::owned_by([id])))
    }),
};

/// Everybody who works here and may be seen, by name.
fn owners_or_all(gate: &mut Gate<'_>) -> Outcome<Offered> {
    let mut all = vec![(ALL.to_owned(), Said::Word("report-all-people"))];
    let Ok(object) = gate.object(USER.name) else { return Ok(all) };
    let query = Query { limit: Query::MOST, ..Query::of(object) };
    let works =
        Filter::is(Path::field(object, object.field(WORKS.name()).unwrap_or(&WORKS.def)), Value::YesNo(true));
    let mut people = gate.list(&query.filter(works))?.records;
    people.sort_by_key(cordee_schema::Record::title);
    all.extend(people.iter().map(|person| (person.head.id.to_string(), Said::Text(person.title()))));
    Ok(all)
}

/// Of the deals of which team, with those below it.
pub const TEAM_ASKED: Question = Question {
    name: "team",
    answer: Answers::Narrows(teams_or_all, |gate, key| of_team(gate, key.parse().ok())),
};

/// All teams, and each that the asker may see.
pub fn teams_or_all(gate: &mut Gate<'_>) -> Outcome<Offered> {
    let mut all = vec![(ALL.to_owned(), Said::Word("report-all-teams"))];
    if let Ok(object) = gate.object(TEAM.name) {
        let found = gate.list(&Query::of(object).limit(Query::MOST))?;
        all.extend(found.records.iter().map(|team| (team.head.id.to_string(), Said::Text(team.title()))));
    }
    Ok(all)
}

/// Deals of the people of a team and of those below it; all where none is said.
pub fn of_team(gate: &mut Gate<'_>, team: Option<Id>) -> Outcome<Filter> {
    let (Some(team), Some(field)) = (team, USER.field(WORKS_IN.name())) else {
        return Ok(Filter::everything());
    };
    let branch: BTreeSet<Id> = Staff::read(gate)?.branch(team).into_iter().collect();
    let branch: Vec<Value> = branch.into_iter().map(Value::Link).collect();
    let path = Path { steps: vec![deals::of(OWNER).field], object: &USER, field, part: None };
    let some = |teams: &[Value]| {
        let operand = Operand::Values(teams.to_vec());
        Filter::Where(Condition { path: path.clone(), operator: Operator::Is, operand })
    };
    let mut parts: Vec<Filter> = branch.chunks(MOST_CONDITIONS).map(some).collect();
    Ok(if parts.len() == 1 { parts.remove(0) } else { Filter::Any(parts) })
}

fn pipelines_or_all(gate: &mut Gate<'_>) -> Outcome<Offered> {
    let mut all = vec![(ALL.to_owned(), Said::Word("report-all-pipelines"))];
    all.extend(pipelines(gate)?);
    Ok(all)
}

/// The pipeline that is asked about, if one is.
pub fn pipeline(wish: &Wish) -> Option<Id> {
    wish.option("pipeline").and_then(|key| key.parse().ok())
}

/// What the deals are like that are asked about.
pub fn asked(wish: &Wish) -> Filter {
    let pipeline = pipeline(wish)
        .map_or_else(Filter::everything, |id| Filter::compare(deals::of(OF), Operator::Is, Value::Link(id)));
    wish.filter.clone().and(pipeline)
}

/// Deals that were created from one day to another, both among them, where the asker is; either end may be open.
pub fn created(gate: &Gate<'_>, first: Option<Date>, last: Option<Date>) -> Filter {
    let (first, until) = bounds(gate, first, last);
    let bound = |operator, at: Option<Moment>| {
        let path = Path::field(&OPPORTUNITY, &system::CREATED_AT.def);
        at.map_or_else(Filter::everything, |at| Filter::compare(path, operator, Value::Moment(at)))
    };
    bound(Operator::AtLeast, first).and(bound(Operator::Less, until))
}

/// The moment at which the first of some days begins, and that at which the last has ended.
pub fn bounds(gate: &Gate<'_>, first: Option<Date>, last: Option<Date>) -> (Option<Moment>, Option<Moment>) {
    let zone = &gate.reading().zone;
    let begin = |day: Date| zone.start_of(day);
    (first.map(begin), last.map(|day| begin(day.tomorrow().unwrap_or(day))))
}
