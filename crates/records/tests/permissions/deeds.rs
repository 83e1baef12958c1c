//! What people try to do, and what the oracle says to it.

use std::collections::BTreeSet;

use cordee_base::{Id, Moment, Outcome};
use cordee_records::*;
use cordee_schema::*;

use crate::support::draw::Draw;
use crate::support::office::{self, FIRM, OWN, Office, Oracle, Row, State};

/// Something that a person tries to do.
#[derive(Clone)]
pub struct Deed {
    pub object: &'static Object,
    id: Id,
    other: Id,
    what: What,
}

impl std::fmt::Debug for Deed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (what, draft) = match &self.what {
            What::Create(draft) => ("create", Some(draft)),
            What::Update(draft) => ("update", Some(draft)),
            What::Trash => ("trash", None),
            What::Restore => ("restore", None),
            What::Purge => ("purge", None),
            What::Merge => ("merge", None),
            What::Unmerge => ("unmerge", None),
            What::UndoImport => ("undo an import", None),
            What::Share(_) => ("share", None),
            What::EndShare(_) => ("end a share of", None),
        };
        let fields = draft.map(|draft| draft.fields().map(|(f, v)| (f.name, v)).collect::<Vec<_>>());
        let wish = if let What::Share(wish) = &self.what { Some(wish) } else { None };
        write!(f, "{what} {} {} {} {fields:?} {wish:?}", self.object.name, self.id, self.other)
    }
}

#[derive(Clone)]
enum What {
    Create(Draft),
    Update(Draft),
    Trash,
    Restore,
    Purge,
    Merge,
    Unmerge,
    UndoImport,
    Share(ShareWish),
    EndShare(Id),
}

/// Something to share, with anybody, for good or for some hours.
pub fn wish(draw: &mut Draw, office: &Office, now: Moment) -> ShareWish {
    let with = match draw.percent(60) {
        true => SharedWith::User(draw.one(&office.people)),
        false => SharedWith::Team(draw.one(&office.teams)),
    };
    let until = draw.percent(50).then(|| now.plus_seconds(900 + 3_600 * draw.below(12) as i64));
    ShareWish { with, edit: draw.percent(50), until }
}

/// What the oracle expects.
#[derive(Clone, Debug)]
pub enum May {
    Do,
    Not(Vec<&'static str>),
}

impl Deed {
    pub fn drawn(draw: &mut Draw, oracle: &Oracle<'_>) -> Deed {
        let (state, people) = (oracle.state, &oracle.office.people);
        let own: Vec<&Row> = state.values().filter(|row| !row.object.system || draw.percent(15)).collect();
        let row = draw.one(&own);
        let firms: Vec<Id> = state.values().filter(|row| row.object == &FIRM).map(|row| row.id).collect();
        let mut deed = Deed { object: row.object, id: row.id, other: row.id, what: What::Trash };
        let living: Vec<&Row> = own.iter().copied().filter(|row| row.living()).collect();
        if draw.percent(25) {
            let row = draw.one(&living);
            (deed.object, deed.id) = (row.object, row.id);
            let shared: Vec<&office::Shared> = oracle.shares.iter().collect();
            deed.what = match draw.percent(40) && !shared.is_empty() {
                true => {
                    let share = draw.one(&shared);
                    (deed.object, deed.id) = (state[&share.record].object, share.record);
                    What::EndShare(share.id)
                }
                false => What::Share(wish(draw, oracle.office, oracle.now.plus_seconds(-1_800))),
            };
            return deed;
        }
        deed.what = match draw.below(12) {
            0..=1 => {
                let object = draw.one(&OWN);
                deed.object = object;
                What::Create(office::drawn(object, draw, state, people))
            }
            2..=6 => {
                let fields: Vec<&FieldDef> = row.object.fields.iter().collect();
                let mut draft = Draft::new(row.object);
                for _ in 0..1 + draw.below(2) {
                    let field = draw.one(&fields);
                    // Nobody takes roles and people apart: the oracle knows them as they were.
                    if !row.object.system || field.name == "title" {
                        let value = office::drawn_value(field, draw, state, people);
                        draft.set(
                            field.name,
                            if field.required || draw.percent(90) { value } else { Value::None },
                        );
                    }
                }
                What::Update(draft)
            }
            7 if !row.object.system => What::Trash,
            8 if !row.object.system => What::Restore,
            9 if !row.object.system => What::Purge,
            10 if firms.len() > 2 => {
                deed.object = &FIRM;
                deed.id = draw.one(&firms);
                deed.other = draw.one(&firms);
                if draw.percent(70) { What::Merge } else { What::Unmerge }
            }
            11 => What::UndoImport,
            _ => What::Update(Draft::new(row.object)),
        };
        deed
    }

