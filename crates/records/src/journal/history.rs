//! What happened to a record, read from the journal.

use std::collections::BTreeMap;

use cordee_base::{Id, Moment, Outcome, Problem};
use cordee_schema::kinds::links::links_of;
use cordee_schema::{Cell, ColumnType, FieldDef, Object, Reading, Value};
use cordee_store::query::Comparison;
use cordee_store::{Expr, Join, Select};
use serde_json::Value as Json;

use crate::read::copied_whole;
use crate::system::share::EDIT;
use crate::system::{team, user};
use crate::{FieldRight, Gate, Right, Scope, SharedWith, tables};

/// What stands in place of a field where a file was added to a record or removed: its name, as a text.
pub const ATTACHMENTS: &str = "attachments";

/// An entry of a record's history, as far as the actor may see it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its number in the journal.
    pub seq: i64,
    /// When.
    pub at: Moment,
    /// Who; none for the engine.
    pub actor: Option<Id>,
    /// The name of who, if it is a person one may see.
    pub actor_name: Option<String>,
    /// Through which door, by its name.
    pub door: String,
    /// What was done, by its name.
    pub verb: String,
    /// What changed.
    pub changes: Vec<ChangedField>,
    /// With whom it was shared, or is shared no more.
    pub shared: Option<SharedEntry>,
    /// The line of the record that it happened to, if it was one.
    pub line: Option<LineEntry>,
}

/// The line that an entry in the history of its record is about.
#[derive(Clone, Debug)]
pub struct LineEntry {
    /// The object of the lines.
    pub object: &'static Object,
    /// The line.
    pub id: Id,
    /// What it is called now.
    pub title: Option<String>,
}

/// A share, as the history of its record tells of it.
#[derive(Clone, Debug)]
pub struct SharedEntry {
    /// With whom.
    pub with: SharedWith,
    /// What they are called, if one may see that.
    pub name: Option<String>,
    /// Whether they may also change it.
    pub edit: bool,
    /// Until when; for good, if not said.
    pub until: Option<Moment>,
}

/// One field, from what to what.
#[derive(Clone, Debug)]
pub struct ChangedField {
    /// The field's name.
    pub field: &'static str,
    /// What it held.
    pub old: Value,
    /// What it held then.
    pub new: Value,
    /// What people call these values, for links.
    pub titles: (Option<String>, Option<String>),
    /// The same for links to many, in their order.
    pub lists: (Vec<Option<String>>, Vec<Option<String>>),
}

