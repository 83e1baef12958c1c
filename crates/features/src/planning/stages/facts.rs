//! The figures of the whole pipeline, of all deals that are asked about, also of those without a history.

use std::collections::BTreeMap;

use cordee_base::{Date, Decimal};
use cordee_catalog::deals::in_states;
use cordee_kit::{Behind, Fact, ReportPart, Said};
use cordee_rules::pipeline::State;
use cordee_rules::proportion::Share;
use cordee_rules::stages::Tally;
use cordee_rules::{figures, statistics};
use cordee_schema::Filter;

use super::keys::Keys;
use super::say;
use crate::planning::courses::Was;

/// The figures, in their order.
pub const FACTS: &[&str] = &[
    "deals_in_all",
    "deals_won",
    "deals_lost",
    "deals_open",
    "won_of_closed",
    "velocity",
    "cycle_median",
    "key_stage",
    "key_stage_why",
    "key_event",
];

/// What the deals that are asked about come to.
#[derive(Clone, Default)]
pub struct Deals {
    all: u64,
    open: u64,
    won: Tally,
    lost: u64,
    /// How many took so many days to win.
    cycles: BTreeMap<Decimal, u64>,
}

impl Deals {
    /// Tells of one more, as it is now.
    pub fn tell(&mut self, is: &Was) {
        self.all += 1;
        self.open += u64::from(is.state == State::Open);
        self.lost += u64::from(is.state == State::Lost);
        if is.state.is_won() {
            self.won.add(is.minor);
            if let Some(days) = is.cycle {
                *self.cycles.entry(days).or_default() += 1;
            }
        }
    }

    /// Those of another count, too.
    pub fn merge(&mut self, other: &Deals) {
        self.all += other.all;
        self.open += other.open;
        self.lost += other.lost;
        self.won.merge(other.won);
        for (days, deals) in &other.cycles {
            *self.cycles.entry(*days).or_default() += deals;
        }
    }
}

/// The figures of the deals that are asked about, as they stood at the end of a day, or stand now.
pub fn told(deals: &Deals, asked: &Filter, day: Option<Date>, keys: &Keys<'_>) -> ReportPart {
    let share = Share { yes: deals.won.deals, no: deals.lost };
    let cycles: Vec<(Decimal, u64)> = deals.cycles.iter().map(|(days, count)| (*days, *count)).collect();
    let priced = deals.won.deals - deals.won.unpriced;
    let sum_won = Decimal::try_from_i128_with_scale(deals.won.minor, 0).ok();
    let mean_won = sum_won.and_then(|sum| figures::average(sum, priced));
    let win_rate = figures::win_rate(Decimal::from(share.yes), Decimal::from(share.no));
    let velocity = figures::sales_velocity(deals.open, win_rate, mean_won, statistics::mean(&cycles));
    let like = |wanted: Option<fn(State) -> bool>| {
        let filter =
            wanted.map_or_else(|| asked.clone(), |wanted| in_states(State::keys(wanted)).and(asked.clone()));
        Some(Behind::Records(filter.text(), day))
    };
    let fact = |name, said, behind| Fact { name, said, behind };
    ReportPart::Facts(vec![
        fact("deals_in_all", Said::count(deals.all), like(None)),
        fact("deals_won", Said::count(share.yes), like(Some(State::is_won))),
        fact("deals_lost", Said::count(deals.lost), like(Some(|state| state == State::Lost))),
        fact("deals_open", Said::count(deals.open), like(Some(|state| state == State::Open))),
        fact("won_of_closed", say::share(share), like(Some(State::is_closed))),
        fact("velocity", Said::or_none(velocity, Said::Money), None),
        fact(
            "cycle_median",
            Said::or_none(statistics::median(&cycles), Said::Days),
            like(Some(State::is_won)),
        ),
        fact("key_stage", keys.stage(), None),
        fact("key_stage_why", keys.why(), None),
        fact("key_event", keys.event(), None),
    ])
}
