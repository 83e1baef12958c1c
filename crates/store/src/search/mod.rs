//! The index of words by which records are found: FTS5 on SQLite, a `tsvector` under GIN on PostgreSQL.
//!
//! What a term is, the callers say: here it is a run of small letters, digits and `_`, or of any letters beyond ASCII.
//! The index tells nothing but which records hold which terms; it is no place to read a text from.

mod frequent;

use std::borrow::Cow;
use std::collections::BTreeSet;

use cordee_base::Id;
use cordee_schema::{Cell, ColumnType};

use crate::query::{Delete, Expr, Insert, Select};
use crate::{Dialect, Fail, Session, postgres, sqlite};

pub use frequent::Frequent;

/// The table of the index.
pub const TABLE: &str = "search";
/// Its alias in queries.
pub const ALIAS: &str = "s";
/// How many records one statement takes out.
const TAKEN_TOGETHER: usize = 500;

/// A record's terms, each once, with blanks between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indexed {
    /// The record.
    pub id: Id,
    /// Its terms.
    pub terms: BTreeSet<String>,
}

/// What records must hold: of each group one term at least.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted(pub Vec<Vec<Term>>);

/// A term, or the beginning of one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Term {
    /// Its letters.
    pub text: String,
    /// Whether any term that begins with it will do.
    pub begins: bool,
}

/// The statements that make the index in an empty database.
pub fn statements(dialect: Dialect) -> Vec<String> {
    let own: &[&str] = match dialect {
        Dialect::Sqlite => &sqlite::SEARCH,
        Dialect::Postgres => &postgres::SEARCH,
    };
    own.iter().map(|statement| (*statement).to_owned()).collect()
}

/// The column with a record's id.
fn id(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Sqlite => "rowid",
        Dialect::Postgres => "id",
    }
}

/// Puts records of an object into the index, in which they must not stand yet.
pub fn put(session: &mut dyn Session, workspace: Id, object: &str, rows: &[Indexed]) -> Result<(), Fail> {
    let columns = ["workspace_id", "object", id(session.dialect()), "terms"];
    let mut insert = Insert::into(TABLE, columns.map(Cow::Borrowed).to_vec());
    insert.rows = rows
        .iter()
        .map(|row| {
            let terms = row.terms.iter().map(String::as_str).collect::<Vec<_>>().join(" ");
            vec![workspace.into(), object.into(), row.id.into(), Cell::Text(terms)]
        })
        .collect();
    session.insert(&insert).map(|_| ())
}

/// Takes records of an object out of the index.
pub fn take(session: &mut dyn Session, workspace: Id, object: &str, ids: &[Id]) -> Result<(), Fail> {
    let name = id(session.dialect());
    for some in ids.chunks(TAKEN_TOGETHER) {
        let mut delete = Delete::from(TABLE);
        // On SQLite ids are the rows' own numbers, whatever the workspace and the object.
        if session.dialect() == Dialect::Postgres {
            delete = delete.having("workspace_id", workspace).having("object", object);
        }
        let cells = some.iter().copied().map(Cell::from).collect();
        session.delete(&delete.filter(Expr::In(Box::new(Expr::column(TABLE, name)), cells)))?;
    }
    Ok(())
}

/// Finds the entry of the record of an object that `record` names.
pub fn holding(dialect: Dialect, workspace: Id, object: &str, record: Expr) -> Select {
    let entry = Select::from(TABLE, ALIAS)
        .column(id(dialect), ColumnType::Int)
        .filter(Expr::column(ALIAS, id(dialect)).equals(record));
    match dialect {
        // On SQLite ids are the rows' own numbers.
        Dialect::Sqlite => entry,
        Dialect::Postgres => entry.having("workspace_id", workspace).having("object", object),
    }
}

/// Empties the index.
pub fn clear(session: &mut dyn Session) -> Result<(), Fail> {
    session.run(match session.dialect() {
        Dialect::Sqlite => sqlite::CLEAR_SEARCH,
        Dialect::Postgres => postgres::CLEAR_SEARCH,
    })
}

/// Brings a little of what SQLite keeps of the index in many pieces together, each of which it looks into for each question;
/// tells whether there is more to do. PostgreSQL keeps it in one.
pub fn merge(session: &mut dyn Session) -> Result<bool, Fail> {
    if session.dialect() == Dialect::Postgres {
        return Ok(false);
    }
    let before = changes(session)?;
    session.run(sqlite::MERGE_SEARCH)?;
    // Fewer are those of the statement itself.
    Ok(changes(session)? - before > 1)
}

/// How many rows this connection has changed so far.
fn changes(session: &mut dyn Session) -> Result<i64, Fail> {
    let told = session.texts("SELECT total_changes()")?;
    Ok(told.first().and_then(|row| row[0].parse().ok()).unwrap_or(0))
}

/// The records that hold what is wanted, by the name of their object and their id: the newest first on SQLite, where
/// that is the order of the index; in any order on PostgreSQL.
pub fn matching(dialect: Dialect, workspace: Id, wanted: &Wanted, limit: u64) -> Select {
    let select = named(dialect).having("workspace_id", workspace).filter(holds(dialect, wanted));
    newest(select, dialect).limit(limit)
}

/// Has PostgreSQL look for what is wanted in the index of words alone, or by any way: it takes what is frequent for
/// spread evenly, and would read a million records to find that what it looks for stands at their end.
pub fn in_index_alone(session: &mut dyn Session, alone: bool) -> Result<(), Fail> {
    match session.dialect() {
        Dialect::Sqlite => Ok(()),
        Dialect::Postgres => {
            let way = if alone { "off" } else { "on" };
            session.run(&format!("SET LOCAL enable_seqscan = {way}; SET LOCAL enable_indexscan = {way}"))
        }
    }
}

