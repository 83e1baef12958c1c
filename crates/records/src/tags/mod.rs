//! Tags: words of a workspace's own making. Their names stand in the fields of records; once each they are kept as
//! records themselves, with a colour, so that one place renames, merges and retires them.

mod filter;
mod keep;
mod rename;
mod settle;

use std::sync::Arc;

use cordee_base::{Id, Outcome};
use cordee_schema::{Colour, ColumnType, FieldDef, Kind, Object, fold};
use cordee_store::{Expr, Select};

use crate::custom::colour;
use crate::{FieldRight, Gate};

pub(crate) use keep::rebuild;
pub(crate) use rename::Retold;

/// A tag of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Its record.
    pub id: Id,
    /// The word.
    pub name: String,
    /// Its colour on screen.
    pub colour: Colour,
    /// Out of use: nobody can put it on a record any more.
    pub retired: bool,
    /// What it was called before, and what the tags that became one with it were called.
    pub(crate) formerly: Vec<String>,
}

impl Tag {
    /// Whether a word means this tag: its name, or one that it once had.
    pub fn is_called(&self, word: &str) -> bool {
        let wanted = fold(word);
        fold(&self.name) == wanted || self.formerly.iter().any(|name| fold(name) == wanted)
    }
}

impl Gate<'_> {
    /// The tags of a field that the actor may see, in the order of the alphabet, those out of use too.
    pub fn tags_of(&mut self, object: &'static Object, field: &'static FieldDef) -> Outcome<Arc<[Tag]>> {
        if self.access.field(object, field) == FieldRight::Hidden {
            return Ok(Arc::from([]));
        }
        self.known_tags(object, field)
    }

    /// The colour of a tag, if the tags of its field have been asked for before.
    pub fn colour_of(&self, object: &Object, field: &FieldDef, name: &str) -> Option<Colour> {
        let known = self.tags.get(&of(object, field))?;
        known.iter().find(|tag| tag.name == name).map(|tag| tag.colour)
    }

    /// Whether the actor may make new tags while putting them on records.
    pub fn makes_tags(&self) -> bool {
        self.access.makes_tags()
    }

    fn known_tags(&mut self, object: &Object, field: &FieldDef) -> Outcome<Arc<[Tag]>> {
        let of = of(object, field);
        if let Some(known) = self.tags.get(&of) {
            return Ok(known.clone());
        }
        let column = |name: &'static str| Expr::column("t", name);
        let select = Select::from("tag", "t")
            .column("id", ColumnType::Int)
            .column("name", ColumnType::Text)
            .column("colour", ColumnType::Text)
            .column("retired", ColumnType::Bool)
            .column("formerly", ColumnType::Text)
            .having("workspace_id", self.actor.workspace)
            .having("object_fold", fold(object.name))
            .having("field", field.name)
            .filter(column("deleted_at").is_null())
            .order(column("name_fold"), false)
            .order(column("id"), false);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let tag = |row: &Vec<cordee_schema::Cell>| {
            let text = |at: usize| row[at].as_text().unwrap_or_default().to_owned();
            let formerly = text(4).lines().map(str::to_owned).collect();
            Some(Tag {
                id: row[0].as_id()?,
                name: text(1),
                colour: colour(row[2].as_text()),
                retired: row[3].is_true(),
                formerly,
            })
        };
        let tags: Arc<[Tag]> = rows.iter().filter_map(tag).collect();
        self.tags.insert(of, tags.clone());
        Ok(tags)
    }
}

/// The name under which the tags of a field are kept.
fn of(object: &Object, field: &FieldDef) -> String {
    format!("{}.{}", object.name, field.name)
}

/// The fields of an object in which tags stand.
fn tagged(object: &'static Object) -> impl Iterator<Item = &'static FieldDef> {
    object.fields.iter().filter(|field| matches!(field.kind, Kind::Tags(_)))
}

/// The tag that a word means: the one of this name, or else the one that once had it.
fn meant<'t>(tags: &'t [Tag], word: &str) -> Option<&'t Tag> {
    let wanted = fold(word);
    let named = tags.iter().find(|tag| fold(&tag.name) == wanted);
    named.or_else(|| tags.iter().find(|tag| tag.formerly.iter().any(|name| fold(name) == wanted)))
}
