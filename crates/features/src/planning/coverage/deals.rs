//! What is won and open in the period, and what was closed in the year before it: added up by the database for each
//! owner, and each product family where it is asked for.

use std::collections::BTreeMap;

use cordee_base::{Date, Decimal, Id, Moment, Outcome, Percent};
use cordee_catalog::opportunity::{AMOUNT, OPPORTUNITY, OWNER, PROBABILITY};
use cordee_kit::Wish;
use cordee_records::{By as Split, Gate, GroupRow, Grouping, Measure, Reckon};
use cordee_rules::figures;
use cordee_rules::fiscal::Period;
use cordee_rules::pipeline::State;
use cordee_schema::{Filter, FromValue, ID_FIELD, Path, Value, fold};

use super::{Asked, By};
use cordee_catalog::deals;

/// Deals by whose they are and of which family.
pub type Deals = BTreeMap<Key, Sums>;

/// Whose deals, and of which family, as far as that is asked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// Whose.
    pub owner: Option<Id>,
    /// The product family, folded.
    pub family: Option<String>,
}

/// What some deals come to, in minor units.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sums {
    /// Won in the period.
    pub won: Decimal,
    /// Open, and to close in the period.
    pub open: Decimal,
    /// The same, weighed by probability.
    pub weighted: Decimal,
    /// Won in the year before.
    pub won_before: Decimal,
    /// Lost in the year before.
    pub lost_before: Decimal,
    /// How many were closed with an amount in the year before.
    pub closed_before: u64,
}

/// A deal that is won in the period, or open and to close in it.
pub struct Found {
    /// Which.
    pub id: Id,
    /// Whose, and of which family.
    pub key: Key,
    /// What of it is won, in minor units.
    pub won: i64,
    /// What of it is open.
    pub open: i64,
    /// Its probability.
    pub chance: Option<Percent>,
}

impl Sums {
    /// What is won and open of a deal of this probability.
    pub fn of(won: Decimal, open: Decimal, chance: Option<Percent>) -> Sums {
        let weighted = chance.map_or(Decimal::ZERO, |chance| figures::weighted(open, chance));
        Sums { won, open, weighted, ..Sums::default() }
    }

    /// These without what is won and open of those.
    pub fn take(&mut self, less: &Sums) {
        self.won -= less.won;
        self.open -= less.open;
        self.weighted -= less.weighted;
    }

    /// These and those.
    pub fn add(&mut self, more: &Sums) {
        self.won += more.won;
        self.open += more.open;
        self.weighted += more.weighted;
        self.won_before += more.won_before;
        self.lost_before += more.lost_before;
        self.closed_before += more.closed_before;
    }

    /// Whether there is anything in the period.
    pub fn is_something(&self) -> bool {
        !self.won.is_zero() || !self.open.is_zero()
    }
}

/// The deals that are asked about.
pub fn read(gate: &mut Gate<'_>, wish: &Wish, asked: &Asked) -> Outcome<Deals> {
    let mut deals = in_it(gate, wish, asked, Filter::everything())?;
    let won = deals::in_states(State::keys(State::is_won));
    let amount = || Reckon::Sum(deals::of(AMOUNT));
    let Some((first, last)) = year_before(&asked.period) else { return Ok(deals) };
    let lost = deals::in_states(State::keys(|state| state == State::Lost)).and(deals::counting());
    let closed = deals::in_states(State::keys(State::is_closed)).and(deals::counting());
    let measures = vec![
        Measure::when(amount(), won),
        Measure::when(amount(), lost),
        Measure::when(Reckon::CountOf(deals::of(AMOUNT)), closed),
    ];
    let like = wish.filter.clone().and(deals::closing(first, last));
    let by = keys(gate, asked)?;
    for row in grouped(gate, by, measures, like, asked.as_of)? {
        let closed_before = u64::try_from(value(&row, 2)).unwrap_or_default();
        let (won_before, lost_before) = (value(&row, 0), value(&row, 1));
        let sums = Sums { won_before, lost_before, closed_before, ..Sums::default() };
        deals.entry(key(&row, asked.by)).or_default().add(&sums);
    }
    Ok(deals)
}

