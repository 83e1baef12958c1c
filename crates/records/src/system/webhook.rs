//! A webhook: an address of somebody else's server that is told of changes.

use cordee_base::{Decimal, Id, Moment};
use cordee_schema::{
    Choice, Colour, Default, Field, Object, choice, choices, long_text, moment, number, object, person, text,
    url, yes_no,
};

/// The kinds of change that it can be told of.
pub const KIND_OPTIONS: &[Choice] = &[
    Choice::new("created"),
    Choice::new("updated"),
    Choice::new("deleted"),
    Choice::new("restored"),
    Choice::new("merged"),
];

/// Why it was switched off by Cordee itself.
pub const REASON_OPTIONS: &[Choice] = &[
    Choice::new("failing").colour(Colour::Red),
    Choice::new("gone").colour(Colour::Red),
    Choice::new("owner").colour(Colour::Red),
    Choice::new("filter").colour(Colour::Red),
    Choice::new("secret").colour(Colour::Red),
];

/// What it is for.
pub const NAME: Field<String> = text("name").required();
/// Where the messages go.
pub const URL: Field<String> = url("url").required();
/// With whose rights it is told.
pub const OWNER: Field<Id> = person("owner").required().default(Default::Me);
/// Of which objects, by name, with blanks between; of all, if none is named.
pub const OBJECTS: Field<String> = long_text("objects");
/// Of which kinds of change; of all, if none is named.
pub const KINDS: Field<Vec<String>> = choices("kinds", KIND_OPTIONS);
/// What the records must be like, in the short form of filters.
pub const FILTER: Field<String> = long_text("filter");
/// Whether it is told at all.
pub const ACTIVE: Field<bool> = yes_no("active").default(Default::YesNo(true));
/// Why Cordee switched it off.
pub const REASON: Field<String> = choice("reason", REASON_OPTIONS);
/// Since when nothing came through.
pub const FAILING_SINCE: Field<Moment> = moment("failing_since");
/// Behind which number of the journal it is told.
pub const AFTER_SEQ: Field<Decimal> = number("after_seq", 0);
/// The secret that messages are signed with, sealed.
pub const SECRET: Field<String> = text("secret").secret();
/// The one before, sealed.
pub const OLD_SECRET: Field<String> = text("old_secret").secret();
/// Until when messages are signed with the one before too.
pub const OLD_UNTIL: Field<Moment> = moment("old_until");

/// The webhook.
pub static WEBHOOK: Object = object("webhook", "webhooks")
    .icon("workflow")
    .owner("owner")
    .fields(&[
        NAME.def,
        URL.def,
        OWNER.def,
        OBJECTS.def,
        KINDS.def,
        FILTER.def,
        ACTIVE.def,
        REASON.def,
        FAILING_SINCE.def,
        AFTER_SEQ.def,
        SECRET.def,
        OLD_SECRET.def,
        OLD_UNTIL.def,
    ])
    .list(&["name", "url", "owner", "active"])
    .internal();
