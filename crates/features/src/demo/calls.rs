//! What sellers said their deals would bring, Friday after Friday, and what managers made of it. Some see their deals too
//! bright, some too dark; some are late, or forget it.

mod promise;
mod seen;

use std::collections::HashMap;

use cordee_base::Date;
use cordee_catalog::forecast_call as field;
use cordee_rules::fiscal::{Calendar, Length, Period};

use super::Company;
use super::calendar::YESTERDAY;
use super::cultures::Region;
use super::draw::Draw;
use super::phrases::Phrases;
use super::sheet::Sheet;
use promise::Promise;
use seen::Seen;

/// Of no more sellers: of a large company the first team of each region.
const MOST: usize = 48;
/// How many quarters before this one.
const BACK: usize = 4;
/// From so many days before a quarter begins one says what it will bring,
const AHEAD: i64 = 14;
/// and then again after so many.
const STEP: i64 = 14;

/// When one does, in minutes after eight: on a Friday; a little later the lead of the team, and then the head of sales.
const SAID: i64 = 380;
const LEADS_SAID: i64 = 460;
const HEAD_SAID: i64 = 520;
/// Who is late does on the Monday after.
const LATE: i64 = 3;

impl Company {
    /// All that was said of the last quarters and of this one.
    pub(super) fn calls(&self) -> Sheet<'_> {
        let header = [
            "foreign_id",
            "created_at",
            field::PERIOD.name(),
            field::OWNER.name(),
            field::COVERS.name(),
            field::COMMIT.name(),
            field::BEST_CASE.name(),
            field::COMMENT.name(),
        ];
        // Found out when the rows are asked for: it takes a look at all deals.
        let rows = std::iter::once(()).flat_map(move |()| self.said());
        Sheet::new("forecast_call", &header, rows)
    }

    fn said(&self) -> Vec<Vec<String>> {
        let rounds: Vec<Round> =
            self.quarters().into_iter().flat_map(|quarter| self.rounds(quarter)).collect();
        let seen = Seen::of(self, &rounds);
        let mut last: HashMap<(String, Who), i64> = HashMap::new();
        let mut rows = Vec::new();
        for (place, round) in rounds.iter().enumerate() {
            for who in self.speakers() {
                let heard = |who: Who| last.get(&(round.key(), who)).copied();
                let Some(promise) = self.promise(round, who, &seen.at(place), &heard) else { continue };
                last.insert((round.key(), who), promise.cents);
                rows.push(self.call_row(round, who, &promise));
            }
        }
        rows
    }

    /// This quarter and those before it, the oldest first.
    fn quarters(&self) -> Vec<Period> {
        let this = Calendar::CIVIL.period(Length::Quarter, self.calendar.date(0));
        let mut all: Vec<Period> = std::iter::successors(this, Period::previous).take(BACK + 1).collect();
        all.reverse();
        all
    }

    /// The Fridays on which one spoke of a quarter.
    fn rounds(&self, quarter: Period) -> Vec<Round> {
        let day = |date: Date| i64::from((date - self.calendar.date(0)).get_days());
        let (first, last) = (day(quarter.first()), day(quarter.last()));
        let friday = |day: &i64| self.calendar.date(*day).weekday().to_monday_zero_offset() == 4;
        let latest = (YESTERDAY - 6..=YESTERDAY).rev().find(friday).unwrap_or(YESTERDAY);
        let in_turn = |day: &i64| (latest - day) % STEP == 0;
        let days = (first - AHEAD..=last.min(YESTERDAY)).filter(friday).filter(in_turn);
        days.map(|day| Round { quarter, first, last, day }).collect()
    }

    /// Who speaks, each after those whose words they sum up.
    fn speakers(&self) -> Vec<Who> {
        let sellers = self.sellers().min(MOST);
        let leads = Region::ALL.len().min(sellers);
        let sellers = (0..sellers).map(Who::Seller);
        sellers.chain((0..leads).map(Who::Lead)).chain([Who::Head]).collect()
    }

    fn call_row(&self, round: &Round, who: Who, promise: &Promise) -> Vec<String> {
        let (owner, covers, minutes) = match who {
            Who::Seller(seller) => (self.seller_mail(seller), field::OWN_DEALS, SAID),
            Who::Lead(lead) => (self.seller_mail(lead), field::TEAM_DEALS, LEADS_SAID),
            Who::Head => (self.head_mail(), field::TEAM_DEALS, HEAD_SAID),
        };
        let (day, minutes) = if promise.late { (round.day + LATE, 35) } else { (round.day, minutes) };
        let (name, place) = who.named();
        let minute = minutes + i64::try_from(place).unwrap_or_default();
        let units = |cents: i64| (cents / 100).to_string();
        vec![
            format!("call-{}-{name}-{place}-{}", round.key(), self.calendar.date(round.day)),
            self.calendar.moment(day, minute),
            round.key(),
            owner,
            covers.to_owned(),
            units(promise.cents),
            promise.best_case.map_or(String::new(), units),
            promise.comment.to_owned(),
        ]
    }

    /// The words of whoever speaks.
    fn words(&self, who: Who) -> &'static Phrases {
        match who {
            Who::Seller(seller) | Who::Lead(seller) => Phrases::of(self.seller_language(seller)),
            Who::Head => Phrases::of("en"),
        }
    }

    /// The draws of somebody in a round.
    fn draw_of(&self, round: &Round, who: Who) -> Draw {
        let (name, place) = who.named();
        Draw::of(self.seed, &format!("call {} {name} {}", round.key(), round.day - round.first), place)
    }
}

/// A Friday, and the quarter of which is spoken. Days are counted from today.
struct Round {
    quarter: Period,
    first: i64,
    last: i64,
    day: i64,
}

impl Round {
    /// The key of the quarter.
    fn key(&self) -> String {
        self.quarter.to_string()
    }

    /// How much of the quarter is gone, in hundredths.
    fn gone(&self) -> i64 {
        ((self.day - self.first).max(0) * 100 / (self.last - self.first).max(1)).min(100)
    }

    /// Whether it is known today what the quarter brought.
    fn is_over(&self) -> bool {
        self.last <= YESTERDAY
    }
}

/// Somebody who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Who {
    /// A seller, of their own deals.
    Seller(usize),
    /// The first seller of a region, of those of their team.
    Lead(usize),
    /// The head of sales, of all.
    Head,
}

impl Who {
    fn named(self) -> (&'static str, usize) {
        match self {
            Who::Seller(seller) => ("seller", seller),
            Who::Lead(lead) => ("lead", lead),
            Who::Head => ("head", 0),
        }
    }
}
