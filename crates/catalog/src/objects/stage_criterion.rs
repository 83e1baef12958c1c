//! What a stage asks for before a deal goes on: a field that must be filled, or a line of its checklist.

use cordee_base::{Decimal, Id};
use cordee_schema::{Default, Field, Group, Object, link, number, object, text};

/// The stage that asks.
pub const STAGE: Field<Id> = link("stage", "stage").required().once();
/// What is to be done, in a few words; of a field its name.
pub const NAME: Field<String> = text("name").required();
/// The field of a deal that must be filled; none for a line of the checklist.
pub const FIELD: Field<String> = text("field").once();
/// Its place among what the stage asks for.
pub const ORDER: Field<Decimal> = number("order", 0).required().sorted().default(Default::Number(0));

/// What a stage asks for.
pub static STAGE_CRITERION: Object = object("stage_criterion", "stage_criteria")
    .icon("check")
    .part_of(STAGE.name())
    .fields(&[STAGE.def, NAME.def, FIELD.def, ORDER.def])
    .list(&[NAME.name(), STAGE.name(), FIELD.name(), ORDER.name()])
    .ascending(ORDER.name())
    .facts(&[STAGE.name(), FIELD.name()])
    .form(&[Group { name: "main", fields: &[STAGE.name(), NAME.name(), FIELD.name(), ORDER.name()] }]);
