//! The next step of a deal: planned, and done only by saying what comes after it (always be closing).

use cordee_base::{Date, Outcome};
use cordee_catalog::activity::{self, ACTIVITY};
use cordee_catalog::opportunity::{ACCOUNT, CONTACT, NEXT_STEP, NEXT_STEP_DATE, OPPORTUNITY, OWNER, STATE};
use cordee_kit::{Action, Done, Input, On};
use cordee_records::{Gate, Right, Scope};
use cordee_rules::pipeline::State;
use cordee_schema::{Draft, Field, Record};

use super::task;

/// What comes next must be said, and when.
const NEXT: Field<String> = NEXT_STEP.required();
const ON: Field<Date> = NEXT_STEP_DATE.required();

/// Marks the next step of an open deal as done, and plans the one after it.
pub static STEP_DONE: Action = Action {
    name: "step_done",
    on: On::Object(OPPORTUNITY.name),
    input: &[NEXT.def, ON.def],
    right: Right::Edit,
    when: Some(|_, deal| Ok(is_open(deal) && deal.get(NEXT_STEP).is_some())),
    run: step_done,
};

/// Plans the next step of an open deal.
pub static PLAN_STEP: Action = Action {
    name: "plan_step",
    on: On::Object(OPPORTUNITY.name),
    input: &[NEXT.def, ON.def],
    right: Right::Edit,
    when: Some(|_, deal| Ok(is_open(deal))),
    run: |gate, deal, input| plan(gate, deal, input),
};

fn is_open(deal: &Record) -> bool {
    deal.get(STATE).as_deref() == Some(State::Open.key())
}

/// What was done stands in the timeline of the deal, and so it counts as work on it: the task that stood for it is done,
/// and where there was none, one is written down.
fn step_done(gate: &mut Gate<'_>, deal: &Record, input: &Input) -> Outcome<Done> {
    let known = task::of(gate, deal)?;
    if let Some(open) = known.iter().find(|task| task.get(activity::DONE) == Some(false)) {
        task::change(gate, open, Draft::new(&ACTIVITY).with(activity::DONE, true))?;
    } else if known.is_empty() {
        write_down(gate, deal)?;
    }
    plan(gate, deal, input)
}

fn write_down(gate: &mut Gate<'_>, deal: &Record) -> Outcome<()> {
    if gate.access().scope(&ACTIVITY, Right::Create) == Scope::None {
        return Ok(());
    }
    let step = deal.get(NEXT_STEP).unwrap_or_default();
    let mut draft = Draft::new(&ACTIVITY)
        .with(activity::SUBJECT, step)
        .with(activity::KIND, "task".to_owned())
        .with(activity::OPPORTUNITY, deal.head.id)
        .with(activity::DONE, true);
    let about = [(activity::ACCOUNT, ACCOUNT), (activity::CONTACT, CONTACT), (activity::OWNER, OWNER)];
    for (field, its) in about {
        if let Some(id) = deal.get(its) {
            draft = draft.with(field, id);
        }
    }
    if let Some(day) = deal.get(NEXT_STEP_DATE) {
        draft = draft.with(activity::DUE_DATE, day);
    }
    gate.create(draft).map(|_| ())
}

fn plan(gate: &mut Gate<'_>, deal: &Record, input: &Input) -> Outcome<Done> {
    let mut draft = Draft::new(&OPPORTUNITY);
    if let Some(step) = input.get(NEXT) {
        draft = draft.with(NEXT_STEP, step);
    }
    if let Some(day) = input.get(ON) {
        draft = draft.with(NEXT_STEP_DATE, day);
    }
    gate.update(deal.head.id, Some(deal.head.version), draft)?;
    Ok(Done { object: OPPORTUNITY.name, id: deal.head.id })
}
