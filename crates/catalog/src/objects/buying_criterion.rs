//! What a customer chooses by, and how well one meets it.

use cordee_base::Id;
use cordee_schema::{Choice, Colour, Field, Group, Object, choice, link, long_text, object, text};

/// The deal.
pub const OPPORTUNITY: Field<Id> = link("opportunity", "opportunity").required().once();
/// What they look at.
pub const NAME: Field<String> = text("name").required().searched();
/// How much it counts.
pub const IMPORTANCE: Field<String> = choice("importance", WEIGHTS);
/// How well one meets it.
pub const FIT: Field<String> = choice("fit", FITS);
/// By what, or what is missing.
pub const NOTE: Field<String> = long_text("note").searched();

const WEIGHTS: &[Choice] = &[
    Choice::new("must").colour(Colour::Purple),
    Choice::new("important").colour(Colour::Blue),
    Choice::new("welcome"),
];

const FITS: &[Choice] = &[
    Choice::new("met").colour(Colour::Green),
    Choice::new("partly").colour(Colour::Amber),
    Choice::new("not_met").colour(Colour::Red),
];

/// What a customer chooses by.
pub static BUYING_CRITERION: Object = object("buying_criterion", "buying_criteria")
    .icon("list-checks")
    .part_of(OPPORTUNITY.name())
    .fields(&[OPPORTUNITY.def, NAME.def, IMPORTANCE.def, FIT.def, NOTE.def])
    .list(&[NAME.name(), IMPORTANCE.name(), FIT.name(), OPPORTUNITY.name()])
    .facts(&[IMPORTANCE.name(), FIT.name(), OPPORTUNITY.name()])
    .form(&[Group {
        name: "main",
        fields: &[OPPORTUNITY.name(), NAME.name(), IMPORTANCE.name(), FIT.name(), NOTE.name()],
    }]);
