//! `POST /{objects}/upsert?match=FIELD`: changes the record that has this in the field, or makes it.

use axum::extract::{Path, State};
use axum::http::Uri;
use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_records::{FindBy, Gate, Query};
use cordee_schema::{FieldDef, Filter, Object, Path as FieldPath};
use serde_json::{Map, Value as Json};

use super::answer::Answer;
use super::body::Body;
use super::create::{made, place, shown};
use super::lines;
use super::object;
use super::parameters::Parameters;
use super::update::changed;
use crate::signed::Caller;
use crate::{App, Refused};

/// What may be asked.
pub(crate) const PARAMETERS: &[&str] = &["match"];
/// Matches by the id in another system, which goes with the name of that system.
pub(crate) const FOREIGN: &str = "foreign_id";
/// The members of that id.
const FOREIGN_MEMBERS: [&str; 2] = ["source_system", FOREIGN];

/// 201 with the new record, or 200 with the one that was there, as it stands then.
pub(crate) async fn upsert(
    State(app): State<App>,
    caller: Caller,
    Path(plural): Path<String>,
    uri: Uri,
    mut body: Body,
) -> Result<Answer, Refused> {
    let given = Parameters::of(&uri, PARAMETERS)?;
    let by = given.one("match").unwrap_or(FOREIGN).to_owned();
    let once = body.once.take();
    let members = body.members()?;
    let done = caller.once(&app, once, move |gate| {
        let object = object(gate, &plural)?;
        let (id, new) = put(gate, object, &by, &members)?;
        let answer = shown(gate, object, id, &lines::named(gate, object, &members))?;
        Ok(if new { answer.created(Some(place(object, id))) } else { answer })
    });
    done.await
}

/// Makes or changes a record by a JSON object; gives its id, and whether it is new.
pub(crate) fn put(
    gate: &mut Gate<'_>,
    object: &'static Object,
    by: &str,
    members: &Map<String, Json>,
) -> Outcome<(Id, bool)> {
    let there = match by {
        FOREIGN => with_foreign_id(gate, object, members)?,
        name => with_value(gate, object, name, members)?,
    };
    let Some(id) = there else { return Ok((made(gate, object, members)?, true)) };
    let mut changes = members.clone();
    if by == FOREIGN {
        // By these it was found; one that was merged is changed where it went, which keeps its own.
        FOREIGN_MEMBERS.iter().for_each(|name| drop(changes.remove(*name)));
    }
    Ok((changed(gate, object, id, None, &changes)?, false))
}

/// By what records of `object` may be matched: the fields in which no two have the same, and the foreign id.
pub(crate) fn keys(object: &'static Object) -> impl Iterator<Item = &'static str> {
    let unique = object.fields.iter().filter(|field| field.unique && !field.secret);
    std::iter::once(FOREIGN).chain(unique.map(|field| field.name))
}

fn with_foreign_id(
    gate: &mut Gate<'_>,
    object: &'static Object,
    members: &Map<String, Json>,
) -> Outcome<Option<Id>> {
    let [system, id] = FOREIGN_MEMBERS.map(|name| members.get(name).and_then(Json::as_str).unwrap_or(""));
    let missing = FOREIGN_MEMBERS.iter().zip([system, id]).filter(|(_, text)| text.is_empty());
    let faults: Vec<Fault> = missing.map(|(name, _)| Fault::at(*name, "error-required")).collect();
    if !faults.is_empty() {
        return Err(Problem::Invalid(faults));
    }
    let found = gate.find_by(object, &FindBy::Foreign(system.to_owned()), &[id.to_owned()], &[])?;
    match found.first() {
        Some(found) if found.trashed => Err(Problem::Conflict(Fault::at(FOREIGN, "error-deleted"))),
        found => Ok(found.map(|found| found.id)),
    }
}

fn with_value(
    gate: &mut Gate<'_>,
    object: &'static Object,
    name: &str,
    members: &Map<String, Json>,
) -> Outcome<Option<Id>> {
    let field: &'static FieldDef =
        gate.visible(object).find(|field| field.unique && field.name == name).ok_or_else(|| {
            let options = keys(object).collect::<Vec<_>>().join(", ");
            Fault::at("match", "error-choice").with("value", name).with("options", options)
        })?;
    let given = members.get(name).filter(|value| !value.is_null());
    let given = given.ok_or_else(|| Fault::at(name, "error-required"))?;
    let value = field.kind.behave().read_json(given, gate.reading());
    let value = value.map_err(|fault| Fault { field: Some(name.to_owned()), ..fault })?;
    let same = Filter::is(FieldPath::field(object, field), value);
    let found = gate.list(&Query::of(object).filter(same).limit(1))?;
    Ok(found.records.first().map(|record| record.head.id))
}
