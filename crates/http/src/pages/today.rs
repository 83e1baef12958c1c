//! What is done to what waits: put off, put to another day, done; and taken back again. Each comes back to the page it
//! was done from, or tells a script of that page what happened.

use axum::extract::Path;
use axum::http::{HeaderMap, header};
use axum::response::IntoResponse;
use axum::{Form as Posted, Json};
use cordee_base::{Date, Fault, Id, Outcome, Problem};
use cordee_schema::{Draft, Object, Value};
use serde_json::json;

use super::address::Address;
use super::form::Pairs;
use super::reader::{Reader, faults, record_path};
use super::typed::Typed;
use super::visit::{Answered, Visit, status, to};

/// `POST /today/OBJECTS/ID/snooze`: puts a record off until a day, for oneself; without a day it comes back.
pub(crate) async fn snooze(
    visit: Visit,
    place: Path<Place>,
    headers: HeaderMap,
    form: Posted<Pairs>,
) -> Answered {
    act(visit, place.0, &headers, form.0, |reader, object, id, typed| {
        let until = match typed.text("until").trim() {
            "" => None,
            text => Some(day("until", text)?),
        };
        reader.gate.snooze(object, id, until)?;
        Ok((if until.is_some() { "snooze" } else { "undo" }, 0))
    })
    .await
}

/// `POST /today/OBJECTS/ID/day`: puts it to another day, for everybody.
pub(crate) async fn move_day(
    visit: Visit,
    place: Path<Place>,
    headers: HeaderMap,
    form: Posted<Pairs>,
) -> Answered {
    act(visit, place.0, &headers, form.0, |reader, object, id, typed| {
        let mut sources = reader.registry().today.sources();
        let moved = sources.find_map(|source| source.moves.filter(|_| source.object == object.name));
        let next = reader.registry().portrait(object).and_then(|portrait| portrait.next);
        let moved = moved.or(next.map(|next| next.when));
        let field = moved.and_then(|name| reader.field(object, name)).ok_or(Problem::NotFound)?;
        let mut draft = Draft::new(object);
        draft.set(field.name, Value::Date(day("day", typed.text("day"))?));
        Ok(("day", reader.gate.update(id, version(typed)?, draft)?))
    })
    .await
}

/// `POST /today/OBJECTS/ID/do/VERB`: does what one of the sections offers, where nothing is asked for.
pub(crate) async fn done(
    visit: Visit,
    Path((plural, id, verb)): Path<(String, String, String)>,
    headers: HeaderMap,
    form: Posted<Pairs>,
) -> Answered {
    act(visit, (plural, id), &headers, form.0, move |reader, object, id, typed| {
        let offered = |name: &&str| *name == verb;
        let mut names = reader.registry().today.sources().filter_map(|source| source.done);
        let name = names.find(offered).ok_or(Problem::NotFound)?;
        let verb = reader.registry().action(object, name).ok_or(Problem::NotFound)?;
        let input = verb.input_from_texts([], reader.gate.reading())?;
        let done = verb.act(reader.gate, object, id, version(typed)?, &input)?;
        Ok((name, reader.version_of(done.object, done.id)?))
    })
    .await
}

/// `POST /OBJECTS/ID/undo?version=N`: takes back the change that made this version of a record.
pub(crate) async fn undo(visit: Visit, Path((plural, id)): Path<Place>) -> Answered {
    visit
        .then(move |reader| {
            let (object, id) = (reader.object(&plural)?, reader.id(&id)?);
            let version = reader.visit.address.one("version").and_then(|text| text.parse().ok());
            reader.gate.undo(object, id, version.ok_or_else(|| Fault::whole("error-version"))?)?;
            let back = back(reader.visit.address.one("back"))
                .unwrap_or_else(|| Address::of(record_path(object, id)));
            Ok(back.with("done", "undo"))
        })
        .await
}

/// The object in the plural, and the id.
type Place = (String, String);

/// Does something to a record, and comes back to the page it was done from; a script is told what happened.
pub(crate) async fn act(
    visit: Visit,
    (plural, id): Place,
    headers: &HeaderMap,
    pairs: Pairs,
    work: impl Fn(&mut Reader<'_, '_>, &'static Object, Id, &Typed) -> Outcome<(&'static str, i64)>
    + Send
    + 'static,
) -> Answered {
    let accepted = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or("");
    let script = accepted.contains("application/json");
    let typed = Typed(pairs);
    let back = back(Some(typed.text("back"))).or_else(|| back(visit.address.one("back")));
    let back = back.unwrap_or_else(|| Address::of("/"));
    let next = back.clone();
    let acted = visit.write(move |reader| {
        let (object, id) = (reader.object(&plural)?, reader.id(&id)?);
        let (done, version) = work(reader, object, id, &typed)?;
        if !script {
            let next = next.with("done", done);
            let told = (done != "undo").then(|| format!("{plural}:{id}:{version}"));
            return Ok((next.with("of", told.unwrap_or_default()), serde_json::Value::Null));
        }
        let toast = reader.done_toast(done, &plural, id, version, &next);
        let undo = toast.undo.filter(|_| done != "undo");
        let undo = undo.map(|(label, href)| json!({"label": label, "href": href}));
        Ok((next.clone(), json!({"text": toast.text, "undo": undo})))
    });
    match (acted.await, script) {
        (Ok((_, told)), true) => Ok(Json(told).into_response()),
        (Ok((next, _)), false) => Ok(to(&next)),
        (Err(problem), true) => {
            let code = status(&problem);
            let told = visit.read(move |reader| {
                let title = cordee_i18n::problem(reader.language(), &problem);
                let said = faults(&problem).iter().map(|f| cordee_i18n::fault(reader.language(), f, None));
                Ok(json!({"title": title, "detail": said.collect::<Vec<_>>().join(" ")}))
            });
            Ok((code, Json(told.await?)).into_response())
        }
        (Err(problem), false) => visit.refused(problem).await,
    }
}

impl Reader<'_, '_> {
    /// The version of a record as it stands.
    pub(crate) fn version_of(&mut self, object: &str, id: Id) -> Outcome<i64> {
        let object = self.gate.catalog().object(object).ok_or(Problem::NotFound)?;
        Ok(self.gate.get(object, id)?.head.version)
    }
}

/// The page to come back to, if it is one of these pages.
pub(crate) fn back(text: Option<&str>) -> Option<Address> {
    let here =
        text.filter(|text| text.starts_with('/') && !text.starts_with("//") && !text.contains('\\'))?;
    Some(Address::read(here).without(&["done", "of"]))
}

fn day(name: &'static str, text: &str) -> Outcome<Date> {
    text.trim().parse().map_err(|_| Fault::at(name, "error-date").with("value", text).into())
}

/// The version of the record that was looked at.
pub(crate) fn version(typed: &Typed) -> Outcome<Option<i64>> {
    match typed.text("version") {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| Fault::whole("error-version").into()),
    }
}
