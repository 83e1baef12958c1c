//! What an actor may do: roles give scopes to objects and take fields away. No rule means no access.

mod grants;
mod load;
mod shared;

pub use grants::{FieldRight, Grants, ObjectGrants, Right, Scope};
pub(crate) use load::{Epoch, TABLE as EPOCH_TABLE, bump, epoch, first, load};
pub(crate) use shared::{Given, Shared};

use std::sync::Arc;

use cordee_base::{FirstDay, Id, Moment, Time, Zone};
use cordee_schema::{Copied, FieldDef, Formula, Object, Rights};

use crate::Actor;

/// What one actor may do, as it stands at the beginning of a transaction.
#[derive(Clone, Debug)]
pub struct Access {
    /// The person; none for the engine.
    pub user: Option<Id>,
    /// The name of the person.
    pub name: String,
    /// The language that the person has chosen, by its code; empty if they have not.
    pub language: String,
    /// The time zone of the person.
    pub zone: Zone,
    /// Whether single keys do something on the person's pages.
    pub single_keys: bool,
    /// From when to when the bell is silent, where the person is.
    pub quiet: Option<(Time, Time)>,
    /// The day with which the person's weeks begin, if they have said so.
    pub first_day: Option<FirstDay>,
    /// What the person's role shows first.
    pub front: Arc<Front>,
    pub(crate) grants: Arc<Grants>,
    pub(crate) circle: Circle,
    /// What others have shared with the person.
    pub(crate) shared: Arc<Shared>,
    /// The moment at which shares are looked at.
    pub(crate) now: Moment,
    everything: bool,
    read_only: bool,
}

/// What a role shows first to those who have it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Front {
    /// The objects that stand first where one goes from one to the other, by name.
    pub objects: Vec<String>,
    /// The page on which one begins.
    pub start: Option<String>,
}

/// The people and teams around a person.
#[derive(Clone, Debug, Default)]
pub(crate) struct Circle {
    /// The people of the person's team and of the teams below it, the person among them.
    pub team: Arc<[Id]>,
    /// The people of the person's team and of the teams above it: what they share with their team, the person sees.
    pub above: Arc<[Id]>,
    /// The person's team and the teams above it: what is shared with one of them is shared with the person.
    pub teams: Arc<[Id]>,
}

impl Access {
    /// Whether the person is not to be rung at this moment; from ten in the evening to seven goes over midnight.
    pub fn is_quiet(&self, now: Moment) -> bool {
        let time = now.time_in(&self.zone);
        self.quiet.is_some_and(|(from, to)| match from <= to {
            true => from <= time && time < to,
            false => time >= from || time < to,
        })
    }

    /// The day with which the person's weeks begin.
    pub fn weeks(&self) -> FirstDay {
        self.first_day.unwrap_or_default()
    }

    /// Who it is and what they may do, as a text: as long as it is the same, they see the same.
    pub(crate) fn rights(&self) -> String {
        let flags = (self.everything, self.read_only);
        format!("{:?} {:?} {:?} {:?} {flags:?}", self.user, self.grants, self.circle, self.shared)
    }

    /// The engine's own.
    pub(crate) fn everything(zone: Zone) -> Access {
        Access {
            user: None,
            name: String::new(),
            language: String::new(),
            zone,
            single_keys: true,
            quiet: None,
            first_day: None,
            front: Arc::default(),
            grants: Arc::default(),
            circle: Circle::default(),
            shared: Arc::default(),
            now: Moment::from_micros(0),
            everything: true,
            read_only: false,
        }
    }

    pub(crate) fn of(
        user: Id,
        name: String,
        language: String,
        zone: Zone,
        grants: Grants,
        circle: Circle,
    ) -> Access {
        let (grants, user) = (Arc::new(grants), Some(user));
        let (shared, now) = (Arc::default(), Moment::from_micros(0));
        let (single_keys, everything, read_only) = (true, false, false);
        Access {
            user,
            name,
            language,
            zone,
            single_keys,
            quiet: None,
            first_day: None,
            front: Arc::default(),
            grants,
            circle,
            shared,
            now,
            everything,
            read_only,
        }
    }

    /// The same with what is shared with the person at a moment.
    pub(crate) fn sharing(self, shared: Arc<Shared>, now: Moment) -> Access {
        Access { shared, now, ..self }
    }

