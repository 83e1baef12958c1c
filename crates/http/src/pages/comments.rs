//! What people say about a record: writing, changing and removing a comment, and how comments stand in the history.

use axum::Form as Posted;
use axum::Json;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect};
use cordee_base::{Id, Moment, Outcome, Problem};
use cordee_records::system::comment::{ABOUT, COMMENT, TEXT};
use cordee_records::{Comment, Piece};
use cordee_schema::{AnyLink, Draft, Object, Record};
use cordee_ui::Person;
use cordee_ui::screens::record::Entry;
use cordee_ui::screens::talk::{Composer, Piece as Shown, Said};
use serde_json::json;

use super::address::Address;
use super::form::Pairs;
use super::reader::{Reader, faults, record_path};
use super::typed::Typed;
use super::visit::{Answered, Visit};

/// How many people are offered to be mentioned.
const OFFERED: usize = 8;
/// How many people are looked through for those who see the record.
const LOOKED_AT: u32 = 24;

/// What somebody is writing when a page is drawn.
#[derive(Clone, Default)]
pub(crate) struct Writing {
    /// The comment that is changed; none for a new one.
    of: Option<Id>,
    text: String,
    errors: Vec<String>,
}

/// `POST /OBJECTS/ID/comments`.
pub(crate) async fn say(
    visit: Visit,
    Path((plural, id)): Path<(String, String)>,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    let typed = Typed(pairs);
    // A form sent twice says it once.
    let mut once = visit.once(typed.text("once")).await;
    if let Some(said) = &*once {
        return Ok(at(said));
    }
    let (name, text, form) = (plural.clone(), id.clone(), typed.clone());
    let said = visit.write(move |reader| {
        let (object, id) = (reader.object(&name)?, reader.id(&text)?);
        let id = reader.gate.get(object, id)?.head.id;
        let about = AnyLink { object: object.name.to_owned(), id };
        let draft = Draft::new(&COMMENT).with(ABOUT, Box::new(about)).with(TEXT, form.said());
        let comment = reader.gate.create(draft)?;
        Ok(Address::of(record_path(object, id)).and("comment", comment))
    });
    match said.await {
        Ok(next) => {
            *once = Some(next.clone());
            Ok(at(&next))
        }
        Err(problem) => visit.written_wrong((plural, id), None, &typed, problem).await,
    }
}

/// `POST /OBJECTS/ID/comments/COMMENT`.
pub(crate) async fn change(
    visit: Visit,
    Path((plural, id, comment)): Path<(String, String, String)>,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    let typed = Typed(pairs);
    let (name, text, of, form) = (plural.clone(), id.clone(), comment.clone(), typed.clone());
    let changed = visit.write(move |reader| {
        let (object, id, comment) = (reader.object(&name)?, reader.id(&text)?, reader.id(&of)?);
        reader.comment_on(object, id, comment)?;
        let version = form.text("version").parse().ok();
        reader.gate.update(comment, version, Draft::new(&COMMENT).with(TEXT, form.said()))?;
        Ok(Address::of(record_path(object, id)).and("comment", comment))
    });
    match changed.await {
        Ok(next) => Ok(at(&next)),
        Err(problem) => {
            let of = comment.parse().map_err(|_| Problem::NotFound)?;
            visit.written_wrong((plural, id), Some(of), &typed, problem).await
        }
    }
}

/// `POST /OBJECTS/ID/comments/COMMENT/remove`.
pub(crate) async fn remove(
    visit: Visit,
    Path((plural, id, comment)): Path<(String, String, String)>,
) -> Answered {
    visit
        .then(move |reader| {
            let (object, id, comment) = (reader.object(&plural)?, reader.id(&id)?, reader.id(&comment)?);
            reader.comment_on(object, id, comment)?;
            reader.gate.trash(&COMMENT, comment, None)?;
            Ok(Address::of(record_path(object, id)).and("done", "comment-removed").and("of", comment))
        })
        .await
}

/// `GET /OBJECTS/ID/people?q=TEXT`: those who see the record and so can be mentioned.
pub(crate) async fn people(visit: Visit, Path((plural, id)): Path<(String, String)>) -> Answered {
    let typed = visit.address.one("q").unwrap_or("").trim().to_owned();
    let found = visit.read(move |reader| {
        let (object, id) = (reader.object(&plural)?, reader.id(&id)?);
        let user = reader.gate.object("user")?;
        reader.gate.get(object, id)?;
        let mut offered = Vec::new();
        for hit in reader.gate.lookup(user, &typed, LOOKED_AT)? {
            if offered.len() < OFFERED && reader.gate.can_be_told(hit.id, object, id)? {
                offered.push(json!({"id": hit.id, "title": hit.title, "hint": reader.hint(user, hit.id)?}));
            }
        }
        Ok(offered)
    });
    Ok(Json(found.await?).into_response())
}

/// Goes on to the page of the record, at the comment.
fn at(address: &Address) -> axum::response::Response {
    let comment = address.one("comment").unwrap_or("");
    Redirect::to(&format!("{}#comment-{comment}", address.without(&["comment"]))).into_response()
}

