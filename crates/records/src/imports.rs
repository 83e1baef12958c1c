//! How far an import has come, and undoing all that came through it, the newest first.

use cordee_base::{Fault, Id, Moment, Outcome, Problem};
use cordee_schema::{Cell, ColumnType, Draft, Reading, Value};
use cordee_store::query::Comparison;
use cordee_store::{Expr, Select, Update};
use serde_json::Value as Json;

use crate::journal::{Pending, Verb, journal};
use crate::read::get::Shelf;
use crate::system::import::{IMPORT, OWNER};
use crate::system::share::SHARE;
use crate::write::columns;
use crate::{Gate, Right};

/// How far an undo has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undone {
    /// How many records that it created are gone again.
    pub removed: u64,
    /// How many changes were taken back.
    pub reverted: u64,
    /// How many fields stayed, since somebody has changed them after the import.
    pub kept: u64,
    /// The number of the oldest entry that was looked at; the next stretch ends before it.
    pub position: i64,
    /// Whether nothing is left to undo.
    pub done: bool,
}

/// How the imports of a workspace stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportsStanding {
    /// How many there are, by their status.
    pub count: Vec<(String, u64)>,
    /// How many rows came to what, over all of them.
    pub rows: [(&'static str, u64); 4],
    /// For how many seconds the one that runs longest has run.
    pub running_seconds: u64,
    /// How many seconds the one that ended last took.
    pub last_seconds: Option<u64>,
}

impl Gate<'_> {
    /// How the imports stand. For administrators.
    pub fn imports_standing(&mut self) -> Outcome<ImportsStanding> {
        self.needs_administrator()?;
        let column = |name| Expr::column("i", name);
        let outcomes =
            [("created", "created"), ("updated", "updated"), ("skipped", "skipped"), ("rejected", "failed")];
        let mut select = Select::from(IMPORT.name, "i")
            .column("status", ColumnType::Text)
            .giving(Expr::Count, ColumnType::Int)
            .giving(Expr::Min(Box::new(column("created_at"))), ColumnType::Moment)
            .having("workspace_id", self.actor.workspace);
        for (_, name) in outcomes {
            select.columns.push((Expr::Sum(Box::new(column(name))), ColumnType::Decimal(0)));
        }
        select.group = vec![column("status")];
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let mut standing =
            ImportsStanding { rows: outcomes.map(|(name, _)| (name, 0)), ..ImportsStanding::default() };
        for row in &rows {
            let status = row[0].as_text().unwrap_or_default().to_owned();
            if status == "running" {
                standing.running_seconds = row[2].as_moment().map_or(0, |since| seconds(since, self.now));
            }
            standing.count.push((status, row[1].as_int().map_or(0, |count| count as u64)));
            for (place, (_, sum)) in standing.rows.iter_mut().enumerate() {
                *sum += whole(&row[3 + place]);
            }
        }
        let last = Select::from(IMPORT.name, "i")
            .column("created_at", ColumnType::Moment)
            .column("ended_at", ColumnType::Moment)
            .having("workspace_id", self.actor.workspace)
            .filter(Expr::NotNull(Box::new(column("ended_at"))))
            .order(column("ended_at"), true)
            .limit(1);
        let rows = self.session.rows(&last).map_err(|fail| self.failed(fail))?;
        standing.last_seconds =
            rows.first().and_then(|row| Some(seconds(row[0].as_moment()?, row[1].as_moment()?)));
        Ok(standing)
    }

    /// Keeps how far an import has come, in the transaction that brings it there: neither a version nor an entry in
    /// the journal. Refused unless it has this status and stands at `position`, since then somebody else is at it.
    pub fn keep_import(&mut self, import: Id, status: &str, position: u64, state: &Draft) -> Outcome<()> {
        let mut update = Update::of(IMPORT.name)
            .having("workspace_id", self.actor.workspace)
            .having("id", import)
            .having("status", status)
            .having("position", Cell::Decimal(position.into(), 0));
        for (field, value) in state.fields() {
            let (mut names, mut row) = (Vec::new(), Vec::new());
            columns(field, &mut names);
            self.cells(field, value, self.now, &mut row)?;
            update = names.into_iter().zip(row).fold(update, |update, (name, cell)| update.set(name, cell));
        }
        match self.session.update(&update).map_err(|fail| self.failed(fail))? {
            1 => Ok(()),
            _ => Err(Problem::Conflict(Fault::whole("error-import-elsewhere"))),
        }
    }

    /// Undoes a stretch of an import: up to `limit` of its entries between `first` and `before`, the newest first.
    ///
    /// For whoever brought the file in, and for administrators.
    pub fn undo_import(&mut self, import: Id, first: i64, before: i64, limit: u64) -> Outcome<Undone> {
        self.may_undo(import)?;
        self.undo_entries(import, first, before, limit)
    }

    /// The same for whoever has been checked already; also for transfers and bulk changes.
    pub(crate) fn undo_entries(
        &mut self,
        import: Id,
        first: i64,
        before: i64,
        limit: u64,
    ) -> Outcome<Undone> {
        let column = |name| Expr::column("j", name);
        let mut select: Select = journal(self.actor.workspace)
            .filter(column("seq").compare(Comparison::Less, before))
            .filter(column("seq").compare(Comparison::Greater, first))
            .having("import", import)
            .order(column("seq"), true)
            .limit(limit);
        select.columns.push((column("object"), cordee_schema::ColumnType::Text));
        select.columns.push((column("record"), cordee_schema::ColumnType::Int));
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let mut undone = Undone { position: first, done: (rows.len() as u64) < limit, ..Undone::default() };
        for row in &rows {
            undone.position = row[0].as_int().unwrap_or(first);
            self.as_engine("undo an import", |gate| gate.undo_entry(row, &mut undone))?;
        }
        Ok(undone)
    }

    fn may_undo(&mut self, import: Id) -> Outcome<()> {
        if self.access.administers() {
            return Ok(());
        }
        let brought = self.as_engine("whose import is it", |gate| gate.get(&IMPORT, import))?;
        let own = self.access.imports() && brought.get(OWNER) == self.access.user;
        if own { Ok(()) } else { Err(Problem::NotFound) }
    }

    fn undo_entry(&mut self, row: &[Cell], undone: &mut Undone) -> Outcome<()> {
        let (Some(name), Some(id)) = (row[6].as_text(), row[7].as_id()) else { return Ok(()) };
        let Some(object) = self.declared.catalog.object(name) else { return Ok(()) };
        match row[4].as_text() {
            Some("create") if self.remove_with_lines(object, id)? > 0 => {
                self.note(Pending::new(object, id, Verb::Purge, Vec::new()));
                undone.removed += 1;
                self.access_changed(object)?;
            }
            Some("update") => {
                let Some(record) = self.find(object, id, Right::Read, Shelf::InUse, None)? else {
                    return Ok(());
                };
                let body: Json =
                    row[5].as_text().and_then(|text| serde_json::from_str(text).ok()).unwrap_or(Json::Null);
                let mut draft = Draft::new(object);
                for field in object.fields {
                    let Some([old, new]) = body.get(field.name).and_then(Json::as_array).map(Vec::as_slice)
                    else {
                        continue;
                    };
                    let value = |json: &Json| {
                        field.kind.behave().read_json(json, &Reading::default()).unwrap_or_default()
                    };
                    if record.value(field.name).unwrap_or(&Value::None) == &value(new) {
                        draft.set(field.name, value(old));
                    } else {
                        undone.kept += 1;
                    }
                }
                if draft.values().is_empty() {
                    return Ok(());
                }
                let fields = draft.values().len() as u64;
                match self.attempt(|gate| gate.update(id, None, draft))? {
                    Ok(_) => undone.reverted += 1,
                    // Another rule has come to hold since.
                    Err(_) => undone.kept += fields,
                }
                if object.name == SHARE.name {
                    self.shares_changed()?;
                }
            }
            // What somebody has taken out of the trash since, or purged, is as it is.
            Some("trash") => match self.attempt(|gate| gate.restore(object, id))? {
                Ok(()) => undone.reverted += 1,
                Err(_) => undone.kept += 1,
            },
            _ => {}
        }
        Ok(())
    }
}

fn seconds(from: Moment, to: Moment) -> u64 {
    u64::try_from((to.micros() - from.micros()) / 1_000_000).unwrap_or(0)
}

/// A sum of whole numbers.
fn whole(cell: &Cell) -> u64 {
    match cell {
        Cell::Decimal(sum, _) => sum.normalize().to_string().parse().unwrap_or(0),
        Cell::Int(sum) => u64::try_from(*sum).unwrap_or(0),
        _ => 0,
    }
}
