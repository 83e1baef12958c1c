//! Attachments of a record: added, listed, removed and put back by whoever may do that to the record.

use cordee_base::{Decimal, Id, Moment, Outcome, Problem};
use cordee_schema::{AnyLink, Draft, Filter, Object, Path, Record, Value};
use serde_json::json;

use super::{Kept, picture};
use crate::journal::{ATTACHMENTS, Pending, Verb};
use crate::read::get::Shelf;
use crate::system::attachment::{ABOUT, ATTACHMENT, BYTES, DIGEST, FIELD, HEIGHT, KIND, NAME, WIDTH};
use crate::system::user::USER;
use crate::{FieldRight, Gate, Query, Right, Sort};

/// An attachment, as those see it who may see its record.
#[derive(Clone, Debug, PartialEq)]
pub struct Attachment {
    /// Its id.
    pub id: Id,
    /// The file's name.
    pub name: String,
    /// What kind of file it is: a media type.
    pub kind: String,
    /// How many bytes it has.
    pub bytes: u64,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub digest: String,
    /// For a picture: how wide and how high it is.
    pub pixels: Option<(u32, u32)>,
    /// The object and the record that it is about; none while it belongs to none.
    pub about: Option<(&'static Object, Id)>,
    /// The field of the record that it was given to, by name.
    pub field: Option<String>,
    /// When it was added.
    pub at: Moment,
    /// Who added it; none for the engine.
    pub by: Option<Id>,
    /// The name of who added it, if it is a person one may see.
    pub by_name: Option<String>,
}

impl Attachment {
    /// Whether it can have a small picture.
    pub fn is_picture(&self) -> bool {
        picture::is_picture(&self.kind, self.pixels)
    }
}

impl Gate<'_> {
    /// Adds files to a record.
    pub fn attach(&mut self, object: &'static Object, id: Id, files: &[Kept]) -> Outcome<Vec<Id>> {
        let object = self.attachable(object, id)?;
        let mut room = self.room_for_files()?;
        let mut added = Vec::new();
        for file in files {
            room.check(file.bytes)?;
            room = room.beside(file.bytes);
            added.push(self.add_file(file, Some((object, id)))?);
            self.note(told(object, id, Verb::Attach, (None, Some(&file.name))));
        }
        Ok(added)
    }

