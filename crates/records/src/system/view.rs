//! A saved view of a list or board: filter, order, columns under a name, for oneself or shared.

use cordee_base::{Decimal, Id};
use cordee_schema::{
    Choice, Default, Field, Object, choice, long_text, number, object, person, text, yes_no,
};

/// The name.
pub const NAME: Field<String> = text("name").required().searched();
/// The object whose records it shows, by name.
pub const OBJECT: Field<String> = text("object").required();
/// As what it shows them.
pub const SHAPE: Field<String> = choice("shape", SHAPES).required().default(Default::Text("list"));
/// The parameters of the list or board that it opens, as they stand in an address: filter, order, columns.
pub const QUERY: Field<String> = long_text("query");
/// Whose it is.
pub const OWNER: Field<Id> = person("owner").required().default(Default::Me);
/// Who else sees it: nobody, the owner's team with the teams below it, or all. Each sees in it what they may see.
pub const SHARED: Field<String> = choice("shared", SHARED_WITH).required().default(Default::Text("none"));
/// Its place among the views of the object.
pub const ORDER: Field<Decimal> = number("order", 6).required().sorted().default(Default::Number(0));
/// Whether one begins with it when one goes to the object; one's own goes before those that are shared.
pub const DEFAULT: Field<bool> = yes_no("default").required().default(Default::YesNo(false));

const SHAPES: &[Choice] = &[Choice::new("list"), Choice::new("board")];

const SHARED_WITH: &[Choice] = &[Choice::new("none"), Choice::new("team"), Choice::new("all")];

/// The view. It has no form of its own: it is saved where it is looked at.
pub static VIEW: Object = object("view", "views")
    .icon("table")
    .owner("owner")
    .shared_by("shared")
    .fields(&[NAME.def, OBJECT.def, SHAPE.def, QUERY.def, OWNER.def, SHARED.def, ORDER.def, DEFAULT.def])
    .list(&["name", "object", "shape", "owner", "shared", "default"])
    .ascending("order")
    .system();
