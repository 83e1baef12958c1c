//! `cordee jobs …`: the queues, what stands in them, and what to do about what was given up.

use clap::Subcommand;
use cordee_base::{Fault, Moment};
use cordee_records::{JobInfo, JobState, JobsAsked};
use serde_json::json;

use super::get;
use crate::arguments::Global;
use crate::desk::{Desk, plain};
use crate::output::{Out, Side};
use crate::trouble::Trouble;

/// What to do with jobs.
#[derive(Subcommand)]
pub enum Jobs {
    /// Show how the queues stand, and when what comes round is due next
    Queues,
    /// Show jobs, the latest first
    List {
        /// Only those that stand like this: waiting, running, done, dead
        #[arg(long, value_name = "STATE")]
        state: Option<String>,
        /// Only those of this queue
        #[arg(long, value_name = "NAME")]
        queue: Option<String>,
        /// How many at the most
        #[arg(long, default_value_t = 50)]
        limit: u32,
    },
    /// Put a job that comes round into the queue now
    Run {
        /// Its name, as `cordee jobs queues` shows it
        name: String,
    },
    /// Have a job run again that was given up or is done
    Again {
        /// Its id
        id: String,
    },
    /// Let a job go
    Discard {
        /// Its id
        id: String,
    },
}

impl Jobs {
    /// Does it.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        let desk = Desk::open(global, out)?;
        match self {
            Jobs::Queues => queues(&desk, out),
            Jobs::List { state, queue, limit } => {
                let state = state.map(|text| named(&text)).transpose()?;
                list(&desk, JobsAsked { state, queue, limit, ..JobsAsked::default() }, out)
            }
            Jobs::Run { name } => run_now(&desk, &name, out),
            Jobs::Again { id } => {
                let id = get::id(&id)?;
                desk.write(move |gate| gate.run_job_again(id))?;
                done(out)
            }
            Jobs::Discard { id } => {
                let id = get::id(&id)?;
                desk.write(move |gate| gate.discard_job(id))?;
                done(out)
            }
        }
    }
}

fn queues(desk: &Desk, out: &Out) -> Result<(), Trouble> {
    let (queues, schedule) = desk.read(|gate| Ok((gate.queues()?, gate.schedule()?)))?;
    let moment = |moment: Option<Moment>| moment.map_or("–".to_owned(), |at| desk.locale.moment(at));
    if out.json {
        let queues: Vec<_> = queues.iter().map(|queue| json!({
            "name": queue.name, "waiting": queue.waiting, "running": queue.running, "done": queue.done,
            "dead": queue.dead, "oldest_due": queue.oldest_due.map(|at| at.to_string()),
        })).collect();
        let due: Vec<_> = schedule
            .iter()
            .map(|one| json!({ "name": one.name, "due_at": one.due_at.to_string() }))
            .collect();
        return out.json(&json!({ "queues": queues, "schedules": due }));
    }
    let head = ["queue", "waiting", "running", "done", "dead", "oldest"];
    let head: Vec<(String, Side)> =
        head.iter().map(|key| (word(out, &format!("jobs-{key}")), Side::Left)).collect();
    let rows: Vec<Vec<String>> = queues
        .iter()
        .map(|queue| {
            let count = |number: i64| number.to_string();
            let counts = [queue.waiting, queue.running, queue.done, queue.dead].map(count);
            [vec![queue.name.clone()], counts.to_vec(), vec![moment(queue.oldest_due)]].concat()
        })
        .collect();
    out.table(&head, &rows)?;
    out.line("")?;
    let head = [(word(out, "jobs-name"), Side::Left), (word(out, "jobs-due-next"), Side::Left)];
    let rows: Vec<Vec<String>> =
        schedule.iter().map(|one| vec![one.name.clone(), moment(Some(one.due_at))]).collect();
    out.table(&head, &rows)
}

fn list(desk: &Desk, asked: JobsAsked, out: &Out) -> Result<(), Trouble> {
    let jobs = desk.read(move |gate| gate.jobs(&asked))?;
    if out.json {
        let jobs: Vec<_> = jobs.iter().map(shown).collect();
        return out.json(&json!({ "jobs": jobs }));
    }
    let head = ["id", "name", "state", "tries", "due-at", "told"];
    let head: Vec<(String, Side)> =
        head.iter().map(|key| (word(out, &format!("jobs-{key}")), Side::Left)).collect();
    let rows: Vec<Vec<String>> = jobs
        .iter()
        .map(|job| {
            vec![
                job.id.to_string(),
                job.kind.clone(),
                word(out, &format!("jobs-{}", job.state.name())),
                job.tries.to_string(),
                desk.locale.moment(job.ended_at.unwrap_or(job.due_at)),
                plain(job.told.as_deref().unwrap_or("")),
            ]
        })
        .collect();
    out.table(&head, &rows)
}

fn shown(job: &JobInfo) -> serde_json::Value {
    json!({
        "id": job.id.to_string(), "queue": job.queue, "name": job.kind, "lane": job.lane, "state": job.state.name(),
        "due_at": job.due_at.to_string(), "tries": job.tries, "told": job.told, "payload": job.payload,
        "created_at": job.created_at.to_string(), "ended_at": job.ended_at.map(|at| at.to_string()),
    })
}

fn run_now(desk: &Desk, name: &str, out: &Out) -> Result<(), Trouble> {
    let round: Vec<&str> =
        desk.registry.jobs.iter().filter(|job| job.every.is_some()).map(|job| job.name).collect();
    let job = desk.registry.job(name).filter(|job| job.every.is_some()).ok_or_else(|| {
        let fault = Fault::at("name", "error-choice").with("value", name);
        Trouble::Usage(fault.with("options", round.join(", ")))
    })?;
    desk.write(move |gate| {
        gate.needs_administrator()?;
        job.put(gate)
    })?;
    done(out)
}

fn named(text: &str) -> Result<JobState, Trouble> {
    JobState::named(text).ok_or_else(|| {
        let names = JobState::ALL.map(|(name, _)| name).join(", ");
        Trouble::Usage(Fault::at("state", "error-choice").with("value", text).with("options", names))
    })
}

fn word(out: &Out, key: &str) -> String {
    cordee_i18n::say(out.language, key, &[])
}

fn done(out: &Out) -> Result<(), Trouble> {
    if out.json { out.json(&json!({ "done": true })) } else { out.say("command-done", &[]) }
}
