//! The sweep: bytes that nothing speaks of any more, after a time of grace; uploads that came to nothing; files whose
//! record is gone.

use std::collections::HashSet;
use std::fs;
use std::time::{SystemTime, UNIX_EPOCH};

use cordee_base::{Id, Moment, Outcome};
use cordee_schema::{Cell, ColumnType};
use cordee_store::query::Comparison;
use cordee_store::{Blob, Delete, Expr, Select, Update};

use super::picture::SMALL;
use super::{blob_key, home, trouble};
use crate::journal::{Pending, Verb};
use crate::system::attachment::ATTACHMENT;
use crate::{Actor, Gate, Records, tables};

/// For how long bytes are kept that nothing speaks of: a week.
const GRACE: i64 = 7 * 24 * 3600;
/// For how long a file that was removed from its record can be put back: 30 days.
const REMOVED: i64 = 30 * 24 * 3600;
/// For how long an upload waits to be given to a record: a day.
const WAITING: i64 = 24 * 3600;
/// How many rows are looked at in one transaction.
const TOGETHER: u64 = 500;

/// What a sweep took out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SweptFiles {
    /// Attachments: removed long ago, never given to a record, or of a record that is gone.
    pub attachments: u64,
    /// Contents that nothing spoke of any more.
    pub contents: u64,
    /// Bytes that no row knew, and uploads that broke off.
    pub strays: u64,
}

impl Records {
    /// Takes out of a workspace what is of no use any more. Waits on this thread.
    pub fn sweep_attachments(&self, workspace: Id) -> Outcome<SweptFiles> {
        if self.house.files.get().is_none() {
            return Ok(SweptFiles::default());
        }
        let mut swept = SweptFiles { attachments: self.sweep_rows(workspace)?, ..SweptFiles::default() };
        let used = self.used_digests(workspace)?;
        let mut known = HashSet::new();
        let mut after = String::new();
        loop {
            let some = self.blobs_after(workspace, &after)?;
            let Some((last, ..)) = some.last() else { break };
            after.clone_from(last);
            for (digest, number, unused_since) in some {
                let key = blob_key(workspace, &digest, number);
                match self.judge(workspace, &digest, used.contains(&digest), unused_since)? {
                    true => {
                        self.remove_bytes(&format!("{key}{SMALL}"))?;
                        self.remove_bytes(&key)?;
                        swept.contents += 1;
                    }
                    false => drop(known.insert(key)),
                }
            }
        }
        swept.strays = self.sweep_strays(workspace, &known)?;
        Ok(swept)
    }

    /// Whether the bytes of a digest are to go; their row is gone then. Else it is noted since when they are unused.
    fn judge(&self, workspace: Id, digest: &str, used: bool, since: Option<Moment>) -> Outcome<bool> {
        let (actor, digest) = (Actor::system(workspace, "sweep files"), digest.to_owned());
        match (used, since) {
            (true, None) => Ok(false),
            (true, Some(_)) | (false, None) => self.write_now(&actor, move |gate| {
                let since = if used { Cell::Null } else { Cell::Moment(gate.now) };
                let noted = Update::of(tables::BLOB)
                    .set("unused_since", since)
                    .having("workspace_id", workspace)
                    .having("digest", digest.as_str());
                gate.session.update(&noted).map_err(|fail| gate.failed(fail))?;
                Ok(false)
            }),
            (false, Some(since)) => self.write_now(&actor, move |gate| {
                if since > gate.now.plus_seconds(-GRACE) {
                    return Ok(false);
                }
                // Whoever has wanted it again meanwhile has said so in this very row.
                let unused = Delete::from(tables::BLOB)
                    .having("workspace_id", workspace)
                    .having("digest", digest.as_str())
                    .having("unused_since", since);
                Ok(gate.session.delete(&unused).map_err(|fail| gate.failed(fail))? == 1)
            }),
        }
    }

    fn remove_bytes(&self, key: &str) -> Outcome<()> {
        self.files()?.blobs().remove(key).map_err(|why| trouble("remove a file", &why))
    }

    /// The digests of all attachments, also of those in the trash.
    fn used_digests(&self, workspace: Id) -> Outcome<HashSet<String>> {
        let actor = Actor::system(workspace, "which files are in use");
        self.read_now(&actor, |gate| {
            let (mut used, mut after) = (HashSet::new(), Id::from_i64(0));
            loop {
                let mut select = gate.some_attachments(after);
                select.columns.push((Expr::column("a", "digest"), ColumnType::Text));
                let rows = gate.session.rows(&select).map_err(|fail| gate.failed(fail))?;
                let Some(last) = rows.last().and_then(|row| row[0].as_id()) else { return Ok(used) };
                used.extend(rows.iter().filter_map(|row| row[1].as_text().map(str::to_owned)));
                after = last;
            }
        })
    }

