//! Sending one message: signed, with the same name however often it is tried, by the timetable of the specification.

use cordee_base::{Id, Outcome};
use cordee_connectors::webhook::{ID, SIGNATURE, Secret, TIMESTAMP, signatures};
use cordee_kit::{Ended, Job, Post, Queue, Unsent, WEBHOOK_JOB, Work};
use cordee_records::{Actor, Endpoint};

use super::message::{Told, message};

/// The queue of deliveries.
static WEBHOOKS: Queue = Queue { name: "webhooks", at_once: 8 };

/// For how many seconds an answer is waited for.
const ANSWER_SECONDS: u64 = 20;
/// After how many seconds without any success a webhook is switched off: five days.
const LONG_FAILURE: i64 = 5 * 24 * 3600;
/// The answer by which a server says that it wants no more.
const GONE: u16 = 410;

pub static DELIVER: Job = Job {
    name: WEBHOOK_JOB,
    queue: &WEBHOOKS,
    every: None,
    waits: &[5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400],
    lease: 60,
    lane_waits: Some(300),
    run: deliver,
};

fn deliver(work: &Work<'_>) -> Outcome<Ended> {
    let actor = Actor::system(work.job.workspace, "send to a webhook");
    let payload = &work.job.payload;
    let Some(id) = payload["webhook"].as_str().and_then(|text| text.parse::<Id>().ok()) else {
        return Ok(Ended::Hopeless("no webhook is named".to_owned()));
    };
    let seq = payload["seq"].as_i64();
    let read = work.records.read_now(&actor, move |gate| {
        let Some(endpoint) = gate.endpoint(id)? else { return Ok(None) };
        let told = message(gate, &endpoint.webhook, seq)?;
        Ok(Some((endpoint, told)))
    })?;
    let Some((endpoint, told)) = read else { return Ok(Ended::Done("the webhook has ended".to_owned())) };
    if !endpoint.webhook.active {
        return Ok(Ended::Hopeless("the webhook is switched off".to_owned()));
    }
    let body = match told {
        Told::Message(body) => body,
        Told::Nothing => return Ok(Ended::Done("nothing is left to tell".to_owned())),
        Told::NoOwner => return stopped(work, id, "owner"),
    };
    let secrets: Vec<Secret> = endpoint.secrets.iter().filter_map(|bytes| Secret::of(bytes)).collect();
    if secrets.is_empty() {
        return stopped(work, id, "secret");
    }
    sent(work, &endpoint, &secrets, body)
}

fn sent(work: &Work<'_>, endpoint: &Endpoint, secrets: &[Secret], body: Vec<u8>) -> Outcome<Ended> {
    let (name, seconds) = (format!("msg_{}", work.job.id), work.records.now().micros() / 1_000_000);
    let headers = vec![
        ("content-type", "application/json".to_owned()),
        (SIGNATURE, signatures(secrets, &name, seconds, &body)),
        (ID, name),
        (TIMESTAMP, seconds.to_string()),
    ];
    let post = Post { url: endpoint.webhook.url.clone(), headers, body, seconds: ANSWER_SECONDS };
    let told = match work.outside.post(&post) {
        Ok(reply) if (200..300).contains(&reply.status) => {
            came_through(work, endpoint)?;
            return Ok(Ended::Done(format!("{} in {} ms", reply.status, reply.milliseconds)));
        }
        Ok(reply) if reply.status == GONE => return stopped(work, endpoint.webhook.id, "gone"),
        Ok(reply) => format!("{} in {} ms", reply.status, reply.milliseconds),
        Err(Unsent::Refused(why)) => return Ok(Ended::Hopeless(why)),
        Err(Unsent::Failed(why)) => why,
    };
    let now = work.records.now();
    let since = endpoint.webhook.failing_since.unwrap_or(now);
    if since.plus_seconds(LONG_FAILURE) <= now {
        return stopped(work, endpoint.webhook.id, "failing");
    }
    if endpoint.webhook.failing_since.is_none() {
        let (id, actor) = (endpoint.webhook.id, system(work));
        work.records.write_now(&actor, move |gate| gate.webhook_failing(id, Some(since)))?;
    }
    Ok(Ended::Failed(told))
}

fn came_through(work: &Work<'_>, endpoint: &Endpoint) -> Outcome<()> {
    if endpoint.webhook.failing_since.is_none() {
        return Ok(());
    }
    let id = endpoint.webhook.id;
    work.records.write_now(&system(work), move |gate| gate.webhook_failing(id, None))
}

/// The webhook is switched off; what waits for it ends so too, and can be sent once it is switched on again.
fn stopped(work: &Work<'_>, id: Id, reason: &'static str) -> Outcome<Ended> {
    work.records.write_now(&system(work), move |gate| gate.stop_webhook(id, reason))?;
    Ok(Ended::Hopeless(format!("the webhook was switched off: {reason}")))
}

fn system(work: &Work<'_>) -> Actor {
    Actor::system(work.job.workspace, "send to a webhook")
}
