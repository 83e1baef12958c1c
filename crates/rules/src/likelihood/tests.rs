use cordee_base::{Chance, SeededChance};

use super::*;

/// Class, sex, age of those on the Titanic, with how many were lost and saved: R. J. MacG. Dawson (1995), The "unusual
/// episode" data revisited. Journal of Statistics Education 3 (3).
#[rustfmt::skip]
const TITANIC: [([f64; 5], usize, usize); 14] = [
    // second, third, crew, female, adult
    ([0.0, 0.0, 0.0, 0.0, 0.0],   0,   5),
    ([0.0, 0.0, 0.0, 1.0, 0.0],   0,   1),
    ([1.0, 0.0, 0.0, 0.0, 0.0],   0,  11),
    ([1.0, 0.0, 0.0, 1.0, 0.0],   0,  13),
    ([0.0, 1.0, 0.0, 0.0, 0.0],  35,  13),
    ([0.0, 1.0, 0.0, 1.0, 0.0],  17,  14),
    ([0.0, 0.0, 0.0, 0.0, 1.0], 118,  57),
    ([0.0, 0.0, 0.0, 1.0, 1.0],   4, 140),
    ([1.0, 0.0, 0.0, 0.0, 1.0], 154,  14),
    ([1.0, 0.0, 0.0, 1.0, 1.0],  13,  80),
    ([0.0, 1.0, 0.0, 0.0, 1.0], 387,  75),
    ([0.0, 1.0, 0.0, 1.0, 1.0],  89,  76),
    ([0.0, 0.0, 1.0, 0.0, 1.0], 670, 192),
    ([0.0, 0.0, 1.0, 1.0, 1.0],   3,  20),
];
const ABOARD: [&str; 5] = ["class", "class", "class", "sex", "age"];

fn titanic() -> (Vec<f64>, Vec<bool>) {
    let (mut rows, mut saved) = (Vec::new(), Vec::new());
    for (row, lost, won) in TITANIC {
        (0..lost + won).for_each(|_| rows.extend(row));
        saved.extend(std::iter::repeat_n(false, lost).chain(std::iter::repeat_n(true, won)));
    }
    (rows, saved)
}

#[test]
fn the_titanic_as_it_is_printed() {
    let (rows, won) = titanic();
    assert_eq!(won.len(), 2_201);
    let past = Past { features: &ABOARD, rows: &rows, won: &won };
    let (constant, weights) = Likelihood::learn(&past, 0.0).expect("a fit").weights();
    // What R prints for glm(Survived ~ Class + Sex + Age, binomial) over its own data set Titanic.
    let wanted = [-1.0181, -1.7778, -0.8577, 2.4201, -1.0615];
    assert!((constant - 0.6853).abs() < 0.000_051, "{constant}");
    for (found, wanted) in weights.iter().zip(wanted) {
        assert!((found - wanted).abs() < 0.000_051, "{weights:?}");
    }
}

#[test]
fn reasons_are_told_by_feature_and_add_up() {
    let (rows, won) = titanic();
    let past = Past { features: &ABOARD, rows: &rows, won: &won };
    let learned = Likelihood::learn(&past, Likelihood::RIDGE).expect("a fit");
    assert_eq!(learned.learned_of(), (711, 1_490));
    let lady = learned.explain(&[0.0, 0.0, 0.0, 1.0, 1.0]).expect("an answer");
    let names: Vec<&str> = lady.reasons.iter().map(|reason| reason.feature.as_str()).collect();
    assert_eq!(names, ["sex", "class", "age"]);
    let odds = |probability: Probability| (probability.get() / (1.0 - probability.get())).ln();
    let sum: f64 = lady.reasons.iter().map(|reason| reason.log_odds).sum();
    assert!((odds(lady.probability) - odds(lady.average) - sum).abs() < 1e-9);
    assert!(lady.reasons.iter().all(|reason| reason.points.signum() == reason.log_odds.signum()));
    assert!((lady.probability.get() - 140.0 / 144.0).abs() < 0.1);
}

/// Deals whose log-odds are known.
fn generated(deals: usize, constant: f64, weights: &[f64], seed: u64) -> (Vec<f64>, Vec<bool>) {
    let mut chance = SeededChance::new(seed);
    let mut even = move || chance.u64() as f64 / u64::MAX as f64;
    let (mut rows, mut won) = (Vec::new(), Vec::new());
    for _ in 0..deals {
        // Columns of very different width: days, shares, yes or no.
        let row: Vec<f64> = (0..weights.len())
            .map(|at| match at % 3 {
                0 => even() * 200.0,
                1 => even(),
                _ => f64::from(u8::from(even() < 0.3)),
            })
            .collect();
        let log_odds: f64 =
            constant + row.iter().zip(weights).map(|(number, weight)| number * weight).sum::<f64>();
        won.push(even() < Probability::from_log_odds(log_odds).get());
        rows.extend(row);
    }
    (rows, won)
}

#[test]
fn known_weights_are_found_again() {
    let (constant, weights) = (0.8, [-0.02, 2.0, 0.7, 0.005, -1.0, 0.0]);
    let (rows, won) = generated(20_000, constant, &weights, 11);
    let past = Past { features: &["a", "b", "c", "d", "e", "f"], rows: &rows, won: &won };
    let (found_constant, found) = Likelihood::learn(&past, Likelihood::RIDGE).expect("a fit").weights();
    assert!((found_constant - constant).abs() < 0.15, "{found_constant}");
    // Three to four standard errors: of days, of shares, of yes or no.
    for (at, (found, wanted)) in found.iter().zip(weights).enumerate() {
        let within = [0.002, 0.25, 0.15][at % 3];
        assert!((found - wanted).abs() < within, "column {at}: {found}, not {wanted}");
    }
}

