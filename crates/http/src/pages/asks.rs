//! What the columns of a board ask of a card before it goes on: told on its page, filled in and ticked in place, and asked
//! for wherever a form is refused for want of it.

use axum::Form as Posted;
use axum::extract::Path;
use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_records::{Need, Right};
use cordee_schema::kinds::links::links_of;
use cordee_schema::{Draft, FieldDef, Object, Record, Value};
use cordee_ui::components::Field;
use cordee_ui::screens::asks::{Asked, Asks as View};
use cordee_ui::screens::form::{FieldGroup, Form, form as draw};
use cordee_ui::{Input, Pick};

use super::address::Address;
use super::form::Pairs;
use super::reader::{Page, Reader, faults, record_path};
use super::typed::Typed;
use super::visit::{Answered, Visit};

/// The name under which the things are posted that are ticked; `tick.asked` are those that could be.
const TICK: &str = "tick";
const TICK_ASKED: &str = "tick.asked";

/// `GET /OBJECTS/ID/asks`: asks for what is missing before the card can go on from where it stands.
pub(crate) async fn ask(visit: Visit, Path((plural, id)): Path<(String, String)>) -> Answered {
    visit
        .page(move |reader| {
            let record = reader.record_at(&plural, &id)?;
            reader.asks_page(&record, &Typed::default(), None)
        })
        .await
}

/// `POST /OBJECTS/ID/asks`: with the fields and ticks of that form; or `turn`, one thing to be ticked, or no longer if `yes`
/// is not said.
pub(crate) async fn save(
    visit: Visit,
    Path((plural, id)): Path<(String, String)>,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    let typed = Typed(pairs);
    let (name, text, sent) = (plural.clone(), id.clone(), typed.clone());
    let saved = visit.write(move |reader| {
        let record = reader.record_at(&name, &text)?;
        match sent.text("turn") {
            "" => reader.save_asked(&record, &sent)?,
            item => reader.turn(&record, reader.id(item)?, sent.has("yes"))?,
        }
        Ok(Address::of(record_path(record.object, record.head.id)))
    });
    let again = move |reader: &mut Reader<'_, '_>, problem: &Problem| {
        let record = reader.record_at(&plural, &id)?;
        reader.asks_page(&record, &typed, Some(problem))
    };
    visit.after_form(saved.await, again).await
}

