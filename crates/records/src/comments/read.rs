//! The comments of a record, as its page shows them.

use std::collections::BTreeMap;

use cordee_base::{Id, Moment, Outcome, Problem};
use cordee_schema::{AnyLink, Cell, ColumnType, Filter, Object, Path, Record, Value};
use cordee_store::{Expr, Select};

use super::mention::{Person, Piece, pieces};
use super::write::ids;
use crate::query::Sort;
use crate::read::get::Shelf;
use crate::system::comment::{ABOUT, AUTHOR, COMMENT, EDITED_AT, MENTIONED, TEXT};
use crate::{Gate, Query, Right, Scope};

/// A comment, as it is shown to one reader.
#[derive(Clone, Debug)]
pub struct Comment {
    /// Its id.
    pub id: Id,
    /// Its version, from which a change is made.
    pub version: i64,
    /// Who said it, if one may know them.
    pub author: Option<String>,
    /// Their id.
    pub author_id: Option<Id>,
    /// When.
    pub at: Moment,
    /// When it was last changed.
    pub edited_at: Option<Moment>,
    /// What was said, as it was typed.
    pub text: String,
    /// The same in pieces, with those who are mentioned.
    pub pieces: Vec<Piece>,
    /// Whether the reader may change it.
    pub editable: bool,
    /// Whether the reader may remove it.
    pub removable: bool,
}

impl Gate<'_> {
    /// Whether the actor may say something about records of this object that they see.
    pub fn may_comment(&self, object: &Object) -> bool {
        let about = !object.system && !object.internal && !object.is_part_of_any();
        about && self.access.scope(self.whole_object(&COMMENT), Right::Create) != Scope::None
    }

    /// The comments of a record, the newest first: those said before `until` and, if it is given, from `since` on.
    pub fn comments(
        &mut self,
        object: &'static Object,
        id: Id,
        (since, until): (Option<Moment>, Option<Moment>),
        limit: u32,
    ) -> Outcome<Vec<Comment>> {
        let comment = self.whole_object(&COMMENT);
        if self.access.scope(comment, Right::Read) == Scope::None {
            return Ok(Vec::new());
        }
        if !self.is_there(object, id, Right::Read, Shelf::InUse)? {
            return Err(Problem::NotFound);
        }
        let here = Value::AnyLink(Box::new(AnyLink { object: object.name.to_owned(), id }));
        let mut filter = vec![Filter::is(Path::field(comment, &ABOUT.def), here)];
        let at = |operator, moment| {
            Filter::compare(
                Path::field(comment, &cordee_schema::system::CREATED_AT.def),
                operator,
                Value::Moment(moment),
            )
        };
        filter.extend(since.map(|since| at(cordee_schema::Operator::AtLeast, since)));
        filter.extend(until.map(|until| at(cordee_schema::Operator::Less, until)));
        let newest = Sort { field: "created_at", descending: true };
        let query =
            Query { sort: vec![newest], ..Query::of(comment).filter(Filter::All(filter)).limit(limit) };
        // That the record is seen has been asked.
        let found = self.as_engine("the comments of a record that is seen", |gate| gate.list(&query))?;
        let people = self.people_of(&found.records)?;
        Ok(found.records.iter().map(|record| self.shown_comment(record, &people)).collect())
    }

    /// What these comments say, in pieces; those that were removed are left out. That they may be read, has been asked.
    pub(crate) fn comment_pieces(&mut self, wanted: &[Id]) -> Outcome<BTreeMap<Id, Vec<Piece>>> {
        let comment = self.whole_object(&COMMENT);
        let mut found = Vec::new();
        for id in wanted {
            found.extend(self.as_engine("what was said", |gate| gate.find_bare(comment, *id, Shelf::InUse))?);
        }
        let people = self.people_of(&found)?;
        let said = found.iter().map(|record| {
            let shown = self.shown_comment(record, &people);
            (shown.id, shown.pieces)
        });
        Ok(said.collect())
    }

    fn shown_comment(&self, record: &Record, people: &[Person]) -> Comment {
        let author = record.get(AUTHOR);
        let named = ids(record.get(MENTIONED));
        let mentioned: Vec<Person> = people.iter().filter(|one| named.contains(&one.id)).cloned().collect();
        let text = record.get(TEXT).unwrap_or_default();
        let may = |right| self.access.scope(record.object, right) != Scope::None;
        let own = author.is_some() && author == self.access.user;
        Comment {
            id: record.head.id,
            version: record.head.version,
            author: people.iter().find(|one| Some(one.id) == author).map(|one| one.name.clone()),
            author_id: author,
            at: record.head.created_at,
            edited_at: record.get(EDITED_AT),
            pieces: pieces(&text, &mentioned).0,
            text,
            editable: own && may(Right::Edit),
            removable: (own || self.access.administers()) && may(Right::Delete),
        }
    }

    /// Those who wrote these comments, and whom they mention, if the actor may know people at all.
    fn people_of(&mut self, comments: &[Record]) -> Outcome<Vec<Person>> {
        let user = self.catalog().object("user");
        if user.is_none_or(|user| self.access.scope(user, Right::Read) == Scope::None) {
            return Ok(Vec::new());
        }
        let of = |record: &Record| record.get(AUTHOR).into_iter().chain(ids(record.get(MENTIONED)));
        let mut wanted: Vec<Id> = comments.iter().flat_map(of).collect();
        wanted.sort();
        wanted.dedup();
        let mut people = Vec::new();
        for some in wanted.chunks(500) {
            let these = some.iter().copied().map(Cell::from).collect();
            let select = Select::from("user", "u")
                .column("id", ColumnType::Int)
                .column("name", ColumnType::Text)
                .column("email", ColumnType::Text)
                .having("workspace_id", self.actor.workspace)
                .filter(Expr::In(Box::new(Expr::column("u", "id")), these));
            let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
            people.extend(rows.iter().filter_map(|row| super::mention::person(row)));
        }
        Ok(people)
    }
}
