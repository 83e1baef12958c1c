//! Merging: two records of one thing become one; nothing attached to either is lost; it can be undone.

mod undo;

use std::borrow::Cow;

use cordee_base::{Fault, Id, Moment, Outcome, Problem};
use cordee_schema::kinds::links::links_of;
use cordee_schema::kinds::tags::tags_of;
use cordee_schema::{AnyLink, Cell, ColumnType, Draft, FieldDef, Kind, Object, Record, Rights, Value};
use cordee_store::query::Comparison;
use cordee_store::{Expr, Insert, Select, Update, table};
use serde_json::{Value as Json, json};

use crate::journal::{Pending, Verb};
use crate::system::share::SHARE;
use crate::system::tag;
use crate::{FieldRight, Gate, Right, tables};

impl Gate<'_> {
    /// Merges `lose` into `keep`. The fields named in `take` get the value of `lose`; what is empty in `keep` is filled
    /// from it; all links to `lose` lead to `keep` from now on, also from outside, where its id still works.
    pub fn merge(&mut self, object: &'static Object, keep: Id, lose: Id, take: &[String]) -> Outcome<()> {
        let object = self.whole_object(object);
        if !object.mergeable {
            return Err(Fault::whole("error-not-mergeable").with("object", object.name).into());
        }
        if keep == lose {
            return Err(Fault::whole("error-same-record").into());
        }
        let kept = self.editable(object, keep, Right::Edit)?;
        let lost = self.editable(object, lose, Right::Edit)?;
        self.editable(object, lose, Right::Delete)?;
        let is_tag = object.name == "tag";
        // A tag that stays keeps its name: that is what staying means for it.
        let take: Vec<String> = take.iter().filter(|name| !is_tag || *name != "name").cloned().collect();
        let mut draft = self.merged(&kept, &lost, &take)?;
        if is_tag {
            draft.set(tag::FORMERLY.name(), self.known_as(&kept, &lost));
        }
        self.without_circles(&kept, &lost, &mut draft)?;
        self.as_engine("lines stand after those of the record that is kept", |gate| {
            gate.append_lines(object, keep, lose)
        })?;
        let moved =
            self.as_engine("move links to the record that is kept", |gate| gate.relink(object, lose, keep))?;
        let turned =
            self.as_engine("move links to many", |gate| gate.turn_links(object, lose, Some(keep)))?;
        self.shelve(object, lose, lost.head.version, Cell::Moment(self.now))?;
        if object.tracked().next().is_some() {
            self.end_version(object, lose, self.now)?;
        }
        self.rolls(object, |name| lost.value(name));
        self.rolls(object, |name| kept.value(name));
        self.rolls_own(object, keep);
        let forwards = self.forward(object, lose, keep)?;
        self.carries_links(&lost, &draft);
        let filled = self.as_engine("fill in from the record that goes", |gate| {
            if !draft.values().is_empty() {
                gate.update(keep, None, draft.clone())?;
            }
            gate.get(object, keep)
        })?;
        let (before, after) = differences(&kept, &filled);
        let retold = if is_tag { Some(self.merge_tags(&kept, &lost)?) } else { None };
        let body = json!({
            "lost": lose, "before": before, "after": after, "moved": moved, "forwards": forwards, "at": self.now.micros(), "retold": retold,
            "turned": turned,
        });
        self.note(Pending::with_body(object, keep, Verb::Merge, body));
        self.note(Pending::with_body(object, lose, Verb::Trash, json!({"into": keep})));
        Ok(())
    }

    /// What the kept record gets from the other.
    fn merged(&self, kept: &Record, lost: &Record, take: &[String]) -> Outcome<Draft> {
        let object = kept.object;
        let mut draft = Draft::new(object);
        for name in take {
            let known = object
                .place(name)
                .is_some_and(|p| self.access.field(object, &object.fields[p]) == FieldRight::Open);
            if !known {
                return Err(Fault::at(name.as_str(), "error-unknown-field")
                    .with("name", name)
                    .with("nearest", "")
                    .into());
            }
        }
        for field in object.fields.iter().filter(|field| field.rights != Rights::Engine) {
            let (own, other) = (kept.value(field.name), lost.value(field.name));
            let wanted = take.iter().any(|name| name == field.name);
            let empty = own.is_none_or(Value::is_none);
            let there = other.is_some_and(|value| !value.is_none());
            // A link from the one to the other would become a link to itself.
            let circular = other.and_then(Value::as_link) == Some(kept.head.id)
                || other.and_then(Value::as_link) == Some(lost.head.id);
            if let (Kind::Tags(_), Some(Value::Choices(mine)), Some(Value::Choices(more))) =
                (field.kind, own, other)
                && !wanted
            {
                // What is one thing has the tags of both.
                draft.set(field.name, tags_of(mine.iter().chain(more).cloned()));
                continue;
            }
            if let Kind::Links(_) = field.kind {
                let mine = own.filter(|_| !wanted).map_or(&[][..], Value::as_links);
                let more = other.map_or(&[][..], Value::as_links);
                let both = mine.iter().chain(more).copied();
                let all = links_of(both.filter(|id| ![kept.head.id, lost.head.id].contains(id)));
                if own.unwrap_or(&Value::None) != &all {
                    draft.set(field.name, all);
                }
                continue;
            }
            if !circular && (wanted || empty && there) {
                draft.set(field.name, other.cloned().unwrap_or_default());
            } else if own.and_then(Value::as_link) == Some(lost.head.id) {
                draft.set(field.name, Value::None);
            }
        }
        Ok(draft)
    }

    /// What the other record links to already, the kept one may link to as well, though it lies in the trash meanwhile:
    /// nothing is to be lost, and it may come back.
    fn carries_links(&mut self, lost: &Record, draft: &Draft) {
        let catalog = &self.declared.catalog;
        for (field, _) in draft.fields() {
            let held = lost.value(field.name).and_then(|held| catalog.targets(field, held));
            if let Some((to, ids)) = held {
                self.linked.extend(ids.iter().map(|id| (true, to.name, *id)));
            }
        }
    }

    /// Two records that become one must not come to stand above themselves: such a link gives way to the other's, or
    /// to none.
    fn without_circles(&mut self, kept: &Record, lost: &Record, draft: &mut Draft) -> Outcome<()> {
        let object = kept.object;
        for field in object.fields.iter().filter(|field| field.links_to() == Some(object.name)) {
            let link = |record: &Record| record.value(field.name).and_then(Value::as_link);
            let wanted = draft.value(field.name).map_or(link(kept), Value::as_link);
            let mut ways = vec![wanted, link(kept), link(lost)];
            ways.retain(|way| way.is_none_or(|up| up != kept.head.id && up != lost.head.id));
            let mut sound = None;
            for up in ways.into_iter().flatten() {
                let round = self.circles(object, field, kept.head.id, up)?
                    || self.circles(object, field, lost.head.id, up)?;
                if !round {
                    sound = Some(up);
                    break;
                }
            }
            if sound != wanted {
                draft.set(field.name, sound.map_or(Value::None, Value::Link));
            }
        }
        Ok(())
    }

    /// Lets all links to `from` lead to `to`; tells which records were changed, by object and field.
    fn relink(&mut self, object: &'static Object, from: Id, to: Id) -> Outcome<Json> {
        let mut moved = serde_json::Map::new();
        let catalog = &self.declared.catalog;
        let way = Turn { object, from, to: Some(to) };
        for (linking, field) in catalog.links_to(object).chain(catalog.any_links()) {
            let ids = self.linking(linking, field, from)?;
            let ids: Vec<Id> = ids.into_iter().filter(|id| *id != to && *id != from).collect();
            if ids.is_empty() {
                continue;
            }
            // Who was merged is the same thing as before, so the past speaks of the kept record too.
            let versions = self.versions_linking(linking, field, &ids, from, None)?;
            self.point(linking, field, &ids, &way)?;
            self.point_versions(linking, field, &versions, &way)?;
            moved.insert(format!("{}.{}", linking.name, field.name), json!([ids, versions]));
        }
        Ok(Json::Object(moved))
    }

    /// The records whose field links to this one.
    pub(crate) fn linking(
        &mut self,
        linking: &'static Object,
        field: &'static FieldDef,
        to: Id,
    ) -> Outcome<Vec<Id>> {
        let mut ids: Vec<Id> = Vec::new();
        loop {
            let mut select = Select::from(linking.name, "r")
                .column("id", ColumnType::Int)
                .having("workspace_id", self.actor.workspace)
                .having(field.name, to)
                .order(Expr::column("r", "id"), false)
                .limit(5_000);
            if let Some(last) = ids.last() {
                select = select.filter(Expr::column("r", "id").compare(Comparison::Greater, *last));
            }
            let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
            let some: Vec<Id> = rows.iter().filter_map(|row| row[0].as_id()).collect();
            if some.is_empty() {
                return Ok(ids);
            }
            ids.extend(some);
        }
    }

    /// Points the link of these records from one record to another (or to none).
    pub(crate) fn point(
        &mut self,
        linking: &'static Object,
        field: &'static FieldDef,
        ids: &[Id],
        way: &Turn,
    ) -> Outcome<()> {
        for some in ids.chunks(500) {
            let cells: Vec<Cell> = some.iter().copied().map(Cell::from).collect();
            let mut update = way.update(linking.name, field).set("updated_at", self.now);
            let version = Expr::column(linking.name, "version");
            let more = Expr::Plus(Box::new(version), Box::new(Expr::Cell(Cell::Int(1))));
            update.set.push(("version".into(), more));
            update = update.having("workspace_id", self.actor.workspace).having(field.name, way.from);
            update.filter.push(Expr::In(Box::new(Expr::column(linking.name, "id")), cells));
            self.session.update(&update).map_err(|fail| self.failed(fail))?;
            for id in some {
                let change = (field.name, way.value(field, Some(way.from)), way.value(field, way.to));
                self.note(Pending::new(linking, *id, Verb::Update, vec![change]));
            }
            self.outdates_itself(linking, field.name, some);
            if linking.owner == Some(field.name) {
                self.reindex(linking, some)?;
            }
            if linking.name == SHARE.name {
                self.shares_changed()?;
            }
        }
        Ok(())
    }

    /// The versions of these records whose link leads to `to`; with `since` those that were written after it.
    pub(crate) fn versions_linking(
        &mut self,
        linking: &'static Object,
        field: &'static FieldDef,
        ids: &[Id],
        to: Id,
        since: Option<Moment>,
    ) -> Outcome<Vec<Id>> {
        let mut versions = Vec::new();
        for some in ids.chunks(500).filter(|_| field.tracked) {
            let records = some.iter().copied().map(Cell::from).collect();
            let mut select = Select::from(table::versions(linking), "v")
                .column("id", ColumnType::Int)
                .having("workspace_id", self.actor.workspace)
                .having(field.name, to)
                .filter(Expr::In(Box::new(Expr::column("v", "record")), records));
            if let Some(since) = since {
                let later = Expr::column("v", "recorded_at").compare(Comparison::Greater, since);
                select = select.filter(later);
            }
            let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
            versions.extend(rows.iter().filter_map(|row| row[0].as_id()));
        }
        Ok(versions)
    }

    /// Points the link in these versions.
    pub(crate) fn point_versions(
        &mut self,
        linking: &'static Object,
        field: &'static FieldDef,
        versions: &[Id],
        way: &Turn,
    ) -> Outcome<()> {
        let name = table::versions(linking);
        for some in versions.chunks(500) {
            let mut update = way
                .update(name.clone(), field)
                .having("workspace_id", self.actor.workspace)
                .having(field.name, way.from);
            let these = some.iter().copied().map(Cell::from).collect();
            update.filter.push(Expr::In(Box::new(Expr::column(name.clone(), "id")), these));
            self.session.update(&update).map_err(|fail| self.failed(fail))?;
        }
        Ok(())
    }

    /// Keeps where the id of a merged record leads, and lets older such ids lead there too; tells which these are.
    fn forward(&mut self, object: &'static Object, from: Id, to: Id) -> Outcome<Vec<Id>> {
        let workspace = self.actor.workspace;
        let select = Select::from(tables::FORWARD, "f")
            .column("id", ColumnType::Int)
            .having("workspace_id", workspace)
            .having("to_id", from);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let older: Vec<Id> = rows.iter().filter_map(|row| row[0].as_id()).collect();
        let led = Update::of(tables::FORWARD)
            .set("to_id", to)
            .having("workspace_id", workspace)
            .having("to_id", from);
        if !older.is_empty() {
            self.session.update(&led).map_err(|fail| self.failed(fail))?;
        }
        let cells = vec![
            ("workspace_id", workspace.into()),
            ("id", from.into()),
            ("object", object.name.into()),
            ("to_id", to.into()),
        ];
        self.session.insert(&Insert::row(tables::FORWARD, cells)).map_err(|fail| self.failed(fail))?;
        Ok(older)
    }
}

