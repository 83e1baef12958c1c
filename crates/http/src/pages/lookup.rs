//! Records found by their title as one types, for links in forms.

use axum::Json;
use axum::extract::Path;
use axum::response::IntoResponse;
use cordee_base::{Id, Outcome};
use cordee_schema::Object;
use serde_json::json;

use super::reader::Reader;
use super::visit::{Answered, Visit};

/// How many are offered.
const OFFERED: u32 = 10;

/// `GET /lookup/OBJECT?q=TEXT`: a list of id, title and hint.
pub(crate) async fn lookup(visit: Visit, Path(name): Path<String>) -> Answered {
    let typed = visit.address.one("q").unwrap_or("").trim().to_owned();
    let found = visit.read(move |reader| {
        let object = reader.gate.object(&name)?;
        let hits = reader.gate.lookup(object, &typed, OFFERED)?;
        let mut offered = Vec::new();
        for hit in hits {
            offered.push(json!({"id": hit.id, "title": hit.title, "hint": reader.hint(object, hit.id)?}));
        }
        Ok(offered)
    });
    Ok(Json(found.await?).into_response())
}

/// `GET /lookup?q=TEXT`: records of any object that people work on.
pub(crate) async fn any(visit: Visit) -> Answered {
    let typed = visit.address.one("q").unwrap_or("").trim().to_owned();
    let found = visit.read(move |reader| {
        let mut offered = Vec::new();
        for object in reader.shown(|object| object.owner.is_some()) {
            let hint = reader.one(object);
            let hits = reader.gate.lookup(object, &typed, OFFERED / 3)?;
            let offer = |hit: cordee_records::Hit| {
                json!({"id": format!("{}:{}", object.name, hit.id), "title": hit.title, "hint": hint})
            };
            offered.extend(hits.into_iter().map(offer));
        }
        Ok(offered)
    });
    Ok(Json(found.await?).into_response())
}

impl Reader<'_, '_> {
    /// What tells a record from others with the same title: the first two of its facts that are filled.
    pub(crate) fn hint(&mut self, object: &'static Object, id: Id) -> Outcome<Option<String>> {
        let record = self.gate.get(object, id)?;
        let facts = object.facts.iter().filter(|name| **name != object.title);
        let texts = facts
            .filter_map(|name| Some(super::cells::plain(&self.cell(&record, self.field(object, name)?))));
        let said: Vec<String> = texts.filter(|text| !text.is_empty()).take(2).collect();
        Ok((!said.is_empty()).then(|| said.join(" · ")))
    }
}
