//! What a list asks for, read from its parameters: all that is wrong is told at once.

use cordee_base::{Fault, Outcome, Problem};
use cordee_kit::as_of;
use cordee_records::{Count, Gate, Query, Sort};
use cordee_schema::{FieldDef, Filter, Object, SYSTEM_FIELDS, nearest};

use super::lines::lines_of;
use super::parameters::Parameters;

/// Which fields an answer holds, and which linked records come with it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shape {
    /// These fields; all that may be seen if none are named.
    pub fields: Option<Vec<&'static str>>,
    /// The links whose records come along.
    pub include: Vec<&'static FieldDef>,
    /// The objects of lines that stand in each record.
    pub lines: Vec<&'static Object>,
}

impl Shape {
    /// The fields that have to be read: those that are shown, and the links to follow.
    pub(crate) fn to_read(&self) -> Option<Vec<&'static str>> {
        let links = self.include.iter().map(|field| field.name);
        self.fields.as_ref().map(|fields| fields.iter().copied().chain(links).collect())
    }
}

/// Collects what is wrong, and goes on.
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<Fault>);

impl Faults {
    /// The value, or what stands for it while the rest is looked at.
    pub(crate) fn keep<T: Default>(&mut self, read: Result<T, Fault>) -> T {
        read.unwrap_or_else(|fault| {
            self.0.push(fault);
            T::default()
        })
    }

    /// Whether all was well.
    pub(crate) fn none(self) -> Outcome<()> {
        if self.0.is_empty() { Ok(()) } else { Err(Problem::Invalid(self.0)) }
    }
}

/// The query of a list.
pub(crate) fn query(gate: &Gate<'_>, object: &'static Object, given: &Parameters) -> Outcome<(Query, Shape)> {
    let mut faults = Faults::default();
    let shape = shape(gate, object, given, &mut faults);
    let query = Query {
        object,
        filter: faults.keep(filter(gate, object, given).map(Some)).unwrap_or_else(Filter::everything),
        sort: faults.keep(sort(gate, object, given)),
        fields: shape.to_read(),
        limit: faults.keep(given.limit(50, Query::MOST)),
        cursor: given.one("cursor").map(str::to_owned),
        count: faults.keep(count(given)),
        as_of: faults.keep(given.one("as_of").map(|text| as_of(text, gate.reading())).transpose()),
        trash: faults.keep(given.yes("trash")),
        export: false,
        only: None,
    };
    faults.none()?;
    Ok((query, shape))
}

/// The fields and linked records that are asked for.
pub(crate) fn shape(
    gate: &Gate<'_>,
    object: &'static Object,
    given: &Parameters,
    faults: &mut Faults,
) -> Shape {
    let mut shape = Shape::default();
    for name in given.list("fields") {
        let field = faults.keep(visible(gate, object, "fields", name).map(Some));
        shape.fields.get_or_insert_default().extend(field.map(|field| field.name));
    }
    for name in given.list("include") {
        // Lines have no past of their own in which they could be shown.
        let lines = lines_of(gate, object).find(|(known, _)| *known == name && given.one("as_of").is_none());
        if let Some((_, lines)) = lines {
            shape.lines.push(lines);
            continue;
        }
        let field = visible(gate, object, "include", name).and_then(|field| {
            let is_link = field.points_to().is_some_and(|to| !to.is_empty());
            if is_link { Ok(Some(field)) } else { Err(no_link(gate, object, name)) }
        });
        shape.include.extend(faults.keep(field));
    }
    shape
}

/// The filter, in either form; everything if there is none.
pub(crate) fn filter(gate: &Gate<'_>, object: &'static Object, given: &Parameters) -> Result<Filter, Fault> {
    let Some(text) = given.one("filter") else { return Ok(Filter::everything()) };
    Filter::read(text, gate.catalog(), object, gate.reading())
}

/// The field called `name`, if the actor may see it.
pub(crate) fn visible(
    gate: &Gate<'_>,
    object: &'static Object,
    at: &str,
    name: &str,
) -> Result<&'static FieldDef, Fault> {
    let mut all = gate.visible(object).chain(SYSTEM_FIELDS);
    all.find(|field| field.name == name).ok_or_else(|| unknown(gate, object, at, name))
}

/// The fault of a name that is no field, with the nearest that is.
pub(crate) fn unknown(gate: &Gate<'_>, object: &'static Object, at: &str, name: &str) -> Fault {
    let near = nearest(name, gate.visible(object).chain(SYSTEM_FIELDS).map(|field| field.name));
    Fault::at(at, "error-unknown-field").with("name", name).with("nearest", near.unwrap_or(""))
}

fn no_link(gate: &Gate<'_>, object: &'static Object, name: &str) -> Fault {
    let links = gate.visible(object).filter(|field| field.points_to().is_some());
    let lines = lines_of(gate, object).map(|(name, _)| name);
    let names: Vec<&str> = links.map(|field| field.name).chain(lines).collect();
    Fault::at("include", "error-choice").with("value", name).with("options", names.join(", "))
}

fn sort(gate: &Gate<'_>, object: &'static Object, given: &Parameters) -> Result<Vec<Sort>, Fault> {
    let one = |text: &str| {
        let (name, descending) = text.strip_prefix('-').map_or((text, false), |name| (name, true));
        let field = gate.visible(object).chain(SYSTEM_FIELDS).find(|field| field.name == name);
        let field = field.ok_or_else(|| {
            let sorted = gate.visible(object).chain(SYSTEM_FIELDS).filter(|field| field.sorted);
            let options: Vec<&str> = sorted.map(|field| field.name).collect();
            Fault::at("sort", "error-sort").with("name", name).with("options", options.join(", "))
        })?;
        Ok(Sort { field: field.name, descending })
    };
    given.list("sort").map(one).collect()
}

fn count(given: &Parameters) -> Result<Count, Fault> {
    match given.one("count") {
        None => Ok(Count::None),
        Some("exact") => Ok(Count::Exact),
        Some(other) => Err(Fault::at("count", "error-choice").with("value", other).with("options", "exact")),
    }
}
