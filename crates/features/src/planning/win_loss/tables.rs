//! What is told of wins and losses: won by reason; lost by reason, by competitor, by stage, and the lost deals with what was learnt.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use cordee_base::{Decimal, Id, Outcome};
use cordee_catalog::competitor::COMPETITOR;
use cordee_catalog::opportunity::{AMOUNT, COMPETITORS, LOSS_NOTE, LOSS_REASON, OPPORTUNITY};
use cordee_catalog::stage::STAGE;
use cordee_kit::{Behind, Drawn, Fact, ReportPart, Row, Said, Sheet, Told};
use cordee_records::{By, Gate, Grouping, Measure, Query, Reckon};
use cordee_rules::figures;
use cordee_rules::pipeline::State;
use cordee_rules::proportion::Share;
use cordee_schema::{Condition, Filter, Operand, Operator, Path, Value};

use super::lost::{Lost, lost};
use super::won::{self, WIN_REASONS};
use super::{NOWHERE, Place};
use crate::planning::stages::say;
use crate::planning::titles::{Titles, beginning};
use cordee_catalog::deals;

/// How many deals are told one by one, and how much of what was learnt from each.
const MOST: usize = 100;
const LONG: usize = 240;

/// The figures that stand alone.
pub const FACTS: &[&str] = &["deals_won", "deals_lost", "won_of_closed", "won_value", "lost_value"];

/// The tables.
pub const SHEETS: &[&Sheet] = &[&WIN_REASONS, &LOSS_REASONS, &LOSS_COMPETITORS, &LOSS_STAGES, &LOST_DEALS];

static LOSS_REASONS: Sheet = Sheet {
    name: "loss_reasons",
    columns: &["loss_reason", "deals", "share", "value_lost"],
    drawn: Drawn::Bars(1),
    may_be_empty: true,
};

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

/// What some lost deals come to.
#[derive(Clone, Copy, Default)]
struct Sum {
    deals: u64,
    minor: i128,
}

impl Sum {
    fn add(&mut self, deal: &Lost) {
        self.deals += 1;
        self.minor += i128::from(deal.minor.unwrap_or(0));
    }
}

/// The parts of the page.
pub fn told(gate: &mut Gate<'_>, asked: &Filter, lost: &[Lost], place: Place) -> Outcome<Told> {
    let (facts, closed) = facts(gate, asked)?;
    let mut parts = vec![ReportPart::Facts(facts)];
    if closed < Share::ENOUGH {
        let names = vec![("closed", Said::count(closed)), ("enough", Said::count(Share::ENOUGH))];
        parts.push(ReportPart::Note("report-note-few-closed", names));
    }
    let stages = Titles::of(gate, STAGE.name, lost.iter().filter_map(|deal| deal.stage))?;
    parts.push(won::told(gate, asked)?);
    parts.push(reasons(gate, asked, lost)?);
    parts.push(competitors(gate, asked, lost)?);
    parts.push(by_stage(&stages, lost));
    parts.push(one_by_one(gate, &stages, lost, place)?);
    Ok(Told { parts })
}

/// The figures, and how many deals were closed.
fn facts(gate: &mut Gate<'_>, asked: &Filter) -> Outcome<(Vec<Fact>, u64)> {
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
        filter: asked.clone(),
        as_of: None,
    })?;
    let sum = |place: usize| sums.get(place).copied().flatten().unwrap_or_default();
    let share = Share { yes: whole(sum(0)), no: whole(sum(1)) };
    let behind = |filter: Filter| Some(Behind::Records(filter.and(asked.clone()).text(), None));
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

/// Lost deals put together by what they have in common; the most first.
fn grouped<K: Ord>(lost: &[Lost], key: impl Fn(&Lost) -> K) -> Vec<(K, Sum)> {
    let mut groups: BTreeMap<K, Sum> = BTreeMap::new();
    lost.iter().for_each(|deal| groups.entry(key(deal)).or_default().add(deal));
    let mut groups: Vec<(K, Sum)> = groups.into_iter().collect();
    groups.sort_by_key(|(_, sum)| Reverse((sum.deals, sum.minor)));
    groups
}

/// How much of all these it is.
fn of_all(sum: Sum, lost: &[Lost]) -> Said {
    Said::or_none(figures::ratio(Decimal::from(sum.deals), Decimal::from(lost.len())), Said::Ratio)
}

fn reasons(gate: &Gate<'_>, asked: &Filter, lost: &[Lost]) -> Outcome<ReportPart> {
    let path = Path::resolve(gate.catalog(), gate.object(OPPORTUNITY.name)?, LOSS_REASON.name())?;
    let row = |(reason, sum): (Option<String>, Sum)| {
        let like = match &reason {
            Some(key) => Filter::is(path.clone(), Value::Text(key.clone())),
            None => empty(path.clone()),
        };
        let name = reason.map_or(Said::Word("none"), |key| Said::Option(path.clone(), key));
        Row::of(vec![name, Said::count(sum.deals), of_all(sum, lost), Said::minor(sum.minor)])
            .behind(Behind::Records(self::lost().and(like).and(asked.clone()).text(), None))
    };
    Ok(LOSS_REASONS.with(grouped(lost, |deal| deal.reason.clone()).into_iter().map(row).collect()))
}

