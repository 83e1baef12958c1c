//! What may be there already: told while one types, when a form is sent the first time, and for all that stands.

use axum::Form as Posted;
use axum::extract::{Path, Request};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use cordee_base::{Id, Outcome, Problem};
use cordee_records::{Likely, Resemblance, Right};
use cordee_schema::kinds::links::links_of;
use cordee_schema::{Draft, FieldDef, Object, Record, Value};
use cordee_ui::components::{Alike, Likely as Shown, Notice, alike_list};
use cordee_ui::screens::duplicates::{Double, Duplicates, duplicates as draw};
use cordee_ui::{Markup, Tone};

use super::address::Address;
use super::cells::plain;
use super::form::Pairs;
use super::reader::{Page, Reader, record_path};
use super::today::back;
use super::typed::Typed;
use super::visit::{Answered, Visit};
use crate::Refused;

/// How many are shown beside a form.
const BESIDE: usize = 5;
/// Under which name a form says by which field its record is to hang on the page that it was opened from.
pub(super) const JOINS: &str = "joined-by";
/// Under which name a form says what its person has been shown already.
const SEEN: &str = "alike";

/// `POST /OBJECTS/duplicates` with what stands in a form: a list of what may be there already; empty if nothing is.
pub(crate) async fn ask(visit: Visit, Path(plural): Path<String>, Posted(pairs): Posted<Pairs>) -> Answered {
    let typed = Typed(pairs);
    let list = visit.read(move |reader| {
        let object = reader.object(&plural)?;
        let likely = reader.likely(object, &typed)?;
        let choose = reader.is_for_link(&typed);
        Ok((!likely.is_empty()).then(|| alike_list(reader.language(), &likely, choose)))
    });
    Ok(Html(list.await?.map(Markup::into_string).unwrap_or_default()).into_response())
}

/// `POST /OBJECTS/ID/join?by=FIELD&to=ID`: links a record that was found already to where a new one was to go.
pub(crate) async fn join(
    visit: Visit,
    Path((plural, id)): Path<(String, String)>,
    request: Request,
) -> Answered {
    // What stands in the form is not asked about any more, but where it was opened from is.
    let form = match visit.posted(request).await {
        Ok(pairs) => Typed(pairs),
        Err(problem) => return visit.refused(problem).await,
    };
    visit
        .then(move |reader| {
            let (object, id) = (reader.object(&plural)?, reader.id(&id)?);
            let asked = |name: &str| reader.visit.address.one(name).unwrap_or("").to_owned();
            let (by, to) = (reader.field(object, &asked("by")), reader.id(&asked("to"))?);
            let by = by.ok_or(Problem::NotFound)?;
            let target = by.points_to().and_then(|name| reader.gate.catalog().object(name));
            let target = target.ok_or(Problem::NotFound)?;
            let record = reader.gate.get(object, id)?;
            let mut draft = Draft::new(object);
            draft.set(
                by.name,
                match by.many_to() {
                    Some(_) => {
                        let there = record.value(by.name).map(Value::as_links).unwrap_or_default();
                        links_of(there.iter().copied().chain([to]))
                    }
                    None => Value::Link(to),
                },
            );
            let version = reader.gate.update(id, Some(record.head.version), draft)?;
            let back = back(Some(form.text("back"))).unwrap_or_else(|| Address::of(record_path(target, to)));
            Ok(back.with("done", "updated").with("of", format!("{}:{id}:{version}", object.plural)))
        })
        .await
}

/// `GET /OBJECTS/duplicates`: what stands twice, a stretch of records at a time.
pub(crate) async fn show(visit: Visit, Path(plural): Path<String>) -> Answered {
    visit
        .page(move |reader| {
            let object = reader.object(&plural)?;
            reader.doubles_page(object)
        })
        .await
}

impl Visit {
    /// The form again, if it may be there already what it makes, and its person has not been shown that.
    pub(super) async fn shown_first(&self, plural: &str, typed: &Typed) -> Result<Option<Response>, Refused> {
        let (name, form) = (plural.to_owned(), typed.clone());
        let new = self.read(move |reader| {
            let object = reader.object(&name)?;
            if !reader.may(object, Right::Create) || reader.draft(object, &form, None).is_err() {
                return Ok(false);
            }
            let seen: Vec<&str> = form.text(SEEN).split(' ').collect();
            Ok(reader.likely(object, &form)?.iter().any(|one| !seen.contains(&one.id.as_str())))
        });
        // What can't be asked now is told by the writing itself.
        if !new.await.unwrap_or(false) {
            return Ok(None);
        }
        let (plural, typed) = (plural.to_owned(), typed.clone());
        let page = self.page(move |reader| {
            let object = reader.object(&plural)?;
            let page = reader.new_page(object, &typed, None)?;
            Ok(Page { status: StatusCode::CONFLICT, ..page })
        });
        Ok(Some(page.await?))
    }
}

impl Reader<'_, '_> {
    /// The place in a form of a new record where it is told what may be there already, if that can be told.
    pub(super) fn alike(&mut self, object: &'static Object, typed: &Typed) -> Outcome<Option<Alike>> {
        let fields = object.told_alike(self.gate.catalog());
        if fields.is_empty() {
            return Ok(None);
        }
        let likely =
            if fields.iter().any(|name| typed.has(name)) { self.likely(object, typed)? } else { Vec::new() };
        let (ask, choose) = (format!("/{}/duplicates", object.plural), self.is_for_link(typed));
        Ok(Some(Alike { ask, fields, likely, choose }))
    }

