//! A rehearsal of an import: the very same steps, taken back after each chunk, so that it tells what would happen.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::sync_channel;
use std::thread;

use cordee_base::Outcome;
use cordee_connectors::sheets::recognise::nearest;
use cordee_i18n::Language;
use cordee_kit::{Check, Near, ProblemCount, Progress, RowProblem, Watch};
use cordee_records::{Actor, Query, Records};
use cordee_schema::{Object, key};

use super::chunk::Done;
use super::file::{Chunk, feed, reader};
use super::mapping::Mapping;
use super::plan::Plan;
use super::read::Line;
use super::rejects::Rejects;
use super::run::{Job, Standing, laid_out, may_import};

/// How many different texts that lead to nothing are kept, to look for what they may mean.
const MISSED: usize = 1_000;
/// Among how many records a near one is looked for.
const CANDIDATES: usize = 5_000;

/// Says what would become of each row.
pub(super) fn check(
    records: &Records,
    actor: &Actor,
    file: &Path,
    mapping: &str,
    each: &mut dyn FnMut(&RowProblem),
    watch: &mut Watch<'_>,
) -> Outcome<Check> {
    let mut mapping = Mapping::read(mapping)?;
    let layout = laid_out(records, actor, file, &mapping)?;
    mapping.layout = Some(layout.clone());
    let (language, reading) = records.read_now(actor, |gate| {
        may_import(gate)?;
        Ok((gate.access().language.clone(), gate.reading().clone()))
    })?;
    let (rows, size, read) = reader(file, &layout)?;
    let header = rows.header().to_vec();
    let job = Job {
        records: records.clone(),
        actor: actor.clone().through(cordee_records::Door::Import(cordee_base::Id::from_i64(0))),
        plan: Arc::new(Plan::bind(records.catalog_now(actor)?, &mapping, &header)?),
        rejects: Rejects { language: Language::from_code(&language).unwrap_or_default(), layout, header },
        reading,
        import: None,
        seen: Arc::default(),
    };
    let mut found = Findings::default();
    let mut standing = Standing::default();
    let ended: Outcome<bool> = thread::scope(|scope| {
        let (send, chunks) = sync_channel(2);
        let (plan, reading) = (&*job.plan, &job.reading);
        scope.spawn(move || feed(rows, &read, 0, plan, reading, &send));
        for chunk in chunks {
            let Chunk { lines, bytes } = chunk?;
            standing =
                job.bring(Arc::new(lines), standing, &mut |lines, done| found.take(lines, done, each))?;
            found.check.progress = Progress { bytes, of_bytes: size, ..standing.progress() };
            if !watch(&found.check.progress) {
                return Ok(false);
            }
        }
        Ok(true)
    });
    found.check.progress.done = ended?;
    found.finish(records, actor, &job.plan)
}

#[derive(Default)]
struct Findings {
    check: Check,
    counts: HashMap<(Option<String>, &'static str), ProblemCount>,
    creates: BTreeMap<&'static str, u64>,
    missed: HashMap<(String, &'static str, String), u64>,
}

impl Findings {
    fn take(&mut self, lines: &[Line], done: &Done, each: &mut dyn FnMut(&RowProblem)) {
        debug_assert!(done.rejected.iter().all(|(place, _)| *place < lines.len()));
        for (object, count) in &done.linked {
            *self.creates.entry(object).or_default() += count;
        }
        for missed in &done.missed {
            self.miss(missed.clone());
        }
        for problem in done.rejected.iter().flat_map(|(_, problems)| problems) {
            each(problem);
            if self.check.problems.len() < Check::LISTED {
                self.check.problems.push(problem.clone());
            }
            if problem.fault.key == "error-choice"
                && let Some(column) = &problem.column
            {
                self.miss((column.clone(), "", problem.value.clone()));
            }
            let kind = (problem.column.clone(), problem.fault.key);
            let count = self.counts.entry(kind).or_insert_with(|| ProblemCount {
                column: problem.column.clone(),
                first: problem.clone(),
                count: 0,
            });
            count.count += 1;
        }
    }

    fn miss(&mut self, missed: (String, &'static str, String)) {
        if self.missed.len() < MISSED || self.missed.contains_key(&missed) {
            *self.missed.entry(missed).or_default() += 1;
        }
    }

    fn finish(mut self, records: &Records, actor: &Actor, plan: &Plan) -> Outcome<Check> {
        self.check.counts = self.counts.into_values().collect();
        self.check
            .counts
            .sort_by(|one, other| other.count.cmp(&one.count).then_with(|| one.column.cmp(&other.column)));
        self.check.creates = self.creates.into_iter().collect();
        let mut titles: HashMap<&'static str, Vec<String>> = HashMap::new();
        for ((column, object, value), count) in self.missed {
            let meant = match records.catalog_now(actor)?.object(object) {
                None => plan.columns.iter().find(|bound| bound.name == column).and_then(|bound| {
                    let names: Vec<&String> = bound.options.keys().collect();
                    nearest(&key(&value), &names).map(|(place, _)| bound.options[names[place]].to_owned())
                }),
                Some(to) => {
                    if !titles.contains_key(object) {
                        titles.insert(object, all_titles(records, actor, to)?);
                    }
                    let known = &titles[object];
                    nearest(&value, known).map(|(place, _)| known[place].clone())
                }
            };
            self.check.near.extend(meant.map(|meant| Near { column, value, meant, count }));
        }
        self.check.near.sort_by(|one, other| (&one.column, &one.value).cmp(&(&other.column, &other.value)));
        Ok(self.check)
    }
}

/// The titles of an object's records, of a few thousand at the most.
fn all_titles(records: &Records, actor: &Actor, object: &'static Object) -> Outcome<Vec<String>> {
    records.read_now(actor, move |gate| {
        let mut query = Query { fields: Some(vec![object.title]), limit: Query::MOST, ..Query::of(object) };
        let mut titles = Vec::new();
        loop {
            let page = gate.list(&query)?;
            titles.extend(page.records.iter().map(cordee_schema::Record::title));
            query.cursor = page.next;
            if query.cursor.is_none() || titles.len() >= CANDIDATES {
                return Ok(titles);
            }
        }
    })
}
