//! Records that may be the same thing as one that is being written down, or that stands: found by the fields in which
//! the object says so (`schema::alike`), as far as the actor may see them.
//!
//! Indexes only propose (`proposed.rs`); what they propose is read under the row rules and judged by the fields that
//! the actor may see (`likeness.rs`), so that a record one may not see leaves no trace.

mod doubles;
mod likeness;
mod proposed;

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

use cordee_base::{Id, Outcome};
use cordee_schema::{Cell, Draft, FieldDef, Kind, Object, Pair, Record, Value, fold};
use cordee_store::Expr;

pub use doubles::{Double, Doubles};

use self::likeness::{Likeness, Name};
use crate::read::scan::{HERE, Scan};
use crate::read::{columns, copied_whole, record};
use crate::{FieldRight, Gate, Right, Scope};

/// How many records of an object are told of at the most.
pub const MOST_LIKELY: usize = 8;

/// A record that may be the same thing.
#[derive(Clone, Debug)]
pub struct Likely {
    /// The record, with what tells it from others, as the actor may see it.
    pub record: Record,
    /// Why it may be the same: what tells most first.
    pub reasons: Vec<Resemblance>,
}

/// A field in which two records agree.
#[derive(Clone, Debug)]
pub struct Resemblance {
    /// The field of the record that was asked about.
    pub own: &'static FieldDef,
    /// The field of the other.
    pub other: &'static FieldDef,
    /// What stands there.
    pub text: String,
    /// Whether it is the very same, not only similar.
    pub same: bool,
    /// How much it tells, up to 100.
    pub weight: u32,
}

/// A pair of fields, and what must stand in the other's.
struct Wanted {
    pair: Pair,
    text: String,
    /// The words of a name that need only be similar.
    name: Option<Name>,
}

impl Gate<'_> {
    /// The records that a new one may be already, the likeliest first; `except` is the record itself, if it stands.
    pub fn duplicates(&mut self, draft: &Draft, except: Option<Id>) -> Outcome<Vec<Likely>> {
        let mut likely = Vec::new();
        for (object, pairs) in draft.object.alike_with(&self.declared.catalog) {
            if self.access.scope(object, Right::Read) == Scope::None {
                continue;
            }
            let wanted = self.wanted(object, pairs, draft);
            let mut known: BTreeSet<Id> = except.into_iter().collect();
            for one in wanted.iter().filter(|one| one.name.is_none()) {
                let ids = self.same(object, one)?;
                self.judge(object, &wanted, ids, &mut known, &mut likely)?;
            }
            for one in &wanted {
                let Some(name) = &one.name else { continue };
                self.named_alike(object, one.pair.other, name, |gate, ids| {
                    let before = likely.len();
                    gate.judge(object, &wanted, ids, &mut known, &mut likely)?;
                    Ok(likely.len() > before)
                })?;
            }
        }
        likely.sort_by_key(|one| Reverse((one.weight(), one.record.head.updated_at)));
        let mut told: HashMap<&str, usize> = HashMap::new();
        likely.retain(|one| {
            let so_far = told.entry(one.record.object.name).or_default();
            *so_far += 1;
            *so_far <= MOST_LIKELY
        });
        Ok(likely)
    }

    /// The same for a record that stands.
    pub fn likely(&mut self, record: &Record) -> Outcome<Vec<Likely>> {
        let draft = self.compared_by(record);
        self.duplicates(&draft, Some(record.head.id))
    }

    /// Those of its own object, with which it can be merged.
    pub fn duplicates_of(&mut self, record: &Record) -> Outcome<Vec<Likely>> {
        let mut likely = self.likely(record)?;
        likely.retain(|one| one.record.object == record.object);
        Ok(likely)
    }

    /// Those of them that have the very same in a field, whatever their names: a few indexed questions, so that any page of
    /// a record may ask.
    pub fn same_as(&mut self, record: &Record) -> Outcome<Vec<Likely>> {
        let (object, draft) = (record.object, self.compared_by(record));
        let pairs = object.alike_with(&self.declared.catalog);
        let own = pairs.into_iter().find(|(one, _)| one.name == object.name).map(|(_, pairs)| pairs);
        let mut wanted = self.wanted(object, own.unwrap_or_default(), &draft);
        wanted.retain(|one| one.name.is_none());
        let (mut known, mut likely) = (BTreeSet::from([record.head.id]), Vec::new());
        for one in &wanted {
            let ids = self.same(object, one)?;
            self.judge(object, &wanted, ids, &mut known, &mut likely)?;
        }
        Ok(likely)
    }

    /// What a record says by which others are compared with it.
    fn compared_by(&self, record: &Record) -> Draft {
        let mut draft = Draft::new(record.object);
        for name in record.object.told_alike(&self.declared.catalog) {
            if let Some(value) = record.value(name).filter(|value| !value.is_none()) {
                draft.set(name, value.clone());
            }
        }
        draft
    }

    /// What is looked for among the records of an object: fields of theirs that the actor may see, and what a draft
    /// says of each.
    fn wanted(&self, object: &'static Object, pairs: Vec<Pair>, draft: &Draft) -> Vec<Wanted> {
        let seen = pairs.into_iter().filter(|pair| {
            self.access.field(object, pair.other) != FieldRight::Hidden
                && copied_whole(&self.access, self.catalog(), pair.other)
        });
        let wanted = seen.filter_map(|pair| {
            let text = pair.wanted(draft.value(pair.own.name).and_then(Value::as_text)?)?;
            let name = pair.similar.then(|| Name::of(&text, pair.other.personal));
            Some(Wanted { pair, text, name })
        });
        wanted.collect()
    }

    /// Reads those of these records that the actor may see and nobody has judged yet, and keeps what is alike.
    fn judge(
        &mut self,
        object: &'static Object,
        wanted: &[Wanted],
        ids: Vec<Id>,
        known: &mut BTreeSet<Id>,
        likely: &mut Vec<Likely>,
    ) -> Outcome<()> {
        let new: Vec<Id> = ids.into_iter().filter(|id| known.insert(*id)).collect();
        for record in self.compared(object, &new)? {
            likely.extend(likeness_of(wanted, record));
        }
        Ok(())
    }

    /// These records with the fields that they are compared by, and the facts that tell them apart.
    fn compared(&mut self, object: &'static Object, ids: &[Id]) -> Outcome<Vec<Record>> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let told = |field: &&FieldDef| {
            field.searched
                || field.duplicate_key
                || field.unique
                || field.name == object.title
                || object.facts.contains(&field.name)
        };
        let names: Vec<&'static str> = object.fields.iter().filter(told).map(|field| field.name).collect();
        let mut found = Vec::with_capacity(ids.len());
        for some in ids.chunks(500) {
            let mut scan = Scan::of(self.actor.workspace, &self.access, &self.declared.catalog, object, None);
            let columns = columns(&mut scan, Some(&names), true);
            let these = some.iter().copied().map(Cell::from).collect();
            let these = Expr::In(Box::new(Expr::column(HERE, "id")), these);
            let mut select = scan.select(Right::Read, false).filter(these);
            select.columns.clone_from(&columns.select);
            let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
            found.extend(rows.iter().map(|row| record(&columns, row)));
        }
        Ok(found)
    }
}

