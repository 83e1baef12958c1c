//! What the page of a deal shows besides: its next step on top, who buys together and what is missing there, what is
//! known of how they buy, and how it is won or lost.

use cordee_catalog::opportunity::{COMPETITOR, COMPETITORS, NEXT_STEP, NEXT_STEP_DATE, OPPORTUNITY, STAGE};
use cordee_catalog::{
    buying_criterion, buying_signal, committee_member, competitor, contact, objection, pain_point, stage,
};
use cordee_kit::{Circle, Guide, Known, Linked, Next, Parts, Portrait, Tell, portrait};
use cordee_ui::Tone;

use super::{lacks, lose, next_step, win};

/// The page of a deal.
pub static PORTRAIT: Portrait = portrait(OPPORTUNITY.name)
    .ends(&[(win::WIN.name, Tone::Won), (lose::LOSE.name, Tone::Lost)])
    .next(Next {
        what: NEXT_STEP.name(),
        when: NEXT_STEP_DATE.name(),
        going: "state = open",
        done: next_step::STEP_DONE.name,
        plan: next_step::PLAN_STEP.name,
        told: &["no_next_step", "step_overdue"],
    })
    .guide(Guide { by: STAGE.name(), about: stage::DESCRIPTION.name(), steps: stage::PLAYBOOK.name() })
    .circle(Circle {
        members: committee_member::COMMITTEE_MEMBER.name,
        person: committee_member::CONTACT.name(),
        part: committee_member::ROLE.name(),
        weight: committee_member::INFLUENCE.name(),
        stance: committee_member::STANCE.name(),
        before: committee_member::GUARDS.name(),
        note: committee_member::NOTE.name(),
        columns: &[
            ("decide", &[committee_member::DECISION_MAKER, committee_member::ECONOMIC_BUYER]),
            ("move", &[committee_member::CHAMPION, committee_member::INFLUENCER]),
            ("use", &[committee_member::END_USER]),
            ("between", &[committee_member::GATEKEEPER, committee_member::BLOCKER]),
        ],
        does: contact::TITLE.name(),
        met: contact::LAST_CONTACT.name(),
        from: contact::ACCOUNT.name(),
        lacks: lacks::lacks,
    })
    .tells(&[Tell::Report("win_probability", "state = open")])
    .known(&[
        Known::Parts(Parts {
            object: buying_signal::BUYING_SIGNAL.name,
            marks: &[
                buying_signal::KIND.name(),
                buying_signal::SHOWN_ON.name(),
                buying_signal::CONTACT.name(),
            ],
            below: Some(buying_signal::NOTE.name()),
            settled: None,
            asked: &[buying_signal::KIND.name()],
        }),
        Known::Parts(Parts {
            object: objection::OBJECTION.name,
            marks: &[objection::TYPE.name(), objection::RAISED_BY.name()],
            below: Some(objection::ANSWER.name()),
            settled: Some(objection::OVERCOME.name()),
            asked: &[objection::TYPE.name()],
        }),
        Known::Parts(Parts {
            object: pain_point::PAIN_POINT.name,
            marks: &[pain_point::SEVERITY.name(), pain_point::CONTACT.name(), pain_point::PRODUCT.name()],
            below: None,
            settled: None,
            asked: &[pain_point::SEVERITY.name()],
        }),
        Known::Parts(Parts {
            object: buying_criterion::BUYING_CRITERION.name,
            marks: &[buying_criterion::IMPORTANCE.name(), buying_criterion::FIT.name()],
            below: None,
            settled: None,
            asked: &[buying_criterion::IMPORTANCE.name()],
        }),
        Known::Linked(Linked {
            field: COMPETITORS.name(),
            first: COMPETITOR.name(),
            below: &[competitor::STRENGTHS.name(), competitor::WEAKNESSES.name()],
        }),
    ]);