    /// Where bytes lie, by digest, behind this one.
    fn blobs_after(&self, workspace: Id, after: &str) -> Outcome<Vec<(String, Id, Option<Moment>)>> {
        let (actor, after) = (Actor::system(workspace, "which files are kept"), after.to_owned());
        self.read_now(&actor, move |gate| {
            let digest = || Expr::column("b", "digest");
            let select = Select::from(tables::BLOB, "b")
                .column("digest", ColumnType::Text)
                .column("number", ColumnType::Int)
                .column("unused_since", ColumnType::Moment)
                .having("workspace_id", gate.actor.workspace)
                .filter(digest().compare(Comparison::Greater, after.as_str()))
                .order(digest(), false)
                .limit(TOGETHER);
            let rows = gate.session.rows(&select).map_err(|fail| gate.failed(fail))?;
            let blob =
                |row: &Vec<Cell>| Some((row[0].as_text()?.to_owned(), row[1].as_id()?, row[2].as_moment()));
            Ok(rows.iter().filter_map(blob).collect())
        })
    }

    fn sweep_rows(&self, workspace: Id) -> Outcome<u64> {
        let (actor, mut after, mut swept) = (Actor::system(workspace, "sweep files"), Id::from_i64(0), 0);
        loop {
            let (last, some) = self.write_now(&actor, move |gate| gate.sweep_some(after))?;
            swept += some;
            match last {
                Some(last) => after = last,
                None => return Ok(swept),
            }
        }
    }

    /// Bytes whose row a sweep has taken before it could take them, and uploads that broke off long ago.
    fn sweep_strays(&self, workspace: Id, known: &HashSet<String>) -> Outcome<u64> {
        let files = self.files()?;
        let before = self.now().plus_seconds(-WAITING);
        let old = |written: SystemTime| {
            let since = written.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_micros());
            i64::try_from(since).is_ok_and(|since| Moment::from_micros(since) < before)
        };
        let mut strays = Vec::new();
        let mut each = |blob: Blob<'_>| {
            if old(blob.written) && !known.contains(blob.key.strip_suffix(SMALL).unwrap_or(blob.key)) {
                strays.push(blob.key.to_owned());
            }
        };
        files.blobs().each(&home(workspace), &mut each).map_err(|why| trouble("look through files", &why))?;
        strays.iter().try_for_each(|key| self.remove_bytes(key))?;
        let mut swept = strays.len() as u64;
        for entry in fs::read_dir(files.incoming()).into_iter().flatten().flatten() {
            let written = entry.metadata().and_then(|about| about.modified());
            if written.is_ok_and(old) && fs::remove_file(entry.path()).is_ok() {
                swept += 1;
            }
        }
        Ok(swept)
    }
}

impl Gate<'_> {
    /// The ids of the next attachments, in the trash and out of it.
    fn some_attachments(&self, after: Id) -> Select {
        let id = || Expr::column("a", "id");
        Select::from(ATTACHMENT.name, "a")
            .giving(id(), ColumnType::Int)
            .having("workspace_id", self.actor.workspace)
            .filter(id().compare(Comparison::Greater, after))
            .order(id(), false)
            .limit(TOGETHER)
    }

    /// Takes out of the next attachments those that nobody can need; gives the last that was looked at.
    fn sweep_some(&mut self, after: Id) -> Outcome<(Option<Id>, u64)> {
        let mut select = self.some_attachments(after);
        for (name, kind) in [
            ("about", ColumnType::Int),
            ("about_object", ColumnType::Text),
            ("created_at", ColumnType::Moment),
            ("deleted_at", ColumnType::Moment),
        ] {
            select.columns.push((Expr::column("a", name), kind));
        }
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let gone = self.records_gone(&rows)?;
        let mut swept = 0;
        for row in &rows {
            let Some(id) = row[0].as_id() else { continue };
            let before = |cell: &Cell, seconds: i64| {
                cell.as_moment().is_some_and(|at| at < self.now.plus_seconds(-seconds))
            };
            let useless = match row[1].as_id() {
                Some(about) => gone.contains(&about) || before(&row[4], REMOVED),
                None => before(&row[3], WAITING),
            };
            if useless {
                self.remove(&ATTACHMENT, id)?;
                self.note(Pending::new(&ATTACHMENT, id, Verb::Purge, Vec::new()));
                swept += 1;
            }
        }
        Ok((rows.last().and_then(|row| row[0].as_id()), swept))
    }

    /// Those of the records that attachments are about which are there no more, not even in the trash.
    fn records_gone(&mut self, rows: &[Vec<Cell>]) -> Outcome<HashSet<Id>> {
        let about = |row: &Vec<Cell>| Some((row[2].as_text()?.to_owned(), row[1].as_id()?));
        let about: Vec<(String, Id)> = rows.iter().filter_map(about).collect();
        let mut gone: HashSet<Id> = about.iter().map(|(_, id)| *id).collect();
        let objects: HashSet<&str> = about.iter().map(|(object, _)| object.as_str()).collect();
        for name in objects {
            // An object that is out of use may come back, and its files with it.
            let Some(object) = self.catalog().object(name) else {
                about.iter().filter(|(object, _)| object == name).for_each(|(_, id)| {
                    gone.remove(id);
                });
                continue;
            };
            let ids =
                about.iter().filter(|(object, _)| object == name).map(|(_, id)| Cell::from(*id)).collect();
            let select = Select::from(object.name, "r")
                .column("id", ColumnType::Int)
                .having("workspace_id", self.actor.workspace)
                .filter(Expr::In(Box::new(Expr::column("r", "id")), ids));
            let there = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
            there.iter().filter_map(|row| row[0].as_id()).for_each(|id| {
                gone.remove(&id);
            });
        }
        Ok(gone)
    }
}
