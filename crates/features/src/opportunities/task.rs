//! The task that stands for the next step of a deal: the activity about the deal that says the same for the same day.
//! Both are one thing to do, told in one line; when the day of one moves, so does the other's.

use cordee_base::{Id, Outcome, Problem};
use cordee_catalog::activity::{self, ACTIVITY, DUE_DATE};
use cordee_catalog::opportunity::{NEXT_STEP, NEXT_STEP_DATE};
use cordee_kit::same_words;
use cordee_records::{Change, Gate, Query, Right, Scope};
use cordee_schema::{Draft, Filter, Path, Record, Value};

/// How many activities of that day a deal may have, that one is looked for among them.
const MOST: u32 = 50;

/// The tasks that stand for the next step of a deal, done or open, as far as the actor sees them; mostly one.
pub(super) fn of(gate: &mut Gate<'_>, deal: &Record) -> Outcome<Vec<Record>> {
    let (Some(step), Some(day)) = (deal.get(NEXT_STEP), deal.get(NEXT_STEP_DATE)) else {
        return Ok(Vec::new());
    };
    if gate.access().scope(&ACTIVITY, Right::Read) == Scope::None {
        return Ok(Vec::new());
    }
    let of_day =
        [(activity::OPPORTUNITY.name(), Value::Link(deal.head.id)), (DUE_DATE.name(), Value::Date(day))];
    let mut query = Query::of(&ACTIVITY).limit(MOST);
    for (name, value) in of_day {
        let Some(field) = ACTIVITY.field(name) else { return Ok(Vec::new()) };
        query = query.filter(Filter::is(Path::field(&ACTIVITY, field), value));
    }
    let mut tasks = gate.list(&query)?.records;
    tasks.retain(|task| same_words(&task.get(activity::SUBJECT).unwrap_or_default(), &step));
    Ok(tasks)
}

/// Changes such a task, if the actor may.
pub(super) fn change(gate: &mut Gate<'_>, task: &Record, draft: Draft) -> Outcome<()> {
    match gate.update(task.head.id, Some(task.head.version), draft) {
        Err(Problem::NotAllowed | Problem::NotFound) => Ok(()),
        changed => changed.map(|_| ()),
    }
}

/// Follows deals that were changed: where only the day of the next step moved, the open task that stood for it moves
/// along.
pub(super) fn follow(gate: &mut Gate<'_>, written: &[(Id, Change<'_>)]) -> Outcome<()> {
    for (_, change) in written {
        let Some(before) = change.before.filter(|_| change.changes(&NEXT_STEP_DATE.def)) else { continue };
        let Some(day) = change.after(NEXT_STEP_DATE) else { continue };
        if change.changes(&NEXT_STEP.def) {
            continue;
        }
        for task in of(gate, before)? {
            if task.get(activity::DONE) == Some(false) {
                self::change(gate, &task, Draft::new(&ACTIVITY).with(DUE_DATE, day))?;
            }
        }
    }
    Ok(())
}
