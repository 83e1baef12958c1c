//! What the page of a contact shows besides: how one reaches them, when one did and will, and the deals in which they have
//! a say.

use cordee_catalog::contact::{CONTACT, EMAIL, LAST_CONTACT, MOBILE, PHONE, SOCIAL_URL};
use cordee_catalog::{activity, committee_member};
use cordee_kit::{List, Portrait, Tell, portrait};
use cordee_schema::{RollUp, Rolled};

/// The page of a contact.
pub static PORTRAIT: Portrait = portrait(CONTACT.name)
    .reach(&[PHONE.name(), MOBILE.name(), EMAIL.name(), SOCIAL_URL.name()])
    .tells(&[
        Tell::Field(LAST_CONTACT.name()),
        Tell::Reckoned(
            "next",
            RollUp {
                of: activity::ACTIVITY.name,
                by: activity::CONTACT.name(),
                what: Rolled::Min,
                field: Some(activity::PLANNED_ON.name()),
                filter: Some("done = no"),
            },
        ),
    ])
    .lists(&[List {
        name: "parts",
        of: committee_member::COMMITTEE_MEMBER.name,
        by: committee_member::CONTACT.name(),
        only: "",
        order: ("created_at", true),
        columns: &[
            committee_member::OPPORTUNITY.name(),
            committee_member::ROLE.name(),
            committee_member::INFLUENCE.name(),
            committee_member::STANCE.name(),
            "opportunity.stage",
            "opportunity.amount",
        ],
    }]);
