//! The import at work and its result: stop, resume, undo, and the rejected rows as a file.

use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use cordee_base::{Id, Outcome, Problem};
use cordee_kit::Progress;
use cordee_schema::{Record, Value};
use cordee_ui::components::Notice;
use cordee_ui::screens::form::{Confirm, confirm};
use cordee_ui::screens::import::{ImportDone, ImportRun, ImportStep};
use cordee_ui::{Action, Icon, Tone, Way};

use super::super::address::Address;
use super::super::reader::{Page, Reader};
use super::super::visit::{Answered, Visit, to};
use crate::files::attached;
use crate::imports::{self, Job, Kept, Task, aside, set_to_work};

/// `POST /import/file/SENT/begin`.
pub(super) async fn begin(visit: Visit, Path(sent): Path<String>) -> Answered {
    let mut once = visit.once(&sent).await;
    if let Some(next) = &*once {
        return Ok(to(next));
    }
    let kept = Kept::at(&visit.app, &visit.actor, &sent)?;
    if let Some(import) = kept.begun.first() {
        return Ok(to(&Address::of(place_of(import, kept.begun.len()))));
    }
    match begun(&visit, kept).await {
        Ok(next) => {
            *once = Some(next.clone());
            Ok(to(&next))
        }
        Err(problem) => visit.refused(problem).await,
    }
}

/// Begins what was sent; gives the page on which it goes on.
async fn begun(visit: &Visit, kept: Kept) -> Outcome<Address> {
    let prepared = imports::prepare(&visit.app, &visit.actor, &kept).await?;
    let noted = visit.write(move |reader| {
        let registry = reader.registry();
        imports::note(reader.gate, registry, &prepared)
    });
    let ids = match noted.await {
        Ok(ids) => ids,
        Err(problem) => {
            kept.give_back();
            return Err(problem);
        }
    };
    imports::begun(&visit.app, &visit.actor, kept, &ids)?;
    let first = ids.first().map(Id::to_string).unwrap_or_default();
    Ok(Address::of(place_of(&first, ids.len())))
}

/// The page of an import, or of the run that begins with it.
fn place_of(first: &str, imports: usize) -> String {
    if imports == 1 { format!("/import/{first}") } else { format!("/import/run/{first}") }
}

/// `GET /import/ID`.
pub(super) async fn show(visit: Visit, Path(id): Path<String>) -> Answered {
    visit
        .page(move |reader| {
            let record = reader.an_import(&id)?;
            let job = reader.visit.app.work().job(record.head.id);
            Ok(reader.run_page(&record, job))
        })
        .await
}

/// `POST /import/ID/stop`: after the rows in hand; it can be resumed.
pub(super) async fn stop(visit: Visit, Path(id): Path<String>) -> Answered {
    let id = mine(&visit, id).await?;
    visit.app.work().stop(id);
    Ok(to(&Address::of(format!("/import/{id}"))))
}

/// `POST /import/ID/resume`: goes on where it stopped, however it stopped.
pub(super) async fn resume(visit: Visit, Path(id): Path<String>) -> Answered {
    let id = mine(&visit, id).await?;
    set_to_work(&visit.app, &visit.actor, vec![id], Task::Run);
    Ok(to(&Address::of(format!("/import/{id}"))))
}

/// `GET /import/ID/undo`: asks first.
pub(super) async fn ask_undo(visit: Visit, Path(id): Path<String>) -> Answered {
    visit
        .page(move |reader| {
            let record = reader.an_import(&id)?;
            let place = format!("/import/{}", record.head.id);
            let view = Confirm {
                title: reader.word("wizard-undo"),
                text: reader.word("wizard-undo-ask"),
                action: format!("{place}/undo"),
                hidden: Vec::new(),
                submit: reader.word("wizard-undo"),
                cancel: place,
            };
            Ok(Page::new(view.title.clone(), "/import", confirm(reader.language(), &view)))
        })
        .await
}

/// `POST /import/ID/undo`.
pub(super) async fn undo(visit: Visit, Path(id): Path<String>) -> Answered {
    let id = mine(&visit, id).await?;
    set_to_work(&visit.app, &visit.actor, vec![id], Task::Undo);
    Ok(to(&Address::of(format!("/import/{id}"))))
}

/// `GET /import/ID/rejected`: the rows that were not taken, each with the reason in a last column.
pub(super) async fn rejected(visit: Visit, Path(id): Path<String>) -> Answered {
    let path = visit.read(move |reader| {
        let record = reader.an_import(&id)?;
        Ok(std::path::PathBuf::from(said(&record, "rejects")))
    });
    let path = path.await?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let bytes = aside(move || std::fs::read(&path).map_err(|_| Problem::NotFound)).await?;
    let kind = (header::CONTENT_TYPE, HeaderValue::from_static("text/csv; charset=utf-8"));
    Ok(([kind, attached(&name)], bytes).into_response())
}

