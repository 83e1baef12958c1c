//! A step of a pipeline, and what it means for the deals that stand there.

use cordee_base::{Decimal, Id, Percent};
use cordee_schema::{
    Choice, Default, Field, Group, Object, choice, link, long_text, number, object, percent, text, yes_no,
};

use crate::options::{FORECAST_CATEGORIES, STATES};

/// What it is called.
pub const NAME: Field<String> = text("name").required().searched();
/// The pipeline it is a step of.
pub const PIPELINE: Field<Id> = link("pipeline", "pipeline").required().once();
/// Its place in the pipeline.
pub const ORDER: Field<Decimal> = number("order", 0).required().sorted().default(Default::Number(0));
/// How many of a hundred deals here are won.
pub const PROBABILITY: Field<Percent> = percent("probability");
/// Whether deals here are open, won, lost, or past the sale.
pub const KIND: Field<String> = choice("kind", STATES).required().default(Default::Text("open"));
/// How surely deals here are counted on.
pub const FORECAST_CATEGORY: Field<String> = choice("forecast_category", FORECAST_CATEGORIES);
/// How far the buyer is at this step.
pub const BUYING_STEP: Field<String> = choice("buying_step", BUYING_STEPS);
/// The part of the funnel.
pub const FUNNEL_PART: Field<String> = choice("funnel_part", FUNNEL_PARTS);
/// How many days a deal should take here at most.
pub const EXPECTED_DAYS: Field<Decimal> = number("expected_days", 0);
/// Deals can come here; those that stood here when it went out of use stay.
pub const ACTIVE: Field<bool> = yes_no("active").required().default(Default::YesNo(true));
/// How one sells here: what this step is for.
pub const DESCRIPTION: Field<String> = long_text("description");
/// What to do and to ask here, step by step.
pub const PLAYBOOK: Field<String> = long_text("playbook");

const BUYING_STEPS: &[Choice] =
    &[Choice::new("awareness"), Choice::new("consideration"), Choice::new("decision")];

const FUNNEL_PARTS: &[Choice] = &[Choice::new("top"), Choice::new("middle"), Choice::new("bottom")];

/// A step of a pipeline.
pub static STAGE: Object = object("stage", "stages")
    .icon("flag")
    .fields(&[
        NAME.def,
        PIPELINE.def,
        ORDER.def,
        PROBABILITY.def,
        KIND.def,
        FORECAST_CATEGORY.def,
        BUYING_STEP.def,
        FUNNEL_PART.def,
        EXPECTED_DAYS.def,
        DESCRIPTION.def,
        PLAYBOOK.def,
        ACTIVE.def,
    ])
    .list(&[
        NAME.name(),
        PIPELINE.name(),
        ORDER.name(),
        KIND.name(),
        PROBABILITY.name(),
        FORECAST_CATEGORY.name(),
        BUYING_STEP.name(),
        FUNNEL_PART.name(),
        EXPECTED_DAYS.name(),
    ])
    .ascending(ORDER.name())
    .in_use(ACTIVE.name())
    .facts(&[
        PIPELINE.name(),
        KIND.name(),
        PROBABILITY.name(),
        FORECAST_CATEGORY.name(),
        EXPECTED_DAYS.name(),
    ])
    .form(&[
        Group {
            name: "main",
            fields: &[NAME.name(), PIPELINE.name(), ORDER.name(), KIND.name(), ACTIVE.name()],
        },
        Group { name: "method", fields: &[DESCRIPTION.name(), PLAYBOOK.name()] },
        Group {
            name: "forecast",
            fields: &[PROBABILITY.name(), FORECAST_CATEGORY.name(), EXPECTED_DAYS.name()],
        },
        Group { name: "buying", fields: &[BUYING_STEP.name(), FUNNEL_PART.name()] },
    ]);
