//! The third step: what would become of each row. Nothing is written.

use axum::extract::Path;
use cordee_base::Outcome;
use cordee_kit::{Check, Progress};
use cordee_ui::components::Notice;
use cordee_ui::screens::import::{Count, ImportCheck, ImportStep, RowProblem};
use cordee_ui::screens::import_many::{ImportChecks, ImportFileCheck};
use cordee_ui::{Action, Icon, Tone, Way};

use super::super::address::Address;
use super::super::reader::{Page, Reader};
use super::super::visit::{Answered, Visit, to};
use crate::imports::{self, Checked, Kept};

/// How many problems of a file a page lists.
const LISTED: usize = 100;
/// How many of each, where there are several files.
const LISTED_EACH: usize = 20;

/// `GET /import/file/SENT/check`.
pub(super) async fn show(visit: Visit, Path(sent): Path<String>) -> Answered {
    let kept = Kept::at(&visit.app, &visit.actor, &sent)?;
    match imports::check(&visit.app, &visit.actor, &kept).await {
        Ok(checked) => visit.page(move |reader| reader.check_page(&kept, &checked)).await,
        Err(problem) => visit.refused(problem).await,
    }
}

/// `POST /import/file/SENT/near`: takes all values that are near to one that is there for that one.
pub(super) async fn take_near(visit: Visit, Path(sent): Path<String>) -> Answered {
    let kept = Kept::at(&visit.app, &visit.actor, &sent)?;
    match imports::take_near(&visit.app, &visit.actor, kept).await {
        Ok(_) => Ok(to(&Address::of(format!("/import/file/{sent}/check")))),
        Err(problem) => visit.refused(problem).await,
    }
}

impl Reader<'_, '_> {
    fn check_page(&mut self, kept: &Kept, checked: &[Checked]) -> Outcome<Page> {
        self.needs_imports()?;
        let actions = self.after_check(kept, checked);
        if let [one] = checked {
            let (problems, more) = self.row_problems(&one.check, LISTED);
            let counts = self.counts(&one.check.progress);
            let title = format!("{} · {}", one.file.name, self.many(self.gate.object(one.object.name)?));
            let step = ImportCheck { counts, problems, more, actions };
            return Ok(self.step_page(title, self.check_notices(&one.check), ImportStep::Check(step)));
        }
        let files = checked.iter().map(|one| {
            let (problems, more) = self.row_problems(&one.check, LISTED_EACH);
            ImportFileCheck {
                name: one.file.name.clone(),
                object: self.many(one.object),
                notices: self.check_notices(&one.check),
                counts: self.counts(&one.check.progress),
                problems,
                more,
            }
        });
        let step = ImportChecks { files: files.collect(), actions };
        let later = Notice { tone: Tone::Neutral, text: self.word("wizard-links-judged") };
        Ok(self.step_page(self.files_title(kept.files.len()), vec![later], ImportStep::Checks(step)))
    }

    fn after_check(&self, kept: &Kept, checked: &[Checked]) -> Vec<Action> {
        let place = format!("/import/file/{}", kept.key);
        let good: u64 =
            checked.iter().map(|one| one.check.progress.created + one.check.progress.updated).sum();
        let mut actions = Vec::new();
        if good > 0 {
            let begin = match checked.iter().all(|one| one.check.progress.done) {
                true => self.say("wizard-begin", &[("count", good.into())]),
                false => self.word("action-import"),
            };
            let way = Way::Post(format!("{place}/begin"), Vec::new());
            actions.push(Action::new(begin, way).icon(Icon::Upload).primary());
        }
        if checked.iter().any(|one| !one.check.near.is_empty()) {
            let way = Way::Post(format!("{place}/near"), Vec::new());
            actions.push(Action::new(self.word("wizard-take-near"), way).icon(Icon::Check));
        }
        actions.push(Action::new(self.word("nav-back"), Way::Go(place)));
        actions
    }

    /// The first problems, and a sentence where there are more.
    fn row_problems(&self, check: &Check, listed: usize) -> (Vec<RowProblem>, Option<String>) {
        let problems = check.problems.iter().take(listed).map(|problem| RowProblem {
            row: problem.line.to_string(),
            column: problem.column.clone().unwrap_or_default(),
            value: problem.value.clone(),
            text: cordee_i18n::fault(self.language(), &problem.fault, None),
        });
        let all: u64 = check.counts.iter().map(|count| count.count).sum();
        let more = (all > listed as u64).then(|| self.say("wizard-problems", &[("count", all.into())]));
        (problems.collect(), more)
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
