//! By when forecasts are due, as the workspace says.

use cordee_base::{Outcome, Zone};
use cordee_records::Gate;
use cordee_records::system::workspace::{CALLS_DUE_AT, CALLS_DUE_ON, TIME_ZONE, WEEKDAYS};
use cordee_rules::calls::Round;
use cordee_schema::Record;

/// The deadlines around now; none where the workspace has set no day.
pub fn round(gate: &mut Gate<'_>, now: cordee_base::Moment) -> Outcome<Option<Round>> {
    let workspace = workspace(gate)?;
    let weekday = workspace.get(CALLS_DUE_ON);
    let weekday = weekday.and_then(|key| WEEKDAYS.iter().position(|day| day.key == key));
    let Some(weekday) = weekday.and_then(|place| i8::try_from(place).ok()) else { return Ok(None) };
    Ok(Round::around(now, &zone_of(&workspace), weekday, workspace.get(CALLS_DUE_AT)))
}

/// Where the company is, and its deadlines are.
pub fn zone(gate: &mut Gate<'_>) -> Outcome<Zone> {
    Ok(zone_of(&workspace(gate)?))
}

fn workspace(gate: &mut Gate<'_>) -> Outcome<Record> {
    let id = gate.actor().workspace;
    let object = gate.catalog().named("workspace")?;
    gate.as_engine("when forecasts are due", |gate| gate.get(object, id))
}

fn zone_of(workspace: &Record) -> Zone {
    workspace.get(TIME_ZONE).and_then(|name| Zone::named(&name).ok()).unwrap_or(Zone::UTC)
}
