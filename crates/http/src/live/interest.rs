//! What the page at the other end shows: a record, or records of an object.

use cordee_base::{Id, Outcome, Problem};
use cordee_records::{Gate, Happened, Told, links_to};
use cordee_schema::Object;
use serde_json::{Value as Json, json};

/// Of more than this it is said only that it was much.
const MANY: usize = 40;
/// Of how many objects a page may show records.
const MOST: usize = 8;

/// What somebody looks at.
#[derive(Clone, Debug)]
pub(super) enum Interest {
    /// One record, with what is linked with it.
    Record(&'static Object, Id),
    /// Records of these objects.
    Objects(Vec<&'static Object>),
    /// Nothing that changes; only the bell.
    Nothing,
}

impl Interest {
    /// Reads `OBJECTS`, several of them with commas, `OBJECTS/ID`, or nothing. What the actor may not see is not found.
    pub(super) fn read(gate: &mut Gate<'_>, text: &str) -> Outcome<Interest> {
        if text.is_empty() {
            return Ok(Interest::Nothing);
        }
        let Some((plural, id)) = text.split_once('/') else {
            let all = text.split(',').take(MOST).map(|plural| known(gate, plural));
            return Ok(Interest::Objects(all.collect::<Outcome<_>>()?));
        };
        let object = known(gate, plural)?;
        let id: Id = id.parse().map_err(|_| Problem::NotFound)?;
        gate.get(object, id)?;
        Ok(Interest::Record(object, id))
    }

    /// Whether something may have to do with it; who asks the database asks only then.
    pub(super) fn might(&self, what: &Happened) -> bool {
        match self {
            Interest::Record(object, id) => what.record == *id || links_to(what.object, object),
            Interest::Objects(objects) => objects.iter().any(|object| what.object.name == object.name),
            Interest::Nothing => false,
        }
    }

    /// What is told of this to whoever's gate it is; nothing, if none of it is for them.
    pub(super) fn tell(&self, gate: &mut Gate<'_>, happened: &[Happened]) -> Outcome<Option<Json>> {
        let mut told = gate.may_be_told(happened)?;
        if let Interest::Record(object, id) = *self {
            if !gate.has_to_do_with(object, id, &told)? {
                return Ok(None);
            }
            // What else happened is found out by looking at the record again.
            told.retain(|one| one.what.record == id);
            return Ok(Some(json!({"changes": changes(&told), "many": false})));
        }
        Ok(match told.len() {
            0 => None,
            count if count > MANY => Some(json!({"changes": [], "many": true})),
            _ => Some(json!({"changes": changes(&told), "many": false})),
        })
    }
}

fn known(gate: &Gate<'_>, plural: &str) -> Outcome<&'static Object> {
    let object = gate.catalog().plural(plural).filter(|object| !object.internal);
    gate.object(object.ok_or(Problem::NotFound)?.name)
}

fn changes(told: &[Told]) -> Vec<Json> {
    let one = |told: &Told| {
        let what = &told.what;
        let (objects, id) = (what.object.plural, what.record.to_string());
        json!({"objects": objects, "id": id, "verb": what.verb.name(), "gone": told.gone})
    };
    told.iter().map(one).collect()
}
