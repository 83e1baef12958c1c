//! Whose quota a board tells: that of the people whose deals it is narrowed to; of who leads a team that of the team;
//! else one's own.

use std::collections::HashSet;

use cordee_base::{Id, Outcome};
use cordee_catalog::opportunity::OWNER;
use cordee_kit::Said;
use cordee_records::Gate;
use cordee_records::system::team::{MANAGER, TEAM};
use cordee_records::system::user::USER;
use cordee_rules::fiscal::Period;
use cordee_schema::{Condition, Filter, Operand, Operator, Value};

use super::Quota;
use crate::planning::staff::Staff;
use crate::planning::titles::Titles;

/// So many people, or teams, are called by their names.
const NAMED: usize = 3;

/// Who is asked about.
pub struct Asked {
    staff: Staff,
    me: Option<Id>,
    /// The people to whom the board is narrowed, by name, if it is.
    chosen: Option<Vec<(Id, String)>>,
}

/// What they are to win.
pub struct Held {
    /// Whose it is.
    pub whose: Said,
    /// Whether it is that of teams.
    pub of_teams: bool,
    /// What is to be won, in minor units.
    pub minor: i64,
    /// Whose deals count.
    pub sellers: HashSet<Option<Id>>,
}

impl Asked {
    /// Who is asked about where deals are narrowed like this.
    pub fn read(gate: &mut Gate<'_>, filter: &Filter) -> Outcome<Asked> {
        let me = gate.actor().user_id();
        let chosen = match owners(filter, me) {
            Some(ids) => {
                let titles = Titles::of(gate, USER.name, ids.iter().copied())?;
                let name = |id: Id| match titles.text(id) {
                    Said::Text(name) => (id, name),
                    _ => (id, String::new()),
                };
                Some(ids.into_iter().map(name).collect())
            }
            None => None,
        };
        Ok(Asked { staff: Staff::read(gate)?, me, chosen })
    }

    /// What they are to win in a period, of these quotas; none where there is no quota of theirs.
    pub fn held(&self, period: &Period, quotas: &[Quota]) -> Option<Held> {
        let held: Vec<&Quota> =
            quotas.iter().filter(|quota| quota.is_for(period) && quota.series.is_none()).collect();
        match (&self.chosen, self.me) {
            (Some(chosen), me) => {
                let ids: Vec<Id> = chosen.iter().map(|(id, _)| *id).collect();
                let whose = if me.is_some_and(|me| ids == [me]) { mine() } else { named(chosen) };
                of_people(&held, ids, whose)
            }
            (None, Some(me)) => self.of_teams(&held, me).or_else(|| of_people(&held, vec![me], mine())),
            (None, None) => None,
        }
    }

    /// Of the teams that this person leads: the quotas of the highest of them and of those below them that have one, else
    /// those of their people added up.
    fn of_teams(&self, held: &[&Quota], me: Id) -> Option<Held> {
        let led: Vec<Id> = self.staff.led_by(me).map(|team| team.id).collect();
        let all: HashSet<Id> = led.iter().flat_map(|team| self.staff.branch(*team)).collect();
        let quota_of = |team: Id| held.iter().filter(move |quota| quota.team == Some(team));
        let teams = self.staff.teams().iter().map(|team| team.id).filter(|team| all.contains(team));
        let with_quota = self.highest(teams.filter(|team| quota_of(*team).next().is_some()).collect());
        let led = self.highest(led);
        let people = |teams: &[Id]| -> HashSet<Id> {
            teams.iter().flat_map(|team| self.staff.people_below(*team)).collect()
        };
        if with_quota.is_empty() {
            let people: Vec<Id> = people(&led).into_iter().collect();
            return of_people(held, people, self.called(&led));
        }
        let theirs = with_quota.iter().flat_map(|team| quota_of(*team));
        Some(Held {
            whose: self.called(if with_quota.len() > NAMED { &led } else { &with_quota }),
            of_teams: true,
            minor: theirs.map(|quota| quota.minor).fold(0, i64::saturating_add),
            sellers: people(&with_quota).into_iter().map(Some).collect(),
        })
    }

    /// These teams without those that lie below another of them.
    fn highest(&self, teams: Vec<Id>) -> Vec<Id> {
        let below = |team: Id, other: Id| other != team && self.staff.branch(other).contains(&team);
        teams.iter().copied().filter(|team| !teams.iter().any(|other| below(*team, *other))).collect()
    }

    fn called(&self, teams: &[Id]) -> Said {
        let names = teams.iter().filter_map(|id| self.staff.team(*id)).map(|team| team.name.clone());
        Said::Text(names.collect::<Vec<_>>().join(", "))
    }
}

/// Whether one of these quotas is told where deals are narrowed like this, as far as that is known without asking who works
/// in which team.
pub fn are_known(gate: &mut Gate<'_>, filter: &Filter, held: &[&Quota]) -> Outcome<Option<bool>> {
    let me = gate.actor().user_id();
    let of_one = |people: &[Id]| {
        let mut personal = held.iter().filter(|quota| quota.team.is_none());
        personal.any(|quota| quota.owner.is_some_and(|owner| people.contains(&owner)))
    };
    let me = match (owners(filter, me), me) {
        (Some(chosen), _) => return Ok(Some(of_one(&chosen))),
        (None, Some(me)) if !held.is_empty() => me,
        _ => return Ok(Some(false)),
    };
    if of_one(&[me]) {
        return Ok(Some(true));
    }
    let teams = gate.whole_of(&TEAM)?;
    let led: Vec<Id> =
        teams.iter().filter(|team| team.get(MANAGER) == Some(me)).map(|team| team.head.id).collect();
    let with_quota = held.iter().any(|quota| quota.team.is_some_and(|team| led.contains(&team)));
    Ok(if led.is_empty() || with_quota { Some(with_quota) } else { None })
}

fn mine() -> Said {
    Said::Word("goal-mine")
}

fn named(people: &[(Id, String)]) -> Said {
    if people.len() > NAMED {
        return Said::Sentence("goal-people", vec![("count", Said::count(people.len()))]);
    }
    Said::Text(people.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(", "))
}

/// The quotas of these people over all that is sold, added up; the deals of all of them count.
fn of_people(held: &[&Quota], people: Vec<Id>, whose: Said) -> Option<Held> {
    let of_one =
        |quota: &&&Quota| quota.team.is_none() && quota.owner.is_some_and(|owner| people.contains(&owner));
    let minor = held.iter().filter(of_one).map(|quota| quota.minor).reduce(i64::saturating_add)?;
    Some(Held { whose, of_teams: false, minor, sellers: people.into_iter().map(Some).collect() })
}

/// The people to whom deals are narrowed, if they are; those of several conditions that fit all of them.
fn owners(filter: &Filter, me: Option<Id>) -> Option<Vec<Id>> {
    match filter {
        Filter::All(parts) => {
            let each = parts.iter().filter_map(|part| owners(part, me));
            each.reduce(|some, others| some.into_iter().filter(|id| others.contains(id)).collect())
        }
        Filter::Where(Condition { path, operator: Operator::Is, operand })
            if path.steps.is_empty() && path.field.name == OWNER.name() =>
        {
            match operand {
                Operand::Me => me.map(|me| vec![me]),
                Operand::Values(values) => Some(values.iter().filter_map(Value::as_link).collect()),
                _ => None,
            }
        }
        _ => None,
    }
}
