//! What conditions ask of the fields of a form, as it stands: which must be filled, which can't be changed.

use axum::extract::Path;
use axum::response::IntoResponse;
use axum::{Form as Posted, Json};
use cordee_base::{Id, Outcome};
use cordee_records::Asked;
use cordee_schema::{Draft, FieldDef, Object, Record};
use cordee_ui::components::Field;
use serde_json::{Map, json};

use super::form::Pairs;
use super::reader::Reader;
use super::typed::Typed;
use super::visit::{Answered, Visit};

/// `POST /OBJECTS/ID/conditions` with what stands in a form; `new` in place of the id for a new record.
pub(crate) async fn asked(
    visit: Visit,
    Path((plural, id)): Path<(String, String)>,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    let typed = Typed(pairs);
    let asked = visit.read(move |reader| {
        let object = reader.object(&plural)?;
        let id = if id == "new" { None } else { Some(reader.id(&id)?) };
        let one = |asked: &Asked| {
            let what = json!({"required": asked.required, "read_only": asked.read_only});
            (asked.field.name.to_owned(), what)
        };
        Ok(reader.conditions_of(object, id, &typed)?.iter().map(one).collect::<Map<_, _>>())
    });
    Ok(Json(asked.await?).into_response())
}

impl Reader<'_, '_> {
    /// What conditions, and the columns of a board, ask of the fields of a form that the reader may set.
    pub(crate) fn conditions_of(
        &mut self,
        object: &'static Object,
        id: Option<Id>,
        typed: &Typed,
    ) -> Outcome<Vec<Asked>> {
        let columns_ask = object.board.is_some_and(|board| board.asks.is_some());
        if !columns_ask && !object.fields.iter().any(FieldDef::is_conditional) {
            return Ok(Vec::new());
        }
        let before = id.map(|id| self.gate.get(object, id)).transpose()?;
        let draft = self.readable(object, before.as_ref(), typed)?;
        let mut asked = self.gate.asked(object, id, draft)?;
        asked.retain(|asked| self.settable(object, asked.field, before.as_ref()));
        Ok(asked)
    }

    /// What of a form can be read as it stands, as far as it is changed.
    pub(crate) fn readable(
        &mut self,
        object: &'static Object,
        before: Option<&Record>,
        typed: &Typed,
    ) -> Outcome<Draft> {
        let shown = before.map(|record| self.typed_of(record));
        let mut draft = Draft::new(object);
        for field in object.fields {
            let same = shown.as_ref().is_some_and(|shown| shown.mark(field) == typed.mark(field));
            if same || !typed.has(field.name) || !self.settable(object, field, before) {
                continue;
            }
            // What can't be read yet is told when it is sent.
            if let Ok(value) = self.read_typed(field, typed)? {
                draft.set(field.name, value);
            }
        }
        Ok(draft)
    }
}

/// The field of a form as conditions have it.
pub(crate) fn under(asked: &[Asked], mut field: Field) -> Field {
    if let Some(asked) = asked.iter().find(|asked| asked.field.name == field.name) {
        field.required |= asked.required;
        field.read_only |= asked.read_only;
        field.follows = true;
    }
    field
}
