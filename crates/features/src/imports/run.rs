//! Doing an import: chunk by chunk, each with its position in one transaction, so that an import that was killed goes
//! on where it stopped and ends as if it never had been.

use std::mem::take;
use std::path::{Path, PathBuf};
use std::sync::mpsc::sync_channel;
use std::sync::{Arc, PoisonError, RwLock};
use std::thread;

use cordee_base::{Decimal, Fault, Id, Outcome, Problem};
use cordee_connectors::sheets::read::Layout;
use cordee_i18n::Language;
use cordee_kit::{Progress, ReadAs, RowProblem, Watch};
use cordee_records::{Actor, Door, Gate, Records, system::import};
use cordee_schema::{Draft, FromValue, Reading, Record};

use super::chunk::{Done, bring, refusal};
use super::file::{Chunk, digest, feed, layout, reader};
use super::links::Seen;
use super::mapping::Mapping;
use super::plan::Plan;
use super::read::Line;
use super::rejects::{Rejects, put};

/// How many chunks may wait to be written.
const WAITING: usize = 2;

/// How far an import has come, as its record keeps it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Standing {
    pub position: u64,
    pub created: u64,
    pub updated: u64,
    pub skipped: u64,
    pub failed: u64,
    pub rejects_length: u64,
}

/// All that bringing in rows needs.
pub(super) struct Job {
    pub records: Records,
    pub actor: Actor,
    pub plan: Arc<Plan>,
    pub rejects: Rejects,
    pub reading: Reading,
    /// The import, and the file of its rejected rows; none for a rehearsal.
    pub import: Option<(Id, PathBuf)>,
    /// What a rehearsal remembers of the chunks before.
    pub seen: Arc<RwLock<Seen>>,
}

/// What a chunk gave, and how far the import has come with it.
pub(super) struct Brought {
    pub done: Done,
    pub standing: Standing,
}

/// An import as it is noted: the file can be read, and the mapping fits its columns.
pub(super) fn prepare(
    records: &Records,
    actor: &Actor,
    file: &Path,
    mapping: &str,
    rejects: &Path,
) -> Outcome<Draft> {
    let mut mapping = Mapping::read(mapping)?;
    let layout = laid_out(records, actor, file, &mapping)?;
    let (rows, ..) = reader(file, &layout)?;
    mapping.layout = Some(layout);
    Plan::bind(records.catalog_now(actor)?, &mapping, rows.header())?;
    let digest = digest(file)?;
    let whole =
        |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned()).display().to_string();
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut draft = Draft::new(&import::IMPORT)
        .with(import::FILE, name.chars().take(255).collect())
        .with(import::OBJECT, mapping.object.clone())
        .with(import::SOURCE, whole(file))
        .with(import::DIGEST, digest)
        .with(import::MAPPING, mapping.json())
        .with(import::REJECTS, whole(rejects));
    if let Some(me) = actor.user_id() {
        draft = draft.with(import::OWNER, me);
    }
    Ok(draft)
}

/// Notes imports; several belong to the run of the first, and wait for their turn.
pub(super) fn note(gate: &mut Gate<'_>, prepared: &[Draft]) -> Outcome<Vec<Id>> {
    may_import(gate)?;
    let first = gate.journal_position()?;
    let mut noted: Vec<Id> = Vec::new();
    for draft in prepared {
        let mut draft = draft.clone().with(import::FIRST_SEQ, first.into());
        if prepared.len() > 1 {
            draft = draft.with(import::STATUS, "ready".to_owned());
        }
        if let Some(run) = noted.first() {
            draft = draft.with(import::RUN, run.to_string());
        }
        let id = gate.as_engine("note an import", |gate| gate.create(draft.clone()))?;
        noted.push(id);
    }
    if let [run, _, ..] = noted[..] {
        let draft = Draft::new(&import::IMPORT).with(import::RUN, run.to_string());
        gate.as_engine("note a run of imports", |gate| gate.update(run, None, draft.clone()))?;
    }
    Ok(noted)
}

