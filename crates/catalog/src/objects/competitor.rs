//! Another company that sells to the same customers.

use cordee_schema::{Field, Group, Object, long_text, object, text, url};

/// What it is called.
pub const NAME: Field<String> = text("name").required().searched().sorted().duplicate_key();
/// Its pages.
pub const WEBSITE: Field<String> = url("website");
/// What it is good at.
pub const STRENGTHS: Field<String> = long_text("strengths").searched();
/// Where one beats it.
pub const WEAKNESSES: Field<String> = long_text("weaknesses").searched();
/// Whatever else one should know.
pub const DESCRIPTION: Field<String> = long_text("description").searched();

/// Another company that sells to the same customers.
pub static COMPETITOR: Object = object("competitor", "competitors")
    .icon("swords")
    .fields(&[NAME.def, WEBSITE.def, STRENGTHS.def, WEAKNESSES.def, DESCRIPTION.def])
    .list(&[NAME.name(), STRENGTHS.name(), WEAKNESSES.name(), WEBSITE.name(), "updated_at"])
    .ascending(NAME.name())
    .facts(&[WEBSITE.name()])
    .form(&[Group {
        name: "main",
        fields: &[NAME.name(), WEBSITE.name(), STRENGTHS.name(), WEAKNESSES.name(), DESCRIPTION.name()],
    }])
    .mergeable();
