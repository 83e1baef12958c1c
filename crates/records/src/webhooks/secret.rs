//! The secrets that messages are signed with: sealed at rest, shown once, and for a while two of them.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use cordee_base::{Id, Outcome};
use cordee_schema::{Draft, Record, Value};

use crate::Gate;
use crate::system::webhook::{OLD_SECRET, OLD_UNTIL, SECRET, WEBHOOK};

/// What a secret begins with, by the Standard Webhooks specification.
const PREFIX: &str = "whsec_";
/// For how many hours the secret before is used beside the new one.
const BOTH_HOURS: i64 = 24;

impl Gate<'_> {
    /// Gives a webhook a new secret, which is shown this once. For a day messages are signed with the one before
    /// too, so that the receiver can change over.
    pub fn rotate_webhook(&mut self, id: Id) -> Outcome<String> {
        self.webhook(id)?;
        let old = self.as_engine("keep the secret before", |gate| Ok(gate.get(&WEBHOOK, id)?.get(SECRET)))?;
        self.new_webhook_secret(id, old)
    }

    pub(super) fn new_webhook_secret(&mut self, id: Id, old: Option<String>) -> Outcome<String> {
        let mut bytes = [0; 32];
        self.house.secrets.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).fill(&mut bytes);
        let sealed = STANDARD.encode(self.seal_secret(&belongs(id), &bytes)?);
        let mut draft = Draft::new(&WEBHOOK).with(SECRET, sealed);
        if let Some(old) = old {
            draft.set(OLD_SECRET.name(), Value::Text(old));
            draft.set(OLD_UNTIL.name(), Value::Moment(self.now.plus_seconds(BOTH_HOURS * 3600)));
        }
        self.as_engine("keep the secret of a webhook", |gate| gate.update(id, None, draft.clone()))?;
        Ok(format!("{PREFIX}{}", STANDARD.encode(bytes)))
    }

    /// The secrets that are valid now, the latest first; those that can't be opened are left out.
    pub(super) fn webhook_secrets(&self, record: &Record) -> Vec<Vec<u8>> {
        let old =
            record.get(OLD_UNTIL).filter(|until| *until > self.now).and_then(|_| record.get(OLD_SECRET));
        let sealed = record.get(SECRET).into_iter().chain(old);
        let id = record.head.id;
        sealed.filter_map(|text| self.open_secret(&belongs(id), &STANDARD.decode(text).ok()?)).collect()
    }
}

fn belongs(id: Id) -> String {
    format!("webhook/{id}")
}
