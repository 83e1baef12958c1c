//! What a customer holds against buying, what one answered, and whether that was enough.

use cordee_base::{Date, Id};
use cordee_schema::{
    Choice, Colour, Default, Field, Group, Object, choice, date, link, long_text, object, text, yes_no,
};

/// The deal in which it was raised.
pub const OPPORTUNITY: Field<Id> = link("opportunity", "opportunity").required().once();
/// What was said, in the customer's words.
pub const NAME: Field<String> = text("name").required().searched();
/// What it is about.
pub const TYPE: Field<String> = choice("type", TYPES).required();
/// What one answered.
pub const ANSWER: Field<String> = long_text("answer").searched();
/// The customer holds it against buying no more.
pub const OVERCOME: Field<bool> = yes_no("overcome").required().default(Default::YesNo(false));
/// When it was raised.
pub const RAISED_ON: Field<Date> = date("raised_on").default(Default::Today);
/// Who raised it.
pub const RAISED_BY: Field<Id> = link("raised_by", "contact");
/// The stage in which the deal stood; the one of the day, if nobody says.
pub const STAGE: Field<Id> = link("stage", "stage").unindexed();

const TYPES: &[Choice] = &[
    Choice::new("budget").colour(Colour::Amber),
    Choice::new("authority").colour(Colour::Purple),
    Choice::new("need").colour(Colour::Blue),
    Choice::new("timing").colour(Colour::Green),
    Choice::new("other"),
];

/// What a customer holds against buying.
pub static OBJECTION: Object = object("objection", "objections")
    .icon("shield")
    .part_of(OPPORTUNITY.name())
    .fields(&[
        OPPORTUNITY.def,
        NAME.def,
        TYPE.def,
        ANSWER.def,
        OVERCOME.def,
        RAISED_ON.def,
        RAISED_BY.def,
        STAGE.def,
    ])
    .list(&[
        NAME.name(),
        TYPE.name(),
        OVERCOME.name(),
        RAISED_BY.name(),
        RAISED_ON.name(),
        STAGE.name(),
        OPPORTUNITY.name(),
    ])
    .facts(&[TYPE.name(), OVERCOME.name(), OPPORTUNITY.name(), RAISED_BY.name(), RAISED_ON.name()])
    .form(&[
        Group {
            name: "main",
            fields: &[
                OPPORTUNITY.name(),
                NAME.name(),
                TYPE.name(),
                RAISED_BY.name(),
                RAISED_ON.name(),
                STAGE.name(),
            ],
        },
        Group { name: "result", fields: &[ANSWER.name(), OVERCOME.name()] },
    ]);
