//! What a review tells: the bridge, its deals, who did what, stage moves, what has slipped.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use cordee_base::{Date, Decimal, Id, Outcome};
use cordee_catalog::activity::ACTIVITY;
use cordee_catalog::opportunity::OPPORTUNITY;
use cordee_catalog::stage::{ORDER, STAGE};
use cordee_kit::{Behind, Drawn, Fact, ReportPart, Row, Said, Sheet, Told, Wish};
use cordee_records::system::user::USER;
use cordee_records::{Gate, Right, Scope};
use cordee_rules::bridge::{Bridge, Change, Step, changes, moves, slipped};
use cordee_rules::pipeline::State;

use super::aged::{self, AGED};
use super::deals::{Review, Reviewed, Stood};
use crate::planning::scope;
use crate::planning::titles::Titles;
use cordee_catalog::deals;

/// How many deals a table names.
const MOST: usize = 100;

/// How many rows of a table are printed.
const PRINTED: usize = 8;

/// The verb by which a note about a deal becomes a task.
const NOTE: &str = "note_task";

/// The figures that stand alone.
pub const FACTS: &[&str] = &["opening", "closing", "change", "won", "lost"];

/// The tables.
pub const SHEETS: &[&Sheet] = &[&BRIDGE, &REVIEW_DEALS, &REVIEW_PEOPLE, &STAGE_MOVES, &SLIPPED, &AGED];

static BRIDGE: Sheet = Sheet {
    name: "bridge",
    columns: &["step", "amount", "deals"],
    drawn: Drawn::Bridge(1),
    may_be_empty: false,
};

static REVIEW_DEALS: Sheet = Sheet {
    name: "review_deals",
    columns: &["deal", "step", "change", "amount_then", "amount_now", "close_then", "close_now"],
    drawn: Drawn::Plain,
    may_be_empty: true,
};

static REVIEW_PEOPLE: Sheet = Sheet {
    name: "review_people",
    columns: &["person", "opening", "added", "grown", "dates", "handed", "won", "lost", "closing"],
    drawn: Drawn::Plain,
    may_be_empty: true,
};

static STAGE_MOVES: Sheet = Sheet {
    name: "stage_moves",
    columns: &["from_stage", "to_stage", "deals", "amount"],
    drawn: Drawn::Plain,
    may_be_empty: true,
};

static SLIPPED: Sheet = Sheet {
    name: "slipped",
    columns: &["deal", "amount", "close_then", "close_now", "later"],
    drawn: Drawn::Plain,
    may_be_empty: true,
};

/// The parts of the page.
pub fn told(gate: &mut Gate<'_>, wish: &Wish, review: &Review) -> Outcome<Told> {
    let period = review.period.as_ref();
    let bridge = Bridge::over(review.deals.iter().map(Reviewed::deal), period);
    let open = open_filter(wish, review);
    let mut parts = vec![
        ReportPart::Facts(facts(review, &bridge, &open)),
        steps(review, &bridge, &open),
        deals(gate, wish, review)?,
        people(gate, review)?,
        stage_moves(gate, review)?,
        late(gate, review)?,
    ];
    parts.extend(aged::told(gate, wish, review)?);
    // What is said of a deal in the meeting becomes somebody's task.
    if gate.access().scope(&ACTIVITY, Right::Create) != Scope::None {
        parts = parts.into_iter().map(|part| part.offering(NOTE)).collect();
    }
    // The meeting has it on one sheet.
    let parts = parts.into_iter().map(|part| part.printing(PRINTED)).collect();
    Ok(Told { parts })
}

/// The open deals that are asked about, in the filter language.
fn open_filter(wish: &Wish, review: &Review) -> String {
    let mut open = deals::in_states(State::keys(|state| !state.is_closed())).and(scope::asked(wish));
    if let Some(period) = &review.period {
        open = open.and(deals::closing(*period.start(), *period.end()));
    }
    open.text()
}

fn facts(review: &Review, bridge: &Bridge, open: &str) -> Vec<Fact> {
    let change = bridge.closing.minor - bridge.opening.minor;
    let behind = |day| Some(Behind::Records(open.to_owned(), day));
    let fact = |name, minor, behind| Fact { name, said: Said::minor(minor), behind };
    vec![
        fact("opening", bridge.opening.minor, behind(Some(review.from))),
        fact("closing", bridge.closing.minor, behind(review.to)),
        fact("change", change, None),
        fact("won", bridge.step(Step::Won).minor, Some(Behind::Asking("step", "won".to_owned()))),
        fact("lost", bridge.step(Step::Lost).minor, Some(Behind::Asking("step", "lost".to_owned()))),
    ]
}

