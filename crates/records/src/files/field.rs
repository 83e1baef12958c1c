//! Files as values of fields: what may be given to one, and what becomes of the attachment.

use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_schema::{AnyLink, Draft, FieldDef, FileRef, Kind, Object, Record, Value};

use super::Kept;
use crate::read::get::Shelf;
use crate::system::attachment::{ABOUT, ATTACHMENT, FIELD, NAME};
use crate::{Gate, Right, Scope};

impl Gate<'_> {
    /// Needs an actor who may write anything at all, before files are taken in that belong to no record yet.
    pub fn may_upload(&self) -> Outcome<()> {
        let own = |object: &&'static Object| {
            !object.internal && object.shared.is_none() && !object.is_part_of_any()
        };
        let writes = |object: &'static Object| {
            [Right::Create, Right::Edit].iter().any(|right| self.access.scope(object, *right) != Scope::None)
        };
        let any = self.catalog().objects().filter(own).any(writes);
        if any { Ok(()) } else { Err(Problem::NotAllowed) }
    }

    /// Takes files that belong to no record yet: for a day, for their maker, to be given to fields.
    pub fn upload(&mut self, files: &[Kept]) -> Outcome<Vec<Id>> {
        self.may_upload()?;
        let mut room = self.room_for_files()?;
        let mut added = Vec::new();
        for file in files {
            room.check(file.bytes)?;
            room = room.beside(file.bytes);
            added.push(self.add_file(file, None)?);
        }
        Ok(added)
    }

    /// Puts the names to the files that a draft gives to fields. Each must be an upload of the actor's own that belongs
    /// to nothing yet, or an attachment of this very record.
    pub(crate) fn settle_files(&mut self, draft: &mut Draft, before: Option<&Record>) -> Outcome<()> {
        let given: Vec<(&'static FieldDef, Id)> =
            draft.fields().filter_map(|(f, v)| Some((f, file(v)?.id))).collect();
        for (field, id) in given {
            if before.and_then(|record| file(record.value(field.name)?)).is_some_and(|held| held.id == id) {
                continue;
            }
            let unknown = || Fault::at(field.name, "error-file-unknown").with("value", id);
            let row = self.file_row(id)?.ok_or_else(unknown)?;
            let fits = match row.get(ABOUT) {
                Some(about) => {
                    let here = before.is_some_and(|record| {
                        record.object.name == about.object && record.head.id == about.id
                    });
                    here && row.get(FIELD).is_none_or(|name| name == field.name)
                }
                None => row.head.created_by == self.actor.user_id() && row.head.deleted_at.is_none(),
            };
            if !fits {
                return Err(unknown().into());
            }
            let name = row.get(NAME).unwrap_or_default();
            draft.set(field.name, Value::File(Box::new(FileRef { id, name })));
        }
        Ok(())
    }

    /// Lets the files that were given to fields belong to the record, and removes those that they stand in place of;
    /// where the engine itself sets a field, these stay among the record's files.
    pub(crate) fn adopt_files(&mut self, id: Id, draft: &Draft, before: Option<&Record>) -> Outcome<()> {
        let object = draft.object;
        let by_hand = !self.access.is_engine();
        let set: Vec<(&'static FieldDef, Option<Id>)> = draft
            .fields()
            .filter(|(field, _)| matches!(field.kind, Kind::File(_)))
            .map(|(field, value)| (field, file(value).map(|file| file.id)))
            .collect();
        for (field, given) in set {
            let held = before.and_then(|record| Some(file(record.value(field.name)?)?.id));
            if held == given {
                continue;
            }
            if let Some(given) = given {
                self.as_engine("a file belongs to the record it was given to", |gate| {
                    gate.adopt(given, object, id, field)
                })?;
            }
            if let Some(held) = held.filter(|_| by_hand)
                && self.as_engine("whether it is there", |gate| {
                    gate.is_there(&ATTACHMENT, held, Right::Read, Shelf::InUse)
                })?
            {
                self.as_engine("a file gives way to another", |gate| gate.trash(&ATTACHMENT, held, None))?;
            }
        }
        Ok(())
    }

    fn adopt(&mut self, file: Id, object: &'static Object, id: Id, field: &'static FieldDef) -> Outcome<()> {
        let Some(row) = self.file_row(file)? else { return Ok(()) };
        if row.head.deleted_at.is_some() {
            self.restore(&ATTACHMENT, file)?;
        }
        let about = Box::new(AnyLink { object: object.name.to_owned(), id });
        let draft = Draft::new(&ATTACHMENT).with(ABOUT, about).with(FIELD, field.name.to_owned());
        self.update(file, None, draft).map(drop)
    }

    /// The row of an attachment, in the trash or out of it.
    fn file_row(&mut self, id: Id) -> Outcome<Option<Record>> {
        self.as_engine("which file it is", |gate| match gate.find_bare(&ATTACHMENT, id, Shelf::InUse)? {
            Some(row) => Ok(Some(row)),
            None => gate.find_bare(&ATTACHMENT, id, Shelf::Trash),
        })
    }

    /// That a file is not the value of a field, where it would be missed.
    pub(super) fn not_in_a_field(&mut self, object: &'static Object, record: Id, id: Id) -> Outcome<()> {
        let held =
            self.as_engine("whether a field holds it", |gate| gate.find_bare(object, record, Shelf::InUse))?;
        let holds = held.as_ref().and_then(|record| {
            record.fields().find(|(_, value)| file(value).is_some_and(|file| file.id == id))
        });
        match holds {
            Some((field, _)) => Err(Fault::at(field.name, "error-file-in-field").into()),
            None => Ok(()),
        }
    }
}

fn file(value: &Value) -> Option<&FileRef> {
    match value {
        Value::File(file) => Some(file),
        _ => None,
    }
}
