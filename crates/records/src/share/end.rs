//! Shares end: taken back by hand, with the record, or by themselves.

use cordee_base::{Id, Outcome, Problem};
use cordee_schema::Object;

use super::{ShareInfo, ShareWish};
use crate::journal::{Pending, Verb};
use crate::read::get::Shelf;
use crate::system::security_event;
use crate::system::share::SHARE;
use crate::{Gate, Records, Right};

/// How many shares that have ended are cleared away in one transaction.
const TOGETHER: u64 = 500;

impl Gate<'_> {
    /// Takes a share back, at once; with it go those that whoever had it gave on and may give no longer. For whoever
    /// may share the record, whoever shared it, and whoever it is shared with.
    pub fn end_share(&mut self, object: &'static Object, id: Id, share: Id) -> Outcome<()> {
        let object = self.whole_object(object);
        let record = self.get(object, id)?.head.id;
        let shares = self.shares_of(record)?;
        let share = shares.into_iter().find(|one| one.id == share).ok_or(Problem::NotFound)?;
        let me = self.access.user;
        let own = me.is_some()
            && !self.actor.only_reads()
            && (share.by.as_ref().map(|(by, _)| *by) == me
                || share.with.field() == "user" && Some(share.with.id()) == me);
        if !own && !self.may_share(object, record)? {
            return Err(Problem::NotAllowed);
        }
        self.drop_share(object, record, &share)?;
        self.drop_what_follows(object, record, &share)
    }

    /// What was given on by those who had it by this share goes with it, unless they may still change the record.
    fn drop_what_follows(&mut self, object: &'static Object, record: Id, ended: &ShareInfo) -> Outcome<()> {
        for share in self.shares_of(record)? {
            let Some((by, _)) = share.by else { continue };
            let with = ended.with;
            let lost = self.as_person(by, |gate| {
                Ok(gate.is_given(with) && !gate.is_there(object, record, Right::Edit, Shelf::InUse)?)
            })?;
            if lost == Some(true) {
                self.drop_share(object, record, &share)?;
                self.drop_what_follows(object, record, &share)?;
            }
        }
        Ok(())
    }

    /// All shares of a record that is taken out for good.
    pub(crate) fn drop_shares_of(&mut self, object: &'static Object, record: Id) -> Outcome<()> {
        if !object.shareable() {
            return Ok(());
        }
        self.all_shares_of(record)?.iter().try_for_each(|share| self.drop_share(object, record, share))
    }

    fn drop_share(&mut self, object: &'static Object, record: Id, share: &ShareInfo) -> Outcome<()> {
        if self.remove(&SHARE, share.id)? == 0 {
            return Ok(());
        }
        self.shares_changed()?;
        self.note(Pending::new(&SHARE, share.id, Verb::Purge, Vec::new()));
        let was = ShareWish { with: share.with, edit: share.edit, until: share.until };
        self.note_share(object, record, Verb::Unshare, &was);
        self.tell_share(object, record, security_event::UNSHARED, &was)
    }
}

impl Records {
    /// Clears away the shares that have ended by themselves, so that the history of their records and whoever follows
    /// changes is told; gives how many there were. They have given nothing since their end.
    pub fn sweep_shares(&self, workspace: Id) -> Outcome<u64> {
        let actor = crate::Actor::system(workspace, "shares that have ended");
        let mut swept = 0;
        loop {
            let some = self.write_now(&actor, |gate| {
                let ended = gate.ended_shares(TOGETHER)?;
                for (record, share) in &ended {
                    let of =
                        record.as_ref().and_then(|(object, id)| Some((gate.catalog().object(object)?, *id)));
                    match of {
                        Some((object, id)) => gate.drop_share(object, id, share)?,
                        None => drop(gate.remove(&SHARE, share.id)?),
                    }
                }
                Ok(ended.len() as u64)
            })?;
            swept += some;
            if some < TOGETHER {
                return Ok(swept);
            }
        }
    }
}
