//! What the columns of a board ask of a card before it goes on: fields to be filled, and things to be ticked.
//!
//! What a workspace has arranged is read as the engine; who may not set a field is not asked for it.

use cordee_base::{Fault, Id, Outcome};
use cordee_schema::{Asks, Board, Draft, FieldDef, Filter, Object, Path, Record, Rights, Value};

use crate::gate::Change;
use crate::{FieldRight, Gate, Query, Right};

/// One thing that a column asks for.
#[derive(Clone, Debug)]
pub struct Need {
    /// The record that says so.
    pub id: Id,
    /// What the column is called that asks.
    pub column: String,
    /// The field that must be filled; none for what is to be ticked.
    pub field: Option<&'static FieldDef>,
    /// What is to be ticked, as it is called.
    pub name: String,
    /// Whether the card has it.
    pub met: bool,
}

/// A column of a board, as far as it matters what it asks.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Column {
    id: Id,
    name: String,
    /// How cards that stand there are told to have ended; the board's word for those that are still on their way too.
    told: String,
    in_use: bool,
}

impl Gate<'_> {
    /// What a card is asked for if it were changed like this, or a new one made, whether it has it or not; what follows
    /// from the change by itself is reckoned in. Nothing is written.
    pub fn needs(&mut self, object: &'static Object, id: Option<Id>, draft: Draft) -> Outcome<Vec<Need>> {
        if object.board.and_then(|board| board.asks).is_none() {
            return Ok(Vec::new());
        }
        let before = id.map(|id| self.editable(object, id, Right::Edit)).transpose()?;
        let (mut whole, at) = (draft.clone(), self.now);
        if before.is_none() {
            whole = self.proposed(draft);
        } else if self
            .before(&mut Change { before: before.as_ref(), draft: &mut whole, at, past: &[] })
            .is_err()
        {
            // A hook that refuses what is not complete yet has nothing to add.
            whole = draft;
        }
        self.asked_of(&whole, before.as_ref())
    }

    /// What the column asks for in which a card stands, in order.
    pub fn needs_here(&mut self, card: &Record) -> Outcome<Vec<Need>> {
        let board = card.object.board;
        let Some((asks, by)) = board.and_then(|board| Some((board.asks?, board.by))) else {
            return Ok(Vec::new());
        };
        let Some(here) = card.value(by).and_then(Value::as_link) else { return Ok(Vec::new()) };
        let column = self.way_of(card.object, here)?.into_iter().find(|column| column.id == here);
        let columns: Vec<Column> = column.into_iter().collect();
        let has = |name: &str| card.value(name).cloned().unwrap_or_default();
        self.asked_by(card.object, &asks, &columns, &has)
    }

    /// The fields that columns ask for, whichever: they are the ones that a form may have to ask for as well.
    pub fn fields_asked_for(&mut self, object: &'static Object) -> Outcome<Vec<&'static FieldDef>> {
        let Some(asks) = object.board.and_then(|board| board.asks) else { return Ok(Vec::new()) };
        let Some(of) = self.catalog().object(asks.of) else { return Ok(Vec::new()) };
        let all = self.whole_of(of)?;
        let mut fields: Vec<&'static FieldDef> = Vec::new();
        for field in all.iter().filter_map(|one| named(object, &asks, one)) {
            if !fields.iter().any(|known| known.name == field.name) {
                fields.push(field);
            }
        }
        Ok(fields)
    }

    /// What is asked for by this change and is missing, as faults.
    pub(crate) fn not_met(&mut self, draft: &Draft, before: Option<&Record>) -> Outcome<Vec<Fault>> {
        let Some(asks) = draft.object.board.and_then(|board| board.asks) else { return Ok(Vec::new()) };
        if self.within || draft.incomplete && self.tells_the_past() {
            return Ok(Vec::new());
        }
        let mut faults = Vec::new();
        let skipped = self.skipped(draft, before)?;
        if !skipped.is_empty() {
            faults.push(Fault::at(asks.because, "error-asked-because").with("columns", skipped.join(", ")));
        }
        let missing = self.asked_of(draft, before)?.into_iter().filter(|need| !need.met);
        let fault = |need: Need| match need.field {
            Some(field) => Fault::at(field.name, "error-asked-field").with("column", need.column),
            None => Fault::at(asks.ticked, "error-asked-tick")
                .with("name", need.name)
                .with("column", need.column)
                .with("id", need.id),
        };
        faults.extend(missing.map(fault));
        Ok(faults)
    }

    /// The columns that a change passes by without saying why, where that must be said.
    pub fn skipped(&mut self, draft: &Draft, before: Option<&Record>) -> Outcome<Vec<String>> {
        let object = draft.object;
        let strict = object.board.and_then(|board| Some((board, board.asks?, board.asks?.strict?)));
        let Some(((board, asks, strict), card)) = strict.zip(before) else { return Ok(Vec::new()) };
        let said = draft.value(asks.because).is_some_and(|why| !why.is_none());
        let settable = object.field(asks.because).is_some_and(|field| self.may_say(object, field));
        if said || !settable || !self.is_strict(draft, card, &board, strict)? {
            return Ok(Vec::new());
        }
        let to = draft.value(board.by).and_then(Value::as_link);
        let from = card.value(board.by).and_then(Value::as_link);
        let Some((from, to)) = from.zip(to).filter(|(from, to)| from != to) else { return Ok(Vec::new()) };
        let way = self.way_of(object, to)?;
        if way.iter().all(|column| column.id != from) {
            return Ok(Vec::new());
        }
        let going = board.ended.map_or("", |ended| ended.going);
        let passed = passed(&way, Some(from), to, going, asks.free);
        Ok(passed.into_iter().filter(|column| column.id != from).map(|column| column.name).collect())
    }

    fn may_say(&self, object: &Object, field: &FieldDef) -> bool {
        self.access.field(object, field) == FieldRight::Open
    }

    /// Whether the record within whose columns a card stands wants to know why some are passed by.
    fn is_strict(&mut self, draft: &Draft, card: &Record, board: &Board, strict: &str) -> Outcome<bool> {
        let Some(within) = board.within else { return Ok(false) };
        let whole = draft.value(within).or_else(|| card.value(within)).and_then(Value::as_link);
        let of = card.object.field(within).and_then(FieldDef::links_to);
        let Some((of, whole)) = of.and_then(|name| self.catalog().object(name)).zip(whole) else {
            return Ok(false);
        };
        let all = self.whole_of(of)?;
        let its = all.iter().find(|record| record.head.id == whole);
        Ok(its.and_then(|record| record.value(strict)) == Some(&Value::YesNo(true)))
    }

    /// Refuses what would take a column away, or all of them, from under cards that are still on their way.
    pub(super) fn holds_no_cards(&mut self, object: &'static Object, id: Id) -> Outcome<()> {
        let boards: Vec<(&'static Object, Board)> =
            self.catalog().objects().filter_map(|cards| Some((cards, cards.board?))).collect();
        for (cards, board) in boards {
            let fields = [Some(board.by), board.within].into_iter().flatten();
            let links = fields.filter_map(|name| cards.field(name));
            for field in links.filter(|field| field.links_to() == Some(object.name)) {
                let here = Filter::is(Path::field(cards, field), Value::Link(id));
                let going = board.ended.and_then(|ended| Some((cards.field(ended.told_by.0)?, ended.going)));
                let going = going.map_or_else(Filter::everything, |(field, going)| {
                    Filter::is(Path::field(cards, field), Value::Text(going.to_owned()))
                });
                let query = Query::of(cards).filter(here).filter(going);
                let count = self.as_engine("count the cards in a column", |gate| gate.count(&query))?;
                if count > 0 {
                    return Err(Fault::whole("error-column-holds")
                        .with("object", cards.name)
                        .with("count", count)
                        .into());
                }
            }
        }
        Ok(())
    }

    /// What a change asks for: nothing, unless it puts the card in another column.
    pub(crate) fn asked_of(&mut self, draft: &Draft, before: Option<&Record>) -> Outcome<Vec<Need>> {
        let object = draft.object;
        let board = object.board;
        let Some((board, asks)) = board.and_then(|board| Some((board, board.asks?))) else {
            return Ok(Vec::new());
        };
        let Some(to) = draft.value(board.by).and_then(Value::as_link) else { return Ok(Vec::new()) };
        let from = before.and_then(|card| card.value(board.by)).and_then(Value::as_link);
        if from == Some(to) {
            return Ok(Vec::new());
        }
        let way = self.way_of(object, to)?;
        let going = board.ended.map_or("", |ended| ended.going);
        let mut passed = passed(&way, from, to, going, asks.free);
        let has = |name: &str| match draft.value(name) {
            Some(value) => value.clone(),
            None => before.and_then(|card| card.value(name)).cloned().unwrap_or_default(),
        };
        // Who says why is asked only for what the column asks where the card stands.
        if draft.value(asks.because).is_some_and(|why| !why.is_none()) {
            passed.retain(|column| Some(column.id) == from);
        }
        self.asked_by(object, &asks, &passed, &has)
    }

    /// The columns of the way on which a column stands, in order.
    fn way_of(&mut self, object: &'static Object, column: Id) -> Outcome<Vec<Column>> {
        let Some(board) = object.board else { return Ok(Vec::new()) };
        let Some(columns) = object.field(board.by).and_then(FieldDef::links_to) else {
            return Ok(Vec::new());
        };
        let Some(columns) = self.catalog().object(columns) else { return Ok(Vec::new()) };
        let whole = board.within.and_then(|name| object.field(name)).and_then(FieldDef::links_to);
        let whole = whole.and_then(|to| columns.fields.iter().find(|field| field.links_to() == Some(to)));
        let way = |record: &Record| whole.and_then(|field| record.value(field.name)).and_then(Value::as_link);
        let all = self.whole_of(columns)?;
        let here = all.iter().find(|record| record.head.id == column).and_then(way);
        let told = |record: &Record| {
            let told = board.ended.and_then(|ended| record.value(ended.told_by.1)).and_then(Value::as_text);
            told.unwrap_or("").to_owned()
        };
        let column = |record: &Record| Column {
            id: record.head.id,
            name: record.title(),
            told: told(record),
            in_use: record.in_use(),
        };
        Ok(all.iter().filter(|record| way(record) == here).map(column).collect())
    }

    /// What these columns ask for, each thing once.
    fn asked_by(
        &mut self,
        object: &'static Object,
        asks: &Asks,
        columns: &[Column],
        has: &dyn Fn(&str) -> Value,
    ) -> Outcome<Vec<Need>> {
        let Some(of) = self.catalog().object(asks.of).filter(|_| !columns.is_empty()) else {
            return Ok(Vec::new());
        };
        let all = self.whole_of(of)?;
        let ticked = has(asks.ticked);
        let settable = |field: &FieldDef| self.access.field(object, field) == FieldRight::Open;
        let ticks = object.field(asks.ticked).is_some_and(&settable);
        let mut needs: Vec<Need> = Vec::new();
        for column in columns {
            let by = |record: &&Record| record.value(asks.by).and_then(Value::as_link) == Some(column.id);
            for one in all.iter().filter(by) {
                let field = named(object, asks, one);
                let is_field = one.value(asks.field).is_some_and(|name| !name.is_none());
                let met = match field {
                    Some(field) => !has(field.name).is_none(),
                    None => ticked.as_links().contains(&one.head.id),
                };
                // What is no field any more is asked of nobody.
                let can = field.map_or(!is_field && ticks, &settable);
                let twice = needs.iter().any(|known| {
                    field.is_some() && known.field.map(|known| known.name) == field.map(|field| field.name)
                });
                if can && !twice {
                    let (id, name, column) = (one.head.id, one.title(), column.name.clone());
                    needs.push(Need { id, column, field, name, met });
                }
            }
        }
        Ok(needs)
    }
}

/// The field with the reason for passing columns by, if the draft moves the card: it is given anew with each move.
pub(super) fn reason_of_move(draft: &Draft, before: &Record) -> Option<&'static str> {
    let board = draft.object.board?;
    let moves = draft.value(board.by).is_some_and(|to| before.value(board.by) != Some(to));
    board.asks.map(|asks| asks.because).filter(|_| moves)
}

