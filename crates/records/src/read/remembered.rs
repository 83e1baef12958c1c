//! What takes long to find out and may be some minutes old: it is remembered for whoever has found it out, as long as
//! their rights stay what they are. Nobody is told what somebody else has found out.

use std::any::Any;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use cordee_base::{Id, Outcome};

use crate::Gate;

/// So much is remembered of all workspaces; what is oldest goes first.
const MOST: usize = 24;

/// What was found out.
type Found = Arc<dyn Any + Send + Sync>;

/// Where, under which rights, and what.
type Key = (Id, String, &'static str);

/// What is remembered, with the moment of which it tells.
#[derive(Default)]
pub(crate) struct Remembered(Mutex<HashMap<Key, (i64, Found)>>);

impl Remembered {
    fn get(&self, key: &Key, now: i64, lasts: i64) -> Option<Found> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.get(key).filter(|(at, _)| (0..lasts).contains(&(now - at))).map(|(_, found)| found.clone())
    }

    fn put(&self, key: Key, at: i64, found: Found) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST && !known.contains_key(&key) {
            let oldest = known.iter().min_by_key(|(_, (at, _))| *at).map(|(key, _)| key.clone());
            oldest.map(|key| known.remove(&key));
        }
        known.insert(key, (at, found));
    }
}

impl Gate<'_> {
    /// What was found out under this name in the last so many seconds by the same person with the same rights; else it is
    /// found out now. Only for what is read, and of which it does no harm that it is a little old.
    pub fn remembered<T: Any + Send + Sync>(
        &mut self,
        name: &'static str,
        seconds: i64,
        find: impl FnOnce(&mut Self) -> Outcome<T>,
    ) -> Outcome<Arc<T>> {
        if !self.keeps || self.within {
            return find(self).map(Arc::new);
        }
        let key = (self.actor.workspace, self.access.rights(), name);
        let now = self.now.micros();
        let house = self.house;
        let known = house.remembered.get(&key, now, seconds * 1_000_000);
        if let Some(known) = known.and_then(|found| found.downcast::<T>().ok()) {
            return Ok(known);
        }
        let found = Arc::new(find(self)?);
        house.remembered.put(key, now, found.clone());
        Ok(found)
    }
}
