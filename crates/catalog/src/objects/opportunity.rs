//! A sale one works on: what it may bring, when, how surely, and what to do next. "Deal" on screen.

use cordee_base::{Date, Decimal, Id, Moment, Money, Percent};
use cordee_schema::{
    Asks, Board, Choice, Colour, Default, Ended, Field, Group, Object, RollUp, Rolled, Sign, Signs, choice,
    choices, date, link, links, long_text, moment, money, number, object, percent, person, serial, system,
    tags, text, yes_no,
};

use super::activity;
use crate::options::{FORECAST_CATEGORIES, SOURCES, STATES};

/// The number that people say: `D-2026-0042`.
pub const NUMBER: Field<String> = serial("number", "D").searched();
/// What it is called.
pub const NAME: Field<String> = text("name").required().searched();
/// Who buys.
pub const ACCOUNT: Field<Id> = link("account", "account");
/// Whom one talks to.
pub const CONTACT: Field<Id> = link("contact", "contact");
/// The way in which it is sold; few, and each with most of the deals, so that an index would find nothing quicker.
pub const PIPELINE: Field<Id> = link("pipeline", "pipeline").required().unindexed();
/// The step at which it stands.
pub const STAGE: Field<Id> =
    link("stage", "stage").required().tracked().choosable("pipeline = $pipeline and active = yes");
/// What it is worth.
pub const AMOUNT: Field<Money> = money("amount").tracked().sorted();
/// What its lines come to.
pub const LINES_AMOUNT: Field<Money> = money("lines_amount").rolled_up(RollUp {
    of: "opportunity_line",
    by: "opportunity",
    what: Rolled::Sum,
    field: Some("amount"),
    filter: None,
});
/// What its lines bring in a year, of what is paid again and again.
pub const ARR: Field<Money> = money("arr").rolled_up(RollUp {
    of: "opportunity_line",
    by: "opportunity",
    what: Rolled::Sum,
    field: Some("arr"),
    filter: None,
});
/// How many of a hundred such deals are won.
pub const PROBABILITY: Field<Percent> = percent("probability").tracked();
/// How surely it is counted on.
pub const FORECAST_CATEGORY: Field<String> = choice("forecast_category", FORECAST_CATEGORIES).tracked();
/// When it should be closed.
pub const EXPECTED_CLOSE_DATE: Field<Date> = date("expected_close_date").tracked();
/// When it was won or lost.
pub const ACTUAL_CLOSE_DATE: Field<Date> = date("actual_close_date").tracked();
/// The actual close of a closed deal, the expected one of an open deal.
pub const CLOSE_DATE: Field<Date> = date("close_date").read_only().tracked().sorted();
/// When the customer first took part.
pub const ENGAGED_ON: Field<Date> = date("engaged_on");
/// Its stage's kind, kept here so that lists and figures need not ask the stage.
pub const STATE: Field<String> = choice("state", STATES).read_only().tracked();
/// When it entered its stage.
pub const STAGE_SINCE: Field<Moment> = moment("stage_since").read_only();
/// Whether it has come to the stage from which its pipeline counts opportunities; told of no deal that has not moved
/// since, which counts.
pub const COUNTS: Field<bool> = yes_no("counts").read_only().tracked();
/// Of a closed deal, the days from engagement, else from creation, to the actual close.
pub const CYCLE_DAYS: Field<Decimal> = number("cycle_days", 0).read_only();
/// A first sale, or more to someone who bought before.
pub const TYPE: Field<String> = choice("type", TYPES).default(Default::Text("new"));
/// Where it came from.
pub const SOURCE: Field<String> = choice("source", SOURCES);
/// Whose it is.
pub const OWNER: Field<Id> = person("owner").tracked().default(Default::Me);
/// What is mainly sold; a product's deals are found by its name in filters, not followed backwards.
pub const PRODUCT: Field<Id> = link("product", "product").unindexed();
/// Why it was won.
pub const WIN_REASON: Field<String> = choice("win_reason", WIN_REASONS);
/// Why it was lost.
pub const LOSS_REASON: Field<String> = choice("loss_reason", LOSS_REASONS).required_when("state = lost");
/// What was learnt from the loss.
pub const LOSS_NOTE: Field<String> = long_text("loss_note");
/// What whoever looks after the customer next should know.
pub const HANDOVER: Field<String> = long_text("handover").searched();
/// Whom it was, or might be, lost to; one of its competitors.
pub const COMPETITOR: Field<Id> = link("competitor", "competitor").unindexed();
/// Who else wants to sell.
pub const COMPETITORS: Field<Vec<Id>> = links("competitors", "competitor");
/// What to do next.
pub const NEXT_STEP: Field<String> = text("next_step");
/// When to do it.
pub const NEXT_STEP_DATE: Field<Date> = date("next_step_date").sorted();
/// Whatever else one should know.
pub const DESCRIPTION: Field<String> = long_text("description").searched();
/// What of the checklists of its stages is done.
pub const CHECKED: Field<Vec<Id>> = links("checked", "stage_criterion").choosable("field is empty");
/// Why it passed stages by when it last moved.
pub const SKIPPED_BECAUSE: Field<String> = text("skipped_because").tracked();
/// How many people have a part in it that one knows of.
pub const COMMITTEE: Field<Decimal> = number("committee", 0).rolled_up(RollUp {
    of: "committee_member",
    by: "opportunity",
    what: Rolled::Different,
    field: Some("contact"),
    filter: None,
});
/// How many of them decide.
pub const DECISION_MAKERS: Field<Decimal> = number("decision_makers", 0).rolled_up(RollUp {
    of: "committee_member",
    by: "opportunity",
    what: Rolled::Different,
    field: Some("contact"),
    filter: Some("role = decision_maker"),
});
/// When one last spoke with, met or wrote to the customer about it.
pub const LAST_CONTACT: Field<Moment> =
    moment("last_contact").rolled_up(activity::last_contact("opportunity"));
