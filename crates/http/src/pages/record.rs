//! A record: the facts that matter, its fields in groups, what hangs on it, its history; also as of a day.

use axum::extract::Path;
use axum::response::{IntoResponse, Redirect};
use cordee_base::{Id, Moment, Outcome, Problem};
use cordee_records::system::user::ACTIVE;
use cordee_records::{Right, Stay};
use cordee_schema::{Board, FieldDef, Object, Record, SYSTEM_FIELDS, Value};
use cordee_ui::components::Notice;
use cordee_ui::screens::record::{Fact, FactGroup, Record as View, Related, Step, StepPlace, record as draw};
use cordee_ui::{Cell, Tone, names};

use super::address::Address;
use super::comments::Writing;
use super::field_history::history_path;
use super::icons::icon;
use super::log::Logging;
use super::reader::{Page, Reader, record_path};
use super::visit::{Answered, Visit, to};

/// How many entries of its history a record shows at first.
const ENTRIES: u32 = 15;

/// `GET /OBJECTS/ID`.
pub(crate) async fn record(visit: Visit, Path((plural, id)): Path<(String, String)>) -> Answered {
    let (name, text) = (plural.clone(), id.clone());
    // A record that was merged is where it went.
    let gone = visit.read(move |reader| {
        let (object, id) = (reader.object(&name)?, reader.id(&text)?);
        let found = reader.gate.get(object, id).map(|record| record.head.id);
        Ok(found.ok().filter(|found| *found != id).map(|found| record_path(object, found)))
    });
    if let Ok(Some(path)) = gone.await {
        return Ok(to(&Address::of(path)));
    }
    if plural == "comments" {
        let page = visit.read(move |reader| {
            let id = reader.id(&id)?;
            reader.page_of_comment(id)
        });
        return Ok(Redirect::to(&page.await?).into_response());
    }
    if plural == "roles" {
        return Ok(to(&Address { path: format!("/settings/roles/{id}"), ..visit.address.clone() }));
    }
    visit
        .page(move |reader| {
            let (object, id) = (reader.object(&plural)?, reader.id(&id)?);
            reader.record_page(object, id, None, None)
        })
        .await
}

impl Reader<'_, '_> {
    /// The page of a record; with what somebody was writing about it when something was wrong with that.
    pub(crate) fn record_page(
        &mut self,
        object: &'static Object,
        id: Id,
        writing: Option<&Writing>,
        logging: Option<&Logging>,
    ) -> Outcome<Page> {
        self.know_tags(object)?;
        let (record, mut notices, shelf) = self.shown_record(object, id)?;
        notices.extend(self.left_behind(&record)?);
        let title = record.title();
        let in_use = shelf == Shelf::InUse;
        let edits = in_use && self.may_edit(&record)?;
        let (mut history, mut history_more, mut planned, mut tools) = (Vec::new(), None, Vec::new(), None);
        match shelf {
            Shelf::Past => {}
            Shelf::InUse if !object.system && !object.is_part_of_any() => {
                let timeline = self.timeline(&record, writing)?;
                (history, history_more) = (timeline.entries, timeline.older);
                (planned, tools) = (timeline.planned, Some(timeline.tools));
            }
            _ => (history, history_more) = self.history(&record, ENTRIES)?,
        }
        let begins = ["before", "until"].iter().all(|name| self.visit.address.one(name).is_none());
        let next = if in_use { self.next_strip(&record, edits)? } else { None };
        let facts = self.facts(&record, next.is_some());
        let view = View {
            icon: icon(object),
            object: self.one(object),
            title: title.clone(),
            state: None,
            notices,
            facts: standing(facts, shelf, edits),
            steps: if shelf == Shelf::Trash { Vec::new() } else { self.steps(&record, edits)? },
            asks: if in_use { self.asks_shown(&record, edits)? } else { None },
            guide: if in_use { self.guide(&record)? } else { None },
            actions: match in_use {
                true => self.record_actions(&record, next.is_some())?,
                false => self.way_back(&record, shelf),
            },
            next,
            circle: if in_use { self.circle(&record, edits)? } else { None },
            known: if in_use { self.all_known(&record, edits)? } else { Vec::new() },
            tells: if in_use { self.tells(&record)? } else { Vec::new() },
            reach: if in_use { self.reach(&record) } else { Vec::new() },
            people: if in_use { self.people_of(&record)? } else { None },
            lists: if in_use { self.lists(&record)? } else { Vec::new() },
            tree: if in_use { self.tree(&record)? } else { None },
            groups: self.groups(&record, shelf, edits)?,
            related: if in_use { self.all_related(&record)? } else { Vec::new() },
            follow: if in_use { self.follow(object, id)? } else { None },
            composer: if in_use && begins { self.composer(object, id, writing) } else { None },
            compose: if in_use && begins { self.compose(&record, logging)? } else { None },
            tools,
            planned,
            files: if in_use { Some(self.files(&record)?) } else { None },
            history,
            history_more,
        };
        let body = draw(self.language(), &view);
        let mut page = Page::new(title, self.place(object), body).about(object);
        page.toast = self.just_done().filter(|toast| !toast.text.is_empty());
        Ok(page.below(self.many(object), format!("/{}", object.plural)))
    }

