//! What the page of a lead shows besides: how far it is, how one reaches them, what one does not know yet, how long nobody
//! has spoken with them, and how it becomes a customer.

use cordee_catalog::lead::{
    COMPANY, EMAIL, ESTIMATED_VALUE, INDUSTRY, LAST_CONTACT, LEAD, NEXT_ACTIVITY, PHONE, SOURCE, STATUS,
    TITLE, WEBSITE,
};
use cordee_kit::{Along, Portrait, Silence, Tell, portrait};
use cordee_ui::Tone;

use super::{convert, disqualify};

/// From how many days without a word a lead grows cold.
const COLD: i64 = 3;

/// The page of a lead.
pub static PORTRAIT: Portrait = portrait(LEAD.name)
    .ends(&[(convert::CONVERT.name, Tone::Won), (disqualify::DISQUALIFY.name, Tone::Lost)])
    .along(Along {
        by: STATUS.name(),
        steps: &["new", "working", "qualified", "accepted", "sales_qualified", "converted"],
    })
    .reach(&[PHONE.name(), EMAIL.name(), WEBSITE.name()])
    .tells(&[
        Tell::Silence(Silence {
            since: &[LAST_CONTACT.name(), "created_at"],
            late: COLD,
            going: "not status in (converted, disqualified)",
        }),
        Tell::Field(NEXT_ACTIVITY.name()),
        Tell::Missing(&[
            COMPANY.name(),
            TITLE.name(),
            EMAIL.name(),
            PHONE.name(),
            SOURCE.name(),
            INDUSTRY.name(),
            ESTIMATED_VALUE.name(),
        ]),
    ]);
