//! Checks the chain: no entry changed, added, taken out or moved since it was sealed.

use cordee_base::{Id, Outcome};
use cordee_schema::{Cell, ColumnType};
use cordee_store::query::Comparison;
use cordee_store::{Expr, Join, Select};

use super::seal::{SALT, Sealed, digest};
use crate::{Gate, tables};

/// What a check of the journal found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// How many entries hold.
    pub checked: i64,
    /// How many of them have had their values erased.
    pub erased: i64,
    /// The number of the first entry that does not hold, if there is one.
    pub broken_at: Option<i64>,
    /// The hash of the last entry in hexadecimal: kept elsewhere, it shows that nothing was cut off the end.
    pub head: String,
}

/// How many entries are read at a time.
const AT_A_TIME: u64 = 2_000;

impl Gate<'_> {
    /// Checks the whole journal of the workspace. Needs an administrator.
    pub fn verify_journal(&mut self) -> Outcome<Verdict> {
        self.needs_administrator()?;
        let (mut seq, mut hash, mut erased) = (0, vec![0; 32], 0);
        let broken = |seq: i64, hash: &[u8], erased| {
            let (checked, broken_at) = (seq, Some(seq + 1));
            Ok(Verdict { checked, erased, broken_at, head: hex(hash) })
        };
        loop {
            let rows =
                self.session.rows(&after(self.actor.workspace, seq)).map_err(|fail| self.failed(fail))?;
            if rows.is_empty() {
                break;
            }
            for row in &rows {
                match self.holds(row, seq + 1, &hash) {
                    Some(sealed) => hash = sealed,
                    None => return broken(seq, &hash, erased),
                }
                seq += 1;
                erased += i64::from(row[12] == Cell::Null);
            }
        }
        let head = Select::from(tables::JOURNAL_HEAD, "h")
            .column("seq", ColumnType::Int)
            .column("hash", ColumnType::Bytes)
            .having("workspace_id", self.actor.workspace);
        let rows = self.session.rows(&head).map_err(|fail| self.failed(fail))?;
        let ends = match rows.first() {
            Some(row) => row[0] == Cell::Int(seq) && row[1] == Cell::Bytes(hash.clone()),
            None => seq == 0,
        };
        if !ends || self.has_values_beyond(seq)? {
            return broken(seq, &hash, erased);
        }
        Ok(Verdict { checked: seq, erased, broken_at: None, head: hex(&hash) })
    }

    /// Whether there are values of entries that never were.
    fn has_values_beyond(&mut self, seq: i64) -> Outcome<bool> {
        let number = || Expr::column("b", "seq");
        let beyond =
            Expr::Or(vec![number().compare(Comparison::Greater, seq), number().compare(Comparison::Less, 1)]);
        let select = Select::from(tables::JOURNAL_VALUES, "b")
            .column("seq", ColumnType::Int)
            .having("workspace_id", self.actor.workspace)
            .filter(beyond)
            .limit(1);
        Ok(!self.session.rows(&select).map_err(|fail| self.failed(fail))?.is_empty())
    }

    /// The hash of an entry, if the entry is the next one and is as it was sealed.
    fn holds(&self, row: &[Cell], seq: i64, before: &[u8]) -> Option<Vec<u8>> {
        let text = |place: usize| row[place].as_text();
        let sealed = Sealed {
            workspace: self.actor.workspace,
            seq: row[0].as_int().filter(|number| *number == seq)?,
            at: row[1].as_moment()?,
            actor: row[2].as_id(),
            reason: text(3)?,
            door: text(4)?,
            import: row[5].as_id(),
            object: text(6)?,
            record: row[7].as_id()?,
            verb: text(8)?,
            digest: row[9].as_bytes()?.to_vec(),
        };
        // Erased values leave a row with neither salt nor body; what is there must be what was sealed.
        match (&row[11], row[12].as_text(), row[13].as_int()) {
            (Cell::Bytes(salt), Some(body), Some(_))
                if salt.len() == SALT && digest(salt, body) == sealed.digest => {}
            (Cell::Null, None, Some(_)) => {}
            _ => return None,
        }
        let hash = sealed.hash(self.house.key.keyed(), before);
        (row[10].as_bytes()? == hash).then_some(hash)
    }
}

fn after(workspace: Id, seq: i64) -> Select {
    let mut select = Select::from(tables::JOURNAL, "j").having("workspace_id", workspace);
    let int = ColumnType::Int;
    let (text, bytes) = (ColumnType::Text, ColumnType::Bytes);
    let columns = [
        ("j", "seq", int),
        ("j", "at", ColumnType::Moment),
        ("j", "actor", int),
        ("j", "reason", text),
        ("j", "door", text),
        ("j", "import", int),
        ("j", "object", text),
        ("j", "record", int),
        ("j", "verb", text),
        ("j", "digest", bytes),
        ("j", "hash", bytes),
        ("b", "salt", bytes),
        ("b", "body", text),
        ("b", "seq", int),
    ];
    select.columns = columns.map(|(alias, name, kind)| (Expr::column(alias, name), kind)).to_vec();
    select.joins.push(Join {
        table: (tables::JOURNAL_VALUES.into(), "b".into()),
        on: Expr::And(vec![
            Expr::column("b", "workspace_id").is(workspace),
            Expr::column("b", "seq").equals(Expr::column("j", "seq")),
        ]),
        inner: false,
    });
    let further = Expr::column("j", "seq").compare(Comparison::Greater, seq);
    select.filter(further).order(Expr::column("j", "seq"), false).limit(AT_A_TIME)
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
