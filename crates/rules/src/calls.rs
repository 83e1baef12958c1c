//! What people say they will win: by when they are to say it, and what has become of their deals since they did.
//! Amounts are minor units of the workspace's currency.

use cordee_base::{Date, Moment, Time, Zone};

use crate::rollup::Category;

/// The days by which something is said week after week, around a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Round {
    /// The one before the last.
    pub before: Moment,
    /// The last one that is over.
    pub last: Moment,
    /// The next one.
    pub next: Moment,
}

/// Whether somebody has said it in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timely {
    /// Since the last such day: for the next one.
    Early,
    /// By the last one, and not since.
    InTime,
    /// Not in the week before the last one, nor since.
    Missing,
}

impl Round {
    /// The round around `now`, where it is due on this day of the week (0 is Monday) at this time, or at its end.
    pub fn around(now: Moment, zone: &Zone, weekday: i8, time: Option<Time>) -> Option<Round> {
        let due = |date: Date| match time {
            Some(time) => Some(zone.at(date, time)),
            None => Some(zone.start_of(date.tomorrow().ok()?)),
        };
        let later = |date: Date, days: u8| (0..days).try_fold(date, |date, _| date.tomorrow().ok());
        let earlier = |date: Date, days: u8| (0..days).try_fold(date, |date, _| date.yesterday().ok());
        let on = |date: &Date| date.weekday().to_monday_zero_offset() == weekday;
        let today = now.date_in(zone);
        let latest = (0..7).filter_map(|days| earlier(today, days)).find(on)?;
        let latest = if due(latest)? <= now { latest } else { earlier(latest, 7)? };
        Some(Round { before: due(earlier(latest, 7)?)?, last: due(latest)?, next: due(later(latest, 7)?)? })
    }

    /// Whether who said it last at this moment, or never, did so in time.
    pub fn timely(&self, said: Option<Moment>) -> Timely {
        match said {
            Some(said) if said > self.last => Timely::Early,
            Some(said) if said > self.before => Timely::InTime,
            _ => Timely::Missing,
        }
    }
}

/// How a deal counted at a moment, for those who are asked about and for the period that is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// In this category, with this amount.
    In(Category, i64),
    /// Not at all, as it was lost.
    Lost,
    /// Not at all: it closes at another time, is somebody else's, or is not there.
    Not,
}

/// What has become of a deal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn {
    /// It was won.
    Won,
    /// It was lost.
    Lost,
    /// It came into the period, or to these people.
    Entered,
    /// It left the period, or these people.
    Left,
    /// It is counted on more, or less.
    Moved,
    /// It is worth more.
    Grown,
    /// It is worth less.
    Shrunk,
}

impl Turn {
    /// All turns by their key.
    pub const ALL: [(&'static str, Turn); 7] = [
        ("won", Turn::Won),
        ("lost", Turn::Lost),
        ("entered", Turn::Entered),
        ("left", Turn::Left),
        ("moved", Turn::Moved),
        ("grown", Turn::Grown),
        ("shrunk", Turn::Shrunk),
    ];

    /// Its key.
    pub fn key(self) -> &'static str {
        Turn::ALL.iter().find(|(_, turn)| *turn == self).map_or("", |(key, _)| key)
    }
}

impl Counted {
    /// What of it is in the commit forecast: closed + commit.
    pub fn committed(self) -> i128 {
        match self {
            Counted::In(Category::Closed | Category::Commit, minor) => i128::from(minor),
            _ => 0,
        }
    }

    /// Whether it is in a category that is forecast at all.
    fn is_forecast(self) -> bool {
        matches!(self, Counted::In(category, _) if category != Category::Omitted)
    }
}

