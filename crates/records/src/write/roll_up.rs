//! Roll-ups: fields of a record that are reckoned from the records that link to it.
//!
//! A write notes whose roll-ups it may have changed; they are reckoned anew, all at once, at the end of the
//! transaction. That raises no version and writes no entry in the journal: nobody has changed those records.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use cordee_base::{Date, Id, Moment, Money, Outcome, Zone};
use cordee_schema::{
    Cell, ColumnType, Draft, FieldDef, Filter, Kind, Lookup, Object, Path, Record, RollUp, Rolled, Value,
};
use cordee_store::{Expr, Select, Update, table};

use super::columns;
use crate::custom::Fed;
use crate::read::copied_whole;
use crate::read::scan::{HERE, Scan, sees_all};
use crate::{Access, FieldRight, Gate, Right, Scope};

/// How many records are reckoned by one query.
const TOGETHER: usize = 500;

/// A field of an object that is to be reckoned for some of its records; for all if none are named.
pub(crate) type Stale = BTreeSet<(&'static str, &'static str, Option<Id>)>;

/// Values that may be larger, or smaller, than what stands in a roll-up: by its object, its field, and whose it is.
pub(crate) type Grown = BTreeMap<(&'static str, &'static str, Id), Value>;

impl Gate<'_> {
    /// Notes that a record of `object` which may have linked to others in this state does so no more, or may again.
    pub(crate) fn rolls<'v>(
        &mut self,
        object: &'static Object,
        value: impl Fn(&'static str) -> Option<&'v Value>,
    ) {
        for fed in self.declared.fed_by(object) {
            if let Some(id) = value(fed.how.by).and_then(Value::as_link) {
                self.stale.insert((fed.parent.name, fed.field.name, Some(id)));
            }
        }
    }

    /// Notes that a record was made.
    pub(crate) fn rolls_new(&mut self, draft: &Draft) {
        for fed in self.declared.fed_by(draft.object) {
            let has = |field: &FieldDef| draft.value(field.name).cloned().unwrap_or_default();
            self.rolls_from(fed, None, fed.told_by(&has));
        }
    }

    /// Notes that a record was changed.
    pub(crate) fn rolls_changed(&mut self, before: &Record, draft: &Draft) {
        for fed in self.declared.fed_by(draft.object) {
            if !fed.reads.iter().any(|name| draft.names(name)) && fed.counts.is_some() {
                continue;
            }
            let had = |field: &FieldDef| before.any_value(field);
            let has = |field: &FieldDef| match draft.value(field.name) {
                Some(value) => value.clone(),
                None => before.any_value(field),
            };
            self.rolls_from(fed, fed.told_by(&had), fed.told_by(&has));
        }
    }

    /// What a record told and tells now. Where that can only raise the largest, or lower the smallest, nothing else
    /// needs to be read; all else is reckoned anew.
    fn rolls_from(&mut self, fed: &Fed, was: Option<Told>, is: Option<Told>) {
        let extreme = matches!(fed.how.what, Rolled::Min | Rolled::Max) && fed.counts.is_some();
        let extreme = extreme && !matches!(fed.field.kind, Kind::Money(_));
        let at = |id: Id| (fed.parent.name, fed.field.name, id);
        let stale = |id: Id| (fed.parent.name, fed.field.name, Some(id));
        if let Some(was) = &was {
            let outdone = is.as_ref().is_some_and(|is| {
                is.id == was.id && !is.value.is_none() && !fed.beats(&was.value, &is.value)
            });
            if !extreme || !was.value.is_none() && !outdone {
                self.stale.insert(stale(was.id));
            }
        }
        let Some(is) = is else { return };
        if !extreme {
            self.stale.insert(stale(is.id));
        } else if !is.value.is_none() {
            let known = self.grown.entry(at(is.id)).or_insert_with(|| is.value.clone());
            if fed.beats(&is.value, known) {
                *known = is.value;
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
        let mut grown = std::mem::take(&mut self.grown);
        grown.retain(|(object, field, id), _| {
            !stale.contains(&(*object, *field, Some(*id))) && !stale.contains(&(*object, *field, None))
        });
        self.grow(grown)?;
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
                self.formulas_follow_all(object, field)?;
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
                    self.formulas_follow(object, field, *id);
                }
            }
        }
        Ok(())
    }

    /// Keeps the values that are larger, or smaller, than what stands.
    fn grow(&mut self, grown: Grown) -> Outcome<()> {
        let grown: Vec<_> = grown.into_iter().collect();
        for some in grown.chunk_by(|(one, _), (next, _)| (one.0, one.1) == (next.0, next.1)) {
            let Some(object) = self.catalog().object(some[0].0.0) else { continue };
            let Some(field) = object.field(some[0].0.1) else { continue };
            for some in some.chunks(TOGETHER) {
                let stands = self.standing(object, field, some)?;
                for ((.., id), value) in some {
                    let Some((_, old)) = stands.iter().find(|(known, _)| known == id) else { continue };
                    let larger = field.rolled_up.is_some_and(|how| beats(field, how.what, value, old));
                    if old.is_none() || larger {
                        self.keep(object, field, Some(*id), value)?;
                        self.formulas_follow(object, field, *id);
                    }
                }
            }
        }
        Ok(())
    }

    /// What stands in a field of these records.
    fn standing(
        &mut self,
        object: &'static Object,
        field: &'static FieldDef,
        of: &[((&'static str, &'static str, Id), Value)],
    ) -> Outcome<Vec<(Id, Value)>> {
        let ids: Vec<Cell> = of.iter().map(|((.., id), _)| Cell::from(*id)).collect();
        let mut select = Select::from(object.name, HERE)
            .column("id", ColumnType::Int)
            .having("workspace_id", self.actor.workspace)
            .filter(Expr::In(Box::new(Expr::column(HERE, "id")), ids));
        for column in field.kind.behave().columns() {
            select = select.column(format!("{}{}", field.name, column.suffix), column.kind);
        }
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let value = |row: &[Cell]| Some((row[0].as_id()?, field.kind.behave().value(&row[1..])));
        Ok(rows.iter().filter_map(|row| value(row)).collect())
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
            (Some(of_field), Rolled::Different) => {
                let column = scan.value_column(&Path::field(of, of_field))?;
                (Expr::CountDifferent(Box::new(column)), ColumnType::Int)
            }
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
            let asked = records.iter().any(|record| record.value(field.name).is_some());
            if !asked || rolled_whole(&access, &self.declared.catalog, field) {
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
        (Rolled::Count | Rolled::Different | Rolled::Sum, _) => Value::Number(0.into()),
        _ => Value::None,
    }
}

