//! One change of one field is taken back: what it held before is set again, through the gate, as any other change.

use axum::Form as Posted;
use axum::extract::Path;
use cordee_base::{Outcome, Problem};
use cordee_records::{Entry, Right};
use cordee_schema::{Draft, FieldDef, Record};
use cordee_ui::Tone;
use cordee_ui::components::Notice;
use cordee_ui::screens::form::{Form, form};

use super::address::Address;
use super::cells::{Titles, plain};
use super::field::field_path;
use super::form::Pairs;
use super::reader::{Page, Reader, record_path};
use super::today::back;
use super::typed::Typed;
use super::visit::{Answered, Visit, to};

/// `POST /OBJECTS/ID/fields/FIELD/undo` with the number of the entry that tells the change. What has been changed again
/// since is shown, and asked about, before it is overwritten: then `over` names the version that was shown.
pub(crate) async fn undo(
    visit: Visit,
    Path((plural, id, name)): Path<(String, String, String)>,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    let typed = Typed(pairs);
    let (objects, of, called, sent) = (plural.clone(), id.clone(), name.clone(), typed.clone());
    let undone = visit.write(move |reader| {
        let (record, field) = reader.changeable(&objects, &of, &called)?;
        let entry = reader.entry_of(&record, field, &sent)?;
        let over: Option<i64> = sent.text("over").parse().ok();
        reader.put_back(&record, field, &entry, over)?;
        let back = back(Some(sent.text("back")));
        let back = back.unwrap_or_else(|| Address::of(record_path(record.object, record.head.id)));
        Ok(back.with("done", "undone"))
    });
    match undone.await {
        Ok(next) => Ok(to(&next)),
        Err(problem @ Problem::Stale { .. }) => {
            visit
                .page(move |reader| {
                    let (record, field) = reader.changeable(&plural, &id, &name)?;
                    let entry = reader.entry_of(&record, field, &typed)?;
                    Ok(reader.undo_page(&record, field, &entry)?.refused(&problem))
                })
                .await
        }
        Err(problem) => visit.refused(problem).await,
    }
}

impl Reader<'_, '_> {
    /// The entry with the number that was sent, if it tells a change of this field of the record itself.
    fn entry_of(&mut self, record: &Record, field: &FieldDef, typed: &Typed) -> Outcome<Entry> {
        let seq: i64 = typed.text("entry").parse().map_err(|_| Problem::NotFound)?;
        let found = self.gate.history(record.object, record.head.id, Some(seq.saturating_add(1)), 1)?;
        let tells = |entry: &Entry| {
            entry.seq == seq && entry.line.is_none() && entry.changes.iter().any(|c| c.field == field.name)
        };
        found.into_iter().find(tells).ok_or(Problem::NotFound)
    }

    fn put_back(
        &mut self,
        record: &Record,
        field: &'static FieldDef,
        entry: &Entry,
        over: Option<i64>,
    ) -> Outcome<()> {
        let told = entry.changes.iter().find(|change| change.field == field.name).ok_or(Problem::NotFound)?;
        let now = record.any_value(field);
        let shown = over == Some(record.head.version);
        if now != told.new && !shown && now != told.old {
            return Err(Problem::Stale { now: record.head.version });
        }
        let mut draft = Draft::new(record.object);
        draft.set(field.name, told.old.clone());
        self.gate.update(record.head.id, Some(record.head.version), draft)?;
        Ok(())
    }

    /// Both values: the one that stands, and the one that would stand again.
    fn undo_page(&mut self, record: &Record, field: &'static FieldDef, entry: &Entry) -> Outcome<Page> {
        let object = record.object;
        let told = entry.changes.iter().find(|change| change.field == field.name).ok_or(Problem::NotFound)?;
        let titles = self.titles_of(field, &told.old)?;
        let old = plain(&self.value(object, field, &told.old, Titles::Many(&titles)));
        let now = plain(&self.cell(record, field));
        let label = self.label(object, field);
        let said = |text: String| if text.is_empty() { self.word("none") } else { text };
        let (old, now) = (said(old), said(now));
        let path = record_path(object, record.head.id);
        let action = format!("{}/undo", field_path(object, record.head.id, field.name));
        let mut view = Form::new(&label, action, self.word("undo-anyway"));
        view.intro = Some(record.title());
        let args = [("now", now.as_str().into()), ("old", old.as_str().into())];
        view.notices.push(Notice { tone: Tone::Risk, text: self.say("undo-changed", &args) });
        view.hidden.push(("entry".to_owned(), entry.seq.to_string()));
        view.hidden.push(("over".to_owned(), record.head.version.to_string()));
        view.cancel = Some(path.clone());
        let page = Page::new(label, self.place(object), form(self.language(), &view)).about(object);
        Ok(page.below(self.many(object), format!("/{}", object.plural)).below(record.title(), path))
    }

    /// Where a change can be taken back, if the reader may set the field.
    pub(crate) fn undo_of(&self, record: &Record, entry: &Entry, field: &str) -> Option<(String, i64)> {
        let field =
            self.field(record.object, field).filter(|_| entry.line.is_none() && entry.verb == "update")?;
        let may = self.may(record.object, Right::Edit) && self.settable(record.object, field, Some(record));
        may.then(|| (format!("{}/undo", field_path(record.object, record.head.id, field.name)), entry.seq))
    }
}
