//! Every morning, where each of them is: who owns open deals whose next steps are due or overdue is reminded of them, once
//! for all of them.

use std::collections::BTreeSet;

use cordee_base::{Date, Id, Outcome};
use cordee_catalog::deals;
use cordee_catalog::opportunity::{NEXT_STEP_DATE, OPPORTUNITY, OWNER};
use cordee_kit::{Ended, HOUSE, Job, Opens, Reminder, Work};
use cordee_records::{Actor, By, Gate, Grouping, Measure, Query, Reckon, Reminding};
use cordee_rules::pipeline::State;
use cordee_schema::{Filter, Operator, Value};

/// The kind of these reminders.
const KIND: &str = "due";

/// Next steps that are due.
pub static NEXT_STEPS: Reminder = Reminder {
    kind: KIND,
    opens: Opens::Records(OPPORTUNITY.name, "owner = me and state = open and next_step_date <= today"),
};

/// Looks whose next steps are due.
pub static REMIND_OF_STEPS: Job = Job {
    name: "remind_of_steps",
    queue: &HOUSE,
    every: Some(15 * 60),
    waits: &[60, 300],
    lease: 300,
    lane_waits: None,
    run,
};

fn run(work: &Work<'_>) -> Outcome<Ended> {
    let actor = Actor::system(work.job.workspace, "remind people of their next steps");
    let due = work.records.read_now(&actor, found)?;
    let told = match due.is_empty() {
        true => 0,
        false => work.records.write_now(&actor, move |gate| gate.remind(due.clone()))?,
    };
    Ok(Ended::Done(format!("{told} reminders")))
}

/// Those who are to be reminded now.
fn found(gate: &mut Gate<'_>) -> Outcome<Vec<Reminding>> {
    let mut due = Vec::new();
    for person in owners(gate)? {
        due.extend(gate.as_person(person, |gate| waiting(gate, person))?.flatten());
    }
    gate.untold(due)
}

/// Whose next steps are due somewhere on earth.
fn owners(gate: &mut Gate<'_>) -> Outcome<BTreeSet<Id>> {
    let latest = gate.today().tomorrow().unwrap_or(gate.today());
    let rows = gate.group(&Grouping {
        object: &OPPORTUNITY,
        by: vec![By { path: deals::of(OWNER), period: None }],
        measures: vec![Measure::of(Reckon::Count)],
        filter: due_by(latest),
        as_of: None,
    })?;
    Ok(rows.iter().filter_map(|row| row.keys.first()?.value.as_link()).collect())
}

/// What waits for a person today, where they are and as far as they see it, if it is time to say so.
fn waiting(gate: &mut Gate<'_>, person: Id) -> Outcome<Option<Reminding>> {
    if !gate.is_time_to_remind() || gate.object(OPPORTUNITY.name).is_err() {
        return Ok(None);
    }
    let today = gate.today();
    let theirs = due_by(today).and(deals::owned_by([person]));
    let (_, counted) = gate.group_and_total(&Grouping {
        object: &OPPORTUNITY,
        by: Vec::new(),
        measures: vec![Measure::of(Reckon::Count)],
        filter: theirs.clone(),
        as_of: None,
    })?;
    let count = counted.first().copied().flatten().and_then(|count| u64::try_from(count).ok());
    let count = count.unwrap_or_default();
    let about = match count {
        0 => return Ok(None),
        1 => gate
            .list(&Query::of(&OPPORTUNITY).filter(theirs).limit(1))?
            .records
            .first()
            .map(|deal| deal.head.id),
        _ => None,
    };
    Ok(Some(Reminding {
        user: person,
        kind: KIND,
        key: format!("{KIND}:{today}:{person}"),
        object: &OPPORTUNITY,
        about,
        count,
        people: Vec::new(),
    }))
}

/// Open deals whose next step is due by a day.
fn due_by(day: Date) -> Filter {
    let open = deals::in_states(State::keys(|state| state == State::Open));
    open.and(Filter::compare(deals::of(NEXT_STEP_DATE), Operator::AtMost, Value::Date(day)))
}
