//! A person who has a say in a deal, and the part they play: one of those who buy together.

use cordee_base::Id;
use cordee_schema::{Choice, Colour, Field, Group, Object, choice, link, long_text, object, text};

use super::contact;

/// The deal.
pub const OPPORTUNITY: Field<Id> = link("opportunity", "opportunity").required().once();
/// The person.
pub const CONTACT: Field<Id> = link("contact", "contact").required();
/// The person's name, kept here so that the member is found by it.
pub const NAME: Field<String> =
    text("name").copied_from(CONTACT, contact::NAME.name()).read_only().searched().personal();
/// The part that they play; who plays two is a member twice.
pub const ROLE: Field<String> = choice("role", ROLES).required();
/// How much their word counts.
pub const INFLUENCE: Field<String> = choice("influence", WEIGHTS);
/// Whether they are for it.
pub const STANCE: Field<String> = choice("stance", STANCES);
/// Whom a gatekeeper guards.
pub const GUARDS: Field<Id> = link("guards", "contact").unindexed().choosable("id != $contact");
/// Whatever else one should know.
pub const NOTE: Field<String> = long_text("note").searched().personal();

/// Who decides.
pub const DECISION_MAKER: &str = "decision_maker";
/// Who has the budget.
pub const ECONOMIC_BUYER: &str = "economic_buyer";
/// Who sells it inside for us.
pub const CHAMPION: &str = "champion";
/// Who is listened to.
pub const INFLUENCER: &str = "influencer";
/// Who will use what is bought.
pub const END_USER: &str = "end_user";
/// Who decides who gets through.
pub const GATEKEEPER: &str = "gatekeeper";
/// Who does not want it.
pub const BLOCKER: &str = "blocker";

const ROLES: &[Choice] = &[
    Choice::new(DECISION_MAKER).colour(Colour::Purple),
    Choice::new(ECONOMIC_BUYER).colour(Colour::Blue),
    Choice::new(CHAMPION).colour(Colour::Green),
    Choice::new(INFLUENCER),
    Choice::new(GATEKEEPER).colour(Colour::Amber),
    Choice::new(END_USER),
    Choice::new(BLOCKER).colour(Colour::Red),
];

const WEIGHTS: &[Choice] = &[
    Choice::new("high").colour(Colour::Purple),
    Choice::new("medium").colour(Colour::Blue),
    Choice::new("low"),
];

const STANCES: &[Choice] = &[
    Choice::new("supports").colour(Colour::Green),
    Choice::new("neutral"),
    Choice::new("opposes").colour(Colour::Red),
];

/// A person who has a say in a deal.
pub static COMMITTEE_MEMBER: Object = object("committee_member", "committee_members")
    .icon("users")
    .part_of(OPPORTUNITY.name())
    .fields(&[
        OPPORTUNITY.def,
        CONTACT.def,
        NAME.def,
        ROLE.def,
        INFLUENCE.def,
        STANCE.def,
        GUARDS.def,
        NOTE.def,
    ])
    .list(&[CONTACT.name(), ROLE.name(), INFLUENCE.name(), STANCE.name(), GUARDS.name(), OPPORTUNITY.name()])
    .ascending("created_at")
    .facts(&[CONTACT.name(), ROLE.name(), OPPORTUNITY.name(), INFLUENCE.name(), STANCE.name(), GUARDS.name()])
    .form(&[Group {
        name: "main",
        fields: &[
            OPPORTUNITY.name(),
            CONTACT.name(),
            ROLE.name(),
            INFLUENCE.name(),
            STANCE.name(),
            GUARDS.name(),
            NOTE.name(),
        ],
    }]);
