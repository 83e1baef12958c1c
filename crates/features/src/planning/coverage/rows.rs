//! A row for each person, team or product family: its quota, and what its deals come to.

use std::collections::{BTreeMap, HashSet};

use cordee_base::{Decimal, Id, Outcome};
use cordee_records::Gate;
use cordee_records::system::{team::TEAM, user::USER};
use cordee_rules::coverage::{self, Coverage};
use cordee_rules::proportion::Share;
use cordee_rules::{figures, quota};

use super::deals::{Deals, Sums};
use super::quotas::Quota;
use super::{Asked, By};
use crate::planning::staff::Staff;

/// Whose figures, or of what.
#[derive(Clone, Debug, PartialEq)]
pub enum Whose {
    /// A person's.
    Person(Option<Id>),
    /// A team's, with those below it.
    Team(Id),
    /// Those of a product family, as it is written, sold by those who have a quota for it.
    Series(String),
}

/// A row.
pub struct Line {
    /// Whose.
    pub whose: Whose,
    /// What they are called.
    pub name: String,
    /// The quota, if there is one.
    pub quota: Option<i64>,
    /// What the deals come to.
    pub sums: Sums,
    /// Whose deals.
    pub sellers: HashSet<Option<Id>>,
    /// The teams of which these are all people, of a team's row.
    pub teams: Vec<Id>,
    /// Counts for the whole: it has a quota that is no part of another row's.
    pub counts: bool,
}

/// The figures of a row, or of the whole.
pub struct Figures {
    /// Won ÷ quota.
    pub attainment: Option<Decimal>,
    /// Attainment ÷ share of the period gone.
    pub pace: Option<Decimal>,
    /// What is left of the quota, in minor units.
    pub left: Option<i64>,
    /// What must be won in each week that is left.
    pub per_week: Option<Decimal>,
    /// How many times the open pipeline covers the quota, and what is left of it.
    pub coverage: Coverage,
    /// The same of the open pipeline weighted by probability.
    pub weighted: Coverage,
    /// How many times it should, from one's own win rate; none where too few deals say so.
    pub target: Option<Decimal>,
    /// What is missing in the pipeline for that.
    pub missing: Option<Decimal>,
}

/// What follows from a quota and deals.
pub fn figures(asked: &Asked, quota: Option<i64>, sums: &Sums) -> Figures {
    let (period, won) = (&asked.period, minor(sums.won));
    let attainment = quota.and_then(|quota| quota::attainment(won, quota));
    let left = quota.map(|quota| quota::left(quota, won));
    let enough = sums.closed_before >= Share::ENOUGH;
    let rate = figures::win_rate(sums.won_before, sums.lost_before).filter(|_| enough);
    let target = rate.and_then(coverage::target);
    let none = Coverage { quota: None, rest: None };
    let covers = |open| quota.map_or(none, |quota| coverage::coverage(open, quota, won));
    Figures {
        attainment,
        pace: attainment.and_then(|attained| quota::pace(attained, period.share_gone(asked.next))),
        left,
        per_week: left.and_then(|left| quota::per_week(left, period.days_left(asked.next))),
        coverage: covers(sums.open),
        weighted: covers(sums.weighted),
        target,
        missing: left.zip(target).map(|(left, target)| coverage::missing(sums.open, left, target)),
    }
}

/// The rows in the order in which they are shown: the largest quota first.
pub fn rows(asked: &Asked, staff: &Staff, quotas: &[Quota], deals: &Deals) -> Vec<Line> {
    let held: Vec<&Quota> = quotas.iter().filter(|quota| quota.is_for(&asked.period)).collect();
    let mut lines = match asked.by {
        By::Person => by_person(staff, &held, deals),
        By::Team => by_team(staff, &held, deals),
        By::Series => by_series(staff, &held, deals),
    };
    lines.retain(|line| line.quota.is_some() || line.sums.is_something());
    lines.sort_by(|one, other| {
        let place = |line: &Line| (line.quota.unwrap_or(-1), line.sums.won + line.sums.open);
        place(other).cmp(&place(one)).then_with(|| one.name.cmp(&other.name))
    });
    lines
}

/// Calls people and teams as the asker may: by their names, or by their ids where these are kept from them.
pub fn call(gate: &mut Gate<'_>, lines: &mut [Line]) -> Outcome<()> {
    for object in [&USER, &TEAM] {
        let of = |line: &Line| match line.whose {
            Whose::Person(person) if object.name == USER.name => person,
            Whose::Team(team) if object.name == TEAM.name => Some(team),
            _ => None,
        };
        let ids: Vec<Id> = lines.iter().filter_map(of).collect();
        let hits = match gate.object(object.name) {
            Ok(object) => gate.titles(object, &ids)?,
            Err(_) => Vec::new(),
        };
        for line in &mut *lines {
            if let Some(id) = of(line) {
                let hit = hits.iter().find(|hit| hit.id == id);
                line.name = hit.map_or_else(|| id.to_string(), |hit| hit.title.clone());
            }
        }
    }
    Ok(())
}

