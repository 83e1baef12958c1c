//! What somebody does not want to see until a day. It is one's own affair: no version, no entry in the journal.

use std::collections::HashMap;

use cordee_base::{Date, Fault, Id, Outcome, Problem};
use cordee_schema::{Cell, ColumnType, Object};
use cordee_store::query::Comparison;
use cordee_store::{Delete, Expr, Insert, Select};

use crate::read::get::Shelf;
use crate::system::snooze::{ABOUT, SNOOZE, UNTIL, USER};
use crate::{Gate, Right};

/// How many records somebody may have put off at a time; more would not be looked through any more.
const MOST: u64 = 500;

impl Gate<'_> {
    /// The records of an object that the actor has put off beyond today, each with the day on which it comes back.
    pub fn snoozed(&mut self, object: &'static Object) -> Outcome<HashMap<Id, Date>> {
        let Some(me) = self.access.user else { return Ok(HashMap::new()) };
        let column = |name| Expr::column("s", name);
        let select = Select::from(SNOOZE.name, "s")
            .column(ABOUT.name(), ColumnType::Int)
            .column(UNTIL.name(), ColumnType::Date)
            .having("workspace_id", self.actor.workspace)
            .having(USER.name(), me)
            .having("about_object", object.name)
            .filter(column(UNTIL.name()).compare(Comparison::Greater, Cell::Date(self.today())))
            .filter(column("deleted_at").is_null())
            .limit(MOST);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let day = |cell: &Cell| match cell {
            Cell::Date(day) => Some(*day),
            _ => None,
        };
        Ok(rows.iter().filter_map(|row| Some((row[0].as_id()?, day(&row[1])?))).collect())
    }

    /// Puts a record off until a day, for the actor alone; or takes that back.
    pub fn snooze(&mut self, object: &'static Object, id: Id, until: Option<Date>) -> Outcome<()> {
        if !self.is_there(object, id, Right::Read, Shelf::InUse)? {
            return Err(Problem::NotFound);
        }
        let me = self.access.user.filter(|_| self.access.writes()).ok_or(Problem::NotAllowed)?;
        if until.is_some_and(|until| until <= self.today()) {
            return Err(Fault::at(UNTIL.name(), "error-snooze-past").into());
        }
        let column = |name: &'static str| Expr::column(SNOOZE.name, name);
        let over = column(UNTIL.name()).compare(Comparison::AtMost, Cell::Date(self.today()));
        let this = column(ABOUT.name()).is(id);
        let before = Delete::from(SNOOZE.name)
            .having("workspace_id", self.actor.workspace)
            .having(USER.name(), me)
            .filter(Expr::Or(vec![this, over]));
        self.session.delete(&before).map_err(|fail| self.failed(fail))?;
        let Some(until) = until else { return Ok(()) };
        if self.snoozed(object)?.len() as u64 >= MOST {
            return Err(Fault::at(UNTIL.name(), "error-snooze-many").with("max", MOST).into());
        }
        let row = vec![
            ("workspace_id", self.actor.workspace.into()),
            ("id", self.house.ids.next(self.now).into()),
            ("version", Cell::Int(1)),
            ("created_at", self.now.into()),
            ("updated_at", self.now.into()),
            ("about", id.into()),
            ("about_object", object.name.into()),
            ("user", me.into()),
            ("until", Cell::Date(until)),
        ];
        self.session.insert(&Insert::row(SNOOZE.name, row)).map_err(|fail| self.failed(fail))?;
        Ok(())
    }
}
