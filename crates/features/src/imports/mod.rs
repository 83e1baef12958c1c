//! Bringing files in: a mapping says what the columns are, a check says what would happen, and the import itself can
//! be stopped by anything, resumed and undone. It knows no noun of selling: all follows from the declarations.

mod arrange;
mod check;
mod chunk;
mod export;
mod file;
mod links;
mod look;
pub mod mapping;
mod plan;
mod propose;
mod read;
mod rejects;
mod run;
mod target;
mod undo;

use std::path::Path;

use cordee_base::{Id, Outcome, Problem};
use cordee_i18n::Language;
use cordee_kit::{
    Check, Export, Format, Given, Imports, Leg, Look, Progress, ReadAs, RowProblem, Watch, Wishes,
};
use cordee_records::{Actor, Gate, Query, Records, system::import};
use cordee_schema::{Catalog, Draft, Filter, Object, Path as FieldPath, Record, Value};

/// The importer, for the registry.
pub static IMPORTS: &dyn Imports = &Importer;

#[derive(Debug)]
struct Importer;

impl Imports for Importer {
    fn look(
        &self,
        records: &Records,
        actor: &Actor,
        object: &'static Object,
        file: &Path,
        read: &ReadAs,
    ) -> Outcome<Look> {
        look::look(records, actor, object, file, read)
    }

    fn settle(
        &self,
        catalog: &Catalog,
        mapping: &str,
        header: &[String],
        wishes: &Wishes,
    ) -> Outcome<String> {
        Ok(look::settle(catalog, mapping, header, wishes)?.json())
    }

    fn arrange(
        &self,
        records: &Records,
        actor: &Actor,
        given: &[Given],
        read: &ReadAs,
        wishes: &Wishes,
    ) -> Outcome<Vec<Leg>> {
        arrange::arrange(records, actor, given, read, wishes)
    }

    fn check(
        &self,
        records: &Records,
        actor: &Actor,
        file: &Path,
        mapping: &str,
        each: &mut dyn FnMut(&RowProblem),
        watch: &mut Watch<'_>,
    ) -> Outcome<Check> {
        check::check(records, actor, file, mapping, each, watch)
    }

    fn review(&self, records: &Records, actor: &Actor, file: &Path, mapping: &str) -> Outcome<Look> {
        look::review(records, actor, file, mapping)
    }

    fn recognise(
        &self,
        records: &Records,
        actor: &Actor,
        file: &Path,
        read: &ReadAs,
    ) -> Outcome<&'static Object> {
        arrange::recognise(records, actor, file, read)
    }

    fn prepare(
        &self,
        records: &Records,
        actor: &Actor,
        file: &Path,
        mapping: &str,
        rejects: &Path,
    ) -> Outcome<Draft> {
        run::prepare(records, actor, file, mapping, rejects)
    }

    fn note(&self, gate: &mut Gate<'_>, prepared: &[Draft]) -> Outcome<Vec<Id>> {
        run::note(gate, prepared)
    }

    fn run(&self, records: &Records, actor: &Actor, import: Id, watch: &mut Watch<'_>) -> Outcome<Progress> {
        run::run(records, actor, import, watch)
    }

    fn undo(&self, records: &Records, actor: &Actor, import: Id, watch: &mut Watch<'_>) -> Outcome<Progress> {
        undo::undo(records, actor, import, watch)
    }

    fn list(&self, gate: &mut Gate<'_>) -> Outcome<Vec<Record>> {
        list(gate)
    }

    fn together(&self, gate: &mut Gate<'_>, run: Id) -> Outcome<Vec<Record>> {
        together(gate, run)
    }

    fn get(&self, gate: &mut Gate<'_>, import: Id) -> Outcome<Record> {
        get(gate, import)
    }

    fn export(&self, gate: &mut Gate<'_>, query: &Query, format: Format) -> Outcome<Box<dyn Export>> {
        export::begin(gate, query, format)
    }
}

/// The imports that the actor may see.
fn list(gate: &mut Gate<'_>) -> Outcome<Vec<Record>> {
    those(gate, None)
}

/// The imports of a run, in their order.
fn together(gate: &mut Gate<'_>, run: Id) -> Outcome<Vec<Record>> {
    let mut imports = those(gate, Some(run))?;
    imports.sort_by_key(|import| import.head.id);
    if imports.is_empty() { Err(Problem::NotFound) } else { Ok(imports) }
}

fn those(gate: &mut Gate<'_>, run: Option<Id>) -> Outcome<Vec<Record>> {
    let (all, me) = (gate.access().administers(), gate.access().user);
    gate.as_engine("list imports", |gate| {
        let like = |gate: &Gate<'_>, field: &str, value: Value| {
            Ok::<_, Problem>(Filter::is(FieldPath::resolve(gate.catalog(), &import::IMPORT, field)?, value))
        };
        let mut query = Query { limit: Query::MOST, ..Query::of(&import::IMPORT) };
        if let Some(run) = run {
            query = query.filter(like(gate, import::RUN.name(), Value::Text(run.to_string()))?);
        }
        if !all {
            query = query.filter(like(gate, import::OWNER.name(), me.map_or(Value::None, Value::Link))?);
        }
        Ok(gate.list(&query)?.records)
    })
}

/// One import that the actor may see.
fn get(gate: &mut Gate<'_>, id: Id) -> Outcome<Record> {
    let (all, me) = (gate.access().administers(), gate.access().user.map(Value::Link));
    let record = gate.as_engine("get an import", |gate| gate.get(&import::IMPORT, id))?;
    let mine = me.is_some() && record.value(import::OWNER.name()) == me.as_ref();
    if all || mine { Ok(record) } else { Err(Problem::NotFound) }
}

/// The language of whoever acts.
fn language(gate: &Gate<'_>) -> Language {
    Language::from_code(&gate.access().language).unwrap_or_default()
}
