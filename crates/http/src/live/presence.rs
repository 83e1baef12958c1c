//! Who looks at which record, in the memory of this process. It is never written down.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use cordee_base::Id;
use tokio::sync::watch;

use super::feed::Feed;
use super::locked;

/// Who looks at the records of a workspace.
#[derive(Default)]
pub(crate) struct Present {
    people: Mutex<HashMap<(&'static str, Id), Vec<Looking>>>,
    count: AtomicU64,
    moved: watch::Sender<u64>,
}

/// Somebody who looks at a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Looking {
    connection: u64,
    /// Who.
    pub user: Id,
    /// Whether they are about to change it.
    pub edits: bool,
}

/// As long as it is kept, somebody is there.
pub(super) struct Seat {
    feed: Arc<Feed>,
    at: (&'static str, Id),
    connection: u64,
}

impl Present {
    /// Tells each time when somebody came or went.
    pub(super) fn watch(&self) -> watch::Receiver<u64> {
        self.moved.subscribe()
    }

    /// Who looks at a record, each once, in the order in which they came.
    pub(super) fn at(&self, at: (&'static str, Id)) -> Vec<Looking> {
        let mut people: Vec<Looking> = Vec::new();
        for one in locked(&self.people).get(&at).into_iter().flatten() {
            match people.iter_mut().find(|known| known.user == one.user) {
                Some(known) => known.edits |= one.edits,
                None => people.push(*one),
            }
        }
        people
    }

    fn moved(&self) {
        self.moved.send_modify(|count| *count += 1);
    }
}

impl Seat {
    /// Somebody has come.
    pub(super) fn take(feed: &Arc<Feed>, at: (&'static str, Id), user: Id, edits: bool) -> Seat {
        let present = &feed.present;
        let connection = present.count.fetch_add(1, Ordering::Relaxed);
        locked(&present.people).entry(at).or_default().push(Looking { connection, user, edits });
        present.moved();
        Seat { feed: feed.clone(), at, connection }
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let present = &self.feed.present;
        let mut people = locked(&present.people);
        if let Some(there) = people.get_mut(&self.at) {
            there.retain(|one| one.connection != self.connection);
            if there.is_empty() {
                people.remove(&self.at);
            }
        }
        drop(people);
        present.moved();
    }
}
