//! The leads: mostly of the last weeks, further along the older they are. Those converted are deals by now.

use cordee_catalog::lead as field;

use super::Company;
use super::accounts::firm;
use super::calendar::{HISTORY, YESTERDAY};
use super::cultures::{Culture, latin, telephone};
use super::draw::Draw;
use super::phrases::Phrases;
use super::sheet::Sheet;

/// What becomes of leads within a week, within a month, and later: options of `status` by weight.
const YOUNG: &[(&str, usize)] = &[("new", 6), ("working", 2)];
const GROWING: &[(&str, usize)] = &[("new", 1), ("working", 4), ("qualified", 3), ("disqualified", 1)];
const OLD: &[(&str, usize)] = &[
    ("working", 1),
    ("qualified", 2),
    ("accepted", 2),
    ("sales_qualified", 2),
    ("nurture", 4),
    ("disqualified", 6),
];

const REASONS: &[(&str, usize)] = &[
    ("no_budget", 4),
    ("no_need", 4),
    ("bad_timing", 3),
    ("no_authority", 2),
    ("bad_data", 2),
    ("competitor", 1),
];

impl Company {
    /// The leads.
    pub(super) fn leads(&self) -> Sheet<'_> {
        let header = [
            "foreign_id",
            "created_at",
            field::NAME.name(),
            field::COMPANY.name(),
            field::TITLE.name(),
            field::EMAIL.name(),
            field::PHONE.name(),
            field::STATUS.name(),
            field::PRIORITY.name(),
            field::SOURCE.name(),
            field::OWNER.name(),
            field::ESTIMATED_VALUE.name(),
            field::INDUSTRY.name(),
            field::DISQUALIFY_REASON.name(),
        ];
        Sheet::new("lead", &header, (0..self.lead_count()).map(|lead| self.lead_row(lead)))
    }

    pub(super) fn lead_count(&self) -> usize {
        self.size * 3 / 10
    }

    /// When a lead came in.
    pub(super) fn lead_created(&self, lead: usize) -> i64 {
        let age = Draw::of(self.seed, "lead age", lead).about(24);
        self.calendar.workday((-age).clamp(-HISTORY, YESTERDAY))
    }

    fn lead_row(&self, lead: usize) -> Vec<String> {
        let mut draw = Draw::of(self.seed, "lead", lead);
        let (culture, place) = Culture::of(lead);
        let (given, family) = (draw.pick(culture.given), draw.pick(culture.family));
        // Counted on from the accounts, so that few are customers already.
        let firm = firm(culture, Culture::of(self.account_count() + lead).1);
        let created = self.lead_created(lead);
        let status = draw.weighted(match created {
            -7.. => YOUNG,
            -30.. => GROWING,
            _ => OLD,
        });
        let reason = if status == "disqualified" { draw.weighted(REASONS) } else { "" };
        let priority =
            if reason.starts_with("no_") { "low" } else { draw.pick(&["low", "medium", "medium", "high"]) };
        vec![
            lead_id(lead),
            self.calendar.moment(created, draw.between(0, 500)),
            (culture.full)(given.0, family.0),
            firm.name,
            draw.pick(Phrases::of(culture.language).heads).to_owned(),
            format!("{}.{}@{}", latin(given), latin(family), firm.domain),
            if draw.chance(60) { telephone(culture, 999_999 - place) } else { String::new() },
            status.to_owned(),
            priority.to_owned(),
            draw.weighted(&[("web", 5), ("content", 3), ("cold", 3), ("trade_show", 2), ("social", 2)])
                .to_owned(),
            self.developer_mail(&mut draw),
            if draw.chance(55) { (draw.about(120) * 100).to_string() } else { String::new() },
            firm.industry.to_owned(),
            reason.to_owned(),
        ]
    }
}

/// The id of a lead in the system it is invented to come from.
pub fn lead_id(lead: usize) -> String {
    format!("lead-{}", lead + 1)
}
