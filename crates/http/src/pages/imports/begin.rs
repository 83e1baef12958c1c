//! The first step: what is in the files, and the files themselves.

use axum::extract::Request;
use cordee_base::{Fault, Outcome, Problem};
use cordee_records::Right;
use cordee_ui::components::Field;
use cordee_ui::screens::form::{FieldGroup, Form};
use cordee_ui::screens::import::{Import, ImportStep, import as draw};
use cordee_ui::{Input, Pick};

use super::super::address::Address;
use super::super::reader::{Page, Reader, faults};
use super::super::visit::{Answered, Visit, to};
use crate::imports::{Kept, propose, see_one, take};

/// The files that a browser proposes; what one is shows by its bytes.
const ACCEPTED: &str =
    ".csv,.tsv,.txt,.xlsx,.json,.jsonl,.vcf,text/csv,text/plain,application/json,text/vcard";

/// `GET /import/new?object=NAME`.
pub(super) async fn ask(visit: Visit) -> Answered {
    visit
        .page(|reader| {
            let object = reader.visit.address.one("object").unwrap_or("").to_owned();
            reader.file_page(&object, None)
        })
        .await
}

/// `POST /import/new`: keeps the files and goes on to what is in them.
pub(super) async fn upload(visit: Visit, request: Request) -> Answered {
    visit.read(|reader| reader.needs_imports()).await?;
    let taken = match take(&visit.app, &visit.actor, request).await {
        Ok(taken) => taken,
        Err(problem) => return again(&visit, String::new(), problem).await,
    };
    let object = taken.object.clone();
    match proposed(&visit, taken.kept, &object).await {
        Ok(kept) => Ok(to(&Address::of(format!("/import/file/{}", kept.key)))),
        Err(problem) => again(&visit, object, problem).await,
    }
}

async fn again(visit: &Visit, object: String, problem: Problem) -> Answered {
    visit.shown_again(problem, move |reader, problem| reader.file_page(&object, Some(problem))).await
}

/// The files with what is proposed. A single one whose object nobody can tell is asked about at once.
async fn proposed(visit: &Visit, kept: Kept, object: &str) -> Outcome<Kept> {
    let kept = propose(&visit.app, &visit.actor, kept, object.to_owned()).await?;
    let [file] = &kept.files[..] else { return Ok(kept) };
    if !file.object.is_empty() {
        return Ok(kept);
    }
    let seen = see_one(&visit.app, &visit.actor, &kept, file.number).await?;
    kept.discard()?;
    let problem = match seen.look {
        Err(Problem::Invalid(faults)) => Problem::Invalid(
            faults.into_iter().map(|fault| Fault { field: Some("file".to_owned()), ..fault }).collect(),
        ),
        Err(problem) => problem,
        Ok(_) => Fault { field: Some("object".to_owned()), ..file.unknown() }.into(),
    };
    Err(problem)
}

impl Reader<'_, '_> {
    fn file_page(&mut self, object: &str, problem: Option<&Problem>) -> Outcome<Page> {
        self.needs_imports()?;
        let title = self.word("action-import");
        let what = Input::Choice { value: object.to_owned(), options: self.importable() };
        let file = Input::File { accept: ACCEPTED.to_owned(), many: true };
        let mut form = Form::new(&title, "/import/new", self.word("wizard-look"));
        let fields = vec![
            Field::new("file", self.word("wizard-choose-files"), file)
                .required()
                .hint(self.word("wizard-file-hint")),
            Field::new("object", self.word("wizard-choose-object"), what)
                .hint(self.word("wizard-object-hint")),
        ];
        form.groups.push(FieldGroup { label: None, fields });
        form.cancel = Some("/import".to_owned());
        self.put_faults(&mut form, problem.map(faults).unwrap_or_default());
        let view =
            Import { title: title.clone(), notices: Vec::new(), step: ImportStep::File(Box::new(form)) };
        let body = draw(self.language(), &view);
        Ok(Page::new(title, "/import", body))
    }

    /// The objects whose records the reader may bring in.
    pub(super) fn importable(&self) -> Vec<Pick> {
        let objects = self
            .gate
            .catalog()
            .objects()
            .filter(|one| !one.internal && one.shared.is_none() && one.name != "workspace");
        let objects = objects.filter(|one| self.may(one, Right::Create));
        objects.map(|one| Pick::new(one.name, self.many(one))).collect()
    }

    /// A page of a step after the first.
    pub(super) fn step_page(
        &self,
        title: String,
        notices: Vec<cordee_ui::components::Notice>,
        step: ImportStep,
    ) -> Page {
        let view = Import { title: title.clone(), notices, step };
        let body = draw(self.language(), &view);
        Page::new(title, "/import", body).below(self.word("import-many"), "/import")
    }

    /// What several files are called together.
    pub(super) fn files_title(&self, files: usize) -> String {
        self.say("wizard-files", &[("count", files.into())])
    }
}
