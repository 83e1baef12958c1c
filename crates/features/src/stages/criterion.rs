//! What a stage asks for: a field that people fill in, once, or a line of its checklist.

use cordee_base::{Decimal, Fault, Outcome};
use cordee_catalog::opportunity::{CHECKED, OPPORTUNITY, PIPELINE, SKIPPED_BECAUSE, STAGE as STANDS};
use cordee_catalog::stage_criterion::{FIELD, NAME, ORDER, STAGE, STAGE_CRITERION};
use cordee_kit::Hook;
use cordee_records::{Change, Gate};
use cordee_schema::{Kind, Rights, Value};

/// What follows when something is asked for.
pub const HOOK: Hook = Hook { object: STAGE_CRITERION.name, before: Some(before), after: None };

/// Fields of a deal that say where it stands, not what is known of it.
const ITS_PLACE: [&str; 4] = [PIPELINE.name(), STANDS.name(), CHECKED.name(), SKIPPED_BECAUSE.name()];

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

/// What people fill in of a deal can be asked for; yes or no is always said.
fn may_be_asked_for(gate: &Gate<'_>, name: &str) -> Outcome<()> {
    let deal = gate.catalog().object(OPPORTUNITY.name).unwrap_or(&OPPORTUNITY);
    let field = deal.field(name).filter(|field| deal.place(field.name).is_some());
    let fits = field.is_some_and(|field| {
        let plain = field.rights == Rights::Open && !field.required && !matches!(field.kind, Kind::YesNo(_));
        plain && !ITS_PLACE.contains(&field.name)
    });
    match fits {
        true => Ok(()),
        false => Err(Fault::at(FIELD.name(), "error-criterion-field").with("value", name).into()),
    }
}
