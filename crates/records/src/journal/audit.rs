//! The whole journal read page by page, for administrators: who did what to which record, when and through which door.

use cordee_base::{Id, Moment, Outcome};
use cordee_schema::{Cell, ColumnType, Object};
use cordee_store::Expr;
use cordee_store::query::Comparison;

use super::history::{Entry, journal};
use super::seal::Verb;
use crate::Gate;

/// Which entries are asked for; what is not said does not matter.
#[derive(Clone, Debug, Default)]
pub struct AuditQuery {
    /// Who did it.
    pub actor: Option<Id>,
    /// To records of this object, by name.
    pub object: Option<String>,
    /// To this record.
    pub record: Option<Id>,
    /// Through this door, by its name.
    pub door: Option<String>,
    /// What was done.
    pub verb: Option<Verb>,
    /// At this moment or later.
    pub from: Option<Moment>,
    /// Before this moment.
    pub until: Option<Moment>,
    /// Only entries before the one with this number.
    pub before: Option<i64>,
    /// How many at the most, the latest first.
    pub limit: u32,
}

/// An entry of the journal with the record that it is about.
#[derive(Clone, Debug)]
pub struct Audited {
    /// What happened.
    pub entry: Entry,
    /// The object's name, also of one that is declared no more.
    pub object_name: String,
    /// The object.
    pub object: Option<&'static Object>,
    /// The record.
    pub record: Id,
    /// What the record is called now, if it is in use.
    pub title: Option<String>,
}

impl Gate<'_> {
    /// The entries that are asked for, the latest first. Needs an administrator.
    pub fn audit_log(&mut self, query: &AuditQuery) -> Outcome<Vec<Audited>> {
        self.needs_administrator()?;
        let column = |name| Expr::column("j", name);
        let mut select = journal(self.actor.workspace)
            .order(column("seq"), true)
            .limit(u64::from(query.limit.clamp(1, 500)));
        select.columns.extend([(column("object"), ColumnType::Text), (column("record"), ColumnType::Int)]);
        let cells = [
            ("actor", query.actor.map(Cell::from)),
            ("object", query.object.as_deref().map(Cell::from)),
            ("record", query.record.map(Cell::from)),
            ("door", query.door.as_deref().map(Cell::from)),
            ("verb", query.verb.map(|verb| Cell::from(verb.name()))),
        ];
        for (name, cell) in cells {
            if let Some(cell) = cell {
                select = select.filter(column(name).is(cell));
            }
        }
        let bounds = [
            ("at", Comparison::AtLeast, query.from.map(Cell::from)),
            ("at", Comparison::Less, query.until.map(Cell::from)),
            ("seq", Comparison::Less, query.before.map(Cell::from)),
        ];
        for (name, how, cell) in bounds {
            if let Some(cell) = cell {
                select = select.filter(column(name).compare(how, cell));
            }
        }
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let mut found: Vec<Audited> = rows.iter().filter_map(|row| self.audited(row)).collect();
        self.name_audited(&mut found)?;
        Ok(found)
    }

    fn audited(&self, row: &[Cell]) -> Option<Audited> {
        let object_name = row[6].as_text()?.to_owned();
        let object = self.catalog().object(&object_name);
        // Of what is declared no more, only that it happened can be told.
        let told = object.or_else(|| self.catalog().object("workspace"))?;
        let mut entry = self.entry(told, row);
        if object.is_none() {
            entry.changes.clear();
        }
        Some(Audited { entry, object_name, object, record: row[7].as_id()?, title: None })
    }

    /// Puts names to people, records and what links led to, object by object.
    fn name_audited(&mut self, found: &mut [Audited]) -> Outcome<()> {
        found.sort_by(|one, other| one.object_name.cmp(&other.object_name));
        for some in found.chunk_by_mut(|one, next| one.object_name == next.object_name) {
            let Some(object) = some[0].object else { continue };
            let mut entries: Vec<Entry> = some.iter().map(|one| one.entry.clone()).collect();
            self.name_history(object, &mut entries)?;
            let records: Vec<Id> = some.iter().map(|one| one.record).collect();
            let titles = self.titles(object, &records)?;
            for (one, entry) in some.iter_mut().zip(entries) {
                one.entry = entry;
                one.title = titles.iter().find(|hit| hit.id == one.record).map(|hit| hit.title.clone());
            }
        }
        found.sort_by_key(|one| std::cmp::Reverse(one.entry.seq));
        Ok(())
    }
}
