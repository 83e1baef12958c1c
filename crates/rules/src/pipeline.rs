//! What follows for a deal when it enters a stage, and when its dates change.

use cordee_base::{Date, Decimal, Percent};

/// What a stage's kind makes of the deals in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Being worked on.
    Open,
    /// Bought.
    Won,
    /// Not bought.
    Lost,
    /// Bought, and past the sale: handed over, looked after.
    After,
}

impl State {
    /// All states by the key they are stored under.
    pub const ALL: [(&'static str, State); 4] =
        [("open", State::Open), ("won", State::Won), ("lost", State::Lost), ("after", State::After)];

    /// The state with this key.
    pub fn named(key: &str) -> Option<State> {
        State::ALL.iter().find(|(name, _)| *name == key).map(|(_, state)| *state)
    }

    /// The keys of the states that are like this.
    pub fn keys(like: impl Fn(State) -> bool) -> impl Iterator<Item = &'static str> {
        State::ALL.into_iter().filter(move |(_, state)| like(*state)).map(|(key, _)| key)
    }

    /// The key it is stored under.
    pub fn key(self) -> &'static str {
        match self {
            State::Open => "open",
            State::Won => "won",
            State::Lost => "lost",
            State::After => "after",
        }
    }

    /// Whether the sale is over, one way or the other.
    pub fn is_closed(self) -> bool {
        self != State::Open
    }

    /// Whether the customer bought. What is past the sale stays won.
    pub fn is_won(self) -> bool {
        matches!(self, State::Won | State::After)
    }
}

/// The stage that a deal enters.
#[derive(Clone, Copy, Debug)]
pub struct Stage<'a> {
    /// What its kind makes of deals.
    pub state: State,
    /// How many of a hundred deals there are won.
    pub probability: Option<Percent>,
    /// How surely deals there are counted on.
    pub forecast_category: Option<&'a str>,
}

/// What is known of a deal that decides its dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dates {
    /// When it should be closed.
    pub expected: Option<Date>,
    /// When it was closed.
    pub actual: Option<Date>,
    /// When the customer first took part.
    pub engaged: Option<Date>,
    /// When it was created.
    pub created: Date,
}

/// What a deal is after it has entered a stage.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Entered<'a> {
    /// Its state.
    pub state: State,
    /// How many of a hundred such deals are won: 100 once won, 0 once lost, else as its stage says.
    pub probability: Option<Percent>,
    /// `closed` once won, `omitted` once lost, else as its stage says.
    pub forecast_category: Option<&'a str>,
    /// When it was closed; none while it is open.
    pub actual_close_date: Option<Date>,
}

/// Enters a stage on the day `on`, coming from the state `was` (none for a new deal), with the close date that it
/// `had` and the one `given` with the move.
///
/// A deal reopened loses its close date; one that changes between won and lost closes anew; one that is won and
/// goes past the sale keeps the day on which it was won.
pub fn enter<'a>(
    stage: Stage<'a>,
    was: Option<State>,
    had: Option<Date>,
    given: Option<Date>,
    on: Date,
) -> Entered<'a> {
    let same_outcome = was.is_some_and(|was| was.is_closed() && was.is_won() == stage.state.is_won());
    let closed = given.or(had.filter(|_| same_outcome)).unwrap_or(on);
    let (probability, forecast_category) = match stage.state {
        State::Open => (stage.probability, stage.forecast_category),
        State::Won | State::After => (Some(Percent::new(100)), Some("closed")),
        State::Lost => (Some(Percent::new(0)), Some("omitted")),
    };
    Entered {
        state: stage.state,
        probability,
        forecast_category,
        actual_close_date: stage.state.is_closed().then_some(closed),
    }
}

/// Which stages of a pipeline, in their order, lie at or behind the one from which deals count as opportunities: all of
/// them, if none is named or it is not among them.
pub fn counting_places<Stage: PartialEq>(way: &[Stage], from: Option<Stage>) -> Vec<bool> {
    let begin = from.and_then(|from| way.iter().position(|stage| *stage == from)).unwrap_or(0);
    (0..way.len()).map(|place| place >= begin).collect()
}

/// Whether a deal counts as an opportunity: an open one by the place where it stands, one that was bought always, and one
/// that was lost as it did when it was; of one that came as lost nobody knows, so it counts.
pub fn counts(state: State, place_counts: bool, did: Option<bool>) -> bool {
    match state {
        State::Open => place_counts,
        State::Won | State::After => true,
        State::Lost => did.unwrap_or(true),
    }
}

/// The day that lists and figures go by: the actual close of a closed deal, the expected one of an open deal.
pub fn close_date(state: State, dates: Dates) -> Option<Date> {
    if state.is_closed() { dates.actual } else { dates.expected }
}

