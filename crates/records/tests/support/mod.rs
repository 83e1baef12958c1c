//! A small world of its own on a fresh database of each kind that is at hand.

#[path = "../../../../tests/databases/mod.rs"]
mod databases;
pub mod draw;
pub mod every_kind;
pub mod office;
pub mod tables;

use std::sync::Arc;

use cordee_base::{Currency, FixedClock, Id, Moment, SeededChance};
use cordee_records::{Actor, Database, Door, Founding, JournalKey, Options, Records, system};
use cordee_schema::{
    Catalog, Choice, Draft, Field, Filter, Object, Reading, Value, choice, date, link, money, number, object,
    person, serial, text,
};
use cordee_store::{Dialect, Options as StoreOptions, Session, Store};
use databases::Fresh;

pub const STATES: &[Choice] = &[Choice::new("open"), Choice::new("won"), Choice::new("old").retired()];

pub mod company {
    use super::*;
    /// What the company is called.
    pub const NAME: Field<String> = text("name").required().searched().sorted();
    pub const DOMAIN: Field<String> = text("domain").unique();
    pub const PARENT: Field<Id> = link("parent", "company");
    pub const OWNER: Field<Id> = person("owner").default(cordee_schema::Default::Me);
    pub const SECRET_NOTE: Field<String> = text("secret_note");
    pub static COMPANY: Object = object("company", "companies")
        .owner("owner")
        .fields(&[NAME.def, DOMAIN.def, PARENT.def, OWNER.def, SECRET_NOTE.def])
        .list(&["name", "owner"])
        .mergeable();
}

pub mod deal {
    use super::*;
    use cordee_base::{Date, Money};
    pub const NUMBER: Field<String> = serial("number", "D");
    pub const NAME: Field<String> = text("name").required().searched().sorted();
    pub const COMPANY: Field<Id> = link("company", "company");
    pub const AMOUNT: Field<Money> = money("amount").sorted().tracked();
    pub const STATE: Field<String> =
        choice("state", STATES).tracked().default(cordee_schema::Default::Text("open"));
    pub const CLOSES: Field<Date> = date("closes").sorted().tracked();
    pub const OWNER: Field<Id> = person("owner").tracked().default(cordee_schema::Default::Me);
    pub static DEAL: Object = object("deal", "deals").owner("owner").fields(&[
        NUMBER.def,
        NAME.def,
        COMPANY.def,
        AMOUNT.def,
        STATE.def,
        CLOSES.def,
        OWNER.def,
    ]);
}

pub mod line {
    use super::*;
    use cordee_base::Decimal;
    pub const NAME: Field<String> = text("name").required().sorted();
    pub const DEAL: Field<Id> = link("deal", "deal").required();
    pub const QUANTITY: Field<Decimal> = number("quantity", 2);
    pub static LINE: Object =
        object("line", "lines").part_of("deal").fields(&[NAME.def, DEAL.def, QUANTITY.def]);
}

pub mod note {
    use super::*;
    use cordee_schema::{AnyLink, any_link};
    pub const NAME: Field<String> = text("name").required();
    pub const ABOUT: Field<Box<AnyLink>> = any_link("about");
    pub static NOTE: Object = object("note", "notes").fields(&[NAME.def, ABOUT.def]);
}

