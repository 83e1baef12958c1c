//! A saved view of a list: filter, order and columns under a name.

use cordee_base::Id;
use cordee_schema::{Default, Field, Object, long_text, object, person, text, yes_no};

/// The name.
pub const NAME: Field<String> = text("name").required().sorted();
/// The object whose list it is, by name.
pub const OBJECT: Field<String> = text("object").required();
/// The address of the list that it opens: filter, order, columns as the list's own parameters.
pub const QUERY: Field<String> = long_text("query");
/// Whose it is.
pub const OWNER: Field<Id> = person("owner").default(Default::Me);
/// Whether all see it.
pub const SHARED: Field<bool> = yes_no("shared").default(Default::YesNo(false));

/// The view.
pub static VIEW: Object = object("view", "views")
    .icon("table")
    .owner("owner")
    .fields(&[NAME.def, OBJECT.def, QUERY.def, OWNER.def, SHARED.def])
    .list(&["name", "object", "owner", "shared"])
    .ascending("name")
    .internal();
