//! A share: one record of any object, given to a person or a team beyond what roles give.

use cordee_base::{Id, Moment};
use cordee_schema::{AnyLink, Choice, Field, Object, any_link, choice, link, moment, object, person};

/// It may be seen.
pub const READ: &str = "read";
/// It may also be changed.
pub const EDIT: &str = "edit";

const LEVELS: &[Choice] = &[Choice::new(READ), Choice::new(EDIT)];

/// The record. One that is purged takes its shares with it.
pub const RECORD: Field<Box<AnyLink>> = any_link("record");
/// The person it is shared with, if it is one.
pub const USER: Field<Id> = person("user");
/// The team it is shared with, and the teams below it, if it is one.
pub const TEAM: Field<Id> = link("team", "team");
/// What may be done with it.
pub const LEVEL: Field<String> = choice("level", LEVELS).required();
/// Until when; for good, if not said.
pub const UNTIL: Field<Moment> = moment("until").sorted();
/// Who shared it.
pub const SHARED_BY: Field<Id> = person("shared_by");

/// The share.
pub static SHARE: Object = object("share", "shares")
    .icon("users")
    .title("level")
    .fields(&[RECORD.def, USER.def, TEAM.def, LEVEL.def, UNTIL.def, SHARED_BY.def])
    .list(&["record", "user", "team", "level", "until", "shared_by"])
    .internal();
