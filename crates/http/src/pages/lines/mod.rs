//! The lines of a record in its form: read from what was typed, drawn with what follows from it, and written.

mod stale;
mod steps;
mod typed;
mod view;
mod wishes;

use axum::Form as Posted;
use axum::extract::Path;
use axum::response::{Html, IntoResponse};
use cordee_records::Right;
use cordee_schema::Object;
use cordee_ui::components::lines as draw;

use super::form::Pairs;
use super::reader::Reader;
use super::typed::Typed;
use super::visit::{Answered, Visit};

/// `POST /OBJECTS/ID/lines` with what stands in a form; `new` in place of the id for a new record. Its lines, drawn anew.
pub(crate) async fn preview(
    visit: Visit,
    Path((plural, id)): Path<(String, String)>,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    let typed = Typed(pairs);
    let drawn = visit.read(move |reader| {
        let object = reader.object(&plural)?;
        let before = match id.as_str() {
            "new" => None,
            id => Some(reader.gate.get(object, reader.id(id)?)?),
        };
        let language = reader.language();
        let lines = reader.form_lines(object, &typed, before.as_ref())?;
        Ok(lines.iter().map(|lines| draw(language, lines).into_string()).collect::<String>())
    });
    Ok(Html(drawn.await?).into_response())
}

impl Reader<'_, '_> {
    /// The objects whose records are lines of `object` and that the reader may see, with their name.
    pub(in crate::pages) fn lines_of(&self, object: &'static Object) -> Vec<(&'static str, &'static Object)> {
        let all = self.gate.catalog().lines_of(object).filter(|lines| self.may(lines, Right::Read));
        all.filter_map(|lines| Some((lines.lines?.name, lines))).collect()
    }
}
