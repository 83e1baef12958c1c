//! Someone who may become a customer, before it is known whether they will.

use cordee_base::{Date, Id, Moment, Money};
use cordee_schema::{
    Address, Alike, Choice, Colour, Default, Field, Group, Object, address, choice, date, email, link,
    long_text, moment, money, object, person, phone, tags, text, url,
};

use super::{account, activity, contact};
use crate::options::{INDUSTRIES, SOURCES};

/// The person's name.
pub const NAME: Field<String> = text("name").required().searched().sorted().personal();
/// The company's name.
pub const COMPANY: Field<String> = text("company").searched();
/// The job title.
pub const TITLE: Field<String> = text("title").personal();
/// Where to write.
pub const EMAIL: Field<String> = email("email").searched().duplicate_key().personal();
/// Where to call.
pub const PHONE: Field<String> = phone("phone").searched().duplicate_key().personal();
/// The company's pages.
pub const WEBSITE: Field<String> = url("website");
/// How far it is on the way to a deal.
pub const STATUS: Field<String> =
    choice("status", STATUSES).required().tracked().default(Default::Text("new"));
/// How urgent it is.
pub const PRIORITY: Field<String> = choice("priority", PRIORITIES).default(Default::Text("medium"));
/// Where it came from.
pub const SOURCE: Field<String> = choice("source", SOURCES);
/// Who works on it.
pub const OWNER: Field<Id> = person("owner").default(Default::Me);
/// What it may bring.
pub const ESTIMATED_VALUE: Field<Money> = money("estimated_value");
/// The company's line of business.
pub const INDUSTRY: Field<String> = choice("industry", INDUSTRIES);
/// Why nothing will come of it.
pub const DISQUALIFY_REASON: Field<String> = choice("disqualify_reason", DISQUALIFY_REASONS);
/// Where to find them.
pub const ADDRESS: Field<Box<Address>> = address("address").personal();
/// Whatever else one should know.
pub const DESCRIPTION: Field<String> = long_text("description").searched().personal();
/// When one last spoke with, met or wrote to them.
pub const LAST_CONTACT: Field<Moment> = moment("last_contact").rolled_up(activity::last_contact("lead"));
/// The day of what is planned next.
pub const NEXT_ACTIVITY: Field<Date> = date("next_activity").rolled_up(activity::next("lead"));
/// Words of the company's own.
pub const TAGS: Field<Vec<String>> = tags("tags").searched().tracked();
/// When it became a contact and a deal.
pub const CONVERTED_AT: Field<Moment> = moment("converted_at").read_only();
/// The account it became.
pub const ACCOUNT: Field<Id> = link("account", "account").read_only();
/// The contact it became.
pub const CONTACT: Field<Id> = link("contact", "contact").read_only().unindexed();
/// The deal it became.
pub const OPPORTUNITY: Field<Id> = link("opportunity", "opportunity").read_only();

const STATUSES: &[Choice] = &[
    Choice::new("new").colour(Colour::Blue),
    Choice::new("working").colour(Colour::Blue),
    Choice::new("qualified").colour(Colour::Purple),
    Choice::new("accepted").colour(Colour::Purple),
    Choice::new("sales_qualified").colour(Colour::Purple),
    Choice::new("converted").colour(Colour::Green),
    Choice::new("disqualified").colour(Colour::Red),
    Choice::new("nurture").colour(Colour::Amber),
];

const PRIORITIES: &[Choice] = &[
    Choice::new("low"),
    Choice::new("medium").colour(Colour::Blue),
    Choice::new("high").colour(Colour::Amber),
];

const DISQUALIFY_REASONS: &[Choice] = &[
    Choice::new("no_budget"),
    Choice::new("no_authority"),
    Choice::new("no_need"),
    Choice::new("bad_timing"),
    Choice::new("bad_data"),
    Choice::new("competitor"),
    Choice::new("duplicate"),
    Choice::new("other"),
];

/// Someone who may become a customer.
pub static LEAD: Object = object("lead", "leads")
    .icon("target")
    .owner(OWNER.name())
    .letter('l')
    .fields(&[
        NAME.def,
        COMPANY.def,
        TITLE.def,
        EMAIL.def,
        PHONE.def,
        WEBSITE.def,
        STATUS.def,
        PRIORITY.def,
        SOURCE.def,
        OWNER.def,
        ESTIMATED_VALUE.def,
        INDUSTRY.def,
        DISQUALIFY_REASON.def,
        ADDRESS.def,
        DESCRIPTION.def,
        TAGS.def,
        CONVERTED_AT.def,
        ACCOUNT.def,
        CONTACT.def,
        OPPORTUNITY.def,
        LAST_CONTACT.def,
        NEXT_ACTIVITY.def,
    ])
    .list(&[
        NAME.name(),
        COMPANY.name(),
        STATUS.name(),
        PRIORITY.name(),
        ESTIMATED_VALUE.name(),
        SOURCE.name(),
        EMAIL.name(),
        PHONE.name(),
        OWNER.name(),
        "created_at",
    ])
    .descending("created_at")
    .narrowed(&[(STATUS.name(), "created_at")])
    .facts(&[
        STATUS.name(),
        COMPANY.name(),
        PRIORITY.name(),
        SOURCE.name(),
        OWNER.name(),
        ESTIMATED_VALUE.name(),
        OPPORTUNITY.name(),
        TAGS.name(),
    ])
    .form(&[
        Group {
            name: "main",
            fields: &[
                NAME.name(),
                COMPANY.name(),
                TITLE.name(),
                STATUS.name(),
                PRIORITY.name(),
                OWNER.name(),
            ],
        },
        Group { name: "reach", fields: &[EMAIL.name(), PHONE.name(), WEBSITE.name(), ADDRESS.name()] },
        Group {
            name: "sale",
            fields: &[SOURCE.name(), INDUSTRY.name(), ESTIMATED_VALUE.name(), DISQUALIFY_REASON.name()],
        },
        Group { name: "more", fields: &[TAGS.name(), DESCRIPTION.name()] },
    ])
    .alike(&[
        Alike {
            object: "contact",
            by: &[
                (NAME.name(), contact::NAME.name()),
                (EMAIL.name(), contact::EMAIL.name()),
                (PHONE.name(), contact::PHONE.name()),
                (PHONE.name(), contact::MOBILE.name()),
            ],
        },
        Alike {
            object: "account",
            by: &[
                (COMPANY.name(), account::NAME.name()),
                (WEBSITE.name(), account::DOMAIN.name()),
                (EMAIL.name(), account::DOMAIN.name()),
            ],
        },
    ])
    .mergeable();
