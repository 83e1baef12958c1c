//! With whom a record is shared.

use cordee_base::{Id, Moment, Outcome};
use cordee_schema::{Cell, ColumnType, Object};
use cordee_store::query::Comparison;
use cordee_store::{Expr, Select};

use super::{ShareInfo, SharedWith};
use crate::Gate;
use crate::system::share::{EDIT, SHARE};
use crate::system::{team, user};

/// What is read of a share.
const COLUMNS: [(&str, ColumnType); 7] = [
    ("id", ColumnType::Int),
    ("user", ColumnType::Int),
    ("team", ColumnType::Int),
    ("level", ColumnType::Text),
    ("until", ColumnType::Moment),
    ("shared_by", ColumnType::Int),
    ("created_at", ColumnType::Moment),
];

/// A share with the object and the id of its record, if it has one.
pub(super) type OfRecord = (Option<(String, Id)>, ShareInfo);

impl Gate<'_> {
    /// With whom a record is shared at present, the earliest first; for whoever may see the record.
    pub fn shares(&mut self, object: &'static Object, id: Id) -> Outcome<Vec<ShareInfo>> {
        let id = self.get(object, id)?.head.id;
        let mut shares = self.shares_of(id)?;
        let (mut people, mut teams) = (Vec::new(), Vec::new());
        for share in &shares {
            match share.with {
                SharedWith::User(id) => people.push(id),
                SharedWith::Team(id) => teams.push(id),
            }
            people.extend(share.by.as_ref().map(|(by, _)| *by));
        }
        let mut names = self.titles(&user::USER, &people)?;
        names.extend(self.titles(&team::TEAM, &teams)?);
        let name = |id: Id| names.iter().find(|hit| hit.id == id).map(|hit| hit.title.clone());
        for share in &mut shares {
            share.name = name(share.with.id());
            share.by = share.by.take().map(|(by, _)| (by, name(by)));
        }
        Ok(shares)
    }

    /// The living shares of a record, without names.
    pub(crate) fn shares_of(&mut self, record: Id) -> Outcome<Vec<ShareInfo>> {
        let now = self.now;
        let mut shares = self.all_shares_of(record)?;
        shares.retain(|share| share.until.is_none_or(|until| until > now));
        Ok(shares)
    }

    /// The shares of a record, also those that have ended by themselves and were not cleared away yet.
    pub(super) fn all_shares_of(&mut self, record: Id) -> Outcome<Vec<ShareInfo>> {
        self.shares_like(Expr::column("s", "record").is(record), 10_000)
            .map(|all| all.into_iter().map(|(_, one)| one).collect())
    }

    /// Shares that have ended by themselves, with their records.
    pub(super) fn ended_shares(&mut self, limit: u64) -> Outcome<Vec<OfRecord>> {
        let ended = Expr::column("s", "until").compare(Comparison::AtMost, self.now);
        self.shares_like(ended, limit)
    }

    fn shares_like(&mut self, condition: Expr, limit: u64) -> Outcome<Vec<OfRecord>> {
        let mut select = Select::from(SHARE.name, "s")
            .having("workspace_id", self.actor.workspace)
            .filter(Expr::column("s", "deleted_at").is_null())
            .filter(condition)
            .order(Expr::column("s", "id"), false)
            .limit(limit);
        for (name, kind) in COLUMNS {
            select = select.column(name, kind);
        }
        select = select.column("record_object", ColumnType::Text).column("record", ColumnType::Int);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let of = |row: &[Cell]| Some((row[7].as_text()?.to_owned(), row[8].as_id()?));
        Ok(rows.iter().filter_map(|row| Some((of(row), share(row)?))).collect())
    }
}

fn share(row: &[Cell]) -> Option<ShareInfo> {
    Some(ShareInfo {
        id: row[0].as_id()?,
        with: row[1].as_id().map(SharedWith::User).or(row[2].as_id().map(SharedWith::Team))?,
        name: None,
        edit: row[3].as_text() == Some(EDIT),
        until: row[4].as_moment(),
        by: row[5].as_id().map(|by| (by, None)),
        since: row[6].as_moment().unwrap_or(Moment::from_micros(0)),
    })
}
