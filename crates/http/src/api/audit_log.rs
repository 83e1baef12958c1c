//! `/audit_log`: the whole journal, for administrators, and whether it stands as it was written.

use axum::Json;
use axum::extract::State;
use axum::http::Uri;
use cordee_base::{Date, Fault, Id, Outcome, Problem};
use cordee_kit::audited_json;
use cordee_records::{AuditQuery, Door, Gate, Query, Verb};
use serde_json::{Value, json};

use super::body::Body;
use super::parameters::Parameters;
use crate::signed::Caller;
use crate::{App, Refused};

/// What may be asked.
pub(crate) const PARAMETERS: &[&str] =
    &["actor", "object", "record", "door", "verb", "from", "to", "limit", "before"];

/// `GET /audit_log`: `{"data": […], "next": the number before which the next page begins, or null}`
pub(crate) async fn list(State(app): State<App>, caller: Caller, uri: Uri) -> Result<Json<Value>, Refused> {
    let given = Parameters::of(&uri, PARAMETERS)?;
    let limit = given.limit(50, Query::MOST).map_err(Refused::unreadable)?;
    let found = caller.read(&app, move |gate| {
        let asked = |name: &str| given.one(name).map(str::to_owned);
        let query = audit_query(gate, &asked)?;
        gate.audit_log(&AuditQuery { limit, ..query })
    });
    let found = found.await?;
    let next = found.last().filter(|_| found.len() == limit as usize).map(|last| last.entry.seq);
    let data: Vec<Value> = found.iter().map(audited_json).collect();
    Ok(Json(json!({"data": data, "next": next})))
}

/// `POST /audit_log/verify`: reads the whole chain and says what it saw.
pub(crate) async fn verify(
    State(app): State<App>,
    caller: Caller,
    uri: Uri,
    body: Body,
) -> Result<Json<Value>, Refused> {
    Parameters::of(&uri, &[])?;
    body.nothing()?;
    let verdict = caller.read(&app, |gate| gate.verify_journal()).await?;
    Ok(Json(json!({
        "sound": verdict.broken_at.is_none(),
        "checked": verdict.checked,
        "erased": verdict.erased,
        "broken_at": verdict.broken_at,
        "head": verdict.head,
    })))
}

/// Which entries are asked for, in the words of an address; what is wrong is a fault at its name.
pub(crate) fn audit_query(gate: &Gate<'_>, asked: &dyn Fn(&str) -> Option<String>) -> Outcome<AuditQuery> {
    gate.needs_administrator()?;
    let mut faults = Vec::new();
    let mut id = |name: &str| {
        let text = asked(name)?;
        let read = text.parse::<Id>().map_err(|_| Fault::at(name, "error-id").with("value", &text));
        read.map_err(|fault| faults.push(fault)).ok()
    };
    let (actor, record) = (id("actor"), id("record"));
    let mut day = |name: &str| {
        let text = asked(name)?;
        let read = text.parse::<Date>().map_err(|_| Fault::at(name, "error-date").with("value", &text));
        read.map_err(|fault| faults.push(fault)).ok()
    };
    let (first, last) = (day("from"), day("to"));
    let known = |name: &str, known: &[&'static str]| {
        let text = asked(name)?;
        Some(known.iter().find(|one| **one == text).copied().ok_or_else(|| {
            Fault::at(name, "error-choice").with("value", &text).with("options", known.join(", "))
        }))
    };
    let door = known("door", &Door::NAMES).transpose().map_err(|fault| faults.push(fault)).ok().flatten();
    let verb = known("verb", &Verb::ALL.map(|(name, _)| name)).transpose();
    let verb = verb.map_err(|fault| faults.push(fault)).ok().flatten().and_then(Verb::named);
    let object = asked("object").map(|name| {
        let known = gate.catalog().object(&name).map(|object| object.name.to_owned());
        known.ok_or_else(|| {
            let names: Vec<&str> = gate.catalog().objects().map(|object| object.name).collect();
            Fault::at("object", "error-object").with("name", &name).with("options", names.join(", "))
        })
    });
    let object = object.transpose().map_err(|fault| faults.push(fault)).ok().flatten();
    let before = asked("before").map(|text| text.parse::<i64>().map_err(|_| text));
    let before = before.transpose().map_err(|text| {
        faults.push(Fault::at("before", "error-cursor").with("value", text));
    });
    if !faults.is_empty() {
        return Err(Problem::Invalid(faults));
    }
    let zone = gate.reading().zone.clone();
    Ok(AuditQuery {
        actor,
        object,
        record,
        door: door.map(str::to_owned),
        verb,
        from: first.map(|day| zone.start_of(day)),
        until: last.map(|day| zone.start_of(day.tomorrow().unwrap_or(day))),
        before: before.ok().flatten(),
        limit: 50,
    })
}
