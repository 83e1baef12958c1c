//! `Idempotency-Key`: a POST that is sent again under the same key does what it does once.
//!
//! While the first is under way the second is told so; once it is done, the second is answered as the first was.

use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

use axum::http::{HeaderMap, Method, Uri};
use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_records::{Gate, Repeatable};

use super::answer::Answer;
use crate::signed::Caller;
use crate::{App, Refused};

/// The header.
pub(crate) const KEY: &str = "idempotency-key";
/// How it is written.
pub(crate) const KEY_NAME: &str = "Idempotency-Key";
/// How long a key may be.
pub(crate) const LONGEST: usize = 255;

/// The request as one that may be sent again, if it has a key.
pub(crate) fn repeatable(
    method: &Method,
    uri: &Uri,
    headers: &HeaderMap,
    body: &[u8],
) -> Result<Option<Repeatable>, Refused> {
    let mut keys = headers.get_all(KEY).iter();
    let Some(key) = keys.next().filter(|_| method == Method::POST) else { return Ok(None) };
    let text = key.to_str().map_or("", str::trim);
    let written = !text.is_empty() && text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    if !written || text.len() > LONGEST || keys.next().is_some() {
        return Err(Refused::unreadable(Fault::at(KEY_NAME, "error-key").with("limit", LONGEST)));
    }
    let address = uri.path_and_query().map_or("", |address| address.as_str());
    Ok(Some(Repeatable::new(text, &[address.as_bytes(), body])))
}

/// The requests with a key that this server is at work on.
#[derive(Default)]
pub(crate) struct Running(Mutex<HashSet<Name>>);

type Name = (Id, Option<Id>, String);

/// Holds a key as long as its request is under way.
struct Held<'a> {
    running: &'a Running,
    name: Name,
}

impl Running {
    fn hold(&self, name: Name) -> Outcome<Held<'_>> {
        let mut names = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match names.insert(name.clone()) {
            true => Ok(Held { running: self, name }),
            false => Err(Problem::Conflict(Fault::at(KEY_NAME, "error-key-running"))),
        }
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        self.running.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.name);
    }
}

impl Caller {
    /// Does what a POST asks for, and keeps what is answered in the same transaction if the request has a key. One
    /// that was answered before is answered so again.
    pub(crate) async fn once(
        &self,
        app: &App,
        request: Option<Repeatable>,
        mut work: impl FnMut(&mut Gate<'_>) -> Outcome<Answer> + Send + 'static,
    ) -> Result<Answer, Refused> {
        let Some(request) = request else { return self.write(app, work).await };
        let name = (self.actor.workspace, self.actor.user_id(), request.key().to_owned());
        let _held = app.running().hold(name)?;
        let done = self.write(app, move |gate| {
            if let Some(kept) = gate.answered(&request)? {
                return Answer::again(&kept);
            }
            let answer = work(gate)?;
            gate.keep_answer(&request, &answer.kept())?;
            Ok(answer)
        });
        done.await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(method: Method, keys: &[&str]) -> Result<Option<Repeatable>, Refused> {
        let mut headers = HeaderMap::new();
        for key in keys {
            headers.append(KEY, key.parse().expect("a value"));
        }
        repeatable(&method, &Uri::from_static("/x"), &headers, b"{}")
    }

    #[test]
    fn a_key_has_a_length_and_stands_once() {
        let longest = "k".repeat(LONGEST);
        for good in ["a", "a b", "8e03978e-40d5-43dd-bc93-6894a57f9324", &longest] {
            let found = read(Method::POST, &[good]).expect("sound").expect("a key");
            assert_eq!(found.key(), good);
        }
        let longer = "k".repeat(LONGEST + 1);
        for wrong in [&["", ""][..1], &[" "], &["a\tb"], &[longer.as_str()], &["a", "b"]] {
            assert!(read(Method::POST, wrong).is_err(), "{wrong:?}");
        }
        assert_eq!(read(Method::POST, &[]), Ok(None));
        assert_eq!(read(Method::PATCH, &["a"]), Ok(None));
    }

    #[test]
    fn a_key_is_held_until_its_request_has_ended() {
        let running = Running::default();
        let name = || (Id::from_i64(1), None, "k".to_owned());
        let held = running.hold(name()).expect("free");
        assert!(running.hold(name()).is_err());
        drop(held);
        assert!(running.hold(name()).is_ok());
    }
}
