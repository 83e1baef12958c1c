//! Which deals a report of planning is about: those of a pipeline, and like a filter.

use cordee_base::{Date, Id, Moment, Outcome};
use cordee_catalog::opportunity::{OPPORTUNITY, OWNER, PIPELINE as OF};
use cordee_catalog::pipeline::{ACTIVE, ORDER, PIPELINE};
use cordee_kit::{Answers, Offered, Question, Said, Wish};
use cordee_records::system::user::{ACTIVE as WORKS, USER};
use cordee_records::{Gate, Query, Sort};
use cordee_schema::{Filter, Operator, Path, Value, system};

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

/// Whose deals.
pub const OWNER_ASKED: Question = Question { name: "owner", answer: Answers::Found(owners_or_all) };

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
    let owner = wish.option(OWNER_ASKED.name).and_then(|key| key.parse().ok());
    let owner = owner.map_or_else(Filter::everything, |id| {
        Filter::compare(deals::of(OWNER), Operator::Is, Value::Link(id))
    });
    wish.filter.clone().and(pipeline).and(owner)
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