/// The newest records of an object that hold what is wanted, of its newest `of`: what is frequent is found by looking
/// there first, while PostgreSQL would read all of it to find the newest.
pub fn matching_newest(workspace: Id, object: &str, wanted: &Wanted, of: u64, limit: u64) -> Select {
    let dialect = Dialect::Postgres;
    let last = named(dialect)
        .column("terms", ColumnType::Text)
        .having("workspace_id", workspace)
        .having("object", object)
        .order(Expr::column(ALIAS, "object"), true)
        .order(Expr::column(ALIAS, "id"), true)
        .limit(of);
    let select = Select::of(last, ALIAS).column("object", ColumnType::Text).column("id", ColumnType::Int);
    select.filter(holds(dialect, wanted)).order(Expr::column(ALIAS, "id"), true).limit(limit)
}

/// The records of these objects that hold what is wanted: PostgreSQL reads all of theirs from end to end.
pub fn matching_among(workspace: Id, objects: &[&str], wanted: &Wanted) -> Select {
    let dialect = Dialect::Postgres;
    let names = objects.iter().map(|name| Cell::from(*name)).collect();
    let among = Expr::In(Box::new(Expr::column(ALIAS, "object")), names);
    // Read first and judged then, or it would look for what is wanted in all there is: a limit sees to that, though it
    // bounds nothing.
    let all = named(dialect).column("terms", ColumnType::Text).having("workspace_id", workspace);
    let all = all.filter(among).limit(u64::from(u32::MAX));
    let select = Select::of(all, ALIAS).column("object", ColumnType::Text).column("id", ColumnType::Int);
    select.filter(holds(dialect, wanted))
}

/// The records of an object that hold what is wanted, of those whose ids a query finds, `of` at the most: PostgreSQL reads
/// their entries.
pub fn matching_of(workspace: Id, object: &str, ids: Select, of: u64, wanted: &Wanted) -> Select {
    let these = Expr::InSelect(Box::new(Expr::column(ALIAS, "id")), Box::new(ids));
    let entries = named(Dialect::Postgres).column("terms", ColumnType::Text);
    let entries = entries.having("workspace_id", workspace).having("object", object).filter(these).limit(of);
    let select = Select::of(entries, ALIAS).column("object", ColumnType::Text).column("id", ColumnType::Int);
    select.filter(holds(Dialect::Postgres, wanted))
}

/// How many records of an object the index holds, counted up to `most`.
pub fn counted(dialect: Dialect, workspace: Id, object: &str, most: u64) -> Select {
    let entries = Select::from(TABLE, ALIAS).column(id(dialect), ColumnType::Int);
    let entries = entries.having("workspace_id", workspace).having("object", object).limit(most);
    Select::of(entries, ALIAS).giving(Expr::Count, ColumnType::Int)
}

fn named(dialect: Dialect) -> Select {
    Select::from(TABLE, ALIAS).column("object", ColumnType::Text).column(id(dialect), ColumnType::Int)
}

fn newest(select: Select, dialect: Dialect) -> Select {
    match dialect {
        Dialect::Sqlite => select.order(Expr::column(ALIAS, "rowid"), true),
        Dialect::Postgres => select,
    }
}

/// The condition that a row of the index holds what is wanted.
fn holds(dialect: Dialect, wanted: &Wanted) -> Expr {
    Expr::Matches(ALIAS.into(), Cell::Text(wanted.spoken(dialect)))
}

impl Wanted {
    /// The same, also holding one of these terms.
    pub fn and(&self, group: Vec<Term>) -> Wanted {
        let mut groups = self.0.clone();
        // What is rare stands last, what is frequent is only looked up where the rare is.
        groups.push(group);
        Wanted(groups)
    }

    /// As the database's own language of queries says it. Terms are letters and digits, so that nothing in them can
    /// be taken for a sign of that language.
    fn spoken(&self, dialect: Dialect) -> String {
        let (quote, begins, and, or) = match dialect {
            Dialect::Sqlite => ('"', "*", " AND ", " OR "),
            Dialect::Postgres => ('\'', ":*", " & ", " | "),
        };
        let term = |term: &Term| {
            let letters: String = term.text.chars().filter(|c| c.is_alphanumeric() || *c == '_').collect();
            format!("{quote}{letters}{quote}{}", if term.begins { begins } else { "" })
        };
        let group = |group: &Vec<Term>| {
            let terms: Vec<String> = group.iter().map(term).collect();
            if terms.len() == 1 { terms.concat() } else { format!("({})", terms.join(or)) }
        };
        self.0.iter().filter(|terms| !terms.is_empty()).map(group).collect::<Vec<_>>().join(and)
    }
}

impl Term {
    /// This very term.
    pub fn whole(text: impl Into<String>) -> Term {
        Term { text: text.into(), begins: false }
    }

    /// Any term that begins with this.
    pub fn begins(text: impl Into<String>) -> Term {
        Term { text: text.into(), begins: true }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_database_is_asked_in_its_own_language() {
        let wanted =
            Wanted(vec![vec![Term::begins("acme")], vec![Term::whole("王"), Term::whole("x\"' OR y")]]);
        assert_eq!(wanted.spoken(Dialect::Sqlite), r#""acme"* AND ("王" OR "xORy")"#);
        assert_eq!(wanted.spoken(Dialect::Postgres), "'acme':* & ('王' | 'xORy')");
    }
}
