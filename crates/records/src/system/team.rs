//! A team, with the teams below it.

use cordee_base::Id;
use cordee_schema::{Field, Group, Object, link, object, person, text};

/// The name.
pub const NAME: Field<String> = text("name").required().searched().sorted();
/// The team above it.
pub const PARENT: Field<Id> = link("parent", "team");
/// Who leads it.
pub const MANAGER: Field<Id> = person("manager");
/// Where it sells.
pub const REGION: Field<String> = text("region");

/// The team.
pub static TEAM: Object = object("team", "teams")
    .icon("users")
    .fields(&[NAME.def, PARENT.def, MANAGER.def, REGION.def])
    .list(&["name", "parent", "manager", "region"])
    .facts(&["manager", "region"])
    .ascending("name")
    .form(&[Group { name: "about", fields: &["name", "parent", "manager", "region"] }])
    .people();
