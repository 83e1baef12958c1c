//! What is learned from the deals that were closed latest: how likely open ones are won, and when they close.

use std::collections::HashMap;

use cordee_base::{Date, Id, Moment, Outcome};
use cordee_records::{Gate, Query};
use cordee_rules::journey::Micros;
use cordee_rules::likelihood::Explained;
use cordee_rules::likelihood::backtest::Said;
use cordee_rules::odds::{Example, Known, Odds, TooFew, moments};
use cordee_rules::outlook::won_within;
use cordee_rules::pipeline::State;
use cordee_rules::probability::Probability;
use cordee_rules::survival::{Curve, Durations};

use cordee_catalog::deals;

use super::lives::{self, DAY, Life};
use super::lore::Lore;

/// From no more deals is learned: those closed latest.
const MOST_DEALS: usize = 3_000;
/// From no more rows.
const MOST_ROWS: usize = 6_000;
/// A stage tells how long deals stay, and how long they have left, from so many on.
const LEAST_STAYS: u64 = 30;
/// Of this many parts of the past the last is foretold from the others.
const PARTS: usize = 4;

/// What was learned.
pub struct Learned {
    /// How likely deals are won; or how many closed deals there are, where they are too few.
    pub odds: Result<Odds, TooFew>,
    past: Vec<Life>,
    lore: Lore,
    /// To the close.
    closes: Pace,
    /// To the close of those that were won: lost deals are closed sooner, for they need not pass all stages.
    wins: Pace,
    /// From the day a stage was entered to the day it was left.
    stays: HashMap<Id, Curve>,
    step: Micros,
}

/// How many days deals had left to their close.
///
/// Counted from moments at which they stood in a stage, as open deals stand there today. Counted from the day they came
/// to it, those that have gone on since would make those that stand still look nearer to their end than they are.
#[derive(Default)]
struct Pace {
    all: Durations,
    stages: HashMap<Id, Durations>,
}

impl Pace {
    fn of(seen: impl Iterator<Item = (Id, u32)>) -> Pace {
        let mut pace = Pace::default();
        for (stage, left) in seen {
            pace.all.ended(left);
            pace.stages.entry(stage).or_default().ended(left);
        }
        pace
    }

    /// From this stage; from all where few are known to have stood in it.
    fn from(&self, stage: Id) -> Option<Curve> {
        let enough = |days: &&Durations| days.counted().0 >= LEAST_STAYS;
        self.stages.get(&stage).filter(enough).unwrap_or(&self.all).curve()
    }
}

/// How an open deal stands, and what the past says of it.
pub struct Told {
    /// What is known of it.
    pub known: Known,
    /// What was learned of such deals; none where nothing was.
    pub explained: Option<Explained>,
    /// Half of such deals are closed after so many days more.
    pub days_left: Option<u32>,
}

impl Told {
    /// What to reckon with: what was learned, else what is set.
    pub fn probability(&self) -> Probability {
        self.explained.as_ref().map_or(self.known.set, |explained| explained.probability)
    }
}

/// How what was foretold of the latest closed deals came true.
#[derive(Default)]
pub struct Tested {
    /// As it was learned from the deals closed before them.
    pub learned: Vec<Said>,
    /// As it was set.
    pub set: Vec<Said>,
    /// How many deals that were.
    pub deals: usize,
}

impl Learned {
    /// Learns from the deals that were closed up to a moment, as far as the asker may see them.
    pub fn read(gate: &mut Gate<'_>, until: Moment) -> Outcome<Learned> {
        let ids = closed_latest(gate, until)?;
        let mut past = lives::read(gate, ids, gate.now())?;
        past.retain(|life| life.ended.is_some_and(|(at, _)| at <= until.micros()));
        past.sort_unstable_by_key(|life| (life.ended, life.id));
        let named: Vec<Id> = past.iter().map(|life| life.id).collect();
        let lore = Lore::read(gate, &past, &named)?;
        let step = step(&past);
        let odds = Odds::learn(&rows(&lore, &past, step));
        let [closes, wins] = [false, true].map(|won_only| left(&past, step, won_only));
        let stays = stays(&past);
        Ok(Learned { odds, past, lore, closes, wins, stays, step })
    }

    /// How many closed deals there were to learn from.
    pub fn deals(&self) -> usize {
        self.past.len()
    }

    /// Learns what was done in deals that are to be told of.
    pub fn hear(&mut self, gate: &mut Gate<'_>, deals: &[Id]) -> Outcome<()> {
        self.lore.hear(gate, deals)
    }

    /// What the past says of a deal at a moment; none where it was not open.
    pub fn tell(&self, life: &Life, at: Micros) -> Option<Told> {
        Some(self.told(self.lore.known(life, at)?))
    }

    fn told(&self, known: Known) -> Told {
        let explained = self.odds.as_ref().ok().and_then(|odds| odds.tell(&known));
        let days_left = self.closes.from(known.stage).and_then(|curve| curve.median());
        Told { known, explained, days_left }
    }

    /// What is needed to tell of open deals, without the closed ones from which it was learned.
    pub fn without_past(self) -> Learned {
        Learned { past: Vec::new(), lore: self.lore.without_talks(), ..self }
    }

    /// What the past says of one deal, of which nothing was heard before.
    pub fn tell_alone(&self, gate: &mut Gate<'_>, life: &Life, at: Micros) -> Outcome<Option<Told>> {
        let known = self.lore.known_alone(gate, life, at)?;
        Ok(known.map(|known| self.told(known)))
    }

