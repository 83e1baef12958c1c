//! What troubles a customer so that they look for something better.

use cordee_base::Id;
use cordee_schema::{Choice, Colour, Field, Group, Object, choice, link, long_text, object, text};

/// The deal in which it came up.
pub const OPPORTUNITY: Field<Id> = link("opportunity", "opportunity").required().once();
/// What it is, in a few words.
pub const NAME: Field<String> = text("name").required().searched();
/// How much it hurts.
pub const SEVERITY: Field<String> = choice("severity", SEVERITIES);
/// Who feels it.
pub const CONTACT: Field<Id> = link("contact", "contact");
/// What answers it.
pub const PRODUCT: Field<Id> = link("product", "product");
/// What it costs them, and how they live with it today.
pub const DESCRIPTION: Field<String> = long_text("description").searched();

const SEVERITIES: &[Choice] = &[
    Choice::new("high").colour(Colour::Red),
    Choice::new("medium").colour(Colour::Amber),
    Choice::new("low"),
];

/// What troubles a customer.
pub static PAIN_POINT: Object = object("pain_point", "pain_points")
    .icon("flag")
    .part_of(OPPORTUNITY.name())
    .fields(&[OPPORTUNITY.def, NAME.def, SEVERITY.def, CONTACT.def, PRODUCT.def, DESCRIPTION.def])
    .list(&[NAME.name(), SEVERITY.name(), CONTACT.name(), PRODUCT.name(), OPPORTUNITY.name()])
    .facts(&[SEVERITY.name(), OPPORTUNITY.name(), CONTACT.name(), PRODUCT.name()])
    .form(&[Group {
        name: "main",
        fields: &[
            OPPORTUNITY.name(),
            NAME.name(),
            SEVERITY.name(),
            CONTACT.name(),
            PRODUCT.name(),
            DESCRIPTION.name(),
        ],
    }]);