impl Gate<'_> {
    /// The latest entries of a record and of its lines that the actor may see, the newest first; those before `before`,
    /// if given.
    pub fn history(
        &mut self,
        object: &'static Object,
        id: Id,
        before: Option<i64>,
        limit: u32,
    ) -> Outcome<Vec<Entry>> {
        let lines = self.titles_of_lines(object, id)?;
        self.entries(object, id, lines, None, before, limit)
    }

    /// The same of one field of the record itself: only the entries that changed it, and of them only that change.
    pub fn history_of(
        &mut self,
        object: &'static Object,
        id: Id,
        field: &'static FieldDef,
        before: Option<i64>,
        limit: u32,
    ) -> Outcome<Vec<Entry>> {
        if field.secret || self.access.field(object, field) == FieldRight::Hidden {
            return Err(Problem::NotFound);
        }
        let mut entries = self.entries(object, id, Vec::new(), Some(field), before, limit)?;
        for entry in &mut entries {
            entry.changes.retain(|change| change.field == field.name);
        }
        entries.retain(|entry| !entry.changes.is_empty());
        Ok(entries)
    }

    fn entries(
        &mut self,
        object: &'static Object,
        id: Id,
        lines: Vec<LineEntry>,
        of: Option<&'static FieldDef>,
        before: Option<i64>,
        limit: u32,
    ) -> Outcome<Vec<Entry>> {
        let shelf = crate::read::get::Shelf::InUse;
        if self.find(object, id, Right::Read, shelf, None)?.is_none() {
            self.get_trashed(object, id)?;
        }
        let column = |name| Expr::column("j", name);
        let ids = lines.iter().map(|line| line.id).chain([id]).map(Cell::from).collect();
        let mut objects: Vec<&'static str> =
            lines.iter().map(|line| line.object.name).chain([object.name]).collect();
        objects.dedup();
        let objects = objects.into_iter().map(Cell::from).collect();
        let mut select = journal(self.actor.workspace)
            .filter(Expr::In(Box::new(column("record")), ids))
            .filter(Expr::In(Box::new(column("object")), objects))
            .order(column("seq"), true)
            .limit(u64::from(limit.clamp(1, 500)));
        select.columns.push((column("record"), ColumnType::Int));
        if let Some(before) = before {
            select = select.filter(column("seq").compare(Comparison::Less, before));
        }
        if let Some(field) = of {
            select = select.filter(Expr::column("b", "body").contains(&format!("\"{}\":[", field.name)));
        }
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let line_of = |row: &Vec<Cell>| lines.iter().find(|line| row[6].as_id() == Some(line.id));
        let mut entries: Vec<Entry> = Vec::with_capacity(rows.len());
        for row in &rows {
            let line = line_of(row).cloned();
            let told = line.as_ref().map_or(object, |line| line.object);
            entries.push(Entry { line, ..self.entry(told, row) });
        }
        // The names of what links lead to are looked up object by object.
        entries.sort_by_key(|entry| entry.line.as_ref().map_or("", |line| line.object.name));
        let same = |one: &Entry, next: &Entry| {
            one.line.as_ref().map(|line| line.object) == next.line.as_ref().map(|line| line.object)
        };
        for some in entries.chunk_by_mut(same) {
            let told = some[0].line.as_ref().map_or(object, |line| line.object);
            self.name_history(told, some)?;
        }
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.seq));
        Ok(entries)
    }

    pub(crate) fn entry(&self, object: &'static Object, row: &[Cell]) -> Entry {
        let text = |place: usize| row[place].as_text().unwrap_or("").to_owned();
        let body: Json =
            row[5].as_text().and_then(|text| serde_json::from_str(text).ok()).unwrap_or(Json::Null);
        let mut changes = Vec::new();
        for field in object.fields {
            // Of whom a text was copied at that time, an entry doesn't say.
            if self.access.field(object, field) == FieldRight::Hidden
                || !copied_whole(&self.access, self.catalog(), field)
            {
                continue;
            }
            if let Some([old, new]) = body.get(field.name).and_then(Json::as_array).map(Vec::as_slice) {
                let value = |json: &Json| {
                    field.kind.behave().read_json(json, &Reading::default()).unwrap_or_default()
                };
                changes.push(ChangedField {
                    field: field.name,
                    old: value(old),
                    new: value(new),
                    titles: (None, None),
                    lists: (Vec::new(), Vec::new()),
                });
            }
        }
        if let Some([old, new]) = body.get(ATTACHMENTS).and_then(Json::as_array).map(Vec::as_slice) {
            let named = |json: &Json| json.as_str().map_or(Value::None, |name| Value::Text(name.to_owned()));
            let (old, new) = (named(old), named(new));
            let (titles, lists) = ((None, None), (Vec::new(), Vec::new()));
            changes.push(ChangedField { field: ATTACHMENTS, old, new, titles, lists });
        }
        Entry {
            seq: row[0].as_int().unwrap_or(0),
            at: row[1].as_moment().unwrap_or(Moment::from_micros(0)),
            actor: row[2].as_id(),
            actor_name: None,
            door: text(3),
            verb: text(4),
            changes,
            shared: shared_entry(&body),
            line: None,
        }
    }

    /// Puts names to the people and linked records of a history; a link to what may not be seen is taken out.
    pub(crate) fn name_history(&mut self, object: &'static Object, entries: &mut [Entry]) -> Outcome<()> {
        let user = self.declared.catalog.object("user");
        if let Some(user) = user {
            let people: Vec<Id> = entries.iter().filter_map(|entry| entry.actor).collect();
            let names = self.titles(user, &people)?;
            for entry in entries.iter_mut() {
                entry.actor_name =
                    names.iter().find(|hit| Some(hit.id) == entry.actor).map(|hit| hit.title.clone());
            }
        }
        self.name_shares(entries)?;
        let catalog = &self.declared.catalog;
        let field_of = |change: &ChangedField| object.field(change.field);
        let mut wanted: BTreeMap<&'static str, Vec<Id>> = BTreeMap::new();
        for change in entries.iter().flat_map(|entry| &entry.changes) {
            let Some(field) = field_of(change) else { continue };
            for (to, id) in [&change.old, &change.new].into_iter().filter_map(|v| catalog.target(field, v)) {
                wanted.entry(to.name).or_default().push(id);
            }
        }
        let mut titles: BTreeMap<Id, String> = BTreeMap::new();
        for (name, ids) in wanted {
            let to = self.declared.catalog.object(name);
            if let Some(to) = to.filter(|to| self.access.scope(to, Right::Read) != Scope::None) {
                titles.extend(self.titles(to, &ids)?.into_iter().map(|hit| (hit.id, hit.title)));
            }
        }
        for change in entries.iter_mut().flat_map(|entry| &mut entry.changes) {
            let Some(field) = field_of(change) else { continue };
            let named = |value: &mut Value| {
                let (_, id) = catalog.target(field, value)?;
                let title = titles.get(&id).cloned();
                if title.is_none() {
                    *value = Value::None;
                }
                title
            };
            change.titles = (named(&mut change.old), named(&mut change.new));
        }
        self.name_history_of_many(object, entries)
    }
}