    /// How likely a deal is won from one day on to another, counted from now; none where no deal was ever won.
    pub fn won_between(&self, told: &Told, from: u32, to: u32) -> Option<Probability> {
        let curve = self.wins.from(told.known.stage)?;
        let within = |days: u32| won_within(told.probability(), &curve, 0, days).map(Probability::get);
        let before = if from == 0 { 0.0 } else { within(from)? };
        Probability::new((within(to)? - before).max(0.0))
    }

    /// After how many days nine in ten deals have left a stage.
    pub fn usual_days(&self, stage: Id) -> Option<u32> {
        self.stays.get(&stage).and_then(Curve::p90)
    }

    /// For how many days nobody had spoken with them; none where it may not be known.
    pub fn days_silent(&self, life: &Life, at: Micros) -> Option<u32> {
        self.lore.silent(life, at).map(lives::days)
    }

    /// Foretells the deals closed latest from those closed before.
    pub fn tested(&self) -> Result<Tested, TooFew> {
        let (before, after) = self.past.split_at(self.past.len() - self.past.len() / PARTS);
        let odds = Odds::learn(&rows(&self.lore, before, self.step))?;
        let mut tested = Tested { deals: after.len(), ..Tested::default() };
        for row in rows(&self.lore, after, self.step) {
            if let Some(told) = odds.tell(&row.known) {
                tested.learned.push((told.probability, row.won));
                tested.set.push((row.known.set, row.won));
            }
        }
        Ok(tested)
    }
}

/// The deals that were closed latest up to a moment. As far back is looked as there are deals enough, so that of a
/// million deals only some are walked.
fn closed_latest(gate: &mut Gate<'_>, until: Moment) -> Outcome<Vec<Id>> {
    let last = until.date_in(gate.zone());
    let closed = || deals::in_states(State::keys(State::is_closed));
    let mut filter = closed().and(deals::closing_between(None, Some(last)));
    for weeks in (0..9).map(|power| 1i64 << power) {
        let first = Moment::from_micros(until.micros() - weeks * 7 * DAY).date_in(gate.zone());
        let lately = closed().and(deals::closing(first, last));
        let query = Query::of(gate.object(cordee_catalog::opportunity::OPPORTUNITY.name)?);
        if gate.count(&query.filter(lately.clone()))? >= MOST_DEALS as u64 {
            filter = lately;
            break;
        }
    }
    let now = gate.now();
    let mut found = lives::like(gate, &filter, now)?;
    found.sort_unstable_by_key(|(id, closed): &(Id, Option<Date>)| (std::cmp::Reverse(*closed), *id));
    Ok(found.into_iter().take(MOST_DEALS).map(|(id, _)| id).collect())
}

/// In what steps lives are looked at: a few times in that of the usual deal, a week at the most.
fn step(past: &[Life]) -> Micros {
    let mut lengths: Vec<Micros> = past
        .iter()
        .filter_map(|life| Some(life.ended?.0 - life.begun))
        .filter(|length| *length > 0)
        .collect();
    lengths.sort_unstable();
    lengths.get(lengths.len() / 2).map_or(7 * DAY, |usual| (usual / 4).clamp(DAY, 7 * DAY))
}

/// Moments at which these deals were open, with whether they were won.
fn seen(past: &[Life], step: Micros) -> Vec<(&Life, Micros, bool)> {
    let at_moments = past.iter().flat_map(|life| {
        let ended = life.ended.filter(|(at, _)| *at > life.begun);
        let moments = ended.map(|(at, won)| moments(life.id, life.begun, at, step).map(move |at| (at, won)));
        moments.into_iter().flatten().map(move |(at, won)| (life, at, won))
    });
    let all: Vec<(&Life, Micros, bool)> = at_moments.collect();
    let every = all.len().div_ceil(MOST_ROWS).max(1);
    all.into_iter().step_by(every).collect()
}

/// What was known of these deals while they were open, and how they ended.
fn rows(lore: &Lore, past: &[Life], step: Micros) -> Vec<Example> {
    let row = |(life, at, won): (&Life, Micros, bool)| {
        Some(Example { deal: life.id, known: lore.known(life, at)?, won })
    };
    seen(past, step).into_iter().filter_map(row).collect()
}

/// How many days these deals had left in which stage, those that were won alone if so asked.
fn left(past: &[Life], step: Micros, won_only: bool) -> Pace {
    let wanted = seen(past, step).into_iter().filter(|(_, _, won)| *won || !won_only);
    Pace::of(wanted.filter_map(|(life, at, _)| {
        let (end, _) = life.ended?;
        Some((life.at(at)?.stage, lives::days(end - at)))
    }))
}

/// How long closed deals stayed in each stage. Those that are open still are left out: the closed ones were taken by the
/// day of their close, and so they are not all that began when these did.
fn stays(past: &[Life]) -> HashMap<Id, Curve> {
    let mut stages = HashMap::<Id, Durations>::new();
    for stay in past.iter().filter(|life| life.ended.is_some()).flat_map(Life::stays) {
        stages.entry(stay.stage).or_default().ended(lives::days(stay.left - stay.entered));
    }
    let enough = stages.into_iter().filter(|(_, days)| days.counted().0 >= LEAST_STAYS);
    enough.filter_map(|(stage, days)| Some((stage, days.curve()?))).collect()
}
