//! Which records have which tags: rows beside the records, for filters, kept in the transaction of each write.

use std::borrow::Cow;

use cordee_base::{Id, Outcome};
use cordee_schema::{Cell, ColumnType, Draft, FieldDef, Kind, Object, Record, Value, fold};
use cordee_store::{Delete, Expr, Fail, Insert, Select, Session};

use super::{of, tagged};
use crate::beside::filled;
use crate::custom::{Which, of_workspace};
use crate::house::House;
use crate::{Gate, Ready, tables, workspace};

impl Gate<'_> {
    /// Notes the tags of new records.
    pub(crate) fn put_tags(&mut self, object: &'static Object, new: &[Ready]) -> Outcome<()> {
        for field in tagged(object) {
            let have =
                new.iter().map(|ready| (ready.id, ready.draft.value(field.name).unwrap_or(&Value::None)));
            let rows = have.flat_map(|(id, value)| names(value).map(move |name| (fold(name), id)));
            self.note_tags(object, field, rows.collect())?;
        }
        Ok(())
    }

    /// Notes the tags that a record gets and loses.
    pub(crate) fn change_tags(&mut self, before: &Record, draft: &Draft) -> Outcome<()> {
        let (object, id) = (draft.object, before.head.id);
        for field in tagged(object).filter(|field| draft.names(field.name)) {
            let folded = |value: Option<&Value>| -> Vec<String> {
                names(value.unwrap_or(&Value::None)).map(fold).collect()
            };
            let (was, now) = (folded(before.value(field.name)), folded(draft.value(field.name)));
            for name in was.iter().filter(|name| !now.contains(name)) {
                self.drop_tag(object, field, name, &[id])?;
            }
            let new = now.into_iter().filter(|name| !was.contains(name));
            self.note_tags(object, field, new.map(|name| (name, id)).collect())?;
        }
        Ok(())
    }

    /// Forgets the tags of a record that goes for good.
    pub(crate) fn take_tags(&mut self, object: &'static Object, id: Id) -> Outcome<()> {
        for field in tagged(object) {
            let select = Select::from(object.name, "r")
                .column(field.name, ColumnType::Text)
                .having("workspace_id", self.actor.workspace)
                .having("id", id);
            let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
            for name in rows.iter().flat_map(|row| held(&row[0])) {
                self.drop_tag(object, field, &fold(&name), &[id])?;
            }
        }
        Ok(())
    }

    /// Notes which records have tags, by their folded names.
    pub(super) fn note_tags(
        &mut self,
        object: &Object,
        field: &FieldDef,
        rows: Vec<(String, Id)>,
    ) -> Outcome<()> {
        note(self.session, self.actor.workspace, &of(object, field), rows).map_err(|fail| self.failed(fail))
    }

    /// Forgets that these records have a tag, by its folded name.
    pub(super) fn drop_tag(
        &mut self,
        object: &Object,
        field: &FieldDef,
        name: &str,
        ids: &[Id],
    ) -> Outcome<()> {
        let mut gone = Delete::from(tables::TAGGED)
            .having("workspace_id", self.actor.workspace)
            .having("of", of(object, field))
            .having("name", name);
        let these = ids.iter().copied().map(Cell::from).collect();
        gone.filter.push(Expr::In(Box::new(Expr::column(tables::TAGGED, "record")), these));
        self.session.delete(&gone).map_err(|fail| self.failed(fail)).map(|_| ())
    }
}

/// Makes the rows anew from what stands in the records.
pub(crate) fn rebuild(house: &House, session: &mut dyn Session) -> Result<(), Fail> {
    session.delete(&Delete::from(tables::TAGGED))?;
    for workspace in workspace::every(session)? {
        let declared = of_workspace(house, session, workspace, Which::All)?;
        for object in declared.catalog.objects() {
            for field in tagged(object) {
                filled(session, workspace, object.name, field, |session, found| {
                    let rows = found
                        .iter()
                        .flat_map(|(id, cell)| held(cell).into_iter().map(move |name| (fold(&name), *id)));
                    note(session, workspace, &of(object, field), rows.collect())
                })?;
            }
        }
    }
    Ok(())
}

fn note(session: &mut dyn Session, workspace: Id, of: &str, rows: Vec<(String, Id)>) -> Result<(), Fail> {
    if rows.is_empty() {
        return Ok(());
    }
    let columns = ["workspace_id", "of", "name", "record"];
    let mut insert = Insert::into(tables::TAGGED, columns.map(Cow::Borrowed).to_vec());
    insert.unless_there = Some(columns.to_vec());
    let row = |(name, id): (String, Id)| vec![workspace.into(), of.into(), name.into(), id.into()];
    insert.rows = rows.into_iter().map(row).collect();
    session.insert(&insert).map(|_| ())
}

/// The tags in a value.
pub(super) fn names(value: &Value) -> impl Iterator<Item = &str> {
    let names = match value {
        Value::Choices(names) => names.as_slice(),
        _ => &[],
    };
    names.iter().map(String::as_str)
}

/// The tags in a cell.
pub(super) fn held(cell: &Cell) -> Vec<String> {
    let kind = Kind::Tags(cordee_schema::kinds::tags::TagsKind);
    names(&kind.behave().value(std::slice::from_ref(cell))).map(str::to_owned).collect()
}
