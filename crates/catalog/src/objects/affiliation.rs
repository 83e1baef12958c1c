//! A further account that a contact works for, or worked for, beside the one on the contact.

use cordee_base::{Date, Id};
use cordee_schema::{Field, Group, Object, date, link, object, text};

/// The person.
pub const CONTACT: Field<Id> = link("contact", "contact").required();
/// The account.
pub const ACCOUNT: Field<Id> = link("account", "account").required();
/// What the person does there.
pub const TITLE: Field<String> = text("title").personal();
/// The first day.
pub const SINCE: Field<Date> = date("since").personal();
/// The last day.
pub const UNTIL: Field<Date> = date("until").personal();

/// A further account that a contact works for.
pub static AFFILIATION: Object = object("affiliation", "affiliations")
    .icon("briefcase")
    .title(TITLE.name())
    .part_of(CONTACT.name())
    .fields(&[CONTACT.def, ACCOUNT.def, TITLE.def, SINCE.def, UNTIL.def])
    .list(&[CONTACT.name(), ACCOUNT.name(), TITLE.name(), SINCE.name(), UNTIL.name()])
    .facts(&[CONTACT.name(), ACCOUNT.name()])
    .form(&[Group {
        name: "main",
        fields: &[CONTACT.name(), ACCOUNT.name(), TITLE.name(), SINCE.name(), UNTIL.name()],
    }]);
