//! Roll-ups: fields of a record that are reckoned from the records that link to it.
//!
//! A write notes whose roll-ups it may have changed; they are reckoned anew, all at once, at the end of the
//! transaction. That raises no version and writes no entry in the journal: nobody has changed those records.

use std::borrow::Cow;
use std::collections::BTreeSet;

use cordee_base::{Id, Money, Outcome};
use cordee_schema::{Cell, ColumnType, FieldDef, Filter, Kind, Object, Path, Record, RollUp, Rolled, Value};
use cordee_store::{Expr, Update, table};

use super::columns;
use crate::read::scan::{HERE, Scan, sees_all};
use crate::{Access, FieldRight, Gate, Right, Scope};

/// How many records are reckoned by one query.
const TOGETHER: usize = 500;

/// A field of an object that is to be reckoned for some of its records; for all if none are named.
pub(crate) type Stale = BTreeSet<(&'static str, &'static str, Option<Id>)>;

impl Gate<'_> {
    /// Notes that a record of `object` which links to others was written: each draft or record is one of its states.
    pub(crate) fn rolls<'v>(
        &mut self,
        object: &'static Object,
        value: impl Fn(&'static str) -> Option<&'v Value>,
    ) {
        for (parent, field, how) in self.declared.fed_by(object) {
            if let Some(id) = value(how.by).and_then(Value::as_link) {
                self.stale.insert((parent.name, field.name, Some(id)));
            }
        }
    }

    /// Notes that other records link to this one from now on, or no longer do.
    pub(crate) fn rolls_own(&mut self, object: &'static Object, id: Id) {
        let own = object.fields.iter().filter(|field| field.rolled_up.is_some());
        self.stale.extend(own.map(|field| (object.name, field.name, Some(id))));
    }

    /// Reckons what the writes of this transaction may have changed.
    pub(crate) fn roll_up(&mut self) -> Outcome<()> {
        let stale = std::mem::take(&mut self.stale);
        let stale: Vec<_> = stale.into_iter().collect();
        for some in stale.chunk_by(|one, next| (one.0, one.1) == (next.0, next.1)) {
            let Some(object) = self.catalog().object(some[0].0) else { continue };
            let Some(field) = object.field(some[0].1) else { continue };
            let Some(how) = field.rolled_up else { continue };
            // None comes first: then all are meant.
            if some[0].2.is_none() {
                self.keep(object, field, None, &nothing(field, &how, self))?;
                for (id, value) in
                    self.reckoned(&Access::everything(self.access.zone.clone()), field, &how, None)?
                {
                    self.keep(object, field, Some(id), &value)?;
                }
                continue;
            }
            let ids: Vec<Id> = some.iter().filter_map(|(.., id)| *id).collect();
            for ids in ids.chunks(TOGETHER) {
                let everything = Access::everything(self.access.zone.clone());
                let found = self.reckoned(&everything, field, &how, Some(ids))?;
                for id in ids {
                    let value = found.iter().find(|(known, _)| known == id).map(|(_, value)| value.clone());
                    let value = value.unwrap_or_else(|| nothing(field, &how, self));
                    self.keep(object, field, Some(*id), &value)?;
                }
            }
        }
        Ok(())
    }

    /// Puts the reckoned value into the row of a record, or of all.
    pub(crate) fn keep(
        &mut self,
        object: &'static Object,
        field: &'static FieldDef,
        id: Option<Id>,
        value: &Value,
    ) -> Outcome<()> {
        let (mut names, mut row) = (Vec::<Cow<'static, str>>::new(), Vec::new());
        columns(field, &mut names);
        self.cells(field, value, self.now, &mut row)?;
        let update = Update::of(object.name).having("workspace_id", self.actor.workspace);
        let update = id.into_iter().fold(update, |update, id| update.having("id", id));
        let update = names.into_iter().zip(row).fold(update, |update, (name, cell)| update.set(name, cell));
        self.session.update(&update).map_err(|fail| self.failed(fail))?;
        Ok(())
    }

    /// What a roll-up comes to for the records with these ids, or for all, over what `access` may see.
    fn reckoned(
        &mut self,
        access: &Access,
        field: &'static FieldDef,
        how: &RollUp,
        ids: Option<&[Id]>,
    ) -> Outcome<Vec<(Id, Value)>> {
        let Some(of) = self.catalog().object(how.of) else { return Ok(Vec::new()) };
        let mut scan = Scan::of(self.actor.workspace, access, &self.declared.catalog, of, None);
        let filter = match how.filter {
            Some(text) => Filter::parse(text, self.catalog(), of, &self.reading)?,
            None => Filter::everything(),
        };
        let condition = self.condition(&mut scan, &filter)?;
        let (expr, kind) = match (how.field.and_then(|name| of.field(name)), how.what) {
            (_, Rolled::Count) => (Expr::Count, ColumnType::Int),
            (Some(of_field), what) => {
                let path = Path::field(of, of_field);
                let column = scan.value_column(&path)?;
                (aggregate(what, column), column_type(of_field))
            }
            (None, _) => return Ok(Vec::new()),
        };
        let link = Expr::column(HERE, how.by);
        let mut select = scan.select(Right::Read, false).column(how.by, ColumnType::Int).giving(expr, kind);
        select.filter.push(link.clone().not_null());
        if !filter.is_everything() {
            select.filter.push(condition);
        }
        if let Some(ids) = ids {
            let cells = ids.iter().copied().map(Cell::from).collect();
            select.filter.push(Expr::In(Box::new(link.clone()), cells));
        }
        if how.what == Rolled::Latest {
            // The last of each: the rows in the order of their creation, of which the first of each counts.
            select = select.order(link, false).order(Expr::column(HERE, "created_at"), true);
            select = select.order(Expr::column(HERE, "id"), true);
        } else {
            select.group.push(link);
        }
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let mut found: Vec<(Id, Value)> = Vec::with_capacity(rows.len());
        for row in rows {
            let Some(id) = row[0].as_id() else { continue };
            if found.last().is_none_or(|(last, _)| *last != id) {
                found.push((id, self.value_of(field, &row[1])));
            }
        }
        Ok(found)
    }

    fn value_of(&self, field: &'static FieldDef, cell: &Cell) -> Value {
        match (field.kind, cell) {
            (_, Cell::Null) => Value::None,
            (Kind::Money(_), Cell::Int(minor)) => {
                Value::Money(Money::from_minor(*minor, self.reading.currency))
            }
            (Kind::Number(_), Cell::Int(count)) => Value::Number((*count).into()),
            (kind, cell) => kind.behave().value(std::slice::from_ref(cell)),
        }
    }

    /// Reckons the roll-ups of records that were read, for whom they are not what stands there: who sees only some of
    /// the records that they are reckoned from gets what those come to.
    pub(crate) fn reckon_seen(&mut self, records: &mut [Record]) -> Outcome<()> {
        let Some(object) = records.first().map(|record| record.object) else { return Ok(()) };
        for (place, field) in object.fields.iter().enumerate() {
            let Some(how) = field.rolled_up else { continue };
            let access = self.access.clone();
            if rolled_whole(&access, &self.declared.catalog, field) {
                continue;
            }
            let ids: Vec<Id> = records.iter().map(|record| record.head.id).collect();
            let seen = match sees_some(&access, self.catalog().object(how.of), &how) {
                true => Some(self.reckoned(&access, field, &how, Some(&ids))?),
                false => None,
            };
            for record in records.iter_mut().filter(|record| record.value(field.name).is_some()) {
                let Some(seen) = &seen else {
                    record.hide(place);
                    continue;
                };
                let value = seen.iter().find(|(id, _)| *id == record.head.id).map(|(_, value)| value.clone());
                record.put(place, value.unwrap_or_else(|| nothing(field, &how, self)));
            }
        }
        Ok(())
    }
}

