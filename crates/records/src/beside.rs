//! What stands in a field of all records: for rows that are kept beside them, such as tags and links to many, and are
//! made anew from them.

use cordee_base::Id;
use cordee_schema::{Cell, ColumnType, FieldDef};
use cordee_store::query::Comparison;
use cordee_store::{Expr, Fail, Select, Session};

/// How many rows are read at a time.
const TOGETHER: u64 = 2_000;

/// Gives the rows of a table in which a field has a value, some at a time: whose they are, and what is held.
pub(crate) fn filled(
    session: &mut dyn Session,
    workspace: Id,
    table: &str,
    field: &FieldDef,
    mut each: impl FnMut(&mut dyn Session, Vec<(Id, Cell)>) -> Result<(), Fail>,
) -> Result<(), Fail> {
    let column = |name: &'static str| Expr::column("r", name);
    let mut after: Option<Id> = None;
    loop {
        let mut select = Select::from(table.to_owned(), "r")
            .column("id", ColumnType::Int)
            .column(field.name, ColumnType::Text)
            .having("workspace_id", workspace)
            .filter(column(field.name).not_null())
            .order(column("id"), false)
            .limit(TOGETHER);
        if let Some(after) = after {
            select = select.filter(column("id").compare(Comparison::Greater, after));
        }
        let found = session.rows(&select)?.into_iter().filter_map(|row| match <[Cell; 2]>::try_from(row) {
            Ok([id, held]) => Some((id.as_id()?, held)),
            Err(_) => None,
        });
        let found: Vec<(Id, Cell)> = found.collect();
        let Some((last, _)) = found.last() else { return Ok(()) };
        after = Some(*last);
        each(session, found)?;
    }
}
