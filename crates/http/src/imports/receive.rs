//! Files on their way in, to be looked at: written as they come, to their own limits.

use std::fs::File;
use std::io::Write;

use axum::body::Bytes;
use axum::extract::{FromRequest, Multipart, Request};
use cordee_base::{Fault, Outcome, Problem};
use cordee_records::Actor;
use http_body_util::BodyExt;
use sha2::{Digest, Sha256};

use super::kept::{Kept, cannot};
use super::{FILE_LIMIT, MOST_FILES};
use crate::App;
use crate::files::{in_time, is_form, named_in};

/// How long a field that is no file may be.
const MOST_TEXT: usize = 1 << 16;

/// What has come.
pub(crate) struct Taken {
    /// The files, kept.
    pub kept: Kept,
    /// The object whose records they hold, if somebody has said that.
    pub object: String,
    /// What tells them from others.
    pub digest: Vec<u8>,
}

/// Takes files in: parts of a form, or one as the body with its name in a header. What breaks off leaves nothing.
pub(crate) async fn take(app: &App, actor: &Actor, request: Request) -> Outcome<Taken> {
    let kept = Kept::new(app, actor)?;
    let mut coming = Coming { kept, object: String::new(), digest: Sha256::new(), length: 0 };
    let came = match is_form(request.headers()) {
        true => coming.form(app, request).await,
        false => coming.body(request).await,
    };
    let came = came.and_then(|()| match coming.kept.files.is_empty() {
        true => Err(Fault::at("file", "error-required").into()),
        false => coming.kept.save(),
    });
    if let Err(problem) = came {
        coming.kept.discard()?;
        return Err(problem);
    }
    Ok(Taken { kept: coming.kept, object: coming.object, digest: coming.digest.finalize().to_vec() })
}

struct Coming {
    kept: Kept,
    object: String,
    digest: Sha256,
    length: usize,
}

impl Coming {
    async fn form(&mut self, app: &App, request: Request) -> Outcome<()> {
        let unreadable = |_| Problem::from(Fault::at("file", "error-required"));
        let mut form = Multipart::from_request(request, app).await.map_err(unreadable)?;
        while let Some(mut field) = in_time(form.next_field()).await? {
            match (field.name().unwrap_or(""), field.file_name().map(str::to_owned)) {
                ("object", None) => {
                    let mut text = Vec::new();
                    while let Some(piece) = in_time(field.chunk()).await? {
                        text.extend_from_slice(&piece);
                        if text.len() > MOST_TEXT {
                            return Err(too_large(MOST_TEXT));
                        }
                    }
                    self.object = String::from_utf8_lossy(&text).into_owned();
                    self.digest.update(&text);
                }
                // A field in which no file was chosen comes without a name.
                ("file", Some(name)) if !name.is_empty() => {
                    let mut file = self.begin(&name)?;
                    let before = self.length;
                    while let Some(piece) = in_time(field.chunk()).await? {
                        self.put(&mut file, &piece)?;
                    }
                    self.end(before)?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    async fn body(&mut self, request: Request) -> Outcome<()> {
        let name = named_in(request.headers());
        let name = name.ok_or_else(|| Fault::at("Content-Disposition", "error-file-name"))?;
        let mut file = self.begin(&name)?;
        let mut body = request.into_body();
        while let Some(frame) = in_time(async { body.frame().await.transpose() }).await? {
            if let Ok(bytes) = frame.into_data() {
                self.put(&mut file, &bytes)?;
            }
        }
        self.end(0)
    }

    fn begin(&mut self, name: &str) -> Outcome<File> {
        if self.kept.files.len() == MOST_FILES {
            return Err(Problem::TooLarge(Fault::at("file", "error-files-many").with("limit", MOST_FILES)));
        }
        self.digest.update((name.len() as u64).to_be_bytes());
        self.digest.update(name);
        File::create(self.kept.add(name)?).map_err(cannot)
    }

    fn put(&mut self, file: &mut File, piece: &Bytes) -> Outcome<()> {
        self.length += piece.len();
        if self.length > FILE_LIMIT {
            return Err(too_large(FILE_LIMIT));
        }
        self.digest.update(piece);
        file.write_all(piece).map_err(cannot)
    }

    fn end(&mut self, before: usize) -> Outcome<()> {
        self.digest.update((self.length as u64).to_be_bytes());
        match self.length - before {
            0 => Err(Fault::at("file", "error-file-empty").into()),
            _ => Ok(()),
        }
    }
}

fn too_large(limit: usize) -> Problem {
    Problem::TooLarge(Fault::at("file", "error-body-large").with("limit", limit))
}
