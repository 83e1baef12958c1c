//! Formulas that a workspace has declared: each after those that it reads, and who must be reckoned anew after whom.

use std::collections::{HashMap, HashSet};

use cordee_base::Id;
use cordee_schema::formula::Known;
use cordee_schema::{Catalog, Field, FieldDef, Formula, Object, Record, Rights};

use super::declare::{called, counts, decimals, field, lasting, rolled, sortable};
use super::load::Rows;
use crate::system::custom_field;

/// The formulas of a catalog, in the order in which they are reckoned.
#[derive(Default)]
pub(crate) struct Formulas {
    own: HashMap<&'static str, Vec<usize>>,
    /// The roll-ups that formulas of their own object read: objects and names.
    rolled: HashSet<(&'static str, &'static str)>,
    below: HashMap<&'static str, Vec<Below>>,
}

/// Records whose formulas read fields of the record that they link to.
#[derive(Clone, Copy)]
pub(crate) struct Below {
    pub object: &'static Object,
    pub link: &'static str,
    /// The field that is read.
    pub reads: &'static str,
}

impl Formulas {
    pub(super) fn of(catalog: &Catalog) -> Formulas {
        let mut formulas = Formulas::default();
        for object in catalog.objects() {
            let all = object.fields.iter().enumerate();
            let mut own: Vec<(usize, &Formula)> =
                all.filter_map(|(place, field)| Some((place, field.formula?))).collect();
            if own.is_empty() {
                continue;
            }
            // What reads a formula depends on all that this depends on, and on it.
            own.sort_by_key(|(_, formula)| formula.from.len());
            for read in own.iter().flat_map(|(_, formula)| &formula.reads) {
                let Some(link) = read.link else {
                    let rolled = read.field.rolled_up.map(|_| (object.name, read.field.name));
                    formulas.rolled.extend(rolled);
                    continue;
                };
                let below = formulas.below.entry(read.object).or_default();
                let known = |other: &Below| {
                    (other.object.name, other.link, other.reads) == (object.name, link, read.field.name)
                };
                if !below.iter().any(known) {
                    below.push(Below { object, link, reads: read.field.name });
                }
            }
            formulas.own.insert(object.name, own.into_iter().map(|(place, _)| place).collect());
        }
        formulas
    }

    /// The places of the formulas of an object, each behind those that it reads.
    pub(crate) fn own(&self, object: &Object) -> &[usize] {
        self.own.get(object.name).map_or(&[], Vec::as_slice)
    }

    /// Who reads fields of this object through a link.
    pub(crate) fn below(&self, object: &Object) -> &[Below] {
        self.below.get(object.name).map_or(&[], Vec::as_slice)
    }

    /// Whether formulas of this object read this roll-up of it.
    pub(crate) fn read_rolled(&self, object: &Object, rolled: &FieldDef) -> bool {
        self.rolled.contains(&(object.name, rolled.name))
    }

    /// Whether formulas of this object read through this link.
    pub(crate) fn read_through(&self, object: &Object, link: &str) -> bool {
        self.below.values().flatten().any(|below| below.object == object && below.link == link)
    }
}

/// The fields that formulas fill, by the id of the row that declares them. One that reads what is out of use is none.
/// Each is made after what it reads: roll-ups read formulas, and formulas roll-ups.
pub(super) fn formulas(
    objects: &[&'static Object],
    rows: &Rows,
    base: &Catalog,
    names: &[&str],
) -> HashMap<Id, FieldDef> {
    let is = |row: &Record, kind: &str| row.get(custom_field::KIND).as_deref() == Some(kind);
    let is_formula = |row: &&Record| is(row, "formula");
    let is_reckoned = |row: &&Record| is(row, "formula") || is(row, "roll_up");
    let mut made = HashMap::new();
    if !rows.fields.iter().any(|row| is_formula(&row)) {
        return made;
    }
    let (mut known, mut waiting) = (Known::default(), Vec::new());
    for object in objects {
        let of = |row: &&Record| row.get(custom_field::OBJECT).as_deref() == Some(object.name);
        let (reckoned, others): (Vec<&Record>, Vec<&Record>) =
            rows.fields.iter().filter(of).filter(|row| counts(rows, row)).partition(is_reckoned);
        let others = others.into_iter().filter_map(|row| field(row, names));
        let others = others.filter(|field| object.field(field.name).is_none());
        known.add(object, object.fields.iter().copied().chain(others).collect());
        waiting.extend(reckoned.into_iter().map(|row| (*object, row)));
    }
    loop {
        let before = waiting.len();
        waiting.retain(|(object, row)| {
            let field = match is(row, "roll_up") {
                true => {
                    rolled(row, rows, base, names, &made).filter(|field| object.field(field.name).is_none())
                }
                false => reckoned(row, &known, object),
            };
            let Some(field) = field else { return true };
            known.add_field(object.name, field);
            if field.formula.is_some() {
                made.insert(row.head.id, field);
            }
            false
        });
        if waiting.len() == before {
            return made;
        }
    }
}

/// The field of a formula as its row declares it.
fn reckoned(row: &Record, known: &Known, object: &'static Object) -> Option<FieldDef> {
    let name = lasting(row.get(custom_field::NAME)?);
    if object.field(name).is_some() {
        return None;
    }
    let formula = Formula::read(&row.get(custom_field::FORMULA)?, known, object.name).ok()?;
    // Its column holds what it gave at first.
    if row.get(custom_field::RESULT)? != formula.result.name() {
        return None;
    }
    let kind = formula.kind(decimals(row));
    let mut def = Field::<String>::new(name, kind).def;
    def.rights = Rights::Engine;
    def.no_import = true;
    def.sorted = row.get(custom_field::SORTED) == Some(true) && sortable(kind);
    def.personal = row.get(custom_field::PERSONAL) == Some(true);
    def.formula = Some(Box::leak(Box::new(formula)));
    def.called = Some(called(&row.get(custom_field::LABEL)?, row.get(custom_field::TRANSLATIONS)));
    Some(def)
}
