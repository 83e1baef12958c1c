//! Before a comment is written: whom it mentions, and whether they see what it is about.

use std::collections::BTreeSet;

use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_schema::{AnyLink, ColumnType, Object, Value};
use cordee_store::{Expr, Select};

use super::mention::{Person, Piece, person, pieces};
use crate::gate::Change;
use crate::read::get::Shelf;
use crate::system::comment::{ABOUT, AUTHOR, COMMENT, EDITED_AT, MENTIONED, TEXT};
use crate::{Gate, Right, Scope};

impl Gate<'_> {
    /// Sets whom a comment mentions and when it was changed. Who does not see the record can't be told of it: that is
    /// said to whoever writes, and nothing is kept.
    pub(crate) fn before_comment(&mut self, change: &mut Change<'_>) -> Outcome<()> {
        let Some(text) = change.draft.get(TEXT) else { return Ok(()) };
        let (said, faults) = pieces(&text, &self.people_for(&text)?);
        if !faults.is_empty() {
            return Err(Problem::Invalid(faults));
        }
        let named: BTreeSet<Id> = said.iter().filter_map(mentioned).collect();
        let before = change.before.map(|record| ids(record.get(MENTIONED))).unwrap_or_default();
        if let Some(about) = change.after(ABOUT) {
            let fresh: Vec<Id> = named.iter().copied().filter(|id| !before.contains(id)).collect();
            self.all_see(&about, &fresh, &said)?;
        }
        let named = named.iter().map(Id::to_string).collect::<Vec<_>>().join(" ");
        let value = if named.is_empty() { Value::None } else { Value::Text(named) };
        change.draft.set(MENTIONED.name(), value);
        if change.before.is_some() {
            change.draft.set(EDITED_AT.name(), Value::Moment(self.now));
        }
        Ok(())
    }

    /// Lets those follow the record who say something about it or are mentioned, and forgets what was removed.
    pub(crate) fn after_comment(&mut self, change: &Change<'_>) -> Outcome<()> {
        let Some(about) = change.after(ABOUT) else { return Ok(()) };
        let Some(object) = self.catalog().object(&about.object) else { return Ok(()) };
        let mut people = ids(change.after(MENTIONED));
        people.extend(change.after(AUTHOR).filter(|_| change.before.is_none()));
        self.follow_unless_said(object, about.id, &people)
    }

    /// Each of these people sees the record, or it is said who does not.
    fn all_see(&mut self, about: &AnyLink, people: &[Id], said: &[Piece]) -> Outcome<()> {
        // What the writer can't see, the check of the link refuses.
        let Some(object) = self.catalog().object(&about.object) else { return Ok(()) };
        if !self.is_there(object, about.id, Right::Read, Shelf::InUse)? {
            return Ok(());
        }
        let mut faults = Vec::new();
        for person in people {
            if self.hears_of(*person, object, about.id)? {
                continue;
            }
            let name = said.iter().find_map(|piece| match piece {
                Piece::Mention(id, text) if id == person => Some(text.trim_start_matches('@')),
                _ => None,
            });
            faults.push(Fault::at("text", "error-mention-unseen").with("name", name.unwrap_or("")));
        }
        if faults.is_empty() { Ok(()) } else { Err(Problem::Invalid(faults)) }
    }

    /// Whether a person can be told of a record that the actor sees.
    pub fn can_be_told(&mut self, person: Id, object: &'static Object, id: Id) -> Outcome<bool> {
        let seen = self.is_there(object, id, Right::Read, Shelf::InUse)?;
        Ok(seen && self.hears_of(person, object, id)?)
    }

    /// Whether a person sees this record and what is said about it.
    pub(crate) fn hears_of(&mut self, person: Id, object: &'static Object, id: Id) -> Outcome<bool> {
        let hears = self.as_person(person, |gate| {
            let reads = gate.access.scope(&COMMENT, Right::Read) != Scope::None;
            Ok(reads && gate.is_there(object, id, Right::Read, Shelf::InUse)?)
        });
        Ok(hears?.unwrap_or(false))
    }

    /// The people who can be mentioned, if the text mentions anybody at all.
    fn people_for(&mut self, text: &str) -> Outcome<Vec<Person>> {
        let user = self.catalog().object("user");
        let open = user.is_some_and(|user| self.access.scope(user, Right::Read) != Scope::None);
        if !open || !text.contains('@') {
            return Ok(Vec::new());
        }
        let select = Select::from("user", "u")
            .column("id", ColumnType::Int)
            .column("name", ColumnType::Text)
            .column("email", ColumnType::Text)
            .having("workspace_id", self.actor.workspace)
            .having("active", true)
            .filter(Expr::column("u", "deleted_at").is_null());
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        Ok(rows.iter().filter_map(|row| person(row)).collect())
    }
}

/// The ids that a text of ids holds.
pub(crate) fn ids(text: Option<String>) -> Vec<Id> {
    let text = text.unwrap_or_default();
    text.split(' ').filter_map(|id| id.parse().ok()).collect()
}

fn mentioned(piece: &Piece) -> Option<Id> {
    match piece {
        Piece::Mention(id, _) => Some(*id),
        Piece::Text(_) => None,
    }
}
