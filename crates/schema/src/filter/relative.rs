//! Stretches of days counted from today: `this_quarter`, `last_30_days`.

use cordee_base::{Date, FirstDay, Period};

/// A stretch of days counted from today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relative {
    /// Yesterday (-1), today (0), tomorrow (1): the period so many periods from the present one.
    Period(Period, i32),
    /// The last N days, today included.
    LastDays(u16),
    /// The next N days, today included.
    NextDays(u16),
}

impl Relative {
    /// The stretch called `name`: `today`, `yesterday`, `tomorrow`, `this_week`, `last_month`, `next_quarter`,
    /// `last_30_days`, `next_7_days`.
    pub fn named(name: &str) -> Option<Relative> {
        match name {
            "today" => return Some(Relative::Period(Period::Day, 0)),
            "yesterday" => return Some(Relative::Period(Period::Day, -1)),
            "tomorrow" => return Some(Relative::Period(Period::Day, 1)),
            _ => {}
        }
        let (which, rest) = name.split_once('_')?;
        let step = match which {
            "this" => 0,
            "last" => -1,
            "next" => 1,
            _ => return None,
        };
        if let Some(period) = Period::named(rest).filter(|period| *period != Period::Day) {
            return Some(Relative::Period(period, step));
        }
        let days: u16 = rest.strip_suffix("_days")?.parse().ok().filter(|days| (1..=3660).contains(days))?;
        match step {
            -1 => Some(Relative::LastDays(days)),
            1 => Some(Relative::NextDays(days)),
            _ => None,
        }
    }

    /// The name that `named` reads.
    pub fn name(self) -> String {
        match self {
            Relative::Period(Period::Day, 0) => "today".to_owned(),
            Relative::Period(Period::Day, step) if step < 0 => "yesterday".to_owned(),
            Relative::Period(Period::Day, _) => "tomorrow".to_owned(),
            Relative::Period(period, step) => {
                let which = ["last", "this", "next"][(step.signum() + 1) as usize];
                let name = Period::ALL.iter().find(|(_, p)| *p == period).map_or("", |(name, _)| name);
                format!("{which}_{name}")
            }
            Relative::LastDays(days) => format!("last_{days}_days"),
            Relative::NextDays(days) => format!("next_{days}_days"),
        }
    }

    /// Its first day, and the day after its last, for somebody whose weeks begin so.
    pub fn days(self, today: Date, weeks: FirstDay) -> (Date, Date) {
        let plus = |date: Date, days: i32| date.saturating_add(jiff::Span::new().days(days));
        let first = |period: Period, date: Date| match period {
            Period::Week => weeks.week_of(date),
            period => period.start(date),
        };
        let end = |period: Period, date: Date| match period {
            Period::Week => plus(weeks.week_of(date), 7),
            period => period.end(date),
        };
        match self {
            Relative::Period(period, step) if step < 0 => {
                let this = first(period, today);
                (first(period, plus(this, -1)), this)
            }
            Relative::Period(period, 0) => (first(period, today), end(period, today)),
            Relative::Period(period, _) => (end(period, today), end(period, end(period, today))),
            Relative::LastDays(days) => (plus(today, 1 - i32::from(days)), plus(today, 1)),
            Relative::NextDays(days) => (today, plus(today, i32::from(days))),
        }
    }
}
