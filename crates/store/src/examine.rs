//! What a database says of itself: whether it is sound, how large it is, how it is set up.

use std::collections::HashSet;

use crate::{Dialect, Fail, Session};

/// What a database says of itself.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// What its own examination finds wrong; nothing if it is sound.
    pub faults: Vec<String>,
    /// How many bytes it takes.
    pub bytes: u64,
    /// The names of its indexes.
    pub indexes: HashSet<String>,
    /// The server, if it is one.
    pub server: Option<Server>,
}

/// A server of PostgreSQL.
#[derive(Clone, Debug, Default)]
pub struct Server {
    /// Its version, as it says it.
    pub version: String,
    /// Its version as a number: 170002 for 17.2.
    pub number: u32,
    /// How many connections there are.
    pub connections: u64,
    /// How many there may be.
    pub most_connections: u64,
    /// Settings by which a failing machine costs what was said to be kept.
    pub careless: Vec<String>,
    /// The encoding of texts.
    pub encoding: String,
    /// The order of texts where nothing else is said.
    pub collation: String,
    /// Whether what is said on the way can't be read; none where nobody is on the way.
    pub encrypted: Option<bool>,
    /// Its clock, in seconds since 1970.
    pub clock: f64,
}

/// Asks the database about itself; reads all of a file of SQLite.
pub fn facts(session: &mut dyn Session) -> Result<Facts, Fail> {
    match session.dialect() {
        Dialect::Sqlite => of_a_file(session),
        Dialect::Postgres => of_a_server(session),
    }
}

fn of_a_file(session: &mut dyn Session) -> Result<Facts, Fail> {
    // Damage may be such that it ends the examination itself.
    let mut faults = match all(session, "PRAGMA quick_check(20)") {
        Err(Fail::Other(what)) => vec![what],
        told => told?,
    };
    faults.retain(|line| line != "ok");
    let pages = all(session, "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")?;
    let indexes = all(session, "SELECT name FROM sqlite_schema WHERE type = 'index'")?;
    let bytes = pages.first().and_then(|text| text.parse().ok()).unwrap_or_default();
    Ok(Facts { faults, bytes, indexes: indexes.into_iter().collect(), server: None })
}

/// What PostgreSQL says without an extension: indexes that it could not build, and pages whose sums were wrong.
const FAULTS: &str = "SELECT 'index ' || c.relname || ' is not valid' FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid \
    WHERE NOT i.indisvalid \
    UNION ALL SELECT 'pages with wrong sums: ' || checksum_failures FROM pg_stat_database \
    WHERE datname = current_database() AND checksum_failures > 0";
const INDEXES: &str = "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema()";
const CARELESS: &str = "SELECT name || ' = off' FROM pg_settings \
    WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off' ORDER BY name";
const SERVER: &str = "SELECT current_setting('server_version'), current_setting('server_version_num'), \
    (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'), current_setting('max_connections'), \
    pg_encoding_to_char(d.encoding), d.datcollate, pg_database_size(d.oid), extract(epoch FROM clock_timestamp()), \
    CASE WHEN inet_client_addr() IS NULL OR inet_client_addr() <<= '127.0.0.0/8' OR inet_client_addr() = '::1' THEN '' \
    ELSE (SELECT ssl::text FROM pg_stat_ssl WHERE pid = pg_backend_pid()) END \
    FROM pg_database d WHERE d.datname = current_database()";

fn of_a_server(session: &mut dyn Session) -> Result<Facts, Fail> {
    let (faults, indexes, careless) =
        (all(session, FAULTS)?, all(session, INDEXES)?, all(session, CARELESS)?);
    let told = session.texts(SERVER)?.into_iter().next().unwrap_or_default();
    let text = |place: usize| told.get(place).cloned().unwrap_or_default();
    let number = |place: usize| text(place).parse::<u64>().unwrap_or_default();
    let server = Server {
        version: text(0),
        number: number(1) as u32,
        connections: number(2),
        most_connections: number(3),
        careless,
        encoding: text(4),
        collation: text(5),
        encrypted: match text(8).as_str() {
            "" => None,
            told => Some(told == "true"),
        },
        clock: text(7).parse().unwrap_or_default(),
    };
    Ok(Facts { faults, bytes: number(6), indexes: indexes.into_iter().collect(), server: Some(server) })
}

/// The first column of what a statement gives.
fn all(session: &mut dyn Session, statement: &str) -> Result<Vec<String>, Fail> {
    Ok(session.texts(statement)?.into_iter().filter_map(|row| row.into_iter().next()).collect())
}
