//! Notifications as one person may read them now: one whose record they can no longer see is not there.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use cordee_base::{Fault, Id, Moment, Outcome};
use cordee_schema::{AnyLink, Cell, ColumnType, Object, Value};
use cordee_store::query::Comparison;
use cordee_store::{Expr, Select};

use super::keep::{numbers, whole};
use crate::comments::{Piece, ids};
use crate::journal::journal;
use crate::read::scan::any_whole_rule;
use crate::system::comment::COMMENT;
use crate::system::notification::NOTIFICATION;
use crate::{ChangedField, Gate, Right, Scope};

/// How far the unread are counted.
const COUNTED: u64 = 100;

/// What one wants to see of one's notifications.
#[derive(Clone, Debug, Default)]
pub struct NoticesAsked {
    /// Only those that have not been read.
    pub unread: bool,
    /// Where the page before ended.
    pub cursor: Option<String>,
    /// How many at the most.
    pub limit: u32,
}

/// A notification, as its receiver may read it now.
#[derive(Clone, Debug)]
pub struct Notice {
    /// Its id.
    pub id: Id,
    /// What happened, or what it reminds of: one of the kinds of notifications.
    pub kind: String,
    /// When.
    pub at: Moment,
    /// Whether it has not been read.
    pub unread: bool,
    /// Until when it is put off, if it is.
    pub later: Option<Moment>,
    /// Who did it, with their name if one may know it; none for Cordee.
    pub by: Option<(Id, Option<String>)>,
    /// The record, and what it is called if that may be seen.
    pub about: Option<(&'static Object, Id, Option<String>)>,
    /// What was changed, as far as it may be seen.
    pub changes: Vec<ChangedField>,
    /// What was said.
    pub comment: Option<(Id, Vec<Piece>)>,
    /// How many records, where it is many; and of which object, if of one.
    pub many: Option<(u64, Option<&'static Object>)>,
    /// The people whom it speaks of, with their names if one may know them.
    pub people: Vec<(Id, Option<String>)>,
}

/// A row, before it is named.
struct Row {
    notice: Notice,
    link: Option<AnyLink>,
    comment: Option<Id>,
    entries: BTreeSet<i64>,
}

impl Gate<'_> {
    /// How many notifications the actor has not read, up to a hundred.
    pub fn unread_notifications(&mut self) -> Outcome<u64> {
        let Some(me) = self.access.user else { return Ok(0) };
        // Most have none, which is soon known.
        let any = Select::from(NOTIFICATION.name, "n")
            .column("id", ColumnType::Int)
            .having("workspace_id", self.actor.workspace)
            .having("waits_for", me)
            .filter(Expr::column("n", "deleted_at").is_null())
            .limit(1);
        if self.session.rows(&any).map_err(|fail| self.failed(fail))?.is_empty() {
            return Ok(0);
        }
        let counted = self.unread_select(me);
        let rows = self.session.rows(&counted).map_err(|fail| self.failed(fail))?;
        Ok(rows.first().and_then(|row| row[0].as_int()).and_then(|n| u64::try_from(n).ok()).unwrap_or(0))
    }

    /// The query that counts them; for the tests of query plans.
    pub fn unread_plan(&mut self) -> Outcome<Vec<String>> {
        let Some(me) = self.access.user else { return Ok(Vec::new()) };
        let counted = self.unread_select(me);
        self.session.plan(&counted).map_err(|fail| self.failed(fail))
    }

    /// The actor's notifications, the newest first, and where the next page begins.
    pub fn notifications(&mut self, asked: &NoticesAsked) -> Outcome<(Vec<Notice>, Option<String>)> {
        let Some(me) = self.access.user else { return Ok((Vec::new(), None)) };
        let column = |name: &'static str| Expr::column("n", name);
        let limit = asked.limit.clamp(1, 200);
        let whose = if asked.unread { "waits_for" } else { "user" };
        let mut select = self
            .notices()
            .having(whose, me)
            .order(column("created_at"), true)
            .order(column("id"), true)
            .limit(u64::from(limit) + 1);
        if asked.unread {
            select = select.filter(self.is_due());
        }
        if let Some((at, id)) = asked.cursor.as_deref().map(place).transpose()? {
            let earlier = column("created_at").compare(Comparison::Less, at);
            let below =
                Expr::And(vec![column("created_at").is(at), column("id").compare(Comparison::Less, id)]);
            select = select.filter(Expr::Or(vec![earlier, below]));
        }
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let mut rows: Vec<Row> = rows.iter().filter_map(|row| self.notice_of(row)).collect();
        let more = rows.len() > limit as usize;
        rows.truncate(limit as usize);
        let last = rows.last().filter(|_| more);
        let next = last.map(|row| format!("{}-{}", row.notice.at.micros(), row.notice.id));
        Ok((self.named_notices(rows)?, next))
    }

    /// One of the actor's notifications, if its record may be seen.
    pub fn notice(&mut self, id: Id) -> Outcome<Option<Notice>> {
        let Some(me) = self.access.user else { return Ok(None) };
        let select = self.notices().having("user", me).having("id", id);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let rows = rows.iter().filter_map(|row| self.notice_of(row)).collect();
        Ok(self.named_notices(rows)?.pop())
    }

    fn unread_select(&self, me: Id) -> Select {
        let some = self
            .seen_notices()
            .filter(self.is_due())
            .having("waits_for", me)
            .column("id", ColumnType::Int)
            .limit(COUNTED);
        Select::of(some, "s").giving(Expr::Count, ColumnType::Int)
    }

    /// Not put off, or until now.
    fn is_due(&self) -> Expr {
        let later = Expr::column("n", "later");
        Expr::Or(vec![later.clone().is_null(), later.compare(Comparison::AtMost, self.now)])
    }

    /// The notifications whose record the actor sees, or that are of many records.
    fn seen_notices(&self) -> Select {
        let (workspace, catalog) = (self.actor.workspace, &self.declared.catalog);
        let rule = any_whole_rule(workspace, &self.access, catalog, &NOTIFICATION, "n", Right::Read);
        let column = |name: &'static str| Expr::column("n", name);
        let mut select = Select::from(NOTIFICATION.name, "n")
            .having("workspace_id", workspace)
            .filter(column("deleted_at").is_null());
        if let Some(rule) = rule {
            select = select.filter(Expr::Or(vec![column("about").is_null(), rule]));
        }
        if self.access.scope(&COMMENT, Right::Read) == Scope::None {
            let said = ["comment", "mention"].map(Cell::from).to_vec();
            select = select.filter(Expr::Not(Box::new(Expr::In(Box::new(column("kind")), said))));
        }
        select
    }

    fn notices(&self) -> Select {
        let columns = [
            ("id", ColumnType::Int),
            ("kind", ColumnType::Text),
            ("created_at", ColumnType::Moment),
            ("waits_for", ColumnType::Int),
            ("by", ColumnType::Int),
            ("about", ColumnType::Int),
            ("about_object", ColumnType::Text),
            ("comment", ColumnType::Text),
            ("entries", ColumnType::Text),
            ("object", ColumnType::Text),
            ("count", ColumnType::Decimal(0)),
            ("later", ColumnType::Moment),
            ("people", ColumnType::Text),
        ];
        columns.into_iter().fold(self.seen_notices(), |select, (name, kind)| select.column(name, kind))
    }

    fn notice_of(&self, row: &[Cell]) -> Option<Row> {
        let kind = row[1].as_text()?.to_owned();
        let object = |cell: &Cell| cell.as_text().and_then(|name| self.catalog().object(name));
        let link = row[5].as_id().zip(object(&row[6]));
        Some(Row {
            notice: Notice {
                id: row[0].as_id()?,
                at: row[2].as_moment()?,
                unread: row[3] != Cell::Null,
                later: row[11].as_moment().filter(|later| *later > self.now),
                by: row[4].as_id().map(|by| (by, None)),
                about: link.map(|(id, object)| (object, id, None)),
                changes: Vec::new(),
                comment: None,
                many: (kind == "many" || kind == "due" && link.is_none())
                    .then(|| (whole(&row[10]), object(&row[9]))),
                people: ids(row[12].as_text().map(str::to_owned)).into_iter().map(|id| (id, None)).collect(),
                kind,
            },
            link: link.map(|(id, object)| AnyLink { object: object.name.to_owned(), id }),
            comment: row[7].as_text().and_then(|text| text.parse().ok()),
            entries: numbers(row[8].as_text()),
        })
    }

    /// Puts names to people and records, and tells what was changed and said.
    fn named_notices(&mut self, rows: Vec<Row>) -> Outcome<Vec<Notice>> {
        let links = rows.iter().filter_map(|row| row.link.clone());
        let links = links.map(|link| Value::AnyLink(Box::new(link))).collect::<Vec<_>>();
        let titles = self.titles_of_any(links.into_iter())?;
        let people = rows.iter().flat_map(|row| row.notice.by.iter().chain(&row.notice.people));
        let people: Vec<Id> = people.map(|(id, _)| *id).collect();
        let names = match self.catalog().object("user") {
            Some(user) => self.titles(user, &people)?,
            None => Vec::new(),
        };
        let comments: Vec<Id> = rows.iter().filter_map(|row| row.comment).collect();
        let said: BTreeMap<Id, Vec<Piece>> = self.comment_pieces(&comments)?;
        let mut changes = self.changes_of(&rows)?;
        let named = rows.into_iter().map(|row| {
            let mut notice = row.notice;
            for (id, name) in notice.by.iter_mut().chain(&mut notice.people) {
                *name = names.iter().find(|hit| hit.id == *id).map(|hit| hit.title.clone());
            }
            if let Some((_, id, title)) = &mut notice.about {
                *title = titles.get(id).cloned().flatten();
            }
            notice.comment = row.comment.and_then(|id| Some((id, said.get(&id)?.clone())));
            notice.changes = changes.remove(&notice.id).unwrap_or_default();
            notice
        });
        Ok(named.collect())
    }

    /// What the entries of these notifications changed of what matters, as far as it may be seen.
    fn changes_of(&mut self, rows: &[Row]) -> Outcome<HashMap<Id, Vec<ChangedField>>> {
        let mut changes: HashMap<Id, Vec<ChangedField>> = HashMap::new();
        let told = rows.iter().filter(|row| row.notice.kind == "change");
        let mut wanted: BTreeMap<&'static str, BTreeMap<i64, Id>> = BTreeMap::new();
        for row in told {
            let Some((object, ..)) = row.notice.about else { continue };
            let seqs = row.entries.iter().map(|seq| (*seq, row.notice.id));
            wanted.entry(object.name).or_default().extend(seqs);
        }
        for (name, of) in wanted {
            let Some(object) = self.catalog().object(name) else { continue };
            let these = of.keys().map(|seq| Cell::Int(*seq)).collect();
            let select = journal(self.actor.workspace)
                .filter(Expr::In(Box::new(Expr::column("j", "seq")), these))
                .order(Expr::column("j", "seq"), false);
            let found = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
            let mut entries: Vec<_> = found.iter().map(|row| self.entry(object, row)).collect();
            for entry in &mut entries {
                entry.changes.retain(|change| object.watched().any(|name| name == change.field));
            }
            self.name_history(object, &mut entries)?;
            for entry in entries {
                let Some(id) = of.get(&entry.seq) else { continue };
                changes.entry(*id).or_default().extend(entry.changes);
            }
        }
        Ok(changes)
    }
}

/// The place that a cursor names.
fn place(cursor: &str) -> Result<(Moment, Id), Fault> {
    let parts = cursor.split_once('-');
    let place = parts.and_then(|(at, id)| Some((Moment::from_micros(at.parse().ok()?), id.parse().ok()?)));
    place.ok_or_else(|| Fault::at("cursor", "error-cursor"))
}