/// A record with all that speaks for its being the same, if anything does.
fn likeness_of(wanted: &[Wanted], record: Record) -> Option<Likely> {
    let mut reasons: Vec<Resemblance> = wanted.iter().filter_map(|one| one.agrees(&record)).collect();
    reasons.sort_by_key(|reason| Reverse(reason.weight));
    // Of two ways into the same field the first tells enough.
    let mut told = BTreeSet::new();
    reasons.retain(|reason| told.insert(reason.other.name));
    (!reasons.is_empty()).then_some(Likely { record, reasons })
}

impl Wanted {
    /// How a record agrees with what is wanted, if it does.
    fn agrees(&self, record: &Record) -> Option<Resemblance> {
        let (own, other) = (self.pair.own, self.pair.other);
        let text = record.value(other.name).and_then(Value::as_text)?;
        let (same, weight) = match &self.name {
            Some(name) => match name.likeness(&Name::of(text, other.personal)) {
                Likeness::None => return None,
                Likeness::Similar(share) => (false, share * 60 / 100),
                Likeness::Same if fold(text) == fold(&self.text) => (true, 70),
                Likeness::Same => (false, 65),
            },
            None if is_same(other, text, &self.text) => (true, how_telling(other)),
            None => return None,
        };
        Some(Resemblance { own, other, text: text.to_owned(), same, weight })
    }
}

impl Likely {
    /// How likely it is, compared with others.
    fn weight(&self) -> u32 {
        self.reasons.iter().map(|reason| reason.weight).sum()
    }
}

/// Whether two texts in a field are the same.
fn is_same(field: &FieldDef, one: &str, other: &str) -> bool {
    match field.kind {
        Kind::Phone(_) => number(one) == number(other),
        _ => fold(one) == fold(other),
    }
}

/// A telephone number without its extension.
fn number(text: &str) -> &str {
    text.split(';').next().unwrap_or(text)
}

/// How much it tells that two records have the same in a field: a mailbox is one person's, a switchboard many people's.
fn how_telling(field: &FieldDef) -> u32 {
    match field.kind {
        _ if field.unique => 100,
        Kind::Email(_) => 100,
        Kind::Phone(_) => 80,
        _ => 70,
    }
}
