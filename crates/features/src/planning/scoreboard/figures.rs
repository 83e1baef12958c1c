//! The figures of the scoreboard: what each is of a person, and how it is judged.

use cordee_base::Decimal;
use cordee_kit::Said;
use cordee_rules::figures::{average, ratio, win_rate};
use cordee_rules::proportion::Share;
use cordee_rules::quota;
use cordee_rules::scoreboard::{Better, Judged, Rests, judge};

use super::Asked;
use super::read::Person;
use crate::planning::stages::say;

/// A figure that is held against what is usual in the team.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// What was done with customers, for each working day.
    PerDay,
    /// Deals that were made.
    NewDeals,
    /// Deals that were won.
    Won,
    /// What they came to.
    WonValue,
    /// Won of those that were closed.
    WinRate,
    /// What a won deal came to, on average.
    AverageWon,
    /// Days from engagement, else creation, to the close of a won deal; the median.
    Cycle,
    /// What is open.
    Open,
    /// Won of the quota.
    Attainment,
}

impl Figure {
    /// All figures, in the order in which they are told.
    pub const ALL: [Figure; 9] = [
        Figure::PerDay,
        Figure::NewDeals,
        Figure::Won,
        Figure::WonValue,
        Figure::WinRate,
        Figure::AverageWon,
        Figure::Cycle,
        Figure::Open,
        Figure::Attainment,
    ];

    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Figure::PerDay => "report-scoreboard-per-day",
            Figure::NewDeals => "report-column-new-deals",
            Figure::Won => "report-column-won",
            Figure::WonValue => "report-column-won-value",
            Figure::WinRate => "report-column-win-rate",
            Figure::AverageWon => "report-column-average-won",
            Figure::Cycle => "report-column-cycle",
            Figure::Open => "report-column-open-value",
            Figure::Attainment => "report-column-attainment",
        }
    }

    /// Which way it is better.
    fn better(self) -> Better {
        if self == Figure::Cycle { Better::Less } else { Better::More }
    }

    /// What it is of somebody; none who has no such figure, as who sells nothing has no deals.
    pub fn of(self, person: &Person, asked: &Asked) -> Option<Decimal> {
        let sells = |value: Decimal| person.sells().then_some(value);
        match self {
            Figure::PerDay => ratio(person.done.all().into(), asked.working_days.into()),
            Figure::NewDeals => sells(person.new_deals.into()),
            Figure::Won => sells(person.won.into()),
            Figure::WonValue => sells(person.won_minor),
            Figure::WinRate => win_rate(person.won.into(), person.lost.into()),
            Figure::AverageWon => average(person.won_minor, person.priced),
            Figure::Cycle => person.cycle(),
            Figure::Open => sells(person.open_minor),
            Figure::Attainment => {
                let won = i64::try_from(person.won_minor).unwrap_or(i64::MAX);
                person.quota.and_then(|quota| quota::attainment(won, quota))
            }
        }
    }

    /// On what it rests.
    fn rests(self, person: &Person) -> Rests {
        match self {
            Figure::WinRate => Rests::Cases(person.closed()),
            Figure::AverageWon => Rests::Deals(person.priced),
            Figure::Cycle => Rests::Deals(person.cycles.iter().map(|(_, deals)| deals).sum()),
            _ => Rests::Counted,
        }
    }

    /// The figures of all who have one.
    pub fn team(self, people: &[Person], asked: &Asked) -> Vec<Decimal> {
        people.iter().filter_map(|person| self.of(person, asked)).collect()
    }

    /// It held against the team's.
    pub fn judged(self, person: &Person, people: &[Person], asked: &Asked) -> Option<Judged> {
        let figure = self.of(person, asked)?;
        Some(judge(figure, self.better(), self.rests(person), &self.team(people, asked)))
    }

    /// As a report says it.
    pub fn say(self, value: Option<Decimal>) -> Said {
        let kind: fn(Decimal) -> Said = match self {
            Figure::PerDay | Figure::NewDeals | Figure::Won => Said::Number,
            Figure::WonValue | Figure::AverageWon | Figure::Open => Said::Money,
            Figure::WinRate | Figure::Attainment => Said::Ratio,
            Figure::Cycle => Said::Days,
        };
        Said::or_none(value, kind)
    }

    /// As a report says it of somebody: a win rate with its bounds and the number of cases.
    pub fn said(self, person: &Person, asked: &Asked) -> Said {
        match self {
            Figure::WinRate => say::share(person.closed()),
            _ => self.say(self.of(person, asked)),
        }
    }
}

impl Person {
    /// Won and lost.
    pub fn closed(&self) -> Share {
        Share { yes: self.won, no: self.lost }
    }
}
