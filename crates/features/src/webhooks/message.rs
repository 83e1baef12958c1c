//! What a message says: the change and the record, under the rights that the webhook's owner has when it is sent.

use cordee_base::Outcome;
use cordee_kit::{changed_json, record_json};
use cordee_records::{Changed, Gate, WebhookInfo};
use serde_json::{Value as Json, json};

/// How many bytes a message has at the most; of a longer one, only what it is about is told.
const MOST_BYTES: usize = 20_000;

/// What there is to tell.
pub enum Told {
    /// This.
    Message(Vec<u8>),
    /// The owner can see nothing of it any more.
    Nothing,
    /// There is no owner any more.
    NoOwner,
}

/// The message about the entry of the journal with this number; without a number, a message to try it out.
pub fn message(gate: &mut Gate<'_>, webhook: &WebhookInfo, seq: Option<i64>) -> Outcome<Told> {
    let Some(seq) = seq else {
        let data = json!({"webhook": webhook.id.to_string(), "name": webhook.name});
        return Ok(Told::Message(written("webhook.test", &gate.now().to_string(), data)));
    };
    let Some(owner) = webhook.owner else { return Ok(Told::NoOwner) };
    let told = gate.as_person(owner, |gate| {
        let Some(changed) = gate.change(seq)? else { return Ok(Told::Nothing) };
        let record = match changed.gone {
            true => Json::Null,
            false => record_json(&gate.get(changed.object, changed.id)?),
        };
        Ok(Told::Message(about(&changed, record)))
    })?;
    Ok(told.unwrap_or(Told::NoOwner))
}

fn about(changed: &Changed, record: Json) -> Vec<u8> {
    let kind = format!("{}.{}", changed.object.name, changed.kind());
    let at = changed.entry.at.to_string();
    let mut data = changed_json(changed);
    data["record"] = record;
    let whole = written(&kind, &at, data.clone());
    if whole.len() <= MOST_BYTES {
        return whole;
    }
    data["record"] = Json::Null;
    data["changes"] = json!({});
    data["cut"] = true.into();
    written(&kind, &at, data)
}

fn written(kind: &str, at: &str, data: Json) -> Vec<u8> {
    json!({"type": kind, "timestamp": at, "data": data}).to_string().into_bytes()
}
