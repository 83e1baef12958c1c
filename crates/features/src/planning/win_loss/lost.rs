//! The deals that were lost, each with the open stage in which it stood last.

use std::collections::{HashMap, HashSet};

use cordee_base::{Date, Id, Moment, Outcome};
use cordee_catalog::opportunity::{AMOUNT, CLOSE_DATE, COMPETITOR, LOSS_REASON, OPPORTUNITY, STAGE};
use cordee_records::{By, Gate, GroupRow, Grouping, Measure, Reckon, Stretches};
use cordee_rules::pipeline::State;
use cordee_schema::{Filter, FromValue, ID_FIELD, Path, Value};

use crate::planning::stages::journeys::{BEGINNING, NAMED};
use cordee_catalog::deals;

/// A deal that was lost.
pub struct Lost {
    /// Which.
    pub id: Id,
    /// When.
    pub on: Option<Date>,
    /// Why.
    pub reason: Option<String>,
    /// To whom.
    pub competitor: Option<Id>,
    /// What it was worth, in minor units.
    pub minor: Option<i64>,
    /// The open stage in which it stood last; none if it never was in one that is known.
    pub stage: Option<Id>,
}

/// Deals that are lost.
pub fn lost() -> Filter {
    deals::in_states(State::keys(|state| state == State::Lost))
}

/// The lost ones of the deals that are asked about, the latest first.
pub fn read(gate: &mut Gate<'_>, asked: &Filter) -> Outcome<Vec<Lost>> {
    let by = [
        Path::field(&OPPORTUNITY, &ID_FIELD),
        deals::of(CLOSE_DATE),
        deals::of(LOSS_REASON),
        deals::of(COMPETITOR),
    ];
    let rows = gate.group(&Grouping {
        object: &OPPORTUNITY,
        by: by.into_iter().map(|path| By { path, period: None }).collect(),
        measures: vec![Measure::of(Reckon::Sum(deals::of(AMOUNT)))],
        filter: lost().and(asked.clone()),
        as_of: None,
    })?;
    let deal = |row: &GroupRow| {
        let value = |place: usize| row.keys.get(place).map_or(&Value::None, |key| &key.value);
        Some(Lost {
            id: value(0).as_link()?,
            on: Date::from_value(value(1)),
            reason: value(2).as_text().map(str::to_owned),
            competitor: value(3).as_link(),
            minor: row.values.first().copied().flatten().and_then(|sum| i64::try_from(sum).ok()),
            stage: None,
        })
    };
    let mut found: Vec<Lost> = rows.iter().filter_map(deal).collect();
    let stages = last_open(gate, found.iter().map(|deal| deal.id).collect())?;
    for deal in &mut found {
        deal.stage = stages.get(&deal.id).copied();
    }
    found.sort_by_key(|deal| (std::cmp::Reverse(deal.on), deal.id));
    Ok(found)
}

/// The open stage in which each of these stood last.
fn last_open(gate: &mut Gate<'_>, ids: HashSet<Id>) -> Outcome<HashMap<Id, Id>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let stretches = gate.stretches(&Stretches {
        object: &OPPORTUNITY,
        filter: deals::in_states(State::keys(|state| state == State::Open)),
        since: BEGINNING,
        until: gate.now(),
        fields: vec![STAGE.name()],
        // Of many, all are read and the others passed over.
        only: (ids.len() <= NAMED).then(|| ids.iter().copied().collect()),
    })?;
    let mut last: HashMap<Id, (Moment, Id)> = HashMap::new();
    for stretch in stretches.iter().filter(|stretch| ids.contains(&stretch.id)) {
        let Some(stage) = stretch.values.first().and_then(Value::as_link) else { continue };
        let known = last.entry(stretch.id).or_insert((stretch.from, stage));
        if stretch.from >= known.0 {
            *known = (stretch.from, stage);
        }
    }
    Ok(last.into_iter().map(|(id, (_, stage))| (id, stage)).collect())
}
