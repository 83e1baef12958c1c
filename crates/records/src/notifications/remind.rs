//! Reminders: what is due, or should have been done by now, told to whom it concerns once for each key. Jobs find out what
//! there is; what each wishes to be told of, and when, holds as for all notifications.

use cordee_base::{Id, Outcome, Time};
use cordee_schema::{AnyLink, Cell, Object};
use cordee_store::Update;

use super::make::Telling;
use crate::Gate;
use crate::system::notification::NOTIFICATION;

/// When a day of work begins, where somebody is.
pub const MORNING: Time = Time::constant(8, 0, 0, 0);

/// One reminder for one person.
#[derive(Clone, Debug)]
pub struct Reminding {
    /// Who is reminded.
    pub user: Id,
    /// Of what: one of the kinds of notifications.
    pub kind: &'static str,
    /// What is told once has one key.
    pub key: String,
    /// The object of what is meant.
    pub object: &'static Object,
    /// The one record that is meant; none where it is many, or none yet.
    pub about: Option<Id>,
    /// How many records.
    pub count: u64,
    /// The people whom it speaks of.
    pub people: Vec<Id>,
}

impl Gate<'_> {
    /// Whether people like to be reminded now: their day of work has begun, and the bell is not silent.
    pub fn is_time_to_remind(&self) -> bool {
        self.now.time_in(&self.access.zone) >= MORNING && !self.access.is_quiet(self.now)
    }

    /// Those of these reminders whose people work here, wish to hear of such things, and have not been told yet.
    pub fn untold(&mut self, all: Vec<Reminding>) -> Outcome<Vec<Reminding>> {
        let mut wished = all.iter().enumerate().map(|(place, one)| (place, one.user, one.kind)).collect();
        self.willing(&mut wished)?;
        let wished: Vec<usize> = wished.into_iter().map(|(place, ..)| place).collect();
        let tellings: Vec<Telling> = wished.iter().map(|place| self.telling(&all[*place])).collect();
        let told = self.kept(&tellings)?;
        let untold = all.into_iter().enumerate();
        let untold = untold.filter(|(place, one)| wished.contains(place) && !told.contains_key(&one.key));
        Ok(untold.map(|(_, one)| one).collect())
    }

    /// Reminds people, as [`Gate::untold`] lets it; gives how many times. An earlier reminder of the same kind that was not
    /// read gives way: who was away finds one, not one for each day.
    pub fn remind(&mut self, all: Vec<Reminding>) -> Outcome<usize> {
        let untold = self.untold(all)?;
        for one in &untold {
            let earlier = Update::of(NOTIFICATION.name)
                .set("waits_for", Cell::Null)
                .set("read_at", self.now)
                .having("workspace_id", self.actor.workspace)
                .having("waits_for", one.user)
                .having("kind", one.kind);
            self.session.update(&earlier).map_err(|fail| self.failed(fail))?;
        }
        let tellings = untold.iter().map(|one| self.telling(one)).collect();
        self.keep_tellings(tellings)?;
        Ok(untold.len())
    }

    fn telling(&self, one: &Reminding) -> Telling {
        Telling {
            user: one.user,
            kind: one.kind,
            key: one.key.clone(),
            about: one.about.map(|id| AnyLink { object: one.object.name.to_owned(), id }),
            comment: None,
            by: None,
            at: self.now,
            entries: Default::default(),
            object: Some(one.object.name),
            count: one.count,
            people: one.people.clone(),
        }
    }
}
