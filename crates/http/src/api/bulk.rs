//! `POST /{objects}/bulk`: many rows to create, change, match or delete, each told how it went.
//!
//! All that goes well is kept in one transaction. A row that is refused leaves the others alone, unless all or
//! nothing is wanted.

use axum::extract::{Path, State};
use axum::http::{StatusCode, Uri};
use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_records::Gate;
use cordee_schema::Object;
use serde_json::{Map, Value as Json, json};

use super::answer::Answer;
use super::body::Body;
use super::create::made;
use super::object;
use super::parameters::Parameters;
use super::update::changed;
use super::upsert::{FOREIGN, put};
use crate::refused::problem_document;
use crate::signed::Caller;
use crate::{App, Asked, Refused};

/// How many rows one request may have.
pub(crate) const MOST: usize = 500;
/// How large its body may be.
pub(crate) const BODY_LIMIT: usize = 8 << 20;
/// What can be done with a row.
pub(crate) const VERBS: [&str; 4] = ["create", "update", "upsert", "delete"];

/// `{"done": n, "refused": n, "rows": [{"row", "status", "id", "version"} or {"row", "status", "problem"}]}`
pub(crate) async fn bulk(
    State(app): State<App>,
    caller: Caller,
    Path(plural): Path<String>,
    asked: Asked,
    uri: Uri,
    mut body: Body,
) -> Result<Answer, Refused> {
    Parameters::of(&uri, &[])?;
    let once = body.once.take();
    let wanted = Wanted::read(body.members()?)?;
    let done = caller.once(&app, once, move |gate| {
        let object = object(gate, &plural)?;
        let mut done = Vec::with_capacity(wanted.rows.len());
        for row in &wanted.rows {
            done.push(gate.attempt(|gate| row.done(gate, object))?);
        }
        if wanted.all_or_nothing {
            all_went_well(&done)?;
        }
        let refused = done.iter().filter(|row| row.is_err()).count();
        let rows: Vec<Json> = done.iter().enumerate().map(|(place, row)| told(&asked, place, row)).collect();
        let body = json!({"done": rows.len() - refused, "refused": refused, "rows": rows});
        Ok(Answer::json(body.to_string()))
    });
    done.await
}

/// What became of a row: the status that it would have had by itself, which record, and its version.
struct Done {
    status: StatusCode,
    id: Id,
    version: Option<i64>,
}

struct Wanted {
    all_or_nothing: bool,
    rows: Vec<Row>,
}

/// A row, as far as it can be read without looking at any record.
enum Row {
    Create(Map<String, Json>),
    Update(Id, Option<i64>, Map<String, Json>),
    Upsert(String, Map<String, Json>),
    Delete(Id, Option<i64>),
}

impl Wanted {
    /// Reads all rows, and tells all that can't be read.
    fn read(members: Map<String, Json>) -> Outcome<Wanted> {
        let (mut wanted, mut faults) = (Wanted { all_or_nothing: false, rows: Vec::new() }, Vec::new());
        let mut there = false;
        for (name, value) in members {
            match (name.as_str(), value) {
                ("all_or_nothing", Json::Bool(yes)) => wanted.all_or_nothing = yes,
                ("all_or_nothing", other) => {
                    faults.push(Fault::at(&name, "error-yes-no").with("value", other));
                }
                ("rows", Json::Array(rows)) if (1..=MOST).contains(&rows.len()) => {
                    there = true;
                    for (place, row) in rows.into_iter().enumerate() {
                        let mut members = Members::of(place, row);
                        wanted.rows.extend(Row::read(&mut members));
                        faults.extend(members.rest());
                    }
                }
                ("rows", Json::Array(rows)) if rows.len() > MOST => {
                    return Err(Problem::TooLarge(Fault::at("rows", "error-limit").with("max", MOST)));
                }
                ("rows", _) => faults.push(Fault::at("rows", "error-limit").with("max", MOST)),
                _ => faults.push(unknown(&name, &name)),
            }
        }
        if !there && faults.iter().all(|fault| fault.field.as_deref() != Some("rows")) {
            faults.push(Fault::at("rows", "error-required"));
        }
        if faults.is_empty() { Ok(wanted) } else { Err(Problem::Invalid(faults)) }
    }
}

/// The members of a row that are still to be read, and what is wrong with those that were.
struct Members {
    place: usize,
    left: Map<String, Json>,
    faults: Vec<Fault>,
}

impl Members {
    fn of(place: usize, row: Json) -> Members {
        let mut members = Members { place, left: Map::new(), faults: Vec::new() };
        match row {
            Json::Object(left) => members.left = left,
            _ => members.fault("", |at| Fault::at(at, "error-json").with("detail", "{…}")),
        }
        members
    }

    fn fault(&mut self, name: &str, fault: impl FnOnce(String) -> Fault) {
        self.faults.push(fault(at(self.place, name)));
    }

    fn missing(&mut self, name: &str) {
        self.fault(name, |at| Fault::at(at, "error-required"));
    }

