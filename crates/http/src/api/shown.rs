//! What the API answers after a change.

use cordee_base::{Id, Outcome, Problem};
use cordee_records::Gate;
use cordee_schema::Object;

use super::lines::Included;

/// A record as it stands after a change. Whoever gave it away may not see it any more, and is told its id only.
/// With it come its lines of these objects.
pub(crate) fn after(
    gate: &mut Gate<'_>,
    object: &'static Object,
    id: Id,
    lines: &[&'static Object],
) -> Outcome<(Vec<u8>, Option<i64>)> {
    let mut out = Vec::with_capacity(1024);
    match gate.get(object, id) {
        Ok(record) => {
            Included::of(gate, lines, std::slice::from_ref(&record))?.write(&mut out, &record, None);
            Ok((out, Some(record.head.version)))
        }
        Err(Problem::NotFound) => {
            out.extend_from_slice(format!("{{\"id\":\"{id}\"}}").as_bytes());
            Ok((out, None))
        }
        Err(problem) => Err(problem),
    }
}
