//! What the deals of a period come to in each category, by whose they are: added up by the database.

use std::collections::BTreeMap;

use cordee_base::{Decimal, Id, Moment, Outcome};
use cordee_catalog::deals;
use cordee_catalog::opportunity::{AMOUNT, FORECAST_CATEGORY, OPPORTUNITY, OWNER, PROBABILITY, STATE};
use cordee_records::{By, Gate, GroupRow, Grouping, Measure, Reckon};
use cordee_rules::fiscal::Period;
use cordee_rules::pipeline::State;
use cordee_rules::rollup::{Category, Figures};
use cordee_schema::Filter;

/// What somebody's deals come to.
#[derive(Clone, Debug, Default)]
pub struct Sums {
    /// Whose, by name.
    pub name: String,
    /// By category.
    pub figures: Figures,
    /// Closed, and what is open as far as it is likely, in minor units.
    pub weighted: Decimal,
}

impl Sums {
    /// These and those.
    pub fn plus(self, more: &Sums) -> Sums {
        let figures = self.figures.plus(&more.figures);
        Sums { figures, weighted: self.weighted + more.weighted, ..self }
    }
}

/// The deals that count in a period: those that close in it, and are not lost.
pub fn counting(period: &Period) -> Filter {
    let counts = deals::in_states(State::keys(|state| !state.is_closed() || state.is_won()));
    counts.and(deals::closing(period.first(), period.last()))
}

/// In which category a deal is: one that is won is closed, whatever else it is called; one that is not is not.
pub fn category(state: Option<State>, said: Option<&str>) -> Category {
    if state.is_some_and(State::is_won) {
        return Category::Closed;
    }
    let said = said.and_then(Category::named).filter(|category| *category != Category::Closed);
    said.unwrap_or(Category::Pipeline)
}

/// What deals like this come to, by whose they are; as they stood at a moment.
pub fn by_owner(
    gate: &mut Gate<'_>,
    filter: Filter,
    as_of: Option<Moment>,
) -> Outcome<BTreeMap<Option<Id>, Sums>> {
    let by = |path| By { path, period: None };
    let rows = gate.group(&Grouping {
        object: &OPPORTUNITY,
        by: vec![by(deals::of(OWNER)), by(deals::of(STATE)), by(deals::of(FORECAST_CATEGORY))],
        measures: vec![
            Measure::of(Reckon::Sum(deals::of(AMOUNT))),
            Measure::of(Reckon::Weighted(deals::of(AMOUNT), deals::of(PROBABILITY))),
        ],
        filter,
        as_of,
    })?;
    let mut all = BTreeMap::<Option<Id>, Sums>::new();
    for row in &rows {
        let owner = row.keys.first().and_then(|key| key.value.as_link());
        let sums = all.entry(owner).or_default();
        sums.name = row.keys.first().map(|key| key.text.clone()).unwrap_or_default();
        add(sums, row);
    }
    Ok(all)
}

fn add(sums: &mut Sums, row: &GroupRow) {
    let text = |place: usize| row.keys.get(place).and_then(|key| key.value.as_text());
    let sum = row.values.first().copied().flatten().unwrap_or_default();
    let minor = i128::try_from(sum.round()).unwrap_or_default();
    let state = text(1).and_then(State::named);
    let within = category(state, text(2));
    let only = |one| if one == within { minor } else { 0 };
    sums.figures = sums.figures.plus(&Figures::of(only));
    // A sum of amounts times per cent is a hundred times too large.
    sums.weighted += if within == Category::Closed {
        sum
    } else {
        row.values.get(1).copied().flatten().unwrap_or_default() / Decimal::ONE_HUNDRED
    };
}
