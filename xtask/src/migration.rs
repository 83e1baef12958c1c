//! Writes the migration from the tables of the last one to those that the declarations ask for now.
//!
//! `migrations/schema.txt` tells what all migrations together make. `migration NAME` writes the next step for both
//! databases, `migration --check` says whether there is one to write, `migration --first` writes the first anew,
//! which is only right before anything has been released.

mod difference;
mod snapshot;

use std::fs;
use std::path::Path;

use cordee_schema::Catalog;
use cordee_store::Dialect;
use cordee_store::table::Table;

const SNAPSHOT: &str = "migrations/schema.txt";
const FOLDERS: [(Dialect, &str); 2] =
    [(Dialect::Sqlite, "migrations/sqlite"), (Dialect::Postgres, "migrations/postgres")];

/// Writes or checks migrations; see the module.
pub fn run(root: &Path, said: &[String]) -> Result<(), String> {
    let wanted = tables();
    match said {
        [only] if only == "--check" => {
            let stale = difference::statements(&known(root)?, &wanted, Dialect::Sqlite);
            match stale.is_empty() {
                true => Ok(()),
                false => Err(format!(
                    "declared, but in no migration; run `cargo xtask migration NAME`:\n{}",
                    stale.join(";\n")
                )),
            }
        }
        [only] if only == "--first" => write(root, &[], &wanted, "0001_first_light"),
        [name] if !name.starts_with('-') => {
            let known = known(root)?;
            let number = 1 + files(&root.join(FOLDERS[0].1))?.len();
            write(root, &known, &wanted, &format!("{number:04}_{name}"))
        }
        _ => Err("cargo xtask migration NAME | --check | --first".to_owned()),
    }
}

/// The tables of this version's declarations.
fn tables() -> Vec<Table> {
    let objects = cordee_records::system::objects().into_iter().chain(cordee_catalog::objects());
    cordee_records::tables(&Catalog::of(objects))
}

/// The tables that the migrations so far make.
fn known(root: &Path) -> Result<Vec<Table>, String> {
    match fs::read_to_string(root.join(SNAPSHOT)) {
        Ok(text) => snapshot::read(&text),
        Err(_) => Ok(Vec::new()),
    }
}

fn files(folder: &Path) -> Result<Vec<String>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    Ok(names.filter(|name| name.ends_with(".sql")).collect())
}

fn write(root: &Path, known: &[Table], wanted: &[Table], name: &str) -> Result<(), String> {
    for (dialect, folder) in FOLDERS {
        let mut statements = difference::statements(known, wanted, dialect);
        // The index of words is made the same for all declarations, so that it is no table of theirs.
        if known.is_empty() {
            statements.extend(cordee_store::search::statements(dialect));
        }
        if statements.is_empty() {
            return Err("nothing to migrate: the declarations are as the migrations make them".to_owned());
        }
        let text = format!(
            "-- {name}: written by `cargo xtask migration` from the declarations.\n\n{};\n",
            statements.join(";\n\n")
        );
        let path = root.join(folder).join(format!("{name}.sql"));
        fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    fs::write(root.join(SNAPSHOT), snapshot::text(wanted)).map_err(|error| format!("{SNAPSHOT}: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_migrations_on_empty_are_the_declarations() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a repository");
        assert_eq!(run(root, &["--check".to_owned()]), Ok(()));
    }

    #[test]
    fn a_snapshot_reads_back() {
        let tables = tables();
        assert_eq!(snapshot::read(&snapshot::text(&tables)).as_ref(), Ok(&tables));
    }

    #[test]
    fn only_what_is_new_is_migrated() {
        let now = tables();
        let mut before = now.clone();
        let gone = before[0].columns.pop().expect("a column").0;
        let index = before[1].indexes.pop().expect("an index").name;
        let table = before.pop().expect("a table");
        let statements = difference::statements(&before, &now, Dialect::Postgres);
        assert_eq!(statements.len(), 3 + table.indexes.len(), "{statements:#?}");
        assert!(statements[0].contains(&format!("ADD COLUMN IF NOT EXISTS \"{gone}\"")), "{}", statements[0]);
        assert!(statements[1].contains(&index), "{}", statements[1]);
        assert!(statements[2].starts_with("CREATE TABLE"), "{}", statements[2]);
    }
}
