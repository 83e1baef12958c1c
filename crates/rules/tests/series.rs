//! The forecast of a series on real ones, against published figures.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::Instant;

use cordee_rules::series::{Ask, Forecast, Method, Reason, forecast};

/// A shared file, beside the checkout, one folder further up or where CORDEE_SHARED says; without it a test tells so
/// and is skipped.
#[expect(clippy::disallowed_methods, reason = "only CI must have the data, and says so by its environment")]
fn shared(file: &str) -> Option<String> {
    let here = env!("CARGO_MANIFEST_DIR");
    let beside = ["/../../../shared", "/../../../../shared"].map(|up| format!("{here}{up}"));
    let places = std::env::var("CORDEE_SHARED").into_iter().chain(beside);
    let found =
        places.map(|place| PathBuf::from(place).join("data/forecasting").join(file)).find(|p| p.is_file());
    if found.is_none() {
        let message = format!("SKIPPED: there is no ../shared/data/forecasting/{file} beside the repository");
        assert!(std::env::var("CI").as_deref() != Ok("true"), "{message}");
        eprintln!("{message}");
    }
    found.map(|path| std::fs::read_to_string(path).expect("readable"))
}

fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table.lines().skip(1).map(|line| line.split(',').collect())
}

fn air_passengers() -> Option<Vec<f64>> {
    let table = shared("air_passengers.csv")?;
    Some(rows(&table).map(|row| row[1].parse().expect("a number")).collect())
}

/// What was known, and the 18 months that came.
type Known = (Vec<f64>, Vec<f64>);

/// Sixty short and noisy monthly series of companies, of the M3 competition.
fn m3() -> Option<BTreeMap<String, Known>> {
    let table = shared("m3_micro60.csv")?;
    let mut series: BTreeMap<String, Known> = BTreeMap::new();
    for row in rows(&table) {
        let (known, came) = series.entry(row[0].to_owned()).or_default();
        let part = if row[1] == "train" { known } else { came };
        part.push(row[3].parse().expect("a number"));
    }
    Some(series)
}

/// The published mean sMAPE of an entrant on the sixty.
fn published(entrant: &str) -> Option<f64> {
    let text = shared("reference_accuracy.json")?;
    let (_, after) = text.split_once("m3_micro60").expect("the sixty");
    let (_, after) = after.split_once(&format!("\"{entrant}\"")).expect("the entrant");
    let (_, after) = after.split_once("\"smape\":").expect("its figure");
    Some(after.split([',', '}']).next().expect("a value").trim().parse().expect("a number"))
}

fn months(known: &[f64], horizon: usize, confidence: f64) -> Forecast {
    forecast(known, &Ask { season: 12, horizon, confidence }).expect("enough")
}

fn smape(forecast: &Forecast, came: &[f64]) -> f64 {
    let each = forecast
        .points
        .iter()
        .zip(came)
        .map(|(point, came)| 200.0 * (point.expected - came).abs() / (point.expected.abs() + came.abs()));
    each.sum::<f64>() / came.len() as f64
}

#[test]
fn the_sixty_of_m3_are_forecast_as_well_as_by_theta() {
    let (Some(series), Some(theta)) = (m3(), published("THETA")) else { return };
    assert_eq!(series.len(), 60);
    let (mut sum, mut within, mut all) = (0.0, 0.0, 0.0);
    let mut taken: BTreeMap<&str, usize> = BTreeMap::new();
    for (known, came) in series.values() {
        let found = months(known, came.len(), 0.8);
        sum += smape(&found, came);
        *taken.entry(found.method.key()).or_default() += 1;
        for (point, came) in found.points.iter().zip(came) {
            within += f64::from((point.lower..=point.upper).contains(came));
            all += 1.0;
        }
    }
    let (mean, within) = (sum / 60.0, within / all);
    eprintln!(
        "M3: mean sMAPE {mean:.3}, Theta published {theta}; of 0.8 within the bounds {within:.3}; {taken:?}"
    );
    assert!(mean <= 1.02 * theta, "{mean}");
    // The bounds are rather too wide than too narrow.
    assert!((0.77..0.92).contains(&within), "{within}");
}

#[test]
fn a_growing_season_is_seen() {
    let Some(passengers) = air_passengers() else { return };
    let (known, came) = passengers.split_at(passengers.len() - 12);
    let started = Instant::now();
    let found = months(known, 12, 0.8);
    let error = smape(&found, came);
    eprintln!("AirPassengers: sMAPE {error:.3} by {} in {:?}", found.method.key(), started.elapsed());
    assert!(error <= 3.0, "{error}");
    assert!(found.seasonal && !found.few && (found.origins, found.reach) == (24, 12));
    for (method, scores) in &found.rivals {
        eprintln!("  {:30} {scores:.3?}", method.key());
    }
    let of = |wanted: Method| {
        found.rivals.iter().find(|(method, _)| *method == wanted).map(|(_, scores)| scores.error)
    };
    assert_eq!(of(found.method), Some(found.scores.error));
    assert!(of(Method::SeasonalNaive) > of(Method::Theta) && of(Method::Theta) > of(found.method));
    let Reason::NothingClearlyBetter { weights, as_weighed_now } = found.reason else {
        panic!("{:?}", found.reason)
    };
    eprintln!("  {weights:.2?}\n  as weighed now: {as_weighed_now:.3?}");
}