/// Each person with the quota over all that is sold.
fn by_person(staff: &Staff, held: &[&Quota], deals: &Deals) -> Vec<Line> {
    let mut owners: BTreeMap<Option<Id>, Option<i64>> = deals.keys().map(|key| (key.owner, None)).collect();
    for quota in held.iter().filter(|quota| quota.team.is_none() && quota.series.is_none()) {
        let sum = owners.entry(quota.owner).or_default();
        *sum = Some(sum.unwrap_or(0).saturating_add(quota.minor));
    }
    let line = |(owner, quota): (Option<Id>, Option<i64>)| {
        let sellers = HashSet::from([owner]);
        let person = owner.and_then(|id| staff.person(id));
        Line {
            whose: Whose::Person(owner),
            name: person.map(|person| person.name.clone()).unwrap_or_default(),
            quota,
            sums: added(deals, &sellers, None),
            sellers,
            teams: Vec::new(),
            counts: quota.is_some(),
        }
    };
    owners.into_iter().map(line).collect()
}

/// Each team with its quota over all that is sold, and the deals of all who work in it or below.
fn by_team(staff: &Staff, held: &[&Quota], deals: &Deals) -> Vec<Line> {
    let quota_of = |team: Id| {
        let theirs = held.iter().filter(|quota| quota.team == Some(team) && quota.series.is_none());
        theirs.map(|quota| quota.minor).reduce(i64::saturating_add)
    };
    let line = |team: &crate::planning::staff::Team| {
        let sellers = staff.people_below(team.id).into_iter().map(Some).collect();
        let mut teams: Vec<Id> = staff.branch(team.id).into_iter().collect();
        teams.sort_unstable();
        let quota = quota_of(team.id);
        let above = staff.teams().iter().filter(|other| other.id != team.id && quota_of(other.id).is_some());
        let mut above = above.filter(|other| staff.branch(other.id).contains(&team.id));
        Line {
            whose: Whose::Team(team.id),
            name: team.name.clone(),
            quota,
            sums: added(deals, &sellers, None),
            sellers,
            teams,
            counts: quota.is_some() && above.next().is_none(),
        }
    };
    staff.teams().iter().map(line).collect()
}

/// Each product family with the quotas of people for it, else those of teams; the deals of those who have one.
fn by_series(staff: &Staff, held: &[&Quota], deals: &Deals) -> Vec<Line> {
    let mut families: BTreeMap<String, String> = BTreeMap::new();
    for quota in held {
        if let (Some(family), Some(series)) = (quota.family(), &quota.series) {
            families.entry(family).or_insert_with(|| series.clone());
        }
    }
    let line = |(family, series): (String, String)| {
        let of_it = || held.iter().filter(|quota| quota.family().as_ref() == Some(&family));
        let people: Vec<&&Quota> = of_it().filter(|quota| quota.team.is_none()).collect();
        let (minor, sellers) = if people.is_empty() {
            let teams: HashSet<Id> = of_it().filter_map(|quota| quota.team).collect();
            let below = |team: Id| teams.iter().any(|up| *up != team && staff.branch(*up).contains(&team));
            let top: Vec<&&Quota> =
                of_it().filter(|quota| quota.team.is_some_and(|team| !below(team))).collect();
            let sellers = top.iter().filter_map(|quota| quota.team).flat_map(|team| staff.people_below(team));
            let sellers = sellers.map(Some).collect();
            (top.iter().map(|quota| quota.minor).reduce(i64::saturating_add), sellers)
        } else {
            let minor = people.iter().map(|quota| quota.minor).reduce(i64::saturating_add);
            (minor, people.iter().map(|quota| quota.owner).collect())
        };
        let sums = added(deals, &sellers, Some(&family));
        Line {
            whose: Whose::Series(series.clone()),
            name: series,
            quota: minor,
            sums,
            sellers,
            teams: Vec::new(),
            counts: true,
        }
    };
    families.into_iter().map(line).collect()
}

/// What the deals of these come to; of this family, if one is said.
pub fn added(deals: &Deals, sellers: &HashSet<Option<Id>>, family: Option<&String>) -> Sums {
    let mut sums = Sums::default();
    for (key, more) in deals {
        let of_it = family.is_none_or(|family| key.family.as_ref() == Some(family));
        if of_it && sellers.contains(&key.owner) {
            sums.add(more);
        }
    }
    sums
}

/// A sum in whole minor units.
pub fn minor(sum: Decimal) -> i64 {
    i64::try_from(sum).unwrap_or(if sum < Decimal::ZERO { i64::MIN } else { i64::MAX })
}
