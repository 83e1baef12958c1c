//! A bulk change: the same done to many records of a list, in stretches, told record by record, and taken back as a whole.

use cordee_base::{Decimal, Id, Moment};
use cordee_schema::{
    Choice, Colour, Default, Field, Object, choice, long_text, moment, number, object, person, text,
};

/// It is under way.
pub const RUNNING: &str = "running";
/// All is done.
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

/// The object, by name.
pub const OBJECT: Field<String> = text("object").required();
/// The records by their ids, with blanks between; none means all that the filter leaves.
pub const RECORDS: Field<String> = long_text("records");
/// What the records must be like, in the short form of filters.
pub const FILTER: Field<String> = long_text("filter");
/// What is done to each, as JSON.
pub const CHANGE: Field<String> = long_text("change").required();
/// How it stands.
pub const STATUS: Field<String> = choice("status", STATES).required().default(Default::Text(RUNNING));
/// How many records it was to be when it began.
pub const TOTAL: Field<Decimal> = number("total", 0);
/// How many were changed.
pub const CHANGED: Field<Decimal> = number("changed", 0);
/// How many were so already.
pub const SAME: Field<Decimal> = number("same", 0);
/// How many were refused.
pub const REFUSED: Field<Decimal> = number("refused", 0);
/// The first of those that were refused, each with why, as JSON.
pub const REFUSALS: Field<String> = long_text("refusals");
/// Where it stands: the last id; while it is taken back, a number of the journal.
pub const POSITION: Field<String> = text("position");
/// The number of the journal before it began.
pub const FIRST_SEQ: Field<Decimal> = number("first_seq", 0);
/// Who began it.
pub const BEGUN_BY: Field<Id> = person("begun_by");
/// When it ended.
pub const ENDED_AT: Field<Moment> = moment("ended_at");

/// The bulk change.
pub static BULK_CHANGE: Object = object("bulk_change", "bulk_changes")
    .icon("list-checks")
    .title("status")
    .fields(&[
        OBJECT.def,
        RECORDS.def,
        FILTER.def,
        CHANGE.def,
        STATUS.def,
        TOTAL.def,
        CHANGED.def,
        SAME.def,
        REFUSED.def,
        REFUSALS.def,
        POSITION.def,
        FIRST_SEQ.def,
        BEGUN_BY.def,
        ENDED_AT.def,
    ])
    .list(&["object", "status", "total", "changed"])
    .internal();
