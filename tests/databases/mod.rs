//! Databases of tests: a file of SQLite, and a database of the PostgreSQL server that `CORDEE_TEST_POSTGRES` names. Each
//! is empty and a test's own, and goes with the test.
#![allow(dead_code, reason = "each file of tests uses some of it")]

use std::process::id;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use cordee_base::SystemClock;
use cordee_records::{Database, open_store};

static COUNT: AtomicU32 = AtomicU32::new(0);
/// The name of the database on the server that has the product's tables and is copied, since that is ten times as quick as
/// making them.
static WITH_TABLES: OnceLock<String> = OnceLock::new();

/// A database; it goes when this is dropped, whoever is still connected.
pub struct Fresh {
    pub database: Database,
    _folder: Option<tempfile::TempDir>,
}

impl Fresh {
    /// One in a file.
    pub fn sqlite() -> Fresh {
        let folder = tempfile::tempdir().expect("a folder");
        Fresh { database: Database::Sqlite(folder.path().join("test.db")), _folder: Some(folder) }
    }

    /// One on the server, where one is named.
    pub fn postgres() -> Option<Fresh> {
        server().map(|server| Fresh::on(&server, ""))
    }

    /// The same, with the product's tables in it.
    pub fn postgres_with_tables() -> Option<Fresh> {
        let server = server()?;
        let with_tables = WITH_TABLES.get_or_init(|| {
            let made = std::mem::ManuallyDrop::new(Fresh::on(&server, ""));
            drop(open_store(&made.database, 1, &SystemClock, true).expect("tables"));
            made.url().rsplit_once('/').expect("a URL with a database").1.to_owned()
        });
        Some(Fresh::on(&server, &format!("TEMPLATE {with_tables} STRATEGY FILE_COPY")))
    }

    fn on(server: &str, how: &str) -> Fresh {
        let name = format!("cordee_test_{}_{}", id(), COUNT.fetch_add(1, Ordering::SeqCst));
        tell(server, &format!("CREATE DATABASE {name} {how}")).expect("a database");
        let base = server.rsplit_once('/').expect("a URL with a database").0;
        Fresh { database: Database::Postgres(format!("{base}/{name}")), _folder: None }
    }

    /// One of each kind that is at hand.
    pub fn each() -> Vec<Fresh> {
        std::iter::once(Fresh::sqlite()).chain(Fresh::postgres()).collect()
    }

    /// One of each kind that is at hand, for what makes the product's tables unless they are there: when it is asked for.
    pub fn each_in_turn() -> impl Iterator<Item = Fresh> {
        std::iter::once_with(Fresh::sqlite).chain(std::iter::once_with(Fresh::postgres_with_tables).flatten())
    }

    /// The address, of one on the server.
    pub fn url(&self) -> &str {
        match &self.database {
            Database::Postgres(url) => url,
            Database::Sqlite(path) => unreachable!("{} is a file", path.display()),
        }
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        if let Database::Postgres(url) = &self.database
            && let Some((base, name)) = url.rsplit_once('/')
        {
            // A test that has failed says so itself; that nothing can be cleared away after it adds nothing.
            let _ = tell(&format!("{base}/postgres"), &format!("DROP DATABASE {name} WITH (FORCE)"));
        }
    }
}

fn server() -> Option<String> {
    #[expect(clippy::disallowed_methods, reason = "tests are told where PostgreSQL is")]
    let server = std::env::var("CORDEE_TEST_POSTGRES").ok();
    if server.is_none() {
        eprintln!("skipped on PostgreSQL: CORDEE_TEST_POSTGRES names no server");
    }
    server
}

/// On a thread of its own: some tests end where a runtime is at work, which the client would not bear.
fn tell(server: &str, what: &str) -> Result<(), postgres::Error> {
    std::thread::scope(|scope| {
        let told = scope.spawn(|| postgres::Client::connect(server, postgres::NoTls)?.batch_execute(what));
        told.join().expect("the client does not panic")
    })
}
