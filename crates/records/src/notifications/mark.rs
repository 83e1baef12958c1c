//! What one has read. It is one's own affair: no version, no entry in the journal.

use cordee_base::{Id, Moment, Outcome, Problem};
use cordee_schema::Cell;
use cordee_store::Update;

use crate::Gate;
use crate::system::notification::NOTIFICATION;

impl Gate<'_> {
    /// Marks a notification of the actor as read, or as unread again.
    pub fn mark_notification(&mut self, id: Id, read: bool) -> Outcome<()> {
        // What one was never told is not there, whatever one may do.
        if self.notice(id)?.is_none() {
            return Err(Problem::NotFound);
        }
        let me = self.reader()?;
        let update = self.marking(me, read).having("id", id);
        self.session.update(&update).map_err(|fail| self.failed(fail))?;
        Ok(())
    }

    /// Marks all notifications of the actor as read.
    pub fn mark_all_notifications(&mut self) -> Outcome<()> {
        let me = self.reader()?;
        let update = self.marking(me, true).having("waits_for", me);
        self.session.update(&update).map_err(|fail| self.failed(fail))?;
        Ok(())
    }

    /// Puts a notification of the actor off until a moment; it is unread then.
    pub fn put_notification_off(&mut self, id: Id, until: Moment) -> Outcome<()> {
        if self.notice(id)?.is_none() {
            return Err(Problem::NotFound);
        }
        let me = self.reader()?;
        let update = self.marking(me, false).set("later", until).having("id", id);
        self.session.update(&update).map_err(|fail| self.failed(fail))?;
        Ok(())
    }

    fn reader(&self) -> Outcome<Id> {
        self.access.user.filter(|_| self.access.writes()).ok_or(Problem::NotAllowed)
    }

    fn marking(&self, me: Id, read: bool) -> Update {
        let update = Update::of(NOTIFICATION.name)
            .set("waits_for", if read { Cell::Null } else { me.into() })
            .set("read_at", if read { self.now.into() } else { Cell::Null });
        update.having("workspace_id", self.actor.workspace).having("user", me)
    }
}
