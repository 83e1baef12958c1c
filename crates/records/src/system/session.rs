//! A session: one browser in which somebody has signed in.

use cordee_base::{Id, Moment};
use cordee_schema::{Field, Object, moment, object, person, text};

/// Who signed in.
pub const USER: Field<Id> = person("user").required();
/// The browser, as it calls itself.
pub const AGENT: Field<String> = text("agent");
/// The address it came from.
pub const ADDRESS: Field<String> = text("address");
/// When it was last used, to the minute.
pub const SEEN_AT: Field<Moment> = moment("seen_at");
/// When the person last showed who they are, by their password and second factor.
pub const CONFIRMED_AT: Field<Moment> = moment("confirmed_at");
/// When it ends, however often it is used.
pub const ENDS_AT: Field<Moment> = moment("ends_at").required();
/// As whom an administrator sees pages in it.
pub const SEEN_AS: Field<Id> = person("seen_as");
/// Until when.
pub const SEEN_UNTIL: Field<Moment> = moment("seen_until");

/// The session.
pub static SESSION: Object = object("session", "sessions")
    .icon("monitor")
    .title("agent")
    .fields(&[
        USER.def,
        AGENT.def,
        ADDRESS.def,
        SEEN_AT.def,
        CONFIRMED_AT.def,
        ENDS_AT.def,
        SEEN_AS.def,
        SEEN_UNTIL.def,
    ])
    .list(&["user", "agent", "address", "seen_at"])
    .internal();
