//! The gate: whoever holds one has been checked, and every read and write goes through it.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use cordee_base::{Date, Fault, Id, Moment, Outcome, Problem, Zone};
use cordee_schema::{Catalog, Draft, FieldDef, Object, Reading, Record};
use cordee_store::{Fail, Halt, Session};

use crate::custom::Declared;
use crate::house::House;
use crate::journal::Pending;
use crate::tags::Tag;
use crate::write::{Outdated, Past};
use crate::{Access, Actor, FieldRight, Right, Scope};

/// A transaction, opened for an actor.
pub struct Gate<'a> {
    pub(crate) session: &'a mut dyn Session,
    pub(crate) house: &'a House,
    pub(crate) declared: &'static Declared,
    pub(crate) hooks: &'a Hooks,
    pub(crate) actor: &'a Actor,
    pub(crate) access: Access,
    pub(crate) reading: Reading,
    pub(crate) now: Moment,
    /// Whether the engine itself acts for the actor's verb; see [`Gate::as_engine`].
    pub(crate) within: bool,
    /// Whether what it finds stands in the database, and may be kept for others.
    pub(crate) keeps: bool,
    pub(crate) failed: Option<Fail>,
    pub(crate) entries: Vec<Pending>,
    /// The roll-ups that are to be reckoned anew.
    pub(crate) stale: crate::write::Stale,
    /// What may be more, or less, than what stands in a roll-up.
    pub(crate) grown: crate::write::Grown,
    /// The records whose version this transaction has raised already.
    pub(crate) raised: HashSet<(&'static str, Id)>,
    /// Whether what the workspace declares has been changed.
    pub(crate) redeclares: bool,
    /// Whose formulas are to be reckoned anew.
    pub(crate) outdated: Outdated,
    /// What links may lead to, as this transaction has found: for the engine or the actor, of which object.
    pub(crate) linked: HashSet<(bool, &'static str, Id)>,
    /// What links may be set to, as this transaction has found: of which object, what it must be like.
    pub(crate) chosen: HashSet<(&'static str, String, Id)>,
    pub(crate) rates: HashMap<(String, Date), Option<cordee_base::Decimal>>,
    pub(crate) whole: HashMap<&'static str, Arc<[Record]>>,
    /// Whose courses would have helped what took long, but are not at hand.
    pub(crate) wanted_courses: Option<&'static Object>,
    /// The tags of fields, as this transaction has found them.
    pub(crate) tags: HashMap<String, Arc<[Tag]>>,
}

/// What an object does beside being written.
#[derive(Clone, Copy, Debug)]
pub struct Hook {
    /// The object, by name.
    pub object: &'static str,
    /// Runs before the checks; may set more fields of the draft, or refuse.
    pub before: Option<fn(&mut Gate<'_>, &mut Change<'_>) -> Outcome<()>>,
    /// Runs after the write, in the same transaction, knowing what was written to which records: one, or many that
    /// were created together.
    #[expect(clippy::type_complexity, reason = "a plain function, whose arguments say what they are")]
    pub after: Option<fn(&mut Gate<'_>, &[(Id, Change<'_>)]) -> Outcome<()>>,
}

/// The hooks by the name of their object.
pub(crate) type Hooks = HashMap<&'static str, Hook>;

/// What a hook sees of a change: before it is written, and once it is.
pub struct Change<'a> {
    /// The record as it stands; none for a new one.
    pub before: Option<&'a Record>,
    /// What is to be written; a hook that runs before may set more fields, also those that nobody may set by hand.
    pub draft: &'a mut Draft,
    /// When it happens in business time.
    pub at: Moment,
    /// What a new record was before, where its past is told.
    pub past: &'a [Past],
}

impl Change<'_> {
    /// The value that a field will have.
    pub fn after<T: cordee_schema::FromValue>(&self, field: cordee_schema::Field<T>) -> Option<T> {
        match self.draft.value(field.name()) {
            Some(value) => T::from_value(value),
            None => self.before.and_then(|record| record.get(field)),
        }
    }

    /// Whether the draft gives the field a value other than it has.
    pub fn changes(&self, field: &FieldDef) -> bool {
        let Some(new) = self.draft.value(field.name) else { return false };
        self.before.is_none_or(|record| record.value(field.name).is_none_or(|old| old != new))
    }
}

