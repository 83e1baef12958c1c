//! A person who works here: with or without sign-in, since imported sellers may have no e-mail.

use cordee_base::{Id, Time};
use cordee_schema::{
    Choice, Default, Field, Group, Object, choice, choices, email, link, object, phone, text, time, yes_no,
};

/// The full name.
pub const NAME: Field<String> = text("name").required().searched().sorted().personal();
/// The e-mail, by which one signs in.
pub const EMAIL: Field<String> = email("email").searched().personal().duplicate_key();
/// What the person may do.
pub const ROLE: Field<Id> = link("role", "role");
/// Where the person works.
pub const TEAM: Field<Id> = link("team", "team");
/// Whether the person works here at present; who does not can't sign in.
pub const ACTIVE: Field<bool> = yes_no("active").default(Default::YesNo(true));
/// Whether the person may sign in.
pub const SIGN_IN: Field<bool> = yes_no("sign_in").default(Default::YesNo(false));
/// The job title.
pub const TITLE: Field<String> = text("title");
/// The telephone number.
pub const PHONE: Field<String> = phone("phone").personal();
/// The language of screens and mails, by its code. Who has none reads what their browser asks for, and keeps the one of
/// the page they first sign in by.
pub const LANGUAGE: Field<String> = text("language");
/// The time zone in which the person's days begin.
pub const TIME_ZONE: Field<String> = text("time_zone").default(Default::Text("UTC"));
/// What the person is told of in the app: all that happens to what they follow, only where they are mentioned, nothing.
pub const TOLD_OF: Field<String> = choice("told_of", TOLD_OPTIONS).default(Default::Text("following"));
/// Whether single keys do something on pages: `g` and a letter goes somewhere, `c` and a letter makes something.
pub const SINGLE_KEYS: Field<bool> = yes_no("single_keys").required().default(Default::YesNo(true));
/// Of what the person is not told, of all that happens to what they follow and of what is due.
pub const NOT_TOLD_OF: Field<Vec<String>> = choices("not_told_of", NOT_TOLD_OPTIONS);
/// From when on the bell is silent, day by day.
pub const QUIET_FROM: Field<Time> = time("quiet_from");
/// When it rings again.
pub const QUIET_TO: Field<Time> = time("quiet_to");
/// The day with which the person's weeks begin. Who has chosen none sees calendars as usual in their language, and means
/// weeks from Monday.
pub const FIRST_DAY: Field<String> = choice("first_day", FIRST_DAYS);
/// The digest of the password (Argon2id, PHC form).
pub const PASSWORD: Field<String> = text("password").secret();

/// What one can be told of.
pub const TOLD_OPTIONS: &[Choice] =
    &[Choice::new("following"), Choice::new("mentions"), Choice::new("nothing")];

/// What one need not be told of: that something was given to one, changed, or said, though one follows it; that something
/// is due, that one is late, that one's people are.
pub const NOT_TOLD_OPTIONS: &[Choice] = &[
    Choice::new("given"),
    Choice::new("change"),
    Choice::new("comment"),
    Choice::new("due"),
    Choice::new("late"),
    Choice::new("late_team"),
];

/// The days with which weeks begin somewhere.
pub const FIRST_DAYS: &[Choice] = &[Choice::new("monday"), Choice::new("sunday"), Choice::new("saturday")];

/// The user.
pub static USER: Object = object("user", "users")
    .icon("user")
    .fields(&[
        NAME.def,
        EMAIL.def,
        ROLE.def,
        TEAM.def,
        ACTIVE.def,
        SIGN_IN.def,
        TITLE.def,
        PHONE.def,
        LANGUAGE.def,
        TIME_ZONE.def,
        TOLD_OF.def,
        SINGLE_KEYS.def,
        NOT_TOLD_OF.def,
        QUIET_FROM.def,
        QUIET_TO.def,
        FIRST_DAY.def,
        PASSWORD.def,
    ])
    .list(&["name", "email", "role", "team", "active", "sign_in"])
    .facts(&["email", "role", "team"])
    .ascending("name")
    .form(&[
        Group { name: "about", fields: &["name", "email", "title", "phone"] },
        Group { name: "access", fields: &["role", "team", "active", "sign_in"] },
        Group {
            name: "formats",
            fields: &[
                "language",
                "time_zone",
                "first_day",
                "told_of",
                "not_told_of",
                "quiet_from",
                "quiet_to",
                "single_keys",
            ],
        },
    ])
    .people();