/// That nothing is said there.
pub fn empty(path: Path) -> Filter {
    Filter::Where(Condition { path, operator: Operator::IsEmpty, operand: Operand::None })
}

/// How often each competitor was met in a deal that is closed, how often it was won, and what was lost to it.
fn competitors(gate: &mut Gate<'_>, asked: &Filter, lost: &[Lost]) -> Outcome<ReportPart> {
    let Ok(object) = gate.object(COMPETITOR.name) else { return Ok(LOSS_COMPETITORS.with(Vec::new())) };
    let closed = || deals::in_states(State::keys(State::is_closed)).and(asked.clone());
    let rows = gate.group(&Grouping {
        object: &OPPORTUNITY,
        by: vec![By { path: deals::of(COMPETITORS), period: None }],
        measures: vec![
            Measure::when(Reckon::Count, deals::in_states(State::keys(State::is_won))),
            Measure::when(Reckon::Count, self::lost()),
        ],
        filter: closed().and(deals::filled(COMPETITORS)),
        as_of: None,
    })?;
    let met = rows.iter().filter_map(|row| {
        let sum = |place: usize| whole(row.values.get(place).copied().flatten().unwrap_or_default());
        Some((row.keys.first()?.value.as_link()?, Share { yes: sum(0), no: sum(1) }))
    });
    let met: Vec<(Id, Share)> = met.collect();
    let to: HashMap<Option<Id>, Sum> = grouped(lost, |deal| deal.competitor).into_iter().collect();
    let titles = Titles::of(gate, object.name, met.iter().map(|(id, _)| *id))?;
    let mut met: Vec<(Id, Share, Sum)> = met
        .into_iter()
        .map(|(id, share)| (id, share, to.get(&Some(id)).copied().unwrap_or_default()))
        .collect();
    met.sort_by_key(|(id, share, _)| (Reverse(share.cases()), *id));
    let row = |(id, share, to): &(Id, Share, Sum)| {
        let against = Filter::compare(deals::of(COMPETITORS), Operator::Has, Value::Link(*id));
        Row::of(vec![
            titles.text(*id),
            Said::count(share.cases()),
            Said::count(share.yes),
            Said::count(to.deals),
            Said::minor(to.minor),
            say::share(*share),
        ])
        .behind(Behind::Records(closed().and(against).text(), None))
    };
    Ok(LOSS_COMPETITORS.with(met.iter().map(row).collect()))
}

fn stage_name(stages: &Titles, stage: Option<Id>) -> Said {
    stage.map_or(Said::Word("report-win-loss-never-open"), |id| stages.text(id))
}

/// In which stage deals stood when they were lost.
fn by_stage(stages: &Titles, lost: &[Lost]) -> ReportPart {
    let row = |(stage, sum): (Option<Id>, Sum)| {
        let key = stage.map_or_else(|| NOWHERE.to_owned(), |id| id.to_string());
        let name = stage_name(stages, stage);
        Row::of(vec![name, Said::count(sum.deals), of_all(sum, lost), Said::minor(sum.minor)])
            .behind(Behind::Asking("lost_in", key))
    };
    LOSS_STAGES.with(grouped(lost, |deal| deal.stage).into_iter().map(row).collect())
}

/// The lost deals, the latest first, with what was learnt.
fn one_by_one(gate: &mut Gate<'_>, stages: &Titles, lost: &[Lost], place: Place) -> Outcome<ReportPart> {
    let shown: Vec<&Lost> = lost.iter().filter(|deal| place.holds(deal.stage)).take(MOST).collect();
    let titles = Titles::of(gate, OPPORTUNITY.name, shown.iter().map(|deal| deal.id))?;
    let rivals = Titles::of(gate, COMPETITOR.name, shown.iter().filter_map(|deal| deal.competitor))?;
    let lessons = lessons(gate, shown.iter().map(|deal| deal.id).collect())?;
    let reason = Path::resolve(gate.catalog(), gate.object(OPPORTUNITY.name)?, LOSS_REASON.name())?;
    let row = |deal: &&Lost| {
        Row::of(vec![
            titles.record(deal.id),
            deal.on.map_or(Said::Nothing, Said::Day),
            deal.minor.map_or(Said::Nothing, Said::minor),
            deal.reason.clone().map_or(Said::Nothing, |key| Said::Option(reason.clone(), key)),
            deal.competitor.map_or(Said::Nothing, |id| rivals.text(id)),
            stage_name(stages, deal.stage),
            lessons.get(&deal.id).map_or(Said::Nothing, |text| Said::Text(beginning(text, LONG))),
        ])
    };
    Ok(LOST_DEALS.with(shown.iter().map(row).collect()))
}

/// What was learnt from these deals.
fn lessons(gate: &mut Gate<'_>, ids: Vec<Id>) -> Outcome<HashMap<Id, String>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let query = Query {
        fields: Some(vec![LOSS_NOTE.name()]),
        limit: Query::MOST,
        only: Some(ids),
        ..Query::of(gate.object(OPPORTUNITY.name)?)
    };
    let found = gate.list(&query)?.records;
    Ok(found.iter().filter_map(|deal| Some((deal.head.id, deal.get(LOSS_NOTE)?))).collect())
}
