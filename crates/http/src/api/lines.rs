//! The lines of a record inside it: read with `include`, written as a member with all of them.

use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_records::{Gate, LineWish, LinesWish, Rest, Right, Scope};
use cordee_schema::json::{VERSION, write_name, write_record};
use cordee_schema::{Object, Record};
use serde_json::{Map, Value as Json};

use super::draft::draft;

/// How many lines one record may be given at once.
pub(crate) const MOST: usize = 500;

/// The objects whose records are lines of `object`, as far as the caller may know of them, with the name of the member.
pub(crate) fn lines_of(
    gate: &Gate<'_>,
    object: &'static Object,
) -> impl Iterator<Item = (&'static str, &'static Object)> + use<> {
    let known = gate.catalog().lines_of(object);
    let known = known.filter(|lines| gate.access().scope(lines, Right::Read) != Scope::None);
    let named = known.filter_map(|lines| Some((lines.lines?.name, lines)));
    named.collect::<Vec<_>>().into_iter()
}

/// Those of them that a body speaks of.
pub(crate) fn named(
    gate: &Gate<'_>,
    object: &'static Object,
    members: &Map<String, Json>,
) -> Vec<&'static Object> {
    let all = lines_of(gate, object);
    all.filter(|(name, _)| members.contains_key(*name)).map(|(_, lines)| lines).collect()
}

/// The lines of some records, read to be written with them.
pub(crate) struct Included(Vec<(&'static str, &'static str, Vec<Record>)>);

impl Included {
    /// The lines of these records.
    pub(crate) fn of(
        gate: &mut Gate<'_>,
        objects: &[&'static Object],
        records: &[Record],
    ) -> Outcome<Included> {
        let wholes: Vec<Id> = records.iter().map(|record| record.head.id).collect();
        let mut read = Vec::with_capacity(objects.len());
        for object in objects {
            let Some((link, how)) = object.as_lines() else { continue };
            read.push((how.name, link.name, gate.lines(object, &wholes)?));
        }
        Ok(Included(read))
    }

    /// Writes a record with its lines.
    pub(crate) fn write(&self, out: &mut Vec<u8>, record: &Record, fields: Option<&[&'static str]>) {
        write_record(out, record, fields);
        for (name, link, lines) in &self.0 {
            out.pop();
            write_name(out, name);
            out.push(b'[');
            let of = |line: &&Record| {
                line.value(link).and_then(cordee_schema::Value::as_link) == Some(record.head.id)
            };
            for (place, line) in lines.iter().filter(of).enumerate() {
                if place > 0 {
                    out.push(b',');
                }
                write_record(out, line, None);
            }
            out.extend_from_slice(b"]}");
        }
    }
}

/// What a body says of the lines of a record, with what can't be read of it.
pub(crate) fn wishes(
    gate: &mut Gate<'_>,
    object: &'static Object,
    whole: Option<Id>,
    members: &Map<String, Json>,
) -> Outcome<(Vec<LinesWish>, Vec<Fault>)> {
    let (mut wishes, mut faults) = (Vec::new(), Vec::new());
    for (name, lines) in lines_of(gate, object) {
        let Some(given) = members.get(name) else { continue };
        let Json::Array(given) = given else {
            faults.push(Fault::at(name, "error-json").with("detail", "[…]"));
            continue;
        };
        if given.len() > MOST {
            return Err(Problem::TooLarge(Fault::at(name, "error-limit").with("max", MOST)));
        }
        let before = match whole {
            Some(whole) => gate.lines(lines, &[whole])?,
            None => Vec::new(),
        };
        let mut wish = LinesWish { object: lines, lines: Vec::with_capacity(given.len()), rest: Rest::Goes };
        for (place, line) in given.iter().enumerate() {
            let at = format!("{name}[{place}]");
            let here = |fault: Fault| {
                let field =
                    fault.field.as_deref().map_or_else(|| at.clone(), |field| format!("{at}.{field}"));
                Fault { field: Some(field), ..fault }
            };
            match read(gate, lines, whole, &before, line) {
                Ok((line, wrong)) => {
                    faults.extend(wrong.into_iter().map(here));
                    wish.lines.push(LineWish { at, ..line });
                }
                Err(fault) => faults.push(here(fault)),
            }
        }
        wishes.push(wish);
    }
    Ok((wishes, faults))
}

/// One line: one that stands is named by its id, or by the id that it has in another system.
fn read(
    gate: &Gate<'_>,
    lines: &'static Object,
    whole: Option<Id>,
    before: &[Record],
    json: &Json,
) -> Result<(LineWish, Vec<Fault>), Fault> {
    let members = json.as_object().ok_or_else(|| Fault::whole("error-json").with("detail", "{…}"))?;
    let mut members = members.clone();
    let id = match members.get("id") {
        None | Some(Json::Null) => None,
        Some(given) => {
            let wrong = || Fault::at("id", "error-id").with("value", given);
            Some(given.as_str().and_then(|text| text.parse::<Id>().ok()).ok_or_else(wrong)?)
        }
    };
    let id = id.or_else(|| {
        let found = before.iter().find(|line| is_foreign(line, &members));
        found.map(|line| line.head.id)
    });
    let stands = before.iter().find(|line| Some(line.head.id) == id);
    members.remove("id");
    let version = match members.remove(VERSION) {
        None | Some(Json::Null) => None,
        Some(given) => Some(given.as_i64().ok_or_else(|| Fault::at(VERSION, "error-version"))?),
    };
    if let (Some((link, _)), None, Some(whole)) = (lines.as_lines(), stands, whole)
        && members.get(link.name).and_then(Json::as_str) == Some(whole.to_string().as_str())
    {
        members.remove(link.name);
    }
    let (draft, faults) = draft(gate, lines, &members, stands);
    Ok((LineWish { at: String::new(), id, version, draft, gone: false }, faults))
}

/// Whether a line is the one that a body names by its id in another system.
fn is_foreign(line: &Record, members: &Map<String, Json>) -> bool {
    let own = |name: &str| {
        let field = cordee_schema::SYSTEM_FIELDS.iter().find(|field| field.name == name);
        field.and_then(|field| line.any_value(field).as_text().map(str::to_owned))
    };
    let same = |name: &str| {
        let given = members.get(name).and_then(Json::as_str);
        given.is_some() && own(name).as_deref() == given
    };
    same("source_system") && same("foreign_id")
}

/// Writes the lines of a record after the record itself was; what is wrong with either is told together.
pub(crate) fn set<T>(gate: &mut Gate<'_>, whole: Id, wishes: Vec<LinesWish>, done: Outcome<T>) -> Outcome<T> {
    let mut faults = match &done {
        Err(Problem::Invalid(faults)) => faults.clone(),
        Err(_) => return done,
        Ok(_) => Vec::new(),
    };
    for wish in wishes {
        match gate.set_lines(whole, wish) {
            Ok(()) => {}
            Err(Problem::Invalid(more)) => faults.extend(more),
            Err(problem) => return Err(problem),
        }
    }
    if faults.is_empty() { done } else { Err(Problem::Invalid(faults)) }
}