/// What a roll-up comes to where no record counts.
pub(crate) fn nothing(field: &FieldDef, how: &RollUp, gate: &Gate<'_>) -> Value {
    match (how.what, field.kind) {
        (Rolled::Sum, Kind::Money(_)) => Value::Money(Money::from_minor(0, gate.reading.currency)),
        (Rolled::Count | Rolled::Sum, _) => Value::Number(0.into()),
        _ => Value::None,
    }
}

fn aggregate(what: Rolled, column: Expr) -> Expr {
    match what {
        Rolled::Count => Expr::Count,
        Rolled::Sum => Expr::Sum(Box::new(column)),
        Rolled::Min => Expr::Min(Box::new(column)),
        Rolled::Max => Expr::Max(Box::new(column)),
        Rolled::Latest => column,
    }
}

/// What the column holds that stands for the field's value.
fn column_type(field: &FieldDef) -> ColumnType {
    match field.kind {
        Kind::Money(_) => ColumnType::Int,
        _ => table::columns(field).next().map_or(ColumnType::Text, |(_, kind, _)| kind),
    }
}

/// Whether what stands in a roll-up is what the actor may see of it: all records that it is reckoned from, and the
/// fields by which.
pub(crate) fn rolled_whole(access: &Access, catalog: &cordee_schema::Catalog, field: &FieldDef) -> bool {
    let Some(how) = field.rolled_up else { return true };
    let of = catalog.object(how.of);
    of.is_some_and(|of| sees_all(access, catalog, of)) && sees_some(access, of, &how)
}

/// Whether the actor may see anything of what a roll-up is reckoned from.
fn sees_some(access: &Access, of: Option<&'static Object>, how: &RollUp) -> bool {
    let Some(of) = of else { return false };
    let open = |name: &str| of.field(name).is_some_and(|f| access.field(of, f) != FieldRight::Hidden);
    let by_open = how.field.is_none_or(open) && open(how.by);
    // What a filter asks tells of the fields that it names.
    let said = how.filter.unwrap_or("");
    let asked = of.fields.iter().filter(|field| said.contains(field.name));
    access.scope(of, Right::Read) != Scope::None
        && by_open
        && asked.into_iter().all(|field| access.field(of, field) != FieldRight::Hidden)
}
