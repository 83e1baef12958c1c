//! Databases of tests: a file of SQLite, and a database of the PostgreSQL server that `CORDEE_TEST_POSTGRES` names. Each
//! is empty and a test's own, and goes with the test.
#![allow(dead_code, reason = "each file of tests uses some of it")]

use std::process::id;
use std::sync::atomic::{AtomicU32, Ordering};

use cordee_records::Database;

static COUNT: AtomicU32 = AtomicU32::new(0);

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
        #[expect(clippy::disallowed_methods, reason = "tests are told where PostgreSQL is")]
        let Ok(server) = std::env::var("CORDEE_TEST_POSTGRES") else {
            eprintln!("skipped on PostgreSQL: CORDEE_TEST_POSTGRES names no server");
            return None;
        };
        let name = format!("cordee_test_{}_{}", id(), COUNT.fetch_add(1, Ordering::SeqCst));
        tell(&server, &format!("CREATE DATABASE {name}")).expect("a database");
        let base = server.rsplit_once('/').expect("a URL with a database").0;
        Some(Fresh { database: Database::Postgres(format!("{base}/{name}")), _folder: None })
    }

    /// One of each kind that is at hand.
    pub fn each() -> Vec<Fresh> {
        std::iter::once(Fresh::sqlite()).chain(Fresh::postgres()).collect()
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

/// On a thread of its own: some tests end where a runtime is at work, which the client would not bear.
fn tell(server: &str, what: &str) -> Result<(), postgres::Error> {
    std::thread::scope(|scope| {
        let told = scope.spawn(|| postgres::Client::connect(server, postgres::NoTls)?.batch_execute(what));
        told.join().expect("the client does not panic")
    })
}