/// Does an import from where it stands.
pub(super) fn run(records: &Records, actor: &Actor, id: Id, watch: &mut Watch<'_>) -> Outcome<Progress> {
    let (record, language, reading) = records.read_now(actor, move |gate| {
        may_import(gate)?;
        Ok((super::get(gate, id)?, gate.access().language.clone(), gate.reading().clone()))
    })?;
    let mut standing = Standing::of(&record);
    let status = record.get(import::STATUS).unwrap_or_default();
    if !matches!(status.as_str(), "ready" | "running" | "stopped" | "failed") {
        return Ok(Progress { done: true, ..standing.progress() });
    }
    let text = |field| record.get::<String>(field).unwrap_or_default();
    let file = PathBuf::from(text(import::SOURCE));
    if digest(&file)? != text(import::DIGEST) {
        return Err(Fault::at("file", "error-file-changed").into());
    }
    let mapping = Mapping::read(&text(import::MAPPING))?;
    let layout = mapping.layout.clone().unwrap_or_default();
    let (rows, size, read) = reader(&file, &layout)?;
    let header = rows.header().to_vec();
    let job = Job {
        records: records.clone(),
        actor: actor.clone().through(Door::Import(id)),
        plan: Arc::new(Plan::bind(records.catalog_now(actor)?, &mapping, &header)?),
        rejects: Rejects { language: Language::from_code(&language).unwrap_or_default(), layout, header },
        reading,
        import: Some((id, PathBuf::from(text(import::REJECTS)))),
        seen: Arc::default(),
    };
    job.turn(standing, &status, "running")?;
    let ended = thread::scope(|scope| {
        let (send, chunks) = sync_channel(WAITING);
        let (plan, reading, skipped) = (&*job.plan, &job.reading, standing.position);
        scope.spawn(move || feed(rows, &read, skipped, plan, reading, &send));
        for chunk in chunks {
            let Chunk { lines, bytes } = chunk?;
            standing = job.bring(Arc::new(lines), standing, &mut |_, _| ())?;
            let progress = Progress { bytes, of_bytes: size, ..standing.progress() };
            if !watch(&progress) {
                return Ok(false);
            }
        }
        Ok(true)
    });
    match &ended {
        Ok(true) => job.turn(standing, "running", "done")?,
        Ok(false) => job.turn(standing, "running", "stopped")?,
        // What the database could not do may work later; a file that breaks off will not mend itself.
        Err(Problem::Invalid(_)) => job.turn(standing, "running", "failed")?,
        Err(_) => {}
    }
    let done = ended?;
    Ok(Progress { done, bytes: if done { size } else { 0 }, of_bytes: size, ..standing.progress() })
}

/// The layout that the mapping says, or that is found out: where none is said, and where the file is of another kind
/// than the one for which it was written.
pub(super) fn laid_out(records: &Records, actor: &Actor, file: &Path, mapping: &Mapping) -> Outcome<Layout> {
    let language = records.read_now(actor, |gate| Ok(gate.access().language.clone()))?;
    let (found, _) = layout(file, &ReadAs::default(), &language)?;
    Ok(mapping.layout.clone().filter(|said| said.kind == found.kind).unwrap_or(found))
}

/// Needs the actor to be one who may bring files in.
pub(super) fn may_import(gate: &Gate<'_>) -> Outcome<()> {
    if gate.access().imports() { Ok(()) } else { Err(Problem::NotAllowed) }
}

impl Job {
    /// Brings rows in. Where the transaction is refused as a whole, each half is tried for itself, down to the row
    /// that is to blame, which is rejected.
    pub(super) fn bring(
        &self,
        lines: Arc<Vec<Line>>,
        standing: Standing,
        each: &mut dyn FnMut(&[Line], &Done),
    ) -> Outcome<Standing> {
        let all = 0..lines.len();
        self.bring_some(&lines, all, standing, each)
    }

    fn bring_some(
        &self,
        lines: &Arc<Vec<Line>>,
        some: std::ops::Range<usize>,
        standing: Standing,
        each: &mut dyn FnMut(&[Line], &Done),
    ) -> Outcome<Standing> {
        let brought = match self.attempt(lines, some.clone(), standing, None) {
            Ok(brought) => brought,
            Err(problem @ (Problem::Busy { .. } | Problem::Full | Problem::Internal(_))) => {
                return Err(problem);
            }
            Err(Problem::Conflict(fault)) if fault.key == "error-import-elsewhere" => {
                return Err(Problem::Conflict(fault));
            }
            Err(problem) if some.len() == 1 => {
                let told = refusal(&self.plan, &lines[some.start], problem)?;
                self.attempt(lines, some.clone(), standing, Some(told))?
            }
            Err(_) => {
                let middle = some.start + some.len() / 2;
                let standing = self.bring_some(lines, some.start..middle, standing, each)?;
                return self.bring_some(lines, middle..some.end, standing, each);
            }
        };
        each(&lines[some], &brought.done);
        Ok(brought.standing)
    }

