//! Writing down what was done about a record, or what is to be done: a note, a call, a letter, a meeting, a task.

use axum::Form as Posted;
use axum::extract::Path;
use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_records::Right;
use cordee_schema::{AnyLink, Deed, Deeds, Draft, Kind, Object, Record, Value};
use cordee_ui::components::Field;
use cordee_ui::screens::timeline::{Compose, Composed};

use super::address::Address;
use super::cells::Titles;
use super::form::Pairs;
use super::icons::named;
use super::reader::{Reader, faults, record_path};
use super::typed::Typed;
use super::visit::{Answered, Visit, to};

/// How many letters of what was said name a deed that has no name.
const NAMED_BY: usize = 80;

/// What somebody was writing down when something was wrong with it.
#[derive(Clone)]
pub(crate) struct Logging {
    typed: Typed,
    problem: Problem,
}

/// `POST /OBJECTS/ID/deeds`.
pub(crate) async fn log(
    visit: Visit,
    Path((plural, id)): Path<(String, String)>,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    let typed = Typed(pairs);
    // A form sent twice writes it down once.
    let mut once = visit.once(typed.text("once")).await;
    if let Some(next) = &*once {
        return Ok(to(next));
    }
    let (name, text, form) = (plural.clone(), id.clone(), typed.clone());
    let written = visit.write(move |reader| {
        let record = reader.record_at(&name, &text)?;
        reader.write_down(&record, &form)?;
        Ok(Address::of(record_path(record.object, record.head.id)).and("done", "logged"))
    });
    let written = written.await;
    *once = written.as_ref().ok().cloned();
    let again = move |reader: &mut Reader<'_, '_>, problem: &Problem| {
        let (object, id) = (reader.object(&plural)?, reader.id(&id)?);
        let logging = Logging { typed: typed.clone(), problem: problem.clone() };
        reader.record_page(object, id, None, Some(&logging))
    };
    visit.after_form(written, again).await
}

impl Reader<'_, '_> {
    fn write_down(&mut self, record: &Record, typed: &Typed) -> Outcome<Id> {
        let (object, deeds) = self.deeds().ok_or(Problem::NotFound)?;
        let kind = typed.text(deeds.kind);
        let deed = deeds.written.iter().find(|deed| deed.kind == kind).ok_or(Problem::NotFound)?;
        let (mut draft, mut wrong) = (self.about_this(object, record), Vec::new());
        draft.set(deeds.kind, Value::Text(kind.to_owned()));
        for name in deed.fields {
            let Some(field) = self.field(object, name) else { continue };
            if !typed.has(field.name) || !self.settable(object, field, None) {
                continue;
            }
            match self.read_typed(field, typed)? {
                Ok(value) => draft.set(field.name, value),
                Err(fault) => wrong.push(fault),
            }
        }
        if !wrong.is_empty() {
            return Err(Problem::Invalid(wrong));
        }
        let said = deed.fields.iter().any(|name| draft.value(name).and_then(Value::as_text).is_some());
        if !said {
            return Err(Fault::at(deed.fields[0], "error-required").into());
        }
        self.name_deed(object, &deeds, &mut draft);
        let ahead =
            matches!(draft.value(deeds.starts), Some(Value::Moment(starts)) if *starts > self.gate.now());
        draft.set(deeds.done, Value::YesNo(deed.done && !ahead));
        self.gate.create(draft)
    }

    /// A new deed about a record, and about what the record itself is about.
    fn about_this(&self, object: &'static Object, record: &Record) -> Draft {
        let (mut draft, here) = (Draft::new(object), record.object);
        let mut linked = false;
        for field in object.fields.iter().filter(|field| self.settable(object, field, None)) {
            if let Kind::Link(link) = field.kind {
                let same = record.object.field(field.name).filter(|own| own.links_to() == Some(link.to));
                let value = match link.to == here.name {
                    true => Some(Value::Link(record.head.id)),
                    // Whose the record is says nothing of who did this.
                    false => {
                        same.filter(|_| link.to != "user").and_then(|own| record.value(own.name)).cloned()
                    }
                };
                linked |= link.to == here.name;
                if let Some(value) = value.filter(|value| !value.is_none()) {
                    draft.set(field.name, value);
                }
            }
        }
        let any = object.fields.iter().find(|field| matches!(field.kind, Kind::AnyLink(_)));
        if let Some(any) = any.filter(|_| !linked) {
            let to = AnyLink { object: here.name.to_owned(), id: record.head.id };
            draft.set(any.name, Value::AnyLink(Box::new(to)));
        }
        draft
    }