    /// That the actor may add files to this record and take them away.
    pub fn attachable(&mut self, object: &'static Object, id: Id) -> Outcome<&'static Object> {
        let object = self.whole_object(object);
        if object.internal {
            return Err(Problem::NotFound);
        }
        self.editable(object, id, Right::Edit)?;
        Ok(object)
    }

    /// The files of a record, the newest first; those that were removed, with `removed`.
    pub fn attachments(
        &mut self,
        object: &'static Object,
        id: Id,
        removed: bool,
    ) -> Outcome<Vec<Attachment>> {
        let object = self.whole_object(object);
        if object.internal || !self.is_there(object, id, Right::Read, Shelf::InUse)? {
            return Err(Problem::NotFound);
        }
        let here = AnyLink { object: object.name.to_owned(), id };
        let path = Path::field(&ATTACHMENT, &ABOUT_FIELD);
        let mut query = Query {
            trash: removed,
            sort: vec![Sort { field: "created_at", descending: true }],
            ..Query::of(&ATTACHMENT).filter(Filter::is(path, Value::AnyLink(Box::new(here))))
        };
        query.limit = Query::MOST;
        let mut found = Vec::new();
        loop {
            let asked = query.clone();
            let page = self.as_engine("the files of a record one sees", |gate| gate.list(&asked))?;
            found.extend(page.records);
            match page.next {
                Some(next) => query.cursor = Some(next),
                None => break,
            }
        }
        let mut told: Vec<Attachment> =
            found.iter().map(|record| self.told_attachment(record, Some((object, id)))).collect();
        told.retain(|attachment| !self.hides_file(attachment));
        self.name_adders(&mut told)?;
        Ok(told)
    }

    /// One attachment, of a record that the actor may see; or one that belongs to none yet, which is its maker's alone.
    pub fn attachment(&mut self, id: Id) -> Outcome<Attachment> {
        self.found_attachment(id, Shelf::InUse)
    }

    fn found_attachment(&mut self, id: Id, shelf: Shelf) -> Outcome<Attachment> {
        let found = self.as_engine("what it is about", |gate| gate.find_bare(&ATTACHMENT, id, shelf))?;
        let record = found.ok_or(Problem::NotFound)?;
        let about = match record.get(ABOUT) {
            Some(link) => {
                let object = self.catalog().object(&link.object).filter(|object| !object.internal);
                let object = object.ok_or(Problem::NotFound)?;
                if !self.is_there(object, link.id, Right::Read, Shelf::InUse)? {
                    return Err(Problem::NotFound);
                }
                Some((object, link.id))
            }
            None => {
                let own = record.head.created_by.is_some() && record.head.created_by == self.actor.user_id();
                if !own && !self.access.is_engine() {
                    return Err(Problem::NotFound);
                }
                None
            }
        };
        let told = self.told_attachment(&record, about);
        if self.hides_file(&told) {
            return Err(Problem::NotFound);
        }
        let mut told = vec![told];
        self.name_adders(&mut told)?;
        told.pop().ok_or(Problem::NotFound)
    }

    /// One attachment that was removed from its record and can be put back.
    pub fn removed_attachment(&mut self, id: Id) -> Outcome<Attachment> {
        self.found_attachment(id, Shelf::Trash)
    }

    /// Removes a file from its record; it can be put back.
    pub fn detach(&mut self, id: Id) -> Outcome<()> {
        let attachment = self.attachment(id)?;
        if let Some((object, record)) = attachment.about {
            self.attachable(object, record)?;
            self.not_in_a_field(object, record, id)?;
            self.note(told(object, record, Verb::Detach, (Some(&attachment.name), None)));
        }
        self.as_engine("remove a file", |gate| gate.trash(&ATTACHMENT, id, None))
    }

    /// Puts a file back that was removed from its record.
    pub fn reattach(&mut self, id: Id) -> Outcome<Attachment> {
        let attachment = self.found_attachment(id, Shelf::Trash)?;
        if let Some((object, record)) = attachment.about {
            self.attachable(object, record)?;
            self.note(told(object, record, Verb::Attach, (None, Some(&attachment.name))));
        }
        self.as_engine("put a file back", |gate| gate.restore(&ATTACHMENT, id))?;
        Ok(attachment)
    }

    /// Makes the row of a file whose bytes are kept.
    pub(super) fn add_file(&mut self, file: &Kept, about: Option<(&'static Object, Id)>) -> Outcome<Id> {
        self.use_bytes(file)?;
        let mut draft = Draft::new(&ATTACHMENT)
            .with(NAME, file.name.clone())
            .with(KIND, file.kind.to_owned())
            .with(BYTES, Decimal::from(file.bytes))
            .with(DIGEST, file.digest.clone());
        if let Some((width, height)) = file.pixels {
            draft = draft.with(WIDTH, Decimal::from(width)).with(HEIGHT, Decimal::from(height));
        }
        if let Some((object, id)) = about {
            draft = draft.with(ABOUT, Box::new(AnyLink { object: object.name.to_owned(), id }));
        }
        self.as_engine("add a file to a record one may edit", |gate| gate.create(draft))
    }

    fn told_attachment(&self, record: &Record, about: Option<(&'static Object, Id)>) -> Attachment {
        let side = |field| record.get(field).and_then(|number: Decimal| u32::try_from(number).ok());
        Attachment {
            id: record.head.id,
            name: record.get(NAME).unwrap_or_default(),
            kind: record.get(KIND).unwrap_or_default(),
            bytes: record.get(BYTES).and_then(|bytes| u64::try_from(bytes).ok()).unwrap_or_default(),
            digest: record.get(DIGEST).unwrap_or_default(),
            pixels: side(WIDTH).zip(side(HEIGHT)),
            about,
            field: record.get(FIELD),
            at: record.head.created_at,
            by: record.head.created_by,
            by_name: None,
        }
    }

    /// Whether it was given to a field that the actor may not see.
    fn hides_file(&self, attachment: &Attachment) -> bool {
        let (Some((object, _)), Some(name)) = (attachment.about, &attachment.field) else { return false };
        let field = object.field(name);
        field.is_some_and(|field| self.access.field(object, field) == FieldRight::Hidden)
    }

    fn name_adders(&mut self, attachments: &mut [Attachment]) -> Outcome<()> {
        let people: Vec<Id> = attachments.iter().filter_map(|attachment| attachment.by).collect();
        if people.is_empty() {
            return Ok(());
        }
        let names = self.titles(&USER, &people)?;
        for attachment in attachments {
            let name = names.iter().find(|hit| Some(hit.id) == attachment.by);
            attachment.by_name = name.map(|hit| hit.title.clone());
        }
        Ok(())
    }
}

static ABOUT_FIELD: cordee_schema::FieldDef = ABOUT.def;

/// The line in the history of the record.
fn told(object: &'static Object, id: Id, verb: Verb, (from, to): (Option<&str>, Option<&str>)) -> Pending {
    Pending::with_body(object, id, verb, json!({ ATTACHMENTS: [from, to] }))
}