/// What a record tells a roll-up: whose it is, and what it counts with.
struct Told {
    id: Id,
    value: Value,
}

impl Fed {
    /// What a record tells that has this in its own fields; nothing if it does not count.
    fn told_by(&self, has: &dyn Fn(&FieldDef) -> Value) -> Option<Told> {
        let of = |name: &str| self.of.field(name).map(has).unwrap_or_default();
        let id = of(self.how.by).as_link()?;
        let counts = self.counts.as_ref().is_none_or(|filter| filter.holds(&Own { has }));
        counts.then(|| Told { id, value: self.how.field.map(of).unwrap_or_default() })
    }

    /// Whether a value stands in front of another.
    fn beats(&self, one: &Value, other: &Value) -> bool {
        beats(self.field, self.how.what, one, other)
    }
}

/// Whether a value would stand in a roll-up rather than another.
fn beats(field: &FieldDef, what: Rolled, one: &Value, other: &Value) -> bool {
    let order = field.kind.behave().compare(one, other);
    if what == Rolled::Min { order == Ordering::Less } else { order == Ordering::Greater }
}

/// A record as a filter over its own fields reads it.
struct Own<'h> {
    has: &'h dyn Fn(&FieldDef) -> Value,
}

impl Lookup for Own<'_> {
    fn values(&self, path: &Path) -> Vec<Value> {
        vec![(self.has)(path.field)]
    }

    // The filters that are read so ask for nothing of the world around; see `Fed::counts`.
    fn me(&self) -> Option<Id> {
        None
    }

    fn today(&self) -> Date {
        Moment::from_micros(0).date_in(&Zone::UTC)
    }

    fn zone(&self) -> Zone {
        Zone::UTC
    }

    fn comparable(&self, _: &Value) -> Option<i64> {
        None
    }
}

fn aggregate(what: Rolled, column: Expr) -> Expr {
    match what {
        Rolled::Count | Rolled::Different => Expr::Count,
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

impl Gate<'_> {
    /// Whether the actor may see all of what a field tells: of a roll-up, all records that it is reckoned from.
    pub fn sees_whole(&self, field: &FieldDef) -> bool {
        rolled_whole(&self.access, &self.declared.catalog, field)
    }
}

/// Whether what stands in a roll-up is what the actor may see of it: all records that it is reckoned from, and the
/// fields by which.
pub(crate) fn rolled_whole(access: &Access, catalog: &cordee_schema::Catalog, field: &FieldDef) -> bool {
    let Some(how) = field.rolled_up else { return true };
    let of = catalog.object(how.of);
    // The parts of a record are seen as it is: whoever sees the record sees all of them.
    let parts = of.is_some_and(|of| of.part_of == Some(how.by) && of.shared.is_none());
    // Nor do copied texts tell more than may be seen where they come from.
    let read = |name: &str| of.and_then(|of| of.field(name)).is_none_or(|f| copied_whole(access, catalog, f));
    let copied =
        how.field.is_none_or(read) && of.is_none_or(|of| asked_by(of, &how).all(|field| read(field.name)));
    (parts || of.is_some_and(|of| sees_all(access, catalog, of))) && copied && sees_some(access, of, &how)
}

/// Whether the actor may see anything of what a roll-up is reckoned from.
fn sees_some(access: &Access, of: Option<&'static Object>, how: &RollUp) -> bool {
    let Some(of) = of else { return false };
    let open = |name: &str| of.field(name).is_some_and(|f| access.field(of, f) != FieldRight::Hidden);
    let by_open = how.field.is_none_or(open) && open(how.by);
    access.scope(of, Right::Read) != Scope::None
        && by_open
        && asked_by(of, how).all(|field| access.field(of, field) != FieldRight::Hidden)
}

/// The fields that the filter of a roll-up asks, of which it tells. They are known by their letters: one whose name stands
/// within another's is taken for asked as well, which hides too much at times, and never too little.
fn asked_by(of: &'static Object, how: &RollUp) -> impl Iterator<Item = &'static FieldDef> + use<> {
    let said = how.filter.unwrap_or("");
    of.fields.iter().filter(move |field| said.contains(field.name))
}
