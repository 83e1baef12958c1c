//! How long the odds take: `cargo run --release -p cordee-rules --example odds_speed`.

use std::time::Instant;

use cordee_base::{Chance, Id, SeededChance};
use cordee_rules::journey::{Journey, Outcome, Visit};
use cordee_rules::likelihood::{Likelihood, Past};
use cordee_rules::outlook::{Candidate, Outlook};
use cordee_rules::probability::Probability;
use cordee_rules::stages::{Place, Stages};

const DAY: u64 = 86_400_000_000;
const DEALS: usize = 1_000_000;
const VISITS: usize = 6;
const NOW: i64 = 5_000 * DAY as i64;

fn main() {
    stages();
    outlook();
    likelihood();
}

/// The best of ten, in milliseconds by the clock, and of the processor where the system tells.
fn best(mut run: impl FnMut()) -> String {
    let (mut clock, mut processor) = (f64::INFINITY, f64::INFINITY);
    for _ in 0..10 {
        let (began, spent) = (Instant::now(), on_processor());
        run();
        clock = clock.min(began.elapsed().as_secs_f64() * 1e3);
        processor = processor.min((on_processor() - spent) / 1e6);
    }
    format!("{clock:.1} ms by the clock, {processor:.1} ms of the processor")
}

/// Nanoseconds this process has run, not counting what it waited for others on a busy machine.
fn on_processor() -> f64 {
    let told = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    told.split(' ').next().and_then(|first| first.parse().ok()).unwrap_or(f64::NAN)
}

fn stages() {
    let mut chance = SeededChance::new(1);
    let mut visits = Vec::with_capacity(DEALS * VISITS);
    let mut outcomes = Vec::with_capacity(DEALS);
    for _ in 0..DEALS {
        let mut at = chance.below(3_000 * DAY) as i64;
        for place in 0..VISITS {
            // One visit in eight is to a stage before.
            let stage = if chance.below(8) == 0 { place.saturating_sub(1) } else { place };
            let left = at + chance.below(40 * DAY) as i64;
            visits.push(Visit { stage: stage as u16, entered: at, left: Some(left) });
            at = left;
        }
        let outcome = match chance.below(3) {
            0 => Outcome::Open,
            1 => Outcome::Won(at),
            _ => Outcome::Lost(at),
        };
        if outcome == Outcome::Open
            && let Some(last) = visits.last_mut()
        {
            last.left = None;
        }
        outcomes.push((outcome, chance.below(10_000_000) as i64));
    }
    let mut reached = None;
    let millis = best(|| {
        let Some(mut stages) = Stages::new(7, NOW) else { return };
        for (visits, (outcome, minor)) in visits.chunks_exact(VISITS).zip(&outcomes) {
            let journey = Journey { visits, minor: Some(*minor), outcome: *outcome };
            if stages.add(&journey).is_err() {
                return;
            }
        }
        let medians: Vec<_> =
            stages.flows().iter().map(|flow| flow.stay().curve().and_then(|curve| curve.median())).collect();
        reached = Some((stages.moves().between(Place::Start, Place::Stage(0)), medians));
    });
    println!("stages: {DEALS} deals of {VISITS} visits: {millis}\n  {reached:?}");
}

fn outlook() {
    let mut chance = SeededChance::new(2);
    let deals: Vec<Candidate> = (0..5_000)
        .filter_map(|deal| {
            let probability = Probability::new(chance.below(1_001) as f64 / 1_000.0)?;
            Some(Candidate { deal: Id::from_i64(deal), probability, minor: chance.below(10_000_000) as i64 })
        })
        .collect();
    let mut found = None;
    let millis = best(|| {
        let Ok(outlook) = Outlook::new(0, &deals, 10_000, 7) else { return };
        let at = |share| Probability::new(share).map(|share| outlook.percentile(share));
        found = Some((at(0.1), at(0.5), at(0.9), outlook.mean(), outlook.expected));
    });
    println!("outlook: {} deals, 10,000 runs: {millis}\n  {found:?}", deals.len());
}

fn likelihood() {
    let mut chance = SeededChance::new(3);
    let features = [
        "stage", "stage", "stage", "stage", "stage", "age", "silence", "owner", "size", "size", "size",
        "slips",
    ];
    let deals = 20_000;
    let rows: Vec<f64> = (0..deals * features.len()).map(|_| chance.below(100) as f64 / 50.0).collect();
    let won: Vec<bool> =
        rows.chunks_exact(features.len()).map(|row| chance.below(100) < 20 + 20 * row[5] as u64).collect();
    let mut found = None;
    let millis = best(|| {
        let learned =
            Likelihood::learn(&Past { features: &features, rows: &rows, won: &won }, Likelihood::RIDGE);
        found = learned.ok().map(|learned| learned.weights().0);
    });
    println!("likelihood: {deals} deals, {} columns: {millis}\n  {found:?}", features.len());
}
