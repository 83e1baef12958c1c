//! Whose records a page shows: one's own, the team's, everybody's, or those of people one has chosen.

use cordee_base::{Id, Outcome};
use cordee_records::{Query, Right, Scope};
use cordee_schema::{Condition, FieldDef, Filter, Object, Operand, Operator, Path, Record, Value};
use cordee_ui::components::Tab;

use super::reader::Reader;

/// The parameter that says it.
const WHO: &str = "who";
/// How many people can be chosen.
const MOST: usize = 50;

/// Whose records are meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Whose {
    /// The reader's own.
    Mine,
    /// Those of the reader's team and of the teams below it.
    Team,
    /// Those of all.
    All,
    /// Those of these people.
    Theirs(Vec<Id>),
}

impl Reader<'_, '_> {
    /// Whose records the address asks for, as far as the reader may see beyond their own.
    pub(crate) fn whose(&mut self, objects: &[&'static Object]) -> Outcome<Whose> {
        let reach = self.reach(objects);
        let asked: Vec<&str> = self.visit.address.all(WHO).collect();
        Ok(match asked.as_slice() {
            [] => return self.at_first(objects, reach),
            ["team"] if reach.contains(&Whose::Team) => Whose::Team,
            ["all"] if reach.contains(&Whose::All) => Whose::All,
            ["me" | "team" | "all"] => Whose::Mine,
            several => {
                let people: Vec<Id> = several.iter().filter_map(|id| id.parse().ok()).take(MOST).collect();
                if people.is_empty() { Whose::Mine } else { Whose::Theirs(people) }
            }
        })
    }

    /// One's own; for whoever has none of these, such as a head or an administrator, those of as many as they may see.
    fn at_first(&mut self, objects: &[&'static Object], mut reach: Vec<Whose>) -> Outcome<Whose> {
        if reach.len() > 1 {
            for object in objects {
                let mine = self.of_whom(object, &Whose::Mine)?;
                if !self.gate.list(&Query::of(object).filter(mine).limit(1))?.records.is_empty() {
                    return Ok(Whose::Mine);
                }
            }
        }
        Ok(reach.pop().unwrap_or(Whose::Mine))
    }

    /// The ways to choose, as links that keep the rest of the address; none where there is only one.
    pub(crate) fn whose_tabs(&self, objects: &[&'static Object], now: &Whose) -> Vec<Tab> {
        let reach = self.reach(objects);
        if reach.len() < 2 {
            return Vec::new();
        }
        let tab = |whose: &Whose| {
            let (value, word) = match whose {
                Whose::Mine | Whose::Theirs(_) => ("me", "whose-mine"),
                Whose::Team => ("team", "whose-team"),
                Whose::All => ("all", "whose-all"),
            };
            let href = self.here().with(WHO, value).to_string();
            Tab { label: self.word(word), href, icon: None, current: whose == now }
        };
        reach.iter().map(tab).collect()
    }

    /// The condition that records of `object` belong to them.
    pub(crate) fn of_whom(&self, object: &'static Object, whose: &Whose) -> Outcome<Filter> {
        let Some(owner) = object.owner.and_then(|name| self.field(object, name)) else {
            return Ok(Filter::everything());
        };
        Ok(match whose {
            Whose::All => Filter::everything(),
            Whose::Mine => owned(object, owner, Operand::Me),
            Whose::Team => owned(object, owner, people(self.gate.access().team())),
            Whose::Theirs(ids) => owned(object, owner, people(ids)),
        })
    }

    /// The colleagues whose records can be chosen: the id and the name of each, and whether they are.
    pub(crate) fn people_to_choose(&mut self, now: &Whose) -> Outcome<Vec<(String, String, bool)>> {
        let Ok(user) = self.gate.object("user") else { return Ok(Vec::new()) };
        let people = self.gate.list(&Query::of(user).limit(MOST as u32))?.records;
        if people.len() < 2 {
            return Ok(Vec::new());
        }
        let chosen = |id: &Id| matches!(now, Whose::Theirs(ids) if ids.contains(id));
        let one = |person: &Record| (person.head.id.to_string(), person.title(), chosen(&person.head.id));
        Ok(people.iter().map(one).collect())
    }

    fn reach(&self, objects: &[&'static Object]) -> Vec<Whose> {
        let access = self.gate.access();
        let widest = objects.iter().map(|object| access.scope(object, Right::Read));
        let sees = |wanted: &[Scope]| widest.clone().any(|scope| wanted.contains(&scope));
        let team = access.team().len() > 1 && sees(&[Scope::Team, Scope::All]);
        let all = sees(&[Scope::All]);
        let mut reach = vec![Whose::Mine];
        reach.extend(team.then_some(Whose::Team));
        reach.extend(all.then_some(Whose::All));
        reach
    }
}

fn people(ids: &[Id]) -> Operand {
    Operand::Values(ids.iter().copied().map(Value::Link).collect())
}

fn owned(object: &'static Object, owner: &'static FieldDef, whom: Operand) -> Filter {
    Filter::Where(Condition { path: Path::field(object, owner), operator: Operator::Is, operand: whom })
}
