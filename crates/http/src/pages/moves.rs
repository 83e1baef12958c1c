//! A card is moved to another column: one field of its record changes, and the totals follow.

use axum::extract::Path;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use axum::{Form as Posted, Json};
use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_schema::{Draft, Object};
use serde_json::{Value as Body, json};

use super::address::Address;
use super::form::Pairs;
use super::reader::{Reader, faults};
use super::typed::Typed;
use super::visit::{Answered, Visit, status, to};

/// `POST /OBJECTS/ID/move` with the new value of the board's field and the version of the card.
pub(crate) async fn card(
    visit: Visit,
    Path((plural, id)): Path<(String, String)>,
    headers: HeaderMap,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    let accepted = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or("");
    let script = accepted.contains("application/json");
    let (typed, name) = (Typed(pairs), plural.clone());
    let moved = visit.write(move |reader| {
        let (object, id) = (reader.object(&name)?, reader.id(&id)?);
        let version = reader.move_card(object, id, &typed)?;
        if script { reader.after_move(object, id, version) } else { Ok(Body::Null) }
    });
    match (moved.await, script) {
        (Ok(body), true) => Ok(Json(body).into_response()),
        (Ok(_), false) => {
            let board = Address { path: format!("/{plural}/board"), ..visit.address.clone() };
            Ok(to(&board.with("done", "move")))
        }
        (Err(problem), true) => visit.told(problem, plural).await,
        (Err(problem), false) => visit.refused(problem).await,
    }
}

impl Visit {
    /// A refusal for a script of ours: what happened, and why.
    async fn told(&self, problem: Problem, plural: String) -> Answered {
        let code = status(&problem);
        let said = self.read(move |reader| {
            let object = reader.object(&plural)?;
            Ok(reader.refusal_said(object, &problem))
        });
        let body: Response = Json(said.await?).into_response();
        Ok((code, body).into_response())
    }
}

impl Reader<'_, '_> {
    fn move_card(&mut self, object: &'static Object, id: Id, typed: &Typed) -> Outcome<i64> {
        let board = object.board.ok_or(Problem::NotFound)?;
        let by = self.field(object, board.by).ok_or(Problem::NotFound)?;
        let version = typed.text("version").parse().map_err(|_| Fault::whole("error-version"))?;
        let value = self.read_typed(by, typed)??;
        let mut draft = Draft::new(object);
        draft.set(by.name, value);
        self.gate.update(id, Some(version), draft)
    }

    /// What the page changes after a move: the card's version, the heads of all columns.
    fn after_move(&mut self, object: &'static Object, id: Id, version: i64) -> Outcome<Body> {
        let board = object.board.ok_or(Problem::NotFound)?;
        let record = self.gate.get(object, id)?;
        let within = board.within.and_then(|name| record.value(name)).and_then(|value| value.as_link());
        let narrowed = self.narrowed(object);
        let places = self.board_columns(object, &board, within)?;
        let filter = self.on_board(object, &board, &narrowed, within)?;
        let sums = self.sums(object, &board, &places, &filter)?;
        let view = self.board_view(object, &board, &places, &sums);
        let columns = view.columns.iter().map(|column| {
            json!({"id": column.id, "count": column.count, "total": column.total, "weighted": column.weighted})
        });
        let at = record.value(board.by);
        let column = places.iter().find(|place| Some(&place.value) == at).map_or("", |place| &place.name);
        let text = self.say("board-moved", &[("name", record.title().into()), ("column", column.into())]);
        Ok(json!({
            "version": version,
            "count": view.count,
            "columns": columns.collect::<Vec<_>>(),
            "text": text,
        }))
    }

    fn refusal_said(&self, object: &'static Object, problem: &Problem) -> Body {
        let label = |name: &str| object.field(name).map(|field| self.label(object, field));
        let said = faults(problem).iter().map(|fault| {
            let label = fault.field.as_deref().and_then(label);
            cordee_i18n::fault(self.language(), fault, label.as_deref())
        });
        let title = cordee_i18n::problem(self.language(), problem);
        json!({"title": title, "detail": said.collect::<Vec<_>>().join(" ")})
    }
}
