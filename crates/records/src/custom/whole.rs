//! The tables of a database with all that its workspaces have declared, also what is out of use or in the trash.

use cordee_store::table::{self, Table};
use cordee_store::{Fail, Session};

use super::load::{Which, of_workspace};
use crate::house::House;
use crate::{tables, workspace};

/// All tables, as the rows of the database ask for them.
pub(crate) fn all_tables(house: &House, session: &mut dyn Session) -> Result<Vec<Table>, Fail> {
    let mut all = tables::tables(&house.declared.catalog);
    for workspace in workspace::every(session)? {
        let declared = of_workspace(house, session, workspace, Which::All)?;
        declared.catalog.objects().flat_map(table::of).for_each(|table| join(&mut all, table));
    }
    Ok(all)
}

/// Makes what of these tables the database lacks.
pub(crate) fn make_tables(house: &House, session: &mut dyn Session, wanted: &[Table]) -> Result<(), Fail> {
    let base = tables::tables(&house.declared.catalog);
    for table in wanted {
        let before = base.iter().find(|known| known.name == table.name);
        for statement in table::changes(before, table, session.dialect()) {
            session.define(&statement)?;
        }
    }
    Ok(())
}

/// Adds a table; where it is there already, its columns and indexes.
fn join(all: &mut Vec<Table>, table: Table) {
    let Some(known) = all.iter_mut().find(|known| known.name == table.name) else { return all.push(table) };
    for column in table.columns {
        if known.columns.iter().all(|(name, ..)| *name != column.0) {
            known.columns.push(column);
        }
    }
    for index in table.indexes {
        if known.indexes.iter().all(|other| other.name != index.name) {
            known.indexes.push(index);
        }
    }
}
