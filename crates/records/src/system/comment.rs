//! A comment: what somebody says about a record, to all who see it.

use cordee_base::{Id, Moment};
use cordee_schema::{AnyLink, Default, Field, Group, Object, any_link, long_text, moment, object, person};

/// The record that it is about.
pub const ABOUT: Field<Box<AnyLink>> = any_link("about").required().once();
/// What is said. Who is meant is named as `@Name` or `@name@example.com`.
pub const TEXT: Field<String> = long_text("text").required().searched().personal();
/// Who says it, and alone may change it.
pub const AUTHOR: Field<Id> = person("author").read_only().default(Default::Me);
/// When its text was last changed.
pub const EDITED_AT: Field<Moment> = moment("edited_at").read_only();
/// The ids of those whom it mentions, with blanks between.
pub const MENTIONED: Field<String> = long_text("mentioned").read_only();

/// The comment. It is written where the record stands that it is about.
pub static COMMENT: Object = object("comment", "comments")
    .icon("message-square")
    .title("text")
    .part_of("about")
    .by_author("author")
    .fields(&[ABOUT.def, TEXT.def, AUTHOR.def, EDITED_AT.def, MENTIONED.def])
    .list(&["text", "about", "author", "created_at", "edited_at"])
    .facts(&["about", "author", "edited_at"])
    .form(&[Group { name: "main", fields: &["about", "text"] }]);
