//! A note taken in a meeting about a deal, which becomes somebody's task.

use cordee_base::{Date, Id, Outcome};
use cordee_catalog::activity::{self, ACTIVITY};
use cordee_catalog::opportunity::{ACCOUNT, CONTACT, OPPORTUNITY, OWNER};
use cordee_kit::{Action, Aid, Begun, Done, Input, On};
use cordee_records::{Gate, Right, Scope};
use cordee_rules::workdays;
use cordee_schema::{Draft, Field, Record, Value};

/// What is to be done, who does it, and by when.
const WHAT: Field<String> = activity::SUBJECT;
const WHO: Field<Id> = activity::OWNER;
const WHEN: Field<Date> = activity::DUE_DATE;

/// Notes what somebody is to do about a deal. Who may see the deal may note it; the task is written with their own rights.
pub static NOTE_TASK: Action = Action {
    name: "note_task",
    on: On::Object(OPPORTUNITY.name),
    input: &[WHAT.def, WHO.def, WHEN.def],
    right: Right::Read,
    when: Some(|gate, _| Ok(gate.access().scope(&ACTIVITY, Right::Create) != Scope::None)),
    run,
};

/// A task noted begins with the owner of the deal and the next working day.
pub static AID: Aid = Aid { object: OPPORTUNITY.name, action: NOTE_TASK.name, begins, back: None };

fn begins(gate: &mut Gate<'_>, deal: &Record) -> Outcome<Vec<Begun>> {
    let begun = |field: &'static str, value| Begun { field, value, new: None, likely: Vec::new() };
    let next = workdays::next(gate.today());
    Ok(vec![
        begun(WHO.name(), who(gate, deal).map_or(Value::None, Value::Link)),
        begun(WHEN.name(), Value::Date(next)),
    ])
}

/// The owner of the deal, else who notes it.
fn who(gate: &Gate<'_>, deal: &Record) -> Option<Id> {
    deal.get(OWNER).or(gate.access().user)
}

fn run(gate: &mut Gate<'_>, deal: &Record, input: &Input) -> Outcome<Done> {
    let when = input.get(WHEN).unwrap_or_else(|| workdays::next(gate.today()));
    let mut draft = Draft::new(&ACTIVITY)
        .with(activity::KIND, "task".to_owned())
        .with(activity::OPPORTUNITY, deal.head.id)
        .with(activity::DUE_DATE, when);
    if let Some(what) = input.get(WHAT) {
        draft = draft.with(activity::SUBJECT, what);
    }
    if let Some(who) = input.get(WHO).or_else(|| who(gate, deal)) {
        draft = draft.with(activity::OWNER, who);
    }
    for (field, its) in [(activity::ACCOUNT, ACCOUNT), (activity::CONTACT, CONTACT)] {
        if let Some(id) = deal.get(its) {
            draft = draft.with(field, id);
        }
    }
    Ok(Done { object: ACTIVITY.name, id: gate.create(draft)? })
}
