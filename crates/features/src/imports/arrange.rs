//! Several files that belong together: whose records each holds, and in which order they come in.

use std::path::Path;

use cordee_base::{Fault, Outcome};
use cordee_catalog::aliases;
use cordee_i18n::Language;
use cordee_kit::{Given, Leg, Look, ReadAs, Wishes};
use cordee_records::{Actor, Records};
use cordee_schema::{Catalog, Object, key};
use cordee_ui::names as called;

use super::look::{look, settle};
use super::mapping::{Mapping, Mode};
use super::target::Target;

/// A file with what is proposed for it.
struct Proposed {
    object: &'static Object,
    file: std::path::PathBuf,
    mapping: Mapping,
    /// The links to records of files of the run: the column's place, the object it leads to, whether it must be set.
    links: Vec<(usize, &'static str, bool)>,
}

/// Puts the files in order, each after those that its links lead to; links that lead in a circle come in a second turn.
pub(super) fn arrange(
    records: &Records,
    actor: &Actor,
    given: &[Given],
    read: &ReadAs,
    wishes: &Wishes,
) -> Outcome<Vec<Leg>> {
    let catalog = records.catalog_now(actor)?;
    let mut proposed = Vec::new();
    for one in given {
        proposed.push(propose(records, actor, catalog, one, read, wishes)?);
    }
    let held: Vec<&'static str> = proposed.iter().map(|one| one.object.name).collect();
    for one in &mut proposed {
        one.links = links(catalog, one, &held)?;
    }
    let (mut first, mut second, mut waiting) = (Vec::new(), Vec::new(), proposed);
    while !waiting.is_empty() {
        let place = next(&waiting);
        let one = waiting.remove(place);
        // What still waits, itself among it, is not there for its links.
        let late: Vec<usize> = one
            .links
            .iter()
            .filter(|(_, to, required)| {
                !required && (*to == one.object.name || waiting.iter().any(|w| w.object.name == *to))
            })
            .map(|(column, ..)| *column)
            .collect();
        let (now, then) = part(&one, &late);
        first.push(leg(&one, now, false));
        second.extend(then.map(|then| leg(&one, then, true)));
    }
    Ok(first.into_iter().chain(second).collect())
}

fn propose(
    records: &Records,
    actor: &Actor,
    catalog: &Catalog,
    given: &Given,
    read: &ReadAs,
    wishes: &Wishes,
) -> Outcome<Proposed> {
    let (object, mapping) = match &given.mapping {
        Some(decided) => {
            let mapping = Mapping::read(decided)?;
            (catalog.named(&mapping.object)?, mapping)
        }
        None => {
            let (object, look) = best(records, actor, given.object, &given.file, read)?;
            (object, settle(catalog, &look.mapping, &look.header(), wishes)?)
        }
    };
    Ok(Proposed { object, file: given.file.clone(), mapping, links: Vec::new() })
}

/// The object whose records the rows of a file are: the one that its name names, else the one that knows most of its
/// columns.
pub(super) fn recognise(
    records: &Records,
    actor: &Actor,
    file: &Path,
    read: &ReadAs,
) -> Outcome<&'static Object> {
    best(records, actor, None, file, read).map(|(object, _)| object)
}

fn best(
    records: &Records,
    actor: &Actor,
    said: Option<&'static Object>,
    file: &Path,
    read: &ReadAs,
) -> Outcome<(&'static Object, Look)> {
    let catalog = records.catalog_now(actor)?;
    let objects: Vec<&'static Object> = match said.or_else(|| named(catalog, file)) {
        Some(object) => vec![object],
        None => catalog.objects().filter(|object| !object.internal && !object.system).collect(),
    };
    let mut best: Option<(usize, &'static Object, Look)> = None;
    for object in objects {
        let look = look(records, actor, object, file, read)?;
        let known = look.known();
        if best.as_ref().is_none_or(|(most, ..)| known > *most) {
            best = Some((known, object, look));
        }
    }
    match best {
        Some((1.., object, look)) => Ok((object, look)),
        _ => {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            Err(Fault::at("file", "error-file-object").with("file", name).into())
        }
    }
}

