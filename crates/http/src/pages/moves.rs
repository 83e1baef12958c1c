//! A card is moved to another column: one field of its record changes, and the totals follow.

use axum::extract::Path;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use axum::{Form as Posted, Json};
use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_records::{Need, Right};
use cordee_schema::{Draft, FieldDef, Object, Record, Value};
use cordee_ui::screens::form::{FieldGroup, Form, form as draw};
use serde_json::{Value as Body, json};

use super::address::Address;
use super::asks::{is_of_column, note_missing};
use super::board::NONE;
use super::conditions::under;
use super::form::Pairs;
use super::reader::{Page, Reader, faults, record_path};
use super::today::back;
use super::typed::Typed;
use super::visit::{Answered, Visit, status, to};

/// `POST /OBJECTS/ID/move` with the new value of the board's field and the version of the card, and with the page to come
/// `back` to if that is not the board.
pub(crate) async fn card(
    visit: Visit,
    Path((plural, id)): Path<(String, String)>,
    headers: HeaderMap,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    let accepted = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or("");
    let script = accepted.contains("application/json");
    let typed = Typed(pairs);
    let (name, text, sent) = (plural.clone(), id.clone(), typed.clone());
    let moved = visit.write(move |reader| {
        let (object, id) = (reader.object(&name)?, reader.id(&text)?);
        let version = reader.move_card(object, id, &sent)?;
        let next = match back(Some(sent.text("back"))) {
            Some(back) => back,
            None => reader.board_of(object, id)?,
        };
        let next = next.with("done", "move");
        let body = match script && !sent.has("back") {
            true => reader.after_move(object, id, version)?,
            false => json!({"next": next.to_string()}),
        };
        Ok((body, next))
    });
    match (moved.await, script) {
        (Ok((body, _)), true) => Ok(Json(body).into_response()),
        (Ok((_, next)), false) => Ok(to(&next)),
        (Err(problem), true) => visit.told(problem, plural, id, typed).await,
        (Err(problem), false) => {
            visit
                .shown_again(problem, move |reader, problem| {
                    let object = reader.object(&plural)?;
                    reader.move_page(object, reader.id(&id)?, &typed, Some(problem))
                })
                .await
        }
    }
}

/// `GET /OBJECTS/ID/move?FIELD=VALUE`: asks for what the card needs before it can stand in that column, and for the
/// column where none is named.
pub(crate) async fn ask(visit: Visit, Path((plural, id)): Path<(String, String)>) -> Answered {
    visit
        .page(move |reader| {
            let object = reader.object(&plural)?;
            let typed = Typed(reader.visit.address.parameters.clone());
            reader.move_page(object, reader.id(&id)?, &typed, None)
        })
        .await
}

impl Visit {
    /// A refusal for a script of ours: what happened, and why; or the address that asks for what is missing.
    async fn told(&self, problem: Problem, plural: String, id: String, typed: Typed) -> Answered {
        let code = status(&problem);
        let said = self.read(move |reader| {
            let object = reader.object(&plural)?;
            let mut said = reader.refusal_said(object, &problem);
            if reader.is_asked_for(object, &problem) {
                let ask = Address::of(format!("/{plural}/{id}/move"));
                let ask = typed.0.iter().fold(ask, |ask, (name, text)| ask.and(name, text));
                said["ask"] = ask.to_string().into();
            }
            Ok(said)
        });
        let body: Response = Json(said.await?).into_response();
        Ok((code, body).into_response())
    }
}

impl Reader<'_, '_> {
    fn move_card(&mut self, object: &'static Object, id: Id, typed: &Typed) -> Outcome<i64> {
        let board = object.board.ok_or(Problem::NotFound)?;
        let grouped = self.grouped(object, &board)?;
        let sets = grouped.sets;
        let version = typed.text("version").parse().map_err(|_| Fault::whole("error-version"))?;
        let value = match typed.text(sets.name) {
            NONE if !grouped.own => Value::None,
            _ => self.read_typed(sets, typed)??,
        };
        let record = self.gate.get(object, id)?;
        let mut draft = Draft::new(object);
        draft.set(sets.name, grouped.set(value, &record));
        for field in self.askable(object)? {
            if typed.has(field.name) && field.name != sets.name && self.sees(object, field) {
                draft.set(field.name, self.read_typed(field, typed)??);
            }
        }
        self.draft_ticks(&mut draft, Some(&record), typed);
        self.gate.update(id, Some(version), draft)
    }

