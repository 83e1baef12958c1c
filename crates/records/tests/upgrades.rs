//! An older database is brought up to date when it is opened: its rows stay, a file of SQLite is copied first, and a
//! migration that fails leaves everything as usable as it was.

#[expect(dead_code, reason = "each file of tests uses its part of the world")]
mod support;

use cordee_base::{FixedClock, Moment, Problem};
use cordee_records::{Database, Upgrade, open_by};
use cordee_schema::{ColumnType, Draft};
use cordee_store::{Dialect, Migration, Select, Store};
use support::{World, catalog, company, ddl, worlds};

/// What the database had before this version.
fn older(dialect: Dialect) -> Vec<Migration> {
    vec![Migration { name: "0001_first".to_owned(), statements: ddl(dialect, &catalog()) }]
}

/// This version adds a column and a table.
fn newer(dialect: Dialect) -> Vec<Migration> {
    let text = format!("{}CREATE TABLE IF NOT EXISTS motto (id bigint NOT NULL);\n", column(dialect));
    older(dialect).into_iter().chain([Migration::read("0002_motto", &text)]).collect()
}

/// The second step of this version can't be done.
fn failing(dialect: Dialect) -> Vec<Migration> {
    let text = format!("{}ALTER TABLE nowhere ADD COLUMN x text;\n", column(dialect));
    older(dialect).into_iter().chain([Migration::read("0002_broken", &text)]).collect()
}

/// As migrations are written: SQLite knows no `IF NOT EXISTS` here and is told otherwise.
fn column(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Sqlite => "ALTER TABLE company ADD COLUMN motto text;\n",
        Dialect::Postgres => "ALTER TABLE company ADD COLUMN IF NOT EXISTS motto text;\n",
    }
}

fn open(
    database: &Database,
    upgrade: bool,
    migrations: fn(Dialect) -> Vec<Migration>,
) -> Result<(Store, Upgrade), Problem> {
    let clock = FixedClock::at("2026-11-21T09:00:00Z".parse::<Moment>().expect("a moment"));
    open_by(database, 1, &clock, upgrade, migrations)
}

/// A database of the older version with companies of these names.
fn with(world: &World, names: &[&'static str]) {
    open(&world.database, true, older).expect("the older version");
    for name in names {
        let draft = Draft::new(&company::COMPANY).with(company::NAME, (*name).to_owned());
        world.records.write_now(&world.system(), move |gate| gate.create(draft.clone())).expect("a company");
    }
}

/// The texts of a column of all companies.
fn companies(store: &Store, column: &'static str) -> Result<Vec<Option<String>>, Problem> {
    let select = Select::from("company", "c").column(column, ColumnType::Text);
    let rows = store.read_now(move |session| Ok(session.rows(&select)?))?;
    let mut texts: Vec<_> = rows.iter().map(|row| row[0].as_text().map(str::to_owned)).collect();
    texts.sort();
    Ok(texts)
}

fn some(names: &[&str]) -> Vec<Option<String>> {
    names.iter().map(|name| Some((*name).to_owned())).collect()
}

fn key<T>(outcome: Result<T, Problem>) -> &'static str {
    match outcome {
        Err(Problem::Invalid(faults)) => faults[0].key,
        Err(_) => "another problem",
        Ok(_) => "",
    }
}

#[test]
fn an_older_database_is_brought_up_to_date_and_keeps_its_rows() {
    for world in worlds() {
        with(&world, &["Acme", "Bolt"]);
        assert_eq!(key(open(&world.database, false, newer)), "error-database-older");
        let (store, upgrade) = open(&world.database, true, newer).expect("opened");
        assert_eq!(
            (upgrade.had, upgrade.applied),
            (vec!["0001_first".to_owned()], vec!["0002_motto".to_owned()])
        );
        assert_eq!(companies(&store, "name").expect("rows"), some(&["Acme", "Bolt"]));
        assert_eq!(companies(&store, "motto").expect("the new column"), [None, None]);
        match (&world.database, upgrade.backup) {
            (Database::Sqlite(_), Some(copy)) => {
                // The copy is the database as it was.
                let (before, nothing) = open(&Database::Sqlite(copy), false, older).expect("as it was");
                assert_eq!(companies(&before, "name").expect("rows"), some(&["Acme", "Bolt"]));
                assert!(companies(&before, "motto").is_err() && nothing.applied.is_empty());
            }
            (Database::Postgres(_), None) => {}
            (_, copy) => panic!("{copy:?}"),
        }
        // Once more there is nothing to do; the version before says that it is too old for it.
        assert_eq!(open(&world.database, true, newer).expect("opened").1.applied.len(), 0);
        assert_eq!(key(open(&world.database, true, older)), "error-database-newer");
    }
}

#[test]
fn a_migration_that_fails_says_so_and_leaves_the_database_usable() {
    for world in worlds() {
        with(&world, &["Acme"]);
        let Err(Problem::Invalid(faults)) = open(&world.database, true, failing).map(drop) else {
            panic!("it must fail")
        };
        let told = faults[0].to_string();
        assert!(told.contains("0002_broken") && told.contains("nowhere"), "{told}");
        let (store, upgrade) = open(&world.database, true, older).expect("the older version opens it still");
        assert_eq!((companies(&store, "name").expect("rows"), upgrade.applied.len()), (some(&["Acme"]), 0));
        if let Database::Sqlite(path) = &world.database {
            let copy = path.with_extension("before-0001_first.db");
            assert!(
                faults[0].key == "error-upgrade-copy" && told.contains(&copy.display().to_string()),
                "{told}"
            );
            assert!(copy.exists() && companies(&store, "motto").is_err(), "nothing of it was kept");
        }
        with(&world, &["Bolt"]);
        // What mends the version mends the database.
        let (store, upgrade) = open(&world.database, true, newer).expect("opened");
        assert_eq!(companies(&store, "name").expect("rows"), some(&["Acme", "Bolt"]));
        assert_eq!(
            (companies(&store, "motto").expect("the new column").len(), upgrade.applied.len()),
            (2, 1)
        );
    }
}
