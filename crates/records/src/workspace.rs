//! Founding a workspace in a database, and the workspaces there are.

use cordee_base::{Currency, Fault, Id, Outcome, Zone};
use cordee_schema::{Cell, ColumnType, Draft, Value};
use cordee_store::{Expr, Fail, Migration, Select, Session};

use crate::system::workspace;
use crate::{Actor, Gate, Ready, Records};

/// What a new workspace is to be.
#[derive(Clone, Debug)]
pub struct Founding {
    /// The company's name.
    pub name: String,
    /// The currency in which sums are made.
    pub currency: Currency,
    /// The time zone in which the company's days begin.
    pub zone: String,
    /// The language of defaults.
    pub language: String,
}

impl Records {
    /// The migrations of this version that the database has not had; asking shows too that it answers.
    pub fn missing_migrations(&self) -> Outcome<Vec<String>> {
        let had = self.store.migrated()?;
        let all = Migration::all(self.store.dialect());
        Ok(all.into_iter().map(|one| one.name).filter(|name| !had.contains(name)).collect())
    }

    /// The workspaces of the database, with their names.
    pub fn workspaces(&self) -> Outcome<Vec<(Id, String)>> {
        let rows = self.store.read_now(|session| {
            let select =
                Select::from("workspace", "w").column("id", ColumnType::Int).column("name", ColumnType::Text);
            Ok(session.rows(&select.order(Expr::column("w", "id"), false))?)
        })?;
        let named = |row: &Vec<Cell>| Some((row[0].as_id()?, row[1].as_text()?.to_owned()));
        Ok(rows.iter().filter_map(named).collect())
    }

    /// Founds a workspace; `furnish` fills it with what every new one has, in the same transaction.
    pub fn found(&self, founding: &Founding, furnish: fn(&mut Gate<'_>) -> Outcome<()>) -> Outcome<Id> {
        Zone::named(&founding.zone)
            .map_err(|_| Fault::at("time_zone", "error-zone").with("value", &founding.zone))?;
        let id = self.house.ids.next(self.now());
        let founding = founding.clone();
        self.write_now(&Actor::system(id, "found a workspace"), move |gate| {
            let draft = Draft::new(&workspace::WORKSPACE)
                .with(workspace::NAME, founding.name.clone())
                .with(workspace::CURRENCY, founding.currency.code().to_owned())
                .with(workspace::TIME_ZONE, founding.zone.clone())
                .with(workspace::LANGUAGE, founding.language.clone());
            gate.found(id, &founding, draft)?;
            furnish(gate)
        })?;
        Ok(id)
    }
}

impl Gate<'_> {
    fn found(&mut self, id: Id, founding: &Founding, mut draft: Draft) -> Outcome<()> {
        draft.set("fiscal_year_start", Value::Number(1.into()));
        self.reading.currency = founding.currency;
        let (object, created_at) = (draft.object, self.now);
        let workspace = Ready { id, created_at, since: created_at, past: Vec::new(), draft };
        self.insert(object, &[workspace])?;
        let first = crate::access::first(id, 1);
        self.session.insert(&first).map_err(|fail| self.failed(fail))?;
        Ok(())
    }
}

impl Gate<'_> {
    /// Whether no other workspace stands in the same database.
    pub fn is_alone(&mut self) -> Outcome<bool> {
        Ok(every(self.session).map_err(|fail| self.failed(fail))?.len() == 1)
    }
}

/// All workspaces of the database, in the order of their ids.
pub(crate) fn every(session: &mut dyn Session) -> Result<Vec<Id>, Fail> {
    let select = Select::from("workspace", "w").column("id", ColumnType::Int);
    let rows = session.rows(&select.order(Expr::column("w", "id"), false))?;
    Ok(rows.iter().filter_map(|row| row[0].as_id()).collect())
}

impl Gate<'_> {
    /// The zone in which the company's days begin, whoever acts.
    pub fn company_zone(&mut self) -> Outcome<Zone> {
        let own = self.whole_of(&workspace::WORKSPACE)?;
        let name = own.first().and_then(|workspace| workspace.get(workspace::TIME_ZONE));
        Ok(name.and_then(|name| Zone::named(&name).ok()).unwrap_or(Zone::UTC))
    }
}
