//! A person one sells to, writes to, or should know.

use cordee_base::{Date, Id, Moment};
use cordee_schema::{
    Address, Default, Field, Group, Object, address, choice, date, email, link, long_text, moment, object,
    person, phone, tags, text, url,
};

use super::activity;
use crate::options::SOURCES;

/// The full name, as the person writes it.
pub const NAME: Field<String> =
    text("name").made_of(&["first_name", "last_name"]).required().searched().sorted().personal();
/// The given name.
pub const FIRST_NAME: Field<String> = text("first_name").personal();
/// The family name.
pub const LAST_NAME: Field<String> = text("last_name").personal();
/// The job title.
pub const TITLE: Field<String> = text("title").searched().personal();
/// Where the person works; further places are affiliations.
pub const ACCOUNT: Field<Id> = link("account", "account");
/// Whom the person reports to.
pub const REPORTS_TO: Field<Id> = link("reports_to", "contact");
/// Where to write.
pub const EMAIL: Field<String> = email("email").searched().duplicate_key().personal();
/// Where to call.
pub const PHONE: Field<String> = phone("phone").searched().duplicate_key().personal();
/// Where to call on the way.
pub const MOBILE: Field<String> = phone("mobile").searched().personal();
/// Where to send a fax.
pub const FAX: Field<String> = phone("fax").personal();
/// A name in a messenger.
pub const MESSENGER: Field<String> = text("messenger").personal();
/// A page in a social network.
pub const SOCIAL_URL: Field<String> = url("social_url").personal();
/// Where to find the person.
pub const ADDRESS: Field<Box<Address>> = address("address").personal();
/// The date of birth.
pub const BIRTHDAY: Field<Date> = date("birthday").personal();
/// The language to speak and write in.
pub const LANGUAGE: Field<String> = text("language").personal();
/// What the person likes, so that an offer can be personal.
pub const PREFERENCES: Field<String> = long_text("preferences").personal();
/// The part of the company.
pub const DEPARTMENT: Field<String> = text("department");
/// Who looks after the person.
pub const OWNER: Field<Id> = person("owner").default(Default::Me);
/// Where the person came from.
pub const SOURCE: Field<String> = choice("source", SOURCES);
/// Whatever else one should know.
pub const DESCRIPTION: Field<String> = long_text("description").searched().personal();
/// When one last spoke with, met or wrote to them.
pub const LAST_CONTACT: Field<Moment> = moment("last_contact").rolled_up(activity::last_contact("contact"));
/// Words of the company's own.
pub const TAGS: Field<Vec<String>> = tags("tags").searched();

/// A person one sells to, writes to, or should know.
pub static CONTACT: Object = object("contact", "contacts")
    .icon("contact")
    .owner(OWNER.name())
    .letter('p')
    .fields(&[
        NAME.def,
        FIRST_NAME.def,
        LAST_NAME.def,
        TITLE.def,
        ACCOUNT.def,
        REPORTS_TO.def,
        EMAIL.def,
        PHONE.def,
        MOBILE.def,
        FAX.def,
        MESSENGER.def,
        SOCIAL_URL.def,
        ADDRESS.def,
        BIRTHDAY.def,
        LANGUAGE.def,
        PREFERENCES.def,
        DEPARTMENT.def,
        OWNER.def,
        SOURCE.def,
        DESCRIPTION.def,
        TAGS.def,
        LAST_CONTACT.def,
    ])
    .list(&[
        NAME.name(),
        TITLE.name(),
        ACCOUNT.name(),
        EMAIL.name(),
        PHONE.name(),
        MOBILE.name(),
        OWNER.name(),
        "updated_at",
    ])
    .ascending(NAME.name())
    .facts(&[
        TITLE.name(),
        ACCOUNT.name(),
        EMAIL.name(),
        PHONE.name(),
        MOBILE.name(),
        OWNER.name(),
        TAGS.name(),
    ])
    .form(&[
        Group {
            name: "main",
            fields: &[
                NAME.name(),
                FIRST_NAME.name(),
                LAST_NAME.name(),
                TITLE.name(),
                DEPARTMENT.name(),
                ACCOUNT.name(),
                REPORTS_TO.name(),
                OWNER.name(),
                SOURCE.name(),
            ],
        },
        Group {
            name: "reach",
            fields: &[
                EMAIL.name(),
                PHONE.name(),
                MOBILE.name(),
                FAX.name(),
                MESSENGER.name(),
                SOCIAL_URL.name(),
                ADDRESS.name(),
            ],
        },
        Group {
            name: "more",
            fields: &[TAGS.name(), LANGUAGE.name(), BIRTHDAY.name(), PREFERENCES.name(), DESCRIPTION.name()],
        },
    ])
    .card(&[
        ("FN", NAME.name()),
        ("N.given", FIRST_NAME.name()),
        ("N.family", LAST_NAME.name()),
        ("TITLE", TITLE.name()),
        ("ROLE", TITLE.name()),
        ("ORG", "account.name"),
        ("ORG.unit", DEPARTMENT.name()),
        ("EMAIL", EMAIL.name()),
        ("TEL.work", PHONE.name()),
        ("TEL", PHONE.name()),
        ("TEL.home", PHONE.name()),
        ("TEL.cell", MOBILE.name()),
        ("TEL.fax", FAX.name()),
        ("IMPP", MESSENGER.name()),
        ("URL", SOCIAL_URL.name()),
        ("ADR.street", "address.street"),
        ("ADR.city", "address.city"),
        ("ADR.region", "address.region"),
        ("ADR.code", "address.postcode"),
        ("ADR.country", "address.country"),
        ("BDAY", BIRTHDAY.name()),
        ("LANG", LANGUAGE.name()),
        ("NOTE", DESCRIPTION.name()),
        ("UID", "id"),
    ])
    .mergeable();
