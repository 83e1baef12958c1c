//! Who links to what: rows beside the records and beside their dated versions, kept in the transaction of each write.

use std::borrow::Cow;

use cordee_base::{Id, Outcome};
use cordee_schema::{Cell, ColumnType, Draft, FieldDef, Object, Record, Value};
use cordee_store::query::Comparison;
use cordee_store::{Delete, Expr, Fail, Insert, Select, Session, table};

use super::{held, many, of};
use crate::beside::filled;
use crate::custom::{Which, of_workspace};
use crate::house::House;
use crate::{Gate, Ready, tables, workspace};

/// How many rows are written at a time.
const AT_ONCE: usize = 5_000;

/// Who links to whom.
type Pair = (Id, Id);

impl Gate<'_> {
    /// Notes what new records link to.
    pub(crate) fn put_links(&mut self, object: &'static Object, new: &[Ready]) -> Outcome<()> {
        let have: Vec<(Id, &Draft)> = new.iter().map(|ready| (ready.id, &ready.draft)).collect();
        self.note_drafts(object.name, many(object), &have)
    }

    /// Notes what new versions of records link to.
    pub(crate) fn put_version_links(
        &mut self,
        object: &'static Object,
        versions: &[(Id, &Draft)],
    ) -> Outcome<()> {
        self.note_drafts(&table::versions(object), many(object).filter(|field| field.tracked), versions)
    }

    fn note_drafts(
        &mut self,
        table: &str,
        fields: impl Iterator<Item = &'static FieldDef>,
        have: &[(Id, &Draft)],
    ) -> Outcome<()> {
        for field in fields {
            let held = have.iter().filter_map(|(id, draft)| Some((*id, draft.value(field.name)?)));
            let pairs = held.flat_map(|(id, value)| value.as_links().iter().map(move |to| (id, *to)));
            self.note_links(&of(table, field), pairs.collect())?;
        }
        Ok(())
    }

    /// Notes the links that a record gets and loses.
    pub(crate) fn change_links(&mut self, before: &Record, draft: &Draft) -> Outcome<()> {
        let (object, id) = (draft.object, before.head.id);
        for field in many(object).filter(|field| draft.names(field.name)) {
            let was = before.value(field.name).map_or(&[][..], Value::as_links);
            let now = draft.value(field.name).map_or(&[][..], Value::as_links);
            let of = of(object.name, field);
            let gone: Vec<Id> = was.iter().filter(|to| !now.contains(to)).copied().collect();
            for some in gone.chunks(500) {
                let mut delete = self.links_of(&of).having("holder", id);
                let these = some.iter().copied().map(Cell::from).collect();
                delete.filter.push(Expr::In(Box::new(Expr::column(tables::LINKED, "target")), these));
                self.session.delete(&delete).map_err(|fail| self.failed(fail))?;
            }
            let new = now.iter().filter(|to| !was.contains(to));
            self.note_links(&of, new.map(|to| (id, *to)).collect())?;
        }
        Ok(())
    }

    /// Forgets the links of a record that goes for good.
    pub(crate) fn take_links(&mut self, object: &'static Object, id: Id) -> Outcome<()> {
        for field in many(object) {
            let delete = self.links_of(&of(object.name, field)).having("holder", id);
            self.session.delete(&delete).map_err(|fail| self.failed(fail))?;
        }
        Ok(())
    }

    /// Forgets the links of versions of a record that go: those that begin at this moment or later, or all.
    pub(crate) fn take_version_links(
        &mut self,
        object: &'static Object,
        id: Id,
        since: Option<cordee_base::Moment>,
    ) -> Outcome<()> {
        let versions = table::versions(object);
        for field in many(object).filter(|field| field.tracked) {
            let mut going = Select::from(versions.clone(), "v")
                .column("id", ColumnType::Int)
                .having("workspace_id", self.actor.workspace)
                .having("record", id);
            if let Some(since) = since {
                going = going.filter(Expr::column("v", "valid_from").compare(Comparison::AtLeast, since));
            }
            let mut delete = self.links_of(&of(&versions, field));
            let holder = Expr::column(tables::LINKED, "holder");
            delete.filter.push(Expr::InSelect(Box::new(holder), Box::new(going)));
            self.session.delete(&delete).map_err(|fail| self.failed(fail))?;
        }
        Ok(())
    }

    /// A removal of rows that tell the links of a field.
    pub(super) fn links_of(&self, of: &str) -> Delete {
        Delete::from(tables::LINKED).having("workspace_id", self.actor.workspace).having("of", of.to_owned())
    }

    pub(super) fn note_links(&mut self, of: &str, pairs: Vec<Pair>) -> Outcome<()> {
        note(self.session, self.actor.workspace, of, &pairs).map_err(|fail| self.failed(fail))
    }
}

/// Makes the rows anew from what stands in the records and their versions.
pub(crate) fn rebuild(house: &House, session: &mut dyn Session) -> Result<(), Fail> {
    session.delete(&Delete::from(tables::LINKED))?;
    for workspace in workspace::every(session)? {
        let declared = of_workspace(house, session, workspace, Which::All)?;
        for object in declared.catalog.objects() {
            for field in many(object) {
                rebuild_field(session, workspace, object.name, field)?;
                if field.tracked {
                    rebuild_field(session, workspace, &table::versions(object), field)?;
                }
            }
        }
    }
    Ok(())
}

fn rebuild_field(
    session: &mut dyn Session,
    workspace: Id,
    table: &str,
    field: &'static FieldDef,
) -> Result<(), Fail> {
    filled(session, workspace, table, field, |session, found| {
        let mut pairs = Vec::new();
        for (id, cell) in &found {
            pairs.extend(held(cell).as_links().iter().map(|to| (*id, *to)));
        }
        note(session, workspace, &of(table, field), &pairs)
    })
}

fn note(session: &mut dyn Session, workspace: Id, of: &str, pairs: &[Pair]) -> Result<(), Fail> {
    let columns = ["workspace_id", "of", "target", "holder"];
    for some in pairs.chunks(AT_ONCE) {
        let mut insert = Insert::into(tables::LINKED, columns.map(Cow::Borrowed).to_vec());
        insert.unless_there = Some(columns.to_vec());
        let row =
            |(holder, target): &Pair| vec![workspace.into(), of.into(), (*target).into(), (*holder).into()];
        insert.rows = some.iter().map(row).collect();
        session.insert(&insert)?;
    }
    Ok(())
}
