//! That somebody follows a record, or has stopped. Who owns or made a record follows it without being kept here.

use cordee_base::Id;
use cordee_schema::{AnyLink, Default, Field, Object, any_link, object, person, yes_no};

/// The record.
pub const ABOUT: Field<Box<AnyLink>> = any_link("about");
/// Who follows it.
pub const USER: Field<Id> = person("user");
/// Whether they do, or have stopped.
pub const FOLLOWING: Field<bool> = yes_no("following").required().default(Default::YesNo(true));

/// The follower.
pub static FOLLOWER: Object = object("follower", "followers")
    .icon("users")
    .title("user")
    .part_of("about")
    .fields(&[ABOUT.def, USER.def, FOLLOWING.def])
    .list(&["about", "user", "following"])
    .internal();
