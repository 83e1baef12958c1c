//! How many requests a token, a browser or an address may make: so many in ten seconds, then none until they are over.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hash, RandomState};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};
use cordee_base::{Fault, Problem};

use crate::{App, Asked, cookies};

/// How long it is counted.
const WINDOW: Duration = Duration::from_secs(10);
/// How many times as much one address may ask, since many people may share one.
const ONE_ADDRESS: u32 = 10;
/// How many are counted at once; beyond it those whose time is over are forgotten.
const MOST: usize = 100_000;

/// Who has asked how often.
#[derive(Default)]
pub(crate) struct Limits {
    hasher: RandomState,
    windows: Mutex<HashMap<u64, Window>>,
}

#[derive(Clone, Copy)]
struct Window {
    began: Instant,
    count: u32,
}

/// What is left to somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Left {
    limit: u32,
    left: u32,
    seconds: u64,
    over: bool,
}

impl Limits {
    /// Counts a request; what is left to whoever makes it, if there is a limit.
    pub(crate) fn count(&self, app: &App, asked: &Asked, parts: &Parts) -> Option<Left> {
        let limit = app.options().rate_limit?;
        let now = Instant::now();
        let address = self.take(&("address", asked.address), limit.saturating_mul(ONE_ADDRESS), now);
        let token = parts.headers.get(header::AUTHORIZATION).map(HeaderValue::as_bytes);
        let secret = token.or_else(|| cookies::session_secret(app, &parts.headers).map(str::as_bytes));
        let own = secret.map(|secret| self.take(&("secret", secret), limit, now));
        Some(match own {
            Some(own) if !address.over => own,
            _ => address,
        })
    }

    fn take(&self, who: &impl Hash, limit: u32, now: Instant) -> Left {
        let key = self.hasher.hash_one(who);
        let mut windows = self.windows.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if windows.len() >= MOST {
            windows.retain(|_, window| now.duration_since(window.began) < WINDOW);
            if windows.len() >= MOST {
                windows.clear();
            }
        }
        let window = windows.entry(key).or_insert(Window { began: now, count: 0 });
        if now.duration_since(window.began) >= WINDOW {
            *window = Window { began: now, count: 0 };
        }
        window.count = window.count.saturating_add(1);
        let seconds = WINDOW.saturating_sub(now.duration_since(window.began)).as_secs() + 1;
        let left = limit.saturating_sub(window.count);
        Left { limit, left, seconds: seconds.min(WINDOW.as_secs()), over: window.count > limit }
    }
}

impl Left {
    /// The problem, if nothing was left.
    pub(crate) fn problem(&self) -> Option<Problem> {
        self.over.then(|| Fault::whole("error-throttled").with("seconds", self.seconds).into())
    }

    /// Tells it in headers (draft of the IETF's httpapi group, whose names stand here alone).
    pub(crate) fn tell(&self, headers: &mut HeaderMap) {
        let policy = format!("\"default\";q={};w={}", self.limit, WINDOW.as_secs());
        let state = format!("\"default\";r={};t={}", self.left, self.seconds);
        for (name, text) in [("ratelimit-policy", policy), ("ratelimit", state)] {
            if let Ok(value) = HeaderValue::from_str(&text) {
                headers.insert(name, value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_a_window_of_its_own_that_ends() {
        let (limits, began) = (Limits::default(), Instant::now());
        let ask = |who: &str, after: u64| limits.take(&who, 2, began + Duration::from_millis(after));
        assert_eq!((ask("ann", 0).left, ask("ann", 1).over, ask("ann", 2).over), (1, false, true));
        assert_eq!(ask("ann", 2).seconds, 10);
        assert_eq!(ask("ann", 9_500).seconds, 1);
        assert!(!ask("bob", 3).over, "others are not held back");
        assert!(!ask("ann", 10_000).over, "after ten seconds it begins anew");
    }
}
