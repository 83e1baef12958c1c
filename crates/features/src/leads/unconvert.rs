//! Taking a conversion back, as the journal tells it: what it made and nobody has touched since goes to the trash, what it
//! changed is as before.

use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_catalog::lead::{self, LEAD};
use cordee_kit::{Action, Done, Input, On};
use cordee_records::{ChangedField, Entry, Gate, Right};
use cordee_schema::{Draft, Object, Record, Value};

/// How many entries before and after that of the lead are looked at: one for each activity that went along.
const AROUND: i64 = 2_000;
/// How many changes of the lead since then are looked through.
const SINCE: u32 = 200;

/// Makes a converted lead a lead again.
pub static UNCONVERT: Action = Action {
    name: "unconvert",
    on: On::Object(LEAD.name),
    input: &[],
    right: Right::Edit,
    when: Some(|_, lead| Ok(lead.get(lead::CONVERTED_AT).is_some())),
    run,
};

fn run(gate: &mut Gate<'_>, lead: &Record, _: &Input) -> Outcome<Done> {
    let id = lead.head.id;
    let history = gate.history(&LEAD, id, None, SINCE)?;
    let marked = |entry: &&Entry| change(entry, lead::CONVERTED_AT.name()).is_some();
    let of = history.iter().find(marked).ok_or_else(|| Fault::whole("error-undo"))?;
    let act = gate.same_act(of, AROUND)?;
    let written: Vec<i64> = act.iter().map(|(.., entry)| entry.seq).collect();
    for (object, its, entry) in act {
        match entry.verb.as_str() {
            _ if (object.name, its) == (LEAD.name, id) => {}
            "create" => put_away(gate, object, its, &written)?,
            _ => put_back(gate, object, its, &entry)?,
        }
    }
    let mut draft = Draft::new(&LEAD);
    for name in
        [lead::CONVERTED_AT.name(), lead::ACCOUNT.name(), lead::CONTACT.name(), lead::OPPORTUNITY.name()]
    {
        draft.set(name, Value::None);
    }
    // Where somebody has said since how far it is, that stands.
    let converted = lead.get(lead::STATUS).as_deref() == Some("converted");
    if let Some(status) = change(of, lead::STATUS.name()).filter(|_| converted) {
        draft.set(status.field, status.old.clone());
    }
    let version = lead.head.version;
    gate.as_engine("a lead is a lead again", |gate| gate.update(id, Some(version), draft.clone()))?;
    Ok(Done { object: LEAD.name, id })
}

fn change<'e>(entry: &'e Entry, field: &str) -> Option<&'e ChangedField> {
    entry.changes.iter().find(|change| change.field == field)
}

/// What was made goes to the trash, unless somebody has changed it since or it is not there for the actor to change.
fn put_away(gate: &mut Gate<'_>, object: &'static Object, id: Id, written: &[i64]) -> Outcome<()> {
    if !gate.may(Right::Edit, object, id)? {
        return Ok(());
    }
    let last = gate.history(object, id, None, 1)?.into_iter().next();
    if last.is_none_or(|last| !written.contains(&last.seq)) {
        return Ok(());
    }
    match gate.as_engine("what a conversion made", |gate| gate.trash(object, id, None)) {
        // What others hang on stays.
        Err(Problem::Conflict(_)) => Ok(()),
        done => done,
    }
}

/// What was changed is as before, where it still is as it was made.
fn put_back(gate: &mut Gate<'_>, object: &'static Object, id: Id, entry: &Entry) -> Outcome<()> {
    gate.as_engine("what went along with a conversion", |gate| {
        let Ok(record) = gate.get(object, id) else { return Ok(()) };
        let mut draft = Draft::new(object);
        for change in entry.changes.iter().filter(|change| record.value(change.field) == Some(&change.new)) {
            draft.set(change.field, change.old.clone());
        }
        if draft.values().is_empty() { Ok(()) } else { gate.update(id, None, draft).map(drop) }
    })
}