impl<'a> Gate<'a> {
    /// All objects as the workspace knows them, its own among them.
    pub fn catalog(&self) -> &'static Catalog {
        &self.declared.catalog
    }

    /// When this transaction began.
    pub fn now(&self) -> Moment {
        self.now
    }

    /// The zone in which the actor's days begin.
    pub fn zone(&self) -> &Zone {
        &self.access.zone
    }

    /// Today, where the actor is.
    pub fn today(&self) -> Date {
        self.now.date_in(&self.access.zone)
    }

    /// Who acts.
    pub fn actor(&self) -> &Actor {
        self.actor
    }

    /// What the actor may do.
    pub fn access(&self) -> &Access {
        &self.access
    }

    /// How texts are read here: the workspace's currency and country, the actor's zone.
    pub fn reading(&self) -> &Reading {
        &self.reading
    }

    /// The object as the workspace has it, with its own fields beside those that all have.
    pub(crate) fn whole_object(&self, object: &'static Object) -> &'static Object {
        self.catalog().object(object.name).unwrap_or(object)
    }

    /// The object called `name` in either number, if the actor may know of it.
    pub fn object(&self, name: &str) -> Outcome<&'static Object> {
        let object =
            self.catalog().object(name).or_else(|| self.catalog().plural(name)).ok_or(Problem::NotFound)?;
        match self.access.scope(object, Right::Read) {
            Scope::None => Err(Problem::NotFound),
            _ => Ok(object),
        }
    }

    /// The fields of `object` that the actor may see.
    pub fn visible(&self, object: &'static Object) -> impl Iterator<Item = &'static FieldDef> + use<'_, 'a> {
        object.fields.iter().filter(move |field| self.access.field(object, field) != FieldRight::Hidden)
    }

    /// Runs as the engine itself, for what the actor's verb may do although the actor may not; `why` is for readers.
    pub fn as_engine<T>(
        &mut self,
        why: &'static str,
        work: impl FnOnce(&mut Gate<'a>) -> Outcome<T>,
    ) -> Outcome<T> {
        debug_assert!(!why.is_empty());
        let engine = Access::everything(self.access.zone.clone());
        let own = (std::mem::replace(&mut self.access, engine), std::mem::replace(&mut self.within, true));
        let done = work(self);
        (self.access, self.within) = own;
        done
    }

    /// Runs with the rights of a person, for what is told to them without their asking; nobody, if they are not active.
    pub fn as_person<T>(
        &mut self,
        person: Id,
        work: impl FnOnce(&mut Gate<'a>) -> Outcome<T>,
    ) -> Outcome<Option<T>> {
        let loaded = crate::access::load(self.session, self.actor.workspace, person);
        let Some(access) = loaded.map_err(|fail| self.failed(fail))? else { return Ok(None) };
        let access = self.with_shares(access)?;
        let reading = Reading { zone: access.zone.clone(), ..self.reading.clone() };
        let own =
            (std::mem::replace(&mut self.access, access), std::mem::replace(&mut self.reading, reading));
        let done = work(self);
        (self.access, self.reading) = own;
        done.map(Some)
    }

    fn with_shares(&mut self, access: Access) -> Outcome<Access> {
        let (house, workspace, now) = (self.house, self.actor.workspace, self.now);
        let epoch = crate::access::epoch(self.session, workspace).map_err(|fail| self.failed(fail))?;
        let shared = house.with_shares(self.session, workspace, access, epoch, now);
        shared.map_err(|fail| self.failed(fail))
    }

    /// Needs the actor to keep the workspace.
    pub fn needs_administrator(&self) -> Outcome<()> {
        if self.access.administers() { Ok(()) } else { Err(Problem::NotAllowed) }
    }

    /// The problem that a failure of the database is to whoever asked; the transaction remembers the failure itself.
    pub(crate) fn failed(&mut self, fail: Fail) -> Problem {
        let fail = match fail {
            // Two makers have drawn the same id: the work is done again, with others.
            Fail::Unique(index) if self.is_id(&index) => Fail::Retry,
            fail => fail,
        };
        // What follows the first failure only follows from it.
        self.failed.get_or_insert_with(|| fail.clone());
        self.halt(fail).into()
    }

    /// Why the transaction stops at this failure.
    pub(crate) fn halt(&self, fail: Fail) -> Halt {
        match fail {
            Fail::Unique(index) => Halt::Problem(Problem::Conflict(self.unique_fault(&index))),
            other => Halt::Fail(other),
        }
    }

    /// Whether a unique index (its name, or its columns) is that of the ids of an object.
    fn is_id(&self, index: &str) -> bool {
        let table = index.strip_suffix("_pkey").or_else(|| index.strip_suffix(".id"));
        table.is_some_and(|table| self.catalog().object(table.trim_end_matches("_version")).is_some())
    }

    /// The field that a unique index (its name, or its columns) speaks of.
    fn unique_fault(&self, index: &str) -> Fault {
        let last = index.rsplit([' ', '.', ',']).next().unwrap_or(index);
        let field = self.catalog().objects().find_map(|object| {
            let found = object.fields.iter().find(|field| {
                index.contains(&format!("{}_{}_unique", object.name, field.name))
                    || (last == field.name && index.contains(&format!("{}.", object.name)))
            });
            found.map(|field| field.name)
        });
        let foreign = last.contains("foreign");
        Fault::at(field.unwrap_or(if foreign { "foreign_id" } else { "" }), "error-unique").with("value", "")
    }
}
