//! The trash: what goes in can come back; what is purged is gone.

use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_schema::{Cell, Object, Record};
use cordee_store::{Delete, Fail, Update, table};

use crate::journal::{Pending, Verb};
use crate::merge::Turn;
use crate::own::own;
use crate::read::get::Shelf;
use crate::{Gate, Right, tables};

impl Gate<'_> {
    /// Puts a record in the trash; `version` is the one that was looked at, if the caller knows it.
    pub fn trash(&mut self, object: &'static Object, id: Id, version: Option<i64>) -> Outcome<()> {
        let object = self.whole_object(object);
        let before = self.editable(object, id, Right::Delete)?;
        if version.is_some_and(|version| version != before.head.version) {
            return Err(Problem::Stale { now: before.head.version });
        }
        self.not_in_use(object, id)?;
        self.holds_no_cards(object, id)?;
        (own(object).leaves)(self, &before)?;
        self.raise_whole(object, |name| before.value(name))?;
        self.shelve_lines(object, id)?;
        self.put_away(&before)?;
        self.access_changed(object)
    }

    /// Puts a record in the trash that may be put there.
    pub(crate) fn put_away(&mut self, before: &Record) -> Outcome<()> {
        let (object, id) = (before.object, before.head.id);
        self.shelve(object, id, before.head.version, Cell::Moment(self.now))?;
        self.rolls(object, |name| before.value(name));
        if object.tracked().next().is_some() {
            self.end_version(object, id, self.now)?;
        }
        self.note(Pending::new(object, id, Verb::Trash, Vec::new()));
        Ok(())
    }

    /// Takes a record out of the trash again.
    pub fn restore(&mut self, object: &'static Object, id: Id) -> Outcome<()> {
        let object = self.whole_object(object);
        self.find(object, id, Right::Read, Shelf::Trash, None)?.ok_or(Problem::NotFound)?;
        let before = self.whole(object, id, Right::Delete, Shelf::Trash)?.ok_or(Problem::NotAllowed)?;
        (own(object).returns)(self, &before)?;
        self.comes_back_alone(&before)?;
        self.take_back(&before)?;
        self.raise_whole(object, |name| before.value(name))?;
        if let Some(since) = before.head.deleted_at {
            self.unshelve_lines(object, id, since)?;
        }
        self.access_changed(object)
    }

    /// Takes a record out of the trash that may come back.
    pub(crate) fn take_back(&mut self, before: &Record) -> Outcome<()> {
        let (object, id) = (before.object, before.head.id);
        self.shelve(object, id, before.head.version, Cell::Null)?;
        self.rolls(object, |name| before.value(name));
        self.rolls_own(object, id);
        self.begin_version(before, self.now)?;
        self.note(Pending::new(object, id, Verb::Restore, Vec::new()));
        Ok(())
    }

    /// Takes a record out for good, in the trash or not. The journal keeps that it was there.
    pub fn purge(&mut self, object: &'static Object, id: Id) -> Outcome<()> {
        self.needs_administrator()?;
        let (mut seen, mut may) = (false, false);
        for shelf in [Shelf::InUse, Shelf::Trash] {
            seen |= self.find(object, id, Right::Read, shelf, None)?.is_some();
            may |= seen && self.find(object, id, Right::Delete, shelf, None)?.is_some();
        }
        match (seen, may) {
            (true, true) => self.not_in_use(object, id)?,
            (true, false) => return Err(Problem::NotAllowed),
            (false, _) => return Err(Problem::NotFound),
        }
        self.purge_with_parts(object, id)?;
        self.access_changed(object)
    }

    /// Takes a record out with its parts; what links to it links to nothing from now on.
    pub(crate) fn purge_with_parts(&mut self, object: &'static Object, id: Id) -> Outcome<()> {
        let catalog = &self.declared.catalog;
        let links = catalog.links_to(object).chain(catalog.any_links());
        // What was shared is shared no more; the rest leads nowhere.
        let links: Vec<_> =
            links.filter(|(linking, field)| (linking.name, field.name) != ("share", "record")).collect();
        for (linking, field) in links {
            let ids = self.linking(linking, field, id)?;
            if linking.part_of == Some(field.name) {
                ids.into_iter().try_for_each(|part| self.purge_with_parts(linking, part))?;
            } else if field.required && !ids.is_empty() {
                let in_use = Fault::whole("error-in-use").with("object", linking.name);
                return Err(in_use.with("count", ids.len()).into());
            } else {
                let nowhere = Turn { object, from: id, to: None };
                let versions = self.versions_linking(linking, field, &ids, id, None)?;
                self.point(linking, field, &ids, &nowhere)?;
                self.point_versions(linking, field, &versions, &nowhere)?;
            }
        }
        let many: Vec<_> =
            self.declared.catalog.many_to(object).filter(|(_, field)| field.required).collect();
        for (linking, field) in many {
            let count = self.left_empty(linking, field, id)?;
            if count > 0 {
                return Err(Fault::whole("error-in-use")
                    .with("object", linking.name)
                    .with("count", count)
                    .into());
            }
        }
        self.turn_links(object, id, None)?;
        for way in ["id", "to_id"] {
            let forward = Delete::from(tables::FORWARD).having("workspace_id", self.actor.workspace);
            self.session.delete(&forward.having(way, id)).map_err(|fail| self.failed(fail))?;
        }
        self.remove(object, id)?;
        self.note(Pending::new(object, id, Verb::Purge, Vec::new()));
        Ok(())
    }

    /// Nobody takes away the workspace, nor themselves.
    fn not_in_use(&self, object: &Object, id: Id) -> Outcome<()> {
        if object.name == "workspace" || object.name == "user" && self.actor.user_id() == Some(id) {
            return Err(Fault::whole("error-in-use").with("object", object.name).with("count", 1).into());
        }
        Ok(())
    }

    /// Deletes the rows of a record; gives how many of its own there were.
    pub(crate) fn remove(&mut self, object: &'static Object, id: Id) -> Outcome<u64> {
        let workspace = self.actor.workspace;
        let counts = !self.declared.fed_by(object).is_empty() || object.lines.is_some();
        if counts
            && let Some(record) =
                self.as_engine("what it counted for", |gate| gate.find_bare(object, id, Shelf::InUse))?
        {
            self.rolls(object, |name| record.value(name));
            self.raise_whole(object, |name| record.value(name))?;
        }
        self.outdates(object, id, |_| true);
        if object.tracked().next().is_some() {
            self.take_version_links(object, id, None)?;
            let versions =
                Delete::from(table::versions(object)).having("workspace_id", workspace).having("record", id);
            self.session.delete(&versions).map_err(|fail| self.failed(fail))?;
        }
        self.drop_shares_of(object, id)?;
        self.unindex(object, &[id])?;
        self.take_tags(object, id)?;
        self.take_links(object, id)?;
        let own = Delete::from(object.name).having("workspace_id", workspace).having("id", id);
        self.session.delete(&own).map_err(|fail| self.failed(fail))
    }

    /// Sets when the record went to the trash, or that it is out of it.
    pub(crate) fn shelve(
        &mut self,
        object: &'static Object,
        id: Id,
        version: i64,
        deleted_at: Cell,
    ) -> Outcome<()> {
        let update = Update::of(object.name)
            .set("deleted_at", deleted_at)
            .set("version", version + 1)
            .set("updated_at", self.now)
            .set("updated_by", self.actor.user_id())
            .having("workspace_id", self.actor.workspace)
            .having("id", id)
            .having("version", version);
        match self.session.update(&update).map_err(|fail| self.failed(fail))? {
            1 => self.reindex(object, &[id]),
            // Another server was faster since it was read: read again, and see whether it still holds.
            _ => Err(self.failed(Fail::Retry)),
        }
    }

    pub(crate) fn access_changed(&mut self, object: &Object) -> Outcome<()> {
        let own = own(object);
        if !own.rules {
            return Ok(());
        }
        self.redeclares |= own.declares;
        self.bump("epoch")
    }

    /// Tells that shares have changed.
    pub(crate) fn shares_changed(&mut self) -> Outcome<()> {
        self.bump("shares")
    }

    fn bump(&mut self, column: &'static str) -> Outcome<()> {
        let change = self.house.ids.next(self.now);
        let bumped = crate::access::bump(self.session, self.actor.workspace, column, change);
        bumped.map_err(|fail| self.failed(fail))
    }
}
