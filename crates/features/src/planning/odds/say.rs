//! Why a deal is likely or not, in words.

use cordee_kit::Said;
use cordee_rules::likelihood::Reason;
use cordee_rules::odds::Known;
use cordee_rules::probability::Probability;

use super::learned::Told;
use crate::planning::titles::Titles;

/// So many reasons are told.
const TOLD: usize = 3;
/// What moves the probability by less is no reason.
const LEAST: f64 = 0.01;

/// A probability.
pub fn probability(probability: Probability) -> Said {
    Said::measured(probability.get(), Said::Ratio)
}

/// The strongest reasons, with the points by which each moves the probability.
pub fn reasons(told: &Told, stages: &Titles) -> Said {
    let Some(explained) = &told.explained else { return Said::Nothing };
    let strong = explained.reasons.iter().filter(|reason| reason.points.abs() >= LEAST);
    let said: Vec<Said> = strong
        .filter_map(|reason| Some(moves(reason, why(reason, &told.known, stages)?)))
        .take(TOLD)
        .collect();
    if said.is_empty() { Said::Word("report-reason-none") } else { Said::Several(said) }
}

fn moves(reason: &Reason, why: Said) -> Said {
    let key = if reason.points > 0.0 { "report-reason-up" } else { "report-reason-down" };
    let points = Said::Count((reason.points.abs() * 100.0).round() as i64);
    Said::Sentence(key, vec![("points", points), ("why", why)])
}

/// What is so about the deal.
fn why(reason: &Reason, known: &Known, stages: &Titles) -> Option<Said> {
    let days = |days: f64| Said::Count(days as i64);
    let (key, said) = match reason.feature.as_str() {
        "stage" => ("report-reason-stage", stages.text(known.stage)),
        "slips" => ("report-reason-slips", Said::count(known.slips)),
        "contacts" => ("report-reason-contacts", Said::count(known.contacts)),
        "days_in_stage" => ("report-reason-days-in-stage", days(known.days_in_stage)),
        "age" => ("report-reason-age", days(known.age)),
        "owner" => ("report-reason-owner", probability(known.owner)),
        "size" => ("report-reason-size", Said::measured(known.size, Said::Number)),
        _ => return None,
    };
    Some(Said::Sentence(key, vec![("number", said)]))
}
