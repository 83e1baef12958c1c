//! What others have shared with a person, known before a query is made: few records by their ids, so that a list still
//! walks its index and a figure is kept as long as it holds; many by a look at the shares within the query.

use std::collections::BTreeMap;

use cordee_base::{Id, Moment};
use cordee_schema::{Cell, ColumnType};
use cordee_store::query::Comparison;
use cordee_store::{Expr, Fail, Select, Session};

use crate::Right;
use crate::system::share::{EDIT, SHARE};

/// How many records of an object are few enough to be named in a query.
const FEW: usize = 300;
/// How many shares of a person are looked at in advance.
const LOOKED_AT: usize = 3_000;

/// What others have shared with a person.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shared {
    records: BTreeMap<String, Vec<One>>,
    /// Whether there are more than were looked at.
    more: bool,
    user: Option<Id>,
    teams: Vec<Id>,
}

/// A record that is shared.
#[derive(Clone, Copy, Debug)]
struct One {
    record: Id,
    edit: bool,
    until: Option<Moment>,
}

/// Which records of an object somebody has by shares.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Given {
    /// None.
    None,
    /// These.
    These(Vec<Id>),
    /// Those that this query finds by their ids.
    Those(Box<Select>),
}

impl Shared {
    /// What stands at `now`; what ends later is known with its end.
    pub(crate) fn load(
        session: &mut dyn Session,
        workspace: Id,
        user: Id,
        teams: &[Id],
        now: Moment,
    ) -> Result<Shared, Fail> {
        let mut shared = Shared { user: Some(user), teams: teams.to_vec(), ..Shared::default() };
        let mut select = shared.living(workspace, now).limit(LOOKED_AT as u64 + 1);
        for (name, kind) in [
            ("record", ColumnType::Int),
            ("record_object", ColumnType::Text),
            ("level", ColumnType::Text),
            ("until", ColumnType::Moment),
        ] {
            select = select.column(name, kind);
        }
        let rows = session.rows(&select)?;
        shared.more = rows.len() > LOOKED_AT;
        for row in &rows {
            let (Some(record), Some(object)) = (row[0].as_id(), row[1].as_text()) else { continue };
            let one = One { record, edit: row[2].as_text() == Some(EDIT), until: row[3].as_moment() };
            shared.records.entry(object.to_owned()).or_default().push(one);
        }
        Ok(shared)
    }

    /// Which records of `object` are given for this right at `now`.
    pub(crate) fn given(&self, workspace: Id, object: &str, right: Right, now: Moment) -> Given {
        let edit = match right {
            Right::Read | Right::Export => false,
            Right::Edit => true,
            Right::Create | Right::Delete => return Given::None,
        };
        let known = self.records.get(object).map_or(&[][..], Vec::as_slice);
        if self.more || known.len() > FEW {
            let mut those = self.living(workspace, now).column("record", ColumnType::Int);
            those = those.having("record_object", object);
            if edit {
                those = those.having("level", EDIT);
            }
            return Given::Those(Box::new(those));
        }
        let living = known.iter().filter(|one| one.edit >= edit && one.until.is_none_or(|until| until > now));
        let mut ids: Vec<Id> = living.map(|one| one.record).collect();
        ids.sort();
        ids.dedup();
        if ids.is_empty() { Given::None } else { Given::These(ids) }
    }

    /// The shares that the person has at `now`, of their own or by a team.
    fn living(&self, workspace: Id, now: Moment) -> Select {
        let column = |name| Expr::column("s", name);
        let teams = self.teams.iter().copied().map(Cell::from).collect();
        let user = self.user.map_or_else(Expr::never, |user| column("user").is(user));
        let lasting = column("until").compare(Comparison::Greater, now);
        Select::from(SHARE.name, "s")
            .having("workspace_id", workspace)
            .filter(column("deleted_at").is_null())
            .filter(Expr::Or(vec![user, Expr::In(Box::new(column("team")), teams)]))
            .filter(Expr::Or(vec![column("until").is_null(), lasting]))
    }

    /// A text that is another where something else is shared.
    pub(crate) fn mark(&self, now: Moment) -> String {
        let living = |one: &&One| one.until.is_none_or(|until| until > now);
        let records = self.records.values().flatten().filter(living);
        records.map(|one| one.record.to_string()).collect::<Vec<_>>().join(",")
    }
}

impl Given {
    /// The condition that the record whose id stands in `id` is one of them; none if there are none.
    pub(crate) fn rule(self, id: Expr) -> Option<Expr> {
        match self {
            Given::None => None,
            Given::These(ids) => Some(Expr::In(Box::new(id), ids.into_iter().map(Cell::from).collect())),
            Given::Those(those) => Some(Expr::InSelect(Box::new(id), those)),
        }
    }
}
