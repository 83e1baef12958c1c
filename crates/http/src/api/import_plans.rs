//! `/import_plans`: files that are to be brought in, what is proposed and decided of them, what would become of each row.

use std::sync::{Arc, Mutex, PoisonError};

use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_i18n::Language;
use cordee_kit::{ReadAs, RowProblem, check_json, import_json, look_json, row_problem_json};
use serde_json::{Map, Value, json};
use tokio::sync::mpsc::channel;

use super::answer::Answer;
use super::body::Body;
use super::once::repeatable;
use super::parameters::Parameters;
use crate::files::as_it_comes;
use crate::imports::{self, Checked, Decided, Kept, KeptFile, Seen};
use crate::signed::Caller;
use crate::{App, Asked, Refused};

/// How many problems may wait to be sent.
const WAITING: usize = 256;

/// `POST /import_plans`: files as parts of a form, or one as the body; `object` may say whose records they hold.
pub(crate) async fn create(
    State(app): State<App>,
    caller: Caller,
    asked: Asked,
    request: Request,
) -> Result<Answer, Refused> {
    Parameters::of(request.uri(), &[])?;
    may_import(&app, &caller).await?;
    let (method, uri, headers) = (request.method().clone(), request.uri().clone(), request.headers().clone());
    // A key that is none is told before anything comes.
    repeatable(&method, &uri, &headers, &[])?;
    let taken = imports::take(&app, &caller.actor, request).await?;
    let once = repeatable(&method, &uri, &headers, &taken.digest)?;
    let kept = taken.kept.clone();
    let made = async {
        let kept = imports::propose(&app, &caller.actor, taken.kept, taken.object).await?;
        let told = told(&app, &caller, &asked, &kept).await?;
        let place = format!("/api/v1/import_plans/{}", kept.key);
        let answer = Answer::json(told.to_string()).created(Some(place));
        caller.once(&app, once, move |gate| imports::needs_imports(gate).map(|()| answer.clone())).await
    };
    let made = made.await;
    // What was answered before has its files already.
    if made.as_ref().map_or(true, |answer| answer.again) {
        kept.discard()?;
    }
    made
}

/// `GET /import_plans/{plan}`
pub(crate) async fn read(
    State(app): State<App>,
    caller: Caller,
    asked: Asked,
    Path(plan): Path<String>,
    uri: Uri,
) -> Result<Json<Value>, Refused> {
    let kept = plan_of(&app, &caller, &plan, &uri).await?;
    Ok(Json(told(&app, &caller, &asked, &kept).await?))
}

/// `PATCH /import_plans/{plan}`: what is decided of its files.
pub(crate) async fn change(
    State(app): State<App>,
    caller: Caller,
    asked: Asked,
    Path(plan): Path<String>,
    uri: Uri,
    body: Body,
) -> Result<Json<Value>, Refused> {
    let mut kept = open_plan(&app, &caller, &plan, &uri).await?;
    for (number, decided) in decided(&kept, &body.members()?)? {
        kept = imports::decide(&app, &caller.actor, kept, number, decided).await?;
    }
    Ok(Json(told(&app, &caller, &asked, &kept).await?))
}

/// `DELETE /import_plans/{plan}`: the files go, unless they are being brought in.
pub(crate) async fn discard(
    State(app): State<App>,
    caller: Caller,
    Path(plan): Path<String>,
    uri: Uri,
) -> Result<StatusCode, Refused> {
    let kept = open_plan(&app, &caller, &plan, &uri).await?;
    kept.discard()?;
    Ok(StatusCode::NO_CONTENT)
}

/// `GET /import_plans/{plan}/check`: what would become of the rows, with the first problems.
pub(crate) async fn check(
    State(app): State<App>,
    caller: Caller,
    asked: Asked,
    Path(plan): Path<String>,
    uri: Uri,
) -> Result<Json<Value>, Refused> {
    let kept = plan_of(&app, &caller, &plan, &uri).await?;
    let language = asked.in_own_language(&app).await.language;
    let checked = imports::check(&app, &caller.actor, &kept).await?;
    let files: Vec<Value> = checked.iter().map(|one| checked_json(one, language)).collect();
    Ok(Json(json!({ "files": files })))
}

/// `GET /import_plans/{plan}/problems`: every problem of every row, a JSON object a line, as they are found.
pub(crate) async fn problems(
    State(app): State<App>,
    caller: Caller,
    asked: Asked,
    Path(plan): Path<String>,
    uri: Uri,
) -> Result<Response, Refused> {
    let kept = plan_of(&app, &caller, &plan, &uri).await?;
    let language = asked.in_own_language(&app).await.language;
    let (send, lines) = channel(WAITING);
    let told = move |file: &KeptFile, problem: &RowProblem| {
        let mut line = problem_json(problem, language);
        line["file"] = file.number.into();
        format!("{line}\n").into_bytes()
    };
    imports::problems(&app, &caller.actor, &kept, send, told).await?;
    let kind = (header::CONTENT_TYPE, HeaderValue::from_static("application/jsonl"));
    Ok(([kind], as_it_comes(lines)).into_response())
}