pub fn catalog() -> Catalog {
    let own: [&'static Object; 4] = [&company::COMPANY, &deal::DEAL, &line::LINE, &note::NOTE];
    Catalog::of(system::objects().into_iter().chain(own))
}

/// A workspace on a fresh database.
pub struct World {
    pub records: Records,
    pub store: Store,
    pub database: Database,
    pub workspace: Id,
    pub clock: Arc<FixedClock>,
    catalog: fn() -> Catalog,
    _fresh: Fresh,
}

/// A world on SQLite, and one on PostgreSQL where `CORDEE_TEST_POSTGRES` names a server.
pub fn worlds() -> Vec<World> {
    worlds_of(catalog)
}

/// The same with other objects.
pub fn worlds_of(catalog: fn() -> Catalog) -> Vec<World> {
    std::iter::once(sqlite_world(catalog)).chain(postgres_world(catalog)).collect()
}

/// A world in a fresh file.
pub fn sqlite_world(catalog: fn() -> Catalog) -> World {
    world(Fresh::sqlite(), catalog)
}

/// A world in a fresh database of the server that `CORDEE_TEST_POSTGRES` names.
pub fn postgres_world(catalog: fn() -> Catalog) -> Option<World> {
    Fresh::postgres().map(|fresh| world(fresh, catalog))
}

/// How often a harness repeats itself: `short`, or `long` where `CORDEE_LONG` is set.
pub fn times(short: u32, long: u32) -> u32 {
    if told("CORDEE_LONG").is_some() { long } else { short }
}

/// The seeds of a harness: the one that `CORDEE_SEED` names, or so many from the first on.
pub fn seeds(short: u32, long: u32) -> Vec<u64> {
    match told("CORDEE_SEED").and_then(|seed| seed.parse().ok()) {
        Some(seed) => vec![seed],
        None => (1..=u64::from(times(short, long))).collect(),
    }
}

/// What the environment says.
#[expect(clippy::disallowed_methods, reason = "tests are told where PostgreSQL is, and how long to run")]
pub fn told(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// Places with nothing but tables in them, of each kind that is at hand.
pub fn bare() -> Vec<World> {
    Fresh::each().into_iter().map(|fresh| empty(fresh, catalog)).collect()
}

fn world(fresh: Fresh, catalog: fn() -> Catalog) -> World {
    let empty = empty(fresh, catalog);
    let founding =
        Founding { name: "Test".into(), currency: Currency::EUR, zone: "UTC".into(), language: "en".into() };
    let workspace = empty.records.found(&founding, |_| Ok(())).expect("a workspace");
    World { workspace, ..empty }
}

fn empty(fresh: Fresh, catalog: fn() -> Catalog) -> World {
    let database = fresh.database.clone();
    let store = open(&database);
    let statements = ddl(store.dialect(), &catalog());
    let made = store.write_now(move |session: &mut dyn Session| {
        Ok(statements.iter().try_for_each(|statement| session.run(statement))?)
    });
    made.expect("tables");
    let clock = Arc::new(FixedClock::at("2026-03-02T09:00:00Z".parse::<Moment>().expect("a moment")));
    let records = serve(&store, catalog(), clock.clone(), 1, KEY);
    World { records, store, database, workspace: Id::from_i64(0), clock, catalog, _fresh: fresh }
}

fn open(database: &Database) -> Store {
    Store::open(&StoreOptions { database: database.clone(), readers: 2 }).expect("a database")
}

pub const KEY: [u8; 32] = [7; 32];

fn serve(store: &Store, catalog: Catalog, clock: Arc<FixedClock>, seed: u64, key: [u8; 32]) -> Records {
    Records::open(Options {
        store: store.clone(),
        catalog,
        hooks: Vec::new(),
        key: JournalKey(key),
        clock,
        ids: Box::new(SeededChance::new(seed)),
        secrets: Box::new(SeededChance::new(seed + 1)),
    })
}

/// The statements that make the tables of a catalog.
pub fn ddl(dialect: Dialect, catalog: &Catalog) -> Vec<String> {
    let tables = cordee_records::tables(catalog);
    let each = tables.iter().flat_map(|table| {
        std::iter::once(table.create(dialect))
            .chain(table.indexes.iter().map(|index| index.create(&table.name, dialect)))
    });
    each.chain(cordee_store::search::statements(dialect)).collect()
}

impl World {
    /// Another server on the same database, with chance of its own.
    pub fn another(&self, seed: u64) -> Records {
        serve(&open(&self.database), (self.catalog)(), self.clock.clone(), seed, KEY)
    }

    /// A server on the same database that has another key to the journal.
    pub fn with_key(&self, key: [u8; 32]) -> Records {
        serve(&self.store, (self.catalog)(), self.clock.clone(), 3, key)
    }

    pub fn system(&self) -> Actor {
        Actor::system(self.workspace, "a test")
    }

    /// Sets the clock.
    pub fn at(&self, moment: &str) {
        self.clock.set(moment.parse::<Moment>().expect("a moment"));
    }

    /// A role with these grants, as JSON.
    pub fn role(&self, name: &str, grants: &str) -> Id {
        let draft = Draft::new(&system::role::ROLE)
            .with(system::role::NAME, name.to_owned())
            .with(system::role::GRANTS, grants.to_owned());
        self.records.write_now(&self.system(), move |gate| gate.create(draft.clone())).expect("a role")
    }

    pub fn team(&self, name: &str, parent: Option<Id>) -> Id {
        let mut draft = Draft::new(&system::team::TEAM).with(system::team::NAME, name.to_owned());
        if let Some(parent) = parent {
            draft.set("parent", Value::Link(parent));
        }
        self.records.write_now(&self.system(), move |gate| gate.create(draft.clone())).expect("a team")
    }

    /// A person at a page.
    pub fn person(&self, name: &str, role: Id, team: Option<Id>) -> Actor {
        let mut draft = Draft::new(&system::user::USER)
            .with(system::user::NAME, name.to_owned())
            .with(system::user::ROLE, role);
        if let Some(team) = team {
            draft.set("team", Value::Link(team));
        }
        let id =
            self.records.write_now(&self.system(), move |gate| gate.create(draft.clone())).expect("a user");
        Actor::user(self.workspace, id, Door::Page)
    }

    pub fn filter(&self, object: &'static Object, text: &str) -> Filter {
        Filter::parse(text, self.records.catalog(), object, &Reading::default()).expect(text)
    }
}
