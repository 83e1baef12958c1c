//! Whose records somebody looks at: one's own, the team's, everybody's, or those of people one has chosen.

use cordee_base::{Id, Outcome};
use cordee_records::{Access, FieldRight, Gate, Query, Right, Scope};
use cordee_schema::{Condition, FieldDef, Filter, Object, Operand, Operator, Path, Value};

/// Whose records are meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The reader's own.
    Mine,
    /// Those of the reader's team and of the teams below it.
    Team,
    /// Those of all.
    All,
    /// Those of these people.
    Theirs(Vec<Id>),
}

impl Whose {
    /// The names of those that have one, in addresses and in the API.
    pub const NAMES: [&'static str; 3] = ["me", "team", "all"];

    /// The one called `name`.
    pub fn named(name: &str) -> Option<Whose> {
        match name {
            "me" => Some(Whose::Mine),
            "team" => Some(Whose::Team),
            "all" => Some(Whose::All),
            _ => None,
        }
    }

    /// Its name; none for those of chosen people.
    pub fn name(&self) -> Option<&'static str> {
        match self {
            Whose::Mine => Some("me"),
            Whose::Team => Some("team"),
            Whose::All => Some("all"),
            Whose::Theirs(_) => None,
        }
    }

    /// What somebody may choose from for records of these objects; their own first, the widest last.
    pub fn open_to(access: &Access, objects: &[&'static Object]) -> Vec<Whose> {
        let widest = objects.iter().map(|object| access.scope(object, Right::Read));
        let sees = |wanted: &[Scope]| widest.clone().any(|scope| wanted.contains(&scope));
        let team = access.team().len() > 1 && sees(&[Scope::Team, Scope::All]);
        let all = sees(&[Scope::All]);
        let mut open = vec![Whose::Mine];
        open.extend(team.then_some(Whose::Team));
        open.extend(all.then_some(Whose::All));
        open
    }

    /// What somebody begins with: their own; for whoever has none of these, such as a head or an administrator, those of
    /// as many as they may see.
    pub fn at_first(gate: &mut Gate<'_>, objects: &[&'static Object]) -> Outcome<Whose> {
        let mut open = Whose::open_to(gate.access(), objects);
        if open.len() > 1 && gate.access().user.is_some() {
            for object in objects {
                let mine = Whose::Mine.filter(gate, object);
                if !gate.list(&Query::of(object).filter(mine).limit(1))?.records.is_empty() {
                    return Ok(Whose::Mine);
                }
            }
        }
        Ok(open.pop().unwrap_or(Whose::Mine))
    }

    /// The condition that records of `object` belong to them.
    pub fn filter(&self, gate: &Gate<'_>, object: &'static Object) -> Filter {
        let owner = object.owner.and_then(|name| object.field(name));
        let seen = |field: &&'static FieldDef| gate.access().field(object, field) != FieldRight::Hidden;
        let Some(owner) = owner.filter(seen) else { return Filter::everything() };
        match self {
            Whose::All => Filter::everything(),
            Whose::Mine => owned(object, owner, Operand::Me),
            Whose::Team => owned(object, owner, people(gate.access().team())),
            Whose::Theirs(ids) => owned(object, owner, people(ids)),
        }
    }
}

fn people(ids: &[Id]) -> Operand {
    Operand::Values(ids.iter().copied().map(Value::Link).collect())
}

fn owned(object: &'static Object, owner: &'static FieldDef, whom: Operand) -> Filter {
    Filter::Where(Condition { path: Path::field(object, owner), operator: Operator::Is, operand: whom })
}
