//! The house of records: a database, opened, with all that a gate needs. Reads and writes are handed in here.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, RwLock};

use cordee_base::{Chance, Clock, Currency, Id, IdMaker, Moment, Outcome, Problem, Zone};
use cordee_schema::{Catalog, ColumnType, Object, Reading};
use cordee_store::{Halt, Select, Session, Store};

use crate::gate::{Change, Gate};
use crate::journal::{JournalKey, seal};
use crate::{Access, Actor, Who, access};

/// What an object does beside being written.
#[derive(Clone, Copy, Debug)]
pub struct Hook {
    /// The object, by name.
    pub object: &'static str,
    /// Runs before the checks; may set more fields of the draft, or refuse.
    pub before: Option<fn(&mut Gate<'_>, &mut Change<'_>) -> Outcome<()>>,
    /// Runs after the write, in the same transaction.
    pub after: Option<fn(&mut Gate<'_>, Id) -> Outcome<()>>,
}

/// How records are opened.
pub struct Options {
    /// The database.
    pub store: Store,
    /// All objects, the engine's own among them.
    pub catalog: Catalog,
    /// At most one hook for each object.
    pub hooks: Vec<Hook>,
    /// The key of the journal's chain.
    pub key: JournalKey,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// Chance, for ids.
    pub ids: Box<dyn Chance>,
    /// Chance, for salts and secrets.
    pub secrets: Box<dyn Chance>,
}

/// The records of a database. Clones share it.
#[derive(Clone)]
pub struct Records {
    pub(crate) store: Store,
    pub(crate) house: Arc<House>,
}

/// What all gates share.
pub(crate) struct House {
    pub catalog: Catalog,
    hooks: HashMap<&'static str, Hook>,
    pub key: JournalKey,
    pub clock: Arc<dyn Clock>,
    pub ids: IdMaker,
    pub secrets: Mutex<Box<dyn Chance>>,
    known: RwLock<HashMap<(Id, Id), (i64, Access)>>,
    settings: RwLock<HashMap<Id, (i64, Reading)>>,
}

impl House {
    pub(crate) fn hook(&self, object: &Object) -> Option<&Hook> {
        self.hooks.get(object.name)
    }
}

impl Records {
    /// Opens the records of a database that has had its migrations.
    pub fn open(options: Options) -> Records {
        struct Boxed(Box<dyn Chance>);
        impl Chance for Boxed {
            fn fill(&mut self, bytes: &mut [u8]) {
                self.0.fill(bytes);
            }
        }
        let house = House {
            catalog: options.catalog,
            hooks: options.hooks.into_iter().map(|hook| (hook.object, hook)).collect(),
            key: options.key,
            clock: options.clock,
            ids: IdMaker::new(Boxed(options.ids)),
            secrets: Mutex::new(options.secrets),
            known: RwLock::default(),
            settings: RwLock::default(),
        };
        Records { store: options.store, house: Arc::new(house) }
    }

    /// All objects.
    pub fn catalog(&self) -> &Catalog {
        &self.house.catalog
    }

    /// The present instant.
    pub fn now(&self) -> Moment {
        self.house.clock.now()
    }

