//! Makes notifications of entries of the journal. What was done in one go to many records is told once.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use cordee_base::{Id, Moment, Outcome};
use cordee_schema::{AnyLink, ColumnType, Object};
use cordee_store::Expr;
use cordee_store::query::Comparison;
use serde_json::Value as Json;

use crate::comments::ids;
use crate::journal::{Verb, journal};
use crate::read::get::Shelf;
use crate::system::comment::{ABOUT, COMMENT, MENTIONED};
use crate::{Followed, Gate};

/// To how many records something is done in one go before it is told as one thing.
const MANY: usize = 5;
/// How long the changes of a program are one go, in microseconds.
const GO: i64 = 60_000_000;

/// Something that somebody may have to be told of.
pub(super) struct Occurrence {
    pub seq: i64,
    pub at: Moment,
    pub actor: Option<Id>,
    /// What was done in one go has one name.
    pub go: String,
    /// Whether a file was brought in.
    pub import: bool,
    pub object: &'static Object,
    pub record: Id,
    pub what: What,
}

/// What happened.
pub(super) enum What {
    /// A field that matters was changed; whose the record was before, if that was changed.
    Changed(Option<Id>),
    /// It was made for somebody.
    Given(Id),
    /// Something was said, that mentions these for the first time.
    Said { comment: Id, mentioned: Vec<Id>, anew: bool },
}

/// One thing to be told to one person.
pub(super) struct Telling {
    pub user: Id,
    pub kind: &'static str,
    pub key: String,
    pub about: Option<AnyLink>,
    pub comment: Option<Id>,
    pub by: Option<Id>,
    pub at: Moment,
    pub entries: BTreeSet<i64>,
    pub object: Option<&'static str>,
    pub count: u64,
    pub people: Vec<Id>,
}

impl Gate<'_> {
    /// Tells people of what these entries say. It may be repeated: what has been told is not told again.
    pub fn notify(&mut self, entries: &[Followed]) -> Outcome<()> {
        let happened = self.occurrences(entries)?;
        if happened.is_empty() {
            return Ok(());
        }
        let concerned = self.concerned(&happened)?;
        let tellings = told(&happened, concerned);
        self.keep_tellings(tellings)
    }

    /// What these entries tell that matters.
    fn occurrences(&mut self, entries: &[Followed]) -> Outcome<Vec<Occurrence>> {
        let matters = |one: &&Followed| {
            let verb = matches!(one.verb, Verb::Create | Verb::Update);
            let watched = one.object.watched().next().is_some() && !one.object.system;
            verb && !one.object.internal && (watched || one.object.name == COMMENT.name)
        };
        let wanted: HashMap<i64, &Followed> =
            entries.iter().filter(matters).map(|one| (one.seq, one)).collect();
        let (Some(first), Some(last)) = (wanted.keys().min(), wanted.keys().max()) else {
            return Ok(Vec::new());
        };
        let column = |name| Expr::column("j", name);
        let mut select = journal(self.actor.workspace)
            .filter(column("seq").compare(Comparison::AtLeast, *first))
            .filter(column("seq").compare(Comparison::AtMost, *last))
            .order(column("seq"), false);
        select.columns.push((column("import"), ColumnType::Int));
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let mut happened = Vec::new();
        for row in &rows {
            let Some(entry) = row[0].as_int().and_then(|seq| wanted.get(&seq)) else { continue };
            let body = row[5].as_text().and_then(|text| serde_json::from_str::<Json>(text).ok());
            let (actor, door, import) = (row[2].as_id(), row[3].as_text().unwrap_or(""), row[6].as_id());
            let Some((object, record, what)) = self.what(entry, &body.unwrap_or(Json::Null), actor)? else {
                continue;
            };
            let go = match import {
                Some(import) => format!("import:{import}"),
                None => go(actor, door, entry.at),
            };
            let import = import.is_some();
            happened.push(Occurrence {
                seq: entry.seq,
                at: entry.at,
                actor,
                go,
                import,
                object,
                record,
                what,
            });
        }
        Ok(happened)
    }

    /// What an entry means to others, and for which record.
    fn what(
        &mut self,
        entry: &Followed,
        body: &Json,
        actor: Option<Id>,
    ) -> Outcome<Option<(&'static Object, Id, What)>> {
        if entry.object.name == COMMENT.name {
            return self.what_was_said(entry, body);
        }
        let (object, old) = (entry.object, |name: &str| person(body, name, 0));
        let what = match (entry.verb, object.owner) {
            (Verb::Create, Some(owner)) => {
                person(body, owner, 1).filter(|owner| Some(*owner) != actor).map(What::Given)
            }
            (Verb::Update, owner) => {
                let changed = object.watched().any(|name| body.get(name).is_some());
                changed.then(|| What::Changed(owner.and_then(old)))
            }
            _ => None,
        };
        Ok(what.map(|what| (object, entry.record, what)))
    }

    fn what_was_said(
        &mut self,
        entry: &Followed,
        body: &Json,
    ) -> Outcome<Option<(&'static Object, Id, What)>> {
        let comment = self.whole_object(&COMMENT);
        let Some(found) = self.find_bare(comment, entry.record, Shelf::InUse)? else { return Ok(None) };
        let Some(about) = found.get(ABOUT) else { return Ok(None) };
        let Some(object) = self.catalog().object(&about.object) else { return Ok(None) };
        let anew = entry.verb == Verb::Create;
        let held = |place: usize| {
            let text = body.get(MENTIONED.name()).and_then(|pair| pair.get(place)).and_then(Json::as_str);
            ids(text.map(str::to_owned))
        };
        let before = held(0);
        let mentioned: Vec<Id> = held(1).into_iter().filter(|id| !before.contains(id)).collect();
        if !anew && mentioned.is_empty() {
            return Ok(None);
        }
        Ok(Some((object, about.id, What::Said { comment: entry.record, mentioned, anew })))
    }
}

