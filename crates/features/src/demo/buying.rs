//! How customers buy: who has a say in a deal, what troubles them, what they choose by, what they hold against it;
//! and who else sells such things. Known of deals on their way, and of some that are closed.

use cordee_catalog::{buying_criterion, buying_signal, committee_member, competitor, objection, pain_point};

use super::Company;
use super::calendar::YESTERDAY;
use super::contacts::contact_id;
use super::cultures::Culture;
use super::deals::deal_id;
use super::draw::Draw;
use super::life::Deal;
use super::phrases::Phrases;
use super::products::PRODUCTS;
use super::sheet::Sheet;

/// Others who sell such things: their name, what they are good at, and where one beats them.
pub const COMPETITORS: [(&str, &str, &str); 4] = [
    ("Stockpilot", "Low price per reader", "No support on site"),
    ("Wareon", "Known by every consultant", "Half a year until it runs"),
    ("Lagerix", "Strong in cold stores", "Reads metal badly"),
    ("Skladia", "Made for small shops", "Stops at one warehouse"),
];

/// The options of `type` of an objection, in the order of the phrases.
const OBJECTIONS: [&str; 4] = ["budget", "authority", "need", "timing"];

/// The options of `kind` of a buying signal, in the order of the phrases.
const SIGNALS: [&str; 5] =
    ["trial_started", "contract_question", "price_question", "reference_asked", "budget_confirmed"];

