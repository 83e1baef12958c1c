//! The third step: what would become of each row. Nothing is written.

use axum::extract::Path;
use cordee_base::{Moment, Outcome, Problem};
use cordee_kit::{Check, Progress, Wishes};
use cordee_records::Records;
use cordee_ui::components::Notice;
use cordee_ui::screens::import::{Count, ImportCheck, ImportStep, RowProblem};
use cordee_ui::{Action, Icon, Tone, Way};

use super::super::address::Address;
use super::super::reader::{Page, Reader};
use super::super::visit::{Answered, Visit, to};
use super::kept::Kept;
use super::work::aside;

/// How long a page checks before it tells of the rows so far.
const SECONDS: i64 = 20;
/// How many problems a page lists.
const LISTED: usize = 100;

/// `GET /import/file/FILE/check`.
pub(super) async fn show(visit: Visit, Path(key): Path<String>) -> Answered {
    let kept = visit.kept_file(&key)?;
    match check(&visit, &kept).await {
        Ok(check) => visit.page(move |reader| reader.check_page(&kept, &check)).await,
        Err(problem) => visit.refused(problem).await,
    }
}

/// `POST /import/file/FILE/near`: takes all values that are near to one that is there for that one.
pub(super) async fn take_near(visit: Visit, Path(key): Path<String>) -> Answered {
    let mut kept = visit.kept_file(&key)?;
    let found = check(&visit, &kept).await?;
    let translate =
        found.near.iter().map(|near| (near.column.clone(), near.value.clone(), near.meant.clone()));
    let wishes = Wishes { translate: translate.collect(), ..Wishes::default() };
    let registry = visit.app.registry();
    kept.mapping = registry.imports.settle(visit.catalog().await?, &kept.mapping, &kept.header, &wishes)?;
    kept.save()?;
    Ok(to(&Address::of(format!("/import/file/{key}/check"))))
}

async fn check(visit: &Visit, kept: &Kept) -> Outcome<Check> {
    if kept.mapping.is_empty() {
        return Err(Problem::NotFound);
    }
    let imports = visit.app.registry().imports;
    let (records, actor) = (visit.app.records().clone(), visit.actor.clone());
    let (path, mapping) = (kept.path(), kept.mapping.clone());
    aside(move || {
        let end = records.now().plus_seconds(SECONDS);
        let mut watch = |_: &Progress| in_time(&records, end);
        imports.check(&records, &actor, &path, &mapping, &mut |_| (), &mut watch)
    })
    .await
}

fn in_time(records: &Records, end: Moment) -> bool {
    records.now() < end
}

impl Reader<'_, '_> {
    fn check_page(&mut self, kept: &Kept, check: &Check) -> Outcome<Page> {
        self.needs_imports()?;
        let object = self.gate.object(&kept.object)?;
        let place = format!("/import/file/{}", kept.key);
        let problems = check.problems.iter().take(LISTED).map(|problem| RowProblem {
            row: problem.line.to_string(),
            column: problem.column.clone().unwrap_or_default(),
            value: problem.value.clone(),
            text: cordee_i18n::fault(self.language(), &problem.fault, None),
        });
        let all: u64 = check.counts.iter().map(|count| count.count).sum();
        let more = (all > LISTED as u64).then(|| self.say("wizard-problems", &[("count", all.into())]));
        let good = check.progress.created + check.progress.updated;
        let mut actions = Vec::new();
        if good > 0 {
            let begin = match check.progress.done {
                true => self.say("wizard-begin", &[("count", good.into())]),
                false => self.word("action-import"),
            };
            actions.push(
                Action::new(begin, Way::Post(format!("{place}/begin"), Vec::new()))
                    .icon(Icon::Upload)
                    .primary(),
            );
        }
        if !check.near.is_empty() {
            let way = Way::Post(format!("{place}/near"), Vec::new());
            actions.push(Action::new(self.word("wizard-take-near"), way).icon(Icon::Check));
        }
        actions.push(Action::new(self.word("nav-back"), Way::Go(place)));
        let step =
            ImportCheck { counts: self.counts(&check.progress), problems: problems.collect(), more, actions };
        let title = format!("{} · {}", kept.name, self.many(object));
        Ok(self.step_page(title, self.check_notices(check), ImportStep::Check(step)))
    }

    fn check_notices(&self, check: &Check) -> Vec<Notice> {
        let mut notices = Vec::new();
        if !check.progress.done {
            let rows = self.locale.count(check.progress.rows as i64);
            notices.push(Notice {
                tone: Tone::Risk,
                text: self.say("wizard-checked-part", &[("count", rows.into())]),
            });
        }
        for (object, count) in &check.creates {
            let object = self.objects_named(object);
            let args = [("object", object.into()), ("count", (*count).into())];
            notices.push(Notice { tone: Tone::Neutral, text: self.say("wizard-creates", &args) });
        }
        for near in check.near.iter().take(5) {
            let (column, value, name) = (&near.column, &near.value, &near.meant);
            let args = [("column", column.into()), ("value", value.into()), ("name", name.into())];
            let text = self.say("wizard-near-at", &args);
            notices.push(Notice { tone: Tone::Risk, text });
        }
        notices
    }

    /// Rows by what became, or would become, of them.
    pub(super) fn counts(&self, progress: &Progress) -> Vec<Count> {
        let counts = [
            ("import-created", progress.created, Tone::Won),
            ("import-updated", progress.updated, Tone::Accent),
            ("import-skipped", progress.skipped, Tone::Neutral),
            ("import-failed", progress.failed, Tone::Overdue),
        ];
        counts
            .into_iter()
            .map(|(key, count, tone)| Count {
                label: self.word(key),
                value: self.locale.count(count as i64),
                tone: if count == 0 { Tone::Neutral } else { tone },
            })
            .collect()
    }
}
