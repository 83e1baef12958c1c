//! Sharing one record with a person or a team beyond what roles give: for good or until a moment, to see it or to change
//! it. Nobody gives more than they have, and the role of whoever gets it still says what may be done with its fields.

mod end;
mod look;

use cordee_base::{Fault, Id, Moment, Outcome, Problem};
use cordee_schema::{AnyLink, Draft, Object, Value};
use serde_json::json;

use crate::journal::{Pending, Verb};
use crate::read::get::Shelf;
use crate::system::share::{self, SHARE};
use crate::system::{security_event, team, user};
use crate::{Gate, Right, Scope};

/// Whom a record is shared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SharedWith {
    /// A person.
    User(Id),
    /// A team, with the teams below it.
    Team(Id),
}

/// What somebody wants to share.
#[derive(Clone, Copy, Debug)]
pub struct ShareWish {
    /// With whom.
    pub with: SharedWith,
    /// Whether they may also change it.
    pub edit: bool,
    /// Until when; for good, if not said.
    pub until: Option<Moment>,
}

/// A share as it stands.
#[derive(Clone, Debug)]
pub struct ShareInfo {
    /// Its id.
    pub id: Id,
    /// Whom the record is shared with.
    pub with: SharedWith,
    /// What they are called, if one may see that.
    pub name: Option<String>,
    /// Whether they may also change it.
    pub edit: bool,
    /// Until when; for good, if not said.
    pub until: Option<Moment>,
    /// Who shared it, and what they are called, if one may see that.
    pub by: Option<(Id, Option<String>)>,
    /// Since when.
    pub since: Moment,
}

impl SharedWith {
    /// The person or the team.
    pub fn id(self) -> Id {
        match self {
            SharedWith::User(id) | SharedWith::Team(id) => id,
        }
    }

    /// The field of a share in which it stands.
    pub fn field(self) -> &'static str {
        match self {
            SharedWith::User(_) => "user",
            SharedWith::Team(_) => "team",
        }
    }
}