/// The fields in which two states of a record differ, with what they held and what they hold: also those that the
/// object's hook changed with the others.
fn differences(before: &Record, after: &Record) -> (Json, Json) {
    let different =
        |field: &&FieldDef| field.formula.is_none() && before.value(field.name) != after.value(field.name);
    let held = |record: &Record| {
        let fields = before.object.fields.iter().filter(different);
        let values = fields.map(|field| (field.name.to_owned(), json_of(field, record)));
        Json::Object(values.collect())
    };
    (held(before), held(after))
}

/// Links that led to one record of an object are to lead to another, or to none.
pub(crate) struct Turn {
    pub object: &'static Object,
    pub from: Id,
    pub to: Option<Id>,
}

impl Turn {
    /// A change of `table` that lets the link lead to where it is to lead.
    fn update(&self, table: impl Into<Cow<'static, str>>, field: &FieldDef) -> Update {
        let update = Update::of(table).set(field.name, self.to);
        match (field.kind, self.to) {
            (Kind::AnyLink(_), None) => update.set(format!("{}_object", field.name), Cell::Null),
            _ => update,
        }
    }

    /// The value of a link of either kind that leads to this record.
    fn value(&self, field: &FieldDef, id: Option<Id>) -> Value {
        let Some(id) = id else { return Value::None };
        match field.kind {
            Kind::AnyLink(_) => Value::AnyLink(Box::new(AnyLink { object: self.object.name.to_owned(), id })),
            _ => Value::Link(id),
        }
    }
}

fn json_of(field: &FieldDef, record: &Record) -> Json {
    field.kind.behave().json(record.value(field.name).unwrap_or(&Value::None))
}

/// A merge can only be undone by those who may edit both records.
pub(crate) fn no_merge() -> Problem {
    Problem::NotFound
}
