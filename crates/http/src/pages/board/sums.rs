//! What the cards of a board come to, column by column and together.

use cordee_base::{Decimal, Money, Outcome};
use cordee_records::{By, Grouping, Measure, Reckon};
use cordee_schema::{Board, FieldDef, Filter, Object, Path as FieldPath};

use super::super::grouped::Grouped;
use super::super::reader::Reader;
use super::columns::Place;

/// What the cards of a column come to: how many, how much, and how much of it is to be expected.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sums {
    pub count: i64,
    pub total: Decimal,
    pub weighted: Decimal,
}

impl Reader<'_, '_> {
    /// What all cards of the board come to, column by column: not only those that are loaded.
    pub(crate) fn sums(
        &mut self,
        object: &'static Object,
        board: &Board,
        grouped: Grouped,
        places: &[Place],
        filter: &Filter,
    ) -> Outcome<Vec<(String, Sums)>> {
        let sum = board.sum.and_then(|name| self.field(object, name));
        let weight = board.weight.and_then(|name| self.field(object, name));
        let path = |field: &'static FieldDef| FieldPath::field(object, field);
        let mut measures = vec![Measure::of(Reckon::Count)];
        measures.extend(sum.map(|sum| Measure::of(Reckon::Sum(path(sum)))));
        measures.extend(
            sum.zip(weight).map(|(sum, weight)| Measure::of(Reckon::Weighted(path(sum), path(weight)))),
        );
        let by = vec![By { path: path(grouped.by), period: grouped.period() }];
        let (mut rows, as_of) = (Vec::new(), self.then()?);
        for part in self.parts(object, board, places) {
            let (by, measures, filter) = (by.clone(), measures.clone(), filter.clone().and(part));
            rows.extend(self.gate.group(&Grouping { object, by, measures, filter, as_of })?);
        }
        let sums = places.iter().map(|place| {
            let row = rows.iter().find(|row| row.keys.first().is_some_and(|key| key.value == place.value));
            let number = |at: usize| row.and_then(|row| *row.values.get(at)?).unwrap_or_default();
            let count = i64::try_from(number(0)).unwrap_or(0);
            let hundred = Decimal::ONE_HUNDRED;
            (place.id(), Sums { count, total: number(1), weighted: number(2) / hundred })
        });
        Ok(sums.collect())
    }

    /// Sum and weighted sum in words, as far as the reader may see what is summed.
    pub(crate) fn sums_said(
        &self,
        object: &'static Object,
        board: &Board,
        sums: &Sums,
    ) -> (Option<String>, Option<String>) {
        let seen = |name: Option<&str>| name.and_then(|name| self.field(object, name)).is_some();
        let money = |minor: Decimal| {
            let minor = i64::try_from(minor.round()).unwrap_or(i64::MAX);
            self.locale.money_rounded(Money::from_minor(minor, self.gate.reading().currency))
        };
        let total = seen(board.sum).then(|| money(sums.total));
        (total, (seen(board.sum) && seen(board.weight)).then(|| money(sums.weighted)))
    }

    /// How many there are on the whole board, and how much.
    pub(crate) fn board_count(
        &self,
        object: &'static Object,
        board: &Board,
        sums: &[(String, Sums)],
    ) -> String {
        let mut all = Sums::default();
        for (_, sums) in sums {
            all.count += sums.count;
            all.total += sums.total;
        }
        let count = self.say("list-count", &[("count", all.count.into())]);
        match self.sums_said(object, board, &all).0 {
            Some(total) => format!("{count} · {total}"),
            None => count,
        }
    }
}
