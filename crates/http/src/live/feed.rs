//! The one reader of a workspace's journal in this process: it looks while somebody listens, and keeps the latest
//! entries in memory for all of them.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use cordee_base::{Id, Outcome};
use cordee_records::Happened;
use tokio::sync::{Notify, watch};

use super::presence::Present;
use super::{Live, locked};
use crate::App;

/// How often the journal is looked at where nobody says that there is more: another process may have written.
const LOOK_AGAIN: Duration = Duration::from_secs(1);
/// How long it is left alone after the database failed.
const REST: Duration = Duration::from_secs(5);
/// How many entries are read in one go.
const STRETCH: u64 = 5_000;
/// How many entries are kept for those who listen.
const KEPT: usize = 20_000;

/// What those who listen in a workspace share.
pub(crate) struct Feed {
    kept: Mutex<Kept>,
    head: watch::Sender<i64>,
    more: Notify,
    /// Who looks at what.
    pub present: Present,
}

struct Kept {
    /// Behind this number all entries are kept.
    since: i64,
    entries: VecDeque<Happened>,
}

impl Live {
    /// The feed of a workspace; it is read from now on, if it was not yet.
    pub(super) fn feed(app: &App, workspace: Id, head: i64) -> Arc<Feed> {
        let mut feeds = locked(&app.live().feeds);
        if let Some(feed) = feeds.get(&workspace) {
            return feed.clone();
        }
        let kept = Mutex::new(Kept { since: head, entries: VecDeque::new() });
        let (head, more) = (watch::Sender::new(head), Notify::new());
        let feed = Arc::new(Feed { kept, head, more, present: Present::default() });
        feeds.insert(workspace, feed.clone());
        tokio::spawn(read_on(app.clone(), workspace, feed.clone()));
        feed
    }
}

/// Reads until nobody listens any more.
async fn read_on(app: App, workspace: Id, feed: Arc<Feed>) {
    let mut stopping = app.live().stopping.subscribe();
    loop {
        let wait = match feed.read(&app, workspace).await {
            Ok(()) => LOOK_AGAIN,
            Err(problem) => {
                tracing::warn!(?problem, "the journal could not be read for those who listen");
                REST
            }
        };
        tokio::select! {
            () = feed.more.notified() => {}
            () = tokio::time::sleep(wait) => {}
            _ = stopping.wait_for(|stop| *stop) => return,
        }
        let mut feeds = locked(&app.live().feeds);
        // This one and that of the map: under the lock nobody can begin to listen meanwhile.
        if Arc::strong_count(&feed) <= 2 {
            feeds.remove(&workspace);
            return;
        }
    }
}

impl Feed {
    /// Says that there is more.
    pub(super) fn stir(&self) {
        self.more.notify_one();
    }

    /// Tells the number of the last entry, each time there is a new one.
    pub(super) fn listen(&self) -> watch::Receiver<i64> {
        self.head.subscribe()
    }

    /// The entries behind a number and the number of the last; none if so many came since that they are not kept.
    pub(super) fn after(&self, seq: i64) -> Option<(Vec<Happened>, i64)> {
        let kept = locked(&self.kept);
        let begins = kept.entries.partition_point(|entry| entry.seq <= seq);
        let last = kept.entries.back().map_or(kept.since, |entry| entry.seq);
        (seq >= kept.since).then(|| (kept.entries.range(begins..).copied().collect(), last))
    }

    async fn read(&self, app: &App, workspace: Id) -> Outcome<()> {
        loop {
            let since = *self.head.borrow();
            let some = app.records().happened(workspace, since, STRETCH).await?;
            let Some(last) = some.last().map(|entry| entry.seq) else { return Ok(()) };
            let whole = some.len() as u64 >= STRETCH;
            self.keep(some);
            self.head.send_replace(last);
            if !whole {
                return Ok(());
            }
        }
    }

    fn keep(&self, some: Vec<Happened>) {
        let mut kept = locked(&self.kept);
        kept.entries.extend(some);
        let over = kept.entries.len().saturating_sub(KEPT);
        let last = kept.entries.drain(..over).next_back().map(|entry| entry.seq);
        kept.since = last.unwrap_or(kept.since);
    }
}
