//! A workspace: one company's data, strictly apart from all others.

use cordee_base::{Decimal, Time};
use cordee_schema::{Choice, Default, Field, Group, Object, choice, number, object, text, time, yes_no};

/// The company's name.
pub const NAME: Field<String> = text("name").required().sorted();
/// The currency in which sums are made (ISO 4217). It stands once there are amounts.
pub const CURRENCY: Field<String> = text("currency").required().default(Default::Text("EUR"));
/// The time zone in which the company's days begin.
pub const TIME_ZONE: Field<String> = text("time_zone").required().default(Default::Text("UTC"));
/// The language of what is sent without knowing the reader's.
pub const LANGUAGE: Field<String> = text("language").required().default(Default::Text("en"));
/// The country (ISO 3166) of telephone numbers that name none.
pub const COUNTRY: Field<String> = text("country");
/// The month in which the fiscal year begins, 1 to 12.
pub const FISCAL_YEAR_START: Field<Decimal> = number("fiscal_year_start", 0).default(Default::Number(1));
/// The day of the week by which people say what they will win; with none there is no such day.
pub const CALLS_DUE_ON: Field<String> = choice("calls_due_on", WEEKDAYS);
/// The time of that day in the company's zone; its end, if none is said.
pub const CALLS_DUE_AT: Field<Time> = time("calls_due_at");
/// Whether everybody who signs in needs a second factor; a role may ask it of its own people too.
pub const SECOND_FACTOR: Field<bool> = yes_no("second_factor").default(Default::YesNo(false));

/// The days of a week, from Monday.
pub const WEEKDAYS: &[Choice] = &[
    Choice::new("monday"),
    Choice::new("tuesday"),
    Choice::new("wednesday"),
    Choice::new("thursday"),
    Choice::new("friday"),
    Choice::new("saturday"),
    Choice::new("sunday"),
];

/// The workspace.
pub static WORKSPACE: Object = object("workspace", "workspaces")
    .icon("building")
    .fields(&[
        NAME.def,
        CURRENCY.def,
        TIME_ZONE.def,
        LANGUAGE.def,
        COUNTRY.def,
        FISCAL_YEAR_START.def,
        CALLS_DUE_ON.def,
        CALLS_DUE_AT.def,
        SECOND_FACTOR.def,
    ])
    .list(&["name", "currency", "time_zone"])
    .ascending("name")
    .form(&[
        Group {
            name: "about",
            fields: &["name", "currency", "time_zone", "language", "country", "fiscal_year_start"],
        },
        Group { name: "calls", fields: &["calls_due_on", "calls_due_at"] },
        Group { name: "access", fields: &["second_factor"] },
    ])
    .system();