/// The name of what was done in one go: by a person in one step, by a program within a minute.
fn go(actor: Option<Id>, door: &str, at: Moment) -> String {
    let who = actor.map_or_else(|| "cordee".to_owned(), |actor| actor.to_string());
    match door {
        "page" => format!("{who}:{}", at.micros()),
        door => format!("{who}:{door}:{}", at.micros() / GO),
    }
}

/// The person that a field held before (0) or holds since (1).
fn person(body: &Json, field: &str, place: usize) -> Option<Id> {
    body.get(field)?.get(place)?.as_str()?.parse().ok()
}

/// What each person is told, given whom each occurrence concerns and as what.
fn told(happened: &[Occurrence], concerned: Vec<(usize, Id, &'static str)>) -> Vec<Telling> {
    let mut tellings = Vec::new();
    let mut goes: BTreeMap<(Id, &str), Vec<(&Occurrence, &'static str)>> = BTreeMap::new();
    for (place, user, kind) in concerned {
        let one = &happened[place];
        match kind {
            "mention" => tellings.push(single(user, kind, one)),
            _ => goes.entry((user, &one.go)).or_default().push((one, kind)),
        }
    }
    for ((user, go), all) in goes {
        let records: BTreeSet<Id> = all.iter().map(|(one, _)| one.record).collect();
        if records.len() > MANY || all.iter().any(|(one, _)| one.import) {
            tellings.push(many(user, go, &all, records.len()));
            continue;
        }
        let mut changes: BTreeMap<(Id, &str), Telling> = BTreeMap::new();
        for (one, kind) in all {
            match kind {
                "comment" => tellings.push(single(user, kind, one)),
                _ => {
                    let telling =
                        changes.entry((one.record, kind)).or_insert_with(|| single(user, kind, one));
                    telling.entries.insert(one.seq);
                }
            }
        }
        tellings.extend(changes.into_values());
    }
    // In the order in which it happened.
    tellings.sort_by_key(|telling| telling.entries.first().copied());
    tellings
}

fn single(user: Id, kind: &'static str, one: &Occurrence) -> Telling {
    let comment = match one.what {
        What::Said { comment, .. } => Some(comment),
        _ => None,
    };
    let key = match comment {
        Some(comment) => format!("{kind}:{comment}:{user}"),
        None => format!("{kind}:{}:{}:{user}", one.record, one.go),
    };
    Telling {
        user,
        kind,
        key,
        about: Some(AnyLink { object: one.object.name.to_owned(), id: one.record }),
        comment,
        by: one.actor,
        at: one.at,
        entries: BTreeSet::from([one.seq]),
        object: None,
        count: 1,
        people: Vec::new(),
    }
}

fn many(user: Id, go: &str, all: &[(&Occurrence, &'static str)], count: usize) -> Telling {
    let (first, _) = all[0];
    let same = all.iter().all(|(one, _)| one.object == first.object);
    Telling {
        user,
        kind: "many",
        key: format!("many:{go}:{user}"),
        about: None,
        comment: None,
        by: first.actor,
        at: first.at,
        entries: BTreeSet::from([first.seq]),
        object: same.then_some(first.object.name),
        count: count as u64,
        people: Vec::new(),
    }
}
