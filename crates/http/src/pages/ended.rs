//! What has come to its end leaves the board after some days: it would grow with the years else, and so would the
//! cost of its totals. What is still on its way stays, however old.

use cordee_base::{Outcome, Problem};
use cordee_records::Sort;
use cordee_schema::{
    Board, Condition, Ended, Filter, Object, Operand, Operator, Path, Record, Relative, Value,
};

use super::address::Address;
use super::board::Place;
use super::reader::Reader;

/// How cards leave a board, with what a reader needs to ask for those that stay.
pub(crate) struct Leaving {
    ended: Ended,
    told_by: Path,
    on: Path,
}

impl Leaving {
    /// What is still on its way.
    pub(crate) fn going(&self) -> Filter {
        Filter::is(self.told_by.clone(), Value::Text(self.ended.going.to_owned()))
    }

    /// What came to one of these ends lately.
    fn lately(&self, ends: Vec<Value>) -> Filter {
        let one = |path: &Path, operator, operand| {
            Filter::Where(Condition { path: path.clone(), operator, operand })
        };
        let days = Operand::Relative(Relative::LastDays(self.ended.days));
        let ended = one(&self.told_by, Operator::Is, Operand::Values(ends));
        ended.and(one(&self.on, Operator::AtLeast, days))
    }
}

/// What a column's record tells of its cards: that they are on their way, or the end that they came to.
pub(crate) fn told(record: &Record, board: &Board) -> Option<String> {
    let (_, name) = board.ended?.told_by;
    record.value(name).and_then(Value::as_text).map(str::to_owned)
}

impl Reader<'_, '_> {
    /// How cards leave the board, if the reader may see what tells it.
    pub(crate) fn leaving(&self, object: &'static Object, board: &Board) -> Option<Leaving> {
        let ended = board.ended?;
        let path = |name| self.field(object, name).map(|field| Path::field(object, field));
        Some(Leaving { ended, told_by: path(ended.told_by.0)?, on: path(ended.on)? })
    }

    /// What the cards of all columns are like, in parts that have none in common: each is found by an index.
    pub(crate) fn parts(&self, object: &'static Object, board: &Board, places: &[Place]) -> Vec<Filter> {
        let all_tell = places.iter().all(|place| place.told.is_some());
        let Some(leaving) = self.leaving(object, board).filter(|_| all_tell) else {
            return vec![Filter::everything()];
        };
        let mut ends: Vec<Value> = Vec::new();
        for end in places.iter().filter(|place| !place.open).filter_map(|place| place.told.clone()) {
            let end = Value::Text(end);
            if !ends.contains(&end) {
                ends.push(end);
            }
        }
        let lately = (!ends.is_empty()).then(|| leaving.lately(ends));
        std::iter::once(leaving.going()).chain(lately).collect()
    }

    /// What the cards of a column are like that they leave, and in which order they come.
    pub(crate) fn only(
        &self,
        object: &'static Object,
        board: &Board,
        place: &Place,
    ) -> Option<(Filter, Sort)> {
        let leaving = self.leaving(object, board)?;
        let end = place.told.clone().filter(|_| !place.open)?;
        let order = Sort { field: leaving.ended.on, descending: true };
        Some((leaving.lately(vec![Value::Text(end)]), order))
    }

    /// The records that a column adds up, as a list.
    pub(crate) fn rows_of(
        &self,
        object: &'static Object,
        board: &Board,
        place: &Place,
        narrowed: &Filter,
    ) -> Outcome<Address> {
        let by = self.field(object, board.by).ok_or(Problem::NotFound)?;
        let mut filter = Filter::is(Path::field(object, by), place.value.clone());
        if let Some((only, _)) = self.only(object, board, place) {
            filter = filter.and(only);
        }
        let filter = filter.and(narrowed.clone());
        Ok(Address::of(format!("/{}", object.plural)).and("filter", filter.text()))
    }

    /// Which cards a column shows, in words, and the list of them; none if it shows all.
    pub(crate) fn lately_said(
        &self,
        object: &'static Object,
        board: &Board,
        place: &Place,
        narrowed: &Filter,
    ) -> Outcome<Option<(String, String)>> {
        let Some(ended) = board.ended.filter(|_| self.only(object, board, place).is_some()) else {
            return Ok(None);
        };
        let text = self.say("board-lately", &[("days", i64::from(ended.days).into())]);
        Ok(Some((text, self.rows_of(object, board, place, narrowed)?.to_string())))
    }
}
