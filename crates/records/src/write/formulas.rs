//! Formulas are reckoned as part of every write, and anew where what they read through a link has changed.
//!
//! What is reckoned anew raises no version and is not told in the journal: nobody has written it, and it follows from
//! what is told there. The records that link to what was written are reckoned together, at the end of the transaction.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use cordee_base::{Id, Moment, Outcome};
use cordee_schema::formula::Read;
use cordee_schema::system::CREATED_AT;
use cordee_schema::{Cell, ColumnType, Draft, FieldDef, Object, Record, Value};
use cordee_store::query::Comparison;
use cordee_store::{Expr, Select, Update};

use super::cells::columns;
use super::roll_up::nothing;
use super::run::Ready;
use crate::Gate;

/// How many records are read and reckoned at once.
const TOGETHER: usize = 500;

/// Records whose formulas are to be reckoned anew: of an object, those that link to a record by this field, or the
/// record itself.
pub(crate) type Outdated = BTreeSet<(&'static str, Option<&'static str>, Id)>;

/// What a record holds in fields that formulas read or fill.
type Held = HashMap<&'static str, Value>;

impl Gate<'_> {
    /// Fills in the formulas of new records.
    pub(crate) fn reckon_new(&mut self, object: &'static Object, new: &mut [Ready]) -> Outcome<()> {
        if self.declared.formulas.own(object).is_empty() {
            return Ok(());
        }
        // Nothing links to a new record yet.
        let rolled = object
            .fields
            .iter()
            .filter_map(|field| Some((field.name, nothing(field, &field.rolled_up?, self))));
        let rolled: Held = rolled.collect();
        let draft = |ready: &Ready| -> Held {
            let mut held = rolled.clone();
            held.extend(ready.draft.fields().map(|(field, value)| (field.name, value.clone())));
            held.insert(CREATED_AT.name(), Value::Moment(ready.created_at));
            held
        };
        let mut held: Vec<Held> = new.iter().map(draft).collect();
        self.come_to(object, &mut held)?;
        for (ready, held) in new.iter_mut().zip(held) {
            self.formulas_of(object).for_each(|field| ready.draft.set(field.name, value(&held, field.name)));
        }
        Ok(())
    }

    /// Adds to a change the formulas that come to something else by it, and notes whose formulas read what changes.
    pub(crate) fn reckon_change(&mut self, before: &Record, draft: &mut Draft) -> Outcome<()> {
        let object = draft.object;
        if !self.declared.formulas.own(object).is_empty() {
            let mut held: Held = before.fields().map(|(field, value)| (field.name, value.clone())).collect();
            held.extend(draft.fields().map(|(field, value)| (field.name, value.clone())));
            held.insert(CREATED_AT.name(), Value::Moment(before.head.created_at));
            let mut held = [held];
            self.come_to(object, &mut held)?;
            for field in self.formulas_of(object) {
                let now = value(&held[0], field.name);
                match before.value(field.name).unwrap_or(&Value::None) == &now {
                    true => draft.unset(field.name),
                    false => draft.set(field.name, now),
                }
            }
        }
        self.outdates(object, before.head.id, |name| draft.names(name));
        Ok(())
    }

    /// Notes that the link of a record has been turned without a change of its own.
    pub(crate) fn outdates_itself(&mut self, object: &'static Object, link: &str, ids: &[Id]) {
        if self.declared.formulas.read_through(object, link) {
            self.outdated.extend(ids.iter().map(|id| (object.name, None, *id)));
        }
    }

    /// Notes whose formulas read a roll-up of this record, which has been reckoned anew.
    pub(crate) fn formulas_follow(&mut self, object: &'static Object, rolled: &FieldDef, id: Id) {
        if self.declared.formulas.read_rolled(object, rolled) {
            self.outdated.insert((object.name, None, id));
        }
        self.outdates(object, id, |name| name == rolled.name);
    }

    /// Reckons anew all formulas that read a roll-up which has been reckoned anew for all records.
    pub(crate) fn formulas_follow_all(&mut self, object: &'static Object, rolled: &FieldDef) -> Outcome<()> {
        let formulas = &self.declared.formulas;
        let own = formulas.read_rolled(object, rolled).then_some(object);
        let below = formulas.below(object).iter().filter(|below| below.reads == rolled.name);
        let readers: Vec<&'static Object> = own.into_iter().chain(below.map(|below| below.object)).collect();
        readers.into_iter().try_for_each(|reader| self.reckon_anew(reader, None))
    }

    /// Reckons anew what this transaction has outdated, then what that outdates, up to the last.
    pub(crate) fn reckon_outdated(&mut self) -> Outcome<()> {
        while !self.outdated.is_empty() {
            let outdated: Vec<_> = std::mem::take(&mut self.outdated).into_iter().collect();
            for some in outdated.chunk_by(|one, next| (one.0, one.1) == (next.0, next.1)) {
                let Some(object) = self.catalog().object(some[0].0) else { continue };
                for some in some.chunks(TOGETHER) {
                    let ids = some.iter().map(|(.., id)| Cell::from(*id)).collect();
                    let which = Expr::In(Box::new(Expr::column("r", some[0].1.unwrap_or("id"))), ids);
                    self.reckon_anew(object, Some(which))?;
                }
            }
        }
        Ok(())
    }

    /// Reckons the formulas of these records anew, or of all: a formula is new, or has been changed.
    pub(crate) fn reckon_anew(&mut self, object: &'static Object, which: Option<Expr>) -> Outcome<()> {
        let fields = self.needed(object);
        let mut last: Option<Id> = None;
        loop {
            let mut select = self.reading_rows(object, &fields).column("created_at", ColumnType::Moment);
            select = select.order(Expr::column("r", "id"), false).limit(TOGETHER as u64);
            select.filter.extend(which.clone());
            select.filter.extend(last.map(|last| Expr::column("r", "id").compare(Comparison::Greater, last)));
            let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
            let Some(end) = rows.last().and_then(|row| row[0].as_id()) else { return Ok(()) };
            last = Some(end);
            // An amount of all records is converted as it was when they were created, as those of new ones are.
            let on = |row: &[Cell]| match which {
                None => row.last().and_then(Cell::as_moment).unwrap_or(self.now),
                Some(_) => self.now,
            };
            let some: Vec<(Id, Moment)> =
                rows.iter().filter_map(|row| Some((row[0].as_id()?, on(row)))).collect();
            let before: Vec<Held> = rows.iter().map(|row| held(&fields, row)).collect();
            let mut after = before.clone();
            self.come_to(object, &mut after)?;
            self.keep_reckoned(object, &some, &before, &after)?;
        }
    }

    /// Writes the formulas that have come to something else; those that came to the same are written together.
    fn keep_reckoned(
        &mut self,
        object: &'static Object,
        records: &[(Id, Moment)],
        before: &[Held],
        after: &[Held],
    ) -> Outcome<()> {
        let mut alike: BTreeMap<String, (Update, Vec<Cell>)> = BTreeMap::new();
        for ((id, on), (before, after)) in records.iter().zip(before.iter().zip(after)) {
            let changed: Vec<&'static FieldDef> = self
                .formulas_of(object)
                .filter(|field| value(before, field.name) != value(after, field.name))
                .collect();
            if changed.is_empty() {
                continue;
            }
            let (mut names, mut row) = (Vec::new(), Vec::new());
            for field in &changed {
                columns(field, &mut names);
                self.cells(field, &value(after, field.name), *on, &mut row)?;
            }
            let key = format!("{names:?} {row:?}");
            let update = || {
                let update = Update::of(object.name).having("workspace_id", self.actor.workspace);
                names.into_iter().zip(row).fold(update, |update, (name, cell)| update.set(name, cell))
            };
            alike.entry(key).or_insert_with(|| (update(), Vec::new())).1.push(Cell::from(*id));
            self.outdates(object, *id, |name| changed.iter().any(|field| field.name == name));
            // Roll-ups may add them up, or count by them.
            self.rolls(object, |name| before.get(name));
        }
        for (mut update, ids) in alike.into_values() {
            update.filter.push(Expr::In(Box::new(Expr::column(object.name, "id")), ids));
            self.session.update(&update).map_err(|fail| self.failed(fail))?;
        }
        Ok(())
    }

    /// Notes whose formulas read, through a link to this record, a field that has changed.
    pub(crate) fn outdates(&mut self, object: &'static Object, id: Id, changed: impl Fn(&str) -> bool) {
        let below = self.declared.formulas.below(object).iter().filter(|below| changed(below.reads));
        self.outdated.extend(below.map(|below| (below.object.name, Some(below.link), id)));
    }

    fn formulas_of(&self, object: &'static Object) -> impl Iterator<Item = &'static FieldDef> + use<> {
        self.declared.formulas.own(object).iter().map(|place| &object.fields[*place])
    }

    /// Puts into what these records hold what their formulas come to.
    pub(crate) fn come_to(&mut self, object: &'static Object, records: &mut [Held]) -> Outcome<()> {
        let above = self.above(object, records)?;
        for field in self.formulas_of(object) {
            let Some(formula) = field.formula else { continue };
            for held in records.iter_mut() {
                let read = |read: &Read| match read.link {
                    None => value(held, read.field.name),
                    Some(link) => {
                        let linked = value(held, link).as_link().and_then(|id| above.get(&(read.object, id)));
                        linked.map_or(Value::None, |linked| value(linked, read.field.name))
                    }
                };
                let values: Vec<Value> = formula.reads.iter().map(read).collect();
                let mut value = formula.value(&values, field.kind);
                if let Value::Money(money) = value
                    && self.in_base(money, self.today(), field.name).is_err()
                {
                    // Without a rate nothing could be summed; what it is reckoned from says so where it is set.
                    value = Value::None;
                }
                held.insert(field.name, value);
            }
        }
        Ok(())
    }

    /// What the records that these link to hold, as far as formulas read it, by object and id.
    fn above(
        &mut self,
        object: &'static Object,
        records: &[Held],
    ) -> Outcome<HashMap<(&'static str, Id), Held>> {
        let mut wanted: BTreeMap<&'static str, (BTreeSet<&'static str>, BTreeSet<Id>)> = BTreeMap::new();
        for read in self.formulas_of(object).filter_map(|field| field.formula).flat_map(|f| &f.reads) {
            let Some(link) = read.link else { continue };
            let (fields, ids) = wanted.entry(read.object).or_default();
            fields.insert(read.field.name);
            ids.extend(records.iter().filter_map(|held| value(held, link).as_link()));
        }
        let mut above = HashMap::new();
        for (name, (fields, ids)) in wanted {
            let Some(to) = self.catalog().object(name) else { continue };
            let fields: Vec<&'static FieldDef> = fields.iter().filter_map(|name| to.field(name)).collect();
            let ids: Vec<Cell> = ids.into_iter().map(Cell::from).collect();
            for some in ids.chunks(TOGETHER) {
                let these = Expr::In(Box::new(Expr::column("r", "id")), some.to_vec());
                let select = self.reading_rows(to, &fields).filter(these);
                let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
                above.extend(
                    rows.iter().filter_map(|row| Some(((to.name, row[0].as_id()?), held(&fields, row)))),
                );
            }
        }
        Ok(above)
    }

    /// The fields of an object that its formulas read or fill, the links through which they read, and those by which
    /// its records are rolled up.
    fn needed(&self, object: &'static Object) -> Vec<&'static FieldDef> {
        let mut names = BTreeSet::new();
        for field in self.formulas_of(object) {
            names.insert(field.name);
            let reads = field.formula.iter().flat_map(|formula| &formula.reads);
            names.extend(reads.map(|read| read.link.unwrap_or(read.field.name)));
        }
        names.extend(self.declared.fed_by(object).iter().map(|fed| fed.how.by));
        names.into_iter().filter_map(|name| object.field(name)).collect()
    }

    /// A query of the ids and these fields, of all records in the trash and out of it.
    fn reading_rows(&self, object: &'static Object, fields: &[&'static FieldDef]) -> Select {
        let select = Select::from(object.name, "r")
            .column("id", ColumnType::Int)
            .having("workspace_id", self.actor.workspace);
        fields.iter().fold(select, |select, field| {
            let columns = field.kind.behave().columns().into_iter();
            columns.fold(select, |select, column| {
                select.column(format!("{}{}", field.name, column.suffix), column.kind)
            })
        })
    }
}

/// What a row of these fields holds, behind the id.
fn held(fields: &[&'static FieldDef], row: &[Cell]) -> Held {
    let (mut at, mut held) = (1, Held::new());
    for field in fields {
        let end = at + field.kind.behave().columns().len();
        held.insert(field.name, field.kind.behave().value(&row[at..end]));
        at = end;
    }
    held
}

fn value(held: &Held, name: &str) -> Value {
    held.get(name).cloned().unwrap_or_default()
}