    /// The notice above a form that was sent before anybody was told.
    pub(super) fn told_first(&self) -> Notice {
        Notice { tone: Tone::Risk, text: self.word("alike-first") }
    }

    /// By which field, and on which record, what a form makes is to hang, if it was opened from there.
    pub(super) fn joins(&self, object: &'static Object, typed: &Typed) -> Option<(&'static FieldDef, Id)> {
        let said = self.visit.address.one(JOINS).unwrap_or_else(|| typed.text(JOINS));
        let by = self.field(object, said).filter(|by| by.points_to().is_some())?;
        let to = match by.many_to() {
            Some(_) => typed.chosen(by.name).next().map(|(id, _)| id),
            None => Some(typed.part(by.name, "id")),
        };
        Some((by, to?.parse().ok()?))
    }

    /// The way by which a record that was found takes the place of the one that was to hang there: none if it can't be
    /// changed so, or hangs there already.
    fn way_to_join(&self, found: &Record, (by, to): (&'static FieldDef, Id)) -> Option<(String, String)> {
        let object = found.object;
        let may = self.may(object, Right::Edit) && self.settable(object, by, Some(found));
        let there = found.value(by.name).map(Value::as_links).unwrap_or_default();
        if !may || there.contains(&to) {
            return None;
        }
        let verb = if there.is_empty() || by.many_to().is_some() { "alike-use" } else { "alike-move" };
        let way = Address::of(format!("{}/join", record_path(object, found.head.id)));
        Some((self.word(verb), way.and("by", by.name).and("to", to).to_string()))
    }

    /// Whether a form was opened to fill a link.
    pub(super) fn is_for_link(&self, typed: &Typed) -> bool {
        self.visit.address.one("for") == Some("link") || typed.text("for") == "link"
    }

    fn likely(&mut self, object: &'static Object, typed: &Typed) -> Outcome<Vec<Shown>> {
        let mut draft = Draft::new(object);
        for name in object.told_alike(self.gate.catalog()) {
            let field = self.field(object, name).filter(|field| typed.has(field.name));
            let Some(field) = field.filter(|field| self.settable(object, field, None)) else { continue };
            // What can't be read yet is told when it is sent.
            if let Ok(value) = self.read_typed(field, typed)? {
                draft.set(field.name, value);
            }
        }
        let found = self.gate.duplicates(&draft, None)?;
        let joins = self.joins(object, typed);
        let shown = found.iter().take(BESIDE).map(|one| {
            let same = one.record.object == object;
            let take = joins.filter(|_| same).and_then(|joins| self.way_to_join(&one.record, joins));
            Shown { take, ..self.shown_likely(one, None) }
        });
        Ok(shown.collect())
    }

    /// The records with which one may be merged, as its page of merging offers them.
    pub(super) fn likely_of(&mut self, record: &Record) -> Outcome<Vec<Shown>> {
        let found = self.gate.duplicates_of(record)?;
        Ok(found.iter().map(|one| self.shown_likely(one, Some(record))).collect())
    }

    pub(super) fn shown_likely(&self, likely: &Likely, with: Option<&Record>) -> Shown {
        let (record, object) = (&likely.record, likely.record.object);
        let facts = object.facts.iter().filter_map(|name| self.field(object, name));
        let facts = facts.map(|field| plain(&self.cell(record, field))).filter(|text| !text.is_empty());
        let hint: Vec<String> = std::iter::once(self.one(object)).chain(facts.take(2)).collect();
        let compare = with.filter(|_| self.mergeable(object)).map(|with| {
            let path = format!("{}/merge", record_path(with.object, with.head.id));
            Address::of(path).and("with", record.head.id).to_string()
        });
        Shown {
            id: record.head.id.to_string(),
            title: record.title(),
            href: record_path(object, record.head.id),
            hint: hint.join(" · "),
            reasons: likely.reasons.iter().map(|reason| self.reason(object, reason)).collect(),
            take: None,
            compare,
        }
    }

    fn reason(&self, object: &Object, reason: &Resemblance) -> String {
        let key = if reason.same { "alike-same" } else { "alike-similar" };
        self.say(key, &[("field", self.label(object, reason.other).into())])
    }

    fn doubles_page(&mut self, object: &'static Object) -> Outcome<Page> {
        let cursor = self.visit.address.one("cursor").map(str::to_owned);
        let found = self.gate.doubles(object, cursor)?;
        let title = self.word("duplicates-title");
        let double = |double: &cordee_records::Double| Double {
            title: double.record.title(),
            href: record_path(object, double.record.head.id),
            hint: self.locale.moment(double.record.head.created_at),
            older: double.older.iter().map(|one| self.shown_likely(one, Some(&double.record))).collect(),
        };
        let path = format!("/{}/duplicates", object.plural);
        let view = Duplicates {
            title: title.clone(),
            intro: self.word("duplicates-intro"),
            found: found.found.iter().map(double).collect(),
            looked: self.say("duplicates-looked", &[("count", (found.looked as i64).into())]),
            next: found.next.map(|next| Address::of(path).and("cursor", next).to_string()),
        };
        let page = Page::new(title, self.place(object), draw(self.language(), &view)).about(object);
        Ok(page.below(self.many(object), format!("/{}", object.plural)))
    }
}
