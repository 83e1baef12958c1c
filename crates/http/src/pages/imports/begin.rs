//! The first step: what is in the file, and the file itself.

use axum::extract::Multipart;
use cordee_base::{Fault, Outcome, Problem};
use cordee_records::Right;
use cordee_ui::components::Field;
use cordee_ui::screens::form::{FieldGroup, Form};
use cordee_ui::screens::import::{Import, ImportStep, import as draw};
use cordee_ui::{Input, Pick};

use super::super::address::Address;
use super::super::reader::{Page, Reader, faults};
use super::super::visit::{Answered, Visit, to};
use super::kept::Kept;

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

/// `POST /import/new`: keeps the file and goes on to its columns.
pub(super) async fn upload(visit: Visit, mut parts: Multipart) -> Answered {
    visit.read(|reader| reader.needs_imports()).await?;
    let mut object = String::new();
    let kept = receive(&visit, &mut parts, &mut object).await;
    match kept {
        Ok(kept) => Ok(to(&Address::of(format!("/import/file/{}", kept.key)))),
        Err(problem) if faults(&problem).is_empty() => visit.refused(problem).await,
        Err(problem) => {
            visit.page(move |reader| Ok(reader.file_page(&object, Some(&problem))?.refused(&problem))).await
        }
    }
}

async fn receive(visit: &Visit, parts: &mut Multipart, object: &mut String) -> Outcome<Kept> {
    let unreadable = |_| Problem::from(Fault::at("file", "error-required"));
    while let Some(field) = parts.next_field().await.map_err(unreadable)? {
        match field.name() {
            Some("object") => *object = field.text().await.map_err(unreadable)?,
            Some("file") if field.file_name().is_some_and(|name| !name.is_empty()) => {
                if object.is_empty() {
                    return Err(Fault::at("object", "error-required").into());
                }
                return visit.keep_file(object.clone(), field).await;
            }
            _ => {}
        }
    }
    Err(Fault::at("file", "error-required").into())
}

impl Reader<'_, '_> {
    fn file_page(&mut self, object: &str, problem: Option<&Problem>) -> Outcome<Page> {
        self.needs_imports()?;
        let title = self.word("action-import");
        let objects = self
            .gate
            .catalog()
            .objects()
            .filter(|one| !one.internal && one.shared.is_none() && one.name != "workspace");
        let options = objects.filter(|one| self.may(one, Right::Create));
        let options = options.map(|one| Pick::new(one.name, self.many(one))).collect();
        let what = Input::Choice { value: object.to_owned(), options };
        let file = Input::File { accept: ACCEPTED.to_owned() };
        let mut form = Form::new(&title, "/import/new", self.word("wizard-look"));
        let fields = vec![
            Field::new("object", self.word("wizard-choose-object"), what).required(),
            Field::new("file", self.word("wizard-choose-file"), file)
                .required()
                .hint(self.word("wizard-file-hint")),
        ];
        form.groups.push(FieldGroup { label: None, fields });
        form.cancel = Some("/import".to_owned());
        self.put_faults(&mut form, problem.map(faults).unwrap_or_default());
        let view = Import { title: title.clone(), notices: Vec::new(), step: ImportStep::File(form) };
        let body = draw(self.language(), &view);
        Ok(Page::new(title, "/import", body))
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
}
