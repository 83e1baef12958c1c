//! What was done with leads and in deals, and what is to be done next.

use cordee_catalog::activity as field;

use super::Company;
use super::accounts::account_id;
use super::calendar::YESTERDAY;
use super::contacts::contact_id;
use super::cultures::Culture;
use super::deals::deal_id;
use super::draw::Draw;
use super::leads::lead_id;
use super::life::{Deal, Outcome};
use super::phrases::Phrases;
use super::sheet::Sheet;

/// Something that can be done: the option of `kind`, what it is called, how many minutes it takes, and how often it is
/// done among its like.
struct Deed {
    kind: &'static str,
    subject: fn(&Phrases) -> &'static str,
    minutes: i64,
    often: usize,
}

const fn deed(kind: &'static str, subject: fn(&Phrases) -> &'static str, minutes: i64, often: usize) -> Deed {
    Deed { kind, subject, minutes, often }
}

/// What is done to find out whether there is a deal.
const APPROACH: &[Deed] = &[
    deed("call", |say| say.cold_call, 6, 6),
    deed("email", |say| say.introduction, 0, 3),
    deed("social", |say| say.social, 0, 1),
];

/// What is done in each open stage, in the order of the default pipeline, and what is talked about there: the first of it
/// always, the rest at times.
const IN_STAGE: [(&str, &[Deed], &[&str]); 5] = [
    ("prospecting", APPROACH, &[]),
    (
        "qualification",
        &[deed("call", |say| say.discovery, 25, 5), deed("note", |say| say.note, 0, 1)],
        &["needs", "timing", "price"],
    ),
    (
        "demo_or_meeting",
        &[deed("demo", |say| say.demo, 60, 5), deed("visit", |say| say.visit, 120, 2)],
        &["product", "needs", "competition"],
    ),
    (
        "proposal",
        &[deed("email", |say| say.proposal, 0, 8), deed("fax", |say| say.fax, 0, 1)],
        &["price", "contract"],
    ),
    (
        "negotiation_and_commitment",
        &[deed("meeting", |say| say.terms, 45, 4), deed("call", |say| say.terms, 20, 3)],
        &["price", "contract", "decision"],
    ),
];

const KICK_OFF: &[Deed] = &[deed("meeting", |say| say.kick_off, 60, 1)];

/// What came of a call, and of a meeting: options of `outcome` by weight.
const OF_CALLS: &[(&str, usize)] =
    &[("connected", 5), ("no_answer", 3), ("voicemail", 2), ("wrong_number", 1)];
const OF_MEETINGS: &[(&str, usize)] = &[("positive", 5), ("neutral", 3), ("negative", 1), ("no_show", 1)];

/// What an activity is about, and who does it.
struct About {
    id: String,
    account: String,
    contact: String,
    lead: String,
    deal: String,
    owner: String,
    phrases: &'static Phrases,
}

