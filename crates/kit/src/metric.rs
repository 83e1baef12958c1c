//! A figure, declared once.

use cordee_base::{Date, Decimal, Moment, Outcome};
use cordee_records::{By, Gate, GroupKey};
use cordee_schema::Filter;

/// A figure of the catalog: win rate, pipeline value.
#[derive(Clone, Copy, Debug)]
pub struct Metric {
    /// The name: `win_rate`. Its words are `metric-win-rate` and `metric-win-rate-help`.
    pub name: &'static str,
    /// What it counts in.
    pub unit: Unit,
    /// The object whose records it is reckoned from, by name.
    pub object: &'static str,
    /// The date field of that object by which `from` and `to` bound it.
    pub date: &'static str,
    /// The statistics it knows; the first is meant when none is asked for. Empty if there is no choice.
    pub statistics: &'static [Statistic],
    /// What the records it rests on are like, so that a number opens down to its rows.
    pub rows: fn() -> Filter,
    /// Reckons it.
    pub reckon: fn(&mut Gate<'_>, &Ask) -> Outcome<Answer>,
}

/// What a figure counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Things.
    Count,
    /// The workspace's currency.
    Money,
    /// A share of one.
    Ratio,
    /// Days.
    Days,
}

/// How one number is made of many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Statistic {
    /// The arithmetic mean.
    Mean,
    /// The value in the middle.
    Median,
}

/// What is asked of a figure.
#[derive(Clone, Debug)]
pub struct Ask {
    /// By what it is split.
    pub by: Vec<By>,
    /// From this day on.
    pub from: Option<Date>,
    /// Up to this day, which is included.
    pub to: Option<Date>,
    /// Of records that are like this.
    pub filter: Filter,
    /// As it stood at this moment.
    pub as_of: Option<Moment>,
    /// Which statistic; the figure's first if none is said.
    pub statistic: Option<Statistic>,
}

/// What a figure answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// One figure for each group.
    pub groups: Vec<(Vec<GroupKey>, Figure)>,
    /// The figure over all, reckoned from what the records come to, not from the figures of the groups.
    pub total: Figure,
}

/// One number, and on how many records it rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The number; none where there are no data. Money is in whole units of the workspace's currency.
    pub value: Option<Decimal>,
    /// The number of records it rests on.
    pub n: u64,
}

impl Unit {
    /// The name in the API.
    pub fn name(self) -> &'static str {
        match self {
            Unit::Count => "count",
            Unit::Money => "money",
            Unit::Ratio => "ratio",
            Unit::Days => "days",
        }
    }
}

impl Statistic {
    /// All statistics with their names.
    pub const ALL: [(&'static str, Statistic); 2] =
        [("mean", Statistic::Mean), ("median", Statistic::Median)];

    /// The statistic called `name`.
    pub fn named(name: &str) -> Option<Statistic> {
        Statistic::ALL.iter().find(|(n, _)| *n == name).map(|(_, statistic)| *statistic)
    }

    /// The name in the API.
    pub fn name(self) -> &'static str {
        Statistic::ALL.iter().find(|(_, s)| *s == self).map_or("", |(name, _)| name)
    }
}
