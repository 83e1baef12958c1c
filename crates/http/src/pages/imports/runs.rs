//! A run of several files at work and its result: stop, resume, undo of all of them.

use axum::extract::Path;
use cordee_base::{Id, Outcome};
use cordee_schema::Record;
use cordee_ui::components::Notice;
use cordee_ui::screens::form::{Confirm, confirm};
use cordee_ui::screens::import::ImportStep;
use cordee_ui::screens::import_many::{ImportFileRun, ImportFilesRun};
use cordee_ui::{Action, Icon, Tone, Way};

use super::super::address::Address;
use super::super::reader::{Page, Reader};
use super::super::visit::{Answered, Visit, to};
use super::run::{progress, said};
use crate::imports::{Job, Task, set_to_work};

/// `GET /import/run/ID`.
pub(super) async fn show(visit: Visit, Path(id): Path<String>) -> Answered {
    visit
        .page(move |reader| {
            let imports = reader.a_run(&id)?;
            Ok(reader.files_run_page(&imports))
        })
        .await
}

/// `POST /import/run/ID/stop`
pub(super) async fn stop(visit: Visit, Path(id): Path<String>) -> Answered {
    let imports = mine(&visit, &id).await?;
    imports.iter().for_each(|import| visit.app.work().stop(*import));
    Ok(to(&place(&id)))
}

/// `POST /import/run/ID/resume`: goes on where it stopped.
pub(super) async fn resume(visit: Visit, Path(id): Path<String>) -> Answered {
    let imports = mine(&visit, &id).await?;
    set_to_work(&visit.app, &visit.actor, imports, Task::Run);
    Ok(to(&place(&id)))
}

/// `GET /import/run/ID/undo`: asks first.
pub(super) async fn ask_undo(visit: Visit, Path(id): Path<String>) -> Answered {
    visit
        .page(move |reader| {
            reader.a_run(&id)?;
            let place = format!("/import/run/{id}");
            let view = Confirm {
                title: reader.word("wizard-undo-all"),
                text: reader.word("wizard-undo-all-ask"),
                action: format!("{place}/undo"),
                hidden: Vec::new(),
                submit: reader.word("wizard-undo-all"),
                cancel: place,
            };
            Ok(Page::new(view.title.clone(), "/import", confirm(reader.language(), &view)))
        })
        .await
}

/// `POST /import/run/ID/undo`: the last that came in goes first.
pub(super) async fn undo(visit: Visit, Path(id): Path<String>) -> Answered {
    let mut imports = mine(&visit, &id).await?;
    imports.reverse();
    set_to_work(&visit.app, &visit.actor, imports, Task::Undo);
    Ok(to(&place(&id)))
}

fn place(id: &str) -> Address {
    Address::of(format!("/import/run/{id}"))
}

/// The imports of the run in the address, which the reader must be able to see.
async fn mine(visit: &Visit, id: &str) -> Outcome<Vec<Id>> {
    let id = id.to_owned();
    visit.read(move |reader| Ok(reader.a_run(&id)?.iter().map(|import| import.head.id).collect())).await
}

impl Reader<'_, '_> {
    fn a_run(&mut self, id: &str) -> Outcome<Vec<Record>> {
        self.needs_imports()?;
        let id = self.id(id)?;
        self.registry().imports.together(self.gate, id)
    }

    fn files_run_page(&self, imports: &[Record]) -> Page {
        let jobs: Vec<Option<Job>> =
            imports.iter().map(|import| self.visit.app.work().job(import.head.id)).collect();
        let at_work = jobs.iter().any(Option::is_some);
        let statuses: Vec<String> = imports.iter().map(|import| said(import, "status")).collect();
        let run = imports.first().map(|import| said(import, "run")).unwrap_or_default();
        let files: Vec<ImportFileRun> = imports
            .iter()
            .zip(&jobs)
            .map(|(import, job)| self.file_of_run(import, job.as_ref(), imports))
            .collect();
        let all = |wanted: &str| statuses.iter().all(|status| status == wanted);
        let notice = match at_work {
            true => None,
            false if all("done") => Some((Tone::Won, "action-import-done")),
            false if all("undone") => Some((Tone::Neutral, "wizard-undo-done")),
            false if statuses.iter().any(|status| status == "failed") => {
                Some((Tone::Overdue, "wizard-failed"))
            }
            false => Some((Tone::Risk, "wizard-stopped")),
        };
        let notices = notice.map(|(tone, key)| Notice { tone, text: self.word(key) });
        let title = self.files_title(distinct(imports));
        let step = ImportFilesRun {
            here: at_work.then(|| format!("/import/run/{run}")),
            files,
            actions: self.after_files(&run, at_work, &statuses),
        };
        self.step_page(title, notices.into_iter().collect(), ImportStep::FilesRun(step))
    }

    fn file_of_run(&self, import: &Record, job: Option<&Job>, imports: &[Record]) -> ImportFileRun {
        let (status, object) = (said(import, "status"), self.objects_named(&said(import, "object")));
        let (progress, place) = (progress(import), format!("/import/{}", import.head.id));
        let source = said(import, "source");
        let first = imports.iter().find(|other| said(other, "source") == source);
        let again = first.is_some_and(|first| first.head.id != import.head.id);
        let at_work = job.filter(|job| !job.waiting);
        let shown = match at_work {
            Some(_) if status == "ready" => "running",
            _ => status.as_str(),
        };
        let share = at_work.map(|job| job.share());
        ImportFileRun {
            name: import.title(),
            object: if again { self.say("wizard-links-of", &[("object", object.into())]) } else { object },
            status: cordee_i18n::option(self.language(), "import", "status", shown),
            tone: match shown {
                "done" => Tone::Won,
                "running" => Tone::Accent,
                "failed" => Tone::Overdue,
                "stopped" | "undoing" => Tone::Risk,
                _ => Tone::Neutral,
            },
            share,
            counts: if status == "ready" { Vec::new() } else { self.counts(&progress) },
            rejected: (progress.failed > 0).then(|| format!("{place}/rejected")),
            href: place,
        }
    }

    fn after_files(&self, run: &str, at_work: bool, statuses: &[String]) -> Vec<Action> {
        let place = format!("/import/run/{run}");
        let post = |key: &str, step: &str| {
            Action::new(self.word(key), Way::Post(format!("{place}/{step}"), Vec::new()))
        };
        let any = |wanted: &[&str]| statuses.iter().any(|status| wanted.contains(&status.as_str()));
        let undoing = any(&["undoing", "undone"]);
        let mut actions = Vec::new();
        match (at_work, undoing) {
            (true, _) => actions.push(post("wizard-stop", "stop")),
            (false, false) if any(&["ready", "running", "stopped"]) => {
                actions.push(post("wizard-resume", "resume").primary());
            }
            _ => {}
        }
        if !at_work && statuses.iter().any(|status| status != "undone") {
            let undo = Way::Dialog(format!("{place}/undo"));
            actions.push(Action::new(self.word("wizard-undo-all"), undo).icon(Icon::Undo2).danger());
        }
        actions
    }
}

/// How many files there are: one that is done in two turns is one.
fn distinct(imports: &[Record]) -> usize {
    let mut sources: Vec<String> = imports.iter().map(|import| said(import, "source")).collect();
    sources.sort();
    sources.dedup();
    sources.len()
}
