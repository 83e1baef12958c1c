//! A tag that gets another name, or becomes one with another, is told anew in all records that have it, and in their
//! past. That is no change of the records: it raises no version, and the journal tells it once, of the tag.

use std::collections::BTreeMap;

use cordee_base::{Fault, Id, Moment, Outcome};
use cordee_schema::kinds::tags::{TagsKind, tags_of};
use cordee_schema::{Behave, Cell, ColumnType, FieldDef, Object, Record, Value, fold};
use cordee_store::query::Comparison;
use cordee_store::{Expr, Select, Update, table};
use serde::{Deserialize, Serialize};

use super::keep::held;
use super::settle::with_line;
use super::{meant, of};
use crate::gate::Change;
use crate::system::tag;
use crate::{Gate, tables};

/// How many rows are read and written at a time.
const TOGETHER: u64 = 500;

/// Which rows were told anew, so that it can be undone: records and versions that had only the one tag, and those that
/// had the other as well.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Retold {
    records: [Vec<Id>; 2],
    versions: [Vec<Id>; 2],
}

impl Gate<'_> {
    /// Records that have the tag `from` have the tag `to` from now on.
    pub(super) fn retell(
        &mut self,
        object: &'static Object,
        field: &'static FieldDef,
        from: &str,
        to: &str,
    ) -> Outcome<Retold> {
        let mut retold = Retold::default();
        let all = self.tagged_with(object, field, from)?;
        for some in all.chunks(TOGETHER as usize) {
            let which = among("id", some);
            for (into, more) in
                retold.records.iter_mut().zip(self.replace(object.name, field, which, from, to)?)
            {
                into.extend(more);
            }
            if fold(from) != fold(to) {
                self.drop_tag(object, field, &fold(from), some)?;
                self.note_tags(object, field, some.iter().map(|id| (fold(to), *id)).collect())?;
            }
            self.reindex(object, some)?;
        }
        if field.tracked {
            retold.versions = self.retell_past(object, field, from, to)?;
        }
        Ok(retold)
    }

    /// The versions that have the tag `from` have the tag `to` from now on.
    fn retell_past(
        &mut self,
        object: &'static Object,
        field: &'static FieldDef,
        from: &str,
        to: &str,
    ) -> Outcome<[Vec<Id>; 2]> {
        let (name, mut changed, mut after) = (table::versions(object), [Vec::new(), Vec::new()], None::<Id>);
        loop {
            let mut select = Select::from(name.clone(), "v")
                .column("id", ColumnType::Int)
                .having("workspace_id", self.actor.workspace)
                .filter(Expr::column("v", field.name).contains(&format!("|{from}|")))
                .order(Expr::column("v", "id"), false)
                .limit(TOGETHER);
            if let Some(after) = after {
                select = select.filter(Expr::column("v", "id").compare(Comparison::Greater, after));
            }
            let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
            let ids: Vec<Id> = rows.iter().filter_map(|row| row[0].as_id()).collect();
            let Some(last) = ids.last() else { return Ok(changed) };
            after = Some(*last);
            let more = self.replace(&name, field, among("id", &ids), from, to)?;
            changed.iter_mut().zip(more).for_each(|(into, more)| into.extend(more));
        }
    }

    /// Puts one tag in the place of another in rows of a table: those that hold the same are written together. Gives the
    /// ids of those that had only the one, and of those that had both.
    fn replace(
        &mut self,
        table: &str,
        field: &'static FieldDef,
        which: Expr,
        from: &str,
        to: &str,
    ) -> Outcome<[Vec<Id>; 2]> {
        let mut changed = [Vec::new(), Vec::new()];
        for (names, ids) in self.alike(table, field, which)? {
            let both = names.iter().any(|name| fold(name) == fold(to)) && fold(from) != fold(to);
            let others = names.into_iter().filter(|name| fold(name) != fold(from) && fold(name) != fold(to));
            self.write_tags(table, field, tags_of(others.chain([to.to_owned()])), &ids)?;
            changed[usize::from(both)].extend(ids);
        }
        Ok(changed)
    }

    /// The tags that stand in rows of a table, each with the ids of the rows that hold the same.
    fn alike(
        &mut self,
        table: &str,
        field: &'static FieldDef,
        which: Expr,
    ) -> Outcome<Vec<(Vec<String>, Vec<Id>)>> {
        let select = Select::from(table.to_owned(), "t")
            .column("id", ColumnType::Int)
            .column(field.name, ColumnType::Text)
            .having("workspace_id", self.actor.workspace)
            .filter(which);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let mut alike: BTreeMap<Vec<String>, Vec<Id>> = BTreeMap::new();
        for row in &rows {
            alike.entry(held(&row[1])).or_default().extend(row[0].as_id());
        }
        Ok(alike.into_iter().collect())
    }

    fn write_tags(&mut self, table: &str, field: &'static FieldDef, tags: Value, ids: &[Id]) -> Outcome<()> {
        let mut cells = Vec::new();
        TagsKind.cells(&tags, &mut cells);
        let cell = cells.pop().unwrap_or(Cell::Null);
        let update = Update::of(table.to_owned()).set(field.name, cell);
        let mut update = update.having("workspace_id", self.actor.workspace);
        let these = ids.iter().copied().map(Cell::from).collect();
        update.filter.push(Expr::In(Box::new(Expr::column(table.to_owned(), "id")), these));
        self.session.update(&update).map_err(|fail| self.failed(fail)).map(|_| ())
    }

    /// The records that have a tag, in the trash too.
    fn tagged_with(&mut self, object: &Object, field: &FieldDef, name: &str) -> Outcome<Vec<Id>> {
        let select = Select::from(tables::TAGGED, "t")
            .column("record", ColumnType::Int)
            .having("workspace_id", self.actor.workspace)
            .having("of", of(object, field))
            .having("name", fold(name))
            .order(Expr::column("t", "record"), false);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        Ok(rows.iter().filter_map(|row| row[0].as_id()).collect())
    }

    /// A tag that records have is taken out of use, not away.
    pub(crate) fn tag_not_held(&mut self, record: &Record) -> Outcome<()> {
        let Some((object, field, name)) = self.field_of(record) else { return Ok(()) };
        self.tags.remove(&of(object, field));
        match self.tagged_with(object, field, &name)?.len() {
            0 => Ok(()),
            count => Err(Fault::whole("error-option-in-use").with("value", name).with("count", count).into()),
        }
    }

    /// A tag that comes out of the trash meets no other of its name.
    pub(crate) fn tag_is_free(&mut self, record: &Record) -> Outcome<()> {
        let Some((object, field, name)) = self.field_of(record) else { return Ok(()) };
        let known = self.known_tags(object, field)?;
        self.tags.remove(&of(object, field));
        match known.iter().any(|tag| fold(&tag.name) == fold(&name)) {
            true => Err(Fault::whole("error-tag-twice").with("value", name).into()),
            false => Ok(()),
        }
    }

    /// The records of a tag get the tag that it becomes one with.
    pub(crate) fn merge_tags(&mut self, kept: &Record, lost: &Record) -> Outcome<Retold> {
        let (keep, lose) = (self.field_of(kept), self.field_of(lost));
        let (Some((object, field, to)), Some((other, of_other, from))) = (keep, lose) else {
            return Ok(Retold::default());
        };
        if (object, field.name) != (other, of_other.name) {
            return Err(Fault::at("with", "error-tag-apart").into());
        }
        self.tags.remove(&of(object, field));
        self.retell(object, field, &from, &to)
    }

    /// The names that a tag is also known by once another has become one with it.
    pub(crate) fn known_as(&self, kept: &Record, lost: &Record) -> Value {
        let text = |record: &Record, field| record.get(field).unwrap_or_default();
        let name = text(kept, tag::NAME);
        let names = text(lost, tag::FORMERLY);
        let names = names.lines().map(str::to_owned).chain([text(lost, tag::NAME)]);
        Value::Text(names.fold(text(kept, tag::FORMERLY), |lines, more| with_line(&lines, &more, &name)))
    }

    /// The records get back the tag that had become one with another, as far as they still have that.
    pub(crate) fn part_tags(&mut self, kept: &Record, lost: &Record, retold: Retold) -> Outcome<()> {
        let (Some((object, field, keep)), Some((_, _, lose))) = (self.field_of(kept), self.field_of(lost))
        else {
            return Ok(());
        };
        self.tags.remove(&of(object, field));
        let [only, both] = &retold.records;
        for (ids, stays) in [(only, false), (both, true)] {
            for some in ids.chunks(TOGETHER as usize) {
                let back =
                    self.give_back_tag(object.name, field, among("id", some), (&keep, &lose), stays)?;
                if !stays {
                    self.drop_tag(object, field, &fold(&keep), &back)?;
                }
                self.note_tags(object, field, back.iter().map(|id| (fold(&lose), *id)).collect())?;
                self.reindex(object, &back)?;
                if field.tracked {
                    let now = Expr::column("t", "valid_to").is(Moment::FOREVER);
                    let now = Expr::And(vec![among("record", &back), now]);
                    self.give_back_tag(&table::versions(object), field, now, (&keep, &lose), stays)?;
                }
            }
        }
        let [only, both] = &retold.versions;
        for (ids, stays) in [(only, false), (both, true)] {
            for some in ids.chunks(TOGETHER as usize) {
                let name = table::versions(object);
                self.give_back_tag(&name, field, among("id", some), (&keep, &lose), stays)?;
            }
        }
        Ok(())
    }

    /// Puts `lose` back into rows that have `keep`, beside it or in its place; gives the rows.
    fn give_back_tag(
        &mut self,
        table: &str,
        field: &'static FieldDef,
        which: Expr,
        (keep, lose): (&str, &str),
        stays: bool,
    ) -> Outcome<Vec<Id>> {
        let mut back = Vec::new();
        for (names, ids) in self.alike(table, field, which)? {
            if !names.iter().any(|name| name == keep) {
                continue;
            }
            let rest = names.into_iter().filter(|name| stays || name != keep);
            self.write_tags(table, field, tags_of(rest.chain([lose.to_owned()])), &ids)?;
            back.extend(ids);
        }
        Ok(back)
    }

    /// The object and field that a tag is of, and its name; none if that is out of use.
    fn field_of(&mut self, record: &Record) -> Option<(&'static Object, &'static FieldDef, String)> {
        let mut draft = cordee_schema::Draft::new(record.object);
        let change = Change { before: Some(record), draft: &mut draft, at: self.now, past: &[] };
        let (object, field) = self.tagged_field(&change).ok()?;
        Some((object, field, record.get(tag::NAME)?))
    }

    /// The name by which a tag is known that is called so, or once was.
    pub(super) fn tag_meant(&mut self, object: &Object, field: &FieldDef, word: &str) -> Outcome<String> {
        let known = self.known_tags(object, field)?;
        Ok(meant(&known, word).map_or_else(|| word.to_owned(), |tag| tag.name.clone()))
    }
}

fn among(column: &'static str, ids: &[Id]) -> Expr {
    Expr::In(Box::new(Expr::column("t", column)), ids.iter().copied().map(Cell::from).collect())
}
