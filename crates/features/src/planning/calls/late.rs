//! Who is late with their forecast is reminded of it, and who leads them is told who is: once for each day by which it was
//! due, by day, where each of them is.

use std::collections::{BTreeMap, HashSet};

use cordee_base::{Id, Moment, Outcome};
use cordee_catalog::forecast_call::FORECAST_CALL;
use cordee_kit::{Ended, HOUSE, Job, Opens, Reminder, Work};
use cordee_records::{Actor, Gate, Reminding, Right, Scope};
use cordee_rules::calls::Round;
use cordee_rules::fiscal::{Length, Period};
use cordee_schema::Filter;

use super::{Asked, FORECAST_CALLS, due, read, rows, seen};
use crate::planning::forecast::foretell::Odds;
use crate::planning::periods;
use crate::planning::staff::Staff;

/// Looks who is late.
pub static REMIND_OF_CALLS: Job = Job {
    name: "remind_of_calls",
    queue: &HOUSE,
    every: Some(15 * 60),
    waits: &[60, 300],
    lease: 300,
    lane_waits: None,
    run,
};

/// What people are reminded of.
pub const REMINDERS: [&Reminder; 2] = [&LATE, &LATE_TEAM];

/// For so many seconds after it was due people are reminded: over a weekend, and not of what was due before anybody had
/// said that it would be.
const LATELY: i64 = 3 * 24 * 3600;

static LATE: Reminder = Reminder { kind: "late", opens: Opens::Report(FORECAST_CALLS.name) };
static LATE_TEAM: Reminder = Reminder { kind: "late_team", opens: Opens::Report(FORECAST_CALLS.name) };

fn run(work: &Work<'_>) -> Outcome<Ended> {
    let actor = Actor::system(work.job.workspace, "remind people of forecasts that are late");
    let late = work.records.read_now(&actor, found)?;
    let told = match late.is_empty() {
        true => 0,
        false => work.records.write_now(&actor, move |gate| gate.remind(late.clone()))?,
    };
    Ok(Ended::Done(format!("{told} reminders")))
}

/// Those who are to be reminded now.
fn found(gate: &mut Gate<'_>) -> Outcome<Vec<Reminding>> {
    let now = gate.now();
    let Some(round) = due::round(gate, now)? else { return Ok(Vec::new()) };
    let zone = due::zone(gate)?;
    // The day by which it was due: one that is due at the end of a day is not due on the next.
    let day = Moment::from_micros(round.last.micros() - 1).date_in(&zone);
    let calendar = periods::calendar(gate)?;
    let lengths = [Length::Quarter, Length::Month, Length::Year];
    let at = |day| lengths.map(|length| calendar.period(length, day));
    let [Some(period), others @ ..] = at(day) else { return Ok(Vec::new()) };
    if now > round.last.plus_seconds(LATELY) || !period.holds(now.date_in(&zone)) {
        // What was due for a period that is over can't be said any more.
        return Ok(Vec::new());
    }
    let staff = Staff::read(gate)?;
    let late = late(gate, &round, period, &others.into_iter().flatten().collect::<Vec<_>>())?;
    let due = round.last.micros();
    let mut reminders = Vec::new();
    for id in &late {
        let may = gate.as_person(*id, |gate| {
            Ok(gate.is_time_to_remind() && gate.access().scope(&FORECAST_CALL, Right::Create) != Scope::None)
        })?;
        if may == Some(true) {
            reminders.push(reminding(*id, "late", due, Vec::new()));
        }
    }
    let mut led: BTreeMap<Id, Vec<Id>> = BTreeMap::new();
    for id in late {
        if let Some(above) = staff.above(id).into_iter().next() {
            led.entry(above).or_default().push(id);
        }
    }
    for (lead, people) in led {
        let seen = gate.as_person(lead, |gate| {
            Ok(if gate.is_time_to_remind() { seen(gate, &staff) } else { HashSet::new() })
        })?;
        let seen = seen.unwrap_or_default();
        let people: Vec<Id> = people.into_iter().filter(|id| seen.contains(id)).collect();
        if !people.is_empty() {
            reminders.push(reminding(lead, "late_team", due, people));
        }
    }
    gate.untold(reminders)
}

/// Who works here, is expected to have said what they will win in the period, and has not by the last day on which it was
/// due; nor of a longer or a shorter period around that day.
fn late(gate: &mut Gate<'_>, round: &Round, period: Period, others: &[Period]) -> Outcome<Vec<Id>> {
    let staff = Staff::read(gate)?;
    let everybody: HashSet<Id> = staff.active().map(|person| person.id).collect();
    let mut others_said = HashSet::new();
    for other in others {
        let calls = read::calls(gate, other, None)?;
        let own = calls.iter().filter(|call| !call.team && call.at > round.before);
        others_said.extend(own.map(|call| call.owner));
    }
    let asked = Asked {
        period,
        filter: Filter::everything(),
        focus: None,
        day: None,
        at: None,
        staff,
        seen: everybody.clone(),
        people: everybody,
        round: Some(*round),
        odds: Odds::Set,
    };
    let standing = asked.standing(gate, &asked.period, None)?;
    let mut late = rows::missing(&asked, &standing);
    late.retain(|id| !others_said.contains(id));
    Ok(late)
}

fn reminding(user: Id, kind: &'static str, due: i64, people: Vec<Id>) -> Reminding {
    Reminding {
        user,
        kind,
        key: format!("{kind}:{due}:{user}"),
        object: &FORECAST_CALL,
        about: None,
        count: u64::try_from(people.len()).unwrap_or_default(),
        people,
    }
}