/// What has become of a deal between two moments; none where nothing has that a forecast tells of. The changes of
/// [`Counted::committed`] over all deals add up to that of the commit forecast.
pub fn turn(was: Counted, is: Counted) -> Option<Turn> {
    use Category::Closed;
    use Counted::{In, Lost, Not};
    match (was, is) {
        (In(old, before), In(new, after)) if old == new => match after.cmp(&before) {
            std::cmp::Ordering::Greater => Some(Turn::Grown),
            std::cmp::Ordering::Less => Some(Turn::Shrunk),
            std::cmp::Ordering::Equal => None,
        },
        (_, In(Closed, _)) => Some(Turn::Won),
        (In(..), In(..)) => Some(Turn::Moved),
        (In(..), Lost) => Some(Turn::Lost),
        (In(..), Not) if was.is_forecast() => Some(Turn::Left),
        (Lost | Not, In(..)) if is.is_forecast() => Some(Turn::Entered),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Category::{BestCase, Closed, Commit, Omitted, Pipeline};
    use Counted::{In, Lost, Not};

    fn moment(text: &str) -> Moment {
        text.parse().expect("a moment")
    }

    #[test]
    fn it_is_due_on_the_same_day_of_each_week_where_the_company_is() {
        let paris = Zone::named("Europe/Paris").expect("a zone");
        // Fridays at five in the afternoon; clocks go forward on the last Sunday of March 2026.
        #[rustfmt::skip]
        let table = [
            ("2026-03-02T09:00:00Z", "2026-02-20T16:00:00Z", "2026-02-27T16:00:00Z", "2026-03-06T16:00:00Z"),
            ("2026-03-06T15:59:59Z", "2026-02-20T16:00:00Z", "2026-02-27T16:00:00Z", "2026-03-06T16:00:00Z"),
            ("2026-03-06T16:00:00Z", "2026-02-27T16:00:00Z", "2026-03-06T16:00:00Z", "2026-03-13T16:00:00Z"),
            ("2026-03-30T09:00:00Z", "2026-03-20T16:00:00Z", "2026-03-27T16:00:00Z", "2026-04-03T15:00:00Z"),
        ];
        for (now, before, last, next) in table {
            let at = Time::new(17, 0, 0, 0).ok();
            let round = Round::around(moment(now), &paris, 4, at);
            let expected = Round { before: moment(before), last: moment(last), next: moment(next) };
            assert_eq!(round, Some(expected), "{now}");
        }
        // Without a time it is the end of the day.
        let round = Round::around(moment("2026-03-06T22:59:59Z"), &paris, 4, None).expect("a round");
        assert_eq!(round.next, moment("2026-03-06T23:00:00Z"));
        // There is no eighth day.
        assert_eq!(Round::around(moment("2026-03-06T22:59:59Z"), &paris, 7, None), None);
    }

    #[test]
    fn who_said_it_by_the_last_day_was_in_time() {
        let at = Moment::from_micros;
        let round = Round { before: at(10), last: at(20), next: at(30) };
        let table = [
            (None, Timely::Missing),
            (Some(10), Timely::Missing),
            (Some(11), Timely::InTime),
            (Some(20), Timely::InTime),
            (Some(21), Timely::Early),
        ];
        for (said, expected) in table {
            assert_eq!(round.timely(said.map(at)), expected, "{said:?}");
        }
    }

    #[test]
    fn a_deal_has_one_turn_at_the_most() {
        #[rustfmt::skip]
        let table = [
            (In(Commit, 5),   In(Commit, 5),   None),
            (In(Commit, 5),   In(Commit, 7),   Some(Turn::Grown)),
            (In(Closed, 5),   In(Closed, 4),   Some(Turn::Shrunk)),
            (In(Commit, 5),   In(Closed, 7),   Some(Turn::Won)),
            (In(Omitted, 5),  In(Closed, 7),   Some(Turn::Won)),
            (Not,             In(Closed, 7),   Some(Turn::Won)),
            (Lost,            In(Closed, 7),   Some(Turn::Won)),
            (In(Pipeline, 5), In(BestCase, 5), Some(Turn::Moved)),
            (In(Commit, 5),   In(Omitted, 5),  Some(Turn::Moved)),
            (In(Closed, 5),   In(Commit, 5),   Some(Turn::Moved)),
            (In(Commit, 5),   Lost,            Some(Turn::Lost)),
            (In(Closed, 5),   Lost,            Some(Turn::Lost)),
            (In(Commit, 5),   Not,             Some(Turn::Left)),
            (In(Omitted, 5),  Not,             None),
            (Not,             In(Omitted, 5),  None),
            (Not,             In(Pipeline, 5), Some(Turn::Entered)),
            (Lost,            In(Commit, 5),   Some(Turn::Entered)),
            (Not,             Lost,            None),
            (Lost,            Not,             None),
            (Not,             Not,             None),
        ];
        for (was, is, expected) in table {
            assert_eq!(turn(was, is), expected, "{was:?} to {is:?}");
            // What changes the commit forecast is never passed over.
            assert!(expected.is_some() || was.committed() == is.committed(), "{was:?} to {is:?}");
        }
    }
}
