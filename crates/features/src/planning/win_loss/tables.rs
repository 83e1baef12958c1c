//! What is told of wins and losses: won by reason; lost by reason, by competitor, by stage, and the lost deals with what was learnt.

use std::cmp::Reverse;
use std::collections::HashMap;

use cordee_base::{Decimal, Id, Outcome};
use cordee_catalog::competitor::COMPETITOR;
use cordee_catalog::opportunity::{
    AMOUNT, COMPETITOR as LOST_TO, COMPETITORS, LOSS_NOTE, LOSS_REASON, OPPORTUNITY,
};
use cordee_catalog::stage::STAGE;
use cordee_kit::{Behind, Drawn, Fact, ReportPart, Row, Said, Sheet, Told};
use cordee_records::{By, Gate, GroupRow, Grouping, Measure, Query, Reckon};
use cordee_rules::figures;
use cordee_rules::pipeline::State;
use cordee_rules::proportion::Share;
use cordee_schema::{Condition, Filter, Operand, Operator, Path, Record, Value};

use super::lost::{Losses, Lost, Sum, lost};
use super::reasons::{self, LOSS_REASONS, WIN_REASONS};
use super::{Asked, NOWHERE};
use crate::planning::stages::say;
use crate::planning::titles::{Titles, beginning};
use cordee_catalog::deals;

/// How many deals are told one by one, and how much of what was learnt from each.
pub const MOST: usize = 100;
const LONG: usize = 240;

/// The figures that stand alone.
pub const FACTS: &[&str] = &["deals_won", "deals_lost", "won_of_closed", "won_value", "lost_value"];

/// The tables.
pub const SHEETS: &[&Sheet] = &[&WIN_REASONS, &LOSS_REASONS, &LOSS_COMPETITORS, &LOSS_STAGES, &LOST_DEALS];

static LOSS_COMPETITORS: Sheet = Sheet {
    name: "loss_competitors",
    columns: &["competitor", "closed_against", "won_against", "lost_to", "value_lost", "rate_against"],
    drawn: Drawn::Plain,
    may_be_empty: true,
};

static LOSS_STAGES: Sheet = Sheet {
    name: "loss_stages",
    columns: &["lost_in", "deals", "share", "value_lost"],
    drawn: Drawn::Bars(1),
    may_be_empty: true,
};

static LOST_DEALS: Sheet = Sheet {
    name: "lost_deals",
    columns: &["deal", "closed_on", "amount", "loss_reason", "competitor", "lost_in", "lesson"],
    drawn: Drawn::Plain,
    may_be_empty: true,
};

/// The parts of the page.
pub fn told(gate: &mut Gate<'_>, asked: &Asked, losses: &Losses) -> Outcome<Told> {
    let (facts, closed) = facts(gate, asked)?;
    let mut parts = vec![ReportPart::Facts(facts)];
    if closed < Share::ENOUGH {
        let names = vec![("closed", Said::count(closed)), ("enough", Said::count(Share::ENOUGH))];
        parts.push(ReportPart::Note("report-note-few-closed", names));
    }
    let stages = Titles::of(gate, STAGE.name, losses.by_stage.keys().copied().flatten())?;
    parts.push(reasons::of_won(gate, asked)?);
    parts.push(reasons::of_lost(gate, asked)?);
    parts.push(competitors(gate, asked)?);
    parts.push(by_stage(&stages, losses));
    parts.push(one_by_one(gate, asked, &stages, &losses.latest)?);
    Ok(Told { parts })
}

