//! What waits for a seller today: next steps, deals that need follow-up, new leads, meetings, and the month so far.

use cordee_catalog::{activity, lead, opportunity};
use cordee_kit::{Section, Source, Today};

/// The page that a seller's day begins with.
pub const TODAY: Today =
    Today { sections: &[STEPS, FOLLOW_UP, LEADS, MEETINGS], month: &["won_value", "won_count"] };

const STEPS: Section = Section { name: "steps", sources: &[NEXT_STEPS, DUE, BEGUN], aside: false };
const FOLLOW_UP: Section = Section { name: "follow_up", sources: &[NEGLECTED], aside: false };
const LEADS: Section = Section { name: "leads", sources: &[NEW_LEADS], aside: false };
const MEETINGS: Section = Section { name: "meetings", sources: &[MEETINGS_TODAY], aside: true };

/// The next steps of deals that are due or overdue.
const NEXT_STEPS: Source = Source {
    object: opportunity::OPPORTUNITY.name,
    filter: "state = open and next_step_date <= today",
    sort: (opportunity::NEXT_STEP_DATE.name(), false),
    text: Some(opportunity::NEXT_STEP.name()),
    about: &[opportunity::ACCOUNT.name(), opportunity::AMOUNT.name()],
    when: Some(opportunity::NEXT_STEP_DATE.name()),
    moves: Some(opportunity::NEXT_STEP_DATE.name()),
    done: Some("step_done"),
    stands_for: None,
};

/// What must be done by today; the task that stands for the next step of a deal is told with the deal.
const DUE: Source = Source {
    object: activity::ACTIVITY.name,
    filter: "done = no and due_date <= today",
    sort: (activity::DUE_DATE.name(), false),
    text: None,
    about: &[activity::KIND.name(), activity::CONTACT.name(), activity::ACCOUNT.name()],
    when: Some(activity::DUE_DATE.name()),
    moves: Some(activity::DUE_DATE.name()),
    done: Some("complete"),
    stands_for: Some(activity::OPPORTUNITY.name()),
};

/// What begins today, or should have begun, without a day by which it must be done.
const BEGUN: Source = Source {
    filter: "done = no and starts_at <= today and due_date is empty and not kind in (meeting, demo, visit, note)",
    sort: (activity::STARTS_AT.name(), false),
    when: Some(activity::STARTS_AT.name()),
    ..DUE
};

/// Open deals that show a sign.
const NEGLECTED: Source = Source {
    object: opportunity::OPPORTUNITY.name,
    filter: "state = open and follow_up is not empty",
    sort: (opportunity::CLOSE_DATE.name(), false),
    text: None,
    about: &[opportunity::ACCOUNT.name(), opportunity::STAGE.name(), opportunity::AMOUNT.name()],
    when: Some(opportunity::EXPECTED_CLOSE_DATE.name()),
    moves: None,
    done: Some("plan_step"),
    stands_for: None,
};

/// Leads that nobody has touched.
const NEW_LEADS: Source = Source {
    object: lead::LEAD.name,
    filter: "status = new",
    sort: ("created_at", true),
    text: None,
    about: &[lead::COMPANY.name(), lead::SOURCE.name(), lead::ESTIMATED_VALUE.name()],
    when: Some("created_at"),
    moves: None,
    done: Some("take_up"),
    stands_for: None,
};

/// What one meets people at today.
const MEETINGS_TODAY: Source = Source {
    object: activity::ACTIVITY.name,
    filter: "starts_at = today and kind in (meeting, demo, visit)",
    sort: (activity::STARTS_AT.name(), false),
    text: None,
    about: &[activity::CONTACT.name(), activity::ACCOUNT.name()],
    when: Some(activity::STARTS_AT.name()),
    moves: None,
    done: None,
    stands_for: None,
};