fn steps(review: &Review, bridge: &Bridge, open: &str) -> ReportPart {
    let row = |name: &'static str, word, minor, count: u64| {
        Row::named(name, vec![Said::Word(word), Said::minor(minor), Said::count(count)])
    };
    let end = |name, word, tally: cordee_rules::bridge::Tally, day| {
        let behind = Behind::Records(open.to_owned(), day);
        row(name, word, tally.minor, tally.count).behind(behind).whole()
    };
    let mut rows = vec![end("opening", "report-fact-opening", bridge.opening, Some(review.from))];
    for (name, step) in Step::ALL {
        let tally = bridge.step(step);
        if tally.count > 0 {
            let signed = if step.adds() { tally.minor } else { -tally.minor };
            let row = row(name, step_word(step), signed, tally.count);
            rows.push(row.behind(Behind::Asking("step", name.to_owned())));
        }
    }
    rows.push(end("closing", "report-fact-closing", bridge.closing, review.to));
    BRIDGE.with(rows)
}

/// The deals of the step that is asked about, or of all; the largest changes first.
fn deals(gate: &mut Gate<'_>, wish: &Wish, review: &Review) -> Outcome<ReportPart> {
    let asked = wish.option("step").and_then(|key| Step::ALL.into_iter().find(|(name, _)| *name == key));
    let mut found: Vec<(&Reviewed, Change)> = Vec::new();
    for deal in &review.deals {
        let stood = deal.deal();
        let all = changes(&stood, review.period.as_ref());
        let wanted = all.filter(|change| asked.is_none_or(|(_, step)| step == change.step));
        found.extend(wanted.map(|change| (deal, change)));
    }
    found.sort_by_key(|(deal, change)| (std::cmp::Reverse(change.minor), deal.id));
    found.truncate(MOST);
    let titles = Titles::of(gate, OPPORTUNITY.name, found.iter().map(|(deal, _)| deal.id))?;
    let row = |(deal, change): &(&Reviewed, Change)| {
        let minor = |stood: &Option<Stood>| {
            let minor = stood.as_ref().and_then(|stood| stood.standing.minor);
            minor.map_or(Said::Nothing, Said::minor)
        };
        let close = |stood: &Option<Stood>| {
            stood.as_ref().and_then(|stood| stood.standing.close).map_or(Said::Nothing, Said::Day)
        };
        let signed = if change.step.adds() { change.minor } else { -change.minor };
        Row::of(vec![
            titles.record(deal.id),
            Said::Word(step_word(change.step)),
            Said::minor(signed),
            minor(&deal.was),
            minor(&deal.is),
            close(&deal.was),
            close(&deal.is),
        ])
    };
    Ok(REVIEW_DEALS.with(found.iter().map(row).collect()))
}

/// The same bridge for each person whose deals had a part in it.
fn people(gate: &mut Gate<'_>, review: &Review) -> Outcome<ReportPart> {
    let mut bridges: BTreeMap<Option<Id>, Bridge> = BTreeMap::new();
    for deal in &review.deals {
        let owners = [&deal.was, &deal.is].into_iter().flatten().map(|stood| stood.owner);
        for owner in owners.collect::<BTreeSet<_>>() {
            bridges.entry(owner).or_default().add(&deal.deal_of(owner), review.period.as_ref());
        }
    }
    let titles = Titles::of(gate, USER.name, bridges.keys().copied().flatten())?;
    let row = |(owner, bridge): (&Option<Id>, &Bridge)| {
        let net = |into: &[Step], out: &[Step]| {
            let sum = |steps: &[Step]| steps.iter().map(|step| bridge.step(*step).minor).sum::<i128>();
            Said::minor(sum(into) - sum(out))
        };
        Row::of(vec![
            owner.map_or(Said::Word("none"), |id| titles.text(id)),
            Said::minor(bridge.opening.minor),
            net(&[Step::New, Step::Reopened], &[]),
            net(&[Step::Grown], &[Step::Shrunk]),
            net(&[Step::PulledIn], &[Step::PushedOut]),
            net(&[Step::MovedIn], &[Step::MovedOut, Step::Removed]),
            net(&[], &[Step::Won]),
            net(&[], &[Step::Lost]),
            Said::minor(bridge.closing.minor),
        ])
    };
    let mut rows: Vec<(i128, Row)> =
        bridges.iter().map(|entry| (entry.1.closing.minor, row(entry))).collect();
    rows.sort_by_key(|(closing, _)| std::cmp::Reverse(*closing));
    Ok(REVIEW_PEOPLE.with(rows.into_iter().map(|(_, row)| row).collect()))
}

