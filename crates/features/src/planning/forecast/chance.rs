//! How far chance may carry the period: what is won, and each open deal won or not as likely as it is, ten thousand times
//! over.

use cordee_base::{Decimal, Fault, Outcome, Percent};
use cordee_catalog::opportunity::{AMOUNT, OPPORTUNITY, PROBABILITY, STATE};
use cordee_kit::{Drawn, Fact, ReportPart, Row, Said, Sheet};
use cordee_records::{Gate, Stretch, Stretches};
use cordee_rules::outlook::{Candidate, Outlook};
use cordee_rules::pipeline::State;
use cordee_rules::probability::Probability;
use cordee_schema::{FromValue, Value};

use super::{Asked, fact};

/// How often the period is played.
const RUNS: usize = 10_000;

/// What came out, from the least to the most.
pub static OUTCOMES: Sheet = Sheet {
    name: "outcomes",
    columns: &["at_least", "up_to", "share"],
    drawn: Drawn::Bars(2),
    may_be_empty: true,
};

/// What is won in a period at a moment, and the deals that may yet be.
#[derive(Debug, Default)]
pub struct Standing {
    /// What the won ones are worth, in minor units.
    pub won: i64,
    /// The open ones that are to close in the period, as likely as is set.
    pub open: Vec<Candidate>,
}

/// How the deals of the period stood.
pub fn standing(gate: &mut Gate<'_>, asked: &Asked) -> Outcome<Standing> {
    Ok(standings(gate, &[asked])?.pop().unwrap_or_default())
}

/// The same of several periods and moments, looked for together.
pub fn standings(gate: &mut Gate<'_>, asked: &[&Asked]) -> Outcome<Vec<Standing>> {
    let question = |asked: &&Asked| {
        let at = asked.moment(gate);
        Stretches {
            object: &OPPORTUNITY,
            filter: asked.filter.clone(),
            since: at,
            until: at,
            fields: vec![STATE.name(), AMOUNT.name(), PROBABILITY.name()],
            only: None,
        }
    };
    let questions: Vec<Stretches> = asked.iter().map(question).collect();
    Ok(gate.stretches_each(&questions)?.iter().map(|deals| Standing::of(deals)).collect())
}

impl Standing {
    fn of(deals: &[Stretch]) -> Standing {
        let mut standing = Standing::default();
        for deal in deals {
            let minor = minor(deal);
            match state(deal).is_some_and(State::is_won) {
                true => standing.won = standing.won.saturating_add(minor),
                false => standing.open.extend(candidate(deal, minor)),
            }
        }
        standing
    }
}

/// What one time of ten, every second time and nine times of ten is not exceeded; and the table of what came out.
pub fn told(won: i64, open: &[Candidate], seed: u64) -> Outcome<(Vec<Fact>, ReportPart)> {
    if open.is_empty() {
        return Ok((Vec::new(), OUTCOMES.with(Vec::new())));
    }
    let outlook = play(won, open, RUNS, seed)?;
    let percentiles = percentiles(&outlook).map(Said::minor);
    let facts =
        ["p10", "p50", "p90"].into_iter().zip(percentiles).map(|(name, said)| fact(name, said)).collect();
    let runs = Decimal::from(RUNS);
    let row = |bin: &cordee_rules::outlook::Bin| {
        let share = Said::Ratio(Decimal::from(bin.runs) / runs);
        Row::of(vec![Said::minor(bin.from), Said::minor(bin.to), share])
    };
    Ok((facts, OUTCOMES.with(outlook.histogram().iter().map(row).collect())))
}

/// Plays a period so many times.
pub fn play(won: i64, open: &[Candidate], runs: usize, seed: u64) -> Outcome<Outlook> {
    Outlook::new(won, open, runs, seed).map_err(|_| Fault::whole("error-money-large").into())
}

/// What one time of ten, every second time and nine times of ten is not exceeded.
pub fn percentiles(outlook: &Outlook) -> [i64; 3] {
    [10u8, 50, 90].map(|hundredths| {
        let share = Probability::from_percent(Percent::new(hundredths)).unwrap_or(Probability::NEVER);
        outlook.percentile(share)
    })
}

fn state(deal: &Stretch) -> Option<State> {
    deal.values.first().and_then(Value::as_text).and_then(State::named)
}

fn minor(deal: &Stretch) -> i64 {
    match deal.values.get(1) {
        Some(Value::Money(money)) => money.minor(),
        _ => 0,
    }
}

/// An open deal that has an amount and a probability.
fn candidate(deal: &Stretch, minor: i64) -> Option<Candidate> {
    let percent = deal.values.get(2).and_then(Percent::from_value)?;
    let probability = Probability::from_percent(percent)?;
    (minor != 0).then_some(Candidate { deal: deal.id, probability, minor })
}
