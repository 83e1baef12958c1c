//! Undoing a merge: the lost record comes back, what led to it leads to it again, and the kept one is as it was,
//! as far as nobody has changed it since.

use cordee_base::{Fault, Id, Moment, Outcome};
use cordee_schema::{Cell, Draft, FieldDef, Kind, Object, Reading, Record, Value};
use cordee_store::{Delete, Expr, Select, Update};
use serde_json::Value as Json;

use super::{Turn, no_merge};
use crate::journal::{Pending, Verb};
use crate::read::get::Shelf;
use crate::tags::Retold;
use crate::{Gate, Right, tables};

impl Gate<'_> {
    /// Undoes the merge of `lost` into the record that it now leads to; gives the id of that record.
    pub fn unmerge(&mut self, object: &'static Object, lost: Id) -> Outcome<Id> {
        let object = self.whole_object(object);
        self.find(object, lost, Right::Read, Shelf::Trash, None)?.ok_or_else(no_merge)?;
        let keep = self.forwarded(object, lost)?.ok_or_else(no_merge)?;
        let kept = self.editable(object, keep, Right::Edit)?;
        let gone = self.whole(object, lost, Right::Delete, Shelf::Trash)?.ok_or_else(no_merge)?;
        let body = self.merge_entry(keep, lost)?;
        if object.name == "tag" {
            self.tag_is_free(&gone)?;
        }
        // What is unique goes back first; links among such records once all others lead again where they led.
        let late = |field: &FieldDef| {
            field.points_to() == Some(object.name) || matches!(field.kind, Kind::AnyLink(_))
        };
        self.give_back(&kept, &body, |field| !late(field))?;
        self.shelve(object, lost, gone.head.version, Cell::Null)?;
        self.rolls(object, |name| gone.value(name));
        self.rolls_own(object, keep);
        self.rolls_own(object, lost);
        self.begin_version(&gone, self.now)?;
        self.link_back(lost, &Turn { object, from: keep, to: Some(lost) }, &body)?;
        self.give_back(&kept, &body, late)?;
        let retold =
            body.get("retold").cloned().and_then(|told| serde_json::from_value::<Option<Retold>>(told).ok());
        if let Some(retold) = retold.flatten() {
            self.part_tags(&kept, &gone, retold)?;
        }
        self.note(Pending::with_body(object, keep, Verb::Unmerge, serde_json::json!({"lost": lost})));
        self.note(Pending::new(object, lost, Verb::Restore, Vec::new()));
        Ok(keep)
    }

    /// The record that was last merged into this one, if that still stands.
    pub fn last_merged(&mut self, object: &'static Object, keep: Id) -> Outcome<Option<Id>> {
        self.find(object, keep, Right::Read, Shelf::InUse, None)?.ok_or_else(no_merge)?;
        for body in self.merge_entries(keep)? {
            let lost = body.get("lost").and_then(Json::as_str).and_then(|text| text.parse().ok());
            if let Some(lost) = lost
                && self.forwarded(object, lost)? == Some(keep)
            {
                return Ok(Some(lost));
            }
        }
        Ok(None)
    }

    /// Gives the kept record back such values as it held before, where nobody has changed them since.
    fn give_back(&mut self, kept: &Record, body: &Json, which: impl Fn(&FieldDef) -> bool) -> Outcome<()> {
        let mut draft = Draft::new(kept.object);
        for field in kept.object.fields.iter().filter(|field| which(field)) {
            let said = |part: &str| {
                let json = body.get(part)?.get(field.name)?;
                field.kind.behave().read_json(json, &Reading::default()).ok()
            };
            if let (Some(before), Some(after)) = (said("before"), said("after"))
                && kept.value(field.name).unwrap_or(&Value::None) == &after
            {
                draft.set(field.name, before);
            }
        }
        if draft.values().is_empty() {
            return Ok(());
        }
        // What it led to may lie in the trash meanwhile.
        for (field, value) in draft.fields() {
            if let Some((to, ids)) = self.declared.catalog.targets(field, value) {
                self.linked.extend(ids.iter().map(|id| (true, to.name, *id)));
            }
        }
        let id = kept.head.id;
        self.as_engine("take out what came from the other", |gate| gate.update(id, None, draft)).map(|_| ())
    }

    /// Lets what led to the lost record lead to it again.
    fn link_back(&mut self, lost: Id, way: &Turn, body: &Json) -> Outcome<()> {
        let keep = way.from;
        let back =
            Delete::from(tables::FORWARD).having("workspace_id", self.actor.workspace).having("id", lost);
        self.session.delete(&back).map_err(|fail| self.failed(fail))?;
        let forwards: Vec<Id> = body
            .get("forwards")
            .cloned()
            .and_then(|ids| serde_json::from_value(ids).ok())
            .unwrap_or_default();
        for id in forwards {
            let older = Update::of(tables::FORWARD)
                .set("to_id", lost)
                .having("workspace_id", self.actor.workspace)
                .having("id", id)
                .having("to_id", keep);
            self.session.update(&older).map_err(|fail| self.failed(fail))?;
        }
        let merged_at = Moment::from_micros(body.get("at").and_then(Json::as_i64).unwrap_or(i64::MAX));
        for (link, ids) in body.get("moved").and_then(Json::as_object).into_iter().flatten() {
            let moved: [Vec<Id>; 2] = serde_json::from_value(ids.clone()).unwrap_or_default();
            let [ids, mut versions] = moved;
            let Some((name, field)) = link.split_once('.') else { continue };
            let Some(linking) = self.declared.catalog.object(name) else { continue };
            let Some(field) = linking.field(field) else { continue };
            versions.extend(self.versions_linking(linking, field, &ids, keep, Some(merged_at))?);
            self.point(linking, field, &ids, way)?;
            self.point_versions(linking, field, &versions, way)?;
        }
        let turned = body.get("turned").cloned().and_then(|told| serde_json::from_value(told).ok());
        let turned = turned.unwrap_or_default();
        self.as_engine("move links to many back", |gate| gate.turn_links_back(keep, lost, merged_at, turned))
    }

    /// What the journal says of the merge of `lost` into `keep`.
    fn merge_entry(&mut self, keep: Id, lost: Id) -> Outcome<Json> {
        let wanted = Json::String(lost.to_string());
        let found = self.merge_entries(keep)?.into_iter().find(|body| body.get("lost") == Some(&wanted));
        // Merged into one record first and with that into another: the later merge is undone first.
        found.ok_or_else(|| Fault::whole("error-merged-further").into())
    }

    /// What the journal says of the merges into `keep`, the newest first.
    fn merge_entries(&mut self, keep: Id) -> Outcome<Vec<Json>> {
        let select: Select = crate::journal::journal(self.actor.workspace)
            .having("record", keep)
            .having("verb", Verb::Merge.name())
            .order(Expr::column("j", "seq"), true);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        Ok(rows.iter().filter_map(|row| serde_json::from_str::<Json>(row[5].as_text()?).ok()).collect())
    }
}