/// The day of what is planned next.
pub const NEXT_ACTIVITY: Field<Date> = date("next_activity").rolled_up(activity::next("opportunity"));
/// The day of the latest buying signal.
pub const LAST_SIGNAL: Field<Date> = date("last_signal").rolled_up(RollUp {
    of: "buying_signal",
    by: "opportunity",
    what: Rolled::Max,
    field: Some("shown_on"),
    filter: None,
});
/// Why somebody should look after it now; found out when asked for.
pub const FOLLOW_UP: Field<Vec<String>> = choices("follow_up", FOLLOW_UPS).read_only();
/// Words of the company's own.
pub const TAGS: Field<Vec<String>> = tags("tags").searched().tracked();

const TYPES: &[Choice] = &[
    Choice::new("new").colour(Colour::Blue),
    Choice::new("cross_sell").colour(Colour::Purple),
    Choice::new("up_sell").colour(Colour::Purple),
    Choice::new("renewal").colour(Colour::Green),
];

const WIN_REASONS: &[Choice] = &[
    Choice::new("product_fit"),
    Choice::new("price"),
    Choice::new("relationship"),
    Choice::new("service"),
    Choice::new("reference"),
    Choice::new("speed"),
    Choice::new("other"),
];

const LOSS_REASONS: &[Choice] = &[
    Choice::new("price"),
    Choice::new("competitor"),
    Choice::new("no_budget"),
    Choice::new("no_decision"),
    Choice::new("no_need"),
    Choice::new("timing"),
    Choice::new("product_gap"),
    Choice::new("relationship"),
    Choice::new("other"),
];

const FOLLOW_UPS: &[Choice] = &[
    Choice::new("step_overdue").colour(Colour::Red),
    Choice::new("close_passed").colour(Colour::Red),
    Choice::new("no_next_step").colour(Colour::Amber),
    Choice::new("long_in_stage").colour(Colour::Amber),
    Choice::new("no_contact").colour(Colour::Amber),
    Choice::new("single_threaded").colour(Colour::Grey),
    Choice::new("no_decision_maker").colour(Colour::Grey),
];

/// Always be closing: an open deal without a dated next step, one that is late, and one that stands still.
static SIGNS: Signs = Signs {
    field: FOLLOW_UP.def,
    all: &[
        Sign::new("step_overdue", "state = open and next_step_date < today"),
        Sign::new("close_passed", "state = open and expected_close_date < today"),
        Sign::new("no_next_step", "state = open and next_step_date is empty"),
        Sign::new("long_in_stage", "state = open").after(&[STAGE_SINCE.name()], "stage", "expected_days"),
        Sign::new("no_contact", "state = open").after(
            &[LAST_CONTACT.name(), "created_at"],
            "pipeline",
            super::pipeline::CONTACT_DAYS.name(),
        ),
        // Whom one has just met one may know alone; who is about to decide, not.
        Sign::new("single_threaded", "state = open and probability >= 40 and not committee >= 2"),
        Sign::new("no_decision_maker", "state = open and probability >= 40 and not decision_makers >= 1"),
    ],
};

