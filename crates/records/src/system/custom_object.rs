//! An object that a workspace has declared itself: an engine's own noun, whose records are declarations.

use cordee_base::Decimal;
use cordee_schema::{Default, Field, Group, Object, long_text, number, object, text, yes_no};

/// What one of it is called.
pub const LABEL: Field<String> = text("label").required().searched().sorted();
/// What many of it are called.
pub const LABEL_PLURAL: Field<String> = text("label_plural").required();
/// The name in code, table and API: `x_machine`. Made of the label unless it is given.
pub const NAME: Field<String> = text("name").once().unique();
/// The plural, in addresses: `x_machines`.
pub const PLURAL: Field<String> = text("plural").once().unique();
/// What it is called in other languages: JSON of `[one, many]` by the code of the language.
pub const TRANSLATIONS: Field<String> = long_text("translations");
/// What it is for.
pub const DESCRIPTION: Field<String> = long_text("description");
/// Whether each of its records belongs to a person.
pub const OWNED: Field<bool> = yes_no("owned").required().default(Default::YesNo(true)).once();
/// The object that has its records as lines; then they belong to nobody themselves.
pub const LINES_OF: Field<String> = text("lines_of").once();
/// The field of its own whose options are the columns of its board.
pub const BOARD_BY: Field<String> = text("board_by");
/// Its place among the others.
pub const ORDER: Field<Decimal> = number("order", 0).default(Default::Number(100)).sorted();
/// Out of use: its records are kept, but nobody sees them.
pub const RETIRED: Field<bool> = yes_no("retired").required().default(Default::YesNo(false));

/// The object declared by a workspace.
pub static CUSTOM_OBJECT: Object = object("custom_object", "custom_objects")
    .icon("package")
    .title("label")
    .fields(&[
        LABEL.def,
        LABEL_PLURAL.def,
        NAME.def,
        PLURAL.def,
        TRANSLATIONS.def,
        DESCRIPTION.def,
        OWNED.def,
        LINES_OF.def,
        BOARD_BY.def,
        ORDER.def,
        RETIRED.def,
    ])
    .list(&["label", "label_plural", "name", "owned", "retired"])
    .facts(&["name", "plural", "owned", "lines_of", "retired"])
    .ascending("order")
    .form(&[
        Group { name: "about", fields: &["label", "label_plural", "description", "owned", "lines_of"] },
        Group { name: "more", fields: &["name", "plural", "board_by", "order", "translations", "retired"] },
    ])
    .system();