/// The links of a card to what is ticked, if its board asks for such things.
pub(crate) fn ticked(object: &'static Object) -> Option<&'static FieldDef> {
    object.field(object.board?.asks?.ticked)
}

/// Whether a fault says that something is missing that a column asks for.
pub(crate) fn is_of_column(fault: &Fault) -> bool {
    matches!(fault.key, "error-asked-field" | "error-asked-tick" | "error-asked-because")
}

/// The columns of which these faults say that it must be told why they are passed by.
pub(crate) fn skipped(faults: &[Fault]) -> &str {
    let fault = faults.iter().find(|fault| fault.key == "error-asked-because");
    let columns = fault.and_then(|fault| fault.args.iter().find(|(name, _)| *name == "columns"));
    columns.map_or("", |(_, columns)| columns.as_str())
}

/// The text of a card that says why columns are passed by; a verb asks for it only where it must be said.
pub(crate) fn is_because(object: &Object, field: &FieldDef) -> bool {
    object.board.and_then(|board| board.asks).is_some_and(|asks| asks.because == field.name)
}

/// Where a fault stands in a form: what is to be ticked has a field of its own.
pub(crate) fn place(fault: &Fault) -> &str {
    match fault.key {
        "error-asked-tick" => TICK,
        _ => fault.field.as_deref().unwrap_or(""),
    }
}

/// Notes in a form what it has to ask for: what faults name that columns ask for.
pub(crate) fn note_asked(typed: &mut Typed, faults: &[Fault]) {
    for fault in faults.iter().filter(|fault| is_of_column(fault)) {
        let id = fault.args.iter().find(|(name, _)| *name == "id").map(|(_, id)| id.as_str());
        note(typed, fault.field.as_deref().filter(|_| fault.key != "error-asked-tick"), id);
    }
}

/// Notes what of these is missing.
pub(crate) fn note_missing(typed: &mut Typed, needs: &[Need]) {
    for need in needs.iter().filter(|need| !need.met) {
        note(typed, need.field.map(|field| field.name), Some(&need.id.to_string()));
    }
}

/// Notes that a form asks for a field; or, if for none, that this is to be ticked.
fn note(typed: &mut Typed, field: Option<&str>, tick: Option<&str>) {
    match (field, tick) {
        (Some(field), _) if !typed.has(field) => typed.put(field, ""),
        (None, Some(id)) if !typed.all(TICK_ASKED).any(|known| known == id) => typed.put(TICK_ASKED, id),
        _ => {}
    }
}

impl Reader<'_, '_> {
    /// What stands where a card is: what is asked for there, what of it is done, and the way to do the rest.
    pub(crate) fn asks_shown(&mut self, record: &Record, edits: bool) -> Outcome<Option<View>> {
        let needs = self.gate.needs_here(record)?;
        let Some(column) = needs.first().map(|need| need.column.clone()) else { return Ok(None) };
        let path = format!("{}/asks", record_path(record.object, record.head.id));
        let edits = edits && self.may(record.object, Right::Edit);
        let one = |need: &Need| match need.field {
            Some(field) => Asked {
                label: self.label(record.object, field),
                met: need.met,
                turn: None,
                fill: (edits && !need.met).then(|| path.clone()),
            },
            None => {
                let mut turn = vec![("turn".to_owned(), need.id.to_string())];
                if !need.met {
                    turn.push(("yes".to_owned(), "true".to_owned()));
                }
                let turn = edits.then(|| (path.clone(), turn));
                Asked { label: need.name.clone(), met: need.met, turn, fill: None }
            }
        };
        let things: Vec<Asked> = needs.iter().map(one).collect();
        let missing = things.iter().filter(|thing| !thing.met).count();
        let label = self.say("asks-before", &[("column", column.into())]);
        let done = (missing == 0).then(|| self.word("asks-done"));
        Ok(Some(View { label, done, things }))
    }

    fn asks_page(&mut self, record: &Record, typed: &Typed, problem: Option<&Problem>) -> Outcome<Page> {
        let (object, path) = (record.object, record_path(record.object, record.head.id));
        if !self.gate.may(Right::Edit, object, record.head.id)? {
            return Err(Problem::NotAllowed);
        }
        let needs = self.gate.needs_here(record)?;
        let column = needs.first().map(|need| need.column.clone()).unwrap_or_default();
        let title = self.say("asks-before", &[("column", column.into())]);
        let mut view = Form::new(&title, format!("{path}/asks"), self.word("action-save"));
        view.intro = Some(record.title());
        view.cancel = Some(path.clone());
        view.hidden.push(("version".to_owned(), record.head.version.to_string()));
        let mut typed = typed.clone();
        note_missing(&mut typed, &needs);
        let mut fields = Vec::new();
        for field in needs.iter().filter_map(|need| need.field).filter(|field| typed.has(field.name)) {
            fields.push(self.ask(object, field, &typed)?);
        }
        view.groups.push(FieldGroup { label: None, fields });
        self.put_ticks(&mut view, object, &typed)?;
        self.put_faults(&mut view, problem.map(faults).unwrap_or_default());
        let page = Page::new(title, self.place(object), draw(self.language(), &view));
        Ok(page.below(self.many(object), format!("/{}", object.plural)).below(record.title(), path))
    }

    /// What that form says: it may be filled in by and by.
    fn save_asked(&mut self, record: &Record, typed: &Typed) -> Outcome<()> {
        let version = typed.text("version").parse().map_err(|_| Fault::whole("error-version"))?;
        let mut draft = Draft::new(record.object);
        for field in self.gate.needs_here(record)?.iter().filter_map(|need| need.field) {
            if typed.has(field.name) && self.settable(record.object, field, Some(record)) {
                draft.set(field.name, self.read_typed(field, typed)??);
            }
        }
        self.draft_ticks(&mut draft, Some(record), typed);
        self.gate.update(record.head.id, Some(version), draft).map(drop)
    }

    fn turn(&mut self, record: &Record, item: Id, yes: bool) -> Outcome<()> {
        let field = ticked(record.object).ok_or(Problem::NotFound)?;
        let mut items = record.value(field.name).map(Value::as_links).unwrap_or_default().to_vec();
        items.retain(|known| *known != item);
        if yes {
            items.push(item);
        }
        let mut draft = Draft::new(record.object);
        draft.set(field.name, links_of(items));
        self.gate.update(record.head.id, None, draft).map(drop)
    }

    /// Puts the boxes into a form that `typed` notes as asked for.
    pub(crate) fn put_ticks(
        &mut self,
        view: &mut Form,
        object: &'static Object,
        typed: &Typed,
    ) -> Outcome<()> {
        let Some(field) = ticked(object).filter(|field| self.settable(object, field, None)) else {
            return Ok(());
        };
        let asked: Vec<Id> = typed.all(TICK_ASKED).filter_map(|id| id.parse().ok()).collect();
        let Some(of) = self.linked(field).filter(|_| !asked.is_empty()) else { return Ok(()) };
        let titles = self.gate.titles(of, &asked)?;
        let title = |id: &Id| titles.iter().find(|hit| hit.id == *id).map(|hit| hit.title.clone());
        let options = asked.iter().filter_map(|id| Some(Pick::new(id.to_string(), title(id)?)));
        let values = typed.all(TICK).filter(|id| !id.is_empty()).map(str::to_owned).collect();
        let input = Input::Choices { values, options: options.collect() };
        let field = Field::new(TICK, self.label(object, field), input);
        view.hidden.extend(asked.iter().map(|id| (TICK_ASKED.to_owned(), id.to_string())));
        view.groups.push(FieldGroup { label: None, fields: vec![field] });
        Ok(())
    }

    /// Asks in a form why columns are passed by without what they ask for; it must be said of those in `skipped`.
    pub(crate) fn put_because(
        &mut self,
        view: &mut Form,
        object: &'static Object,
        typed: &Typed,
        skipped: &str,
    ) -> Outcome<()> {
        let because = object.board.and_then(|board| self.field(object, board.asks?.because));
        if let Some(because) = because.filter(|field| self.settable(object, field, None)) {
            let field = self.ask(object, because, typed)?;
            let field = match skipped {
                "" => field.hint(self.word("asks-because")),
                _ => field.hint(self.say("asks-skipped", &[("columns", skipped.into())])).required(),
            };
            view.groups.push(FieldGroup { label: None, fields: vec![field] });
        }
        Ok(())
    }

    /// Adds to a draft what was ticked in such boxes to what the card has.
    pub(crate) fn draft_ticks(&self, draft: &mut Draft, before: Option<&Record>, typed: &Typed) {
        let Some(field) = ticked(draft.object).filter(|field| self.settable(draft.object, field, before))
        else {
            return;
        };
        let had = before.and_then(|record| record.value(field.name)).map(Value::as_links).unwrap_or_default();
        let new: Vec<Id> = typed.all(TICK).filter_map(|id| id.parse().ok()).collect();
        let new: Vec<Id> = new.into_iter().filter(|id| !had.contains(id)).collect();
        if !new.is_empty() {
            draft.set(field.name, links_of([had, &new].concat()));
        }
    }
}