    fn verb(&mut self) -> Option<&'static str> {
        match self.left.remove("do") {
            None => self.missing("do"),
            Some(given) => match VERBS.iter().find(|verb| given == **verb) {
                Some(verb) => return Some(verb),
                None => self.fault("do", |at| {
                    Fault::at(at, "error-choice").with("value", given).with("options", VERBS.join(", "))
                }),
            },
        }
        None
    }

    fn id(&mut self) -> Option<Id> {
        match self.left.remove("id") {
            None => self.missing("id"),
            Some(given) => match given.as_str().and_then(|text| text.parse().ok()) {
                Some(id) => return Some(id),
                None => self.fault("id", |at| Fault::at(at, "error-id").with("value", given)),
            },
        }
        None
    }

    /// The version that the change was made from: a number, or `"*"` for whichever stands.
    fn version(&mut self) -> Option<Option<i64>> {
        match self.left.remove("version") {
            Some(Json::String(any)) if any == "*" => return Some(None),
            Some(Json::Number(number)) if number.is_i64() => return Some(number.as_i64()),
            _ => self.fault("version", |at| Fault::at(at, "error-version")),
        }
        None
    }

    fn matched_by(&mut self) -> Option<String> {
        match self.left.remove("match") {
            None => return Some(FOREIGN.to_owned()),
            Some(Json::String(name)) => return Some(name),
            Some(_) => self.fault("match", |at| Fault::at(at, "error-text")),
        }
        None
    }

    fn data(&mut self) -> Option<Map<String, Json>> {
        match self.left.remove("data") {
            Some(Json::Object(data)) => return Some(data),
            Some(_) => self.fault("data", |at| Fault::at(at, "error-json").with("detail", "{…}")),
            None => self.missing("data"),
        }
        None
    }

    /// All that is wrong; what nobody has asked for is not known.
    fn rest(mut self) -> Vec<Fault> {
        // Without knowing what is to be done, nothing else was asked for.
        if self.faults.is_empty() {
            let names: Vec<String> = self.left.keys().cloned().collect();
            names.iter().for_each(|name| self.fault(name, |at| unknown(&at, name)));
        }
        self.faults
    }
}

impl Row {
    fn read(members: &mut Members) -> Option<Row> {
        match members.verb()? {
            "create" => members.data().map(Row::Create),
            "update" => {
                let (id, version, data) = (members.id(), members.version(), members.data());
                Some(Row::Update(id?, version?, data?))
            }
            "upsert" => {
                let (by, data) = (members.matched_by(), members.data());
                Some(Row::Upsert(by?, data?))
            }
            _ => {
                let (id, version) = (members.id(), members.version());
                Some(Row::Delete(id?, version?))
            }
        }
    }

    fn done(&self, gate: &mut Gate<'_>, object: &'static Object) -> Outcome<Done> {
        let (status, id) = match self {
            Row::Create(data) => (StatusCode::CREATED, made(gate, object, data)?),
            Row::Update(id, from, data) => (StatusCode::OK, changed(gate, object, *id, *from, data)?),
            Row::Upsert(by, data) => match put(gate, object, by, data)? {
                (id, true) => (StatusCode::CREATED, id),
                (id, false) => (StatusCode::OK, id),
            },
            Row::Delete(id, from) => {
                gate.trash(object, *id, *from)?;
                return Ok(Done { status: StatusCode::NO_CONTENT, id: *id, version: None });
            }
        };
        // Whoever gave it away may not see it any more.
        let version = match gate.get(object, id) {
            Ok(record) => Some(record.head.version),
            Err(Problem::NotFound) => None,
            Err(problem) => return Err(problem),
        };
        Ok(Done { status, id, version })
    }
}

/// The problem of all rows that were refused, if there are any: each fault names its row.
fn all_went_well(done: &[Outcome<Done>]) -> Outcome<()> {
    let mut faults = Vec::new();
    for (place, row) in done.iter().enumerate() {
        match row {
            Ok(_) => {}
            Err(Problem::Invalid(some)) => faults.extend(some.iter().map(|fault| of_row(place, fault))),
            Err(Problem::Conflict(fault) | Problem::TooLarge(fault)) => faults.push(of_row(place, fault)),
            Err(Problem::Stale { .. }) => faults.push(Fault::at(at(place, "version"), "problem-stale")),
            Err(Problem::NotAllowed) => faults.push(Fault::at(at(place, ""), "problem-not-allowed")),
            Err(Problem::NotFound) => faults.push(Fault::at(at(place, "id"), "problem-not-found")),
            Err(problem) => return Err(problem.clone()),
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(Problem::Invalid(faults)) }
}

/// The same fault at its place in the request: a field stands under the row's `data`.
fn of_row(place: usize, fault: &Fault) -> Fault {
    let field = match fault.field.as_deref() {
        None | Some("") => at(place, ""),
        Some("match") => at(place, "match"),
        Some(field) => at(place, &format!("data.{field}")),
    };
    Fault { field: Some(field), ..fault.clone() }
}

/// A member of a row as faults name it: `rows[3].id`.
fn at(place: usize, name: &str) -> String {
    if name.is_empty() { format!("rows[{place}]") } else { format!("rows[{place}].{name}") }
}

fn unknown(at: &str, name: &str) -> Fault {
    Fault::at(at, "error-unknown-field").with("name", name).with("nearest", "")
}

fn told(asked: &Asked, place: usize, row: &Outcome<Done>) -> Json {
    match row {
        Ok(done) => json!({
            "row": place,
            "status": done.status.as_u16(),
            "id": done.id.to_string(),
            "version": done.version,
        }),
        Err(problem) => {
            let refused = Refused::from(problem.clone());
            json!({
                "row": place,
                "status": refused.status.as_u16(),
                "problem": problem_document(asked, &refused),
            })
        }
    }
}
