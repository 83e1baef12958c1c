//! Readers of the sealed journal, each with its own cursor: it moves on in the transaction that keeps what they made of
//! the entries, so that each entry is read exactly once.

use cordee_base::{Id, Moment, Outcome};
use cordee_schema::{ColumnType, Object};
use cordee_store::query::Comparison;
use cordee_store::{Expr, Insert, Select, Session, Update};

use crate::journal::{Verb, head};
use crate::{Gate, Records, tables};

/// An entry as it is told to a reader of the journal.
#[derive(Clone, Debug)]
pub struct Followed {
    /// Its number.
    pub seq: i64,
    /// When.
    pub at: Moment,
    /// Which object.
    pub object: &'static Object,
    /// Which record.
    pub record: Id,
    /// What was done.
    pub verb: Verb,
}

impl Records {
    /// Whether there are entries that this reader has not had; one that never read has not had the latest.
    pub fn is_behind(&self, workspace: Id, reader: &'static str) -> Outcome<bool> {
        Ok(self.store.read_now(move |session| {
            let head = head(session, workspace, false)?.map_or(0, |(seq, _)| seq);
            Ok(position(session, workspace, reader)?.is_none_or(|seq| seq < head))
        })?)
    }
}

impl Gate<'_> {
    /// The next entries for this reader, whose cursor moves on behind them; a new reader begins with what comes next.
    pub fn follow(&mut self, reader: &'static str, limit: u64) -> Outcome<Vec<Followed>> {
        let workspace = self.actor.workspace;
        let found = position(self.session, workspace, reader).map_err(|fail| self.failed(fail))?;
        let Some(since) = found else {
            let here = self.journal_position()?;
            let row = vec![("workspace_id", workspace.into()), ("name", reader.into()), ("seq", here.into())];
            self.session.insert(&Insert::row(tables::READER, row)).map_err(|fail| self.failed(fail))?;
            return Ok(Vec::new());
        };
        let select = Select::from(tables::JOURNAL, "j")
            .column("seq", ColumnType::Int)
            .column("at", ColumnType::Moment)
            .column("object", ColumnType::Text)
            .column("record", ColumnType::Int)
            .column("verb", ColumnType::Text)
            .having("workspace_id", workspace)
            .filter(Expr::column("j", "seq").compare(Comparison::Greater, since))
            .order(Expr::column("j", "seq"), false)
            .limit(limit);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let Some(last) = rows.last().and_then(|row| row[0].as_int()) else { return Ok(Vec::new()) };
        let update = Update::of(tables::READER)
            .set("seq", last)
            .having("workspace_id", workspace)
            .having("name", reader);
        self.session.update(&update).map_err(|fail| self.failed(fail))?;
        let followed = rows.iter().filter_map(|row| {
            Some(Followed {
                seq: row[0].as_int()?,
                at: row[1].as_moment()?,
                object: self.catalog().object(row[2].as_text()?)?,
                record: row[3].as_id()?,
                verb: Verb::named(row[4].as_text()?)?,
            })
        });
        Ok(followed.collect())
    }
}

fn position(
    session: &mut dyn Session,
    workspace: Id,
    reader: &'static str,
) -> Result<Option<i64>, cordee_store::Fail> {
    let select = Select::from(tables::READER, "f")
        .column("seq", ColumnType::Int)
        .having("workspace_id", workspace)
        .having("name", reader);
    Ok(session.rows(&select)?.first().and_then(|row| row[0].as_int()))
}
