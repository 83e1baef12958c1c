//! What a customer does or asks that tells that they may buy soon: a trial begun, a question about the contract.

use cordee_base::{Date, Id};
use cordee_schema::{
    Choice, Colour, Default, Field, Group, Object, choice, date, link, long_text, object, text,
};

/// The deal in which it showed.
pub const OPPORTUNITY: Field<Id> = link("opportunity", "opportunity").required().once();
/// What happened, in a few words.
pub const NAME: Field<String> = text("name").required().searched();
/// What sort of sign it is.
pub const KIND: Field<String> = choice("kind", KINDS).required();
/// The day on which it showed.
pub const SHOWN_ON: Field<Date> = date("shown_on").required().default(Default::Today);
/// Who gave it.
pub const CONTACT: Field<Id> = link("contact", "contact");
/// Whatever else is known of it.
pub const NOTE: Field<String> = long_text("note").searched();

/// For so many days a signal is fresh: one answers it now or it grows cold.
pub const FRESH: u16 = 14;

const KINDS: &[Choice] = &[
    Choice::new("trial_started").colour(Colour::Green),
    Choice::new("contract_question").colour(Colour::Blue),
    Choice::new("price_question").colour(Colour::Amber),
    Choice::new("reference_asked").colour(Colour::Purple),
    Choice::new("budget_confirmed").colour(Colour::Green),
    Choice::new("other"),
];

/// What tells that a customer may buy soon.
pub static BUYING_SIGNAL: Object = object("buying_signal", "buying_signals")
    .icon("target")
    .part_of(OPPORTUNITY.name())
    .fields(&[OPPORTUNITY.def, NAME.def, KIND.def, SHOWN_ON.def, CONTACT.def, NOTE.def])
    .list(&[NAME.name(), KIND.name(), SHOWN_ON.name(), CONTACT.name(), OPPORTUNITY.name()])
    .facts(&[KIND.name(), SHOWN_ON.name(), OPPORTUNITY.name(), CONTACT.name()])
    .form(&[Group {
        name: "main",
        fields: &[OPPORTUNITY.name(), NAME.name(), KIND.name(), SHOWN_ON.name(), CONTACT.name(), NOTE.name()],
    }]);
