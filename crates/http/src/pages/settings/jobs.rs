//! What is done without anybody waiting: an administrator sees the queues, runs again what was given up, or lets it go.

use axum::extract::Path;
use cordee_base::{Moment, Outcome, Problem};
use cordee_records::{JobInfo, JobState, JobsAsked, QueueInfo};
use cordee_ui::components::{Empty, Notice, Pager};
use cordee_ui::screens::register::{Entry, Register};
use cordee_ui::screens::registers::{Registers, registers};
use cordee_ui::{Action, Cell, Icon, Tone, Way};

use super::super::address::Address;
use super::super::reader::{Page, Reader};
use super::super::visit::{Answered, Visit};
use super::column;

/// The page's own address.
const HERE: &str = "/settings/jobs";
/// How many jobs stand on a page.
const ON_A_PAGE: u32 = 50;

/// `GET /settings/jobs`.
pub(super) async fn show(visit: Visit) -> Answered {
    visit.page(|reader| reader.jobs_page()).await
}

/// `POST /settings/jobs/ID/again`: has it run again.
pub(super) async fn again(visit: Visit, Path(id): Path<String>) -> Answered {
    visit
        .then(move |reader| {
            let id = reader.id(&id)?;
            reader.gate.run_job_again(id)?;
            Ok(Address::of(HERE).and("done", "job-again"))
        })
        .await
}

/// `POST /settings/jobs/ID/discard`: lets it go.
pub(super) async fn discard(visit: Visit, Path(id): Path<String>) -> Answered {
    visit
        .then(move |reader| {
            let id = reader.id(&id)?;
            reader.gate.discard_job(id)?;
            Ok(Address::of(HERE).and("done", "job-discard"))
        })
        .await
}

/// `POST /settings/jobs/run/NAME`: puts what comes round into the queue now.
pub(super) async fn run(visit: Visit, Path(name): Path<String>) -> Answered {
    visit
        .then(move |reader| {
            reader.gate.needs_administrator()?;
            let job = reader.registry().job(&name).filter(|job| job.every.is_some());
            job.ok_or(Problem::NotFound)?.put(reader.gate)?;
            Ok(Address::of(HERE).and("done", "job-run"))
        })
        .await
}

impl Reader<'_, '_> {
    fn jobs_page(&mut self) -> Outcome<Page> {
        let state = self.visit.address.one("state").and_then(JobState::named);
        let before = self.visit.address.one("before").and_then(|text| text.parse().ok());
        let asked = JobsAsked { state, before, limit: ON_A_PAGE, ..JobsAsked::default() };
        let (queues, jobs) = (self.gate.queues()?, self.gate.jobs(&asked)?);
        let dead: i64 = queues.iter().map(|queue| queue.dead).sum();
        let notices = (dead > 0).then(|| Notice {
            tone: Tone::Risk,
            text: self.say("jobs-dead-some", &[("count", dead.into())]),
        });
        let title = self.word("jobs-title");
        let view = Registers {
            title: title.clone(),
            intro: self.word("jobs-hint"),
            notices: notices.into_iter().collect(),
            parts: vec![self.queues_part(&queues), self.rounds_part()?, self.jobs_part(state, &jobs)],
        };
        let body = registers(self.language(), &view);
        Ok(Page::new(title, "/settings", body).below(self.word("settings-title"), "/settings"))
    }

    fn queues_part(&self, queues: &[QueueInfo]) -> Register {
        let number = |count: i64| Cell::Number(self.locale.plain_number(count.into()));
        let row = |queue: &QueueInfo| Entry {
            href: None,
            cells: vec![
                Cell::Text(self.named("queue", &queue.name)),
                number(queue.waiting),
                number(queue.running),
                number(queue.done),
                number(queue.dead),
                self.when(queue.oldest_due, Tone::Risk),
            ],
            actions: Vec::new(),
        };
        let mut part = self.part("jobs-queues", &["queue", "waiting", "running", "done", "dead", "oldest"]);
        part.columns[1..5].iter_mut().for_each(|column| column.numeric = true);
        part.rows = queues.iter().map(row).collect();
        part
    }

