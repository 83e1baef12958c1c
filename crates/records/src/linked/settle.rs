//! Links to many before they are written. Whoever does not see all that a record links to writes what they see: the rest
//! stays, and where it stood.

use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_schema::kinds::links::{MOST, links_of};
use cordee_schema::{Draft, Record, Value};

use super::many;
use crate::{FieldRight, Gate};

impl Gate<'_> {
    /// Puts what the actor does not see back among the links of a draft; refuses links to what is not there to be seen.
    pub(crate) fn settle_links(&mut self, draft: &mut Draft, before: Option<&Record>) -> Outcome<()> {
        let (object, mut faults) = (draft.object, Vec::new());
        for field in many(object) {
            let given = match draft.value(field.name) {
                Some(value @ (Value::Links(_) | Value::None)) => links_of(value.as_links().iter().copied()),
                _ => continue,
            };
            if self.access.field(object, field) == FieldRight::Hidden {
                continue;
            }
            let held = before.and_then(|record| record.value(field.name)).map_or(&[][..], Value::as_links);
            let seen = match self.access.is_engine() {
                true => held.to_vec(),
                false => self.seen_of(field.many_to(), held.to_vec())?.into_keys().collect(),
            };
            let new: Vec<Id> = given.as_links().iter().filter(|id| !seen.contains(id)).copied().collect();
            let to = field.many_to().and_then(|to| self.declared.catalog.object(to));
            let reached = match to {
                Some(to) if !new.is_empty() => self.reached(to, &new)?,
                _ => Vec::new(),
            };
            // What stands there unseen is told as what is not there at all.
            let missing = new.iter().find(|id| !reached.contains(id) || held.contains(id));
            if let Some(id) = missing {
                let fault = Fault::at(field.name, "error-link-missing").with("value", id);
                faults.push(fault.with("object", field.many_to().unwrap_or_default()));
                continue;
            }
            let here = before.map(|record| record.head.id).filter(|_| field.many_to() == Some(object.name));
            if here.is_some_and(|here| new.contains(&here)) {
                faults.push(Fault::at(field.name, "error-loop"));
                continue;
            }
            let all = with_unseen(given.as_links(), held, &seen);
            if all.len() > MOST {
                faults.push(Fault::at(field.name, "error-links-many").with("limit", MOST));
            }
            draft.set(field.name, links_of(all));
        }
        if faults.is_empty() { Ok(()) } else { Err(Problem::Invalid(faults)) }
    }
}

/// The links that are given, with those that are held but not seen: each after the one that it stood after, or first.
fn with_unseen(given: &[Id], held: &[Id], seen: &[Id]) -> Vec<Id> {
    let mut all = given.to_vec();
    for (place, id) in held.iter().enumerate().filter(|(_, id)| !seen.contains(id)) {
        let before = held[..place].iter().rev().find_map(|other| all.iter().position(|known| known == other));
        all.insert(before.map_or(0, |at| at + 1), *id);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_seen_stays_where_it_stood() {
        let ids = |numbers: &[i64]| numbers.iter().copied().map(Id::from_i64).collect::<Vec<_>>();
        type Case = [&'static [i64]; 4];
        // What is given, held, seen; what is written.
        let table: [Case; 6] = [
            [&[1, 3], &[1, 2, 3], &[1, 3], &[1, 2, 3]],
            [&[3, 1], &[1, 2, 3], &[1, 3], &[3, 1, 2]],
            [&[], &[1, 2, 3], &[1, 3], &[2]],
            [&[4], &[2, 5, 1], &[1], &[2, 5, 4]],
            [&[1, 4], &[1], &[1], &[1, 4]],
            [&[4, 1], &[1, 2, 3], &[1], &[4, 1, 2, 3]],
        ];
        for [given, held, seen, written] in table {
            assert_eq!(with_unseen(&ids(given), &ids(held), &ids(seen)), ids(written), "{given:?} {held:?}");
        }
    }
}
