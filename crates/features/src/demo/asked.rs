//! What the stages of the company ask for before a deal goes on, and what of it is done in the deals on their way.

use cordee_catalog::opportunity::{AMOUNT, CONTACT, EXPECTED_CLOSE_DATE};
use cordee_catalog::stage_criterion::{FIELD, NAME, ORDER, STAGE};
use cordee_i18n::say;

use super::Company;
use super::draw::Draw;
use super::life::Deal;
use super::sheet::Sheet;

/// The fields that must be filled, by the stage that asks.
const FIELDS: [(&str, &str); 3] = [
    ("qualification", AMOUNT.name()),
    ("qualification", EXPECTED_CLOSE_DATE.name()),
    ("demo_or_meeting", CONTACT.name()),
];

/// The lines of the checklists, in the order of the stages.
const LINES: [(&str, &str); 4] = [
    ("demo_or_meeting", "criterion-invented-need"),
    ("proposal", "criterion-invented-sent"),
    ("proposal", "criterion-invented-price"),
    ("negotiation_and_commitment", "criterion-invented-terms"),
];

impl Company {
    /// What the stages ask for.
    pub(super) fn asked(&self) -> Sheet<'_> {
        let header = ["foreign_id", STAGE.name(), NAME.name(), FIELD.name(), ORDER.name()];
        let fields = FIELDS.iter().map(|(stage, field)| (*stage, (*field).to_owned(), *field));
        let lines = LINES.iter().map(|(stage, key)| (*stage, say(self.language, key, &[]), ""));
        let rows = fields.chain(lines).enumerate().map(|(at, (stage, name, field))| {
            let stage = self.stage(stage);
            vec![format!("asked-{}", at + 1), stage, name, field.to_owned(), (at + 1).to_string()]
        });
        Sheet::new("stage_criterion", &header, rows)
    }

    /// What of it is done in a deal that is on its way: all that it has left behind, and some of what comes next.
    pub(super) fn checked(&self, deal: &Deal) -> String {
        if deal.closed.is_some() {
            return String::new();
        }
        let mut draw = Draw::of(self.seed, "checked", deal.index);
        let passed = |stage: &str| deal.passages().any(|(known, _, left)| known == stage && left.is_some());
        let mut done = |stage: &str| passed(stage) || stage == deal.stage() && draw.chance(50);
        let lines = LINES.iter().filter(|(stage, _)| done(stage));
        lines.map(|(_, key)| say(self.language, key, &[])).collect::<Vec<_>>().join("; ")
    }
}