    /// The record as the address asks for it: as it stands, as of a day, or in the trash.
    fn shown_record(&mut self, object: &'static Object, id: Id) -> Outcome<(Record, Vec<Notice>, Shelf)> {
        if let Some((day, moment)) = self.as_of()? {
            let text = self.say("record-as-of", &[("date", self.locale.date(day).into())]);
            let notice = Notice { tone: Tone::Neutral, text };
            return Ok((self.gate.get_as_of(object, id, moment)?, vec![notice], Shelf::Past));
        }
        match self.gate.get(object, id) {
            Err(Problem::NotFound) => {
                let record = self.gate.get_trashed(object, id)?;
                let notice = Notice { tone: Tone::Risk, text: self.word("record-in-trash") };
                Ok((record, vec![notice], Shelf::Trash))
            }
            found => Ok((found?, Vec::new(), Shelf::InUse)),
        }
    }

    /// What somebody still owns who does not work here any more.
    fn left_behind(&mut self, record: &Record) -> Outcome<Option<Notice>> {
        let gone = record.object.name == "user" && record.get(ACTIVE) == Some(false);
        if !gone || !self.gate.access().administers() {
            return Ok(None);
        }
        let count: u64 = self.gate.holdings(record.head.id)?.iter().map(|one| one.count).sum();
        let args = [("name", record.title().into()), ("count", (count as i64).into())];
        let text = self.say("transfer-owns", &args);
        Ok((count > 0).then_some(Notice { tone: Tone::Risk, text }))
    }

