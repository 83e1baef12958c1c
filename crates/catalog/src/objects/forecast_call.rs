//! What somebody says will be won in a period: of their own deals, or as a manager of what rises from their team. Each
//! time it is said is a record of its own, which nobody changes.

use cordee_base::{Date, Id, Money};
use cordee_schema::{
    Choice, Default, Field, Group, Object, choice, date, long_text, money, object, person, text,
};

/// What it is called: the period, and whose it is; made by its hook.
pub const TITLE: Field<String> = text("title").read_only().searched().no_import();
/// The key of the period in the company's fiscal calendar: `2026`, `2026-Q3`, `2026-07`.
pub const PERIOD: Field<String> = text("period").required().once().sorted();
/// The first day of the period.
pub const FIRST_DAY: Field<Date> = date("first_day").read_only().sorted().no_import();
/// The last day of it.
pub const LAST_DAY: Field<Date> = date("last_day").read_only().sorted().no_import();
/// Who says it.
pub const OWNER: Field<Id> = person("owner").required().once().default(Default::Me);
/// Of which deals.
pub const COVERS: Field<String> =
    choice("covers", COVERED).required().once().default(Default::Text(OWN_DEALS));
/// What is promised, beside what is won.
pub const COMMIT: Field<Money> = money("commit").once().required_when("covers = own");
/// What may well come beside that.
pub const BEST_CASE: Field<Money> = money("best_case").once();
/// What is open beside that.
pub const PIPELINE: Field<Money> = money("pipeline").once();
/// What is to be said about it; why, where a manager says something else than their people.
pub const COMMENT: Field<String> = long_text("comment").once().searched().required_when("covers = team");
/// What of these deals was won when it was said.
pub const DEALS_CLOSED: Field<Money> = money("deals_closed").read_only().no_import();
/// What they came to in this category.
pub const DEALS_COMMIT: Field<Money> = money("deals_commit").read_only().no_import();
/// What they came to in this category.
pub const DEALS_BEST_CASE: Field<Money> = money("deals_best_case").read_only().no_import();
/// What they came to in this category.
pub const DEALS_PIPELINE: Field<Money> = money("deals_pipeline").read_only().no_import();

/// The key of one's own deals.
pub const OWN_DEALS: &str = "own";
/// The key of those of the teams that one leads, without one's own.
pub const TEAM_DEALS: &str = "team";

const COVERED: &[Choice] = &[Choice::new(OWN_DEALS), Choice::new(TEAM_DEALS)];

/// What somebody says will be won in a period.
pub static FORECAST_CALL: Object = object("forecast_call", "forecast_calls")
    .icon("layers")
    .title(TITLE.name())
    .owner(OWNER.name())
    .fields(&[
        TITLE.def,
        PERIOD.def,
        FIRST_DAY.def,
        LAST_DAY.def,
        OWNER.def,
        COVERS.def,
        COMMIT.def,
        BEST_CASE.def,
        PIPELINE.def,
        COMMENT.def,
        DEALS_CLOSED.def,
        DEALS_COMMIT.def,
        DEALS_BEST_CASE.def,
        DEALS_PIPELINE.def,
    ])
    .list(&[
        TITLE.name(),
        OWNER.name(),
        COVERS.name(),
        COMMIT.name(),
        BEST_CASE.name(),
        PIPELINE.name(),
        DEALS_CLOSED.name(),
        DEALS_COMMIT.name(),
        "created_at",
    ])
    .facts(&[OWNER.name(), COVERS.name(), COMMIT.name(), DEALS_CLOSED.name(), DEALS_COMMIT.name()])
    .form(&[
        Group { name: "main", fields: &[PERIOD.name(), COVERS.name(), OWNER.name()] },
        Group {
            name: "forecast",
            fields: &[COMMIT.name(), BEST_CASE.name(), PIPELINE.name(), COMMENT.name()],
        },
    ]);
