//! Webhooks as administrators keep them, and as deliveries use them: which there are, what they are told of, with which
//! secrets messages are signed.

mod deliver;
mod keep;
mod secret;

pub use deliver::Endpoint;
pub use keep::{WebhookInfo, WebhookWish};

use cordee_base::Id;

/// The lane of the queue in which the deliveries of a webhook stand: one address never waits for another.
fn lane(id: Id) -> String {
    format!("webhook {id}")
}
