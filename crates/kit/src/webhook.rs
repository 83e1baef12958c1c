//! A webhook as JSON, and trying one out.

use cordee_base::{Id, Outcome, Problem};
use cordee_records::{Gate, JobInfo, WebhookInfo};
use serde_json::{Value as Json, json};

use crate::{Registry, WEBHOOK_JOB};

/// Sends a message to a webhook to try it out; gives the id of the delivery.
pub fn try_webhook(gate: &mut Gate<'_>, registry: &Registry, id: Id) -> Outcome<Option<Id>> {
    gate.webhook(id)?;
    let job = registry.job(WEBHOOK_JOB).ok_or(Problem::NotFound)?;
    let new = job.with(json!({"webhook": id.to_string()})).lane(gate.webhook_lane(id));
    gate.put_job(&new)
}

/// A webhook, without its secrets.
pub fn webhook_json(webhook: &WebhookInfo) -> Json {
    let moment = |moment: Option<cordee_base::Moment>| moment.map(|moment| moment.to_string());
    json!({
        "id": webhook.id.to_string(),
        "name": webhook.name,
        "url": webhook.url,
        "owner": webhook.owner.map(|id| id.to_string()),
        "objects": webhook.objects,
        "kinds": webhook.kinds,
        "filter": webhook.filter,
        "active": webhook.active,
        "reason": webhook.reason,
        "failing_since": moment(webhook.failing_since),
        "old_secret_until": moment(webhook.old_until),
        "created_at": webhook.created_at.to_string(),
    })
}

/// A delivery to a webhook.
pub fn delivery_json(job: &JobInfo) -> Json {
    json!({
        "id": job.id.to_string(),
        "message": format!("msg_{}", job.id),
        "seq": job.payload["seq"],
        "state": job.state.name(),
        "tries": job.tries,
        "told": job.told,
        "due_at": job.due_at.to_string(),
        "created_at": job.created_at.to_string(),
        "ended_at": job.ended_at.map(|at| at.to_string()),
    })
}
