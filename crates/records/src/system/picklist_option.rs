//! An option that a workspace has added to a choice, or an option that all have, renamed or taken out of use.

use cordee_base::Decimal;
use cordee_schema::{Choice, Default, Field, Group, Object, choice, long_text, number, object, text, yes_no};

/// The colours that an option may have.
pub const COLOURS: &[Choice] = &[
    Choice::new("grey"),
    Choice::new("blue"),
    Choice::new("green"),
    Choice::new("amber"),
    Choice::new("red"),
    Choice::new("purple"),
];

/// What it is called.
pub const LABEL: Field<String> = text("label").required().searched().sorted();
/// The object of the choice, by name.
pub const OBJECT: Field<String> = text("object").required().once().sorted();
/// The choice, by its field's name.
pub const FIELD: Field<String> = text("field").required().once();
/// What is stored and what the API says. Made of the label unless it is given.
pub const KEY: Field<String> = text("key").once();
/// What it is called in other languages: JSON of a text by the code of the language.
pub const TRANSLATIONS: Field<String> = long_text("translations");
/// Its colour on screen.
pub const COLOUR: Field<String> = choice("colour", COLOURS).default(Default::Text("grey"));
/// Its place among the options; it counts once every option of the choice has a record.
pub const ORDER: Field<Decimal> = number("order", 0).default(Default::Number(100)).sorted();
/// Out of use: records keep it, nobody can choose it any more.
pub const RETIRED: Field<bool> = yes_no("retired").required().default(Default::YesNo(false));

/// The option of a choice.
pub static PICKLIST_OPTION: Object = object("picklist_option", "picklist_options")
    .icon("tag")
    .title("label")
    .fields(&[
        LABEL.def,
        OBJECT.def,
        FIELD.def,
        KEY.def,
        TRANSLATIONS.def,
        COLOUR.def,
        ORDER.def,
        RETIRED.def,
    ])
    .list(&["label", "object", "field", "key", "colour", "retired"])
    .facts(&["object", "field", "key", "retired"])
    .ascending("order")
    .form(&[
        Group { name: "about", fields: &["label", "object", "field", "colour"] },
        Group { name: "more", fields: &["order", "key", "translations", "retired"] },
    ])
    .system();
