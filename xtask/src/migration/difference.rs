//! The statements that lead from some tables to others.

use cordee_store::Dialect;
use cordee_store::table::Table;

/// What makes `wanted` out of `known`. A column that is gone stays in the table, empty from now on: taking it out
/// is a step of its own, written by hand once no running version needs it.
pub fn statements(known: &[Table], wanted: &[Table], dialect: Dialect) -> Vec<String> {
    let mut statements = Vec::new();
    for table in wanted {
        match known.iter().find(|other| other.name == table.name) {
            None => {
                statements.push(table.create(dialect));
                statements.extend(table.indexes.iter().map(|index| index.create(&table.name, dialect)));
            }
            Some(before) => statements.extend(changes(before, table, dialect)),
        }
    }
    statements
}

fn changes(before: &Table, now: &Table, dialect: Dialect) -> Vec<String> {
    let new_columns = now.columns.iter().filter(|column| before.columns.iter().all(|old| old.0 != column.0));
    let mut statements: Vec<String> =
        new_columns.filter_map(|(name, ..)| now.add_column(dialect, name)).collect();
    let gone = before.indexes.iter().filter(|index| !now.indexes.contains(index));
    statements.extend(gone.map(|index| format!("DROP INDEX IF EXISTS \"{}\"", index.name)));
    let new_indexes = now.indexes.iter().filter(|index| !before.indexes.contains(index));
    statements.extend(new_indexes.map(|index| index.create(&now.name, dialect)));
    statements
}
