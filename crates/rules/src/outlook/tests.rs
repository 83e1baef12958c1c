use super::*;
use crate::survival::Durations;

fn candidate(deal: i64, probability: f64, minor: i64) -> Candidate {
    let probability = Probability::new(probability).expect("a probability");
    Candidate { deal: Id::from_i64(deal), probability, minor }
}

/// Deals of all likelihoods and sizes.
fn deals(count: i64) -> Vec<Candidate> {
    let likely = |deal: i64| (deal * 37 % 101) as f64 / 100.0;
    (0..count).map(|deal| candidate(deal, likely(deal), 1_000 + deal * 7_919 % 100_000)).collect()
}

fn at(outlook: &Outlook, percent: u8) -> i64 {
    outlook.percentile(Probability::new(f64::from(percent) / 100.0).expect("a share"))
}

#[test]
fn the_mean_is_what_it_should_be() {
    for (count, runs, seed) in [(1, 10_000, 1), (7, 10_000, 2), (300, 10_000, 3), (300, 999, 4), (64, 1, 5)] {
        let deals = deals(count);
        let outlook = Outlook::new(5_000, &deals, runs, seed).expect("an outlook");
        let expected: f64 = deals.iter().map(|deal| deal.probability.get() * deal.minor as f64).sum();
        let variance: f64 =
            deals.iter().map(|deal| deal.probability.leverage() / 4.0 * (deal.minor as f64).powi(2)).sum();
        let error = (variance / runs as f64).sqrt();
        assert!((outlook.expected - expected - 5_000.0).abs() < 1e-6);
        let off = (outlook.mean() as f64 - outlook.expected).abs();
        assert!(off <= 4.0 * error + 0.5, "{count} deals, {runs} runs: {off} off, error {error}");
        assert_eq!(outlook.histogram().iter().map(|bin| bin.runs).sum::<u64>(), runs as u64);
    }
}

#[test]
fn the_spread_is_that_of_a_sum() {
    let deals = deals(2_000);
    let outlook = Outlook::new(0, &deals, 10_000, 9).expect("an outlook");
    let variance: f64 =
        deals.iter().map(|deal| deal.probability.leverage() / 4.0 * (deal.minor as f64).powi(2)).sum();
    for (percent, deviations) in [(10, -1.281_55), (50, 0.0), (90, 1.281_55)] {
        let off = (at(&outlook, percent) as f64 - outlook.expected) / variance.sqrt() - deviations;
        assert!(off.abs() < 0.06, "P{percent}: {off} deviations off");
    }
}

#[test]
fn what_is_certain_is_exact() {
    let table = [
        (vec![], 700, 700),
        (vec![candidate(1, 1.0, 300), candidate(2, 0.0, 900)], 700, 1_000),
        (vec![candidate(1, 1.0, i64::MAX - 5)], 5, i64::MAX),
        (vec![candidate(1, 1.0, -300), candidate(2, 1.0, 1)], 0, -299),
    ];
    for (deals, won, sum) in table {
        let outlook = Outlook::new(won, &deals, 1_000, 1).expect("an outlook");
        assert_eq!([outlook.mean(), at(&outlook, 0), at(&outlook, 50), at(&outlook, 100)], [sum; 4]);
        assert_eq!(outlook.histogram()[0], Bin { from: sum, to: sum, runs: 1_000 });
    }
}

#[test]
fn the_seed_repeats_it_in_any_order() {
    let deals = deals(100);
    let turned: Vec<Candidate> = deals.iter().rev().copied().collect();
    let run = |deals: &[Candidate], seed| Outlook::new(0, deals, 1_000, seed).expect("an outlook");
    assert_eq!(run(&deals, 1).sums, run(&deals, 1).sums);
    assert_eq!(run(&deals, 1).sums, run(&turned, 1).sums);
    assert_ne!(run(&deals, 1).sums, run(&deals, 2).sums);
}

#[test]
fn percentiles_are_ranks_and_targets_are_shares() {
    let outlook = Outlook { expected: 0.0, sums: (1..=10).collect() };
    for (percent, sum) in [(0, 1), (10, 1), (11, 2), (50, 5), (90, 9), (100, 10)] {
        assert_eq!(at(&outlook, percent), sum, "P{percent}");
    }
    let hundred = Outlook { expected: 0.0, sums: (1..=100).collect() };
    assert_eq!(at(&hundred, 7), 7, "0.07 × 100 is a little more than 7 to the machine");
    for (target, share) in [(-5, 1.0), (1, 1.0), (2, 0.9), (10, 0.1), (11, 0.0)] {
        assert_eq!(outlook.reaches(target).get(), share, "{target}");
    }
    assert_eq!(outlook.mean(), 6, "5.5 is rounded up");
}

#[test]
fn what_is_refused() {
    let twice = [candidate(3, 0.5, 1), candidate(4, 0.5, 1), candidate(3, 0.5, 1)];
    let large = [candidate(1, 0.1, i64::MAX), candidate(2, 0.1, i64::MAX)];
    assert_eq!(Outlook::new(0, &twice, 10, 1), Err(NoOutlook::Twice(Id::from_i64(3))));
    assert_eq!(Outlook::new(0, &large, 10, 1), Err(NoOutlook::TooLarge));
    assert_eq!(Outlook::new(i64::MIN, &[], 10, 1), Err(NoOutlook::TooLarge));
    assert_eq!(Outlook::new(0, &[], 0, 1), Err(NoOutlook::Runs));
    assert_eq!(Outlook::new(0, &[], Outlook::MOST_RUNS + 1, 1), Err(NoOutlook::Runs));
}

#[test]
fn the_share_that_falls_into_the_period() {
    let mut days = Durations::default();
    (1..=10).for_each(|day| days.ended(day * 10));
    let curve = days.curve().expect("a curve");
    #[rustfmt::skip]
    let table = [
        ( 0,  50, Some(0.2)),
        (50,  10, Some(0.08)),
        (50, 500, Some(0.4)),
        (50,   0, Some(0.0)),
        (100,  5, None),
    ];
    let won = Probability::new(0.4).expect("a probability");
    for (age, days, wanted) in table {
        let found = won_within(won, &curve, age, days).map(Probability::get);
        assert_eq!(found.is_some(), wanted.is_some(), "{days} days at {age}");
        assert!(
            (found.unwrap_or(0.0) - wanted.unwrap_or(0.0)).abs() < 1e-12,
            "{days} days at {age}: {found:?}"
        );
    }
}
