//! Deals that have stood in their stage for longer than they should: than is expected there or, where nobody has said
//! what is, than nine of ten deals did before them.

mod past;

use std::collections::HashMap;

use cordee_base::{Date, Id, Moment, Outcome, Zone};
use cordee_catalog::opportunity::{
    AMOUNT, NEXT_STEP, NEXT_STEP_DATE, OPPORTUNITY, OWNER, STAGE as IN, STAGE_SINCE,
};
use cordee_catalog::stage::{ACTIVE, EXPECTED_DAYS, KIND, PIPELINE, STAGE};
use cordee_kit::{Drawn, ReportPart, Row, Said, Sheet, Wish};
use cordee_records::system::user::USER;
use cordee_records::{FieldRight, Gate, Query, Sort};
use cordee_rules::pipeline::State;
use cordee_rules::proportion::Share;
use cordee_schema::{Filter, Operator, Record, Value};

use super::deals::Review;
use crate::planning::periods;
use crate::planning::scope;
use crate::planning::stages::journeys::{self, Pipeline, Which};
use crate::planning::titles::Titles;
use cordee_catalog::deals;

/// How many deals the table names.
const MOST: u32 = 100;

const DAY: i64 = 24 * 3600 * 1_000_000;

/// Deals that have stood still, those that are worth most first.
pub static AGED: Sheet = Sheet {
    name: "aged",
    columns: &[
        "deal",
        "stage",
        "days_in_stage",
        "expected_days",
        "amount",
        "next_step",
        "next_step_due",
        "person",
    ],
    drawn: Drawn::Plain,
    may_be_empty: true,
};

/// How long deals may stand in a stage.
struct Patience {
    days: i64,
    /// Somebody has said so; else the past does.
    said: bool,
}

impl Patience {
    /// What came to the stage before this moment has stood there for too long on a day.
    fn latest(&self, day: Date, zone: &Zone) -> Moment {
        let before = |day: Date, _| day.yesterday().unwrap_or(day);
        zone.start_of((0..self.days.clamp(0, 36_600)).fold(day, before))
    }
}

/// A deal that has stood still.
struct Still {
    id: Id,
    stage: Id,
    since: Moment,
    minor: Option<i64>,
    owner: Option<Id>,
    /// What comes next, and when; none of a day that is past, for which it is not kept.
    next: Option<(Option<String>, Option<Date>)>,
}

/// The table, of deals as they stand now or stood then.
pub fn told(gate: &mut Gate<'_>, wish: &Wish, review: &Review) -> Outcome<Vec<ReportPart>> {
    let patience = patience(gate, wish)?;
    let aged = match review.to {
        Some(day) => past::read(gate, review, &patience, day)?,
        None => read(gate, wish, review, &patience)?,
    };
    let mut parts = Vec::new();
    if review.to.is_some() && !aged.is_empty() {
        parts.push(ReportPart::Note("report-note-aged-then", Vec::new()));
    }
    let of = |deal: &Still| patience.get(&deal.stage);
    if aged.iter().any(|deal| of(deal).is_some_and(|one| !one.said)) {
        parts.push(ReportPart::Note("report-note-aged-history", Vec::new()));
    }
    let stages = Titles::of(gate, STAGE.name, aged.iter().map(|deal| deal.stage))?;
    let people = Titles::of(gate, USER.name, aged.iter().filter_map(|deal| deal.owner))?;
    let deals = Titles::of(gate, OPPORTUNITY.name, aged.iter().map(|deal| deal.id))?;
    let at = review.to.map_or(gate.now(), |day| periods::end_of(gate, day));
    let row = |deal: &Still| {
        let (step, due) = match &deal.next {
            Some((Some(step), Some(due))) => (Said::Text(step.clone()), Said::Day(*due)),
            Some((_, due)) => {
                (Said::Word("opportunity-follow-up-no-next-step"), due.map_or(Said::Nothing, Said::Day))
            }
            None => (Said::Nothing, Said::Nothing),
        };
        Row::of(vec![
            deals.record(deal.id),
            stages.text(deal.stage),
            Said::Days(stood(deal.since, at).into()),
            Said::or_none(of(deal), |one| Said::Days(one.days.into())),
            deal.minor.map_or(Said::Nothing, Said::minor),
            step,
            due,
            deal.owner.map_or(Said::Nothing, |id| people.text(id)),
        ])
    };
    parts.push(AGED.with(aged.iter().map(row).collect()));
    Ok(parts)
}

