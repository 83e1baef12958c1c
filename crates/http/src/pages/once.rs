//! A form sent twice (a double click, a page loaded anew) does what it does once.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex};

use axum::extract::Request;
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::sync::OwnedMutexGuard;

use super::address::Address;
use super::visit::Visit;

/// How many sent forms are remembered.
const REMEMBERED: usize = 2_000;

/// Where a form that has been sent led to; the second sending waits for the first.
type Sent = Arc<tokio::sync::Mutex<Option<Address>>>;

/// The forms that were sent lately.
#[derive(Default)]
pub(crate) struct Once(Mutex<Lately>);

#[derive(Default)]
struct Lately {
    sent: HashMap<String, Sent>,
    order: VecDeque<String>,
}

impl Once {
    fn of(&self, key: String) -> Sent {
        let mut lately = self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if let Some(known) = lately.sent.get(&key) {
            return known.clone();
        }
        if lately.order.len() == REMEMBERED
            && let Some(oldest) = lately.order.pop_front()
        {
            lately.sent.remove(&oldest);
        }
        lately.order.push_back(key.clone());
        lately.sent.entry(key).or_default().clone()
    }
}

impl Visit {
    /// A name for a form that is about to be shown.
    pub(crate) fn new_once(&self) -> String {
        let bytes: [u8; 12] = self.app.records().secret();
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Holds the form with this name; it tells where its first sending led to.
    pub(crate) async fn once(&self, name: &str) -> OwnedMutexGuard<Option<Address>> {
        let sent = match name.is_empty() || name.len() > 64 {
            true => Sent::default(),
            false => self.app.once().of(format!("{}/{name}", self.session)),
        };
        sent.lock_owned().await
    }
}

/// What was sent goes on to its end, also where the browser has left meanwhile, as it does at a double click: the second
/// sending must find where the first has led to.
pub(crate) async fn to_the_end(request: Request, next: Next) -> Response {
    if request.method() != Method::POST {
        return next.run(request).await;
    }
    match tokio::spawn(next.run(request)).await.map_err(tokio::task::JoinError::try_into_panic) {
        Ok(response) => response,
        Err(Ok(panic)) => std::panic::resume_unwind(panic),
        Err(Err(_)) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_second_sending_finds_where_the_first_led_until_it_is_forgotten() {
        let once = Once::default();
        *once.of("a".to_owned()).lock().await = Some(Address::of("/made"));
        assert_eq!(*once.of("a".to_owned()).lock().await, Some(Address::of("/made")));
        for at in 0..REMEMBERED {
            once.of(at.to_string());
        }
        assert_eq!(*once.of("a".to_owned()).lock().await, None);
    }
}
