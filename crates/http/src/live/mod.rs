//! `GET /events`: what happens while somebody looks at a page, told as it happens and under their rights.
//!
//! One reader of the journal for each workspace tells all connections that there is more (`feed`); each of them asks
//! what of it is for the person at its other end (`stream`). Who looks at a record stands in memory (`presence`).

mod feed;
mod interest;
mod presence;
mod stream;

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard};

use axum::Router;
use axum::routing::get;
use cordee_base::Id;
use tokio::sync::{Notify, watch};

use crate::App;
use feed::Feed;

/// How many connections one person has at the most; the oldest is ended for a new one.
const OF_ONE: usize = 8;
/// How many there are at the most.
const OF_ALL: usize = 10_000;

/// A person, by workspace and user.
type Who = (Id, Id);

/// The connections of this process, and what they are told.
pub(crate) struct Live {
    feeds: Mutex<HashMap<Id, Arc<Feed>>>,
    open: Mutex<HashMap<Who, VecDeque<Arc<Notify>>>>,
    stopping: watch::Sender<bool>,
}

impl Default for Live {
    fn default() -> Live {
        Live { feeds: Mutex::default(), open: Mutex::default(), stopping: watch::Sender::new(false) }
    }
}

/// The route of the events.
pub(crate) fn routes() -> Router<App> {
    Router::new().route("/events", get(stream::events))
}

impl Live {
    /// Ends all connections: the server is to stop.
    pub(crate) fn stop(&self) {
        self.stopping.send_replace(true);
    }

    /// Something was written by this process: the journal is looked at now and not in a while.
    pub(crate) fn stir(&self) {
        for feed in locked(&self.feeds).values() {
            feed.stir();
        }
    }

    /// How many connections there are.
    pub(crate) fn count(&self) -> usize {
        locked(&self.open).values().map(VecDeque::len).sum()
    }

    /// Lets a person have one more connection; what ends it when they have too many. None, if all have too many.
    fn enter(&self, who: Who) -> Option<Arc<Notify>> {
        let mut open = locked(&self.open);
        if open.values().map(VecDeque::len).sum::<usize>() >= OF_ALL {
            return None;
        }
        let (mine, theirs) = (Arc::new(Notify::new()), open.entry(who).or_default());
        if theirs.len() >= OF_ONE
            && let Some(oldest) = theirs.pop_front()
        {
            oldest.notify_one();
        }
        theirs.push_back(mine.clone());
        Some(mine)
    }

    fn leave(&self, who: Who, mine: &Arc<Notify>) {
        let mut open = locked(&self.open);
        let Some(theirs) = open.get_mut(&who) else { return };
        theirs.retain(|other| !Arc::ptr_eq(other, mine));
        if theirs.is_empty() {
            open.remove(&who);
        }
    }
}

/// What a lock guards is whole after each step, also where somebody panicked.
fn locked<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_connection_of_a_person_ends_for_a_new_one() {
        let (live, who) = (Live::default(), (Id::from_i64(1), Id::from_i64(2)));
        let all: Vec<_> = (0..=OF_ONE).map(|_| live.enter(who).expect("room")).collect();
        assert_eq!(live.count(), OF_ONE);
        live.leave(who, &all[0]);
        assert_eq!(live.count(), OF_ONE, "it has gone already");
        all.iter().for_each(|one| live.leave(who, one));
        assert_eq!(live.count(), 0);
    }
}
