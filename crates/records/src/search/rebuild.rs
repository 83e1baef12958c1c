//! Making the index of words anew from the records, after an archive was read and on demand; and keeping it together.

use cordee_base::{Id, Outcome};
use cordee_schema::{Catalog, ColumnType, Object};
use cordee_store::query::Comparison;
use cordee_store::{Delete, Expr, Fail, Select, Session, search};

use super::keep::{TOGETHER, reindex};
use super::terms::is_indexed;
use crate::custom::{Which, of_workspace};
use crate::house::House;
use crate::{Records, tables, workspace};

impl Records {
    /// Makes the index anew, some records to a transaction, so that others can write meanwhile. `told` is told how
    /// many are done. Gives how many records there are. Waits on this thread.
    pub fn rebuild_search(&self, mut told: impl FnMut(u64)) -> Outcome<u64> {
        self.store.write_now(|session| Ok(clear(session)?))?;
        let mut done = 0;
        for (workspace, _) in self.workspaces()? {
            let house = self.house.clone();
            let declared = self
                .store
                .read_now(move |session| Ok(of_workspace(&house, session, workspace, Which::InUse)?))?;
            for object in declared.catalog.objects().filter(|object| is_indexed(object)) {
                let mut after = None;
                loop {
                    let catalog = &declared.catalog;
                    let next = self.store.write_now(move |session| {
                        crate::journal::alone(session, workspace)?;
                        Ok(stretch(session, workspace, catalog, object, after)?)
                    })?;
                    let Some((last, count)) = next else { break };
                    after = Some(last);
                    done += count;
                    told(done);
                }
            }
        }
        self.merge_search()?;
        Ok(done)
    }

    /// Brings the pieces together in which the index is kept, a little to a transaction, so that others can write
    /// meanwhile; gives how many transactions that took. Waits on this thread.
    pub fn merge_search(&self) -> Outcome<u64> {
        let mut pieces = 0;
        while self.store.write_now(|session| Ok(search::merge(session)?))? {
            pieces += 1;
        }
        Ok(pieces)
    }
}

/// Makes the index anew within this transaction.
pub(crate) fn rebuild(house: &House, session: &mut dyn Session) -> Result<(), Fail> {
    clear(session)?;
    for workspace in workspace::every(session)? {
        let declared = of_workspace(house, session, workspace, Which::InUse)?;
        for object in declared.catalog.objects().filter(|object| is_indexed(object)) {
            let mut after = None;
            while let Some((last, _)) = stretch(session, workspace, &declared.catalog, object, after)? {
                after = Some(last);
            }
        }
    }
    Ok(())
}

fn clear(session: &mut dyn Session) -> Result<(), Fail> {
    search::clear(session)?;
    session.delete(&Delete::from(tables::SEARCH_WORD)).map(|_| ())
}

/// Indexes the records that follow after this one: gives the last of them and how many they were.
fn stretch(
    session: &mut dyn Session,
    workspace: Id,
    catalog: &Catalog,
    object: &'static Object,
    after: Option<Id>,
) -> Result<Option<(Id, u64)>, Fail> {
    let mut select = Select::from(object.name, "r")
        .column("id", ColumnType::Int)
        .having("workspace_id", workspace)
        .order(Expr::column("r", "id"), false)
        .limit(4 * TOGETHER as u64);
    if let Some(after) = after {
        select = select.filter(Expr::column("r", "id").compare(Comparison::Greater, after));
    }
    let ids: Vec<Id> = session.rows(&select)?.iter().filter_map(|row| row[0].as_id()).collect();
    reindex(session, workspace, catalog, object, &ids)?;
    Ok(ids.last().map(|last| (*last, ids.len() as u64)))
}
