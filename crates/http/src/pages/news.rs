//! What others changed of a record while somebody has its form open: said over the form, and taken over when they say so.

use std::collections::BTreeMap;

use axum::extract::{Path, Request};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use cordee_base::{Fault, Outcome, Problem};
use cordee_records::{ChangedField, Entry, Right};
use cordee_schema::{Object, Record};
use cordee_ui::components::{News, news as draw};
use cordee_ui::screens::record::Change;

use super::reader::{Page, Reader, record_path};
use super::stale::is_touched;
use super::typed::Typed;
use super::visit::{Answered, Visit};

/// How many entries of the journal are looked through.
const ENTRIES: u32 = 50;

/// `POST /OBJECTS/ID/news?since=SEQ` with the form as it stands: the bar over it; nothing, if nothing was changed.
pub(crate) async fn news(
    visit: Visit,
    Path((plural, id)): Path<(String, String)>,
    request: Request,
) -> Answered {
    let typed = Typed(visit.posted(request).await?);
    let since = visit.address.one("since").and_then(|text| text.parse().ok()).unwrap_or(0);
    let bar = visit.read(move |reader| {
        let record = reader.record_at(&plural, &id)?;
        let news = reader.news(&record, since, &typed)?;
        Ok(news.map(|news| draw(reader.language(), &news).into_string()))
    });
    Ok(match bar.await? {
        Some(html) => Html(html).into_response(),
        None => StatusCode::NO_CONTENT.into_response(),
    })
}

/// `POST /OBJECTS/ID/take` with the form as it stands: the same form, with what others changed in the fields that its
/// reader has not; where both changed the same, both versions by field.
pub(crate) async fn take(
    visit: Visit,
    Path((plural, id)): Path<(String, String)>,
    request: Request,
) -> Answered {
    let typed = Typed(visit.posted(request).await?);
    visit
        .page(move |reader| {
            let record = reader.record_at(&plural, &id)?;
            reader.taken(&record, &typed)
        })
        .await
}

impl Reader<'_, '_> {
    fn news(&mut self, record: &Record, since: i64, typed: &Typed) -> Outcome<Option<News>> {
        let (object, id) = (record.object, record.head.id);
        if typed.text("version") == record.head.version.to_string() {
            return Ok(None);
        }
        let entries = self.gate.history(object, id, None, ENTRIES)?;
        let entries: Vec<Entry> = entries.into_iter().filter(|entry| entry.seq > since).collect();
        let changes = self.changed_since(object, &entries);
        if changes.is_empty() {
            return Ok(None);
        }
        let both = self.changed_by_both(record, typed)?;
        let take = format!("{}/take", record_path(object, id));
        Ok(Some(News { who: self.who_changed(&entries), changes, both, take }))
    }

    /// Each field once: from what it was at first to what it is now.
    fn changed_since(&self, object: &'static Object, entries: &[Entry]) -> Vec<Change> {
        let mut own: BTreeMap<&'static str, ChangedField> = BTreeMap::new();
        let mut of_lines = Vec::new();
        for entry in entries {
            if let Some(line) = &entry.line {
                let told = entry.changes.iter().filter_map(|changed| self.told_change(line.object, changed));
                let name = line.title.clone().unwrap_or_else(|| self.one(line.object));
                of_lines.extend(told.map(|change| Change {
                    field: cordee_i18n::pair(self.language(), &name, &change.field),
                    ..change
                }));
                continue;
            }
            for changed in &entry.changes {
                // The newest comes first.
                own.entry(changed.field)
                    .and_modify(|last| {
                        last.old = changed.old.clone();
                        last.titles.0.clone_from(&changed.titles.0);
                        last.lists.0.clone_from(&changed.lists.0);
                    })
                    .or_insert_with(|| changed.clone());
            }
        }
        let ordered = object.fields.iter().filter_map(|field| own.get(field.name));
        let own = ordered.filter(|changed| changed.old != changed.new);
        own.filter_map(|changed| self.told_change(object, changed)).chain(of_lines).collect()
    }

    fn who_changed(&self, entries: &[Entry]) -> String {
        let me = self.gate.access().user;
        if entries.iter().all(|entry| entry.actor == me) {
            return self.word("live-changed-by-you");
        }
        let mut names: Vec<String> = Vec::new();
        for entry in entries.iter().filter(|entry| !entry.changes.is_empty()) {
            let name = entry.actor_name.clone().unwrap_or_else(|| self.word("app-name"));
            if !names.contains(&name) {
                names.push(name);
            }
        }
        self.say("live-changed", &[("name", names.join(", ").into())])
    }

    /// What the reader has typed in fields that others have changed as well, by their labels.
    fn changed_by_both(&mut self, record: &Record, typed: &Typed) -> Outcome<Vec<String>> {
        let (object, now) = (record.object, self.typed_of(record));
        let differs =
            |name: &str| object.field(name).is_some_and(|field| typed.mark(field) != now.mark(field));
        let fields = object.fields.iter().filter(|field| typed.has(field.name) && differs(field.name));
        let fields = fields.filter(|field| is_touched(typed.text("was"), field, typed));
        let theirs = typed.text("was");
        // Only where it is not as it was when the form was opened has somebody else changed it.
        let moved = fields.filter(|field| is_touched(theirs, field, &now));
        let mut both: Vec<String> = moved.map(|field| self.label(object, field)).collect();
        both.extend(self.stale_lines(record, typed)?.1.into_iter().map(|row| row.label));
        both.dedup();
        Ok(both)
    }

    fn taken(&mut self, record: &Record, typed: &Typed) -> Outcome<Page> {
        let object = record.object;
        if !self.may(object, Right::Edit) {
            return Err(Problem::NotAllowed);
        }
        if typed.text("version").is_empty() {
            return Err(Fault::whole("error-version").into());
        }
        if !self.changed_by_both(record, typed)?.is_empty() {
            return self.stale_page(record, typed);
        }
        let now = self.typed_of(record);
        let (mut merged, _) = self.stale_lines(record, typed)?;
        for field in object.fields.iter().filter(|field| typed.has(field.name)) {
            if !is_touched(typed.text("was"), field, typed) {
                merged.bring(field.name, &now);
            }
        }
        for own in ["version", "was"] {
            merged.take(own);
        }
        merged.put("version", record.head.version.to_string());
        merged.put("was", self.marks(object, &now));
        self.edit_page(record, &merged, None)
    }
}
