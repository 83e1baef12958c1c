//! What the page of an account shows besides: what its deals come to, its people and their parts, the deals going on, the
//! group that it belongs to.

use cordee_catalog::account::{ACCOUNT, LAST_CONTACT, PARENT};
use cordee_catalog::{committee_member, contact, opportunity};
use cordee_kit::{List, People, Portrait, Tell, portrait};
use cordee_schema::{RollUp, Rolled};

/// The page of an account.
pub static PORTRAIT: Portrait = portrait(ACCOUNT.name)
    .tells(&[
        Tell::Reckoned("open", deals(Rolled::Sum, opportunity::AMOUNT.name(), "state = open")),
        Tell::Reckoned("won", deals(Rolled::Sum, opportunity::AMOUNT.name(), "state = won")),
        Tell::Reckoned("first-won", deals(Rolled::Min, opportunity::CLOSE_DATE.name(), "state = won")),
        Tell::Reckoned("last-won", deals(Rolled::Max, opportunity::CLOSE_DATE.name(), "state = won")),
        Tell::Field(LAST_CONTACT.name()),
    ])
    .lists(&[List {
        name: "open-deals",
        of: opportunity::OPPORTUNITY.name,
        by: opportunity::ACCOUNT.name(),
        only: "state = open",
        order: (opportunity::CLOSE_DATE.name(), false),
        columns: &[
            opportunity::NAME.name(),
            opportunity::STAGE.name(),
            opportunity::AMOUNT.name(),
            opportunity::NEXT_STEP.name(),
            opportunity::NEXT_STEP_DATE.name(),
        ],
    }])
    .people(People {
        of: contact::CONTACT.name,
        by: contact::ACCOUNT.name(),
        does: contact::TITLE.name(),
        met: contact::LAST_CONTACT.name(),
        reach: &[contact::PHONE.name(), contact::MOBILE.name(), contact::EMAIL.name()],
        parts: committee_member::COMMITTEE_MEMBER.name,
        person: committee_member::CONTACT.name(),
        within: committee_member::OPPORTUNITY.name(),
        told: &[
            committee_member::ROLE.name(),
            committee_member::INFLUENCE.name(),
            committee_member::STANCE.name(),
        ],
        going: "state = open",
    })
    .tree(PARENT.name());

/// What the account's deals of a kind come to.
const fn deals(what: Rolled, field: &'static str, only: &'static str) -> RollUp {
    let by = opportunity::ACCOUNT.name();
    RollUp { of: opportunity::OPPORTUNITY.name, by, what, field: Some(field), filter: Some(only) }
}