    /// One transaction; with `refused` it rejects its one row for these reasons.
    fn attempt(
        &self,
        lines: &Arc<Vec<Line>>,
        some: std::ops::Range<usize>,
        standing: Standing,
        refused: Option<Vec<RowProblem>>,
    ) -> Outcome<Brought> {
        let (lines, plan, rejects) = (lines.clone(), self.plan.clone(), self.rejects.clone());
        let (import, seen) = (self.import.clone(), self.seen.clone());
        let work = move |gate: &mut Gate<'_>| {
            let lines = &lines[some.clone()];
            let done = match &refused {
                None => {
                    let seen = seen.read().unwrap_or_else(PoisonError::into_inner);
                    bring(gate, &plan, lines, import.is_none().then_some(&*seen))?
                }
                Some(told) => Done { rejected: vec![(0, told.clone())], ..Done::default() },
            };
            let mut after = standing.with(lines.len(), &done);
            if let Some((id, path)) = &import {
                after.rejects_length = write_rejects(&plan, &rejects, path, standing, lines, &done)?;
                gate.keep_import(*id, "running", standing.position, &after.draft("running"))?;
            }
            Ok(Brought { done, standing: after })
        };
        if self.import.is_some() {
            return self.records.write_now(&self.actor, work);
        }
        let mut brought = self.records.rehearse_now(&self.actor, work)?;
        let (made, values) = (take(&mut brought.done.made), take(&mut brought.done.values));
        self.seen.write().unwrap_or_else(PoisonError::into_inner).take(made, values);
        Ok(brought)
    }

    /// Turns the import's status.
    fn turn(&self, standing: Standing, from: &str, to: &'static str) -> Outcome<()> {
        let Some((id, _)) = self.import else { return Ok(()) };
        let from = from.to_owned();
        self.records.write_now(&self.actor, move |gate| {
            let mut draft = standing.draft(to);
            if to != "running" {
                draft = draft.with(import::ENDED_AT, gate.now());
            }
            gate.keep_import(id, &from, standing.position, &draft)
        })
    }
}

/// Writes the rejected rows behind those that are there; gives the length of the file. It can be repeated.
fn write_rejects(
    plan: &Plan,
    rejects: &Rejects,
    path: &Path,
    standing: Standing,
    lines: &[Line],
    done: &Done,
) -> Outcome<u64> {
    if done.rejected.is_empty() {
        return Ok(standing.rejects_length);
    }
    let rows: Vec<(&Line, &[RowProblem])> =
        done.rejected.iter().map(|(place, problems)| (&lines[*place], problems.as_slice())).collect();
    let text = rejects.text(plan, standing.rejects_length == 0, &rows)?;
    put(path, standing.rejects_length, &text)?;
    Ok(standing.rejects_length + text.len() as u64)
}

impl Standing {
    /// As the import's record keeps it.
    pub(super) fn of(record: &Record) -> Standing {
        let count = |field| record.get::<Decimal>(field).and_then(|n| u64::try_from(n).ok()).unwrap_or(0);
        Standing {
            position: count(import::POSITION),
            created: count(import::CREATED),
            updated: count(import::UPDATED),
            skipped: count(import::SKIPPED),
            failed: count(import::FAILED),
            rejects_length: count(import::REJECTS_LENGTH),
        }
    }

    fn with(self, rows: usize, done: &Done) -> Standing {
        Standing {
            position: self.position + rows as u64,
            created: self.created + done.created + done.linked.values().sum::<u64>(),
            updated: self.updated + done.updated,
            skipped: self.skipped + done.skipped,
            failed: self.failed + done.rejected.len() as u64,
            rejects_length: self.rejects_length,
        }
    }

    pub(super) fn draft(self, status: &str) -> Draft {
        let mut draft = Draft::new(&import::IMPORT).with(import::STATUS, status.to_owned());
        for (field, count) in [
            (import::POSITION, self.position),
            (import::CREATED, self.created),
            (import::UPDATED, self.updated),
            (import::SKIPPED, self.skipped),
            (import::FAILED, self.failed),
            (import::REJECTS_LENGTH, self.rejects_length),
        ] {
            draft.set(field.name(), Decimal::from(count).into_value());
        }
        draft
    }

    pub(super) fn progress(self) -> Progress {
        Progress {
            rows: self.position,
            created: self.created,
            updated: self.updated,
            skipped: self.skipped,
            failed: self.failed,
            ..Progress::default()
        }
    }
}
