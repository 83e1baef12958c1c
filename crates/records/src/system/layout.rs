//! How a workspace arranges an object: its form, what stands on top of its page, its list, what hangs on it, its cards.

use cordee_schema::{Field, Object, long_text, object, text};

/// The object, by name; each has one arrangement at most. What is left empty is as declared.
pub const OBJECT: Field<String> = text("object").required().once().unique().sorted();
/// The groups of the form, a line each: a heading, a colon, its fields. A heading is the name of a group that was declared, or
/// any other words.
pub const FORM: Field<String> = long_text("form");
/// The fields that do not stand in the form, a name on each line; one that is named nowhere stands in the last group.
pub const LEFT_OUT: Field<String> = long_text("left_out");
/// What the page of a record shows on top, a name on each line; a dash for nothing.
pub const FACTS: Field<String> = long_text("facts");
/// The columns of the list, a name on each line.
pub const LIST: Field<String> = long_text("list");
/// The lists of other records that the page of a record shows first: an object and its link, `contact.account`, on each line.
pub const RELATED: Field<String> = long_text("related");
/// The lists of other records that it does not show; one that is named nowhere stands after the others.
pub const UNRELATED: Field<String> = long_text("unrelated");
/// What a card on the board shows, a name on each line; a dash for nothing.
pub const CARD: Field<String> = long_text("card");
/// What headings are in other languages: JSON of a text by the code of the language, by the heading.
pub const TRANSLATIONS: Field<String> = long_text("translations");

/// The arrangement of an object. It has no form of its own: it is arranged in the settings.
pub static LAYOUT: Object = object("layout", "layouts")
    .icon("list")
    .title("object")
    .fields(&[
        OBJECT.def,
        FORM.def,
        LEFT_OUT.def,
        FACTS.def,
        LIST.def,
        RELATED.def,
        UNRELATED.def,
        CARD.def,
        TRANSLATIONS.def,
    ])
    .list(&["object", "updated_at"])
    .facts(&["object"])
    .ascending("object")
    .system();
