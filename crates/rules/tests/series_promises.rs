//! What holds of the forecast of any series.

use cordee_rules::series::{Ask, Forecast, Method, Reason, Refusal, forecast};

const ASK: Ask = Ask { season: 12, horizon: 6, confidence: 0.8 };

fn series(count: u32, value: impl Fn(f64) -> f64) -> Vec<f64> {
    (0..count).map(|at| value(f64::from(at))).collect()
}

/// Ups and downs without a rule, between 0 and 30.
fn noise(at: f64) -> f64 {
    (at * 7919.0 + 13.0) % 31.0
}

/// A year's season: much at its end.
fn season(at: f64) -> f64 {
    [0.7, 0.8, 1.0, 0.9, 0.9, 1.1, 0.6, 0.7, 1.0, 1.1, 1.3, 1.9][at as usize % 12]
}

fn expected(found: &Forecast) -> Vec<f64> {
    found.points.iter().map(|point| point.expected).collect()
}

fn near(found: &[f64], wanted: &[f64], share: f64) -> bool {
    found.len() == wanted.len()
        && found.iter().zip(wanted).all(|(f, w)| (f - w).abs() <= share * w.abs().max(1e-9))
}

/// A name, how many points, and the value of each.
type Rule = (&'static str, u32, fn(f64) -> f64);

#[test]
fn what_has_a_rule_goes_on() {
    let rules: [Rule; 9] = [
        ("a constant", 30, |_| 250.0),
        ("a constant below zero", 30, |_| -3.5),
        ("few of a constant", 8, |_| 7.0),
        ("nothing at all", 40, |_| 0.0),
        ("a slope", 40, |at| 100.0 + 5.0 * at),
        ("a slope down through zero", 40, |at| 100.0 - 4.0 * at),
        ("a short slope", 12, |at| 100.0 + 5.0 * at),
        ("a season", 48, |at| 1000.0 * season(at)),
        ("a season with zeros", 48, |at| if at as usize % 12 < 3 { 0.0 } else { 40.0 }),
    ];
    for (name, count, rule) in rules {
        let found = forecast(&series(count, rule), &ASK).expect(name);
        let wanted: Vec<f64> = (count..count + 6).map(|at| rule(f64::from(at))).collect();
        assert!(
            near(&expected(&found), &wanted, 0.005),
            "{name} by {}: {:?}",
            found.method.key(),
            found.points
        );
    }
}

#[test]
fn a_growing_season_goes_on_in_proportion() {
    let rule = |at: f64| (1000.0 + 20.0 * at) * season(at);
    let found = forecast(&series(60, rule), &ASK).expect("enough");
    let wanted: Vec<f64> = (60..66).map(|at| rule(f64::from(at))).collect();
    assert!(near(&expected(&found), &wanted, 0.02), "{:?} instead of {wanted:?}", found.points);
    assert!(found.seasonal);
}

#[test]
fn what_never_changed_is_certain() {
    for value in [0.0, 12.0, -12.0] {
        let found = forecast(&series(30, |_| value), &ASK).expect("enough");
        let sure = |low: f64| (low - value).abs() < 1e-6;
        assert!(
            found.points.iter().all(|point| sure(point.lower) && sure(point.upper)),
            "{:?}",
            found.points
        );
        assert_eq!(found.scores.mase, None, "no change to scale by");
    }
}

#[test]
fn the_unit_makes_no_difference() {
    let histories = [
        series(48, |at| (500.0 + 30.0 * noise(at)) * season(at)),
        series(30, |at| noise(at) - 15.0),
        series(20, |at| if noise(at) > 15.0 { noise(at) } else { 0.0 }),
    ];
    for history in histories {
        let plain = forecast(&history, &ASK).expect("enough");
        for (factor, share) in
            [(1024.0, 0.0), (2f64.powi(-200), 0.0), (100.0, 0.01), (1e-6, 0.01), (1e90, 0.01)]
        {
            let times: Vec<f64> = history.iter().map(|value| value * factor).collect();
            let found = forecast(&times, &ASK).expect("enough");
            for (found, plain) in found.points.iter().zip(&plain.points) {
                let pairs = [
                    (found.expected, plain.expected),
                    (found.upper, plain.upper),
                    (found.lower, plain.lower),
                ];
                for (found, plain) in pairs {
                    let apart = (found / factor - plain).abs();
                    assert!(apart <= share * plain.abs().max(1.0), "times {factor}: {found} for {plain}");
                }
            }
        }
    }
}

#[test]
fn bounds_are_around_what_is_expected() {
    let histories = [
        series(50, |at| 20.0 + noise(at)),
        series(50, noise),
        series(50, |at| noise(at) - 15.0),
        series(9, noise),
        series(40, |at| (40.0 - at).max(0.0)),
        series(36, |at| if at > 30.0 { 90.0 } else { 0.0 }),
    ];
    for history in histories {
        let of = |confidence| forecast(&history, &Ask { confidence, ..ASK }).expect("enough").points;
        let never_negative = history.iter().all(|value| *value >= 0.0);
        for (narrow, wide) in of(0.5).iter().zip(of(0.95)) {
            let rising = [wide.lower, narrow.lower, narrow.expected, narrow.upper, wide.upper];
            assert!(rising.is_sorted() && rising.iter().all(|bound| bound.is_finite()), "{rising:?}");
            assert!(wide.lower >= 0.0 || !never_negative, "{wide:?}");
        }
    }
}

#[test]
fn the_same_again_says_the_same() {
    let history = series(50, |at| (100.0 + noise(at)) * season(at));
    assert_eq!(forecast(&history, &ASK), forecast(&history, &ASK));
}

#[test]
fn it_tells_on_what_it_rests() {
    #[rustfmt::skip]
    let table = [
        // points, season, horizon; origins, reach, few
        (8,  12, 6,  3,  3,  true),
        (8,  1,  3,  3,  3,  true),
        (12, 1,  3,  6,  3,  false),
        (30, 12, 12, 15, 12, true),
        (36, 12, 12, 12, 12, false),
        (50, 12, 18, 26, 18, false),
        (24, 4,  4,  12, 4,  false),
        (40, 90, 6,  14, 6,  true),
    ];
    for (points, season, horizon, origins, reach, few) in table {
        let ask = Ask { season, horizon, confidence: 0.8 };
        let found = forecast(&series(points, |at| 10.0 + noise(at)), &ask).expect("enough");
        let rest = (found.origins, found.reach, found.few);
        assert_eq!(rest, (origins, reach, few), "{points} points of {season}, {horizon} ahead");
        assert_eq!(found.points.len(), horizon);
    }
}

#[test]
fn it_tells_why() {
    let found = forecast(&series(50, |at| 20.0 + noise(at)), &ASK).expect("enough");
    let Reason::NothingClearlyBetter { weights, as_weighed_now } = &found.reason else {
        panic!("{:?}", found.reason)
    };
    assert_eq!(found.method, Method::Weighed);
    assert!((weights.iter().map(|(_, weight)| weight).sum::<f64>() - 1.0).abs() < 1e-9);
    assert!(weights.is_sorted_by(|one, other| one.1 >= other.1));
    assert!(
        as_weighed_now.error <= found.scores.error && found.scores.error < 31.0,
        "in the unit of the series"
    );
    assert!(found.rivals.is_sorted_by(|one, other| one.1.error <= other.1.error));
    assert!(found.rivals.contains(&(found.method, found.scores)));
    assert!(found.rivals.iter().any(|(method, _)| *method == Method::WintersMultiplicative));

    let signed = forecast(&series(50, |at| noise(at) - 15.0), &ASK).expect("enough");
    let positive_only = [Method::WintersMultiplicative, Method::LogTheta, Method::LogWinters];
    assert!(signed.rivals.iter().all(|(method, _)| !positive_only.contains(method)));

    let slope = forecast(&series(40, |at| 100.0 + 5.0 * at), &Ask { season: 1, ..ASK }).expect("enough");
    assert_eq!(slope.method, Method::Holt);
    assert!(!matches!(slope.reason, Reason::NothingClearlyBetter { .. }), "{:?}", slope.reason);
}

#[test]
fn what_cannot_be_forecast_is_refused() {
    let fine = || series(20, |at| 10.0 + noise(at));
    let with = |value: f64| {
        let mut history = fine();
        history[4] = value;
        history
    };
    let too_short = |needed, given| Refusal::TooShort { needed, given };
    #[rustfmt::skip]
    let table = [
        ("nothing",            vec![],           ASK,                               too_short(8, 0)),
        ("seven",              vec![1.0; 7],     ASK,                               too_short(8, 7)),
        ("further than past",  fine(),           Ask { horizon: 21, ..ASK },        too_short(21, 20)),
        ("for ever",           fine(),           Ask { horizon: usize::MAX, ..ASK }, too_short(usize::MAX, 20)),
        ("not a number",       with(f64::NAN),   ASK,                               Refusal::NotAnAmount { at: 4 }),
        ("endless",            with(f64::INFINITY), ASK,                            Refusal::NotAnAmount { at: 4 }),
        ("below all",          with(f64::NEG_INFINITY), ASK,                        Refusal::NotAnAmount { at: 4 }),
        ("beyond all",         with(f64::MAX),   ASK,                               Refusal::NotAnAmount { at: 4 }),
        ("no season",          fine(),           Ask { season: 0, ..ASK },          Refusal::NoPoints),
        ("no horizon",         fine(),           Ask { horizon: 0, ..ASK },         Refusal::NoPoints),
        ("not sure at all",    fine(),           Ask { confidence: 0.0, ..ASK },    Refusal::Confidence),
        ("quite sure",         fine(),           Ask { confidence: 1.0, ..ASK },    Refusal::Confidence),
        ("sure of nothing",    fine(),           Ask { confidence: f64::NAN, ..ASK }, Refusal::Confidence),
    ];
    for (name, history, ask, wanted) in table {
        assert_eq!(forecast(&history, &ask), Err(wanted), "{name}");
    }
    let endless = Ask { season: usize::MAX, ..ASK };
    assert!(forecast(&fine(), &endless).is_ok(), "a season longer than the history is none");
}
