//! A tag: a word that people put on records in one of their fields, kept here once, with its colour.

use cordee_schema::{Default, Field, Group, Object, choice, long_text, object, text, yes_no};

use super::picklist_option::COLOURS;

/// The word itself.
pub const NAME: Field<String> = text("name").required().sorted();
/// The object whose records it is put on, by name.
pub const OBJECT: Field<String> = text("object").required().once().sorted();
/// The field in which it stands there, by name.
pub const FIELD: Field<String> = text("field").required().default(Default::Text("tags")).once();
/// Its colour on screen.
pub const COLOUR: Field<String> = choice("colour", COLOURS).default(Default::Text("grey"));
/// What it was called before, and what the tags were called that became one with it, a name on each line: filters and
/// files that still say so mean it.
pub const FORMERLY: Field<String> = long_text("formerly").read_only();
/// Out of use: records keep it, nobody can put it on one any more.
pub const RETIRED: Field<bool> = yes_no("retired").required().default(Default::YesNo(false));

/// The tag.
pub static TAG: Object = object("tag", "tags")
    .icon("tag")
    .fields(&[NAME.def, OBJECT.def, FIELD.def, COLOUR.def, FORMERLY.def, RETIRED.def])
    .list(&["name", "object", "field", "colour", "retired"])
    .facts(&["object", "field", "colour", "retired"])
    .ascending("name")
    .form(&[Group { name: "about", fields: &["name", "object", "field", "colour", "retired"] }])
    .mergeable()
    .system();