impl Gate<'_> {
    /// Puts titles to links to many; a change of nothing but what may not be seen is none.
    fn name_history_of_many(&mut self, object: &'static Object, entries: &mut [Entry]) -> Outcome<()> {
        for field in crate::linked::many(object) {
            let changes =
                || entries.iter().flat_map(|entry| &entry.changes).filter(|c| c.field == field.name);
            let ids = changes().flat_map(|c| c.old.as_links().iter().chain(c.new.as_links())).copied();
            let ids: Vec<Id> = ids.collect();
            if ids.is_empty() {
                continue;
            }
            let seen = self.seen_of(field.many_to(), ids)?;
            let named = |value: &mut Value| {
                let kept: Vec<Id> =
                    value.as_links().iter().filter(|id| seen.contains_key(id)).copied().collect();
                let titles = kept.iter().map(|id| seen[id].clone()).collect();
                *value = links_of(kept);
                titles
            };
            for entry in entries.iter_mut() {
                for change in entry.changes.iter_mut().filter(|change| change.field == field.name) {
                    change.lists = (named(&mut change.old), named(&mut change.new));
                }
                entry.changes.retain(|change| change.field != field.name || change.old != change.new);
            }
        }
        Ok(())
    }

    /// Puts names to those whom a record was shared with.
    fn name_shares(&mut self, entries: &mut [Entry]) -> Outcome<()> {
        for entry in entries.iter_mut() {
            let Some(shared) = &mut entry.shared else { continue };
            let to = match shared.with {
                SharedWith::User(_) => &user::USER,
                SharedWith::Team(_) => &team::TEAM,
            };
            shared.name = self.titles(to, &[shared.with.id()])?.pop().map(|hit| hit.title);
        }
        Ok(())
    }
}

/// The share that an entry tells of.
fn shared_entry(body: &Json) -> Option<SharedEntry> {
    let told = body.get("share")?;
    let until = told.get("until").and_then(Json::as_str).and_then(|text| text.parse().ok());
    let edit = told.get("level").and_then(Json::as_str) == Some(EDIT);
    Some(SharedEntry { with: shared_with(body)?, name: None, edit, until })
}

/// Whom the share is with that an entry tells of.
pub(super) fn shared_with(body: &Json) -> Option<SharedWith> {
    let told = body.get("share")?;
    let id = |name: &str| told.get(name).and_then(Json::as_str).and_then(|text| text.parse().ok());
    id("user").map(SharedWith::User).or(id("team").map(SharedWith::Team))
}

/// The journal with its values: seq, at, actor, door, verb, body.
pub(crate) fn journal(workspace: Id) -> Select {
    let mut select = Select::from(tables::JOURNAL, "j").having("workspace_id", workspace);
    let columns = [
        ("j", "seq", ColumnType::Int),
        ("j", "at", ColumnType::Moment),
        ("j", "actor", ColumnType::Int),
        ("j", "door", ColumnType::Text),
        ("j", "verb", ColumnType::Text),
        ("b", "body", ColumnType::Text),
    ];
    select.columns = columns.map(|(alias, name, kind)| (Expr::column(alias, name), kind)).to_vec();
    select.joins.push(Join {
        table: (tables::JOURNAL_VALUES.into(), "b".into()),
        on: Expr::And(vec![
            Expr::column("b", "workspace_id").is(workspace),
            Expr::column("b", "seq").equals(Expr::column("j", "seq")),
        ]),
        inner: false,
    });
    select
}
