//! An attachment: a file about a record. Its bytes lie elsewhere, by their digest; whoever may read the record may
//! read it, whoever may edit the record adds and removes it.

use cordee_base::Decimal;
use cordee_schema::{AnyLink, Field, Object, any_link, number, object, text};

/// The file's name, as people see it; it is never used as a path.
pub const NAME: Field<String> = text("name").required();
/// The record it is about; none while nobody has said so yet.
pub const ABOUT: Field<Box<AnyLink>> = any_link("about");
/// The field of that record that it was given to, if it was given to one.
pub const FIELD: Field<String> = text("field");
/// What kind of file it is (a media type), as its bytes show.
pub const KIND: Field<String> = text("kind").required();
/// How many bytes it has.
pub const BYTES: Field<Decimal> = number("bytes", 0).required();
/// The SHA-256 of its bytes, in hexadecimal.
pub const DIGEST: Field<String> = text("digest").required();
/// For a picture: how wide it is.
pub const WIDTH: Field<Decimal> = number("width", 0);
/// For a picture: how high it is.
pub const HEIGHT: Field<Decimal> = number("height", 0);

/// The attachment. It is internal: it is reached through its record, by what `files/` gives.
pub static ATTACHMENT: Object = object("attachment", "attachments")
    .icon("paperclip")
    .part_of("about")
    .fields(&[NAME.def, ABOUT.def, FIELD.def, KIND.def, BYTES.def, DIGEST.def, WIDTH.def, HEIGHT.def])
    .list(&["name", "about", "kind", "bytes"])
    .internal();
