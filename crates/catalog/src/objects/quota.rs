//! What somebody, or a team, is to win in a month, a quarter or a year.

use cordee_base::{Date, Id, Money};
use cordee_schema::{Field, Group, Object, date, link, money, object, person, text};

/// What it is called: the period, whose it is, and of what; made by its hook.
pub const TITLE: Field<String> = text("title").read_only().searched().no_import();
/// The key of the period in the company's fiscal calendar: `2026`, `2026-Q3`, `2026-07`.
pub const PERIOD: Field<String> = text("period").required().sorted();
/// The first day of the period.
pub const FIRST_DAY: Field<Date> = date("first_day").read_only().sorted().no_import();
/// The last day of it.
pub const LAST_DAY: Field<Date> = date("last_day").read_only().sorted().no_import();
/// Whose it is; of a team's quota who leads the team.
pub const OWNER: Field<Id> = person("owner");
/// The team whose it is; none for a person's.
pub const TEAM: Field<Id> = link("team", "team");
/// The product family that it is for; none for all that is sold.
pub const SERIES: Field<String> = text("series").searched();
/// What counts: what is to be won.
pub const AMOUNT: Field<Money> = money("amount")
    .tracked()
    .sorted()
    .required_when("full_amount is empty")
    .read_only_when("full_amount is not empty");
/// What would count without a ramp.
pub const FULL_AMOUNT: Field<Money> = money("full_amount").required_when("ramp is not empty");
/// How many of a hundred of it count in the first month, the second and so on: `0, 25, 50, 75, 100`.
pub const RAMP: Field<String> = text("ramp");
/// The day from which these months are counted, such as that on which somebody began.
pub const RAMP_FROM: Field<Date> = date("ramp_from").required_when("ramp is not empty");

/// What is to be won in a period.
pub static QUOTA: Object = object("quota", "quotas")
    .icon("list-checks")
    .letter('q')
    .title(TITLE.name())
    .owner(OWNER.name())
    .fields(&[
        TITLE.def,
        PERIOD.def,
        FIRST_DAY.def,
        LAST_DAY.def,
        OWNER.def,
        TEAM.def,
        SERIES.def,
        AMOUNT.def,
        FULL_AMOUNT.def,
        RAMP.def,
        RAMP_FROM.def,
    ])
    .list(&[
        TITLE.name(),
        PERIOD.name(),
        OWNER.name(),
        TEAM.name(),
        SERIES.name(),
        AMOUNT.name(),
        FIRST_DAY.name(),
        LAST_DAY.name(),
    ])
    .descending(FIRST_DAY.name())
    .facts(&[PERIOD.name(), OWNER.name(), TEAM.name(), SERIES.name(), AMOUNT.name()])
    .form(&[
        Group {
            name: "main",
            fields: &[PERIOD.name(), OWNER.name(), TEAM.name(), SERIES.name(), AMOUNT.name()],
        },
        Group { name: "ramp", fields: &[FULL_AMOUNT.name(), RAMP.name(), RAMP_FROM.name()] },
    ]);
