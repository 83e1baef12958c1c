//! Reads what a workspace has declared, and keeps it until it changes.

use cordee_base::{Id, Zone};
use cordee_schema::{Catalog, Object, Record};
use cordee_store::{Expr, Fail, Session};

use super::Declared;
use super::declare::declared;
use crate::house::House;
use crate::read::scan::{HERE, Scan};
use crate::read::{columns, record};
use crate::system::{custom_field, custom_object, layout, picklist_option};
use crate::{Access, Right};

/// Which declarations count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    /// Those in use.
    InUse,
    /// Those out of use and in the trash too: their values are kept.
    All,
}

/// The rows that declare something, in the order in which people see it.
pub(crate) struct Rows {
    pub which: Which,
    pub objects: Vec<Record>,
    pub fields: Vec<Record>,
    pub options: Vec<Record>,
    pub layouts: Vec<Record>,
}

/// All objects as the workspace knows them at this epoch.
pub(crate) fn load(
    house: &House,
    session: &mut dyn Session,
    workspace: Id,
    epoch: i64,
) -> Result<&'static Declared, Fail> {
    let known = house.customs.read().ok().and_then(|customs| customs.get(&workspace).copied());
    if let Some((_, declared)) = known.filter(|(at, _)| *at == epoch) {
        return Ok(declared);
    }
    let declared = of_workspace(house, session, workspace, Which::InUse)?;
    if let Ok(mut customs) = house.customs.write() {
        customs.insert(workspace, (epoch, declared));
    }
    Ok(declared)
}

/// All objects as the workspace's rows declare them now.
pub(crate) fn of_workspace(
    house: &House,
    session: &mut dyn Session,
    workspace: Id,
    which: Which,
) -> Result<&'static Declared, Fail> {
    let base = &house.declared.catalog;
    let mut rows = |object| rows(session, workspace, base, object, which);
    let rows = Rows {
        which,
        objects: rows(&custom_object::CUSTOM_OBJECT)?,
        fields: rows(&custom_field::CUSTOM_FIELD)?,
        options: rows(&picklist_option::PICKLIST_OPTION)?,
        layouts: rows(&layout::LAYOUT)?,
    };
    Ok(made(house, &rows))
}

/// The declarations that these rows make: made once for each content, however often it is read.
fn made(house: &House, rows: &Rows) -> &'static Declared {
    let all = [&rows.objects, &rows.fields, &rows.options, &rows.layouts];
    if all.iter().all(|rows| rows.is_empty()) {
        return house.declared;
    }
    let content: String = all
        .into_iter()
        .flatten()
        .map(|row| format!("{} {:?}\n", row.object.name, row.fields().collect::<Vec<_>>()))
        .collect();
    let content = format!("{:?}\n{content}", rows.which);
    let mut made = house.made.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
    made.entry(content).or_insert_with(|| Declared::of(declared(&house.declared.catalog, rows)))
}

fn rows(
    session: &mut dyn Session,
    workspace: Id,
    base: &Catalog,
    object: &'static Object,
    which: Which,
) -> Result<Vec<Record>, Fail> {
    if base.object(object.name).is_none() {
        return Ok(Vec::new());
    }
    let access = Access::everything(Zone::UTC);
    let mut scan = Scan::of(workspace, &access, base, object, None);
    let columns = columns(&mut scan, None, false);
    let mut select = match which {
        Which::InUse => scan.select(Right::Read, false),
        Which::All => scan.select_all(Right::Read),
    };
    for name in ["order", "id"].into_iter().filter(|name| object.field(name).is_some()) {
        select = select.order(Expr::column(HERE, name), false);
    }
    select.columns.clone_from(&columns.select);
    Ok(session.rows(&select)?.iter().map(|row| record(&columns, row)).collect())
}
