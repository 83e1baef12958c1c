//! The files of a record on its page: added by a form, shown or handed over, removed and put back.

use axum::Router;
use axum::extract::{DefaultBodyLimit, Path, Request};
use axum::http::HeaderMap;
use axum::routing::{get, post};
use cordee_base::{Fault, Id, Outcome};
use cordee_records::{Attachment, MEGABYTE, Right};
use cordee_schema::{Object, Record, Value};
use cordee_ui::screens::files::{AddFiles, File, Files};

use super::address::Address;
use super::reader::{Reader, record_path};
use super::visit::{Answered, Visit, to};
use crate::App;
use crate::files::{Asked, sent, take_in, thumbnail};

/// What a browser shows beside the page.
const SHOWN: [&str; 5] = ["image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf"];

/// The routes of attachments.
pub(super) fn routes() -> Router<App> {
    Router::new()
        .route("/attachments/{id}/remove", post(remove))
        .route("/attachments/{id}/restore", post(restore))
        .route("/{objects}/{id}/files", post(add).layer(DefaultBodyLimit::disable()))
}

/// The routes that give bytes, which are not packed on their way.
pub(crate) fn of_bytes() -> Router<App> {
    Router::new()
        .route("/attachments/{id}", get(show))
        .route("/attachments/{id}/download", get(download))
        .route("/attachments/{id}/thumbnail", get(small))
}

/// `GET /attachments/ID`: shown where that is safe.
async fn show(visit: Visit, Path(id): Path<String>, headers: HeaderMap) -> Answered {
    give(&visit, &id, &Asked::of(&headers, true)).await
}

/// `GET /attachments/ID/download`
async fn download(visit: Visit, Path(id): Path<String>, headers: HeaderMap) -> Answered {
    give(&visit, &id, &Asked::of(&headers, false)).await
}

/// `GET /attachments/ID/thumbnail`
async fn small(visit: Visit, Path(id): Path<String>, headers: HeaderMap) -> Answered {
    let content = visit.read(move |reader| {
        let id = reader.id(&id)?;
        reader.gate.attachment_content(id)
    });
    Ok(thumbnail(&visit.app, content.await?, &headers).await?)
}

async fn give(visit: &Visit, id: &str, asked: &Asked) -> Answered {
    let text = id.to_owned();
    let content = visit.read(move |reader| {
        let id = reader.id(&text)?;
        reader.gate.attachment_content(id)
    });
    let sent = match content.await {
        Ok(content) => sent(content, asked).await,
        Err(problem) => Err(problem),
    };
    match sent {
        Ok(response) => Ok(response),
        Err(problem) => visit.refused(problem).await,
    }
}

/// `POST /OBJECTS/ID/files`: one or several files of a form.
async fn add(visit: Visit, Path((plural, id)): Path<(String, String)>, request: Request) -> Answered {
    match added(&visit, (plural, id), request).await {
        Ok(next) => Ok(to(&next)),
        Err(problem) => visit.refused(problem).await,
    }
}

async fn added(visit: &Visit, (plural, id): (String, String), request: Request) -> Outcome<Address> {
    let (name, text) = (plural.clone(), id.clone());
    let room = visit.read(move |reader| {
        let (object, id) = (reader.object(&name)?, reader.id(&text)?);
        reader.gate.attachable(object, id)?;
        reader.gate.room_for_files()
    });
    let came = take_in(&visit.app, request, room.await?).await?;
    if came.files.is_empty() {
        return Err(Fault::at("file", "error-required").into());
    }
    let files = came.files.into_iter().map(|(_, file)| file).collect();
    let kept = visit.app.records().keep_files(visit.actor.workspace, files).await?;
    visit
        .write(move |reader| {
            let (object, id) = (reader.object(&plural)?, reader.id(&id)?);
            reader.gate.attach(object, id, &kept)?;
            Ok(here(object, id).and("done", "files-added"))
        })
        .await
}

/// `POST /attachments/ID/remove`
async fn remove(visit: Visit, Path(id): Path<String>) -> Answered {
    visit
        .then(move |reader| {
            let id = reader.id(&id)?;
            let attachment = reader.gate.attachment(id)?;
            reader.gate.detach(id)?;
            Ok(of(&attachment).and("done", "file-removed").and("of", id))
        })
        .await
}