    /// Random bytes for a secret.
    pub fn secret<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.house.secrets.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).fill(&mut bytes);
        bytes
    }

    /// Reads as `actor`, in one snapshot.
    pub async fn read<T: Send + 'static>(
        &self,
        actor: &Actor,
        work: impl FnMut(&mut Gate<'_>) -> Outcome<T> + Send + 'static,
    ) -> Outcome<T> {
        Ok(self.store.read(self.through_gate(actor, false, work)).await?)
    }

    /// Writes as `actor`: all that `work` does, or nothing. It may be repeated, so it must not do anything else.
    pub async fn write<T: Send + 'static>(
        &self,
        actor: &Actor,
        work: impl FnMut(&mut Gate<'_>) -> Outcome<T> + Send + 'static,
    ) -> Outcome<T> {
        Ok(self.store.write(self.through_gate(actor, true, work)).await?)
    }

    /// [`Records::read`], waiting on this thread, which must not be one of an async runtime.
    pub fn read_now<T: Send + 'static>(
        &self,
        actor: &Actor,
        work: impl FnMut(&mut Gate<'_>) -> Outcome<T> + Send + 'static,
    ) -> Outcome<T> {
        Ok(self.store.read_now(self.through_gate(actor, false, work))?)
    }

    /// [`Records::write`], waiting on this thread, which must not be one of an async runtime.
    pub fn write_now<T: Send + 'static>(
        &self,
        actor: &Actor,
        work: impl FnMut(&mut Gate<'_>) -> Outcome<T> + Send + 'static,
    ) -> Outcome<T> {
        Ok(self.store.write_now(self.through_gate(actor, true, work))?)
    }

    /// The work on a session, with a gate around it.
    fn through_gate<T, F: FnMut(&mut Gate<'_>) -> Outcome<T>>(
        &self,
        actor: &Actor,
        writes: bool,
        mut work: F,
    ) -> impl FnMut(&mut dyn Session) -> Result<T, Halt> + use<T, F> {
        let (house, actor) = (self.house.clone(), actor.clone());
        move |session| {
            let now = house.clock.now();
            let (access, reading) = house.admit(session, &actor)?;
            let mut gate = Gate {
                session,
                house: &house,
                actor: &actor,
                access,
                reading,
                now,
                failed: None,
                entries: Vec::new(),
                linked: Default::default(),
                rates: HashMap::new(),
            };
            let done = work(&mut gate);
            let (failed, entries) = (gate.failed.take(), std::mem::take(&mut gate.entries));
            let done = match (done, failed) {
                // What the database failed at decides whether the transaction is repeated.
                (Err(Problem::Busy { .. } | Problem::Full | Problem::Internal(_)), Some(fail)) => {
                    return Err(Halt::Fail(fail));
                }
                (done, _) => done?,
            };
            if writes {
                let mut secrets = house.secrets.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
                seal(session, &house.key, &mut **secrets, &actor, now, entries)?;
            }
            Ok(done)
        }
    }
}

impl House {
    /// What the actor may do and how the workspace reads texts: kept until users, roles, teams or settings change.
    fn admit(&self, session: &mut dyn Session, actor: &Actor) -> Result<(Access, Reading), Halt> {
        let epoch = access::epoch(session, actor.workspace)?;
        let reading = self.reading(session, actor.workspace, epoch)?;
        let user = match &actor.who {
            Who::System(_) => return Ok((Access::everything(reading.zone.clone()), reading)),
            Who::User(user) | Who::Token { user, .. } => *user,
        };
        let key = (actor.workspace, user);
        let known =
            self.known.read().ok().and_then(|known| known.get(&key).filter(|(at, _)| *at == epoch).cloned());
        let access = match known {
            Some((_, access)) => access,
            None => {
                let access = access::load(session, actor.workspace, user)?.ok_or(Problem::SignInNeeded)?;
                if let Ok(mut known) = self.known.write() {
                    known.insert(key, (epoch, access.clone()));
                }
                access
            }
        };
        let reading = Reading { zone: access.zone.clone(), ..reading };
        Ok((access.held_to(actor), reading))
    }

    fn reading(&self, session: &mut dyn Session, workspace: Id, epoch: i64) -> Result<Reading, Halt> {
        let known =
            self.settings.read().ok().and_then(|s| s.get(&workspace).filter(|(at, _)| *at == epoch).cloned());
        if let Some((_, reading)) = known {
            return Ok(reading);
        }
        let select = Select::from("workspace", "w")
            .column("currency", ColumnType::Text)
            .column("time_zone", ColumnType::Text)
            .column("country", ColumnType::Text)
            .having("workspace_id", workspace)
            .having("id", workspace);
        let rows = session.rows(&select)?;
        let Some(row) = rows.first() else {
            return Ok(Reading::default());
        };
        let reading = Reading {
            currency: row[0].as_text().and_then(|code| code.parse().ok()).unwrap_or(Currency::EUR),
            zone: row[1].as_text().and_then(|name| Zone::named(name).ok()).unwrap_or(Zone::UTC),
            country: row[2].as_text().map(str::to_owned),
        };
        if let Ok(mut settings) = self.settings.write() {
            settings.insert(workspace, (epoch, reading.clone()));
        }
        Ok(reading)
    }
}
