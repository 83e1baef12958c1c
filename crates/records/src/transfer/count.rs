//! What somebody has that could be given to others.

use cordee_base::{Id, Outcome};
use cordee_schema::{Filter, Object, Operand, Path, Value};

use super::TransferWish;
use crate::system::share::SHARE;
use crate::system::user;
use crate::{Gate, Query};

/// How many records of an object belong to somebody.
#[derive(Clone, Debug, PartialEq)]
pub struct Holding {
    /// The object.
    pub object: &'static Object,
    /// How many.
    pub count: u64,
    /// How many of them have not come to their end, where records of the object come to one.
    pub open: Option<u64>,
}

impl Gate<'_> {
    /// What belongs to somebody, object by object; those of which there is none are left out. For administrators.
    pub fn holdings(&mut self, person: Id) -> Outcome<Vec<Holding>> {
        self.needs_administrator()?;
        let wish = TransferWish { giver: Some(person), ..TransferWish::default() };
        self.held_by(&wish)
    }

    /// How many records are shared with somebody in person. For administrators.
    pub fn shares_with(&mut self, person: Id) -> Outcome<u64> {
        self.needs_administrator()?;
        let path = SHARE.field("user").map(|field| Path::field(&SHARE, field));
        let theirs =
            path.map(|path| Filter::is(path, Value::Link(person))).unwrap_or_else(Filter::everything);
        self.as_engine("count shares", |gate| gate.count(&Query::of(&SHARE).filter(theirs)))
    }

    /// What a transfer would give, object by object. For administrators.
    pub fn plan_transfer(&mut self, wish: &TransferWish) -> Outcome<Vec<Holding>> {
        self.transferable(wish)?;
        self.held_by(wish)
    }

    pub(super) fn held_by(&mut self, wish: &TransferWish) -> Outcome<Vec<Holding>> {
        let mut holdings = Vec::new();
        for object in self.given_objects(wish) {
            let all = self.belonging(object, wish, wish.open_only)?;
            let ended = object.board.and_then(|board| board.ended).is_some();
            let open = if ended { Some(self.belonging(object, wish, true)?) } else { None };
            let (count, open) = self.as_engine("count what somebody has", |gate| {
                let count = gate.count(&Query::of(object).filter(all))?;
                let open = open.map(|open| gate.count(&Query::of(object).filter(open))).transpose()?;
                Ok((count, open))
            })?;
            if count > 0 {
                holdings.push(Holding { object, count, open });
            }
        }
        Ok(holdings)
    }

    /// The objects whose records are given: those that belong to somebody.
    pub(super) fn given_objects(&self, wish: &TransferWish) -> Vec<&'static Object> {
        let owned = |object: &&'static Object| {
            let owner = object.owner.and_then(|owner| object.field(owner));
            !object.internal && owner.is_some_and(|owner| owner.links_to() == Some(user::USER.name))
        };
        let wanted = |object: &&'static Object| {
            wish.objects.is_empty() || wish.objects.iter().any(|one| one.name == object.name)
        };
        self.catalog().objects().filter(owned).filter(wanted).collect()
    }

    /// What those records are like.
    pub(super) fn belonging(
        &mut self,
        object: &'static Object,
        wish: &TransferWish,
        open_only: bool,
    ) -> Outcome<Filter> {
        let owner = object.owner.and_then(|owner| object.field(owner));
        let (Some(owner), Some(giver)) = (owner, wish.giver) else { return Ok(Filter::everything()) };
        let mut theirs = Filter::is(Path::field(object, owner), Value::Link(giver));
        if let Some(text) = &wish.filter {
            theirs = theirs.and(Filter::parse(text, self.catalog(), object, &self.reading)?);
        }
        let ended = object.board.and_then(|board| board.ended).filter(|_| open_only);
        if let Some(ended) = ended
            && let Some(told_by) = object.field(ended.told_by.0)
        {
            let going = Value::Text(ended.going.to_owned());
            theirs = theirs.and(Filter::is(Path::field(object, told_by), going));
        }
        debug_assert!(!matches!(&theirs, Filter::Where(one) if matches!(one.operand, Operand::None)));
        Ok(theirs)
    }
}