    pub fn done(&self, gate: &mut Gate<'_>) -> Outcome<()> {
        match &self.what {
            What::Create(draft) => gate.create(draft.clone()).map(|_| ()),
            What::Update(draft) => gate.update(self.id, None, draft.clone()).map(|_| ()),
            What::Trash => gate.trash(self.object, self.id, None),
            What::Restore => gate.restore(self.object, self.id),
            What::Purge => gate.purge(self.object, self.id),
            What::Merge => gate.merge(self.object, self.id, self.other, &[]),
            What::Unmerge => gate.unmerge(self.object, self.id).map(|_| ()),
            What::UndoImport => gate.undo_import(self.id, 0, i64::MAX, 100).map(|_| ()),
            What::Share(wish) => gate.share(self.object, self.id, wish).map(|_| ()),
            What::EndShare(share) => gate.end_share(self.object, self.id, *share),
        }
    }

    pub fn may(&self, oracle: &Oracle<'_>) -> May {
        let row = oracle.state.get(&self.id).expect("a record");
        let here = |row: &Row, living: bool, right: Right| {
            if row.object != self.object || row.living() != living || !oracle.may(Right::Read, row) {
                Some("not found")
            } else if !oracle.may(right, row) {
                Some("not allowed")
            } else {
                None
            }
        };
        let not = |why: Option<&'static str>| why.map_or(May::Do, |why| May::Not(vec![why]));
        match &self.what {
            What::Create(draft) => self.may_create(oracle, draft),
            What::Update(draft) => match here(row, true, Right::Edit) {
                Some(why) => May::Not(vec![why]),
                None => self.may_set(oracle, draft, Some(row)),
            },
            What::Trash => not(here(row, true, Right::Delete)),
            What::Restore => not(here(row, false, Right::Delete)),
            What::Purge if !oracle.administers() => May::Not(vec!["not allowed"]),
            What::Purge => not(here(row, row.living(), Right::Delete)),
            What::Merge => {
                let other = oracle.state.get(&self.other).expect("a record");
                let wrong = [
                    here(row, true, Right::Edit),
                    here(other, true, Right::Edit),
                    here(other, true, Right::Delete),
                ];
                match wrong.into_iter().flatten().next() {
                    _ if self.id == self.other => May::Not(vec!["invalid"]),
                    Some(why) => May::Not(vec![why]),
                    None => May::Do,
                }
            }
            // Only what was merged can be parted again, by those who may do both; see the test of merges.
            What::Unmerge => match here(row, false, Right::Delete) {
                Some(_) => May::Not(vec!["not found", "not allowed"]),
                None => May::Not(vec!["not found", "not allowed", "invalid"]),
            },
            What::UndoImport => match oracle.administers() {
                true => May::Do,
                false => May::Not(vec!["not found", "not allowed"]),
            },
            What::Share(wish) => match here(row, true, Right::Read) {
                Some(why) => May::Not(vec![why]),
                None => self.may_share(oracle, row, wish),
            },
            What::EndShare(share) => {
                let share = oracle.living(row.id).find(|known| known.id == *share);
                let Some(share) = share.filter(|_| oracle.may(Right::Read, row)) else {
                    return May::Not(vec!["not found"]);
                };
                if !row.living() {
                    // One that was merged is looked for where it went, and its shares went with it.
                    return May::Not(vec!["not found"]);
                }
                let own = share.by == Some(oracle.me) || share.with == SharedWith::User(oracle.me);
                match own && !oracle.only_reads || oracle.gives() && oracle.may(Right::Edit, row) {
                    true => May::Do,
                    false => May::Not(vec!["not allowed"]),
                }
            }
        }
    }

