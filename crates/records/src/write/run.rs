//! The one order of writing. What stands before the statements can be repeated; nothing leaves the house from here.
//!
//! May I → which fields → defaults → the object's hook → checks → formulas → version check → write → versions → search →
//! files → journal.

use cordee_base::{Fault, Id, Moment, Outcome, Problem};
use cordee_schema::{Default, Draft, Object, Record, Rights, Value};

use super::asks::reason_of_move;
use crate::gate::Change;
use crate::journal::{Pending, Verb};
use crate::own::own;
use crate::read::get::Shelf;
use crate::{Door, FieldRight, Gate, Right, Scope};

/// The past of a record that an import brings: its tracked fields as they were, from when on.
pub type History = Vec<Past>;

/// What some fields held from a moment on, until the next.
#[derive(Clone, Debug)]
pub struct Past {
    /// From when on.
    pub from: Moment,
    /// The fields that were different from what they are now; what follows from them, the hook adds.
    pub values: Draft,
}

/// A new record that has been checked and only needs to be written.
#[derive(Clone, Debug)]
pub struct Ready {
    /// The id that it will have.
    pub id: Id,
    pub(crate) created_at: Moment,
    /// Since when it has been as it is.
    pub(crate) since: Moment,
    /// What it was before: from when, until when.
    pub(crate) past: Vec<(Moment, Moment, Draft)>,
    pub(crate) draft: Draft,
}

impl Ready {
    /// What it will hold, its defaults among it.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }
}

