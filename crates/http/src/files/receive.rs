//! Files that are sent: as parts of a form, or as a body whose header tells the name.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{HeaderMap, header};
use cordee_base::{Fault, Outcome, Problem};
use cordee_records::{Received, Receiving, Room};
use http_body_util::BodyExt;

use super::disposition;
use crate::App;

/// For how long nothing may come before an upload is given up.
const SILENCE: Duration = Duration::from_secs(30);
/// How many files one request may bring.
const MOST_FILES: usize = 100;
/// How many bytes of other fields one request may bring.
const MOST_TEXT: usize = 1 << 20;
/// How much is still read of what is refused, so that whoever sends it is there to hear why.
const HEARD_OUT: usize = 64 << 20;

/// What has come.
#[derive(Default)]
pub(crate) struct Came {
    /// The files, each with the name of its field.
    pub files: Vec<(String, Received)>,
    /// The other fields.
    pub texts: Vec<(String, String)>,
}

/// Takes in the files of a request, as far as there is room. What breaks off leaves nothing.
pub(crate) async fn take_in(app: &App, request: Request, room: Room) -> Outcome<Came> {
    match is_form(request.headers()) {
        true => {
            let form = Multipart::from_request(request, app).await;
            of_form(app, form.map_err(|_| broken())?, room).await
        }
        false => {
            let name = disposition::named_in(request.headers());
            let name = name.ok_or_else(|| Fault::at("Content-Disposition", "error-file-name"))?;
            let mut body = request.into_body();
            let taken = of_body(&mut body, app.records().receive(&name, room)?).await;
            if taken.is_err() {
                hear_out(&mut body).await;
            }
            Ok(Came { files: vec![("file".to_owned(), taken?)], texts: Vec::new() })
        }
    }
}

/// Whether the body is a form whose parts may be files.
pub(crate) fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or("");
    kind.trim_start().to_ascii_lowercase().starts_with("multipart/form-data")
}

async fn of_form(app: &App, mut form: Multipart, room: Room) -> Outcome<Came> {
    let mut came = Came::default();
    let taken = parts(app, &mut form, room, &mut came).await;
    if taken.is_err() {
        let mut heard = 0;
        while let Ok(Ok(Some(mut field))) = tokio::time::timeout(SILENCE, form.next_field()).await {
            while let Ok(Ok(Some(piece))) = tokio::time::timeout(SILENCE, field.chunk()).await {
                heard += piece.len();
                if heard > HEARD_OUT {
                    return taken.map(|()| came);
                }
            }
        }
    }
    taken.map(|()| came)
}

async fn parts(app: &App, form: &mut Multipart, mut room: Room, came: &mut Came) -> Outcome<()> {
    let mut text_bytes = 0;
    while let Some(mut field) = in_time(form.next_field()).await? {
        let name = field.name().unwrap_or("").to_owned();
        let Some(file) = field.file_name().map(str::to_owned) else {
            let mut text = Vec::new();
            while let Some(piece) = in_time(field.chunk()).await? {
                text_bytes += piece.len();
                if text_bytes > MOST_TEXT {
                    return Err(Problem::TooLarge(Fault::whole("error-body-large").with("limit", MOST_TEXT)));
                }
                text.extend_from_slice(&piece);
            }
            came.texts.push((name, String::from_utf8(text).map_err(|_| broken())?));
            continue;
        };
        let mut piece = in_time(field.chunk()).await?;
        // A field in which no file was chosen comes without a name and without bytes.
        if file.is_empty() && piece.as_ref().is_none_or(Bytes::is_empty) {
            continue;
        }
        if came.files.len() == MOST_FILES {
            return Err(Problem::TooLarge(Fault::at("file", "error-files-many").with("limit", MOST_FILES)));
        }
        let mut receiving = app.records().receive(&file, room)?;
        while let Some(bytes) = piece {
            receiving.write(&bytes)?;
            piece = in_time(field.chunk()).await?;
        }
        let received = receiving.finish()?;
        room = room.beside(received.bytes());
        came.files.push((name, received));
    }
    Ok(())
}

async fn of_body(body: &mut Body, mut receiving: Receiving) -> Outcome<Received> {
    while let Some(bytes) = next(body).await? {
        receiving.write(&bytes)?;
    }
    receiving.finish()
}

/// The next bytes of a body.
async fn next(body: &mut Body) -> Outcome<Option<Bytes>> {
    loop {
        let frame = tokio::time::timeout(SILENCE, body.frame()).await.map_err(|_| broken())?;
        match frame.transpose().map_err(|_| broken())? {
            None => return Ok(None),
            Some(frame) => {
                if let Ok(bytes) = frame.into_data() {
                    return Ok(Some(bytes));
                }
            }
        }
    }
}

async fn hear_out(body: &mut Body) {
    let mut heard = 0;
    while let Ok(Some(bytes)) = next(body).await {
        heard += bytes.len();
        if heard > HEARD_OUT {
            return;
        }
    }
}

/// A step of an upload, unless nothing comes for a while.
pub(crate) async fn in_time<T, E>(step: impl Future<Output = Result<T, E>>) -> Outcome<T> {
    tokio::time::timeout(SILENCE, step).await.map_err(|_| broken())?.map_err(|_| broken())
}

/// What came broke off, or is no form.
fn broken() -> Problem {
    Fault::at("file", "error-upload-broken").into()
}
