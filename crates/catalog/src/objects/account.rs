//! A company or a person that buys, has bought or may buy.

use cordee_base::{Date, Decimal, Id, Moment, Money};
use cordee_schema::{
    Address, Alike, Choice, Colour, Default, Field, Group, Object, address, choice, date, email, link,
    long_text, moment, money, number, object, person, phone, tags, text, url,
};

use super::activity;
use crate::options::{INDUSTRIES, SOURCES};

/// What it is called.
pub const NAME: Field<String> = text("name").required().searched().sorted().duplicate_key();
/// A company, or one person who buys for themselves.
pub const KIND: Field<String> = choice("kind", KINDS).required().default(Default::Text("business"));
/// The company that it belongs to.
pub const PARENT: Field<Id> = link("parent", "account");
/// How far it has come as a customer.
pub const LIFECYCLE: Field<String> =
    choice("lifecycle", LIFECYCLES).required().tracked().default(Default::Text("prospect"));
/// When it bought for the first time.
pub const CUSTOMER_SINCE: Field<Date> = date("customer_since");
/// Its line of business.
pub const INDUSTRY: Field<String> = choice("industry", INDUSTRIES);
/// Its pages.
pub const WEBSITE: Field<String> = url("website");
/// The domain of its mail and pages, as `example.com`.
pub const DOMAIN: Field<String> = text("domain").searched().duplicate_key();
/// Where to write.
pub const EMAIL: Field<String> = email("email").searched().duplicate_key().personal();
/// Where to call.
pub const PHONE: Field<String> = phone("phone").searched().personal();
/// Where it sits.
pub const ADDRESS: Field<Box<Address>> = address("address").personal();
/// How many people work there.
pub const EMPLOYEES: Field<Decimal> = number("employees", 0);
/// What it turns over in a year.
pub const ANNUAL_REVENUE: Field<Money> = money("annual_revenue").sorted();
/// The year in which it was founded.
pub const FOUNDED: Field<Decimal> = number("founded", 0).plain();
/// Who looks after it.
pub const OWNER: Field<Id> = person("owner").default(Default::Me);
/// Where it came from.
pub const SOURCE: Field<String> = choice("source", SOURCES);
/// Whatever else one should know.
pub const DESCRIPTION: Field<String> = long_text("description").searched();
/// When one last spoke with, met or wrote to them.
pub const LAST_CONTACT: Field<Moment> = moment("last_contact").rolled_up(activity::last_contact("account"));
/// Words of the company's own.
pub const TAGS: Field<Vec<String>> = tags("tags").searched().tracked();

const KINDS: &[Choice] = &[Choice::new("business"), Choice::new("person")];

const LIFECYCLES: &[Choice] = &[
    Choice::new("prospect").colour(Colour::Blue),
    Choice::new("customer").colour(Colour::Green),
    Choice::new("former").colour(Colour::Amber),
];

/// A company or a person that buys, has bought or may buy.
pub static ACCOUNT: Object = object("account", "accounts")
    .icon("building")
    .owner(OWNER.name())
    .letter('a')
    .fields(&[
        NAME.def,
        KIND.def,
        PARENT.def,
        LIFECYCLE.def,
        CUSTOMER_SINCE.def,
        INDUSTRY.def,
        WEBSITE.def,
        DOMAIN.def,
        EMAIL.def,
        PHONE.def,
        ADDRESS.def,
        EMPLOYEES.def,
        ANNUAL_REVENUE.def,
        FOUNDED.def,
        OWNER.def,
        SOURCE.def,
        DESCRIPTION.def,
        TAGS.def,
        LAST_CONTACT.def,
    ])
    .list(&[
        NAME.name(),
        LIFECYCLE.name(),
        INDUSTRY.name(),
        ANNUAL_REVENUE.name(),
        EMPLOYEES.name(),
        DOMAIN.name(),
        PHONE.name(),
        OWNER.name(),
        "updated_at",
    ])
    .ascending(NAME.name())
    .facts(&[
        LIFECYCLE.name(),
        INDUSTRY.name(),
        OWNER.name(),
        PHONE.name(),
        WEBSITE.name(),
        CUSTOMER_SINCE.name(),
        TAGS.name(),
    ])
    .form(&[
        Group {
            name: "main",
            fields: &[
                NAME.name(),
                KIND.name(),
                LIFECYCLE.name(),
                CUSTOMER_SINCE.name(),
                OWNER.name(),
                SOURCE.name(),
            ],
        },
        Group {
            name: "reach",
            fields: &[WEBSITE.name(), DOMAIN.name(), EMAIL.name(), PHONE.name(), ADDRESS.name()],
        },
        Group {
            name: "company",
            fields: &[
                PARENT.name(),
                INDUSTRY.name(),
                EMPLOYEES.name(),
                ANNUAL_REVENUE.name(),
                FOUNDED.name(),
            ],
        },
        Group { name: "more", fields: &[TAGS.name(), DESCRIPTION.name()] },
    ])
    .alike(&[Alike {
        object: "account",
        by: &[
            (WEBSITE.name(), DOMAIN.name()),
            (EMAIL.name(), DOMAIN.name()),
            // Found by the index of words: few look for a switchboard.
            (PHONE.name(), PHONE.name()),
        ],
    }])
    .mergeable();