/// From which stage to which open deals have gone.
fn stage_moves(gate: &mut Gate<'_>, review: &Review) -> Outcome<ReportPart> {
    let moved = review.deals.iter().filter_map(|deal| {
        let (was, is) = (deal.was.as_ref()?, deal.is.as_ref()?);
        let minor = is.standing.minor.or(was.standing.minor);
        was.standing.within.then_some((was.stage, is.stage, minor))
    });
    let matrix = moves(moved);
    let stages: BTreeSet<Id> = matrix.keys().flat_map(|(from, to)| [*from, *to]).flatten().collect();
    let titles = Titles::of(gate, STAGE.name, stages.iter().copied())?;
    let order = orders(gate, &stages)?;
    let place = |stage: Option<Id>| stage.and_then(|id| order.get(&id).copied()).unwrap_or_default();
    let mut cells: Vec<_> = matrix.into_iter().collect();
    cells.sort_by_key(|((from, to), _)| (place(*from), place(*to)));
    let stage = |id: Option<Id>| id.map_or(Said::Word("none"), |id| titles.text(id));
    let row = |((from, to), tally): ((Option<Id>, Option<Id>), cordee_rules::bridge::Tally)| {
        let count = Said::count(tally.count);
        Row::of(vec![stage(from), stage(to), count, Said::minor(tally.minor)])
    };
    Ok(STAGE_MOVES.with(cells.into_iter().map(row).collect()))
}

/// Deals whose expected close is later than it was, by how much.
fn late(gate: &mut Gate<'_>, review: &Review) -> Outcome<ReportPart> {
    let open = |stood: &Option<Stood>| stood.clone().filter(|stood| !stood.standing.state.is_closed());
    let slip = |deal: &Reviewed| -> Option<(Id, Date, Date, i64, Option<i64>)> {
        let (was, is) = (open(&deal.was)?, open(&deal.is)?);
        let days = slipped(was.standing.close, is.standing.close)?;
        Some((deal.id, was.standing.close?, is.standing.close?, days, is.standing.minor))
    };
    let mut late: Vec<_> = review.deals.iter().filter_map(slip).collect();
    late.sort_by_key(|(id, _, _, days, minor)| {
        (std::cmp::Reverse(minor.unwrap_or(0)), std::cmp::Reverse(*days), *id)
    });
    late.truncate(MOST);
    let titles = Titles::of(gate, OPPORTUNITY.name, late.iter().map(|deal| deal.0))?;
    let row = |(id, was, is, days, minor): &(Id, Date, Date, i64, Option<i64>)| {
        Row::of(vec![
            titles.record(*id),
            Said::or_none(*minor, Said::minor),
            Said::Day(*was),
            Said::Day(*is),
            Said::Days(Decimal::from(*days)),
        ])
    };
    Ok(SLIPPED.with(late.iter().map(row).collect()))
}

/// The word of a step.
fn step_word(step: Step) -> &'static str {
    match step {
        Step::New => "report-asks-step-new",
        Step::Reopened => "report-asks-step-reopened",
        Step::Grown => "report-asks-step-grown",
        Step::Shrunk => "report-asks-step-shrunk",
        Step::PulledIn => "report-asks-step-pulled-in",
        Step::PushedOut => "report-asks-step-pushed-out",
        Step::MovedIn => "report-asks-step-moved-in",
        Step::MovedOut => "report-asks-step-moved-out",
        Step::Won => "report-asks-step-won",
        Step::Lost => "report-asks-step-lost",
        Step::Removed => "report-asks-step-removed",
    }
}

fn orders(gate: &mut Gate<'_>, stages: &BTreeSet<Id>) -> Outcome<HashMap<Id, Decimal>> {
    let Ok(object) = gate.object(STAGE.name) else { return Ok(HashMap::new()) };
    let mut orders = HashMap::new();
    for stage in stages {
        if let Ok(record) = gate.get(object, *stage) {
            orders.insert(*stage, record.get(ORDER).unwrap_or_default());
        }
    }
    Ok(orders)
}
