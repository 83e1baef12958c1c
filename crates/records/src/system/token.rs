//! A token: a program that acts for somebody over the API.

use cordee_base::{Id, Moment};
use cordee_schema::{Choice, Field, Object, choice, moment, object, person, text};

/// What a token may do at the most.
pub const SCOPE_OPTIONS: &[Choice] = &[Choice::new("read"), Choice::new("read_write")];

/// What it is for.
pub const NAME: Field<String> = text("name").required();
/// For whom it acts.
pub const USER: Field<Id> = person("user").required();
/// What it may do.
pub const SCOPES: Field<String> = choice("scopes", SCOPE_OPTIONS).required();
/// When it ends; none for never.
pub const EXPIRES_AT: Field<Moment> = moment("expires_at");
/// When it was last used, to the minute.
pub const LAST_USED_AT: Field<Moment> = moment("last_used_at");

/// The token.
pub static TOKEN: Object = object("token", "tokens")
    .icon("key")
    .fields(&[NAME.def, USER.def, SCOPES.def, EXPIRES_AT.def, LAST_USED_AT.def])
    .list(&["name", "user", "scopes", "expires_at", "last_used_at"])
    .internal();
