//! The nouns of selling, one file each, and the defaults a new workspace starts with: declarations only.
//!
//! What the engine does with an object follows from what is said here; see `cordee-schema`.

pub mod aliases;
pub mod deals;
pub mod defaults;
mod objects;
pub mod options;
pub mod terms;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

pub use objects::{
    account, activity, affiliation, buying_criterion, buying_signal, committee_member, competitor, contact,
    credit_split, forecast_call, lead, objection, opportunity, opportunity_line, pain_point, pipeline,
    product, quota, stage, stage_criterion,
};

use cordee_schema::Object;

/// All objects of selling, in the order in which people meet them.
pub fn objects() -> [&'static Object; 20] {
    [
        &account::ACCOUNT,
        &contact::CONTACT,
        &affiliation::AFFILIATION,
        &lead::LEAD,
        &pipeline::PIPELINE,
        &stage::STAGE,
        &stage_criterion::STAGE_CRITERION,
        &opportunity::OPPORTUNITY,
        &opportunity_line::OPPORTUNITY_LINE,
        &credit_split::CREDIT_SPLIT,
        &committee_member::COMMITTEE_MEMBER,
        &pain_point::PAIN_POINT,
        &buying_criterion::BUYING_CRITERION,
        &objection::OBJECTION,
        &buying_signal::BUYING_SIGNAL,
        &competitor::COMPETITOR,
        &product::PRODUCT,
        &activity::ACTIVITY,
        &quota::QUOTA,
        &forecast_call::FORECAST_CALL,
    ]
}
