//! The form of a record: a new one, and changes of one that stands.

mod page;
mod read;

use axum::extract::{Path, Request};
use axum::response::Response;
use cordee_base::{Fault, Outcome, Problem};
use cordee_records::sign_in::Password;
use cordee_schema::Draft;

use super::address::Address;
use super::reader::{Reader, faults, record_path};
use super::today::back;
use super::typed::Typed;
use super::visit::{Answered, Visit, to};
use crate::Refused;

/// What a form posts.
pub(crate) type Pairs = Vec<(String, String)>;

/// `GET /OBJECTS/new?FIELD=VALUE`.
pub(crate) async fn new(visit: Visit, Path(plural): Path<String>) -> Answered {
    visit
        .page(move |reader| {
            let object = reader.object(&plural)?;
            let typed = reader.beginning(object)?;
            reader.new_page(object, &typed, None)
        })
        .await
}

/// `POST /OBJECTS`.
pub(crate) async fn create(visit: Visit, Path(plural): Path<String>, request: Request) -> Answered {
    let typed = match visit.posted(request).await {
        Ok(pairs) => Typed(pairs),
        Err(problem) => return visit.refused(problem).await,
    };
    if let Some(page) = visit.form_again(&plural, None, &typed).await? {
        return Ok(page);
    }
    let another = (typed.text("then") == "new").then(|| Address::of(format!("/{plural}/new")));
    // Back to where one came from, or to the form of the next one.
    let back = another.or_else(|| back(Some(typed.text("back"))));
    // A form sent twice makes one record: the second sending is led to what the first has made.
    let mut once = visit.once(typed.text("once")).await;
    if let Some(next) = &*once {
        return Ok(to(next));
    }
    if let Some(page) = visit.shown_first(&plural, &typed).await? {
        return Ok(page);
    }
    let (name, form) = (plural.clone(), typed.clone());
    let made = visit.write(move |reader| {
        let object = reader.object(&name)?;
        let (wishes, wrong) = reader.line_wishes(object, &form, None)?;
        let draft = also(reader.draft(object, &form, None), wrong)?;
        let id = reader.gate.create(draft)?;
        reader.write_lines(id, wishes, Ok(()))?;
        if object.name == "user" && !form.text("password").is_empty() {
            reader.gate.set_password(id, &Password::chosen(form.text("password"))?, None)?;
        }
        Ok(match &back {
            Some(back) => back.with("done", "created").with("of", format!("{}:{id}", object.plural)),
            None => Address::of(record_path(object, id)).and("done", "created"),
        })
    });
    let made = made.await;
    *once = made.as_ref().ok().cloned();
    let again = move |reader: &mut Reader<'_, '_>, problem: &Problem| {
        let object = reader.object(&plural)?;
        reader.new_page(object, &typed, Some(problem))
    };
    visit.after_form(made, again).await
}

/// `GET /OBJECTS/ID/edit`.
pub(crate) async fn edit(visit: Visit, Path((plural, id)): Path<(String, String)>) -> Answered {
    visit
        .page(move |reader| {
            let record = reader.record_at(&plural, &id)?;
            let mut typed = reader.typed_of(&record);
            reader.type_lines(&mut typed, &record)?;
            reader.edit_page(&record, &typed, None)
        })
        .await
}

/// `POST /OBJECTS/ID`.
pub(crate) async fn update(
    visit: Visit,
    Path((plural, id)): Path<(String, String)>,
    request: Request,
) -> Answered {
    let typed = match visit.posted(request).await {
        Ok(pairs) => Typed(pairs),
        Err(problem) => return visit.refused(problem).await,
    };
    if let Some(page) = visit.form_again(&plural, Some(&id), &typed).await? {
        return Ok(page);
    }
    let (name, text, form) = (plural.clone(), id.clone(), typed.clone());
    let saved = visit.write(move |reader| {
        let (object, id) = (reader.object(&name)?, reader.id(&text)?);
        let version = form.text("version").parse().map_err(|_| Fault::whole("error-version"))?;
        let record = reader.gate.get(object, id)?;
        let form = reader.decided(&record, &form);
        if record.head.version != version {
            return Err(Problem::Stale { now: record.head.version });
        }
        let (wishes, wrong) = reader.line_wishes(object, &form, Some(&record))?;
        let draft = also(reader.draft(object, &form, Some(&record)), wrong)?;
        if wishes.is_empty() {
            reader.gate.update(id, Some(version), draft)?;
        } else {
            let done = reader.gate.attempt(|gate| gate.update(id, Some(version), draft))?;
            reader.write_lines(id, wishes, done)?;
        }
        Ok(match back(Some(form.text("back"))) {
            Some(back) => {
                let version = reader.version_of(object.name, id)?;
                back.with("done", "updated").with("of", format!("{}:{id}:{version}", object.plural))
            }
            None => Address::of(record_path(object, id)).and("done", "updated"),
        })
    });
    let problem = match saved.await {
        Ok(next) => return Ok(to(&next)),
        Err(problem) => problem,
    };
    let stale = matches!(problem, Problem::Stale { .. });
    if faults(&problem).is_empty() && !stale {
        return visit.refused(problem).await;
    }
    visit
        .page(move |reader| {
            let record = reader.record_at(&plural, &id)?;
            let page = match stale {
                true => reader.stale_page(&record, &typed)?,
                false => reader.edit_page(&record, &typed, Some(&problem))?,
            };
            Ok(page.refused(&problem))
        })
        .await
}

/// The draft, if nothing else is wrong either.
fn also(draft: Outcome<Draft>, wrong: Vec<Fault>) -> Outcome<Draft> {
    match draft {
        Err(Problem::Invalid(mut faults)) => {
            faults.extend(wrong);
            Err(Problem::Invalid(faults))
        }
        draft if wrong.is_empty() => draft,
        Ok(_) => Err(Problem::Invalid(wrong)),
        Err(problem) => Err(problem),
    }
}

impl Visit {
    /// The form again, if a button of its lines was pressed: nothing is saved, and nothing typed is lost.
    async fn form_again(
        &self,
        plural: &str,
        id: Option<&str>,
        typed: &Typed,
    ) -> Result<Option<Response>, Refused> {
        if !typed.text("then").starts_with("lines.") {
            return Ok(None);
        }
        let (plural, id, typed) = (plural.to_owned(), id.map(str::to_owned), typed.clone());
        let page = self.page(move |reader| {
            let object = reader.object(&plural)?;
            let stepped = reader.stepped(object, &typed)?.unwrap_or_else(|| typed.clone());
            match &id {
                None => reader.new_page(object, &stepped, None),
                Some(id) => {
                    let record = reader.gate.get(object, reader.id(id)?)?;
                    reader.edit_page(&record, &stepped, None)
                }
            }
        });
        Ok(Some(page.await?))
    }
}
