//! `GET /reports`: the reports there are. `GET /reports/{name}`: what one of them tells.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::Uri;
use cordee_i18n::say;
use cordee_kit::{Report, WishText, report_json, word_key};
use serde_json::{Value, json};

use super::parameters::Parameters;
use crate::signed::Caller;
use crate::{App, Asked, Refused};

/// `{"data": [{"name", "title", "help", "object", "questions"}]}`
pub(crate) async fn list(
    State(app): State<App>,
    _: Caller,
    asked: Asked,
    uri: Uri,
) -> Result<Json<Value>, Refused> {
    Parameters::of(&uri, &[])?;
    let shown = |report: &&'static Report| {
        let key = word_key("report", report.name);
        let questions: Vec<&str> = report.questions.iter().map(|question| question.name).collect();
        let object = app.registry().catalog.object(report.object).map(|object| object.plural);
        json!({
            "name": report.name,
            "title": say(asked.language, &key, &[]),
            "help": say(asked.language, &format!("{key}-help"), &[]),
            "object": object,
            "questions": questions,
        })
    };
    let data: Vec<Value> = app.registry().reports.iter().map(shown).collect();
    Ok(Json(json!({"data": data})))
}

/// `{"report", "currency", "asked", "parts": [{"facts"} | {"table", "columns", "rows"} | {"note", "with"} | {"begin"}]}`
pub(crate) async fn tell(
    State(app): State<App>,
    caller: Caller,
    Path(name): Path<String>,
    uri: Uri,
) -> Result<Json<Value>, Refused> {
    let report = app.registry().report(&name).map_err(Refused::not_there)?;
    let known: Vec<&str> = report.questions.iter().map(|question| question.name).chain(["filter"]).collect();
    let given = Parameters::of(&uri, &known)?;
    let answer = |name: &str| given.one(name).map(|text| (name.to_owned(), text.to_owned()));
    let text = WishText {
        answers: report.questions.iter().filter_map(|question| answer(question.name)).collect(),
        filter: given.one("filter").map(str::to_owned),
    };
    let told = caller.read(&app, move |gate| {
        gate.object(report.object)?;
        let wish = text.read(gate, report)?;
        let told = (report.tell)(gate, &wish)?;
        Ok(report_json(report, &wish, &told, gate.reading()))
    });
    Ok(Json(told.await?))
}
