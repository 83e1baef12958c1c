//! What everybody, and every team, was and is to win: by quarter and by year, so that all parts add up.

use std::collections::BTreeMap;

use cordee_catalog::quota as field;
use cordee_rules::fiscal::{Calendar, Length, Period};

use super::Company;
use super::cultures::Region;
use super::draw::Draw;
use super::life::{Line, Outcome};
use super::sheet::Sheet;

/// Of so many deals at the most it is reckoned what a quarter brings.
const SAMPLE: usize = 2_000;
/// How many days back that is looked at.
const YEAR: i64 = 365;
/// The quotas of a quarter, in hundredths of what one brought in the last year: more from quarter to quarter.
const GROWTH: (i64, i64) = (125, 7);
/// What a quarter is usually rounded to, in whole units.
const ROUND: i64 = 1_000;

impl Company {
    /// The quotas of this year and of the one before: of each seller, each team with sellers, and all of Sales.
    pub(super) fn quotas(&self) -> Sheet<'_> {
        let header = [
            "foreign_id",
            field::PERIOD.name(),
            field::OWNER.name(),
            field::TEAM.name(),
            field::AMOUNT.name(),
        ];
        let usual = self.won_in_a_quarter();
        let years = [-1, 0].into_iter().filter_map(|back| self.year(back)).collect::<Vec<_>>();
        let rows = years.into_iter().flat_map(move |year| self.quotas_of(&year, usual));
        Sheet::new("quota", &header, rows)
    }

    /// The rows of a year: its quarters, then what they add up to.
    fn quotas_of(&self, year: &Period, usual: i64) -> Vec<Vec<String>> {
        let mut sums: BTreeMap<Whose, i64> = BTreeMap::new();
        let mut rows = Vec::new();
        for quarter in year.parts(Length::Quarter) {
            let quarterly = self.quarter(&quarter, usual);
            for (whose, units) in quarterly {
                *sums.entry(whose.clone()).or_default() += units;
                rows.push(self.quota_row(&quarter, &whose, units));
            }
        }
        rows.extend(sums.iter().map(|(whose, units)| self.quota_row(year, whose, *units)));
        rows
    }

    /// What each is to win in a quarter, in whole units; of a team what its people and the teams below it are to win.
    fn quarter(&self, quarter: &Period, usual: i64) -> BTreeMap<Whose, i64> {
        let mut all = BTreeMap::new();
        for seller in 0..self.sellers() {
            let units = self.personal(seller, quarter, usual);
            all.insert(Whose::Seller(seller), units);
            let (team, region) = (self.team_of(seller), Region::ALL[seller % Region::ALL.len()].name());
            let further = if team == region { None } else { Some(region.to_owned()) };
            for team in [Some(team), further, Some("Sales".to_owned())].into_iter().flatten() {
                *all.entry(Whose::Team(team)).or_default() += units;
            }
        }
        all
    }

    /// What a seller is to win in a quarter: who began lately less, and all of them more from quarter to quarter.
    fn personal(&self, seller: usize, quarter: &Period, usual: i64) -> i64 {
        let mut draw = Draw::of(self.seed, "quota", seller);
        let share = draw.weighted(&[(80, 2), (100, 4), (120, 2)]);
        let now = self.calendar.date(0);
        let this = Calendar::CIVIL.period(Length::Quarter, now);
        let later =
            |other: &Period| (i64::from(other.first().year()) * 12 + i64::from(other.first().month())) / 3;
        let ahead = this.map_or(0, |this| later(quarter) - later(&this));
        let percent = (GROWTH.0 + GROWTH.1 * ahead).max(GROWTH.1);
        let units = usual * share * percent / 10_000;
        (units / ROUND).max(1) * ROUND
    }

    /// What a seller won on average in a quarter of the last year, in whole units; of many deals it is reckoned from some.
    fn won_in_a_quarter(&self) -> i64 {
        let step = self.size.div_ceil(SAMPLE).max(1);
        let sampled = (0..self.size).step_by(step).map(|index| self.deal(index));
        let lately =
            sampled.filter(|deal| deal.closed.is_some_and(|(how, day)| how == Outcome::Won && day >= -YEAR));
        let cents: i64 = lately.flat_map(|deal| deal.lines).map(|line| Line::cents(&line)).sum();
        cents / 100 * step as i64 / 4 / self.sellers().max(1) as i64
    }

    /// The calendar year so many years from this one.
    fn year(&self, later: i64) -> Option<Period> {
        let this = Calendar::CIVIL.period(Length::Year, self.calendar.date(0))?;
        if later < 0 { this.previous() } else { Some(this) }
    }

    fn quota_row(&self, period: &Period, whose: &Whose, units: i64) -> Vec<String> {
        let (key, owner, team) = match whose {
            Whose::Seller(seller) => (format!("seller-{seller}"), self.seller_mail(*seller), String::new()),
            // Whose it is follows from who leads the team.
            Whose::Team(team) => (format!("team-{team}"), String::new(), team.clone()),
        };
        vec![format!("quota-{period}-{key}"), period.to_string(), owner, team, units.to_string()]
    }
}

/// Whose a quota is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Whose {
    /// A seller's, by their place.
    Seller(usize),
    /// A team's, by its name.
    Team(String),
}