impl Gate<'_> {
    /// Whether the actor may share this record.
    pub fn may_share(&mut self, object: &'static Object, id: Id) -> Outcome<bool> {
        Ok(object.shareable() && self.access.shares() && self.may(Right::Edit, object, id)?)
    }

    /// Shares a record, or changes how it is shared with them already; gives the share.
    pub fn share(&mut self, object: &'static Object, id: Id, wish: &ShareWish) -> Outcome<Id> {
        let object = self.whole_object(object);
        let record = self.may_give(object, id)?;
        self.may_get(wish)?;
        self.within_own(object, record, wish)?;
        let draft = Draft::new(&SHARE)
            .with(share::LEVEL, if wish.edit { share::EDIT } else { share::READ }.to_owned());
        let mut draft = match wish.until {
            Some(until) => draft.with(share::UNTIL, until),
            None => draft,
        };
        if let Some(me) = self.actor.user_id() {
            draft.set("shared_by", Value::Link(me));
        }
        let same = self.shares_of(record)?.into_iter().find(|share| share.with == wish.with);
        let share = match same {
            Some(known) => {
                if wish.until.is_none() {
                    draft.set("until", Value::None);
                }
                self.as_engine("change a share", |gate| gate.update(known.id, None, draft.clone()))?;
                known.id
            }
            None => {
                let link = AnyLink { object: object.name.to_owned(), id: record };
                draft.set("record", Value::AnyLink(Box::new(link)));
                draft.set(wish.with.field(), Value::Link(wish.with.id()));
                self.as_engine("keep a share", |gate| gate.create(draft.clone()))?
            }
        };
        self.shares_changed()?;
        self.note_share(object, record, Verb::Share, wish);
        self.tell_share(object, record, security_event::SHARED, wish)?;
        Ok(share)
    }

    /// The record itself, if the actor may share it.
    fn may_give(&mut self, object: &'static Object, id: Id) -> Outcome<Id> {
        let record = self.get(object, id)?.head.id;
        if !self.access.shares() {
            return Err(Problem::NotAllowed);
        }
        if !object.shareable() {
            let whole = object.part_of.and_then(|link| object.field(link)).and_then(|link| link.links_to());
            let fault = Fault::whole("error-share-object").with("object", object.name);
            return Err(fault.with("whole", whole.unwrap_or("")).into());
        }
        match self.is_there(object, record, Right::Edit, Shelf::InUse)? {
            true => Ok(record),
            false => Err(Problem::NotAllowed),
        }
    }

    /// Whoever gets it works here, and the actor knows of them.
    fn may_get(&mut self, wish: &ShareWish) -> Outcome<()> {
        let (object, id) = match wish.with {
            SharedWith::User(id) => (&user::USER, id),
            SharedWith::Team(id) => (&team::TEAM, id),
        };
        let field = wish.with.field();
        let missing = || Fault::at(field, "error-link-missing").with("object", object.name).with("value", id);
        let there = self.is_there(self.whole_object(object), id, Right::Read, Shelf::InUse)?;
        let works = match (there, wish.with) {
            (true, SharedWith::User(id)) => self.as_person(id, |_| Ok(()))?.is_some(),
            (there, _) => there,
        };
        if !works {
            return Err(missing().into());
        }
        if wish.with == SharedWith::User(id) && self.access.user == Some(id) {
            return Err(Fault::at(field, "error-share-self").into());
        }
        match wish.until {
            Some(until) if until <= self.now => Err(Fault::at("until", "error-share-past").into()),
            _ => Ok(()),
        }
    }

    /// What one has by a share oneself, one gives no longer than one has it.
    fn within_own(&mut self, object: &'static Object, id: Id, wish: &ShareWish) -> Outcome<()> {
        let own = self.access.clone();
        self.access = own.by_role();
        let by_role = self.is_there(object, id, Right::Edit, Shelf::InUse);
        self.access = own;
        if by_role? {
            return Ok(());
        }
        let mine: Vec<ShareInfo> = self.shares_of(id)?;
        let mine = mine.iter().filter(|share| share.edit && self.is_given(share.with));
        let longest = mine.map(|share| share.until.map_or(i64::MAX, Moment::micros)).max().unwrap_or(0);
        match wish.until.map_or(i64::MAX, Moment::micros) <= longest {
            true => Ok(()),
            false => {
                let until = Moment::from_micros(longest);
                Err(Fault::at("until", "error-share-longer").with("until", until).into())
            }
        }
    }

    /// Whether what is shared with them is shared with the actor.
    pub(crate) fn is_given(&self, with: SharedWith) -> bool {
        match with {
            SharedWith::User(id) => self.access.user == Some(id),
            SharedWith::Team(id) => self.access.circle.teams.contains(&id),
        }
    }

    pub(crate) fn note_share(&mut self, object: &'static Object, id: Id, verb: Verb, wish: &ShareWish) {
        let told = json!({
            wish.with.field(): wish.with.id(),
            "level": if wish.edit { share::EDIT } else { share::READ },
            "until": wish.until.map(|until| until.to_string()),
        });
        self.note(Pending::with_body(object, id, verb, json!({ "share": told })));
    }

    /// In the log of security it stands with whoever got it; with a team it stands with whoever gave it.
    fn tell_share(
        &mut self,
        object: &'static Object,
        id: Id,
        event: &'static str,
        wish: &ShareWish,
    ) -> Outcome<()> {
        let whose = match wish.with {
            SharedWith::User(id) => Some(id),
            SharedWith::Team(_) => self.actor.user_id(),
        };
        let Some(whose) = whose else { return Ok(()) };
        let title = self.as_engine("what is shared", |gate| {
            Ok(gate.titles(object, &[id])?.pop().map(|hit| hit.title).unwrap_or_default())
        })?;
        self.tell_security(whose, event, &format!("{} {id} {title}", object.name))
    }
}

impl Gate<'_> {
    /// Whether records of an object can be shared at all by the actor.
    pub fn shares_some(&self, object: &Object) -> bool {
        object.shareable() && self.access.shares() && self.access.scope(object, Right::Edit) != Scope::None
    }
}
