//! What the page of a deal shows besides: its next step on top, and how it is won or lost.

use cordee_catalog::opportunity::{NEXT_STEP, NEXT_STEP_DATE, OPPORTUNITY};
use cordee_kit::{Next, Portrait, portrait};
use cordee_ui::Tone;

use super::{lose, next_step, win};

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
    });
