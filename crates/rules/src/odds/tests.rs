//! A history whose true probabilities are known.

use cordee_base::{Chance, SeededChance};

use super::*;
use crate::likelihood::backtest;

fn between(chance: &mut SeededChance, low: f64, high: f64) -> f64 {
    low + (high - low) * chance.below(1_000_000) as f64 / 1e6
}

fn whole(chance: &mut SeededChance, below: u64) -> u32 {
    u32::try_from(chance.below(below)).expect("small")
}

/// A deal as it may be, and how likely it truly is won. The probabilities that are set for the stages are all the same,
/// so that only the past can tell the stages apart.
fn invented(chance: &mut SeededChance) -> (Known, f64) {
    let stage = chance.below(4);
    let known = Known {
        stage: Id::from_i64(i64::try_from(stage).expect("small")),
        set: Probability::new(0.3).expect("a probability"),
        slips: whole(chance, 4),
        contacts: whole(chance, 6),
        days_in_stage: between(chance, 0.0, 90.0),
        age: between(chance, 0.0, 300.0),
        owner: Probability::new(between(chance, 0.1, 0.6)).expect("a probability"),
        size: between(chance, -1.5, 1.5).exp(),
    };
    let odds = -1.5 + 0.8 * stage as f64 - 0.6 * f64::from(known.slips)
        + 0.9 * f64::from(known.contacts).ln_1p()
        - 0.3 * known.days_in_stage.ln_1p()
        + 0.5 * log_odds(known.owner)
        - 0.4 * known.size.ln();
    (known, 1.0 / (1.0 + (-odds).exp()))
}

fn history(seed: u64, deals: i64) -> Vec<(Example, f64)> {
    let mut chance = SeededChance::new(seed);
    let deal = |number| {
        let (known, truth) = invented(&mut chance);
        let won = between(&mut chance, 0.0, 1.0) < truth;
        (Example { deal: Id::from_i64(number), known, won }, truth)
    };
    (0..deals).map(deal).collect()
}

#[test]
fn what_is_learned_comes_near_what_is_true() {
    let past: Vec<Example> = history(1, 4_000).into_iter().map(|(row, _)| row).collect();
    let odds = Odds::learn(&past).expect("enough");
    assert_eq!(odds.features(), FEATURES);
    let others = history(2, 2_000);
    let told = |row: &Example| odds.tell(&row.known).expect("told").probability;
    let off: f64 = others.iter().map(|(row, truth)| (told(row).get() - truth).abs()).sum::<f64>() / 2_000.0;
    assert!(off < 0.03, "off by {off}");
    let said: Vec<backtest::Said> = others.iter().map(|(row, _)| (told(row), row.won)).collect();
    let truth: Vec<backtest::Said> =
        others.iter().map(|(row, truth)| (Probability::new(*truth).expect("one"), row.won)).collect();
    // Nobody can tell won from lost better than the truth can.
    let [area, best] = [&said, &truth].map(|said| backtest::area(said).expect("both"));
    assert!(best - area < 0.01 && area > 0.7, "{area} of {best}");
    for tenth in backtest::calibration(&said).iter().filter(|tenth| tenth.came.cases() >= 100) {
        let (said, came) = (tenth.said.expect("some"), tenth.came.rate().expect("some"));
        assert!((said - came).abs() < 0.08, "{tenth:?}");
    }
    // What is set says the same of all.
    let set: Vec<backtest::Said> = others.iter().map(|(row, _)| (row.known.set, row.won)).collect();
    assert!(backtest::brier(&said) < backtest::brier(&set));
}

#[test]
fn reasons_point_where_the_truth_does() {
    let past: Vec<Example> = history(3, 4_000).into_iter().map(|(row, _)| row).collect();
    let odds = Odds::learn(&past).expect("enough");
    let usual = Known { slips: 1, contacts: 2, days_in_stage: 30.0, size: 1.0, ..past[0].known };
    let points = |known: Known, feature: &str| {
        let told = odds.tell(&known).expect("told");
        told.reasons.iter().find(|reason| reason.feature == feature).expect("a reason").points
    };
    assert!(points(Known { slips: 3, ..usual }, "slips") < -0.03);
    assert!(points(Known { contacts: 5, ..usual }, "contacts") > 0.03);
    assert!(points(Known { stage: Id::from_i64(3), ..usual }, "stage") > 0.05);
    assert!(points(Known { stage: Id::from_i64(0), ..usual }, "stage") < -0.05);
}

#[test]
fn of_few_deals_little_is_learned() {
    let learned = |deals: usize| {
        let past: Vec<Example> = history(4, 4_000).into_iter().map(|(row, _)| row).collect();
        let (won, lost): (Vec<Example>, Vec<Example>) = past.into_iter().partition(|row| row.won);
        Odds::learn(&[&won[..deals], &lost[..deals]].concat()).map(|odds| odds.features().len())
    };
    assert_eq!(learned(29), Err(TooFew { won: 29, lost: 29, needed: 30 }));
    assert_eq!([learned(30), learned(49), learned(70), learned(400)], [Ok(3), Ok(4), Ok(7), Ok(7)]);
    // Rows are no deals: thirty of one deal are one.
    let one: Vec<Example> =
        history(5, 200).into_iter().map(|(row, _)| Example { deal: Id::from_i64(1), ..row }).collect();
    assert!(Odds::learn(&one).is_err());
}

#[test]
fn a_deal_tells_as_often_as_it_lasts_long() {
    let deal = Id::from_i64(77);
    let of = |from, to| moments(deal, from, to, 7).collect::<Vec<_>>();
    let found = of(0, 70);
    assert_eq!(found.len(), 10);
    assert!(found[0] < 7 && found.array_windows().all(|[one, next]| next - one == 7), "{found:?}");
    assert_eq!(found, of(0, 70));
    assert_eq!(of(5, 5), Vec::<i64>::new());
    // A deal of one day is seen once in seven.
    let seen = (0..7_000).filter(|id| moments(Id::from_i64(*id), 0, 1, 7).count() == 1).count();
    assert!((900..1_100).contains(&seen), "{seen}");
}