/// A sale one works on.
pub static OPPORTUNITY: Object = object("opportunity", "opportunities")
    .icon("money")
    .owner(OWNER.name())
    .letter('d')
    .fields(&[
        NUMBER.def,
        NAME.def,
        ACCOUNT.def,
        CONTACT.def,
        PIPELINE.def,
        STAGE.def,
        AMOUNT.def,
        PROBABILITY.def,
        FORECAST_CATEGORY.def,
        EXPECTED_CLOSE_DATE.def,
        ACTUAL_CLOSE_DATE.def,
        CLOSE_DATE.def,
        ENGAGED_ON.def,
        STATE.def,
        STAGE_SINCE.def,
        CYCLE_DAYS.def,
        TYPE.def,
        SOURCE.def,
        OWNER.def,
        PRODUCT.def,
        LOSS_REASON.def,
        LOSS_NOTE.def,
        COMPETITOR.def,
        NEXT_STEP.def,
        NEXT_STEP_DATE.def,
        DESCRIPTION.def,
        TAGS.def,
        LINES_AMOUNT.def,
        COMPETITORS.def,
        COMMITTEE.def,
        DECISION_MAKERS.def,
        LAST_CONTACT.def,
        NEXT_ACTIVITY.def,
        LAST_SIGNAL.def,
        CHECKED.def,
        SKIPPED_BECAUSE.def,
        HANDOVER.def,
        COUNTS.def,
        WIN_REASON.def,
        ARR.def,
    ])
    .list(&[
        NAME.name(),
        ACCOUNT.name(),
        STAGE.name(),
        AMOUNT.name(),
        PROBABILITY.name(),
        CLOSE_DATE.name(),
        NEXT_STEP.name(),
        NEXT_STEP_DATE.name(),
        OWNER.name(),
        "updated_at",
    ])
    .descending("updated_at")
    .narrowed(&[(STATE.name(), CLOSE_DATE.name()), (STATE.name(), NEXT_STEP_DATE.name())])
    .courses(&[
        STATE.name(),
        STAGE.name(),
        AMOUNT.name(),
        OWNER.name(),
        CLOSE_DATE.name(),
        PIPELINE.name(),
        system::CREATED_AT.name(),
        CYCLE_DAYS.name(),
        PROBABILITY.name(),
    ])
    .figures(&[
        STAGE.name(),
        AMOUNT.name(),
        PROBABILITY.name(),
        PIPELINE.name(),
        OWNER.name(),
        CYCLE_DAYS.name(),
        ACCOUNT.name(),
        PRODUCT.name(),
        SOURCE.name(),
        TYPE.name(),
        FORECAST_CATEGORY.name(),
        LOSS_REASON.name(),
        COUNTS.name(),
        WIN_REASON.name(),
        "created_at",
    ])
    .facts(&[
        STAGE.name(),
        ACCOUNT.name(),
        AMOUNT.name(),
        CLOSE_DATE.name(),
        OWNER.name(),
        NEXT_STEP.name(),
        NEXT_STEP_DATE.name(),
        TAGS.name(),
    ])
    .form(&[
        Group {
            name: "main",
            fields: &[
                NAME.name(),
                ACCOUNT.name(),
                CONTACT.name(),
                OWNER.name(),
                TYPE.name(),
                SOURCE.name(),
                PRODUCT.name(),
                COMPETITOR.name(),
                COMPETITORS.name(),
            ],
        },
        Group {
            name: "sale",
            fields: &[
                PIPELINE.name(),
                STAGE.name(),
                AMOUNT.name(),
                PROBABILITY.name(),
                FORECAST_CATEGORY.name(),
                EXPECTED_CLOSE_DATE.name(),
                ENGAGED_ON.name(),
                "lines",
            ],
        },
        Group { name: "next", fields: &[NEXT_STEP.name(), NEXT_STEP_DATE.name()] },
        Group {
            name: "closing",
            fields: &[
                ACTUAL_CLOSE_DATE.name(),
                WIN_REASON.name(),
                HANDOVER.name(),
                LOSS_REASON.name(),
                LOSS_NOTE.name(),
                "credit_splits",
            ],
        },
        Group { name: "more", fields: &[TAGS.name(), DESCRIPTION.name()] },
    ])
    .board(Board {
        by: STAGE.name(),
        within: Some(PIPELINE.name()),
        sum: Some(AMOUNT.name()),
        weight: Some(PROBABILITY.name()),
        card: &[
            ACCOUNT.name(),
            AMOUNT.name(),
            CLOSE_DATE.name(),
            NEXT_STEP.name(),
            NEXT_STEP_DATE.name(),
            OWNER.name(),
            STAGE_SINCE.name(),
        ],
        since: Some(STAGE_SINCE.name()),
        expected: Some("expected_days"),
        fresh: Some((LAST_SIGNAL.name(), super::buying_signal::FRESH)),
        key: &[super::pipeline::KEY_STAGE.name(), super::pipeline::FOUND_KEY_STAGE.name()],
        ended: Some(Ended {
            told_by: (STATE.name(), super::stage::KIND.name()),
            going: "open",
            on: CLOSE_DATE.name(),
            days: 30,
        }),
        asks: Some(Asks {
            of: "stage_criterion",
            by: super::stage_criterion::STAGE.name(),
            field: super::stage_criterion::FIELD.name(),
            ticked: CHECKED.name(),
            because: SKIPPED_BECAUSE.name(),
            strict: Some(super::pipeline::EXPLAINS_SKIPS.name()),
            free: &["lost"],
        }),
    })
    .board_by(&[(OWNER.name(), OWNER.name()), (CLOSE_DATE.name(), EXPECTED_CLOSE_DATE.name())])
    .signs(&SIGNS)
    .mergeable();
