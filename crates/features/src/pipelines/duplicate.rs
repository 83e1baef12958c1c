//! A new pipeline from an existing one: with its stages that are in use and what they ask for, without deals.

use cordee_base::{Decimal, Fault, Outcome};
use cordee_catalog::{pipeline, stage, stage_criterion};
use cordee_kit::{Action, Done, Input, On};
use cordee_records::{Gate, Right};
use cordee_schema::{Draft, Record, Rights, Value};

/// Makes a pipeline of this name with the stages of another.
pub static DUPLICATE: Action = Action {
    name: "duplicate",
    on: On::Object(pipeline::PIPELINE.name),
    input: &[pipeline::NAME.def],
    right: Right::Create,
    when: None,
    run,
};

fn run(gate: &mut Gate<'_>, from: &Record, input: &Input) -> Outcome<Done> {
    let name = input.get(pipeline::NAME).ok_or_else(|| Fault::at(pipeline::NAME.name(), "error-required"))?;
    let last = gate.whole_of(&pipeline::PIPELINE)?;
    let last = last.iter().filter_map(|one| one.get(pipeline::ORDER)).max().unwrap_or_default();
    let mut draft = as_it_is(from);
    // These are stages of its own, which are not there yet; and it begins with those of the other, not of a template.
    for field in [&pipeline::KEY_STAGE.def, &pipeline::COUNTS_FROM.def, &pipeline::TEMPLATE.def] {
        draft.set(field.name, Value::None);
    }
    let draft = draft
        .with(pipeline::NAME, name)
        .with(pipeline::ORDER, last + Decimal::ONE)
        .with(pipeline::ACTIVE, true);
    let made = gate.create(draft)?;
    let stages = gate.whole_of(&stage::STAGE)?;
    let its = stages.iter().filter(|one| one.get(stage::PIPELINE) == Some(from.head.id));
    for one in its.filter(|one| one.get(stage::ACTIVE) != Some(false)) {
        let like = gate.create(as_it_is(one).with(stage::PIPELINE, made))?;
        let criteria = gate.whole_of(&stage_criterion::STAGE_CRITERION)?;
        for asked in criteria.iter().filter(|asked| asked.get(stage_criterion::STAGE) == Some(one.head.id)) {
            gate.create(as_it_is(asked).with(stage_criterion::STAGE, like))?;
        }
        for field in [pipeline::KEY_STAGE, pipeline::COUNTS_FROM] {
            if from.get(field) == Some(one.head.id) {
                gate.update(made, None, Draft::new(&pipeline::PIPELINE).with(field, like))?;
            }
        }
    }
    Ok(Done { object: pipeline::PIPELINE.name, id: made })
}

/// All that people may set of a record, for another one like it.
fn as_it_is(record: &Record) -> Draft {
    let mut draft = Draft::new(record.object);
    let open = |(field, value): &(&cordee_schema::FieldDef, &Value)| {
        field.rights != Rights::Engine && !field.unique && !value.is_none()
    };
    for (field, value) in record.fields().filter(open) {
        draft.set(field.name, value.clone());
    }
    draft
}