/// For how many whole days something has lasted.
fn stood(since: Moment, now: Moment) -> i64 {
    (now.micros() - since.micros()).max(0) / DAY
}

/// How long deals may stand in each stage in which they are open.
fn patience(gate: &mut Gate<'_>, wish: &Wish) -> Outcome<HashMap<Id, Patience>> {
    if gate.object(STAGE.name).is_err() {
        return Ok(HashMap::new());
    }
    let asked = scope::pipeline(wish);
    let (mut patience, mut unsaid) = (HashMap::new(), Vec::new());
    for stage in gate.whole_of(&STAGE)?.iter() {
        let open = stage.get(KIND).as_deref() == Some(State::Open.key()) && stage.get(ACTIVE) != Some(false);
        let Some(of) = stage.get(PIPELINE).filter(|of| open && asked.is_none_or(|asked| asked == *of)) else {
            continue;
        };
        match stage.get(EXPECTED_DAYS).and_then(|days| i64::try_from(days.trunc()).ok()) {
            Some(days) => drop(patience.insert(stage.head.id, Patience { days, said: true })),
            None => unsaid.push((of, stage.head.id)),
        }
    }
    unsaid.sort_unstable();
    for some in unsaid.chunk_by(|one, next| one.0 == next.0) {
        let learnt = nine_in_ten(gate, some[0].0)?;
        let known = some.iter().filter_map(|(_, stage)| Some((*stage, *learnt.get(stage)?)));
        patience.extend(known.map(|(stage, days)| (stage, Patience { days, said: false })));
    }
    Ok(patience)
}

/// In how many days nine of ten deals have left each stage of a pipeline, where there were enough of them to tell.
fn nine_in_ten(gate: &mut Gate<'_>, pipeline: Id) -> Outcome<HashMap<Id, i64>> {
    let Ok(pipeline) = Pipeline::read(gate, pipeline) else { return Ok(HashMap::new()) };
    let Some(counted) = journeys::stages(gate, &pipeline, &Which::all())? else {
        return Ok(HashMap::new());
    };
    let days = pipeline.stages.iter().zip(counted.flows()).filter_map(|(step, flow)| {
        let curve = flow.stay().curve().filter(|_| flow.entered() >= Share::ENOUGH)?;
        Some((step.id, i64::from(curve.p90()?)))
    });
    Ok(days.collect())
}

/// The open deals that are asked about and have stood for longer, those that are worth most first.
fn read(
    gate: &mut Gate<'_>,
    wish: &Wish,
    review: &Review,
    patience: &HashMap<Id, Patience>,
) -> Outcome<Vec<Still>> {
    let object = gate.object(OPPORTUNITY.name)?;
    // Who may not see since when a deal stands where can't be told that it stands there for long.
    let seen = |name: &str| {
        object.field(name).is_some_and(|field| gate.access().field(object, field) != FieldRight::Hidden)
    };
    if patience.is_empty() || ![IN.name(), STAGE_SINCE.name()].into_iter().all(seen) {
        return Ok(Vec::new());
    }
    let worth = seen(AMOUNT.name()).then(|| Sort { field: AMOUNT.name(), descending: true });
    let (today, zone) = (gate.today(), gate.zone().clone());
    let long = |(stage, one): (&Id, &Patience)| {
        let since = Value::Moment(one.latest(today, &zone));
        Filter::is(deals::of(IN), Value::Link(*stage)).and(Filter::compare(
            deals::of(STAGE_SINCE),
            Operator::Less,
            since,
        ))
    };
    let mut aged = deals::in_states(State::keys(|state| state == State::Open))
        .and(scope::asked(wish))
        .and(Filter::Any(patience.iter().map(long).collect()));
    if let Some(period) = &review.period {
        aged = aged.and(deals::closing(*period.start(), *period.end()));
    }
    let query = Query { sort: worth.into_iter().collect(), ..Query::of(object) };
    let still = |deal: &Record| {
        Some(Still {
            id: deal.head.id,
            stage: deal.get(IN)?,
            since: deal.get(STAGE_SINCE)?,
            minor: deal.get(AMOUNT).map(|amount| amount.minor()),
            owner: deal.get(OWNER),
            next: Some((deal.get(NEXT_STEP), deal.get(NEXT_STEP_DATE))),
        })
    };
    Ok(gate.list(&query.filter(aged).limit(MOST))?.records.iter().filter_map(still).collect())
}
