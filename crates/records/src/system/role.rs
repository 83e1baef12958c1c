//! A role: what those who have it may do.

use cordee_schema::{Default, Field, Group, Object, long_text, object, text, yes_no};

/// The name.
pub const NAME: Field<String> = text("name").required().searched().sorted();
/// What it is for.
pub const DESCRIPTION: Field<String> = long_text("description");
/// The key of the default it was made from, by which its name is translated.
pub const KEY: Field<String> = text("key").read_only();
/// What it gives, as JSON of [`crate::Grants`].
pub const GRANTS: Field<String> = long_text("grants").no_import();
/// Whether those who have it need a second factor to sign in.
pub const SECOND_FACTOR: Field<bool> = yes_no("second_factor").default(Default::YesNo(false));

/// The objects that stand first in its people's navigation, a name on each line.
pub const NAVIGATION: Field<String> = long_text("navigation");
/// The page on which its people begin who have chosen none: a path, such as `/opportunities/board`.
pub const START: Field<String> = text("start");

/// The role.
pub static ROLE: Object = object("role", "roles")
    .icon("shield")
    .fields(&[NAME.def, DESCRIPTION.def, KEY.def, GRANTS.def, SECOND_FACTOR.def, NAVIGATION.def, START.def])
    .list(&["name", "description"])
    .ascending("name")
    .form(&[Group { name: "about", fields: &["name", "description"] }])
    .system();
