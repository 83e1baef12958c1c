//! Whether quotas add up: a team's with those of its people and of the teams below it, that of a long period with those
//! of the shorter ones in it.

use std::collections::HashSet;

use cordee_base::Id;
use cordee_rules::fiscal::{Length, Period};
use cordee_rules::quota::{Sum, check};

use super::quotas::Quota;
use crate::planning::staff::Staff;

/// A quota beside its parts.
pub struct Check<'a> {
    /// The whole.
    pub quota: &'a Quota,
    /// Of what the parts are.
    pub parts: Parts,
    /// How many there are.
    pub count: usize,
    /// What they come to, in minor units.
    pub sum: i128,
    /// Whether that is the whole.
    pub verdict: Sum,
}

/// Of what parts are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parts {
    /// Of people, and of the teams below.
    People,
    /// Of quarters.
    Quarters,
    /// Of months.
    Months,
}

/// The checks of all that is asked: of teams in the period; of time, wherever the period is, lies in, or is made up of
/// a whole and its parts.
pub fn checks<'a>(period: &Period, staff: &Staff, quotas: &'a [Quota]) -> Vec<Check<'a>> {
    let mut checks = Vec::new();
    for quota in quotas.iter().filter(|quota| quota.is_for(period) && quota.team.is_some()) {
        checks.extend(quota.team.map(|team| {
            let mut parts = Vec::new();
            below(team, quota, staff, quotas, &mut HashSet::from([team]), &mut parts);
            made(quota, Parts::People, &parts)
        }));
    }
    for whole in [Length::Year, Length::Quarter] {
        let Some(around) = period.calendar().period(whole, period.first()) else { continue };
        if around.length() < period.length() {
            continue;
        }
        for quota in quotas.iter().filter(|quota| quota.is_for(&around)) {
            checks.extend(over_time(quota, &around, quotas));
        }
    }
    checks
}

/// The parts of a team's quota: those of its people, and of each team below it its quota, else the parts of that.
fn below<'a>(
    team: Id,
    whole: &Quota,
    staff: &Staff,
    quotas: &'a [Quota],
    seen: &mut HashSet<Id>,
    parts: &mut Vec<&'a Quota>,
) {
    let like = |quota: &&Quota| quota.days == whole.days && quota.family() == whole.family();
    let people: HashSet<Id> = staff.people_in(team).map(|person| person.id).collect();
    let theirs = |quota: &&Quota| quota.team.is_none() && quota.owner.is_some_and(|id| people.contains(&id));
    parts.extend(quotas.iter().filter(like).filter(theirs));
    for one in staff.teams_in(team) {
        if !seen.insert(one.id) {
            continue;
        }
        let own: Vec<&Quota> =
            quotas.iter().filter(like).filter(|quota| quota.team == Some(one.id)).collect();
        match own.is_empty() {
            true => below(one.id, whole, staff, quotas, seen, parts),
            false => parts.extend(own),
        }
    }
}

/// The quarters of a year, else its months; nothing to check where there are neither.
fn over_time<'a>(quota: &'a Quota, period: &Period, quotas: &'a [Quota]) -> Option<Check<'a>> {
    let same = |other: &&Quota| {
        let whose = match quota.team {
            Some(_) => other.team == quota.team,
            None => other.team.is_none() && other.owner == quota.owner,
        };
        whose && other.family() == quota.family()
    };
    [(Length::Quarter, Parts::Quarters), (Length::Month, Parts::Months)].into_iter().find_map(
        |(length, kind)| {
            if length >= period.length() {
                return None;
            }
            let spans = period.parts(length);
            let within = |other: &&Quota| spans.iter().any(|span| other.is_for(span));
            let parts: Vec<&Quota> = quotas.iter().filter(same).filter(within).collect();
            (!parts.is_empty()).then(|| made(quota, kind, &parts))
        },
    )
}

fn made<'a>(quota: &'a Quota, kind: Parts, parts: &[&Quota]) -> Check<'a> {
    Check {
        quota,
        parts: kind,
        count: parts.len(),
        sum: parts.iter().map(|part| i128::from(part.minor)).sum(),
        verdict: check(quota.minor, parts.iter().map(|part| part.minor)),
    }
}