impl Company {
    /// The activities with leads, then those of the deals.
    pub(super) fn activities(&self) -> Sheet<'_> {
        let header = [
            "foreign_id",
            "created_at",
            field::SUBJECT.name(),
            field::KIND.name(),
            field::ACCOUNT.name(),
            field::CONTACT.name(),
            field::LEAD.name(),
            field::OPPORTUNITY.name(),
            field::STARTS_AT.name(),
            field::ENDS_AT.name(),
            field::DUE_DATE.name(),
            field::DONE.name(),
            field::DONE_AT.name(),
            field::OUTCOME.name(),
            field::DIRECTION.name(),
            field::OWNER.name(),
            field::TOPICS.name(),
        ];
        let with_leads = (0..self.lead_count()).map(|lead| self.with_lead(lead));
        let in_deals = (0..self.size).flat_map(|deal| self.in_deal(&self.deal(deal)));
        Sheet::new("activity", &header, with_leads.chain(in_deals))
    }

    fn with_lead(&self, lead: usize) -> Vec<String> {
        let mut draw = Draw::of(self.seed, "lead activity", lead);
        let about = About {
            id: format!("{}-activity", lead_id(lead)),
            account: String::new(),
            contact: String::new(),
            lead: lead_id(lead),
            deal: String::new(),
            owner: self.developer_mail(&mut draw),
            phrases: Phrases::of(Culture::of(lead).0.language),
        };
        let day = (self.lead_created(lead) + draw.between(0, 3)).min(YESTERDAY);
        self.done(&about, (APPROACH, &[]), self.calendar.workday(day), true, &mut draw)
    }

    /// One or two deeds in each stage, more where the deal was won; then the hand-over, or the next step.
    fn in_deal(&self, deal: &Deal) -> Vec<Vec<String>> {
        let mut draw = Draw::of(self.seed, "activities", deal.index);
        let won = deal.is(Outcome::Won);
        let mut rows = Vec::new();
        for (stage, entered, left) in deal.passages() {
            let here = IN_STAGE.iter().find(|(name, ..)| *name == stage);
            let (deeds, topics) = here.map_or((APPROACH, &[][..]), |(_, deeds, topics)| (*deeds, *topics));
            let last = left.unwrap_or(YESTERDAY);
            // A stage is passed because something was done; one may just have been entered.
            let times = draw.between(i64::from(left.is_some()), 1)
                + i64::from(draw.chance(if won { 50 } else { 20 }));
            for _ in 0..times {
                let day = self.calendar.workday(draw.between(entered, last)).max(entered);
                rows.push(self.done(&self.about(deal, rows.len()), (deeds, topics), day, won, &mut draw));
            }
        }
        if let Some((_, day)) = deal.closed.filter(|_| won) {
            let start = self.calendar.workday(day + draw.between(1, 9)).max(day);
            if start <= YESTERDAY {
                rows.push(self.done(&self.about(deal, rows.len()), (KICK_OFF, &[]), start, true, &mut draw));
            }
        }
        if let Some((step, due)) = self.next_step(deal) {
            rows.push(self.to_do(self.about(deal, rows.len()), step, due));
        }
        rows
    }

    fn about(&self, deal: &Deal, place: usize) -> About {
        About {
            id: format!("{}-activity-{}", deal_id(deal.index), place + 1),
            account: account_id(deal.account),
            contact: contact_id(deal.contact),
            lead: String::new(),
            deal: deal_id(deal.index),
            owner: self.seller_mail(deal.seller),
            phrases: Phrases::of(Culture::of(deal.account).0.language),
        }
    }

    /// One of the deeds, done on a day, with what was talked about; it went better where the deal was won.
    fn done(
        &self,
        about: &About,
        (deeds, topics): (&[Deed], &[&str]),
        day: i64,
        well: bool,
        draw: &mut Draw,
    ) -> Vec<String> {
        let chances: Vec<(&Deed, usize)> = deeds.iter().map(|deed| (deed, deed.often)).collect();
        let deed = draw.weighted(&chances);
        let start = draw.between(0, 34) * 15;
        let outcome = match deed.kind {
            "call" => draw.weighted(OF_CALLS),
            "meeting" | "demo" | "visit" => draw.weighted(&OF_MEETINGS[..if well { 2 } else { 4 }]),
            _ => "",
        };
        let direction = match deed.kind {
            "call" | "email" | "social" if draw.chance(15) => "inbound",
            "call" | "email" | "social" | "fax" => "outbound",
            _ => "",
        };
        let missed = matches!(outcome, "no_answer" | "voicemail" | "wrong_number");
        let took = if missed { 1 } else { deed.minutes };
        let some = 1 + (start / 15) as usize % topics.len().max(1);
        let silent = missed || outcome == "no_show" || deed.kind == "note";
        let topics = if silent { &[] } else { &topics[..some.min(topics.len())] };
        let starts = self.calendar.moment(day, start);
        let ends = self.calendar.moment(day, start + took);
        vec![
            about.id.clone(),
            starts.clone(),
            (deed.subject)(about.phrases).to_owned(),
            deed.kind.to_owned(),
            about.account.clone(),
            about.contact.clone(),
            about.lead.clone(),
            about.deal.clone(),
            starts,
            if took > 0 { ends.clone() } else { String::new() },
            String::new(),
            "yes".to_owned(),
            ends,
            outcome.to_owned(),
            direction.to_owned(),
            about.owner.clone(),
            topics.join("|"),
        ]
    }

    /// The next step as a task that is open.
    fn to_do(&self, about: About, step: &str, due: i64) -> Vec<String> {
        let created = self.calendar.moment(YESTERDAY.min(due), 0);
        let nothing = String::new;
        vec![
            about.id,
            created,
            step.to_owned(),
            "task".to_owned(),
            about.account,
            about.contact,
            nothing(),
            about.deal,
            nothing(),
            nothing(),
            self.calendar.date(due).to_string(),
            "no".to_owned(),
            nothing(),
            nothing(),
            nothing(),
            about.owner,
            nothing(),
        ]
    }
}
