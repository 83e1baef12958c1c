//! A notification: one person is told of something that happened to a record. What is told is read anew each time, with
//! the rights that the person has then.

use cordee_base::{Decimal, Id, Moment};
use cordee_schema::{
    AnyLink, Choice, Field, Object, any_link, choice, long_text, moment, number, object, person, text,
};

/// What somebody can be told of.
pub const KINDS: &[Choice] = &[
    Choice::new("mention"),
    Choice::new("comment"),
    Choice::new("change"),
    Choice::new("given"),
    Choice::new("many"),
    Choice::new("due"),
    Choice::new("late"),
    Choice::new("late_team"),
];

/// Who is told.
pub const USER: Field<Id> = person("user");
/// Who has not read it yet: the same person, or nobody. So the unread are found by an index that holds only them.
pub const WAITS_FOR: Field<Id> = person("waits_for");
/// What happened.
pub const KIND: Field<String> = choice("kind", KINDS).required();
/// To which record; none where it is many.
pub const ABOUT: Field<Box<AnyLink>> = any_link("about");
/// The id of what was said.
pub const COMMENT: Field<String> = text("comment");
/// Who did it; none for Cordee.
pub const BY: Field<Id> = person("by").unindexed();
/// The numbers of the entries of the journal that tell it, with blanks between.
pub const ENTRIES: Field<String> = long_text("entries");
/// The object, by name, where many of its records are meant.
pub const OBJECT: Field<String> = text("object");
/// How many records, where it is many.
pub const COUNT: Field<Decimal> = number("count", 0);
/// The ids of the people whom it speaks of, with blanks between.
pub const PEOPLE: Field<String> = long_text("people");
/// When it was read.
pub const READ_AT: Field<Moment> = moment("read_at");
/// Until when it is put off: till then it is not among the unread.
pub const LATER: Field<Moment> = moment("later");
/// What is told once has one key.
pub const KEY: Field<String> = text("key").unique();

/// The notification.
pub static NOTIFICATION: Object = object("notification", "notifications")
    .icon("bell")
    .title("kind")
    .part_of("about")
    .fields(&[
        USER.def,
        WAITS_FOR.def,
        KIND.def,
        ABOUT.def,
        COMMENT.def,
        BY.def,
        ENTRIES.def,
        OBJECT.def,
        COUNT.def,
        PEOPLE.def,
        READ_AT.def,
        LATER.def,
        KEY.def,
    ])
    .list(&["user", "kind", "about", "created_at", "read_at"])
    .internal();
