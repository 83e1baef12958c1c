//! A security event: something that happened to how somebody signs in, who did it, and from where.

use cordee_base::Id;
use cordee_schema::{Choice, Field, Object, choice, object, person, text};

/// Somebody signed in.
pub const SIGNED_IN: &str = "signed_in";
/// Somebody tried to, with a wrong password.
pub const SIGN_IN_FAILED: &str = "sign_in_failed";
/// Somebody tried to, with the right password and a wrong code.
pub const CODE_FAILED: &str = "code_failed";
/// A session was ended.
pub const SESSION_ENDED: &str = "session_ended";
/// A password was set or changed.
pub const PASSWORD_SET: &str = "password_set";
/// A second factor was switched on.
pub const FACTOR_ON: &str = "factor_on";
/// A second factor was switched off.
pub const FACTOR_OFF: &str = "factor_off";
/// New recovery codes were made.
pub const RECOVERY_CODES_MADE: &str = "recovery_codes_made";
/// A recovery code was used.
pub const RECOVERY_CODE_USED: &str = "recovery_code_used";
/// A link was made by which somebody chooses their first password.
pub const INVITED: &str = "invited";
/// A link was made by which somebody chooses a new password.
pub const RESET_LINK_MADE: &str = "reset_link_made";
/// Such a link was used.
pub const LINK_USED: &str = "link_used";
/// A token was made.
pub const TOKEN_MADE: &str = "token_made";
/// A token was ended.
pub const TOKEN_ENDED: &str = "token_ended";
/// The e-mail changed by which somebody signs in.
pub const EMAIL_CHANGED: &str = "email_changed";
/// A role changed hands.
pub const ROLE_CHANGED: &str = "role_changed";
/// Somebody may sign in no more.
pub const DISABLED: &str = "disabled";
/// Somebody may sign in again.
pub const ENABLED: &str = "enabled";
/// A record was shared with somebody.
pub const SHARED: &str = "shared";
/// A record is shared with somebody no more.
pub const UNSHARED: &str = "unshared";
/// What belonged to somebody was given to others.
pub const TRANSFERRED: &str = "transferred";
/// An administrator looked at pages as somebody else sees them.
pub const SEEN_AS: &str = "seen_as";
/// A backup of everything was made.
pub const BACKUP_MADE: &str = "backup_made";
/// A backup of everything was taken home.
pub const BACKUP_TAKEN: &str = "backup_taken";

/// All that is told.
pub const EVENTS: &[Choice] = &[
    Choice::new(SIGNED_IN),
    Choice::new(SIGN_IN_FAILED),
    Choice::new(CODE_FAILED),
    Choice::new(SESSION_ENDED),
    Choice::new(PASSWORD_SET),
    Choice::new(FACTOR_ON),
    Choice::new(FACTOR_OFF),
    Choice::new(RECOVERY_CODES_MADE),
    Choice::new(RECOVERY_CODE_USED),
    Choice::new(INVITED),
    Choice::new(RESET_LINK_MADE),
    Choice::new(LINK_USED),
    Choice::new(TOKEN_MADE),
    Choice::new(TOKEN_ENDED),
    Choice::new(EMAIL_CHANGED),
    Choice::new(ROLE_CHANGED),
    Choice::new(DISABLED),
    Choice::new(ENABLED),
    Choice::new(SHARED),
    Choice::new(UNSHARED),
    Choice::new(TRANSFERRED),
    Choice::new(SEEN_AS),
    Choice::new(BACKUP_MADE),
    Choice::new(BACKUP_TAKEN),
];

/// Whose sign-in it is about.
pub const USER: Field<Id> = person("user").required();
/// What happened.
pub const EVENT: Field<String> = choice("event", EVENTS).required();
/// Who did it, if it was somebody.
pub const DONE_BY: Field<Id> = person("done_by");
/// What it was about, such as the name of a token.
pub const DETAIL: Field<String> = text("detail");
/// The way in.
pub const DOOR: Field<String> = text("door");
/// The address it came from.
pub const ADDRESS: Field<String> = text("address");
/// The browser or program, as it calls itself.
pub const AGENT: Field<String> = text("agent");

/// The security event.
pub static SECURITY_EVENT: Object = object("security_event", "security_events")
    .icon("shield")
    .title("event")
    .fields(&[USER.def, EVENT.def, DONE_BY.def, DETAIL.def, DOOR.def, ADDRESS.def, AGENT.def])
    .list(&["user", "event", "done_by", "address", "agent"])
    .internal();