    /// The fields that a move may have to ask for: what conditions and columns ask for, and why columns are passed by.
    fn askable(&mut self, object: &'static Object) -> Outcome<Vec<&'static FieldDef>> {
        let because = object.board.and_then(|board| object.field(board.asks?.because));
        let conditional = object.fields.iter().filter(|field| field.required_when.is_some());
        let mut fields: Vec<&'static FieldDef> = conditional.chain(because).collect();
        fields.extend(self.gate.fields_asked_for(object)?);
        Ok(fields)
    }

    /// Whether all that is wrong with a move is what it can ask for.
    fn is_asked_for(&self, object: &'static Object, problem: &Problem) -> bool {
        let conditional = |fault: &Fault| {
            let field = fault.field.as_deref().and_then(|name| object.field(name));
            fault.key == "error-required" && field.is_some_and(|field| field.required_when.is_some())
        };
        let faults = faults(problem);
        !faults.is_empty() && faults.iter().all(|fault| is_of_column(fault) || conditional(fault))
    }

    /// The board on which this card stands, as the address says it is shown.
    fn board_of(&mut self, object: &'static Object, id: Id) -> Outcome<Address> {
        let board = Address { path: format!("/{}/board", object.plural), ..self.visit.address.clone() };
        let Some(within) = object.board.and_then(|board| board.within) else { return Ok(board) };
        let within = self.gate.get(object, id)?.value(within).and_then(|value| value.as_link());
        Ok(within.into_iter().fold(board, |board, within| board.with("in", within)))
    }

    /// The fields that a card needs in another column, to be filled in.
    fn move_page(
        &mut self,
        object: &'static Object,
        id: Id,
        typed: &Typed,
        problem: Option<&Problem>,
    ) -> Outcome<Page> {
        if !self.may(object, Right::Edit) {
            return Err(Problem::NotAllowed);
        }
        let board = object.board.ok_or(Problem::NotFound)?;
        let (by, record) = (self.grouped(object, &board)?.sets, self.gate.get(object, id)?);
        let (path, label) = (record_path(object, id), self.word("board-move"));
        let mut view = Form::new(&label, format!("{path}/move"), &label);
        view.intro = Some(record.title());
        view.cancel = Some(format!("/{}/board", object.plural));
        if let Some(back) = back(Some(typed.text("back"))) {
            view.hidden.push(("back".to_owned(), back.to_string()));
            view.cancel = Some(back.to_string());
        }
        view.hidden.push(("version".to_owned(), typed.text("version").to_owned()));
        let mut fields = Vec::new();
        match typed.text(by.name) {
            "" => fields.push(self.ask(object, by, typed)?),
            column => view.hidden.push((by.name.to_owned(), column.to_owned())),
        }
        for asked in self.conditions_of(object, Some(id), typed)? {
            let empty = record.value(asked.field.name).is_none_or(Value::is_none);
            if asked.required && empty || typed.has(asked.field.name) {
                fields.push(under(&[asked], self.ask(object, asked.field, typed)?));
            }
        }
        view.groups.push(FieldGroup { label: None, fields });
        self.ask_of_columns(&mut view, &record, typed)?;
        self.put_faults(&mut view, problem.map(faults).unwrap_or_default());
        let page = Page::new(label, self.place(object), draw(self.language(), &view));
        Ok(page.below(self.many(object), format!("/{}", object.plural)).below(record.title(), path))
    }

    /// What is to be ticked before a card can stand in another column; or, where it passes columns by, why it does.
    fn ask_of_columns(&mut self, view: &mut Form, record: &Record, typed: &Typed) -> Outcome<()> {
        let object = record.object;
        let Some(asks) = object.board.and_then(|board| board.asks) else { return Ok(()) };
        let mut draft = self.readable(object, Some(record), typed)?;
        draft.unset(asks.because);
        let skipped = self.gate.skipped(&draft, Some(record))?;
        let needs = self.gate.needs(object, Some(record.head.id), draft)?;
        let mut typed = typed.clone();
        note_missing(&mut typed, &needs);
        self.put_ticks(view, object, &typed)?;
        let here = self.gate.needs_here(record)?;
        let between = |need: &Need| !need.met && here.iter().all(|known| known.column != need.column);
        if !skipped.is_empty() || needs.iter().any(between) {
            self.put_because(view, object, &typed, &skipped.join(", "))?;
        }
        Ok(())
    }

    /// What the page changes after a move: the card's version, the heads of all columns.
    fn after_move(&mut self, object: &'static Object, id: Id, version: i64) -> Outcome<Body> {
        let board = object.board.ok_or(Problem::NotFound)?;
        let record = self.gate.get(object, id)?;
        let within = board.within.and_then(|name| record.value(name)).and_then(|value| value.as_link());
        let narrowed = self.narrowed(object);
        let grouped = self.grouped(object, &board)?;
        let filter = self.on_board(object, &board, grouped, &narrowed, within)?;
        let places = self.columns_shown(object, &board, grouped, within, &filter)?;
        let sums = self.sums(object, &board, grouped, &places, &filter)?;
        let view = self.board_view(object, &board, grouped, &places, &sums);
        let columns = view.columns.iter().map(|column| {
            json!({"id": column.id, "count": column.count, "total": column.total, "weighted": column.weighted})
        });
        let at = grouped.stands(&record);
        let column = places.iter().find(|place| place.value == at).map_or("", |place| &place.name);
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
