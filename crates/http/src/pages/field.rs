//! One field of a record, changed where it stands: in the record's page, in a table, or on a page of its own.
//!
//! Whoever changes one field overwrites nothing but it: a change of another field meanwhile does not matter, one of the
//! same field is shown beside what was typed.

use axum::extract::{Path, Request};
use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_records::Right;
use cordee_schema::{Draft, FieldDef, Object, Record};
use cordee_ui::components::{InPlace, InPlaceForm, Notice, in_place, in_place_form};
use cordee_ui::screens::form::{FieldGroup, Form, form};
use cordee_ui::{Cell, Tone};

use super::address::Address;
use super::reader::{Page, Reader, faults, record_path};
use super::stale::{is_touched, unlinked};
use super::typed::Typed;
use super::visit::{Answered, Visit, to};

/// `GET /OBJECTS/ID/fields/FIELD`: its input, alone on a page or as a part of one.
pub(crate) async fn ask(visit: Visit, Path((plural, id, name)): Path<(String, String, String)>) -> Answered {
    visit
        .page(move |reader| {
            let (record, field) = reader.changeable(&plural, &id, &name)?;
            let typed = reader.typed_of(&record);
            reader.field_page(&record, field, &typed, None)
        })
        .await
}

/// `POST /OBJECTS/ID/fields/FIELD` with the version from which it was changed: the value as it is drawn now; or the
/// input again, with what is wrong, or with what somebody else has put there meanwhile.
pub(crate) async fn save(
    visit: Visit,
    Path((plural, id, name)): Path<(String, String, String)>,
    request: Request,
) -> Answered {
    let typed = match visit.posted(request).await {
        Ok(pairs) => Typed(pairs),
        Err(problem) => return visit.refused(problem).await,
    };
    let (objects, of, called, sent) = (plural.clone(), id.clone(), name.clone(), typed.clone());
    let saved = visit.write(move |reader| {
        let (record, field) = reader.changeable(&objects, &of, &called)?;
        reader.save_field(&record, field, &sent)?;
        // A button elsewhere leads back to where it stands: a page of ours.
        let back = sent.text("back");
        let ours = back.starts_with('/') && !back.starts_with("//") && !back.contains('\\');
        Ok(if ours { back.to_owned() } else { record_path(record.object, record.head.id) })
    });
    let problem = match saved.await {
        Ok(path) if !visit.asked.partial => return Ok(to(&Address::of(path).and("done", "updated"))),
        Ok(_) => return visit.page(move |reader| reader.field_drawn(&plural, &id, &name)).await,
        Err(problem) => problem,
    };
    if faults(&problem).is_empty() && !matches!(problem, Problem::Stale { .. }) {
        return visit.refused(problem).await;
    }
    visit
        .page(move |reader| {
            let (record, field) = reader.changeable(&plural, &id, &name)?;
            let typed = reader.retyped(&record, field, &typed);
            Ok(reader.field_page(&record, field, &typed, Some(&problem))?.refused(&problem))
        })
        .await
}

impl Reader<'_, '_> {
    /// The way to change a field of a record where it stands, if the reader may.
    pub(crate) fn in_place(&self, record: &Record, field: &FieldDef) -> Option<InPlace> {
        let settable =
            self.may(record.object, Right::Edit) && self.settable(record.object, field, Some(record));
        settable.then(|| InPlace {
            href: field_path(record.object, record.head.id, field.name),
            label: self.label(record.object, field),
        })
    }

    /// The record and its field, if the reader may change it.
    pub(crate) fn changeable(
        &mut self,
        plural: &str,
        id: &str,
        name: &str,
    ) -> Outcome<(Record, &'static FieldDef)> {
        let (object, id) = (self.object(plural)?, self.id(id)?);
        let record = self.gate.get(object, id)?;
        let field = self.field(object, name).filter(|field| object.place(field.name).is_some());
        let field = field.ok_or(Problem::NotFound)?;
        let may = self.settable(object, field, Some(&record))
            && self.gate.may(Right::Edit, object, record.head.id)?;
        if may { Ok((record, field)) } else { Err(Problem::NotAllowed) }
    }

    fn save_field(&mut self, record: &Record, field: &'static FieldDef, typed: &Typed) -> Outcome<()> {
        let version: i64 = typed.text("version").parse().map_err(|_| Fault::whole("error-version"))?;
        let now = self.typed_of(record);
        if typed.mark(field) == now.mark(field) {
            return Ok(());
        }
        // What stands is not what stood there when the input was opened.
        if version != record.head.version && is_touched(typed.text("was"), field, &now) {
            return Err(Problem::Stale { now: record.head.version });
        }
        let value = self.read_typed(field, typed)??;
        let mut draft = Draft::new(record.object);
        draft.set(field.name, value);
        self.gate.update(record.head.id, Some(record.head.version), draft)?;
        Ok(())
    }

