//! The second step of several files: whose records each holds. A single file goes on to its columns.

use axum::Form as Posted;
use axum::extract::Path;
use cordee_base::{Outcome, Problem};
use cordee_kit::Leg;
use cordee_ui::Tone;
use cordee_ui::components::Notice;
use cordee_ui::screens::import::ImportStep;
use cordee_ui::screens::import_many::{ImportFile, ImportFiles};

use super::super::address::Address;
use super::super::form::Pairs;
use super::super::reader::{Page, Reader, faults};
use super::super::typed::Typed;
use super::super::visit::{Answered, Visit, to};
use super::columns;
use crate::imports::{Decided, Kept, Seen, decide, legs, see};

/// `GET /import/file/SENT`.
pub(super) async fn ask(visit: Visit, Path(sent): Path<String>) -> Answered {
    let kept = Kept::at(&visit.app, &visit.actor, &sent)?;
    if let [file] = &kept.files[..] {
        let number = file.number;
        return columns::show(visit, kept, number).await;
    }
    overview(&visit, kept, None).await
}

/// `POST /import/file/SENT`: another object makes a file's columns anew; if all is said, goes on to the check.
pub(super) async fn settle(visit: Visit, Path(sent): Path<String>, Posted(pairs): Posted<Pairs>) -> Answered {
    let (mut kept, typed) = (Kept::at(&visit.app, &visit.actor, &sent)?, Typed(pairs));
    if let [file] = &kept.files[..] {
        let number = file.number;
        return columns::settled(visit, kept, number, typed).await;
    }
    let mut changed = false;
    for number in kept.files.iter().map(|file| file.number).collect::<Vec<_>>() {
        let part = number.to_string();
        let object = typed.part("object", &part).to_owned();
        if object.is_empty() || object == kept.file(number)?.object {
            continue;
        }
        changed = true;
        let decided = Decided { object: Some(object), ..Decided::default() };
        kept = match decide(&visit.app, &visit.actor, kept.clone(), number, decided).await {
            Ok(kept) => kept,
            Err(problem) => return refused(&visit, kept, problem).await,
        };
    }
    let here = format!("/import/file/{sent}");
    if changed {
        return Ok(to(&Address::of(here)));
    }
    match legs(&visit.app, &visit.actor, &kept).await {
        Ok(_) => Ok(to(&Address::of(format!("{here}/check")))),
        Err(problem) => refused(&visit, kept, problem).await,
    }
}

/// `POST /import/file/SENT/of/FILE/leave-out`.
pub(super) async fn leave_out(visit: Visit, Path((sent, file)): Path<(String, usize)>) -> Answered {
    let mut kept = Kept::at(&visit.app, &visit.actor, &sent)?;
    match kept.leave_out(file) {
        Ok(()) => Ok(to(&Address::of(format!("/import/file/{sent}")))),
        Err(problem) => visit.refused(problem).await,
    }
}

async fn refused(visit: &Visit, kept: Kept, problem: Problem) -> Answered {
    match faults(&problem).is_empty() {
        true => visit.refused(problem).await,
        false => overview(visit, kept, Some(problem)).await,
    }
}

async fn overview(visit: &Visit, kept: Kept, problem: Option<Problem>) -> Answered {
    let shown = async {
        let seen = see(&visit.app, &visit.actor, &kept).await?;
        // While something is open there is no order yet.
        let order = match legs(&visit.app, &visit.actor, &kept).await {
            Ok(legs) => legs,
            Err(Problem::Invalid(_)) => Vec::new(),
            Err(other) => return Err(other),
        };
        Ok((seen, order))
    };
    match shown.await {
        Ok((seen, order)) => {
            visit.page(move |reader| reader.files_page(&kept, &seen, &order, problem.as_ref())).await
        }
        Err(problem) => visit.refused(problem).await,
    }
}

impl Reader<'_, '_> {
    fn files_page(
        &mut self,
        kept: &Kept,
        seen: &[Seen],
        order: &[Leg],
        problem: Option<&Problem>,
    ) -> Outcome<Page> {
        self.needs_imports()?;
        let told = problem.map(faults).unwrap_or_default().iter();
        let told = told.map(|fault| cordee_i18n::fault(self.language(), fault, None));
        let notices: Vec<Notice> = told.map(|text| Notice { tone: Tone::Overdue, text }).collect();
        let place = |one: &Seen| {
            let path = kept.path(&one.file);
            order.iter().position(|leg| !leg.again && leg.file == path).unwrap_or(usize::MAX)
        };
        let again = |one: &Seen| {
            let path = kept.path(&one.file);
            order.iter().any(|leg| leg.again && leg.file == path)
        };
        let mut sorted: Vec<&Seen> = seen.iter().collect();
        sorted.sort_by_key(|one| (place(one), one.file.number));
        let step = ImportFiles {
            files: sorted.iter().map(|one| self.one_of_files(kept, one, again(one))).collect(),
            action: format!("/import/file/{}", kept.key),
            back: "/import/new".to_owned(),
        };
        let page = self.step_page(self.files_title(kept.files.len()), notices, ImportStep::Files(step));
        Ok(match problem {
            Some(problem) => page.refused(problem),
            None => page,
        })
    }

    fn one_of_files(&self, kept: &Kept, one: &Seen, again: bool) -> ImportFile {
        let place = format!("/import/file/{}/of/{}", kept.key, one.file.number);
        let (columns, note) = match &one.look {
            Ok(Some(look)) => {
                let args = [("known", look.known().into()), ("all", look.columns.len().into())];
                let columns = self.say("wizard-columns-known", &args);
                let unsure = look.unsure || look.columns.iter().any(|column| column.ambiguous);
                let note = match (unsure, again) {
                    (true, _) => Some((Tone::Risk, self.word("wizard-look-at-it"))),
                    (_, true) => Some((Tone::Neutral, self.word("wizard-links-later"))),
                    _ => None,
                };
                (columns, note)
            }
            Ok(None) => {
                let told = cordee_i18n::fault(self.language(), &one.file.unknown(), None);
                (String::new(), Some((Tone::Risk, told)))
            }
            Err(problem) => {
                let told =
                    faults(problem).iter().map(|fault| cordee_i18n::fault(self.language(), fault, None));
                (String::new(), Some((Tone::Overdue, told.collect::<Vec<_>>().join(" "))))
            }
        };
        let looks = matches!(one.look, Ok(Some(_)));
        ImportFile {
            number: one.file.number,
            name: one.file.name.clone(),
            object: one.file.object.clone(),
            objects: self.importable(),
            columns,
            look: looks.then(|| place.clone()),
            leave_out: (kept.files.len() > 1).then(|| format!("{place}/leave-out")),
            note: note.map(|(tone, text)| Notice { tone, text }),
        }
    }
}
