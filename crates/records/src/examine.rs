//! Whether what is kept is whole: the database by its own examination, and what must fit together in it.

use cordee_base::{Id, Moment, Outcome};
use cordee_schema::{Catalog, ColumnType, FieldDef, Object};
use cordee_store::examine::{self, Facts};
use cordee_store::{Expr, Halt, Select, Session, search};

use crate::custom::{self, Which, of_workspace};
use crate::search::is_indexed;
use crate::{Records, tables, workspace};

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Examined {
    /// What the database says of itself.
    pub facts: Facts,
    /// The statements that make the indexes that are missing.
    pub missing_indexes: Vec<String>,
    /// Fields that link to records that are not there, as `object.field`, and in how many records.
    pub dangling: Vec<(String, u64)>,
    /// How many records are searched.
    pub searched: u64,
    /// How many of them the index lacks.
    pub unindexed: u64,
    /// How many records the index holds that are gone.
    pub stale: u64,
    /// When the journal was last written.
    pub last_entry: Option<Moment>,
}

impl Records {
    /// Looks through all of it. Takes its time with a large database, and waits on this thread; others go on.
    pub fn examine(&self) -> Outcome<Examined> {
        let house = self.house.clone();
        Ok(self.store.read_now(move |session| {
            let mut found = Examined { facts: examine::facts(session)?, ..Examined::default() };
            // What is damaged can't be looked through.
            if !found.facts.faults.is_empty() {
                return Ok(found);
            }
            for table in custom::all_tables(&house, session)? {
                let missing = table.indexes.iter().filter(|index| !found.facts.indexes.contains(&index.name));
                let made = missing.map(|index| index.create(&table.name, session.dialect()));
                found.missing_indexes.extend(made);
            }
            for workspace in workspace::every(session)? {
                let declared = of_workspace(&house, session, workspace, Which::InUse)?;
                links(session, workspace, &declared.catalog, &mut found)?;
                index_of_words(session, workspace, &declared.catalog, &mut found)?;
                let last = Select::from(tables::JOURNAL, "j")
                    .column("at", ColumnType::Moment)
                    .having("workspace_id", workspace)
                    .order(Expr::column("j", "seq"), true)
                    .limit(1);
                let rows = session.rows(&last)?;
                found.last_entry = found.last_entry.max(rows.first().and_then(|row| row[0].as_moment()));
            }
            Ok(found)
        })?)
    }
}

/// Links to what is not there: what is purged is taken out of all links, so that there are none.
fn links(
    session: &mut dyn Session,
    workspace: Id,
    catalog: &Catalog,
    found: &mut Examined,
) -> Result<(), Halt> {
    for target in catalog.objects() {
        for (linking, field) in catalog.links_to(target) {
            let count = count(session, &dangling(workspace, linking, field, target))?;
            if count > 0 {
                found.dangling.push((format!("{}.{}", linking.name, field.name), count));
            }
        }
    }
    Ok(())
}

fn dangling(workspace: Id, linking: &Object, field: &FieldDef, target: &Object) -> Select {
    let link = || Expr::column("r", field.name);
    let there = Select::from(target.name, "t")
        .column("id", ColumnType::Int)
        .having("workspace_id", workspace)
        .filter(Expr::column("t", "id").equals(link()));
    Select::from(linking.name, "r")
        .giving(Expr::Count, ColumnType::Int)
        .having("workspace_id", workspace)
        .filter(Expr::NotNull(Box::new(link())))
        .filter(Expr::Not(Box::new(Expr::Exists(Box::new(there)))))
}

/// Each record in use stands in the index, and nothing else does.
fn index_of_words(
    session: &mut dyn Session,
    workspace: Id,
    catalog: &Catalog,
    found: &mut Examined,
) -> Result<(), Halt> {
    let mut held = Select::from(search::TABLE, search::ALIAS)
        .column("object", ColumnType::Text)
        .giving(Expr::Count, ColumnType::Int)
        .having("workspace_id", workspace);
    held.group = vec![Expr::column(search::ALIAS, "object")];
    let held = session.rows(&held)?;
    for object in catalog.objects().filter(|object| is_indexed(object)) {
        let living = || {
            Select::from(object.name, "r")
                .giving(Expr::Count, ColumnType::Int)
                .having("workspace_id", workspace)
                .filter(Expr::IsNull(Box::new(Expr::column("r", "deleted_at"))))
        };
        let indexed = search::holding(session.dialect(), workspace, object.name, Expr::column("r", "id"));
        let living_now = count(session, &living())?;
        let lacking = count(session, &living().filter(Expr::Not(Box::new(Expr::Exists(Box::new(indexed))))))?;
        let of_this = held.iter().find(|row| row[0].as_text() == Some(object.name));
        let entries = of_this.and_then(|row| row[1].as_int()).map_or(0, |count| count as u64);
        found.searched += living_now;
        found.unindexed += lacking;
        found.stale += entries.saturating_sub(living_now - lacking);
    }
    Ok(())
}

fn count(session: &mut dyn Session, select: &Select) -> Result<u64, Halt> {
    let rows = session.rows(select)?;
    Ok(rows.first().and_then(|row| row[0].as_int()).map_or(0, |count| count as u64))
}
