//! The deals as rows, and how each stood at the turns of its way.

use cordee_catalog::opportunity::{self as field, OPPORTUNITY};
use cordee_i18n::option;

use super::Company;
use super::accounts::account_id;
use super::buying::COMPETITORS;
use super::contacts::contact_id;
use super::cultures::Culture;
use super::draw::Draw;
use super::life::{Deal, Line, Outcome};
use super::past::Turn;
use super::phrases::Phrases;
use super::products::PRODUCTS;
use super::sheet::Sheet;

/// Why deals are lost before the customer has seen anything, and after.
const EARLY: &[(&str, usize)] =
    &[("no_need", 4), ("no_budget", 3), ("timing", 3), ("no_decision", 1), ("other", 1)];
const LATE: &[(&str, usize)] = &[
    ("price", 4),
    ("competitor", 4),
    ("no_decision", 3),
    ("product_gap", 2),
    ("no_budget", 1),
    ("relationship", 1),
];

/// Why they are won.
const WON: &[(&str, usize)] = &[
    ("product_fit", 5),
    ("relationship", 3),
    ("price", 3),
    ("service", 2),
    ("reference", 2),
    ("speed", 2),
    ("other", 1),
];

impl Company {
    /// The deals.
    pub(super) fn deals(&self) -> Sheet<'_> {
        let header = [
            "foreign_id",
            "created_at",
            field::NAME.name(),
            field::ACCOUNT.name(),
            field::CONTACT.name(),
            field::PIPELINE.name(),
            field::STAGE.name(),
            field::AMOUNT.name(),
            field::EXPECTED_CLOSE_DATE.name(),
            field::ACTUAL_CLOSE_DATE.name(),
            field::ENGAGED_ON.name(),
            field::TYPE.name(),
            field::SOURCE.name(),
            field::OWNER.name(),
            field::PRODUCT.name(),
            field::LOSS_REASON.name(),
            field::LOSS_NOTE.name(),
            field::COMPETITOR.name(),
            field::NEXT_STEP.name(),
            field::NEXT_STEP_DATE.name(),
            field::CHECKED.name(),
            field::WIN_REASON.name(),
        ];
        Sheet::new("opportunity", &header, (0..self.size).map(|deal| self.deal_row(&self.deal(deal))))
    }

    /// How each deal stood at each turn of its way.
    pub(super) fn history(&self) -> Sheet<'_> {
        let header = [
            OPPORTUNITY.name,
            "at",
            field::STAGE.name(),
            field::AMOUNT.name(),
            field::EXPECTED_CLOSE_DATE.name(),
            field::ACTUAL_CLOSE_DATE.name(),
        ];
        let rows = (0..self.size).flat_map(move |index| {
            let row = move |(at, turn): (String, Turn)| {
                vec![
                    deal_id(index),
                    at,
                    self.stage(turn.stage),
                    turn.cents.map_or(String::new(), cents),
                    self.calendar.date(turn.expected).to_string(),
                    turn.closed.map_or(String::new(), |day| self.calendar.date(day).to_string()),
                ]
            };
            self.dated(&self.deal(index)).into_iter().map(row)
        });
        Sheet::new("deal_history", &header, rows)
    }

    /// What to do next in an open deal, and when; nothing where the seller forgot.
    pub(super) fn next_step(&self, deal: &Deal) -> Option<(&'static str, i64)> {
        let mut draw = Draw::of(self.seed, "next", deal.index);
        if deal.closed.is_some() || !draw.chance(76) {
            return None;
        }
        let day = if draw.chance(22) { draw.between(-18, -1) } else { draw.between(0, 21) };
        let phrases = Phrases::of(Culture::of(deal.account).0.language);
        Some((draw.pick(phrases.next_steps), self.calendar.workday(day)))
    }

    /// The turns of a deal, each with its moment: those of a day follow one another.
    fn dated(&self, deal: &Deal) -> Vec<(String, Turn)> {
        let morning = Draw::of(self.seed, "moves", deal.index).between(0, 40);
        let (mut number, mut before) = (0, None);
        let dated = self.past(deal).into_iter().map(|turn| {
            number = if before == Some(turn.day) { number + 1 } else { 0 };
            before = Some(turn.day);
            (self.calendar.moment(turn.day, morning + 90 * number), turn)
        });
        dated.collect()
    }

    fn deal_row(&self, deal: &Deal) -> Vec<String> {
        let mut draw = Draw::of(self.seed, "deal row", deal.index);
        let date = |day: Option<i64>| day.map_or(String::new(), |day| self.calendar.date(day).to_string());
        let (reason, note, competitor) = self.loss(deal, &mut draw);
        let next = self.next_step(deal);
        let account = self.account_name(deal.account);
        let turns = self.dated(deal);
        vec![
            deal_id(deal.index),
            turns.first().map_or(String::new(), |(at, _)| at.clone()),
            format!("{account} – {}", PRODUCTS[deal.product].name),
            account_id(deal.account),
            contact_id(deal.contact),
            option(self.language, "pipeline", "default", "sales"),
            self.stage(deal.stage()),
            amount(&deal.lines),
            date(turns.last().map(|(_, turn)| turn.expected)),
            date(deal.closed.map(|(_, day)| day)),
            date(deal.steps.iter().find(|(stage, _)| *stage == "qualification").map(|(_, day)| *day)),
            self.sort(deal, &mut draw).to_owned(),
            deal.source.to_owned(),
            self.seller_mail(deal.seller),
            PRODUCTS[deal.product].name.to_owned(),
            reason.to_owned(),
            note.to_owned(),
            competitor.to_owned(),
            next.map_or(String::new(), |(step, _)| step.to_owned()),
            date(next.map(|(_, day)| day)),
            self.checked(deal),
            self.gain(deal).to_owned(),
        ]
    }

    /// Why a deal was won, where somebody has said so.
    fn gain(&self, deal: &Deal) -> &'static str {
        let mut draw = Draw::of(self.seed, "won because", deal.index);
        if deal.is(Outcome::Won) && draw.chance(78) { draw.weighted(WON) } else { "" }
    }

    /// Why a deal was lost, what was learnt, and to whom it went; the competitor may be known in any deal.
    fn loss(&self, deal: &Deal, draw: &mut Draw) -> (&'static str, &'static str, &'static str) {
        let (rival, ..) = draw.pick(&COMPETITORS);
        if !deal.is(Outcome::Lost) {
            return ("", "", if draw.chance(18) { rival } else { "" });
        }
        let reason = draw.weighted(if deal.passages().count() > 2 { LATE } else { EARLY });
        let lessons = &Phrases::of(Culture::of(deal.account).0.language).lessons;
        let lesson = match reason {
            "price" | "competitor" | "relationship" => lessons[0],
            "product_gap" | "no_decision" => lessons[1],
            "no_budget" | "timing" => lessons[2],
            _ => "",
        };
        let note = if draw.chance(40) { lesson } else { "" };
        (reason, note, if reason == "competitor" || draw.chance(10) { rival } else { "" })
    }

    /// The option of `type`: who has bought before buys more, better or again.
    fn sort(&self, deal: &Deal, draw: &mut Draw) -> &'static str {
        let bought = |other: &Deal| {
            other.closed.is_some_and(|(how, day)| how == Outcome::Won && day <= deal.created())
        };
        let customer =
            self.deals_of(deal.account).take_while(|other| other.index < deal.index).any(|d| bought(&d));
        if customer { draw.weighted(&[("cross_sell", 4), ("up_sell", 4), ("renewal", 3)]) } else { "new" }
    }

    /// What the default stage with this key is called in a new workspace.
    pub(super) fn stage(&self, key: &str) -> String {
        option(self.language, "stage", "default", key)
    }
}

/// The id of a deal in the system it is invented to come from.
pub fn deal_id(deal: usize) -> String {
    format!("deal-{}", deal + 1)
}

/// What the lines add up to; nothing where there are none yet.
fn amount(lines: &[Line]) -> String {
    if lines.is_empty() { String::new() } else { cents(lines.iter().map(Line::cents).sum()) }
}

/// Hundredths of the currency as a number.
pub fn cents(cents: i64) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}