/// Those of the deals that are like this, as far as they are won or open in the period.
pub fn in_it(gate: &mut Gate<'_>, wish: &Wish, asked: &Asked, like: Filter) -> Outcome<Deals> {
    let mut deals = Deals::new();
    // Amounts are weighed here: products would not fit the database's integers.
    for row in in_period(gate, wish, asked, vec![deals::of(PROBABILITY)], like)? {
        let chance = row.keys.last().and_then(|key| Percent::from_value(&key.value));
        let sums = Sums::of(value(&row, 0), value(&row, 1), chance);
        deals.entry(key(&row, asked.by)).or_default().add(&sums);
    }
    Ok(deals)
}

/// Those of the deals that are like this, one by one.
pub fn found(gate: &mut Gate<'_>, wish: &Wish, asked: &Asked, like: Filter) -> Outcome<Vec<Found>> {
    let further = vec![Path::field(&OPPORTUNITY, &ID_FIELD), deals::of(PROBABILITY)];
    let rows = in_period(gate, wish, asked, further, like)?;
    let deal = |row: &GroupRow| {
        let [.., id, chance] = row.keys.as_slice() else { return None };
        let minor = |place: usize| i64::try_from(value(row, place)).ok();
        Some(Found {
            id: id.value.as_link()?,
            key: key(row, asked.by),
            won: minor(0)?,
            open: minor(1)?,
            chance: Percent::from_value(&chance.value),
        })
    };
    Ok(rows.iter().filter_map(deal).collect())
}

/// What is won in the period, and what is open and closes in it, by the keys that are asked for and these further ones.
fn in_period(
    gate: &mut Gate<'_>,
    wish: &Wish,
    asked: &Asked,
    further: Vec<Path>,
    like: Filter,
) -> Outcome<Vec<GroupRow>> {
    let amount = || Reckon::Sum(deals::of(AMOUNT));
    let open = deals::in_states(State::keys(|state| state == State::Open)).and(deals::counting());
    let measures = vec![
        Measure::when(amount(), deals::in_states(State::keys(State::is_won))),
        Measure::when(amount(), open),
    ];
    let closes = deals::closing(asked.period.first(), asked.period.last());
    let by = [keys(gate, asked)?, further].concat();
    grouped(gate, by, measures, wish.filter.clone().and(closes).and(like), asked.as_of)
}

/// The way from a deal to the family of what is mainly sold.
pub fn family(gate: &Gate<'_>) -> Outcome<Path> {
    Ok(Path::resolve(gate.catalog(), &OPPORTUNITY, "product.series")?)
}

/// The four quarters, or twelve months, that end with the day before the period.
fn year_before(period: &Period) -> Option<(Date, Date)> {
    let months = 12 / period.length().months();
    let first = (0..months).try_fold(*period, |period, _| period.previous())?;
    Some((first.first(), period.first().yesterday().ok()?))
}

fn keys(gate: &Gate<'_>, asked: &Asked) -> Outcome<Vec<Path>> {
    let mut by = vec![deals::of(OWNER)];
    if asked.by == By::Series {
        by.push(family(gate)?);
    }
    Ok(by)
}

fn key(row: &GroupRow, by: By) -> Key {
    let value = |place: usize| row.keys.get(place).map(|key| &key.value);
    let family = value(1).filter(|_| by == By::Series).and_then(Value::as_text).map(fold);
    Key { owner: value(0).and_then(Value::as_link), family }
}

fn grouped(
    gate: &mut Gate<'_>,
    by: Vec<Path>,
    measures: Vec<Measure>,
    filter: Filter,
    as_of: Option<Moment>,
) -> Outcome<Vec<GroupRow>> {
    let by = by.into_iter().map(|path| Split { path, period: None }).collect();
    gate.group(&Grouping { object: &OPPORTUNITY, by, measures, filter, as_of })
}

fn value(row: &GroupRow, place: usize) -> Decimal {
    row.values.get(place).copied().flatten().unwrap_or_default()
}