/// `POST /import_plans/{plan}/start`: 201 with the imports, which are at work from then on.
pub(crate) async fn start(
    State(app): State<App>,
    caller: Caller,
    Path(plan): Path<String>,
    uri: Uri,
    body: Body,
) -> Result<Answer, Refused> {
    let once = body.nothing()?;
    let kept = plan_of(&app, &caller, &plan, &uri).await?;
    // What was started before may be asked again under its key, so that a refusal waits until that is known.
    let prepared = imports::prepare(&app, &caller.actor, &kept).await;
    let claimed = prepared.is_ok();
    let (registry, noted) = (app.registry().clone(), Arc::new(Mutex::new(Vec::new())));
    let ids = noted.clone();
    let started = caller.once(&app, once, move |gate| {
        let made = imports::note(gate, &registry, &prepared.clone()?)?;
        let data = made.iter().map(|id| Ok(import_json(&registry.imports.get(gate, *id)?, None)));
        let data = data.collect::<Outcome<Vec<Value>>>()?;
        *ids.lock().unwrap_or_else(PoisonError::into_inner) = made;
        Ok(Answer::json(json!({ "data": data }).to_string()).created(None))
    });
    let started = started.await;
    match &started {
        Ok(answer) if claimed && !answer.again => {
            let ids = noted.lock().unwrap_or_else(PoisonError::into_inner).clone();
            imports::begun(&app, &caller.actor, kept, &ids)?;
        }
        _ if claimed => kept.give_back(),
        _ => {}
    }
    started
}

async fn may_import(app: &App, caller: &Caller) -> Result<(), Refused> {
    caller.read(app, |gate| imports::needs_imports(gate)).await
}

/// What the caller has sent under this name. Whether they may bring files in comes first.
async fn plan_of(app: &App, caller: &Caller, plan: &str, uri: &Uri) -> Result<Kept, Refused> {
    Parameters::of(uri, &[])?;
    may_import(app, caller).await?;
    Ok(Kept::at(app, &caller.actor, plan)?)
}

/// The same, as long as its files are not being brought in.
async fn open_plan(app: &App, caller: &Caller, plan: &str, uri: &Uri) -> Result<Kept, Refused> {
    let kept = plan_of(app, caller, plan, uri).await?;
    match kept.begun.is_empty() {
        true => Ok(kept),
        false => Err(Problem::Conflict(Fault::whole("error-import-begun")).into()),
    }
}

/// `{"id", "files": [File], "order": [{"file", "object", "links_only"}], "imports": [id]}`
async fn told(app: &App, caller: &Caller, asked: &Asked, kept: &Kept) -> Result<Value, Refused> {
    let language = asked.clone().in_own_language(app).await.language;
    let seen = imports::see(app, &caller.actor, kept).await?;
    let order = match imports::legs(app, &caller.actor, kept).await {
        Ok(legs) => {
            let leg = |leg: &cordee_kit::Leg| {
                let file = kept.files.iter().find(|file| kept.path(file) == leg.file);
                json!({"file": file.map(|file| file.number), "object": leg.object.name, "links_only": leg.again})
            };
            legs.iter().map(leg).collect()
        }
        // While something is open there is no order yet.
        Err(Problem::Invalid(_)) => Vec::new(),
        Err(problem) => return Err(problem.into()),
    };
    let files: Vec<Value> = seen.iter().map(|one| file_json(one, language)).collect();
    Ok(json!({"id": kept.key, "files": files, "order": order, "imports": kept.begun}))
}

fn file_json(seen: &Seen, language: Language) -> Value {
    let mut told = match &seen.look {
        Ok(Some(look)) => look_json(look),
        _ => json!({}),
    };
    told["number"] = seen.file.number.into();
    told["file"] = seen.file.name.clone().into();
    told["object"] = Some(&seen.file.object).filter(|object| !object.is_empty()).cloned().into();
    told["problem"] = match &seen.look {
        Ok(Some(_)) => Value::Null,
        Ok(None) => cordee_i18n::fault(language, &seen.file.unknown(), None).into(),
        Err(problem) => match problem {
            Problem::Invalid(faults) if !faults.is_empty() => {
                cordee_i18n::fault(language, &faults[0], None).into()
            }
            other => cordee_i18n::problem(language, other).into(),
        },
    };
    told
}

fn checked_json(one: &Checked, language: Language) -> Value {
    let mut told = check_json(&one.check);
    let problems = one.check.problems.iter().map(|problem| problem_json(problem, language));
    told.insert("file".to_owned(), one.file.number.into());
    told.insert("object".to_owned(), one.object.name.into());
    told.insert("done".to_owned(), one.check.progress.done.into());
    told.insert("problems".to_owned(), problems.collect::<Vec<_>>().into());
    Value::Object(told)
}

