//! That somebody does not want to see a record among what waits for them, until a day.

use cordee_base::{Date, Id};
use cordee_schema::{AnyLink, Field, Object, any_link, date, object, person};

/// The record.
pub const ABOUT: Field<Box<AnyLink>> = any_link("about");
/// Who does not want to see it.
pub const USER: Field<Id> = person("user");
/// The day on which it comes back.
pub const UNTIL: Field<Date> = date("until").required();

/// The snooze.
pub static SNOOZE: Object = object("snooze", "snoozes")
    .icon("clock")
    .title("user")
    .part_of("about")
    .fields(&[ABOUT.def, USER.def, UNTIL.def])
    .list(&["about", "user", "until"])
    .internal();