/// The import in the address, which must be one that the reader may see.
async fn mine(visit: &Visit, id: String) -> Outcome<Id> {
    visit.read(move |reader| Ok(reader.an_import(&id)?.head.id)).await
}

pub(super) fn said(record: &Record, field: &str) -> String {
    record.value(field).and_then(Value::as_text).unwrap_or("").to_owned()
}

fn counted(record: &Record, field: &str) -> u64 {
    match record.value(field) {
        Some(Value::Number(number)) => u64::try_from(number.trunc()).unwrap_or(0),
        _ => 0,
    }
}

/// How far an import has come, as its record tells.
pub(super) fn progress(record: &Record) -> Progress {
    Progress {
        rows: counted(record, "position"),
        created: counted(record, "created"),
        updated: counted(record, "updated"),
        skipped: counted(record, "skipped"),
        failed: counted(record, "failed"),
        ..Progress::default()
    }
}

impl Reader<'_, '_> {
    pub(super) fn an_import(&mut self, id: &str) -> Outcome<Record> {
        self.needs_imports()?;
        let id = self.id(id)?;
        self.registry().imports.get(self.gate, id)
    }

    fn run_page(&self, record: &Record, job: Option<Job>) -> Page {
        let status = said(record, "status");
        let object = self.objects_named(&said(record, "object"));
        let title = format!("{} · {object}", record.title());
        let progress = progress(record);
        let step = match &job {
            Some(job) => ImportStep::Run(self.running(record, job, &progress)),
            None => ImportStep::Done(ImportDone {
                counts: self.counts(&progress),
                actions: self.after_run(record, &status, &progress),
            }),
        };
        let notice = match (status.as_str(), job.is_some()) {
            (_, true) => None,
            ("done", _) => Some((Tone::Won, "action-import-done")),
            ("undone", _) => Some((Tone::Neutral, "wizard-undo-done")),
            ("failed", _) => Some((Tone::Overdue, "wizard-failed")),
            ("ready", _) => Some((Tone::Neutral, "wizard-waits")),
            _ => Some((Tone::Risk, "wizard-stopped")),
        };
        let notices = notice.map(|(tone, key)| Notice { tone, text: self.word(key) });
        self.step_page(title, notices.into_iter().collect(), step)
    }

    fn running(&self, record: &Record, job: &Job, progress: &Progress) -> ImportRun {
        let place = format!("/import/{}", record.head.id);
        let left = job.seconds_left(self.gate.now()).map(|seconds| {
            let (minutes, rest) = (seconds / 60, seconds % 60);
            self.say("wizard-time-left", &[("time", format!("{minutes}:{rest:02}").into())])
        });
        let rows = self.locale.count(job.progress.rows.max(progress.rows) as i64);
        let mut actions = Vec::new();
        if said(record, "status") != "undoing" {
            actions
                .push(Action::new(self.word("wizard-stop"), Way::Post(format!("{place}/stop"), Vec::new())));
        }
        ImportRun {
            share: job.share(),
            text: self.say("wizard-rows-done", &[("count", rows.into())]),
            time_left: left,
            here: place,
            counts: self.counts(progress),
            actions,
        }
    }

    fn after_run(&self, record: &Record, status: &str, progress: &Progress) -> Vec<Action> {
        let place = format!("/import/{}", record.head.id);
        let post = |key: &str, step: &str| {
            Action::new(self.word(key), Way::Post(format!("{place}/{step}"), Vec::new()))
        };
        let mut actions = Vec::new();
        match status {
            "done" => {
                if let Some(object) = self.gate.catalog().object(&said(record, "object")) {
                    actions.push(
                        Action::new(self.many(object), Way::Go(super::super::frame::front(object))).primary(),
                    );
                }
            }
            "running" | "stopped" => actions.push(post("wizard-resume", "resume").primary()),
            "undoing" => actions.push(post("wizard-undo", "undo").primary()),
            _ => {}
        }
        if progress.failed > 0 {
            let rejected = Way::Go(format!("{place}/rejected"));
            actions.push(Action::new(self.word("wizard-rejected-file"), rejected).icon(Icon::Download));
        }
        let run = said(record, "run");
        if !run.is_empty() {
            let all = Way::Go(format!("/import/run/{run}"));
            actions.push(Action::new(self.word("wizard-all-files"), all));
        }
        if !matches!(status, "undone" | "undoing" | "ready") {
            let undo = Way::Dialog(format!("{place}/undo"));
            actions.push(Action::new(self.word("wizard-undo"), undo).icon(Icon::Undo2).danger());
        }
        actions
    }
}
