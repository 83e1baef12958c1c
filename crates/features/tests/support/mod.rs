//! A workspace of its own on a fresh database of each kind that is at hand, and files to bring in.

#[path = "../../../../tests/databases/mod.rs"]
mod databases;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use cordee_base::{Currency, FixedClock, Id, Moment, OsChance};
use cordee_features::registry;
use cordee_kit::{Format, Progress, Registry};
use cordee_records::{Actor, Database, Founding, Gate, JournalKey, Options, Query, Records, open_store};
use cordee_schema::Object;
use databases::Fresh;

/// A workspace on a fresh database.
pub struct World {
    pub records: Records,
    pub registry: Registry,
    pub workspace: Id,
    pub folder: PathBuf,
    pub database: Database,
    _kept: Option<(Fresh, tempfile::TempDir)>,
}

/// A world on SQLite, and one on PostgreSQL where `CORDEE_TEST_POSTGRES` names a server.
pub fn worlds() -> Vec<World> {
    Fresh::each_in_turn().map(world).collect()
}

/// A world on SQLite.
pub fn sqlite() -> World {
    world(Fresh::sqlite())
}

fn world(fresh: Fresh) -> World {
    let bare = on(fresh);
    let founding = Founding {
        name: "MavenTech".into(),
        currency: Currency::USD,
        zone: "UTC".into(),
        language: "en".into(),
    };
    let workspace = bare.records.found(&founding, bare.registry.furnish).expect("a workspace");
    World { workspace, ..bare }
}

/// A place without a workspace on a fresh database of each kind that is at hand.
pub fn bare() -> Vec<World> {
    Fresh::each_in_turn().map(on).collect()
}

fn on(fresh: Fresh) -> World {
    let database = fresh.database.clone();
    let (records, registry) = open(&database);
    let folder = tempfile::tempdir().expect("a folder");
    World {
        records,
        registry,
        workspace: Id::from_i64(0),
        folder: folder.path().to_owned(),
        database,
        _kept: Some((fresh, folder)),
    }
}

/// The only workspace of a database, opened once more: by another process, say.
pub fn again(database: Database, folder: PathBuf) -> World {
    let (records, registry) = open(&database);
    let workspace = records.workspaces().expect("a list")[0].0;
    World { records, registry, workspace, folder, database, _kept: None }
}

fn open(database: &Database) -> (Records, Registry) {
    let clock = Arc::new(FixedClock::at("2026-11-21T09:00:00Z".parse::<Moment>().expect("a moment")));
    let (store, _) = open_store(database, 2, &*clock, true).expect("a database");
    let registry = registry();
    let records = Records::open(Options {
        store,
        catalog: registry.catalog.clone(),
        hooks: registry.hooks.clone(),
        key: JournalKey([7; 32]),
        clock,
        ids: Box::new(OsChance),
        secrets: Box::new(OsChance),
    });
    (records, registry)
}

impl World {
    pub fn actor(&self) -> Actor {
        Actor::system(self.workspace, "a test of importing")
    }

    /// A file with this text.
    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.join(name);
        std::fs::write(&path, text).expect("a file");
        path
    }

    /// Brings a file in by a mapping; by the one that is proposed where none is given.
    pub fn import(&self, object: &str, file: &Path, mapping: Option<&str>) -> (Id, Progress) {
        let id = self.start(object, file, mapping);
        let imports = self.registry.imports;
        (id, imports.run(&self.records, &self.actor(), id, &mut |_| true).expect("an import"))
    }

    /// Notes an import and does not begin it.
    pub fn start(&self, object: &str, file: &Path, mapping: Option<&str>) -> Id {
        let (imports, actor) = (self.registry.imports, self.actor());
        let object = self.registry.catalog.object(object).expect("an object");
        let proposed = || {
            let look = imports.look(&self.records, &actor, object, file, &Default::default());
            look.expect("a look").mapping
        };
        let mapping = mapping.map_or_else(proposed, str::to_owned);
        let rejects = file.with_extension("rejected.csv");
        imports.start(&self.records, &actor, file, &mapping, &rejects).expect("a start")
    }

    /// Goes on with an import.
    pub fn resume(&self, import: Id) -> Progress {
        self.registry.imports.run(&self.records, &self.actor(), import, &mut |_| true).expect("a resumption")
    }

    /// All records of an object as CSV, without what differs between two runs: ids and when rows were written.
    pub fn content(&self, object: &str) -> String {
        let object = self.registry.catalog.object(object).expect("an object");
        let out = self.export(object, Format::Csv);
        let text = String::from_utf8(out).expect("UTF-8");
        let mut lines = text.lines();
        let header: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
        let kept = |name: &str| name != "id" && !name.ends_with(".id") && !name.ends_with("_at");
        let mut kept_lines: Vec<String> = lines
            .map(|line| {
                let cells = line.split(',').zip(&header).filter(|(_, name)| kept(name));
                cells.map(|(cell, _)| cell).collect::<Vec<_>>().join(",")
            })
            .collect();
        kept_lines.sort();
        kept_lines.join("\n")
    }

    /// All records of an object as a file.
    pub fn export(&self, object: &'static Object, format: Format) -> Vec<u8> {
        let (imports, actor) = (self.registry.imports, self.actor());
        let begin = move |gate: &mut Gate<'_>| imports.export(gate, &Query::of(object), format);
        let mut export = self.records.read_now(&actor, begin).expect("an export");
        let mut out = Vec::new();
        while export.more() {
            let query = export.query().clone();
            let page = self.records.read_now(&actor, move |gate| gate.list(&query)).expect("a page");
            export.put(page, &mut out).expect("written");
        }
        while export.rest(&mut out).expect("written") {}
        out
    }

    pub fn undo(&self, import: Id) -> Progress {
        self.registry.imports.undo(&self.records, &self.actor(), import, &mut |_| true).expect("an undo")
    }

    pub fn count(&self, object: &str) -> u64 {
        let object = self.registry.catalog.object(object).expect("an object");
        self.records.read_now(&self.actor(), move |gate| gate.count(&Query::of(object))).expect("a count")
    }
}

/// A folder of the shared data, beside the checkout or one further up; without it a test says so and is skipped.
pub fn shared(folder: &str) -> Option<PathBuf> {
    let here = env!("CARGO_MANIFEST_DIR");
    let beside =
        ["/../../../shared/data/", "/../../../../shared/data/"].map(|up| format!("{here}{up}{folder}"));
    let found = beside.iter().map(PathBuf::from).find(|place| place.is_dir());
    #[expect(
        clippy::disallowed_methods,
        reason = "only CI must have the data, and says so by its environment"
    )]
    if found.is_none() {
        let message = format!("SKIPPED: there is no ../shared/data/{folder} beside the repository");
        assert!(std::env::var("CI").as_deref() != Ok("true"), "{message}");
        eprintln!("{message}");
    }
    found
}