/// The object that a file's name names, in any language; of several the one with the longest name.
fn named(catalog: &Catalog, file: &Path) -> Option<&'static Object> {
    let stem = file.file_stem()?.to_string_lossy().into_owned();
    let words: Vec<String> = stem.split(|c: char| !c.is_alphabetic()).map(key).collect();
    let mut found: Option<(usize, &'static Object)> = None;
    for object in catalog.objects().filter(|object| !object.internal) {
        let own = Language::ALL
            .into_iter()
            .flat_map(|language| [called::object(language, object), called::objects(language, object)]);
        let known = own.chain([object.name, object.plural].map(str::to_owned));
        let known = known.chain(aliases::files(object.name).iter().map(|name| (*name).to_owned()));
        for name in known {
            let name = key(&name);
            if words.contains(&name) && found.is_none_or(|(length, _)| name.len() > length) {
                found = Some((name.len(), object));
            }
        }
    }
    found.map(|(_, object)| object)
}

/// The links of a file to records of files of the run.
fn links(
    catalog: &Catalog,
    one: &Proposed,
    held: &[&'static str],
) -> Outcome<Vec<(usize, &'static str, bool)>> {
    let mut links = Vec::new();
    for (place, column) in one.mapping.columns.iter().enumerate() {
        if let Target::Link(field, to, _) = Target::named(catalog, one.object, &column.field)?
            && held.contains(&to.name)
        {
            links.push((place, to.name, field.required));
        }
    }
    Ok(links)
}

/// The file whose turn it is: one that leads to none that waits, else the one with the fewest links to those; links
/// that must be set weigh most, since they can't come later.
fn next(waiting: &[Proposed]) -> usize {
    let weight = |one: &Proposed| {
        let open = one.links.iter().filter(|(_, to, _)| {
            *to != one.object.name && waiting.iter().any(|other| other.object.name == *to)
        });
        open.map(|(_, _, required)| if *required { 1_000 } else { 1 }).sum::<usize>()
    };
    let light = waiting.iter().enumerate().min_by_key(|(_, one)| weight(one));
    light.map_or(0, |(place, _)| place)
}

/// The mapping without these columns, and the one that sets only them; all at once where no key tells the rows apart.
fn part(one: &Proposed, late: &[usize]) -> (Mapping, Option<Mapping>) {
    let whole = one.mapping.clone();
    let field = |name: &str| whole.columns.iter().position(|column| column.field == name);
    let keys = whole.match_by.iter().map(String::as_str).chain(["foreign_id", "id", one.object.title]);
    let key = keys.filter_map(|name| Some((name.to_owned(), field(name)?))).next();
    let (Some((name, place)), false) = (key, late.is_empty()) else { return (whole, None) };
    let columns = |kept: &dyn Fn(usize) -> bool| {
        let all = whole.columns.iter().enumerate();
        all.filter(|(place, _)| kept(*place)).map(|(_, column)| column.clone()).collect::<Vec<_>>()
    };
    let now = Mapping { columns: columns(&|place| !late.contains(&place)), ..whole.clone() };
    let then = Mapping {
        columns: columns(&|column| column == place || late.contains(&column)),
        mode: Mode::Update,
        match_by: vec![name],
        history: Vec::new(),
        ..whole.clone()
    };
    (now, Some(then))
}

fn leg(one: &Proposed, mapping: Mapping, again: bool) -> Leg {
    let linked = |field: &str| one.links.iter().any(|(place, ..)| one.mapping.columns[*place].field == field);
    let mut alone = mapping.clone();
    alone.columns.retain(|column| !linked(&column.field));
    Leg { object: one.object, file: one.file.clone(), mapping: mapping.json(), again, alone: alone.json() }
}