    /// What the form of a record holds, with one field as it was typed.
    fn retyped(&self, record: &Record, field: &FieldDef, typed: &Typed) -> Typed {
        let mut all = self.typed_of(record);
        all.take(field.name);
        all.0.extend(
            typed.0.iter().filter(|(name, _)| !["was", "version", "back"].contains(&name.as_str())).cloned(),
        );
        all
    }

    /// The value as it stands, with the way to change it again.
    fn field_drawn(&mut self, plural: &str, id: &str, name: &str) -> Outcome<Page> {
        let (object, id) = (self.object(plural)?, self.id(id)?);
        self.know_tags(object)?;
        let record = self.gate.get(object, id)?;
        let field = self.field(object, name).ok_or(Problem::NotFound)?;
        let way = InPlace {
            href: field_path(object, record.head.id, field.name),
            label: self.label(object, field),
        };
        let body = in_place(self.language(), &self.cell(&record, field), &way);
        Ok(Page::new(record.title(), self.place(object), body))
    }

    fn field_page(
        &mut self,
        record: &Record,
        field: &'static FieldDef,
        typed: &Typed,
        problem: Option<&Problem>,
    ) -> Outcome<Page> {
        let (object, id) = (record.object, record.head.id);
        let mut asked = self.ask(object, field, typed)?;
        let own = |fault: &&Fault| fault.field.as_deref() == Some(field.name);
        let wrong = problem.map(faults).unwrap_or_default();
        let said = |fault: &Fault| match fault.field.as_deref() {
            Some(name) if name != field.name => {
                let label = self.field_name(object, name);
                cordee_i18n::fault(self.language(), fault, Some(&label))
            }
            _ => cordee_i18n::fault(self.language(), fault, None),
        };
        if !wrong.is_empty() {
            asked.error = Some(wrong.iter().map(said).collect::<Vec<_>>().join(" "));
        }
        let elsewhere = wrong.iter().any(|fault| !own(&fault));
        let path = record_path(object, id);
        // What is saved next is saved over what stands now.
        let now = self.typed_of(record);
        let hidden = vec![
            ("version".to_owned(), record.head.version.to_string()),
            ("was".to_owned(), self.mark_of(field, &now)),
        ];
        let theirs = match problem {
            Some(Problem::Stale { .. }) => Some(self.theirs(record, field)?),
            _ => None,
        };
        let action = field_path(object, id, field.name);
        if self.visit.asked.partial {
            let view = InPlaceForm {
                action,
                hidden,
                field: asked,
                theirs,
                more: elsewhere.then(|| format!("{path}/edit")),
                cancel: path,
            };
            let body = in_place_form(self.language(), &view);
            return Ok(Page::new(record.title(), self.place(object), body));
        }
        let mut view = Form::new(self.label(object, field), action, self.word("action-save"));
        view.intro = Some(record.title());
        view.hidden = hidden;
        view.cancel = Some(path.clone());
        view.notices.extend(theirs.map(|(notice, value)| {
            let value = super::cells::plain(&value);
            Notice { text: format!("{} {value}", notice.text), ..notice }
        }));
        view.groups.push(FieldGroup { label: None, fields: vec![asked] });
        let title = self.label(object, field);
        let page = Page::new(title, self.place(object), form(self.language(), &view)).about(object);
        Ok(page.below(self.many(object), format!("/{}", object.plural)).below(record.title(), path))
    }

    /// Who has changed a field meanwhile, and to what.
    fn theirs(&mut self, record: &Record, field: &'static FieldDef) -> Outcome<(Notice, Cell)> {
        const LOOKED_AT: u32 = 50;
        let entries = self.gate.history(record.object, record.head.id, None, LOOKED_AT)?;
        let last = entries.into_iter().find(|entry| {
            entry.line.is_none() && entry.changes.iter().any(|change| change.field == field.name)
        });
        let who = last.and_then(|entry| entry.actor_name).unwrap_or_else(|| self.word("app-name"));
        let text = self.say("in-place-changed", &[("name", who.into())]);
        Ok((Notice { tone: Tone::Risk, text }, unlinked(self.cell(record, field))))
    }
}

/// Where a field of a record is changed.
pub(crate) fn field_path(object: &Object, id: Id, field: &str) -> String {
    format!("{}/fields/{field}", record_path(object, id))
}