    /// A deed that has no name is named by how what was said begins, else by what sort it is.
    fn name_deed(&self, object: &'static Object, deeds: &Deeds, draft: &mut Draft) {
        let text = |name: &str| draft.value(name).and_then(Value::as_text).unwrap_or("").to_owned();
        if !text(object.title).is_empty() {
            return;
        }
        let notes = text(deeds.notes);
        let first = notes.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or("");
        let mut name: String = first.chars().take(NAMED_BY).collect();
        if name.len() < first.len() {
            name.push('…');
        }
        if name.is_empty() {
            name = cordee_i18n::option(self.language(), object.name, deeds.kind, &text(deeds.kind));
        }
        draft.set(object.title, Value::Text(name));
    }

    /// The forms by which something is written down about a record, if the reader may.
    pub(crate) fn compose(&mut self, record: &Record, logging: Option<&Logging>) -> Outcome<Option<Compose>> {
        let Some((object, deeds)) = self.deeds() else { return Ok(None) };
        // What happens to settings, to deeds themselves and to parts is told in their own pages.
        let here = record.object;
        let about = !here.system && here != object && here.part_of.is_none();
        if !about || !self.may(object, Right::Create) {
            return Ok(None);
        }
        let path = record_path(here, record.head.id);
        let mut forms = Vec::new();
        for deed in deeds.written {
            let own = logging.filter(|logging| logging.typed.text(deeds.kind) == deed.kind);
            let typed = match own {
                Some(logging) => logging.typed.clone(),
                None => self.beginning_of(object, record)?,
            };
            let fields =
                self.deed_fields(object, record, deed, &typed, own.map(|logging| &logging.problem))?;
            if fields.is_empty() {
                continue;
            }
            forms.push(Composed {
                icon: named(deed.icon),
                label: cordee_i18n::option(self.language(), object.name, deeds.kind, deed.kind),
                kind: deed.kind.to_owned(),
                fields,
                chosen: own.is_some(),
                keep: format!("{}/{}/{}", here.name, record.head.id, deed.kind),
            });
        }
        let hidden = vec![("once".to_owned(), self.visit.new_once())];
        Ok(Some(Compose { action: format!("{path}/deeds"), kind: deeds.kind.to_owned(), hidden, forms }))
    }

    fn beginning_of(&mut self, object: &'static Object, record: &Record) -> Outcome<Typed> {
        let mut typed = Typed::default();
        let draft = self.about_this(object, record);
        for (field, value) in draft.fields() {
            let titles = self.titles_of(field, value)?;
            self.type_value(&mut typed, field, value, Titles::Many(&titles));
        }
        Ok(typed)
    }

    fn deed_fields(
        &mut self,
        object: &'static Object,
        record: &Record,
        deed: &Deed,
        typed: &Typed,
        problem: Option<&Problem>,
    ) -> Outcome<Vec<Field>> {
        let mut fields = Vec::new();
        for name in deed.fields {
            let Some(field) = self.field(object, name) else { continue };
            // That it is about this record is not asked.
            if field.links_to() == Some(record.object.name) || !self.settable(object, field, None) {
                continue;
            }
            let mut asked = self.ask(object, field, typed)?;
            asked.required = false;
            let wrong = problem.map(faults).unwrap_or_default();
            let own = wrong.iter().find(|fault| fault.field.as_deref() == Some(field.name));
            asked.error = own.map(|fault| cordee_i18n::fault(self.language(), fault, None));
            // Each form has its own: ids are of one page.
            asked.id = Some(format!("{}-{}", deed.kind, field.name));
            fields.push(asked);
        }
        Ok(fields)
    }
}