impl Gate<'_> {
    /// Creates a record.
    pub fn create(&mut self, draft: Draft) -> Outcome<Id> {
        self.create_with_history(draft, None, Vec::new())
    }

    /// Creates a record whose present state has held since `since`, and which was different before.
    /// Only an import and the engine may tell a past.
    pub fn create_with_history(&mut self, draft: Draft, since: Option<Moment>, past: History) -> Outcome<Id> {
        let ready = self.prepare(draft, since, past)?;
        let id = ready.id;
        self.create_all(vec![ready])?;
        Ok(id)
    }

    /// Makes a new record ready and says what is wrong with it, but writes nothing: for a check beforehand, or to be
    /// written together with others by [`Gate::create_all`].
    pub fn prepare(&mut self, draft: Draft, since: Option<Moment>, past: History) -> Outcome<Ready> {
        let object = self.whole_object(draft.object);
        let mut draft = draft.of(object);
        // May I?
        let scope = self.access.scope(object, Right::Create);
        if scope == Scope::None {
            let visible = self.access.scope(object, Right::Read) != Scope::None;
            return Err(if visible { Problem::NotAllowed } else { Problem::NotFound });
        }
        // Which fields?
        self.settle_files(&mut draft, None)?;
        self.settle_links(&mut draft, None)?;
        self.may_set(&draft, None)?;
        if draft.created_at.is_some() && !self.tells_the_past() {
            return Err(Fault::at("created_at", "error-read-only").into());
        }
        // Defaults.
        self.defaults(&mut draft);
        let new_tags = self.settle_tags(&mut draft, None)?;
        let created_at = draft.created_at.unwrap_or(self.now);
        let since = since.unwrap_or(created_at);
        // The object's hook.
        let at = since;
        self.before(&mut Change { before: None, draft: &mut draft, at, past: &past })?;
        // Checks.
        self.careful_change(&Change { before: None, draft: &mut draft, at, past: &[] })?;
        self.within_scope(&draft, None, scope)?;
        self.check(&draft, None, created_at)?;
        self.make_tags(object, new_tags)?;
        let id = self.house.ids.next(self.now);
        let past = self.past_states(id, created_at, since, &draft, past)?;
        self.linked.insert((self.access.is_engine(), object.name, id));
        Ok(Ready { id, created_at, since, past, draft })
    }

    /// Writes records that were made ready in this transaction, many at once.
    pub fn create_all(&mut self, mut ready: Vec<Ready>) -> Outcome<()> {
        for some in ready.chunk_by_mut(|one, next| one.draft.object == next.draft.object) {
            let object = some[0].draft.object;
            // Numbers are drawn last, so that what was refused leaves no gap.
            self.draw_numbers(object, some)?;
            self.draw_places(object, some)?;
            // Formulas.
            self.reckon_new(object, some)?;
            // Write.
            self.insert(object, some)?;
            self.put_tags(object, some)?;
            self.put_links(object, some)?;
            self.first_versions(object, some)?;
            some.iter().for_each(|new| self.rolls_new(&new.draft));
            self.raised.extend(some.iter().map(|new| (object.name, new.id)));
            some.iter().try_for_each(|new| self.raise_whole(object, |name| new.draft.value(name)))?;
            self.index_new(object, some)?;
            // Files.
            some.iter().try_for_each(|new| self.adopt_files(new.id, &new.draft, None))?;
            // Journal.
            some.iter().for_each(|new| self.note(Pending::created(new.id, &new.draft)));
            let written = some.iter_mut().map(|new| {
                let at = new.since;
                (new.id, Change { before: None, draft: &mut new.draft, at, past: &[] })
            });
            self.after(object, &written.collect::<Vec<_>>())?;
        }
        Ok(())
    }

    /// Changes the named fields of a record; `version` is the one the change was made from, if the caller knows it.
    /// Gives the version that stands now.
    pub fn update(&mut self, id: Id, version: Option<i64>, draft: Draft) -> Outcome<i64> {
        let at = self.now;
        self.update_at(id, version, draft, at)
    }

    /// Changes a record in business time `at`, which only an import and the engine may tell.
    pub fn update_at(&mut self, id: Id, version: Option<i64>, draft: Draft, at: Moment) -> Outcome<i64> {
        let object = self.whole_object(draft.object);
        let mut draft = draft.of(object);
        // May I?
        let before = self.editable(object, id, Right::Edit)?;
        if let Some(version) = version.filter(|version| *version != before.head.version) {
            return self.stale(version, &before);
        }
        // Which fields? What they hold already is no change.
        self.settle_files(&mut draft, Some(&before))?;
        self.settle_links(&mut draft, Some(&before))?;
        self.may_set(&draft, Some(&before))?;
        let new_tags = self.settle_tags(&mut draft, Some(&before))?;
        unchanged(&mut draft, &before);
        if draft.values().is_empty() {
            return Ok(before.head.version);
        }
        let by_hand: Vec<&'static str> = draft.fields().map(|(field, _)| field.name).collect();
        // The object's hook.
        self.before(&mut Change { before: Some(&before), draft: &mut draft, at, past: &[] })?;
        unchanged(&mut draft, &before);
        // Checks.
        self.not_read_only(&by_hand, &draft, &before)?;
        self.careful_change(&Change { before: Some(&before), draft: &mut draft, at, past: &[] })?;
        self.within_scope(&draft, Some(&before), self.access.scope(object, Right::Edit))?;
        self.check(&draft, Some(&before), self.now)?;
        self.make_tags(object, new_tags)?;
        // Formulas.
        self.reckon_change(&before, &mut draft)?;
        // Version check and write, in one statement.
        self.rewrite(&before, &draft)?;
        self.raised.insert((object.name, id));
        self.raise_whole(object, |name| before.value(name))?;
        self.change_tags(&before, &draft)?;
        self.change_links(&before, &draft)?;
        self.next_version(&before, &draft, at)?;
        self.rolls_changed(&before, &draft);
        self.index_changed(&before, &draft)?;
        // Files.
        self.adopt_files(id, &draft, Some(&before))?;
        // Journal.
        self.note(Pending::new(object, id, Verb::Update, changes(&before, &draft)));
        self.after(object, &[(id, Change { before: Some(&before), draft: &mut draft, at, past: &[] })])?;
        Ok(before.head.version + 1)
    }

    /// The record as it stands, whole, if the actor has this right on it.
    pub(crate) fn editable(&mut self, object: &'static Object, id: Id, right: Right) -> Outcome<Record> {
        if !self.is_there(object, id, Right::Read, Shelf::InUse)? {
            return Err(Problem::NotFound);
        }
        let whole = self.whole(object, id, right, Shelf::InUse)?;
        whole.ok_or(Problem::NotAllowed)
    }

    /// The record with all its fields, also those that the actor may not see: for comparing, never for showing.
    pub(crate) fn whole(
        &mut self,
        object: &'static Object,
        id: Id,
        right: Right,
        shelf: Shelf,
    ) -> Outcome<Option<Record>> {
        // The row rule is the actor's; the fields are all.
        let scope = self.access.scope(object, right);
        if scope == Scope::None {
            return Ok(None);
        }
        // A part goes with its whole, whatever the scope of its own.
        let limited = scope != Scope::All || object.part_of.is_some();
        if limited && !self.is_there(object, id, right, shelf)? {
            return Ok(None);
        }
        self.as_engine("compare with what stands", |gate| gate.find_bare(object, id, shelf))
    }

    fn stale(&self, version: i64, before: &Record) -> Outcome<i64> {
        debug_assert!(version != before.head.version);
        Err(Problem::Stale { now: before.head.version })
    }

    /// Whether this actor may say when something happened in the past.
    pub(crate) fn tells_the_past(&self) -> bool {
        self.access.is_engine() || matches!(self.actor.door, Door::Import(_))
    }

    /// Each named field must be one that the actor may set.
    fn may_set(&self, draft: &Draft, before: Option<&Record>) -> Outcome<()> {
        if self.access.is_engine() {
            return Ok(());
        }
        let mut faults = Vec::new();
        for (field, value) in draft.fields() {
            let same = before.is_some_and(|record| record.value(field.name).unwrap_or(&Value::None) == value);
            match self.access.field(draft.object, field) {
                FieldRight::Hidden => {
                    faults.push(
                        Fault::at(field.name, "error-unknown-field")
                            .with("name", field.name)
                            .with("nearest", ""),
                    );
                }
                _ if same => {}
                FieldRight::ReadOnly => faults.push(Fault::at(field.name, "error-read-only")),
                FieldRight::Open if before.is_some() && field.rights == Rights::OnceAtCreation => {
                    faults.push(Fault::at(field.name, "error-read-only"));
                }
                FieldRight::Open => {}
            }
        }
        if faults.is_empty() { Ok(()) } else { Err(Problem::Invalid(faults)) }
    }

    /// What a new record would be, given what the draft says so far: its defaults and what follows from them.
    /// Nothing is written.
    pub fn proposed(&mut self, mut draft: Draft) -> Draft {
        self.defaults(&mut draft);
        let (mut whole, at) = (draft.clone(), self.now);
        // A hook that refuses what is not complete yet has nothing to add.
        match self.before(&mut Change { before: None, draft: &mut whole, at, past: &[] }) {
            Ok(()) => whole,
            Err(_) => draft,
        }
    }

    fn defaults(&self, draft: &mut Draft) {
        for (place, field) in draft.object.fields.iter().enumerate() {
            if field.default == Default::None || draft.at(place).is_some() {
                continue;
            }
            let value = match field.default {
                Default::None => continue,
                Default::Text(text) => Value::Text(text.to_owned()),
                Default::Number(number) => Value::Number(number.into()),
                Default::YesNo(yes) => Value::YesNo(yes),
                Default::Me => match self.actor.user_id() {
                    Some(me) => Value::Link(me),
                    None => continue,
                },
                Default::Today => Value::Date(self.today()),
                Default::Now => Value::Moment(self.now),
            };
            draft.set(field.name, value);
        }
    }

    pub(crate) fn before(&mut self, change: &mut Change<'_>) -> Outcome<()> {
        (own(change.draft.object).before)(self, change)?;
        match self.hooks.get(change.draft.object.name).and_then(|hook| hook.before) {
            Some(before) => before(self, change),
            None => Ok(()),
        }
    }

    fn after(&mut self, object: &'static Object, written: &[(Id, Change<'_>)]) -> Outcome<()> {
        self.access_changed(object)?;
        let own = own(object);
        for (id, change) in written {
            (own.after)(self, change)?;
            self.sign_in_follows(*id, change)?;
            self.maker_follows(*id, change)?;
        }
        match self.hooks.get(object.name).and_then(|hook| hook.after) {
            Some(after) => after(self, written),
            None => Ok(()),
        }
    }
}

/// Takes out of the draft what the record holds already.
fn unchanged(draft: &mut Draft, before: &Record) {
    let holds = |name: &str, value: &Value| before.value(name).unwrap_or(&Value::None) == value;
    let anew = reason_of_move(draft, before);
    let same: Vec<&'static str> = draft
        .fields()
        .filter(|(field, value)| holds(field.name, value) && Some(field.name) != anew)
        .map(|(field, _)| field.name)
        .collect();
    same.into_iter().for_each(|name| draft.unset(name));
}

/// What changes from what to what, by field.
fn changes(before: &Record, draft: &Draft) -> Vec<(&'static str, Value, Value)> {
    let old = |name: &str| before.value(name).cloned().unwrap_or_default();
    // What a formula comes to follows from the others.
    let changed = draft.fields().filter(|(field, _)| !field.secret && field.formula.is_none());
    changed
        .map(|(field, new)| (field.name, old(field.name), new.clone()))
        .filter(|(_, old, new)| old != new)
        .collect()
}
