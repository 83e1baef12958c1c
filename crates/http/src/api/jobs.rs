//! `/jobs`: what is done without anybody waiting, for administrators.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::Uri;
use cordee_base::{Fault, Problem};
use cordee_records::{JobInfo, JobState, JobsAsked};
use serde_json::{Value, json};

use super::answer::Answer;
use super::body::Body;
use super::parameters::Parameters;
use crate::signed::Caller;
use crate::{App, Refused};

/// What may be asked.
pub(crate) const PARAMETERS: &[&str] = &["state", "queue", "limit", "before_id"];

/// `GET /jobs`: `{"data": […], "next": id or null}`
pub(crate) async fn list(State(app): State<App>, caller: Caller, uri: Uri) -> Result<Json<Value>, Refused> {
    let given = Parameters::of(&uri, PARAMETERS)?;
    let state = given.one("state").map(state).transpose().map_err(Refused::unreadable)?;
    let page = given.backwards("before_id", "error-invalid-value")?;
    let queue = given.one("queue").map(str::to_owned);
    let asked = JobsAsked { queue, state, before: page.before, limit: page.limit, lane: None };
    let jobs = caller.read(&app, move |gate| gate.jobs(&asked)).await?;
    let next = page.next(&jobs, |job| job.id.to_string().into());
    let data: Vec<Value> = jobs.iter().map(shown).collect();
    Ok(Json(json!({"data": data, "next": next})))
}

/// `GET /jobs/queues`: `{"queues": […], "schedules": […]}`
pub(crate) async fn queues(State(app): State<App>, caller: Caller, uri: Uri) -> Result<Json<Value>, Refused> {
    Parameters::of(&uri, &[])?;
    let (queues, schedule) = caller.read(&app, |gate| Ok((gate.queues()?, gate.schedule()?))).await?;
    let queue = |queue: &cordee_records::QueueInfo| {
        json!({
            "name": queue.name,
            "waiting": queue.waiting,
            "running": queue.running,
            "done": queue.done,
            "dead": queue.dead,
            "oldest_due": queue.oldest_due.map(|at| at.to_string()),
        })
    };
    let due = |one: &cordee_records::Scheduled| json!({"name": one.name, "due_at": one.due_at.to_string()});
    let queues: Vec<Value> = queues.iter().map(queue).collect();
    let schedules: Vec<Value> = schedule.iter().map(due).collect();
    Ok(Json(json!({"queues": queues, "schedules": schedules})))
}

/// `POST /jobs/schedules/{name}`: puts what comes round into the queue now.
pub(crate) async fn run(
    State(app): State<App>,
    caller: Caller,
    Path(name): Path<String>,
    uri: Uri,
    body: Body,
) -> Result<Answer, Refused> {
    Parameters::of(&uri, &[])?;
    let once = body.nothing()?;
    let job = app.registry().job(&name).filter(|job| job.every.is_some());
    let put = caller.once(&app, once, move |gate| {
        gate.needs_administrator()?;
        job.ok_or(Problem::NotFound)?.put(gate)?;
        Ok(Answer::nothing())
    });
    put.await
}

fn state(text: &str) -> Result<JobState, Fault> {
    JobState::named(text).ok_or_else(|| {
        let names = JobState::ALL.map(|(name, _)| name).join(", ");
        Fault::at("state", "error-choice").with("value", text).with("options", names)
    })
}

fn shown(job: &JobInfo) -> Value {
    json!({
        "id": job.id.to_string(),
        "queue": job.queue,
        "name": job.kind,
        "state": job.state.name(),
        "due_at": job.due_at.to_string(),
        "tries": job.tries,
        "told": job.told,
        "payload": job.payload,
        "created_at": job.created_at.to_string(),
        "ended_at": job.ended_at.map(|at| at.to_string()),
    })
}
