//! What a stage asks for: a field that people fill in, once, or a line of its checklist.

use cordee_base::{Decimal, Fault, Outcome};
use cordee_catalog::opportunity::OPPORTUNITY;
use cordee_catalog::stage_criterion::{FIELD, NAME, ORDER, STAGE, STAGE_CRITERION};
use cordee_kit::Hook;
use cordee_records::{Change, Gate};
use cordee_schema::Value;

/// What follows when something is asked for.
pub const HOOK: Hook = Hook { object: STAGE_CRITERION.name, before: Some(before), after: None };

fn before(gate: &mut Gate<'_>, change: &mut Change<'_>) -> Outcome<()> {
    if change.before.is_some() {
        return Ok(());
    }
    let stage = change.after(STAGE);
    if let Some(name) = change.after(FIELD) {
        may_be_asked_for(gate, &name)?;
        let all = gate.whole_of(&STAGE_CRITERION)?;
        let twice = all.iter().any(|one| one.get(STAGE) == stage && one.get(FIELD).as_ref() == Some(&name));
        if twice {
            return Err(Fault::at(FIELD.name(), "error-criterion-twice").into());
        }
        // Its own label says it; a name is for those who read the file.
        if change.after(NAME).is_none() {
            change.draft.set(NAME.name(), Value::Text(name));
        }
    }
    if change.draft.get(ORDER).is_none_or(|order| order == Decimal::ZERO) {
        let all = gate.whole_of(&STAGE_CRITERION)?;
        let its = all.iter().filter(|one| one.get(STAGE) == stage);
        let last = its.filter_map(|one| one.get(ORDER)).max().unwrap_or_default();
        change.draft.set(ORDER.name(), Value::Number(last + Decimal::ONE));
    }
    Ok(())
}

/// Refuses the name of what no stage can ask for.
fn may_be_asked_for(gate: &Gate<'_>, name: &str) -> Outcome<()> {
    let deal = gate.catalog().object(OPPORTUNITY.name).unwrap_or(&OPPORTUNITY);
    match deal.fields_to_ask_for().any(|field| field.name == name) {
        true => Ok(()),
        false => Err(Fault::at(FIELD.name(), "error-criterion-field").with("value", name).into()),
    }
}
