//! All that a database holds, as somebody reads it who knows nothing of Cordee.

use cordee_records::Database;
use rusqlite::types::ValueRef;
use sha2::{Digest, Sha256};

/// A connection beside Cordee's own.
pub enum Outsider {
    Sqlite(rusqlite::Connection),
    Postgres(Box<postgres::Client>),
}

impl Outsider {
    pub fn of(database: &Database) -> Outsider {
        match database {
            Database::Sqlite(path) => {
                let connection = rusqlite::Connection::open(path).expect("the file");
                connection.busy_timeout(std::time::Duration::from_secs(10)).expect("patience");
                Outsider::Sqlite(connection)
            }
            Database::Postgres(url) => Outsider::Postgres(Box::new(
                postgres::Client::connect(url, postgres::NoTls).expect("the server"),
            )),
        }
    }

    /// The names of all tables.
    pub fn tables(&mut self) -> Vec<String> {
        match self {
            Outsider::Sqlite(connection) => {
                // What SQLite notes for itself of how full its tables are is no part of what is kept.
                let query = "SELECT name FROM sqlite_master \
                    WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name";
                let mut statement = connection.prepare(query).expect("a query");
                let names = statement.query_map([], |row| row.get(0)).expect("names");
                names.map(|name| name.expect("a name")).collect()
            }
            Outsider::Postgres(client) => {
                let query = "SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' ORDER BY 1";
                client.query(query, &[]).expect("names").iter().map(|row| row.get(0)).collect()
            }
        }
    }

    /// A digest of every row of every table.
    pub fn digest(&mut self) -> String {
        let mut digest = Sha256::new();
        for table in self.tables() {
            let mut rows = self.rows(&table);
            rows.sort();
            digest.update(format!("{table} {rows:?}"));
        }
        digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The rows of a table, each as text.
    pub fn rows(&mut self, table: &str) -> Vec<String> {
        self.found(&format!("SELECT * FROM \"{table}\""))
    }

    /// What a query finds, each row as text.
    pub fn found(&mut self, query: &str) -> Vec<String> {
        match self {
            Outsider::Sqlite(connection) => {
                let mut statement = connection.prepare_cached(query).expect(query);
                let width = statement.column_count();
                let rows = statement.query_map([], |row| {
                    let cell = |place| match row.get_ref(place)? {
                        ValueRef::Text(text) => Ok(String::from_utf8_lossy(text).into_owned()),
                        other => Ok(format!("{other:?}")),
                    };
                    (0..width).map(cell).collect::<rusqlite::Result<Vec<String>>>()
                });
                rows.expect("rows").map(|row| row.expect("a row").join("|")).collect()
            }
            Outsider::Postgres(client) => {
                let rows = client.query(&format!("SELECT t::text FROM ({query}) AS t"), &[]);
                rows.expect(query).iter().map(|row| row.get(0)).collect()
            }
        }
    }

    /// Runs statements; gives how many rows the last changed.
    pub fn run(&mut self, statement: &str) -> u64 {
        match self {
            Outsider::Sqlite(connection) => connection.execute(statement, []).expect(statement) as u64,
            Outsider::Postgres(client) => client.execute(statement, &[]).expect(statement),
        }
    }

    /// The first cell of the first row, as text; none for an empty one.
    pub fn text(&mut self, query: &str) -> Option<String> {
        match self {
            Outsider::Sqlite(connection) => connection
                .query_row(query, [], |row| {
                    Ok(match row.get_ref(0)? {
                        ValueRef::Null => None,
                        ValueRef::Text(text) => Some(String::from_utf8_lossy(text).into_owned()),
                        ValueRef::Integer(number) => Some(number.to_string()),
                        other => Some(format!("{other:?}")),
                    })
                })
                .expect(query),
            Outsider::Postgres(client) => {
                client.query_one(&format!("SELECT x::text FROM ({query}) AS q(x)"), &[]).expect(query).get(0)
            }
        }
    }
}
