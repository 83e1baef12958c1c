//! Records: a database, opened with a catalog. Reads and writes are handed in here, each gets a gate.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use cordee_base::{Chance, Clock, Id, IdMaker, Moment, Outcome, Problem};
use cordee_schema::{Catalog, Filter, Object};
use cordee_store::{Dialect, Halt, Meters, Session, Store};

use crate::custom::Declared;
use crate::gate::{Gate, Hook, Hooks};
use crate::house::House;
use crate::journal::{JournalKey, alone, seal};
use crate::sign_in::Breached;
use crate::{Actor, CoursesOf, access};

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

/// How long it is waited after courses could not be read aside.
const PAUSE: Duration = Duration::from_secs(600);

/// The records of a database. Clones share it.
#[derive(Clone)]
pub struct Records {
    pub(crate) store: Store,
    pub(crate) house: Arc<House>,
    hooks: Arc<Hooks>,
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
            declared: Declared::of(options.catalog),
            customs: Default::default(),
            made: Default::default(),
            key: options.key,
            clock: options.clock,
            ids: IdMaker::new(Boxed(options.ids)),
            secrets: Mutex::new(options.secrets),
            still: AtomicBool::new(false),
            known: Default::default(),
            shared: Default::default(),
            settings: Default::default(),
            files: Default::default(),
            breached: Default::default(),
            kept: Default::default(),
            courses: Default::default(),
            remembered: Default::default(),
            counts: Default::default(),
            frequent: Default::default(),
        };
        let hooks = options.hooks.into_iter().map(|hook| (hook.object, hook)).collect();
        Records { store: options.store, house: Arc::new(house), hooks: Arc::new(hooks) }
    }

    /// The objects that every workspace has.
    pub fn catalog(&self) -> &'static Catalog {
        &self.house.declared.catalog
    }

    /// The same records, which take no password that came to light elsewhere.
    pub fn refusing(self, breached: Breached) -> Records {
        // Said once, when they are opened; whoever says it again changes nothing.
        let _ = self.house.breached.set(breached);
        self
    }

    /// All objects as the actor's workspace knows them, its own among them. Waits on this thread.
    pub fn catalog_now(&self, actor: &Actor) -> Outcome<&'static Catalog> {
        self.read_now(actor, |gate| Ok(gate.catalog()))
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

    /// How long reads and writes took.
    pub fn meters(&self) -> &Meters {
        self.store.meters()
    }

    /// How many reads and how many writes wait for a thread.
    pub fn waiting(&self) -> (usize, usize) {
        self.store.waiting()
    }

    /// How long one more read would wait for a thread.
    pub fn reads_wait(&self) -> Duration {
        self.store.reads_wait()
    }

    /// Ends reads that take longer than this; said before the first of them.
    pub fn limit_reads(&self, time: Duration) {
        self.store.allow(time);
    }

    /// Whether the last write found no room on the disk.
    pub fn is_full(&self) -> bool {
        self.store.is_full()
    }

    /// Tries a write that changes nothing, so that it is known whether there is room on the disk again. Waits on this
    /// thread.
    pub fn try_disk(&self) -> Outcome<()> {
        for (workspace, _) in self.workspaces()? {
            let change = self.house.ids.next(self.now());
            self.store.write_now(move |session| Ok(access::bump(session, workspace, "epoch", change)?))?;
        }
        Ok(())
    }

    /// Holds people and programs to reading, or lets them write again. The engine's own work goes on.
    pub fn hold_still(&self, still: bool) {
        self.house.still.store(still, Ordering::Relaxed);
    }

    /// Whether people and programs may only read.
    pub fn is_held_still(&self) -> bool {
        self.house.still.load(Ordering::Relaxed)
    }

    /// Has the database look at what is in its tables, so that queries go by it. PostgreSQL does so by itself.
    pub fn look_at_tables(&self) -> Outcome<()> {
        Ok(self.store.write_now(|session| match session.dialect() {
            Dialect::Sqlite => Ok(session.run("PRAGMA analysis_limit = 10000; PRAGMA optimize = 0x10002")?),
            Dialect::Postgres => Ok(()),
        })?)
    }

    /// Reads as `actor`, in one snapshot.
    pub async fn read<T: Send + 'static>(
        &self,
        actor: &Actor,
        work: impl FnMut(&mut Gate<'_>) -> Outcome<T> + Send + 'static,
    ) -> Outcome<T> {
        Ok(self.store.read(self.through_gate(actor, false, work)).await?)
    }

    /// [`Records::read`] of a record or a few by their ids, which is done sooner than another thread is woken.
    pub async fn glance<T: Send + 'static>(
        &self,
        actor: &Actor,
        work: impl FnMut(&mut Gate<'_>) -> Outcome<T> + Send + 'static,
    ) -> Outcome<T> {
        Ok(self.store.glance(self.through_gate(actor, false, work)).await?)
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

    /// Does what `work` says and takes it all back; gives what it would have given. Waits on this thread.
    pub fn rehearse_now<T: Send + 'static>(
        &self,
        actor: &Actor,
        mut work: impl FnMut(&mut Gate<'_>) -> Outcome<T> + Send + 'static,
    ) -> Outcome<T> {
        let (tell, told) = std::sync::mpsc::channel();
        // Refused in any case, so that nothing is kept; what it gave comes by the side door.
        let refused = self.store.write_now(self.through_gate(actor, false, move |gate| {
            gate.keeps = false;
            let given = work(gate)?;
            // The receiver waits in this very function.
            let _ = tell.send(given);
            Err::<(), _>(Problem::NotFound)
        }));
        match (told.try_iter().last(), refused) {
            (Some(given), _) => Ok(given),
            (None, Err(halt)) => Err(halt.into()),
            (None, Ok(())) => Err(Problem::internal("a rehearsal gave nothing")),
        }
    }

    /// Reads the courses of an object on a thread of its own, for whoever asks for them next; one thread at a time, and
    /// after a failure not again for a while.
    fn read_courses_aside(&self, workspace: Id, object: &'static Object) {
        let (records, place) = (self.clone(), self.house.courses.place((workspace, object.name)));
        if place.sent.swap(true, Ordering::Relaxed) {
            return;
        }
        std::thread::spawn(move || {
            let asked = CoursesOf { object, filter: Filter::everything(), gone: true };
            let system = Actor::system(workspace, "lists of a past day");
            let read = records.read_now(&system, move |gate| gate.courses(&asked).map(drop));
            drop(records);
            if let Err(problem) = read {
                tracing::warn!(object = object.name, %problem, "courses could not be read");
                std::thread::sleep(PAUSE);
            }
            place.sent.store(false, Ordering::Relaxed);
        });
    }

    /// The work on a session, with a gate around it.
    pub(crate) fn through_gate<T, F: FnMut(&mut Gate<'_>) -> Outcome<T>>(
        &self,
        actor: &Actor,
        writes: bool,
        mut work: F,
    ) -> impl FnMut(&mut dyn Session) -> Result<T, Halt> + use<T, F> {
        let (records, actor) = (self.clone(), actor.clone());
        move |session| {
            let Records { house, hooks, .. } = &records;
            let now = house.clock.now();
            if writes {
                alone(session, actor.workspace)?;
            }
            let (access, reading, declared) = house.admit(session, &actor, now)?;
            let mut gate = Gate {
                session,
                house,
                declared,
                hooks,
                actor: &actor,
                access,
                reading,
                now,
                within: false,
                keeps: !writes,
                failed: None,
                entries: Vec::new(),
                redeclares: false,
                stale: Default::default(),
                grown: Default::default(),
                raised: Default::default(),
                outdated: Default::default(),
                linked: Default::default(),
                chosen: Default::default(),
                rates: HashMap::new(),
                whole: HashMap::new(),
                wanted_courses: None,
                tags: HashMap::new(),
            };
            let done = work(&mut gate).and_then(|done| {
                gate.declare_anew()?;
                // Formulas may read roll-ups, and these add up formulas; declarations know no circle.
                while !gate.outdated.is_empty() || !gate.stale.is_empty() || !gate.grown.is_empty() {
                    gate.reckon_outdated()?;
                    gate.roll_up()?;
                }
                Ok(done)
            });
            if let Some(object) = gate.wanted_courses.take() {
                records.read_courses_aside(actor.workspace, object);
            }
            let (failed, entries) = (gate.failed.take(), std::mem::take(&mut gate.entries));
            let done = match (done, failed) {
                // What the database failed at decides whether the transaction is repeated.
                (Err(Problem::Busy { .. } | Problem::Full | Problem::Internal(_)), Some(fail)) => {
                    return Err(gate.halt(fail));
                }
                (Err(Problem::NotAllowed), None) if writes && house.still.load(Ordering::Relaxed) => {
                    return Err(Problem::ReadOnly.into());
                }
                // Work that goes on after a failure would keep something half done.
                (Ok(_), Some(fail)) => return Err(gate.halt(fail)),
                (done, None) | (done @ Err(_), _) => done?,
            };
            if writes {
                let mut secrets = house.secrets.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
                seal(session, &house.key, &mut **secrets, &actor, now, entries)?;
            }
            Ok(done)
        }
    }
}
