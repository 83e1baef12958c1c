//! A transfer: what belonged to somebody who leaves is given to others, in stretches, and can be taken back.

use cordee_base::{Decimal, Id, Moment};
use cordee_schema::{
    Choice, Colour, Default, Field, Object, choice, long_text, moment, number, object, person, text, yes_no,
};

/// It is under way.
pub const RUNNING: &str = "running";
/// All is given.
pub const DONE: &str = "done";
/// It is being taken back.
pub const UNDOING: &str = "undoing";
/// It was taken back.
pub const UNDONE: &str = "undone";

const STATES: &[Choice] = &[
    Choice::new(RUNNING).colour(Colour::Blue),
    Choice::new(DONE).colour(Colour::Green),
    Choice::new(UNDOING).colour(Colour::Blue),
    Choice::new(UNDONE),
];

/// Whose it was.
pub const GIVER: Field<Id> = person("giver");
/// Who gets it in turn, by their ids, with blanks between.
pub const TAKERS: Field<String> = long_text("takers").required();
/// The objects, by name, with blanks between, in the order in which they are gone through.
pub const OBJECTS: Field<String> = long_text("objects");
/// What the records must be like, in the short form of filters; then there is one object.
pub const FILTER: Field<String> = long_text("filter");
/// Whether only what has not come to its end is given.
pub const OPEN_ONLY: Field<bool> = yes_no("open_only").default(Default::YesNo(false));
/// Whether what was shared with them is shared with the others from now on.
pub const SHARES: Field<bool> = yes_no("shares").default(Default::YesNo(false));
/// Whether who gets it takes their place in the team.
pub const TEAM: Field<bool> = yes_no("team").default(Default::YesNo(false));
/// How it stands.
pub const STATUS: Field<String> = choice("status", STATES).required().default(Default::Text(RUNNING));
/// How many records it was to be when it began.
pub const TOTAL: Field<Decimal> = number("total", 0);
/// How many were given.
pub const MOVED: Field<Decimal> = number("moved", 0);
/// How many could not be given, since a rule of theirs refuses it.
pub const FAILED: Field<Decimal> = number("failed", 0);
/// Where it stands: an object's name and the last id; while it is taken back, a number of the journal.
pub const POSITION: Field<String> = text("position");
/// The number of the journal before it began.
pub const FIRST_SEQ: Field<Decimal> = number("first_seq", 0);
/// Who began it.
pub const BEGUN_BY: Field<Id> = person("begun_by");
/// When it ended.
pub const ENDED_AT: Field<Moment> = moment("ended_at");

/// The transfer.
pub static TRANSFER: Object = object("transfer", "transfers")
    .icon("users")
    .title("status")
    .fields(&[
        GIVER.def,
        TAKERS.def,
        OBJECTS.def,
        FILTER.def,
        OPEN_ONLY.def,
        SHARES.def,
        TEAM.def,
        STATUS.def,
        TOTAL.def,
        MOVED.def,
        FAILED.def,
        POSITION.def,
        FIRST_SEQ.def,
        BEGUN_BY.def,
        ENDED_AT.def,
    ])
    .list(&["giver", "status", "total", "moved"])
    .internal();
