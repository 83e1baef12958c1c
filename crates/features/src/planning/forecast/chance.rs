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

/// What one time of ten, every second time and nine times of ten is not exceeded; and the table of what came out.
pub fn told(gate: &mut Gate<'_>, asked: &Asked, seed: u64) -> Outcome<(Vec<Fact>, ReportPart)> {
    let at = asked.as_of.unwrap_or(gate.now());
    let deals = gate.stretches(&Stretches {
        object: &OPPORTUNITY,
        filter: asked.filter.clone(),
        since: at,
        until: at,
        fields: vec![STATE.name(), AMOUNT.name(), PROBABILITY.name()],
        only: None,
    })?;
    let (mut won, mut open) = (0i64, Vec::new());
    for deal in &deals {
        let minor = minor(deal);
        match state(deal).is_some_and(State::is_won) {
            true => won = won.saturating_add(minor),
            false => open.extend(candidate(deal, minor)),
        }
    }
    if open.is_empty() {
        return Ok((Vec::new(), OUTCOMES.with(Vec::new())));
    }
    let outlook = Outlook::new(won, &open, RUNS, seed).map_err(|_| Fault::whole("error-money-large"))?;
    let share =
        |hundredths: u8| Probability::from_percent(Percent::new(hundredths)).unwrap_or(Probability::NEVER);
    let percentile = |name, hundredths| fact(name, Said::minor(outlook.percentile(share(hundredths))));
    let facts = vec![percentile("p10", 10), percentile("p50", 50), percentile("p90", 90)];
    let runs = Decimal::from(RUNS);
    let row = |bin: &cordee_rules::outlook::Bin| {
        let share = Said::Ratio(Decimal::from(bin.runs) / runs);
        Row::of(vec![Said::minor(bin.from), Said::minor(bin.to), share])
    };
    Ok((facts, OUTCOMES.with(outlook.histogram().iter().map(row).collect())))
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
