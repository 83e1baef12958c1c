//! What a form posts, whether files come with it or not: a file becomes an upload, and its field is given the id of it.

use axum::Form;
use axum::body::{Body, to_bytes};
use axum::extract::{FromRequest, Request};
use cordee_base::{Fault, Outcome, Problem};

use super::form::Pairs;
use super::visit::Visit;
use crate::files::{is_form, take_in};
use crate::refused::BODY_LIMIT;

impl Visit {
    /// The texts of a form by their names.
    pub(crate) async fn posted(&self, request: Request) -> Outcome<Pairs> {
        match is_form(request.headers()) {
            true => self.with_files(request).await,
            false => {
                let large = || Problem::TooLarge(Fault::whole("error-body-large").with("limit", BODY_LIMIT));
                let (parts, body) = request.into_parts();
                let bytes = to_bytes(body, BODY_LIMIT).await.map_err(|_| large())?;
                let again = Request::from_parts(parts, Body::from(bytes));
                let Form(pairs) = Form::<Pairs>::from_request(again, &())
                    .await
                    .map_err(|_| Problem::from(Fault::whole("error-upload-broken")))?;
                Ok(pairs)
            }
        }
    }

    async fn with_files(&self, request: Request) -> Outcome<Pairs> {
        let room = self.read(|reader| {
            reader.gate.may_upload()?;
            reader.gate.room_for_files()
        });
        let came = take_in(&self.app, request, room.await?).await?;
        let (fields, files): (Vec<String>, Vec<_>) = came.files.into_iter().unzip();
        let mut pairs = Vec::new();
        if !files.is_empty() {
            let kept = self.app.records().keep_files(self.actor.workspace, files).await?;
            let ids = self.write(move |reader| Ok((reader.gate.upload(&kept)?, kept.clone()))).await?;
            for ((field, id), file) in fields.into_iter().zip(ids.0).zip(ids.1) {
                // Before what the form holds itself, and so in its place.
                pairs.push((format!("{field}.name"), file.name().to_owned()));
                pairs.push((field, id.to_string()));
            }
        }
        // A file that has just come is not the one that is to be removed.
        let fresh: Vec<String> = pairs.iter().map(|(name, _)| format!("{name}.remove")).collect();
        pairs.extend(came.texts.into_iter().filter(|(name, _)| !fresh.contains(name)));
        Ok(pairs)
    }
}
