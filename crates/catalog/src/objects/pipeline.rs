//! A way in which deals are sold: an ordered row of stages.

use cordee_base::{Decimal, Id};
use cordee_schema::{
    Choice, Default, Field, Group, Object, choice, link, long_text, number, object, text, yes_no,
};

/// What it is called.
pub const NAME: Field<String> = text("name").required().searched().unique();
/// When to use it.
pub const DESCRIPTION: Field<String> = long_text("description");
/// Its place among the pipelines.
pub const ORDER: Field<Decimal> = number("order", 0).required().sorted().default(Default::Number(0));
/// After how many days without a word to the customer a deal needs somebody.
pub const CONTACT_DAYS: Field<Decimal> = number("contact_days", 0).default(Default::Number(14));
/// The stage at which it is decided whether a deal is won, where people know better than the figures.
pub const KEY_STAGE: Field<Id> =
    link("key_stage", "stage").unindexed().choosable("pipeline = $id and kind = open and active = yes");
/// The stage at which it is decided as the figures have it, found day by day; none where they do not tell.
pub const FOUND_KEY_STAGE: Field<Id> = link("found_key_stage", "stage").unindexed().read_only().no_import();
/// The stage from which a deal counts as an opportunity; without it every deal does.
pub const COUNTS_FROM: Field<Id> =
    link("counts_from", "stage").unindexed().choosable("pipeline = $id and kind = open and active = yes");
/// A deal passes stages by only for a reason.
pub const EXPLAINS_SKIPS: Field<bool> = yes_no("explains_skips").default(Default::YesNo(false));
/// The way of selling whose stages it begins with; none for one that begins empty.
pub const TEMPLATE: Field<String> = choice("template", TEMPLATES).once().unindexed();
/// New deals can be put in it.
pub const ACTIVE: Field<bool> = yes_no("active").required().default(Default::YesNo(true));

/// By the keys of [`crate::defaults::PIPELINES`].
const TEMPLATES: &[Choice] = &[Choice::new("sales"), Choice::new("seven_steps"), Choice::new("four_steps")];

/// A way in which deals are sold.
pub static PIPELINE: Object = object("pipeline", "pipelines")
    .icon("route")
    .fields(&[
        NAME.def,
        DESCRIPTION.def,
        ORDER.def,
        ACTIVE.def,
        CONTACT_DAYS.def,
        KEY_STAGE.def,
        FOUND_KEY_STAGE.def,
        COUNTS_FROM.def,
        EXPLAINS_SKIPS.def,
        TEMPLATE.def,
    ])
    .list(&[NAME.name(), DESCRIPTION.name(), ORDER.name(), ACTIVE.name()])
    .ascending(ORDER.name())
    .in_use(ACTIVE.name())
    .facts(&[ACTIVE.name(), KEY_STAGE.name(), FOUND_KEY_STAGE.name(), COUNTS_FROM.name(), DESCRIPTION.name()])
    .form(&[Group {
        name: "main",
        fields: &[
            NAME.name(),
            TEMPLATE.name(),
            DESCRIPTION.name(),
            ORDER.name(),
            CONTACT_DAYS.name(),
            KEY_STAGE.name(),
            COUNTS_FROM.name(),
            EXPLAINS_SKIPS.name(),
            ACTIVE.name(),
        ],
    }]);