/// The field of a card that a record of what is asked for names, if people fill it in.
fn named(object: &'static Object, asks: &Asks, one: &Record) -> Option<&'static FieldDef> {
    let name = one.value(asks.field).and_then(Value::as_text)?;
    object.field(name).filter(|field| field.rights == Rights::Open)
}

/// The columns of a way that a card leaves behind it, and that ask: the one where it stands and those between. One that
/// comes from elsewhere, or is new, has all before it behind it. Nothing is asked on the way back, of one that goes where
/// all may go, or of one that is taken up again after its end; but one that had come to such an end and turns out to
/// have come to another is asked for everything.
fn passed(way: &[Column], from: Option<Id>, to: Id, going: &str, free: &[&str]) -> Vec<Column> {
    let place = |id: Id| way.iter().position(|column| column.id == id);
    let Some(end) = place(to) else { return Vec::new() };
    let is_going = |column: &Column| column.told.is_empty() || column.told == going;
    let is_free = |column: &Column| free.contains(&column.told.as_str());
    let begin = match from.and_then(place).map(|at| (at, &way[at])) {
        _ if is_free(&way[end]) => end,
        None => 0,
        Some((at, left)) if is_going(left) => at,
        Some((_, left)) if is_free(left) && !is_going(&way[end]) => 0,
        Some(_) => end,
    };
    let asking = way[begin.min(end)..end].iter().filter(|column| column.in_use && is_going(column));
    asking.cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A way with columns named by a letter; `1` and `2` are its ends.
    fn way() -> Vec<Column> {
        let column = |(at, (name, told)): (i64, &(&str, &str))| Column {
            id: Id::from_i64(at),
            name: (*name).to_owned(),
            told: (*told).to_owned(),
            in_use: *name != "out",
        };
        let all = [
            ("a", "on"),
            ("b", "on"),
            ("out", "on"),
            ("c", "on"),
            ("good", "good"),
            ("bad", "bad"),
            ("after", "after"),
        ];
        (1..).zip(&all).map(column).collect()
    }

    fn passed_between(from: Option<&str>, to: &str) -> String {
        let way = way();
        let id = |name: &str| {
            let known = way.iter().find(|column| column.name == name);
            known.map_or(Id::from_i64(99), |column| column.id)
        };
        let names = passed(&way, from.map(id), id(to), "on", &["bad"]);
        names.into_iter().map(|column| column.name).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_card_is_asked_by_the_columns_that_it_leaves_behind() {
        let cases: &[(Option<&str>, &str, &str)] = &[
            // One step, and several: what is passed by asks as well, but for what is out of use.
            (Some("a"), "b", "a"),
            (Some("a"), "c", "a b"),
            (Some("b"), "c", "b"),
            // Back, and where it stands already.
            (Some("c"), "a", ""),
            (Some("b"), "b", ""),
            // To its ends: the good one asks, the bad one does not, and what follows it asks for no more.
            (Some("c"), "good", "c"),
            (Some("a"), "good", "a b c"),
            (Some("a"), "bad", ""),
            (Some("good"), "after", ""),
            (Some("a"), "after", "a b c"),
            // Taken up again; and an end that turns out to be the other.
            (Some("good"), "c", ""),
            (Some("bad"), "c", ""),
            (Some("bad"), "good", "a b c"),
            (Some("good"), "bad", ""),
            // New, and from another way.
            (None, "a", ""),
            (None, "c", "a b"),
            (None, "good", "a b c"),
            (None, "bad", ""),
            (Some("elsewhere"), "c", "a b"),
            (Some("elsewhere"), "bad", ""),
            // A column that nobody knows.
            (Some("a"), "elsewhere", ""),
        ];
        for (from, to, expected) in cases {
            assert_eq!(passed_between(*from, to), *expected, "from {from:?} to {to}");
        }
    }
}
