//! An import: a file brought in, with what came of it, so that it can be resumed and undone.

use cordee_base::{Decimal, Id, Moment};
use cordee_schema::{
    Choice, Colour, Default, Field, Object, choice, long_text, moment, number, object, person, text,
};

/// How far an import has come.
pub const STATUS_OPTIONS: &[Choice] = &[
    Choice::new("ready").colour(Colour::Grey),
    Choice::new("running").colour(Colour::Blue),
    Choice::new("stopped").colour(Colour::Amber),
    Choice::new("done").colour(Colour::Green),
    Choice::new("failed").colour(Colour::Red),
    Choice::new("undoing").colour(Colour::Amber),
    Choice::new("undone").colour(Colour::Grey),
];

/// The file's name.
pub const FILE: Field<String> = text("file").required().sorted();
/// The object it was brought into, by name.
pub const OBJECT: Field<String> = text("object").required();
/// How far it has come.
pub const STATUS: Field<String> =
    choice("status", STATUS_OPTIONS).required().default(Default::Text("running"));
/// Whose import it is.
pub const OWNER: Field<Id> = person("owner").default(Default::Me);
/// Where the file stands on the server, so that it can be resumed.
pub const SOURCE: Field<String> = long_text("source");
/// The SHA-256 of the file, so that only the same one is resumed.
pub const DIGEST: Field<String> = text("digest");
/// The mapping, as JSON.
pub const MAPPING: Field<String> = long_text("mapping");
/// How many rows of the file are done.
pub const POSITION: Field<Decimal> = number("position", 0).default(Default::Number(0));
/// How many records were created.
pub const CREATED: Field<Decimal> = number("created", 0).default(Default::Number(0));
/// How many records were changed.
pub const UPDATED: Field<Decimal> = number("updated", 0).default(Default::Number(0));
/// How many rows were passed over, as the mapping says.
pub const SKIPPED: Field<Decimal> = number("skipped", 0).default(Default::Number(0));
/// How many rows were rejected.
pub const FAILED: Field<Decimal> = number("failed", 0).default(Default::Number(0));
/// Where the rejected rows are written, with the reason in a last column.
pub const REJECTS: Field<String> = long_text("rejects");
/// How many bytes of that file belong to the rows that are done.
pub const REJECTS_LENGTH: Field<Decimal> = number("rejects_length", 0).default(Default::Number(0));
/// The journal's sequence number before the first change.
pub const FIRST_SEQ: Field<Decimal> = number("first_seq", 0);
/// The run of several files that it belongs to: the id of the run's first import.
pub const RUN: Field<String> = text("run");
/// When it ended.
pub const ENDED_AT: Field<Moment> = moment("ended_at");

/// The import.
pub static IMPORT: Object = object("import", "imports")
    .icon("upload")
    .title("file")
    .owner("owner")
    .fields(&[
        FILE.def,
        OBJECT.def,
        STATUS.def,
        OWNER.def,
        SOURCE.def,
        DIGEST.def,
        MAPPING.def,
        POSITION.def,
        CREATED.def,
        UPDATED.def,
        SKIPPED.def,
        FAILED.def,
        REJECTS.def,
        REJECTS_LENGTH.def,
        FIRST_SEQ.def,
        RUN.def,
        ENDED_AT.def,
    ])
    .list(&["file", "object", "status", "created", "updated", "skipped", "failed", "owner"])
    .descending("created_at")
    .internal();