    /// Objects that are kept in the settings stand there in the navigation.
    pub(crate) fn place(&self, object: &Object) -> &'static str {
        match self.gate.catalog().object(object.name).map(|known| (known.system, known.plural)) {
            Some((false, plural)) => plural,
            _ => "/settings",
        }
    }

    /// The facts that matter, without those that stand in a strip of their own or are a way to reach somebody.
    fn facts(&self, record: &Record, next_stands_apart: bool) -> Vec<Fact> {
        let portrait = self.registry().portrait(record.object);
        let apart = portrait.and_then(|portrait| portrait.next).filter(|_| next_stands_apart);
        let reach = portrait.map_or(&[][..], |portrait| portrait.reach);
        let stands_apart = |name: &str| {
            apart.is_some_and(|next| [next.what, next.when].contains(&name)) || reach.contains(&name)
        };
        let shown = record.object.facts.iter().filter(|name| !stands_apart(name));
        let seen = shown.filter_map(|name| self.field(record.object, name));
        let facts = seen.map(|field| self.fact(record, field));
        facts.filter(|fact| !matches!(fact.value, Cell::Empty)).collect()
    }

    /// Its lines, then what else hangs on it.
    fn all_related(&mut self, record: &Record) -> Outcome<Vec<Related>> {
        let mut lists = self.lines_shown(record)?;
        lists.extend(self.related(record.object, record.head.id)?);
        Ok(lists)
    }

    pub(crate) fn fact(&self, record: &Record, field: &FieldDef) -> Fact {
        Fact {
            label: self.label(record.object, field),
            tip: self.tip_of(record.object, field),
            value: self.cell(record, field),
            edit: self.in_place(record, field),
            history: self
                .has_history(record.object, field.name)
                .then(|| history_path(record.object, record.head.id, field.name)),
        }
    }

    /// All fields: in the groups of the form, then what nobody sets by hand, then where the record comes from.
    fn groups(&mut self, record: &Record, shelf: Shelf, edits: bool) -> Outcome<Vec<FactGroup>> {
        let object = record.object;
        let mut groups = Vec::new();
        for group in object.form {
            let seen = group.fields.iter().filter_map(|name| self.field(object, name));
            let facts: Vec<Fact> = seen.map(|field| self.fact(record, field)).collect();
            let label = names::group(self.language(), object, group.name);
            groups.push(FactGroup { label: Some(label), facts });
        }
        let on_form = |name: &str| object.form.iter().any(|group| group.fields.contains(&name));
        let rest = object.fields.iter().filter(|field| !on_form(field.name) && !object.is_position(field));
        let rest = rest.filter(|field| self.sees(object, field));
        // What is ticked, and why columns were passed by, is told where there is something to tell.
        let asks = object.board.and_then(|board| board.asks);
        let aside =
            |field: &FieldDef| asks.is_some_and(|asks| [asks.ticked, asks.because].contains(&field.name));
        let empty = |field: &FieldDef| record.value(field.name).is_none_or(Value::is_none);
        let rest = rest.filter(|field| !(aside(field) && empty(field)));
        let mut rest: Vec<Fact> = rest.map(|field| self.fact(record, field)).collect();
        rest.extend(self.origin(record)?);
        groups.push(FactGroup { label: Some(self.word("group-record")), facts: rest });
        groups.retain(|group| !group.facts.is_empty());
        for group in &mut groups {
            group.facts = standing(std::mem::take(&mut group.facts), shelf, edits);
        }
        Ok(groups)
    }

    /// When and by whom it was created and changed, and where it came from.
    fn origin(&mut self, record: &Record) -> Outcome<Vec<Fact>> {
        let people: Vec<Id> =
            [record.head.created_by, record.head.updated_by].into_iter().flatten().collect();
        let names = match self.gate.catalog().object("user") {
            Some(user) if !people.is_empty() => self.gate.titles(user, &people)?,
            _ => Vec::new(),
        };
        let mut facts = Vec::new();
        for field in SYSTEM_FIELDS.iter().filter(|field| !matches!(field.name, "id" | "deleted_at")) {
            let value = record.any_value(field);
            let name = names.iter().find(|hit| Some(hit.id) == value.as_link()).map(|hit| hit.title.as_str());
            if value.is_none() || value.as_link().is_some() && name.is_none() {
                continue;
            }
            let value = self.value(record.object, field, &value, name);
            facts.push(Fact::new(self.label(record.object, field), value));
        }
        Ok(facts)
    }

    /// The way through the columns of the object's board.
    fn steps(&mut self, record: &Record, edits: bool) -> Outcome<Vec<Step>> {
        let Some(board) = record.object.board else { return self.along(record) };
        let Some(here) = self.field(record.object, board.by).and_then(|by| record.value(by.name)).cloned()
        else {
            return Ok(Vec::new());
        };
        let within = board.within.and_then(|name| record.value(name)).and_then(|value| value.as_link());
        let columns = self.board_columns(record.object, &board, within, Some(&here))?;
        let at = columns.iter().position(|column| column.value == here);
        let by = self.field(record.object, board.by);
        let stays = match by.filter(|by| by.tracked && record.head.deleted_at.is_none()) {
            Some(by) if self.as_of()?.is_none() => self.gate.stays(record.object, record.head.id, by)?,
            _ => Vec::new(),
        };
        let places = columns.iter().map(|column| &column.value).collect::<Vec<_>>();
        let skipped = self.skips(record, &board, &places, &stays)?;
        let path = record_path(record.object, record.head.id);
        let moves = by.filter(|by| edits && self.settable(record.object, by, Some(record)));
        let go = |column: &super::board::Place| {
            let by = moves.filter(|_| column.value != here)?;
            let hidden = [
                (by.name, column.id()),
                ("version", record.head.version.to_string()),
                ("back", path.clone()),
            ];
            let hidden = hidden.map(|(name, value)| (name.to_owned(), value));
            Some((format!("{path}/move"), hidden.to_vec()))
        };
        let step = |(place, column): (usize, &super::board::Place)| Step {
            go: go(column),
            label: column.name.clone(),
            spent: match Some(place) == at {
                true => self.stood(record, &board),
                false => self.spent(&stays, &column.value),
            },
            skipped: skipped.get(place).cloned().flatten(),
            place: match at {
                Some(at) if place < at => StepPlace::Passed,
                Some(at) if place == at => StepPlace::Here,
                _ => StepPlace::Ahead,
            },
            tone: column.tone,
        };
        Ok(columns.iter().enumerate().map(step).collect())
    }

    /// How long the record stood in a column in all; nothing if it never did.
    pub(crate) fn spent(&self, stays: &[Stay], column: &Value) -> Option<String> {
        let now = self.gate.now().micros();
        let there = stays.iter().filter(|stay| stay.value == *column);
        let length = |stay: &Stay| (stay.until.map_or(now, Moment::micros) - stay.from.micros()).max(0);
        let micros = there.map(length).reduce(|one, other| one + other)?;
        Some(self.say("days", &[("count", (micros / (24 * 3600 * 1_000_000)).into())]))
    }

    /// How long the record has stood in its column.
    pub(crate) fn stood(&self, record: &Record, board: &Board) -> Option<String> {
        let days = self.days_stood(record, board)?;
        Some(self.say("days", &[("count", days.into())]))
    }

    /// The number of days the record has stood in its column.
    pub(crate) fn days_stood(&self, record: &Record, board: &Board) -> Option<i64> {
        match record.value(board.since?) {
            Some(cordee_schema::Value::Moment(since)) => {
                Some((self.gate.now().micros() - since.micros()).max(0) / (24 * 3600 * 1_000_000))
            }
            _ => None,
        }
    }
}

/// The facts, which can be changed only if the reader may; what has been trashed, or was, has no page of their past.
fn standing(mut facts: Vec<Fact>, shelf: Shelf, edits: bool) -> Vec<Fact> {
    for fact in &mut facts {
        fact.edit = fact.edit.take().filter(|_| edits);
        fact.history = fact.history.take().filter(|_| shelf == Shelf::InUse);
    }
    facts
}

/// Where the record shown stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shelf {
    /// Among the others.
    InUse,
    /// In the trash.
    Trash,
    /// In the past.
    Past,
}

impl Reader<'_, '_> {
    /// What can be done to a record that is in the trash or in the past.
    fn way_back(&self, record: &Record, shelf: Shelf) -> Vec<cordee_ui::Action> {
        use cordee_ui::{Action, Icon, Way};
        let path = record_path(record.object, record.head.id);
        match shelf {
            Shelf::Trash if self.may(record.object, Right::Delete) => {
                let way = Way::Post(format!("{path}/restore"), Vec::new());
                vec![Action::new(self.word("action-restore"), way).icon(Icon::Undo2).primary()]
            }
            Shelf::Past => vec![Action::new(self.word("record-now"), Way::Go(path))],
            _ => Vec::new(),
        }
    }
}