    fn rounds_part(&mut self) -> Outcome<Register> {
        let due = self.gate.schedule()?;
        let mut part = self.part("jobs-rounds", &["name", "due-next"]);
        let round = self.registry().jobs.iter().filter(|job| job.every.is_some());
        part.rows = round
            .map(|job| Entry {
                href: None,
                cells: vec![
                    Cell::Text(self.named("job", job.name)),
                    self.when(
                        due.iter().find(|one| one.name == job.name).map(|one| one.due_at),
                        Tone::Neutral,
                    ),
                ],
                actions: vec![self.act("action-job-run", format!("{HERE}/run/{}", job.name))],
            })
            .collect();
        Ok(part)
    }

    fn jobs_part(&self, state: Option<JobState>, jobs: &[JobInfo]) -> Register {
        let title = if state == Some(JobState::Dead) { "jobs-failed" } else { "jobs-latest" };
        let mut part = self.part(title, &["name", "state", "tries", "due-at", "told"]);
        part.columns[2].numeric = true;
        part.rows = jobs.iter().map(|job| self.job_row(job)).collect();
        let link = |key: &str, href: String| Action::new(self.word(key), Way::Go(href));
        part.actions = match state {
            Some(_) => vec![link("jobs-show-all", HERE.to_owned())],
            None => vec![link("jobs-show-dead", format!("{HERE}?state=dead"))],
        };
        if let Some(last) = jobs.last().filter(|_| jobs.len() == ON_A_PAGE as usize) {
            let next = self.here().with("before", last.id.to_string());
            part.pager = Pager { text: jobs.len().to_string(), previous: None, next: Some(next.to_string()) };
        }
        part
    }

    fn job_row(&self, job: &JobInfo) -> Entry {
        let tone = if job.state == JobState::Dead { Tone::Risk } else { Tone::Neutral };
        let act = |key: &str, verb: &str| self.act(key, format!("{HERE}/{}/{verb}", job.id));
        let actions = match job.state {
            JobState::Running => Vec::new(),
            JobState::Done => vec![act("action-job-again", "again")],
            JobState::Waiting | JobState::Dead => {
                vec![act("action-job-again", "again"), act("action-job-discard", "discard").danger()]
            }
        };
        Entry {
            href: None,
            cells: vec![
                Cell::Text(self.named("job", &job.kind)),
                Cell::Text(self.word(&format!("jobs-{}", job.state.name()))),
                Cell::Number(job.tries.to_string()),
                self.when(Some(job.ended_at.unwrap_or(job.due_at)), tone),
                job.told.clone().filter(|told| !told.is_empty()).map_or(Cell::Empty, Cell::Text),
            ],
            actions,
        }
    }

    fn part(&self, title: &str, columns: &[&str]) -> Register {
        let empty = Empty {
            icon: Icon::ListChecks,
            title: self.word("jobs-none"),
            text: String::new(),
            actions: Vec::new(),
        };
        Register {
            title: self.word(title),
            intro: None,
            notices: Vec::new(),
            secret: None,
            actions: Vec::new(),
            columns: columns.iter().map(|key| column(self.word(&format!("jobs-{key}")))).collect(),
            rows: Vec::new(),
            pager: Pager::default(),
            empty,
            form: None,
        }
    }

    fn act(&self, key: &str, href: String) -> Action {
        Action::new(self.word(key), Way::Post(href, Vec::new()))
    }

    /// What a queue or a job is called, by the name it has in code.
    fn named(&self, what: &str, name: &str) -> String {
        let key = format!("{what}-{}", name.replace('_', "-"));
        if cordee_i18n::has(self.language(), &key) { self.word(&key) } else { name.to_owned() }
    }

    fn when(&self, moment: Option<Moment>, tone: Tone) -> Cell {
        match moment {
            Some(moment) => Cell::Date { text: self.locale.moment(moment), iso: moment.to_string(), tone },
            None => Cell::Empty,
        }
    }
}