/// Sales cycle: the days from engagement, else from creation, to the actual close of a closed deal. None where the
/// close lies before the beginning, as with a deal that was written down only after it had been closed.
pub fn cycle_days(state: State, dates: Dates) -> Option<Decimal> {
    let closed = dates.actual.filter(|_| state.is_closed())?;
    let begun = dates.engaged.unwrap_or(dates.created);
    (closed >= begun).then(|| Decimal::from((closed - begun).get_days()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("a date")
    }

    fn stage(state: State) -> Stage<'static> {
        Stage { state, probability: Some(Percent::new(40)), forecast_category: Some("best_case") }
    }

    #[test]
    fn a_state_has_one_key() {
        for (key, state) in State::ALL {
            assert_eq!((State::named(key), state.key()), (Some(state), key));
        }
        assert_eq!(State::named("maybe"), None);
    }

    #[test]
    fn the_stage_decides_what_is_likely_until_the_deal_is_closed() {
        let table = [
            (State::Open, 40, "best_case"),
            (State::Won, 100, "closed"),
            (State::Lost, 0, "omitted"),
            (State::After, 100, "closed"),
        ];
        for (state, percent, category) in table {
            let entered = enter(stage(state), Some(State::Open), None, None, day("2026-03-01"));
            assert_eq!(entered.state, state);
            assert_eq!(entered.probability, Some(Percent::new(percent)), "{state:?}");
            assert_eq!(entered.forecast_category, Some(category), "{state:?}");
        }
    }

    #[test]
    fn the_close_date_follows_the_outcome() {
        use State::{After, Lost, Open, Won};
        let (today, earlier) = ("2026-03-01", Some("2026-01-15"));
        #[rustfmt::skip]
        let table = [
            // from,     had,     given,   to,    closed on
            (Some(Open),  None,    None,    Open,  None),
            (Some(Open),  None,    None,    Won,   Some(today)),
            (Some(Open),  None,    earlier, Won,   earlier),
            (None,        None,    earlier, Lost,  earlier),
            (None,        None,    None,    Won,   Some(today)),
            (None,        None,    earlier, Open,  None),
            (Some(Won),   earlier, None,    After, earlier),
            (Some(After), earlier, None,    Won,   earlier),
            (Some(Lost),  earlier, None,    Lost,  earlier),
            (Some(Lost),  earlier, None,    Won,   Some(today)),
            (Some(Won),   earlier, None,    Lost,  Some(today)),
            (Some(Lost),  None,    earlier, Won,   earlier),
            (Some(Won),   earlier, None,    Open,  None),
        ];
        for (was, had, given, to, wanted) in table {
            let entered = enter(stage(to), was, had.map(day), given.map(day), day(today));
            assert_eq!(entered.actual_close_date, wanted.map(day), "{was:?} to {to:?}: {had:?}, {given:?}");
        }
    }

    #[test]
    fn deals_count_from_a_stage_on() {
        let way = ["a", "b", "c", "won"];
        #[rustfmt::skip]
        let table = [
            (None,      [true, true, true, true]),
            (Some("a"), [true, true, true, true]),
            (Some("b"), [false, true, true, true]),
            (Some("c"), [false, false, true, true]),
            (Some("z"), [true, true, true, true]),
        ];
        for (from, wanted) in table {
            assert_eq!(counting_places(&way, from), wanted, "{from:?}");
        }
        use State::{After, Lost, Open, Won};
        #[rustfmt::skip]
        let table = [
            // state, place, did,         counts
            (Open,  true,  None,        true),
            (Open,  false, Some(true),  false),
            (Won,   false, Some(false), true),
            (After, false, Some(false), true),
            (Lost,  true,  Some(false), false),
            (Lost,  false, Some(true),  true),
            (Lost,  false, None,        true),
        ];
        for (state, place, did, wanted) in table {
            assert_eq!(counts(state, place, did), wanted, "{state:?}, {place}, {did:?}");
        }
    }

    #[test]
    fn the_day_that_lists_go_by() {
        let dates = Dates {
            expected: Some(day("2026-05-01")),
            actual: Some(day("2026-04-02")),
            engaged: None,
            created: day("2026-01-01"),
        };
        assert_eq!(close_date(State::Open, dates), dates.expected);
        for state in [State::Won, State::Lost, State::After] {
            assert_eq!(close_date(state, dates), dates.actual, "{state:?}");
        }
    }

    #[test]
    fn the_cycle_runs_from_engagement_else_from_creation() {
        #[rustfmt::skip]
        let table = [
            (State::Won,   Some("2016-10-20"), "2016-01-01", Some("2017-03-01"), Some(132)),
            (State::Lost,  None,               "2017-01-30", Some("2017-03-01"), Some(30)),
            (State::After, Some("2017-03-01"), "2016-01-01", Some("2017-03-01"), Some(0)),
            (State::Open,  Some("2016-10-20"), "2016-01-01", Some("2017-03-01"), None),
            (State::Won,   Some("2016-10-20"), "2016-01-01", None,               None),
            (State::Won,   None,               "2026-11-21", Some("2017-03-01"), None),
        ];
        for (state, engaged, created, actual, wanted) in table {
            let dates = Dates {
                expected: None,
                actual: actual.map(day),
                engaged: engaged.map(day),
                created: day(created),
            };
            assert_eq!(cycle_days(state, dates), wanted.map(Decimal::from), "{state:?}, {dates:?}");
        }
    }
}