/// The figures, and how many deals were closed.
fn facts(gate: &mut Gate<'_>, asked: &Asked) -> Outcome<(Vec<Fact>, u64)> {
    let won = || deals::in_states(State::keys(State::is_won));
    let (_, sums) = gate.group_and_total(&Grouping {
        object: &OPPORTUNITY,
        by: Vec::new(),
        measures: vec![
            Measure::when(Reckon::Count, won()),
            Measure::when(Reckon::Count, lost()),
            Measure::when(Reckon::Sum(deals::of(AMOUNT)), won()),
            Measure::when(Reckon::Sum(deals::of(AMOUNT)), lost()),
        ],
        filter: asked.filter.clone(),
        as_of: asked.as_of(),
    })?;
    let sum = |place: usize| sums.get(place).copied().flatten().unwrap_or_default();
    let share = Share { yes: whole(sum(0)), no: whole(sum(1)) };
    let behind = |filter: Filter| Some(asked.behind(filter));
    let closed = || deals::in_states(State::keys(State::is_closed));
    let fact = |name, said, behind| Fact { name, said, behind };
    let facts = vec![
        fact("deals_won", Said::count(share.yes), behind(won())),
        fact("deals_lost", Said::count(share.no), behind(lost())),
        fact("won_of_closed", say::share(share), behind(closed())),
        fact("won_value", Said::Money(sum(2)), behind(won())),
        fact("lost_value", Said::Money(sum(3)), behind(lost())),
    ];
    Ok((facts, share.cases()))
}

/// A number of deals.
pub fn whole(number: Decimal) -> u64 {
    u64::try_from(number).unwrap_or_default()
}

/// That nothing is said there.
pub fn empty(path: Path) -> Filter {
    Filter::Where(Condition { path, operator: Operator::IsEmpty, operand: Operand::None })
}

/// How often each competitor was met in a deal that is closed, how often it was won, and what was lost to it.
fn competitors(gate: &mut Gate<'_>, asked: &Asked) -> Outcome<ReportPart> {
    let Ok(object) = gate.object(COMPETITOR.name) else { return Ok(LOSS_COMPETITORS.with(Vec::new())) };
    let closed = || deals::in_states(State::keys(State::is_closed));
    let rows = gate.group(&Grouping {
        object: &OPPORTUNITY,
        by: vec![By { path: deals::of(COMPETITORS), period: None }],
        measures: vec![
            Measure::when(Reckon::Count, deals::in_states(State::keys(State::is_won))),
            Measure::when(Reckon::Count, self::lost()),
        ],
        filter: closed().and(deals::filled(COMPETITORS)).and(asked.filter.clone()),
        as_of: asked.as_of(),
    })?;
    let met = rows.iter().filter_map(|row| {
        let sum = |place: usize| whole(row.values.get(place).copied().flatten().unwrap_or_default());
        Some((row.keys.first()?.value.as_link()?, Share { yes: sum(0), no: sum(1) }))
    });
    let met: Vec<(Id, Share)> = met.collect();
    let to = lost_to(gate, asked)?;
    let titles = Titles::of(gate, object.name, met.iter().map(|(id, _)| *id))?;
    let mut met: Vec<(Id, Share, To)> =
        met.into_iter().map(|(id, share)| (id, share, to.get(&id).copied().unwrap_or_default())).collect();
    met.sort_by_key(|(id, share, _)| (Reverse(share.cases()), *id));
    let row = |(id, share, to): &(Id, Share, To)| {
        let against = Filter::compare(deals::of(COMPETITORS), Operator::Has, Value::Link(*id));
        Row::of(vec![
            titles.text(*id),
            Said::count(share.cases()),
            Said::count(share.yes),
            Said::count(to.deals),
            Said::Money(to.value),
            say::share(*share),
        ])
        .behind(asked.behind(closed().and(against)))
    };
    Ok(LOSS_COMPETITORS.with(met.iter().map(row).collect()))
}

/// What was lost to a competitor.
#[derive(Clone, Copy, Default)]
struct To {
    deals: u64,
    value: Decimal,
}

