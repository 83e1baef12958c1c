//! Reads what an actor may do from user, role and team.

use std::collections::HashSet;
use std::sync::Arc;

use cordee_base::{FirstDay, Id, Zone};
use cordee_schema::{Cell, ColumnType};
use cordee_store::{Expr, Fail, Insert, Select, Session, Update};

use super::{Access, Circle, Front, Grants};

/// Names the last change of users, roles and teams, so that what was read of them can be kept until the next.
pub(crate) const TABLE: &str = "access_epoch";

/// The numbers of the last changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Epoch {
    /// Of users, roles, teams, settings and declarations.
    pub rights: i64,
    /// Of shares; nothing was ever shared while it is 0.
    pub shares: i64,
}

/// The numbers of the last changes.
pub(crate) fn epoch(session: &mut dyn Session, workspace: Id) -> Result<Epoch, Fail> {
    let select = Select::from(TABLE, "e")
        .column("epoch", ColumnType::Int)
        .column("shares", ColumnType::Int)
        .having("workspace_id", workspace);
    let rows = session.rows(&select)?;
    let number = |place: usize| rows.first().and_then(|row| row[place].as_int()).unwrap_or(0);
    Ok(Epoch { rights: number(0), shares: number(1) })
}

/// Tells that something changed of the rights (`epoch`) or the `shares`: `change` is a number that was never there
/// before, not even in a transaction that was taken back, so that nothing read in one is ever taken for what stands.
pub(crate) fn bump(
    session: &mut dyn Session,
    workspace: Id,
    column: &'static str,
    change: Id,
) -> Result<(), Fail> {
    session.insert(&Insert { unless_there: Some(vec!["workspace_id"]), ..first(workspace, 0) })?;
    session.update(&Update::of(TABLE).set(column, change).having("workspace_id", workspace))?;
    Ok(())
}

/// The row of a workspace in which nothing was shared yet.
pub(crate) fn first(workspace: Id, epoch: i64) -> Insert {
    let cells = [("workspace_id", workspace.into()), ("epoch", Cell::Int(epoch)), ("shares", Cell::Int(0))];
    Insert::row(TABLE, cells.to_vec())
}

/// What a person may do; none if there is no such person, or they are not active.
pub(crate) fn load(session: &mut dyn Session, workspace: Id, user: Id) -> Result<Option<Access>, Fail> {
    let text = ColumnType::Text;
    let select = Select::from("user", "u")
        .column("name", text)
        .column("language", text)
        .column("time_zone", text)
        .column("role", ColumnType::Int)
        .column("team", ColumnType::Int)
        .column("single_keys", ColumnType::Bool)
        .column("quiet_from", ColumnType::Time)
        .column("quiet_to", ColumnType::Time)
        .column("first_day", text)
        .having("workspace_id", workspace)
        .having("id", user)
        .having("active", true)
        .filter(Expr::column("u", "deleted_at").is_null());
    let rows = session.rows(&select)?;
    let Some([name, language, zone, role, team, keys, from, to, first]) = rows.first().map(Vec::as_slice)
    else {
        return Ok(None);
    };
    let said = |cell: &Cell, other: &str| cell.as_text().unwrap_or(other).to_owned();
    let (grants, front) = match role.as_id() {
        Some(role) => given_by(session, workspace, role)?,
        None => Default::default(),
    };
    let members = match team.as_id() {
        Some(team) => members(session, workspace, user, team)?,
        None => Circle { team: Arc::from([user]), ..Circle::default() },
    };
    let zone = Zone::named(zone.as_text().unwrap_or("UTC")).unwrap_or(Zone::UTC);
    let access = Access::of(user, said(name, ""), said(language, ""), zone, grants, members);
    let time = |cell: &Cell| match cell {
        Cell::Time(time) => Some(*time),
        _ => None,
    };
    let quiet = time(from).zip(time(to));
    let first_day = first.as_text().and_then(FirstDay::named);
    let front = Arc::new(front);
    Ok(Some(Access { single_keys: *keys != Cell::Bool(false), quiet, first_day, front, ..access }))
}

/// What a role gives, and what it shows first.
fn given_by(session: &mut dyn Session, workspace: Id, role: Id) -> Result<(Grants, Front), Fail> {
    let select = Select::from("role", "r")
        .column("grants", ColumnType::Text)
        .column("navigation", ColumnType::Text)
        .column("start", ColumnType::Text)
        .having("workspace_id", workspace)
        .having("id", role)
        .filter(Expr::column("r", "deleted_at").is_null());
    let rows = session.rows(&select)?;
    let Some(row) = rows.first() else { return Ok(Default::default()) };
    let lines = row[1].as_text().unwrap_or("").lines().map(str::trim).filter(|line| !line.is_empty());
    let front = Front {
        objects: lines.map(str::to_owned).collect(),
        start: row[2].as_text().filter(|start| !start.is_empty()).map(str::to_owned),
    };
    Ok((row[0].as_text().map(Grants::read).unwrap_or_default(), front))
}

/// The people and teams around a person of a team.
fn members(session: &mut dyn Session, workspace: Id, user: Id, team: Id) -> Result<Circle, Fail> {
    let select = Select::from("team", "t")
        .column("id", ColumnType::Int)
        .column("parent", ColumnType::Int)
        .having("workspace_id", workspace)
        .filter(Expr::column("t", "deleted_at").is_null());
    let teams: Vec<(Id, Option<Id>)> =
        session.rows(&select)?.iter().filter_map(|row| Some((row[0].as_id()?, row[1].as_id()))).collect();
    let parts = |of: Id| teams.iter().filter(|(_, up)| *up == Some(of)).map(|(id, _)| *id).collect();
    let wholes = |of: Id| teams.iter().filter(|(id, _)| *id == of).filter_map(|(_, up)| *up).collect();
    let (below, above) = (reached(team, parts), reached(team, wholes));
    let both = below.union(&above).copied().map(Cell::from).collect();
    let select = Select::from("user", "u")
        .column("id", ColumnType::Int)
        .column("team", ColumnType::Int)
        .having("workspace_id", workspace)
        .filter(Expr::In(Box::new(Expr::column("u", "team")), both));
    let rows = session.rows(&select)?;
    let people = |of: &HashSet<Id>| {
        let theirs = rows.iter().filter(|row| row[1].as_id().is_some_and(|team| of.contains(&team)));
        let mut people: Vec<Id> = theirs.filter_map(|row| row[0].as_id()).collect();
        if !people.contains(&user) {
            people.push(user);
        }
        people.sort();
        people
    };
    let mut teams: Vec<Id> = above.iter().copied().collect();
    teams.sort();
    Ok(Circle { team: people(&below).into(), above: people(&above).into(), teams: teams.into() })
}

/// The teams that one comes to from `team`, step by step, itself among them.
fn reached(team: Id, next: impl Fn(Id) -> Vec<Id>) -> HashSet<Id> {
    let (mut reached, mut fresh) = (HashSet::from([team]), vec![team]);
    while let Some(one) = fresh.pop() {
        fresh.extend(next(one).into_iter().filter(|id| reached.insert(*id)));
    }
    reached
}
