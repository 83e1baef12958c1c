//! The options of choices that several objects share, so that a lead's source stays what it was on its deal.

use cordee_schema::{Choice, Colour};

/// Where a customer came from.
pub const SOURCES: &[Choice] = &[
    Choice::new("web"),
    Choice::new("advertising"),
    Choice::new("content"),
    Choice::new("trade_show"),
    Choice::new("referral"),
    Choice::new("social"),
    Choice::new("cold"),
    Choice::new("partner"),
    Choice::new("other"),
];

/// How something is paid for: once, or again and again.
pub const BILLING: &[Choice] = &[Choice::new("one_time"), Choice::new("monthly"), Choice::new("yearly")];

/// What line of business a company is in.
pub const INDUSTRIES: &[Choice] = &[
    Choice::new("technology"),
    Choice::new("retail"),
    Choice::new("software"),
    Choice::new("medical"),
    Choice::new("finance"),
    Choice::new("marketing"),
    Choice::new("entertainment"),
    Choice::new("telecommunications"),
    Choice::new("employment"),
    Choice::new("services"),
    Choice::new("manufacturing"),
    Choice::new("construction"),
    Choice::new("transport"),
    Choice::new("energy"),
    Choice::new("education"),
    Choice::new("government"),
    Choice::new("agriculture"),
    Choice::new("hospitality"),
    Choice::new("other"),
];

/// What a stage means for the deals in it, and therefore what state they are in.
pub const STATES: &[Choice] = &[
    Choice::new("open").colour(Colour::Blue),
    Choice::new("won").colour(Colour::Green),
    Choice::new("lost").colour(Colour::Red),
    Choice::new("after").colour(Colour::Purple),
];

/// How surely a deal is counted on, from surest to not at all.
pub const FORECAST_CATEGORIES: &[Choice] = &[
    Choice::new("closed").colour(Colour::Green),
    Choice::new("commit").colour(Colour::Blue),
    Choice::new("best_case").colour(Colour::Purple),
    Choice::new("pipeline"),
    Choice::new("omitted"),
];