/// What was lost to each.
fn lost_to(gate: &mut Gate<'_>, asked: &Asked) -> Outcome<HashMap<Id, To>> {
    let rows = gate.group(&Grouping {
        object: &OPPORTUNITY,
        by: vec![By { path: deals::of(LOST_TO), period: None }],
        measures: vec![Measure::of(Reckon::Count), Measure::of(Reckon::Sum(deals::of(AMOUNT)))],
        filter: lost().and(asked.filter.clone()).and(deals::filled(LOST_TO)),
        as_of: asked.as_of(),
    })?;
    let to = |row: &GroupRow| {
        let value = |place: usize| row.values.get(place).copied().flatten().unwrap_or_default();
        Some((row.keys.first()?.value.as_link()?, To { deals: whole(value(0)), value: value(1) }))
    };
    Ok(rows.iter().filter_map(to).collect())
}

fn stage_name(stages: &Titles, stage: Option<Id>) -> Said {
    stage.map_or(Said::Word("report-win-loss-never-open"), |id| stages.text(id))
}

/// In which stage deals stood when they were lost; the most first.
fn by_stage(stages: &Titles, losses: &Losses) -> ReportPart {
    let all: u64 = losses.by_stage.values().map(|sum| sum.deals).sum();
    let mut sums: Vec<(Option<Id>, Sum)> =
        losses.by_stage.iter().map(|(stage, sum)| (*stage, *sum)).collect();
    sums.sort_by_key(|(stage, sum)| (Reverse((sum.deals, sum.minor)), *stage));
    let row = |(stage, sum): (Option<Id>, Sum)| {
        let key = stage.map_or_else(|| NOWHERE.to_owned(), |id| id.to_string());
        let share = figures::ratio(Decimal::from(sum.deals), Decimal::from(all));
        let name = stage_name(stages, stage);
        Row::of(vec![name, Said::count(sum.deals), Said::or_none(share, Said::Ratio), Said::minor(sum.minor)])
            .behind(Behind::Asking("lost_in", key))
    };
    LOSS_STAGES.with(sums.into_iter().map(row).collect())
}

/// The lost deals, the latest first, with what was learnt.
fn one_by_one(gate: &mut Gate<'_>, asked: &Asked, stages: &Titles, latest: &[Lost]) -> Outcome<ReportPart> {
    let object = gate.object(OPPORTUNITY.name)?;
    let query = Query {
        fields: Some(vec![object.title, LOSS_REASON.name(), LOST_TO.name(), LOSS_NOTE.name()]),
        limit: Query::MOST,
        as_of: asked.as_of(),
        only: Some(latest.iter().map(|deal| deal.id).collect()),
        ..Query::of(object)
    };
    let found = if latest.is_empty() { Vec::new() } else { gate.list(&query)?.records };
    let known: HashMap<Id, &Record> = found.iter().map(|deal| (deal.head.id, deal)).collect();
    let titles = Titles::of(gate, OPPORTUNITY.name, latest.iter().map(|deal| deal.id))?;
    let rivals = Titles::of(gate, COMPETITOR.name, found.iter().filter_map(|deal| deal.get(LOST_TO)))?;
    let reason = Path::resolve(gate.catalog(), object, LOSS_REASON.name())?;
    let named = |deal: &&Record| Said::Record(OPPORTUNITY.name, deal.head.id, deal.title());
    let row = |lost: &Lost| {
        let deal = known.get(&lost.id);
        let text = |field| deal.and_then(|deal| deal.get(field));
        Row::of(vec![
            deal.map_or_else(|| titles.record(lost.id), named),
            lost.on.map_or(Said::Nothing, Said::Day),
            lost.minor.map_or(Said::Nothing, Said::minor),
            text(LOSS_REASON).map_or(Said::Nothing, |key| Said::Option(reason.clone(), key)),
            deal.and_then(|deal| deal.get(LOST_TO)).map_or(Said::Nothing, |id| rivals.text(id)),
            stage_name(stages, lost.stage),
            text(LOSS_NOTE).map_or(Said::Nothing, |text| Said::Text(beginning(&text, LONG))),
        ])
    };
    Ok(LOST_DEALS.with(latest.iter().map(row).collect()))
}
