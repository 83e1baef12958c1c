//! The deals that a figure is asked of, grouped; and how measures become figures.

use std::collections::HashMap;

use cordee_base::{Decimal, Money, Outcome};
use cordee_catalog::opportunity::{CLOSE_DATE, OPPORTUNITY};
use cordee_kit::{Answer, Ask, Figure, Metric, Unit};
use cordee_records::{By, Gate, GroupKey, Grouping, Measure, Reckon};
use cordee_schema::{Field, Filter, Path, Value};

use cordee_catalog::deals::{closing_between, of};

/// A figure of deals, bounded by the date of their close.
pub const fn metric(
    name: &'static str,
    unit: Unit,
    rows: fn() -> Filter,
    reckon: fn(&mut Gate<'_>, &Ask) -> Outcome<Answer>,
) -> Metric {
    Metric { name, unit, object: OPPORTUNITY.name, date: CLOSE_DATE.name(), statistics: &[], rows, reckon }
}

/// What a figure rests on.
pub struct Deals {
    /// Which deals, beside what is asked.
    pub filter: Filter,
    /// A field whose values must be told apart within each group.
    pub spread: Option<Path>,
    /// What is reckoned of them.
    pub measures: Vec<Measure>,
}

/// The measures of deals that have one value of the spread; of all deals of the group where nothing is spread.
pub struct Portion {
    /// The value of the spread.
    pub value: Value,
    /// The measures, in the order asked for.
    pub measures: Vec<Option<Decimal>>,
}

impl Deals {
    /// These measures of deals like these.
    pub fn of(filter: Filter, measures: Vec<Measure>) -> Deals {
        Deals { filter, spread: None, measures }
    }

    /// The same, with the values of a field told apart.
    pub fn spread(mut self, path: Path) -> Deals {
        self.spread = Some(path);
        self
    }

    /// Makes a figure of each group that is asked for, and one of all deals.
    pub fn answer(
        self,
        gate: &mut Gate<'_>,
        ask: &Ask,
        figure: impl Fn(&[Portion]) -> Figure,
    ) -> Outcome<Answer> {
        let (mut groups, all) = self.portions(gate, ask, &ask.by)?;
        let all = match (&self.spread, ask.by.as_slice()) {
            (None, _) => vec![Portion { value: Value::None, measures: all }],
            (Some(_), []) => whole(std::mem::take(&mut groups)),
            // A value that several groups have is one over all of them.
            (Some(_), _) => whole(self.portions(gate, ask, &[])?.0),
        };
        let split = groups.into_iter().filter(|_| !ask.by.is_empty());
        let groups = split.map(|(keys, portions)| (keys, figure(&portions)));
        Ok(Answer { groups: groups.collect(), total: figure(&all) })
    }

    /// The groups in the order of their keys, each with its portions; and the measures of all deals.
    fn portions(
        &self,
        gate: &mut Gate<'_>,
        ask: &Ask,
        by: &[By],
    ) -> Outcome<(Vec<Group>, Vec<Option<Decimal>>)> {
        let spread = self.spread.iter().map(|path| By { path: path.clone(), period: None });
        let (rows, all) = gate.group_and_total(&Grouping {
            object: &OPPORTUNITY,
            by: by.iter().cloned().chain(spread).collect(),
            measures: self.measures.clone(),
            filter: self.filter.clone().and(asked(ask)),
            as_of: ask.as_of,
        })?;
        let mut groups: Vec<Group> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        for row in rows {
            let mut keys = row.keys;
            let value = keys.drain(by.len()..).next().map(|key| key.value).unwrap_or_default();
            // Texts that differ only in case stand side by side, so the same keys need not.
            let place = *places.entry(format!("{keys:?}")).or_insert_with(|| {
                groups.push((keys, Vec::new()));
                groups.len() - 1
            });
            groups[place].1.push(Portion { value, measures: row.values });
        }
        Ok((groups, all))
    }
}

/// What the deals of a group have in common, and its portions.
type Group = (Vec<GroupKey>, Vec<Portion>);

/// The portions of the one group that there is where nothing is asked to be split.
fn whole(groups: Vec<Group>) -> Vec<Portion> {
    groups.into_iter().flat_map(|(_, portions)| portions).collect()
}

impl Portion {
    /// A measure; nothing was nought.
    pub fn measure(&self, place: usize) -> Decimal {
        self.measures.get(place).copied().flatten().unwrap_or_default()
    }

    /// A measure that is a count.
    pub fn count(&self, place: usize) -> u64 {
        u64::try_from(self.measure(place)).unwrap_or_default()
    }
}

/// What is counted, of deals with one portion.
pub fn counted(portions: &[Portion]) -> Figure {
    let n = portions.first().map_or(0, |portion| portion.count(0));
    Figure { value: Some(Decimal::from(n)), n }
}

/// The sum of an amount over the deals like `filter` that have it.
pub fn sum(gate: &mut Gate<'_>, ask: &Ask, filter: Filter, amount: Field<Money>) -> Outcome<Answer> {
    let measures = [Reckon::Sum(of(amount)), Reckon::CountOf(of(amount))].map(Measure::of);
    let decimals = gate.reading().currency.decimals();
    Deals::of(filter, measures.to_vec()).answer(gate, ask, |portions| {
        let n = portions.first().map_or(0, |portion| portion.count(1));
        let sum = portions.first().filter(|_| n > 0).map(|portion| units(portion.measure(0), decimals));
        Figure { value: sum, n }
    })
}

/// Minor units as whole ones.
pub fn units(minor: Decimal, decimals: u32) -> Decimal {
    (minor * Decimal::new(1, decimals)).normalize()
}

/// What is asked: the filter, and the bounds of the close date.
fn asked(ask: &Ask) -> Filter {
    ask.filter.clone().and(closing_between(ask.from, ask.to))
}
