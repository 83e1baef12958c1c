//! When an objection is written: it was raised in the open stage in which the deal stood on that day, if nobody says
//! otherwise.

use cordee_base::{Date, Id, Moment, Outcome, Problem};
use cordee_catalog::objection::{OBJECTION, OPPORTUNITY, RAISED_ON, STAGE};
use cordee_catalog::{deals, opportunity};
use cordee_kit::Hook;
use cordee_records::{Change, Gate, Stretches};
use cordee_rules::pipeline::State;
use cordee_schema::{Record, Value};

/// The hook of objections.
pub const HOOK: Hook = Hook { object: OBJECTION.name, before: Some(before), after: None };

fn before(gate: &mut Gate<'_>, change: &mut Change<'_>) -> Outcome<()> {
    if change.before.is_some() || change.after(STAGE).is_some() {
        return Ok(());
    }
    let Some(deal) = change.after(OPPORTUNITY) else { return Ok(()) };
    let today = gate.today();
    let day = change.after(RAISED_ON).unwrap_or(today);
    let stage = if day < today { stood(gate, deal, day)? } else { stands(gate, deal, today)? };
    change.draft.set(STAGE.name(), stage.map_or(Value::None, Value::Link));
    Ok(())
}

/// The open stage in which a deal stands or, where it was closed today, in which it stood before.
fn stands(gate: &mut Gate<'_>, deal: Id, today: Date) -> Outcome<Option<Id>> {
    let fields = [opportunity::STAGE.name(), opportunity::STATE.name()];
    match gate.glance(&opportunity::OPPORTUNITY, deal, &fields) {
        Ok(deal) if open_stage(&deal).is_some() => Ok(open_stage(&deal)),
        Ok(_) => stood(gate, deal, today),
        // The checks tell of a link that leads nowhere.
        Err(Problem::NotFound) => Ok(None),
        Err(other) => Err(other),
    }
}

/// The open stage in which a deal stood last on a day; none where it was not open.
fn stood(gate: &mut Gate<'_>, deal: Id, day: Date) -> Outcome<Option<Id>> {
    let (since, next) = (gate.zone().start_of(day), gate.zone().start_of(day.tomorrow().unwrap_or(day)));
    let stretches = gate.stretches(&Stretches {
        object: &opportunity::OPPORTUNITY,
        filter: deals::in_states(State::keys(|state| state == State::Open)),
        since,
        until: Moment::from_micros(next.micros() - 1),
        fields: vec![opportunity::STAGE.name()],
        only: Some(vec![deal]),
    })?;
    let last = stretches.iter().max_by_key(|stretch| stretch.from);
    Ok(last.and_then(|stretch| stretch.values.first()?.as_link()))
}

/// The stage of a deal that is open.
fn open_stage(deal: &Record) -> Option<Id> {
    let open = deal.get(opportunity::STATE).as_deref() == Some(State::Open.key());
    deal.get(opportunity::STAGE).filter(|_| open)
}