    /// Who may edit a record and share at all gives it to whom they know, and no longer than they have it.
    fn may_share(&self, oracle: &Oracle<'_>, row: &Row, wish: &ShareWish) -> May {
        if !oracle.gives() {
            return May::Not(vec!["not allowed"]);
        }
        if row.object.system || row.object.part_of.is_some() {
            return May::Not(vec!["invalid"]);
        }
        if !oracle.may(Right::Edit, row) {
            return May::Not(vec!["not allowed"]);
        }
        let known = oracle.readable(wish.with.id()).is_some_and(Row::living);
        let late = |share: &office::Shared| match (share.until, wish.until) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some(mine), Some(wanted)) => wanted <= mine,
        };
        let has = oracle.may_by_role(Right::Edit, row)
            || oracle.mine(row.id).any(|share| share.edit && late(share));
        let lasting = wish.until.is_none_or(|until| until > oracle.now);
        match known && has && lasting && wish.with != SharedWith::User(oracle.me) {
            true => May::Do,
            false => May::Not(vec!["invalid"]),
        }
    }

    /// The shares are what the deed makes of them.
    pub fn shares_follow(
        &self,
        oracle: &Oracle<'_>,
        after: &[office::Shared],
        records: &State,
        context: &str,
    ) {
        let before = oracle.shares;
        let kept = |of: &office::Shared| after.contains(of);
        match &self.what {
            What::Share(wish) => {
                let is = |share: &&office::Shared| share.record == self.id && share.with == wish.with;
                let now = after.iter().filter(is).find(|share| share.edit == wish.edit);
                let now = now.filter(|share| share.until == wish.until && share.by == Some(oracle.me));
                assert!(now.is_some(), "{context}: {after:?}");
                assert!(before.iter().filter(|share| !is(share)).all(kept), "{context}");
            }
            What::EndShare(id) => {
                let ended = before.iter().find(|share| share.id == *id).expect(context);
                for share in before.iter().filter(|share| share.id != *id) {
                    let by = |shares| Oracle {
                        shares,
                        me: share.by.expect(context),
                        only_reads: false,
                        ..*oracle
                    };
                    let lost = |by: Oracle<'_>| !by.may(Right::Edit, &records[&share.record]);
                    if !kept(share) {
                        assert!(share.record == self.id && lost(by(after)), "{context}: {share:?} is gone");
                    } else if share.record == self.id && by(before).is_given(ended.with) {
                        let over = share.until.is_some_and(|until| until <= oracle.now);
                        assert!(over || !lost(by(after)), "{context}: {share:?} stayed");
                    }
                }
                assert!(!kept(ended), "{context}");
            }
            What::Merge => {
                let went = |share: &office::Shared| match share.record == self.other {
                    true => office::Shared { record: self.id, ..share.clone() },
                    false => share.clone(),
                };
                assert!(before.iter().map(went).all(|share| kept(&share)), "{context}");
            }
            What::Purge | What::Unmerge | What::UndoImport => {
                assert!(after.iter().all(|share| records.contains_key(&share.record)), "{context}");
            }
            _ => assert_eq!(before, after, "{context}"),
        }
    }

    fn may_create(&self, oracle: &Oracle<'_>, draft: &Draft) -> May {
        let scope = oracle.scope(draft.object, Right::Create);
        if scope == Scope::None {
            let sees = oracle.scope(draft.object, Right::Read) != Scope::None;
            return May::Not(vec![if sees { "not allowed" } else { "not found" }]);
        }
        match self.may_set(oracle, draft, None) {
            May::Do => {}
            not => return not,
        }
        if let Some(whole) = draft.object.part_of.and_then(|link| draft.value(link)).and_then(Value::as_link)
        {
            let whole = &oracle.state[&whole];
            return match (whole.living() && oracle.may(Right::Read, whole), oracle.may(Right::Edit, whole)) {
                (true, true) => May::Do,
                _ => May::Not(vec!["not allowed", "not found"]),
            };
        }
        if let Some(owner) = draft.object.owner {
            let given = draft.value(owner).map_or(Some(oracle.me), Value::as_link);
            if !oracle.covers(scope, given) {
                return May::Not(vec!["not allowed"]);
            }
        }
        May::Do
    }

    /// Fields must be open and links lead to what one sees. Which of several wrongs is told first is all the same.
    fn may_set(&self, oracle: &Oracle<'_>, draft: &Draft, row: Option<&Row>) -> May {
        let object = draft.object;
        let mut whys: Vec<&'static str> = Vec::new();
        let mut given: Vec<(&'static FieldDef, Value)> =
            draft.fields().map(|(field, value)| (field, value.clone())).collect();
        let owner = object.owner.and_then(|owner| object.field(owner));
        if let (None, Some(owner)) = (row, owner.filter(|owner| !draft.names(owner.name))) {
            given.push((owner, Value::Link(oracle.me)));
        }
        for (field, value) in given {
            // Of links to many one writes those that one sees.
            let many = field.many_to().is_some();
            let held = |row: &Row| row.values.get(field.name).cloned().unwrap_or_default();
            let stands = |row: &Row| if many { oracle.shown(row, field) } else { held(row) };
            let same = row.is_some_and(|row| stands(row) == value);
            let named = draft.names(field.name);
            match oracle.right(object, field) {
                FieldRight::Hidden if named => whys.push("invalid"),
                _ if same => continue,
                FieldRight::ReadOnly if named => whys.push("invalid"),
                FieldRight::Open if row.is_some() && field.rights == Rights::OnceAtCreation => {
                    whys.push("invalid")
                }
                _ => {}
            }
            if field.required && value.is_none() {
                whys.push("invalid");
            }
            if many {
                let seen = row.map_or(Value::None, stands);
                let new = value.as_links().iter().filter(|to| !seen.as_links().contains(to));
                let fits = |to: &Id| {
                    let to = &oracle.state[to];
                    let own = row.is_some_and(|row| row.id == to.id);
                    !own && to.living() && oracle.may(Right::Read, to)
                };
                if !new.into_iter().all(fits) {
                    whys.push("invalid");
                }
                continue;
            }
            if let (Kind::AnyLink(kind), Value::AnyLink(to)) = (field.kind, &value)
                && !kind.admits(&to.object)
            {
                whys.push("invalid");
            }
            let to = match value {
                Value::Link(to) => to,
                Value::AnyLink(to) => to.id,
                _ => continue,
            };
            let to = &oracle.state[&to];
            if !to.living() || !oracle.may(Right::Read, to) {
                whys.push("invalid");
            }
            if object.part_of == Some(field.name) && row.is_some() && !oracle.may(Right::Edit, to) {
                whys.push("not allowed");
                whys.push("not found");
            }
            if to.object == object && row.is_some_and(|row| leads(oracle.state, to, field.name, row.id)) {
                whys.push("invalid");
            }
            if object.part_of == Some(field.name) && whys.contains(&"invalid") {
                whys.push("not found");
            }
        }
        if row.is_none() && !whys.is_empty() {
            // The owner and the whole of a new record are looked at before its other links.
            whys.extend(["not allowed", "not found"]);
        }
        if whys.is_empty() { May::Do } else { May::Not(whys) }
    }

    /// Nothing but what was to be done was done.
    pub fn only_that(&self, before: &State, after: &State, context: &str) {
        let told = |row: &Row| format!("{:?} {:?} {:?}", row.values, row.deleted_at, row.foreign);
        let changed: BTreeSet<Id> = before
            .values()
            .filter(|row| after.get(&row.id).map(told) != Some(told(row)))
            .map(|row| row.id)
            .collect();
        let made: Vec<&Row> = after.values().filter(|row| !before.contains_key(&row.id)).collect();
        match &self.what {
            What::Create(draft) => {
                assert!(changed.is_empty() && made.len() == 1, "{context}");
                for (field, value) in draft.fields() {
                    assert_eq!(made[0].values.get(field.name).unwrap_or(&Value::None), value, "{context}");
                }
            }
            // What led to what is gone leads nowhere, and its parts are gone with it.
            What::Purge => assert!(made.is_empty() && !after.contains_key(&self.id), "{context}"),
            // What led to the one leads to the other.
            What::Merge => assert!(made.is_empty() && changed.contains(&self.other), "{context}"),
            _ => {
                assert!(made.is_empty() && changed.iter().all(|id| *id == self.id), "{context}: {changed:?}");
                if let What::Update(draft) = &self.what {
                    for (field, value) in draft.fields() {
                        let is = after[&self.id].values.get(field.name).unwrap_or(&Value::None);
                        if field.many_to().is_some() {
                            // What was not seen stays, whatever was written.
                            let was = before[&self.id].values.get(field.name).unwrap_or(&Value::None);
                            let given = value.as_links();
                            assert!(given.iter().all(|id| is.as_links().contains(id)), "{context}");
                            let mut others = is.as_links().iter().filter(|id| !given.contains(id));
                            assert!(others.all(|id| was.as_links().contains(id)), "{context}");
                            continue;
                        }
                        assert_eq!(is, value, "{context}");
                    }
                }
            }
        }
    }
}

fn leads(state: &State, from: &Row, by: &str, to: Id) -> bool {
    let mut at = Some(from.id);
    while let Some(id) = at {
        if id == to {
            return true;
        }
        at = state.get(&id).and_then(|row| row.link(by));
    }
    false
}
