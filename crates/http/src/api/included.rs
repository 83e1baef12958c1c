//! The records that links lead to, once each, beside the records that were asked for.

use std::collections::BTreeMap;

use cordee_base::{Id, Outcome};
use cordee_records::{Gate, Query};
use cordee_schema::{Condition, FieldDef, Filter, Object, Operand, Operator, Path, Record, Value, system};

use cordee_schema::json::{write_name, write_record, write_text};

/// The member with the records that links lead to; like the titles it is for reading.
pub(crate) const INCLUDED: &str = "included";

/// Writes `,"included": {"accounts": [{…}], …}` with what lists of these objects show; nothing without links.
pub(crate) fn write_included(
    gate: &mut Gate<'_>,
    out: &mut Vec<u8>,
    records: &[Record],
    links: &[&'static FieldDef],
) -> Outcome<()> {
    if links.is_empty() {
        return Ok(());
    }
    write_name(out, INCLUDED);
    out.push(b'{');
    let mut first = true;
    for (name, ids) in wanted(records, links) {
        let Ok(object) = gate.object(name) else { continue };
        if !std::mem::take(&mut first) {
            out.push(b',');
        }
        write_text(out, object.plural);
        out.extend_from_slice(b":[");
        for (place, record) in found(gate, object, &ids)?.iter().enumerate() {
            if place > 0 {
                out.push(b',');
            }
            write_record(out, record, Some(&basics(object)));
        }
        out.push(b']');
    }
    out.push(b'}');
    Ok(())
}

/// The ids that the links lead to, by object.
fn wanted(records: &[Record], links: &[&'static FieldDef]) -> BTreeMap<&'static str, Vec<Id>> {
    let mut wanted: BTreeMap<&'static str, Vec<Id>> = BTreeMap::new();
    for link in links {
        let Some(to) = link.points_to() else { continue };
        let ids = wanted.entry(to).or_default();
        records.iter().for_each(|record| ids.extend(record.any_value(link).as_links()));
    }
    for ids in wanted.values_mut() {
        ids.sort();
        ids.dedup();
    }
    wanted
}

/// Those of them that the actor may see.
fn found(gate: &mut Gate<'_>, object: &'static Object, ids: &[Id]) -> Outcome<Vec<Record>> {
    let mut found = Vec::with_capacity(ids.len());
    for some in ids.chunks(Query::MOST as usize) {
        let condition = Condition {
            path: Path::field(object, &system::ID_FIELD),
            operator: Operator::Is,
            operand: Operand::Values(some.iter().copied().map(Value::Link).collect()),
        };
        let mut query = Query::of(object).filter(Filter::Where(condition)).limit(Query::MOST);
        query.fields = Some(basics(object));
        found.extend(gate.list(&query)?.records);
    }
    Ok(found)
}

/// The title and what a list shows.
fn basics(object: &'static Object) -> Vec<&'static str> {
    let mut names = vec![object.title];
    names.extend(object.list.iter().filter(|name| **name != object.title));
    names
}