/// `POST /attachments/ID/restore`
async fn restore(visit: Visit, Path(id): Path<String>) -> Answered {
    visit
        .then(move |reader| {
            let id = reader.id(&id)?;
            let attachment = reader.gate.reattach(id)?;
            Ok(of(&attachment).and("done", "file-restored"))
        })
        .await
}

/// The page of the record that a file is about.
fn of(attachment: &Attachment) -> Address {
    attachment.about.map_or_else(|| Address::of("/"), |(object, id)| here(object, id))
}

fn here(object: &Object, id: Id) -> Address {
    Address::of(record_path(object, id))
}

impl Reader<'_, '_> {
    /// The files of a record.
    pub(crate) fn files(&mut self, record: &Record) -> Outcome<Files> {
        let (object, id) = (record.object, record.head.id);
        let shows_removed = self.visit.address.one("files") == Some("removed");
        let may = self.may(object, Right::Edit) && self.gate.may(Right::Edit, object, id)?;
        let list = self.gate.attachments(object, id, shows_removed && may)?;
        let path = record_path(object, id);
        let limits = self.gate.file_limits();
        let add = limits.filter(|_| may && !shows_removed).map(|limits| AddFiles {
            form: format!("{path}/files"),
            api: format!("/api/v1{path}/attachments"),
            most: limits.one,
            hint: self.say("files-hint", &[("limit", (limits.one / MEGABYTE).into())]),
        });
        let removed = Address::of(&path).and("files", "removed").to_string();
        Ok(Files {
            count: if list.is_empty() { String::new() } else { self.locale.count(list.len() as i64) },
            add,
            list: list
                .iter()
                .map(|file| self.file(file, may && !is_held(record, file.id), shows_removed))
                .collect(),
            removed: may.then_some(if shows_removed { path } else { removed }),
            shows_removed,
        })
    }

    fn file(&self, attachment: &Attachment, may: bool, removed: bool) -> File {
        let path = format!("/attachments/{}", attachment.id);
        let ending = attachment.name.rsplit_once('.').map_or("", |(_, ending)| ending);
        let day = attachment.at.date_in(&self.locale.zone);
        let way = if removed { "restore" } else { "remove" };
        let held = attachment.about.zip(attachment.field.as_deref());
        File {
            name: attachment.name.clone(),
            tile: ending.chars().take(4).collect::<String>().to_uppercase(),
            thumbnail: (attachment.is_picture() && !removed).then(|| format!("{path}/thumbnail")),
            open: path.clone(),
            shown: SHOWN.contains(&attachment.kind.as_str()),
            download: format!("{path}/download"),
            size: self.size(attachment.bytes),
            when: [self.locale.date(day), self.locale.moment(attachment.at), attachment.at.to_string()],
            who: attachment.by_name.clone().unwrap_or_else(|| self.word("app-name")),
            field: held.map(|((object, _), field)| self.field_name(object, field)),
            change: may.then(|| format!("{path}/{way}")),
        }
    }

    /// So many bytes, as people count them: three digits or so.
    pub(crate) fn size(&self, bytes: u64) -> String {
        const STEPS: [(u64, &str); 3] =
            [(1_000_000_000, "size-gigabytes"), (1_000_000, "size-megabytes"), (1_000, "size-kilobytes")];
        let Some((unit, key)) = STEPS.iter().find(|(unit, _)| bytes >= *unit) else {
            return self.say("size-bytes", &[("count", bytes.into())]);
        };
        let tenths = bytes / (unit / 10);
        let number = match tenths {
            0..100 => cordee_base::Decimal::new(tenths as i64, 1).normalize(),
            _ => cordee_base::Decimal::from(bytes / unit),
        };
        self.say(key, &[("number", self.locale.plain_number(number).into())])
    }
}

/// Whether a field of the record holds the file: then it is changed there.
fn is_held(record: &Record, file: Id) -> bool {
    record.fields().any(|(_, value)| matches!(value, Value::File(held) if held.id == file))
}
