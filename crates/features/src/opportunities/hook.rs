//! When a deal is written: it stands in a stage of its pipeline, and what the stage makes of it follows.

use cordee_base::{Date, Fault, Id, Moment, Outcome};
use cordee_catalog::opportunity::{
    ACTUAL_CLOSE_DATE, CLOSE_DATE, COMPETITOR, COMPETITORS, COUNTS, CYCLE_DAYS, ENGAGED_ON,
    EXPECTED_CLOSE_DATE, FORECAST_CATEGORY, OPPORTUNITY, PIPELINE, PROBABILITY, STAGE, STAGE_SINCE, STATE,
};
use cordee_kit::Hook;
use cordee_records::{Change, Gate, Past};
use cordee_rules::pipeline::{self, Dates, State};
use cordee_schema::{Field, FromValue, Value};

use super::{customer, stage, task};

/// The hook of deals.
pub const HOOK: Hook = Hook { object: OPPORTUNITY.name, before: Some(before), after: Some(after) };

fn after(gate: &mut Gate<'_>, written: &[(Id, Change<'_>)]) -> Outcome<()> {
    customer::follow(gate, written)?;
    task::follow(gate, written)
}

fn before(gate: &mut Gate<'_>, change: &mut Change<'_>) -> Outcome<()> {
    place(gate, change)?;
    if change.before.is_none() || change.changes(&STAGE.def) {
        enter(gate, change)?;
    }
    compete(change);
    date(gate, change)
}

/// Whom a deal may be lost to is one of its competitors.
fn compete(change: &mut Change<'_>) {
    let Some(main) = change.after(COMPETITOR).filter(|_| change.changes(&COMPETITOR.def)) else { return };
    let known = change.after(COMPETITORS).unwrap_or_default();
    if !known.contains(&main) {
        set(change, COMPETITORS, Some([known, vec![main]].concat()));
    }
}

/// The deal stands in a pipeline, and in a stage of it: the first, if none is said. That it is one of its own stages,
/// the declaration of the deal says.
fn place(gate: &mut Gate<'_>, change: &mut Change<'_>) -> Outcome<()> {
    let is_new = change.before.is_none();
    let said = change.draft.get(STAGE);
    if is_new && change.after(PIPELINE).is_none() {
        let of_stage =
            said.map(|id| stage::named(gate, id)).transpose()?.flatten().map(|stage| stage.pipeline);
        let pipeline = of_stage.map_or_else(|| stage::first_pipeline(gate), |id| Ok(Some(id)))?;
        set(change, PIPELINE, pipeline);
    }
    let Some(pipeline) = change.after(PIPELINE) else { return Ok(()) };
    let moved = change.changes(&PIPELINE.def) && said.is_none();
    if moved || is_new && said.is_none() {
        // From one pipeline to another a deal stays open, won or lost.
        let state = change.before.and_then(|deal| deal.get(STATE)).and_then(|key| State::named(&key));
        let first = stage::first(gate, pipeline, |stage| state.is_none_or(|state| stage.state == state))?;
        if let Some(first) = first {
            set(change, STAGE, Some(first.id));
        }
    }
    Ok(())
}

/// What the stage makes of a deal that enters it; what is said in the same change stands.
fn enter(gate: &mut Gate<'_>, change: &mut Change<'_>) -> Outcome<()> {
    let Some(id) = change.after(STAGE) else { return Ok(()) };
    let Some(stage) = stage::named(gate, id)? else { return Ok(()) };
    let was = change.before.and_then(|deal| deal.get(STATE)).and_then(|key| State::named(&key));
    let had = change.before.and_then(|deal| deal.get(ACTUAL_CLOSE_DATE));
    let given = change.draft.get(ACTUAL_CLOSE_DATE);
    let on = change.at.date_in(&gate.company_zone()?);
    let entered = pipeline::enter(stage.rule(), was, had, given, on);
    set(change, STATE, Some(entered.state.key().to_owned()));
    let open = !entered.state.is_closed();
    if !(open && given.is_some()) {
        set(change, ACTUAL_CLOSE_DATE, entered.actual_close_date);
    }
    if !(open && change.draft.get(PROBABILITY).is_some()) {
        set(change, PROBABILITY, entered.probability);
    }
    if !(open && change.draft.get(FORECAST_CATEGORY).is_some()) {
        set(change, FORECAST_CATEGORY, entered.forecast_category.map(str::to_owned));
    }
    let did = change.before.map(|deal| deal.get(COUNTS).unwrap_or(true));
    set(change, COUNTS, Some(pipeline::counts(entered.state, stage::counts(gate, &stage)?, did)));
    if change.draft.get(STAGE_SINCE).is_none() {
        set(change, STAGE_SINCE, Some(since(change)));
    }
    Ok(())
}

/// Since when it stands in its stage: from now on, unless it is new and its past says that it stood there before.
fn since(change: &Change<'_>) -> Moment {
    let stage = change.after(STAGE);
    // What is not said of the past was as it is.
    let stood = |was: &Past| was.values.value(STAGE.name()).is_none() || was.values.get(STAGE) == stage;
    let mut past: Vec<&Past> = change.past.iter().filter(|was| was.from < change.at).collect();
    past.sort_by_key(|was| was.from);
    past.iter().rev().take_while(|was| stood(was)).last().map_or(change.at, |was| was.from)
}

/// The dates and the days that follow from others.
fn date(gate: &mut Gate<'_>, change: &mut Change<'_>) -> Outcome<()> {
    let Some(state) = change.after(STATE).and_then(|key| State::named(&key)) else { return Ok(()) };
    if !state.is_closed() {
        not_closed_yet(gate, change)?;
    }
    let dates = Dates {
        expected: change.after(EXPECTED_CLOSE_DATE),
        actual: change.after(ACTUAL_CLOSE_DATE),
        engaged: change.after(ENGAGED_ON),
        created: created(gate, change)?,
    };
    if state.is_closed() && dates.actual.is_none() {
        return Err(Fault::at(ACTUAL_CLOSE_DATE.name(), "error-required").into());
    }
    set(change, CLOSE_DATE, pipeline::close_date(state, dates));
    set(change, CYCLE_DAYS, pipeline::cycle_days(state, dates));
    Ok(())
}

/// An open deal has no actual close date: for a new one the date that is given is the expected one, which files often
/// call by the same name; for another it is refused.
fn not_closed_yet(gate: &Gate<'_>, change: &mut Change<'_>) -> Outcome<()> {
    let Some(given) = change.draft.get(ACTUAL_CLOSE_DATE) else { return Ok(()) };
    if change.before.is_none() && change.after(EXPECTED_CLOSE_DATE).is_none() {
        set(change, EXPECTED_CLOSE_DATE, Some(given));
    } else if !gate.access().is_engine() {
        return Err(Fault::at(ACTUAL_CLOSE_DATE.name(), "error-deal-open").into());
    }
    // The engine fills it in when a closed deal is merged into an open one.
    set(change, ACTUAL_CLOSE_DATE, None);
    Ok(())
}

/// The day on which the deal was created, where the company is.
fn created(gate: &mut Gate<'_>, change: &Change<'_>) -> Outcome<Date> {
    let moment = match change.before {
        Some(deal) => deal.head.created_at,
        None => change.draft.created_at.unwrap_or(gate.now()),
    };
    Ok(moment.date_in(&gate.company_zone()?))
}

fn set<T: FromValue>(change: &mut Change<'_>, field: Field<T>, value: Option<T>) {
    change.draft.set(field.name(), value.map_or(Value::None, T::into_value));
}