    /// The same without what is shared with the person.
    pub(crate) fn by_role(&self) -> Access {
        Access { shared: Arc::default(), ..self.clone() }
    }

    /// The same, held to what the actor's token may do, and to reading while all are held `still`.
    pub(crate) fn held_to(mut self, actor: &Actor, still: bool) -> Access {
        self.read_only = still || actor.only_reads();
        self
    }

    /// Whether it is the engine itself.
    pub fn is_engine(&self) -> bool {
        self.everything
    }

    /// Whether the actor keeps the workspace: users, roles, settings.
    pub fn administers(&self) -> bool {
        self.everything || (self.grants.administers && !self.read_only)
    }

    /// Whether the actor may write at all: a token may be for reading only.
    pub(crate) fn writes(&self) -> bool {
        !self.read_only
    }

    /// The people of the person's team and of the teams below it, the person among them.
    pub fn team(&self) -> &[Id] {
        &self.circle.team
    }

    /// Whether the actor may bring files in.
    pub fn imports(&self) -> bool {
        self.everything || (self.grants.imports && !self.read_only)
    }

    /// Whether the actor may make new tags while putting them on records.
    pub fn makes_tags(&self) -> bool {
        self.everything || self.grants.tags
    }

    /// Whether the actor may share records that they may change.
    pub fn shares(&self) -> bool {
        self.everything || ((self.grants.shares || self.grants.administers) && !self.read_only)
    }

    /// Which records of `object` others have given the actor this right on.
    pub(crate) fn given(&self, workspace: Id, object: &Object, right: Right) -> Given {
        self.shared.given(workspace, object.name, right, self.now)
    }

    /// On which records of `object` the actor has this right, beside those that others have shared.
    pub fn scope(&self, object: &Object, right: Right) -> Scope {
        if self.everything {
            return Scope::All;
        }
        if object.internal || (self.read_only && right != Right::Read && right != Right::Export) {
            return Scope::None;
        }
        if object.shared.is_some() {
            // Beyond one's own, the row rule gives what others share.
            return if right == Right::Export { Scope::None } else { Scope::Own };
        }
        if object.system && right != Right::Read {
            return if self.grants.administers { Scope::All } else { Scope::None };
        }
        self.grants.of(object, right)
    }

    /// What the actor may do with a field, the record allowing.
    pub fn field(&self, object: &Object, field: &FieldDef) -> FieldRight {
        if self.everything {
            return FieldRight::Open;
        }
        let hidden = |name: &&str| self.grants.field(object.name, name) == FieldRight::Hidden;
        if field.secret
            || field.reckoned_from.iter().any(hidden)
            || field.formula.is_some_and(|formula| !self.sees_through(formula))
            || field.copied.is_some_and(|copied| !self.sees_some_of(&copied))
        {
            return FieldRight::Hidden;
        }
        match self.grants.field(object.name, field.name) {
            FieldRight::Open if field.rights == Rights::Engine => FieldRight::ReadOnly,
            right => right,
        }
    }

    /// Whether the actor may see all that a formula tells of: the fields it reads, and the objects it reads them from.
    fn sees_through(&self, formula: &Formula) -> bool {
        let open = |object: &str, field: &str| self.grants.field(object, field) != FieldRight::Hidden;
        let seen = |object: &str, whole: bool| match self.grants.scope(object, Right::Read) {
            Scope::None => false,
            scope => !whole || scope == Scope::All,
        };
        formula.from.iter().all(|(object, field)| open(object, field))
            && formula.through.iter().all(|(object, whole)| seen(object, *whole))
    }

    /// Whether the actor may see any text that is copied so where it comes from.
    fn sees_some_of(&self, copied: &Copied) -> bool {
        self.grants.scope(copied.of, Right::Read) != Scope::None
            && self.grants.field(copied.of, copied.field) != FieldRight::Hidden
    }

    /// Whether a record with this owner lies within `scope`.
    pub(crate) fn covers(&self, scope: Scope, owner: Option<Id>) -> bool {
        match scope {
            Scope::None => false,
            Scope::Own => owner.is_some() && owner == self.user,
            Scope::Team => owner.is_some_and(|owner| self.circle.team.contains(&owner)),
            Scope::All => true,
        }
    }
}
