//! A workspace on a fresh database of each kind that is at hand, with the jobs of a test.

#[path = "../../../../tests/databases/mod.rs"]
mod databases;

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use cordee_base::{Currency, FixedClock, Id, Moment, Outcome, SeededChance};
use cordee_jobs::{Bench, Options};
use cordee_kit::{Job, Outside, Post, Registry, Reply, Unsent};
use cordee_records::system::{role, user};
use cordee_records::{Actor, Database, Door, Founding, Gate, JournalKey, Records, open_store};
use cordee_schema::Draft;
use databases::Fresh;

pub struct World {
    pub records: Records,
    fresh: Fresh,
    workspace: Id,
    clock: Arc<FixedClock>,
    registry: Arc<Registry>,
    outside: Arc<dyn Outside>,
    folder: tempfile::TempDir,
}

/// A way out that leads nowhere.
struct Shut;

impl Outside for Shut {
    fn post(&self, _: &Post) -> Result<Reply, Unsent> {
        Err(Unsent::Failed("shut".to_owned()))
    }

    fn allows(&self, _: &str) -> Result<(), Unsent> {
        Ok(())
    }
}

/// A world on SQLite, and one on PostgreSQL where `CORDEE_TEST_POSTGRES` names a server.
pub fn worlds(jobs: &[&'static Job]) -> Vec<World> {
    worlds_of(
        &|| Registry { jobs: jobs.to_vec(), followers: Vec::new(), ..cordee_features::registry() },
        &Arc::new(Shut),
    )
}

/// The same with other declarations, and another way out.
pub fn worlds_of<T: Outside + 'static>(registry: &dyn Fn() -> Registry, outside: &Arc<T>) -> Vec<World> {
    Fresh::each_in_turn().map(|fresh| World::on(fresh, registry(), outside.clone())).collect()
}

static COUNT: AtomicU32 = AtomicU32::new(0);

impl World {
    fn on(fresh: Fresh, registry: Registry, outside: Arc<dyn Outside>) -> World {
        let folder = tempfile::tempdir().expect("a folder");
        let clock = Arc::new(FixedClock::at("2026-03-02T09:00:00Z".parse::<Moment>().expect("a moment")));
        let records = opened(&fresh.database, &registry, &clock, 1);
        let founding = Founding {
            name: "Northwind".into(),
            currency: Currency::EUR,
            zone: "UTC".into(),
            language: "en".into(),
        };
        let workspace = records.found(&founding, |_| Ok(())).expect("a workspace");
        World { records, fresh, workspace, clock, registry: Arc::new(registry), outside, folder }
    }

    pub fn system(&self) -> Actor {
        Actor::system(self.workspace, "a test")
    }

    pub fn read<T: Send + 'static>(
        &self,
        work: impl FnMut(&mut Gate<'_>) -> Outcome<T> + Send + 'static,
    ) -> T {
        self.records.read_now(&self.system(), work).expect("read")
    }

    pub fn write<T: Send + 'static>(
        &self,
        work: impl FnMut(&mut Gate<'_>) -> Outcome<T> + Send + 'static,
    ) -> T {
        self.records.write_now(&self.system(), work).expect("written")
    }

    /// Somebody who keeps nothing.
    pub fn person(&self) -> Actor {
        let id = self.write(|gate| {
            let role = gate.create(Draft::new(&role::ROLE).with(role::NAME, "Seller".to_owned()))?;
            gate.create(Draft::new(&user::USER).with(user::NAME, "Sam".to_owned()).with(user::ROLE, role))
        });
        Actor::user(self.workspace, id, Door::Page)
    }

    pub fn now(&self) -> Moment {
        self.records.now()
    }

    /// Lets time pass.
    pub fn later(&self, seconds: i64) {
        self.clock.set(self.now().plus_seconds(seconds));
    }

    pub fn options(&self) -> Options {
        self.options_with(self.records.clone())
    }

    pub fn bench(&self) -> Bench {
        Bench::new(self.options())
    }

    /// The bench of another server on the same database.
    pub fn another_bench(&self) -> Bench {
        let seed = 100 + u64::from(COUNT.fetch_add(1, Ordering::SeqCst));
        Bench::new(self.options_with(opened(&self.fresh.database, &self.registry, &self.clock, seed)))
    }

    fn options_with(&self, records: Records) -> Options {
        Options {
            records,
            registry: self.registry.clone(),
            outside: self.outside.clone(),
            files: self.folder.path().to_owned(),
        }
    }
}

fn opened(database: &Database, registry: &Registry, clock: &Arc<FixedClock>, seed: u64) -> Records {
    let (store, _) = open_store(database, 2, &**clock, true).expect("a database");
    Records::open(cordee_records::Options {
        store,
        catalog: registry.catalog.clone(),
        hooks: registry.hooks.clone(),
        key: JournalKey([7; 32]),
        clock: clock.clone(),
        ids: Box::new(SeededChance::new(seed)),
        secrets: Box::new(SeededChance::new(seed + 1)),
    })
}