impl Typed {
    /// What was said, as it is kept.
    fn said(&self) -> String {
        self.text("text").replace("\r\n", "\n").trim().to_owned()
    }
}

impl Visit {
    /// The page of the record again, with what was written and what is wrong with it.
    async fn written_wrong(
        &self,
        (plural, id): (String, String),
        of: Option<Id>,
        typed: &Typed,
        problem: Problem,
    ) -> Answered {
        let text = typed.said();
        self.shown_again(problem, move |reader, problem| {
            let (object, id) = (reader.object(&plural)?, reader.id(&id)?);
            let language = reader.language();
            let errors = faults(problem).iter().map(|fault| cordee_i18n::fault(language, fault, None));
            let writing = Writing { of, text: text.clone(), errors: errors.collect() };
            reader.record_page(object, id, Some(&writing), None)
        })
        .await
    }
}

impl Reader<'_, '_> {
    /// The comment must be one on this record.
    fn comment_on(&mut self, object: &'static Object, id: Id, comment: Id) -> Outcome<()> {
        let found = self.gate.get(&COMMENT, comment)?.get(ABOUT);
        let here = found.is_some_and(|about| about.id == id && about.object == object.name);
        if here { Ok(()) } else { Err(Problem::NotFound) }
    }

    /// The page of the record that a comment is about.
    pub(crate) fn page_of_comment(&mut self, comment: Id) -> Outcome<String> {
        let about = self.gate.get(&COMMENT, comment)?.get(ABOUT).ok_or(Problem::NotFound)?;
        let object = self.gate.object(&about.object)?;
        Ok(format!("{}#comment-{comment}", record_path(object, about.id)))
    }

    /// Where one writes a new comment, if the reader may.
    pub(crate) fn composer(
        &self,
        object: &'static Object,
        id: Id,
        writing: Option<&Writing>,
    ) -> Option<Composer> {
        if !self.gate.may_comment(object) {
            return None;
        }
        let path = record_path(object, id);
        let new = writing.filter(|writing| writing.of.is_none());
        Some(Composer {
            action: format!("{path}/comments"),
            text: new.map(|writing| writing.text.clone()).unwrap_or_default(),
            errors: new.map(|writing| writing.errors.clone()).unwrap_or_default(),
            submit: self.word("comment-send"),
            hidden: vec![("once".to_owned(), self.visit.new_once())],
            cancel: None,
            people: format!("{path}/people"),
        })
    }

    /// Comments as the timeline of their record shows them; the one that is being changed stands open.
    pub(crate) fn shown_comments(
        &self,
        record: &Record,
        comments: &[Comment],
        writing: Option<&Writing>,
    ) -> Vec<(Moment, Entry)> {
        let path = record_path(record.object, record.head.id);
        let changed = writing.and_then(|writing| writing.of);
        let asked = self.visit.address.one("comment").and_then(|text| text.parse().ok());
        let open = changed.or(asked);
        let said = comments.iter().map(|comment| {
            let form = open.filter(|open| *open == comment.id && comment.editable);
            let writing = writing.filter(|writing| writing.of == Some(comment.id));
            (comment.at, self.said(comment, &path, form.map(|_| self.rewriting(comment, &path, writing))))
        });
        said.collect()
    }

    fn said(&self, comment: &Comment, path: &str, form: Option<Composer>) -> Entry {
        let pieces = comment.pieces.iter().map(|piece| match piece {
            Piece::Text(text) => Shown::Text(text.clone()),
            Piece::Mention(_, name) => Shown::Mention(name.clone()),
        });
        let edit = || format!("{path}?comment={0}#comment-{0}", comment.id);
        Entry {
            when: self.locale.moment(comment.at),
            when_iso: comment.at.to_string(),
            who: Person::named(comment.author.clone().unwrap_or_else(|| self.word("app-name"))),
            what: self.word("comment-said"),
            door: String::new(),
            changes: Vec::new(),
            said: Some(Said {
                id: comment.id.to_string(),
                pieces: pieces.collect(),
                edited: comment.edited_at.map(|_| self.word("comment-edited")),
                edit: comment.editable.then(edit),
                remove: comment.removable.then(|| format!("{path}/comments/{}/remove", comment.id)),
                form,
            }),
            deed: None,
        }
    }

    /// The place where a comment is changed.
    fn rewriting(&self, comment: &Comment, path: &str, writing: Option<&Writing>) -> Composer {
        Composer {
            action: format!("{path}/comments/{}", comment.id),
            text: writing.map_or_else(|| comment.text.clone(), |writing| writing.text.clone()),
            errors: writing.map(|writing| writing.errors.clone()).unwrap_or_default(),
            submit: self.word("comment-save"),
            hidden: vec![("version".to_owned(), comment.version.to_string())],
            cancel: Some(path.to_owned()),
            people: format!("{path}/people"),
        }
    }
}