fn problem_json(problem: &RowProblem, language: Language) -> Value {
    row_problem_json(problem, &cordee_i18n::fault(language, &problem.fault, None))
}

/// What the members of a body decide, file by file.
fn decided(kept: &Kept, members: &Map<String, Value>) -> Outcome<Vec<(usize, Decided)>> {
    let mut faults: Vec<Fault> = members
        .keys()
        .filter(|name| *name != "files")
        .map(|name| Fault::at(name, "error-unknown-field").with("name", name).with("nearest", "files"))
        .collect();
    let mut all = Vec::new();
    match members.get("files") {
        Some(Value::Array(files)) => {
            for (place, file) in files.iter().enumerate() {
                match one_decided(kept, file) {
                    Ok(one) => all.push(one),
                    Err(fault) => {
                        let inner = fault.field.clone().map_or(String::new(), |field| format!(".{field}"));
                        faults.push(Fault { field: Some(format!("files[{place}]{inner}")), ..fault });
                    }
                }
            }
        }
        Some(other) => faults.push(Fault::at("files", "error-invalid-value").with("value", other)),
        None => faults.push(Fault::at("files", "error-required")),
    }
    if faults.is_empty() { Ok(all) } else { Err(Problem::Invalid(faults)) }
}

fn one_decided(kept: &Kept, said: &Value) -> Result<(usize, Decided), Fault> {
    let members = said.as_object().ok_or_else(|| Fault::whole("error-invalid-value").with("value", said))?;
    let number =
        members.get("number").and_then(Value::as_u64).and_then(|number| usize::try_from(number).ok());
    let file = number.and_then(|number| kept.file(number).ok());
    let file = file.ok_or_else(|| {
        let given = members.get("number").cloned().unwrap_or_default();
        Fault::at("number", "error-invalid-value").with("value", given)
    })?;
    let (mut decided, mut read) = (Decided::default(), ReadAs::default());
    for (name, value) in members {
        let wrong = || Fault::at(name, "error-invalid-value").with("value", value);
        let text = || value.as_str().map(str::to_owned).ok_or_else(wrong);
        let yes = || value.as_bool().ok_or_else(wrong);
        let wishes = &mut decided.wishes;
        match name.as_str() {
            "number" => {}
            "object" => decided.object = Some(text()?),
            "encoding" => read.encoding = Some(text()?),
            "delimiter" => read.delimiter = Some(text()?),
            "sheet" => read.sheet = Some(text()?),
            "mapping" if value.is_object() => decided.mapping = Some(value.to_string()),
            "columns" => wishes.targets = targets(&file.header, value)?,
            "match_by" => wishes.match_by = Some(if value.is_null() { String::new() } else { text()? }),
            "mode" => wishes.mode = Some(text()?),
            "create_missing" => wishes.create_missing = Some(yes()?),
            "incomplete" => wishes.incomplete = Some(yes()?),
            "source" => wishes.source = Some(text()?),
            "translate" => wishes.translate = translations(value).ok_or_else(wrong)?,
            "mapping" => return Err(wrong()),
            other => {
                return Err(Fault::at(other, "error-unknown-field").with("name", other).with("nearest", ""));
            }
        }
    }
    let reads = read.encoding.is_some() || read.delimiter.is_some() || read.sheet.is_some();
    decided.read = reads.then_some(read);
    Ok((file.number, decided))
}

/// `{"Company": "account.name", "Notes": null}` by the heads of the columns.
fn targets(header: &[String], value: &Value) -> Result<Vec<(usize, String)>, Fault> {
    let members =
        value.as_object().ok_or_else(|| Fault::at("columns", "error-invalid-value").with("value", value))?;
    members
        .iter()
        .map(|(column, target)| {
            let wrong = |value: String| {
                Fault::at(format!("columns.{column}"), "error-invalid-value").with("value", value)
            };
            let place = header.iter().position(|name| name == column).ok_or_else(|| wrong(column.clone()))?;
            match target {
                Value::Null => Ok((place, String::new())),
                Value::String(target) => Ok((place, target.clone())),
                other => Err(wrong(other.to_string())),
            }
        })
        .collect()
}

/// `[{"column", "value", "meant"}]`
fn translations(value: &Value) -> Option<Vec<(String, String, String)>> {
    let text = |one: &Value, name: &str| one.get(name).and_then(Value::as_str).map(str::to_owned);
    let one = |one: &Value| Some((text(one, "column")?, text(one, "value")?, text(one, "meant")?));
    value.as_array()?.iter().map(one).collect()
}

/// The id of an import in an address, of somebody who may bring files in.
pub(super) async fn import_of(app: &App, caller: &Caller, text: &str, uri: &Uri) -> Result<Id, Refused> {
    Parameters::of(uri, &[])?;
    may_import(app, caller).await?;
    super::id(text)
}
