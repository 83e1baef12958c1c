//! Who shares in the credit for a deal: so many of a hundred of it; what nobody has is its owner's.

use cordee_base::{Decimal, Id, Percent};
use cordee_schema::{Field, Group, Object, link, number, object, percent, person, text};

/// The deal.
pub const OPPORTUNITY: Field<Id> = link("opportunity", "opportunity").required().once();
/// Who has a share in it.
pub const PERSON: Field<Id> = person("person").required().tracked();
/// How many of a hundred, with two decimals at the most.
pub const SHARE: Field<Percent> = percent("share").required().tracked();
/// What it is called: who, and how much; made by its hook.
pub const TITLE: Field<String> = text("title").read_only().no_import();
/// What for.
pub const NOTE: Field<String> = text("note").searched();
/// Its place among the shares of its deal.
pub const POSITION: Field<Decimal> = number("position", 0).read_only().no_import();

/// Somebody's share in the credit for a deal.
pub static CREDIT_SPLIT: Object = object("credit_split", "credit_splits")
    .icon("users")
    .title(TITLE.name())
    .part_of(OPPORTUNITY.name())
    .lines("credit_splits", POSITION.name())
    .fields(&[OPPORTUNITY.def, PERSON.def, SHARE.def, NOTE.def, TITLE.def, POSITION.def])
    .list(&[OPPORTUNITY.name(), PERSON.name(), SHARE.name(), NOTE.name()])
    .ascending("created_at")
    .facts(&[OPPORTUNITY.name(), PERSON.name(), SHARE.name()])
    .form(&[Group { name: "main", fields: &[OPPORTUNITY.name(), PERSON.name(), SHARE.name(), NOTE.name()] }]);
