//! The reports and lists of the past, over deals that have one.

use std::sync::Arc;

use crate::operations::{Operation, anew, asking};
use crate::wire::{Request, encoded};
use crate::world::World;

/// Each report: what it is called, what is asked, and what it may cost.
const REPORTS: [(&str, &str, &str); 8] = [
    ("report: review of a quarter", "pipeline_review?from=90", "300 ms"),
    ("report: stage analytics", "stage_analytics", "500 ms"),
    ("report: forecast", "forecast", "1 s"),
    ("report: coverage", "coverage", ""),
    ("report: win probability", "win_probability", ""),
    ("report: focus", "focus", ""),
    ("report: won and lost", "win_loss", ""),
    ("report: scoreboard", "scoreboard", ""),
];
/// How many days ago lists are asked for.
const AGO: i64 = 200;
const DAY: i64 = 86_400_000_000;

/// What is measured of reports, each also as the first look after something has changed.
pub fn operations(world: &Arc<World>) -> Vec<Operation> {
    let mut all = vec![as_of(world)];
    for (name, path, budget) in REPORTS {
        for change in [false, true] {
            all.push(anew(change, report(world, name, path, budget)));
        }
    }
    all
}

fn report(world: &Arc<World>, name: &str, path: &str, budget: &'static str) -> Operation {
    let path = match path.split_once("from=") {
        Some((report, days)) => format!("{report}from={}", days_ago(days.parse().unwrap_or(0))),
        None => path.to_owned(),
    };
    let path = format!("/api/v1/reports/{path}");
    Operation {
        name: name.to_owned(),
        budget,
        clients: 1,
        changes: None,
        gate: None,
        request: asking(world, move |world, _| Request::get(&path, &world.token)),
    }
}

/// The open deals of a day that is over, next to close first.
fn as_of(world: &Arc<World>) -> Operation {
    let filter = encoded("state = open");
    let path =
        format!("/api/v1/opportunities?filter={filter}&sort=close_date&limit=50&as_of={}", days_ago(AGO));
    Operation {
        name: "list 50: open, next to close first, as of a day that is over".to_owned(),
        budget: "20 ms",
        clients: 1,
        changes: None,
        gate: None,
        request: asking(world, move |world, _| Request::get(&path, &world.token)),
    }
}

fn days_ago(days: i64) -> String {
    use cordee_base::{Clock, Moment, SystemClock, Zone};
    Moment::from_micros(SystemClock.now().micros() - days * DAY).date_in(&Zone::UTC).to_string()
}