#[test]
fn what_is_learned_is_better_than_a_guess_and_calibrated() {
    let (constant, weights) = (0.8, [-0.02, 2.0, 0.7]);
    let (rows, won) = generated(4_000, constant, &weights, 5);
    let learned =
        Likelihood::learn(&Past { features: &["a", "b", "c"], rows: &rows, won: &won }, 1.0).expect("a fit");
    let (rows, won) = generated(4_000, constant, &weights, 6);
    let said: Vec<backtest::Said> = rows
        .chunks_exact(3)
        .zip(&won)
        .map(|(row, won)| (learned.explain(row).expect("an answer").probability, *won))
        .collect();
    let rate = won.iter().filter(|won| **won).count() as f64 / won.len() as f64;
    assert!(backtest::brier(&said).expect("deals") < rate * (1.0 - rate) * 0.9);
    assert!(backtest::area(&said).expect("deals") > 0.7);
    assert!(backtest::bias(&said).expect("deals").abs() < 0.03);
    for tenth in backtest::calibration(&said).iter().filter(|tenth| !tenth.came.is_small()) {
        let interval = tenth.came.estimate(crate::proportion::Confidence::P99).expect("deals").interval;
        let said = tenth.said.expect("deals");
        assert!(interval.low - 0.02 < said && said < interval.high + 0.02, "{tenth:?}");
    }
}

#[test]
fn a_ridge_draws_weights_towards_none() {
    let (rows, won) = generated(400, 0.0, &[0.01, 1.0], 3);
    let learn = |ridge: f64| {
        let past = Past { features: &["a", "b"], rows: &rows, won: &won };
        Likelihood::learn(&past, ridge).expect("a fit").weights().1
    };
    let size = |weights: Vec<f64>| weights[0].abs() * 200.0 + weights[1].abs();
    let sizes: Vec<f64> = [0.0, 10.0, 100.0, 1e9].map(learn).into_iter().map(size).collect();
    assert!(sizes.is_sorted_by(|one, next| one > next), "{sizes:?}");
    assert!(sizes[3] < 1e-4, "{sizes:?}");
}

#[test]
fn columns_that_say_nothing_or_the_same_or_all() {
    let (numbers, won) = generated(400, 0.0, &[0.01], 3);
    let wide = |other: &dyn Fn(f64, bool) -> f64| -> Vec<f64> {
        numbers.iter().zip(&won).flat_map(|(number, won)| [*number, other(*number, *won)]).collect()
    };
    let learn = |rows: &[f64], ridge: f64| {
        let past = Past { features: &["a", "b"], rows, won: &won };
        Likelihood::learn(&past, ridge).map(|learned| learned.weights().1)
    };
    let constant = learn(&wide(&|_, _| 0.1), 0.0).expect("a fit");
    assert_eq!(constant[1], 0.0, "what is always the same has no weight");
    let twice = wide(&|number, _| 2.0 * number);
    assert_eq!(learn(&twice, 0.0), Err(Unlearned::Unsettled));
    let shared = learn(&twice, 1.0).expect("a fit");
    assert!((shared[0] - 2.0 * shared[1]).abs() < 1e-9, "twins share: {shared:?}");
    let oracle = wide(&|_, won| f64::from(u8::from(won)));
    assert_eq!(learn(&oracle, 0.0), Err(Unlearned::Unsettled));
    assert!(learn(&oracle, 1.0).expect("a fit")[1] > 3.0);
}

#[test]
fn what_is_refused() {
    let (rows, won) = generated(400, 0.0, &[0.01], 3);
    let of = |features: &[&str], rows: &[f64], won: &[bool], ridge: f64| {
        Likelihood::learn(&Past { features, rows, won }, ridge).map(|_| ())
    };
    let mut odd = rows.clone();
    odd[7] = f64::NAN;
    let lost = vec![false; 400];
    let many = ["x"; 41];
    #[rustfmt::skip]
    let table = [
        ("enough",         of(&["a"], &rows, &won, 0.0),              Ok(())),
        ("no feature",     of(&[], &[], &won, 0.0),                   Err(Unlearned::Features(0))),
        ("many features",  of(&many, &rows, &won, 0.0),               Err(Unlearned::Features(41))),
        ("rows missing",   of(&["a"], &rows[1..], &won, 0.0),         Err(Unlearned::Shape)),
        ("no number",      of(&["a"], &odd, &won, 0.0),               Err(Unlearned::NoNumber { row: 7, column: 0 })),
        ("none won",       of(&["a"], &rows, &lost, 0.0),             Err(Unlearned::TooFew { won: 0, lost: 400, needed: 30 })),
        ("no deals",       of(&["a", "b", "c", "d"], &[], &[], 0.0),  Err(Unlearned::TooFew { won: 0, lost: 0, needed: 40 })),
        ("negative ridge", of(&["a"], &rows, &won, -1.0),             Err(Unlearned::Ridge)),
        ("no ridge at all", of(&["a"], &rows, &won, f64::NAN),        Err(Unlearned::Ridge)),
    ];
    for (name, found, wanted) in table {
        assert_eq!(found, wanted, "{name}");
    }
    let learned = Likelihood::learn(&Past { features: &["a"], rows: &rows, won: &won }, 1.0).expect("a fit");
    for deal in [&[][..], &[1.0, 2.0], &[f64::NAN], &[f64::INFINITY]] {
        assert_eq!(learned.explain(deal), None, "{deal:?}");
    }
}
