//! Something is put to another time, or takes longer: by a drag or a key, told to the script of the page.

use axum::Form as Posted;
use axum::extract::Path;
use axum::http::HeaderMap;
use cordee_base::{Fault, Outcome, Problem};
use cordee_schema::{Draft, FieldDef, Kind, Value};

use super::super::form::Pairs;
use super::super::reader::Reader;
use super::super::today::{act, version};
use super::super::typed::Typed;
use super::super::visit::{Answered, Visit};

/// `POST /OBJECTS/ID/when`: `start` and `end` by the clock of whoever asks, or `day` where it takes all day.
pub(crate) async fn put(
    visit: Visit,
    place: Path<(String, String)>,
    headers: HeaderMap,
    form: Posted<Pairs>,
) -> Answered {
    act(visit, place.0, &headers, form.0, |reader, object, id, typed| {
        let calendar = object.calendar.ok_or(Problem::NotFound)?;
        let day = calendar.day.unwrap_or(calendar.start);
        let mut draft = Draft::new(object);
        for (name, field) in [("start", Some(calendar.start)), ("end", calendar.end), ("day", Some(day))] {
            let field = field.and_then(|name| reader.field(object, name));
            if let Some(field) = field.filter(|_| !typed.text(name).is_empty()) {
                draft.set(field.name, reader.time(field, name, typed)?);
            }
        }
        if draft.values().is_empty() {
            return Err(Fault::at("start", "error-required").into());
        }
        Ok(("day", reader.gate.update(id, version(typed)?, draft)?))
    })
    .await
}

impl Reader<'_, '_> {
    fn time(&self, field: &FieldDef, name: &'static str, typed: &Typed) -> Outcome<Value> {
        let text = typed.text(name);
        let text = match field.kind {
            // A date takes the day of a time.
            Kind::Date(_) => text.split('T').next().unwrap_or(text),
            _ => text,
        };
        let read = field.kind.behave().parse(text, self.gate.reading());
        read.map_err(|fault| Fault { field: Some(name.to_owned()), ..fault }.into())
    }
}