impl Company {
    /// The competitors.
    pub(super) fn competitors(&self) -> Sheet<'_> {
        use competitor::{NAME, STRENGTHS, WEAKNESSES, WEBSITE};
        let header = [NAME.name(), WEBSITE.name(), STRENGTHS.name(), WEAKNESSES.name()];
        let rows = COMPETITORS.iter().map(|(name, strength, weakness)| {
            let website = format!("https://{}.example", name.to_lowercase());
            vec![(*name).to_owned(), website, (*strength).to_owned(), (*weakness).to_owned()]
        });
        Sheet::new("competitor", &header, rows)
    }

    /// Who has a say in the deals.
    pub(super) fn committees(&self) -> Sheet<'_> {
        use committee_member::{CONTACT, GUARDS, INFLUENCE, OPPORTUNITY, ROLE, STANCE};
        let header = [
            "foreign_id",
            OPPORTUNITY.name(),
            CONTACT.name(),
            ROLE.name(),
            INFLUENCE.name(),
            STANCE.name(),
            GUARDS.name(),
        ];
        let rows = self.looked_into().flat_map(|deal| self.committee(&deal));
        Sheet::new("committee_member", &header, rows)
    }

    /// What troubles the customers.
    pub(super) fn pain_points(&self) -> Sheet<'_> {
        use pain_point::{CONTACT, NAME, OPPORTUNITY, PRODUCT, SEVERITY};
        let header =
            ["foreign_id", OPPORTUNITY.name(), NAME.name(), SEVERITY.name(), CONTACT.name(), PRODUCT.name()];
        let known = self.looked_into().filter(|deal| deal.passages().count() > 1);
        let rows = known.map(|deal| {
            let mut draw = Draw::of(self.seed, "pain", deal.index);
            vec![
                format!("{}-pain", deal_id(deal.index)),
                deal_id(deal.index),
                draw.pick(say(&deal).pains).to_owned(),
                draw.weighted(&[("high", 2), ("medium", 3), ("low", 1)]).to_owned(),
                contact_id(deal.contact),
                PRODUCTS[deal.product].name.to_owned(),
            ]
        });
        Sheet::new("pain_point", &header, rows)
    }

    /// What the customers choose by.
    pub(super) fn criteria(&self) -> Sheet<'_> {
        use buying_criterion::{FIT, IMPORTANCE, NAME, OPPORTUNITY};
        let header = ["foreign_id", OPPORTUNITY.name(), NAME.name(), IMPORTANCE.name(), FIT.name()];
        let known = self.looked_into().filter(|deal| deal.passages().count() > 2);
        let rows = known.flat_map(move |deal| {
            let mut draw = Draw::of(self.seed, "criteria", deal.index);
            let (first, count) = (draw.below(4), draw.between(1, 3) as usize);
            let row = move |place: usize| {
                let mut draw = Draw::of(self.seed, "criterion", deal.index * 4 + place);
                let criteria = say(&deal).criteria;
                vec![
                    format!("{}-criterion-{}", deal_id(deal.index), place + 1),
                    deal_id(deal.index),
                    criteria[(first + place) % criteria.len()].to_owned(),
                    draw.weighted(&[("must", 2), ("important", 3), ("welcome", 1)]).to_owned(),
                    draw.weighted(&[("met", 4), ("partly", 3), ("not_met", 1), ("", 1)]).to_owned(),
                ]
            };
            (0..count).map(row).collect::<Vec<_>>()
        });
        Sheet::new("buying_criterion", &header, rows)
    }

    /// What the customers held against buying.
    pub(super) fn objections(&self) -> Sheet<'_> {
        use objection::{ANSWER, NAME, OPPORTUNITY, OVERCOME, RAISED_BY, RAISED_ON, TYPE};
        let header = [
            "foreign_id",
            OPPORTUNITY.name(),
            NAME.name(),
            TYPE.name(),
            ANSWER.name(),
            OVERCOME.name(),
            RAISED_ON.name(),
            RAISED_BY.name(),
        ];
        let known = self.looked_into().filter(|deal| deal.passages().count() > 2 && deal.index % 3 > 0);
        let rows = known.map(|deal| {
            let mut draw = Draw::of(self.seed, "objection", deal.index);
            let place = draw.below(OBJECTIONS.len());
            let (said, answer) = say(&deal).objections[place];
            let answered = draw.chance(75);
            let overcome = answered && draw.chance(60);
            let raised = deal.passages().last().map_or(deal.created(), |(_, entered, _)| entered);
            vec![
                format!("{}-objection", deal_id(deal.index)),
                deal_id(deal.index),
                said.to_owned(),
                OBJECTIONS[place].to_owned(),
                if answered { answer.to_owned() } else { String::new() },
                if overcome { "yes" } else { "no" }.to_owned(),
                self.calendar.date(raised).to_string(),
                contact_id(deal.contact),
            ]
        });
        Sheet::new("objection", &header, rows)
    }

    /// What tells that the customers may buy soon; a few have said so these days.
    pub(super) fn signals(&self) -> Sheet<'_> {
        use buying_signal::{CONTACT, KIND, NAME, OPPORTUNITY, SHOWN_ON};
        let header =
            ["foreign_id", OPPORTUNITY.name(), NAME.name(), KIND.name(), SHOWN_ON.name(), CONTACT.name()];
        let known = self.looked_into().filter(|deal| deal.passages().count() > 2 && deal.index % 4 == 1);
        let rows = known.map(|deal| {
            let mut draw = Draw::of(self.seed, "signal", deal.index);
            let place = draw.below(SIGNALS.len());
            let entered = deal.passages().last().map_or(deal.created(), |(_, entered, _)| entered);
            let last = deal.closed.map_or(YESTERDAY, |(_, day)| day);
            let day = draw.between(entered.min(last), last);
            vec![
                format!("{}-signal", deal_id(deal.index)),
                deal_id(deal.index),
                say(&deal).signals[place].to_owned(),
                SIGNALS[place].to_owned(),
                self.calendar.date(day).to_string(),
                contact_id(deal.contact),
            ]
        });
        Sheet::new("buying_signal", &header, rows)
    }

    /// The deals of which it is known how the customer buys.
    fn looked_into(&self) -> impl Iterator<Item = Deal> + Send + '_ {
        (0..self.size)
            .map(|index| self.deal(index))
            .filter(|deal| deal.closed.is_none() || deal.index % 7 == 0)
    }

    fn committee(&self, deal: &Deal) -> Vec<Vec<String>> {
        let mut draw = Draw::of(self.seed, "committee", deal.index);
        let slots = if self.is_person(deal.account) { 0..1 } else { 0..3 };
        let mut members = Vec::new();
        for slot in slots {
            let person = deal.account * 3 + slot;
            if person != deal.contact && !draw.chance(40) {
                continue;
            }
            let (role, influence) = draw.weighted(match slot {
                0 => &[(("decision_maker", "high"), 5), (("economic_buyer", "high"), 2)],
                1 => {
                    &[(("champion", "medium"), 4), (("influencer", "medium"), 3), (("gatekeeper", "low"), 2)]
                }
                _ => &[(("end_user", "low"), 4), (("influencer", "medium"), 2), (("blocker", "medium"), 1)],
            });
            let stance = match role {
                "champion" => "supports",
                "blocker" => "opposes",
                _ => draw.weighted(&[("supports", 3), ("neutral", 4), ("opposes", 1), ("", 2)]),
            };
            let guards = if role == "gatekeeper" { contact_id(deal.account * 3) } else { String::new() };
            members.push(vec![
                format!("{}-member-{}", deal_id(deal.index), slot + 1),
                deal_id(deal.index),
                contact_id(person),
                role.to_owned(),
                influence.to_owned(),
                stance.to_owned(),
                guards,
            ]);
        }
        members
    }
}

/// The words of the deal's customer.
fn say(deal: &Deal) -> &'static Phrases {
    Phrases::of(Culture::of(deal.account).0.language)
}
