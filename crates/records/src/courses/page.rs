//! A page of a list as it stood at a moment that is over: which records stand on it is told by courses, without a look at
//! the versions of all the others.

use std::collections::BinaryHeap;

use cordee_base::{Date, Id, Outcome};
use cordee_schema::{Cell, FromValue, Kind, Object, Path};

use super::ask::Courses;
use super::kept::Kept;
use super::packed::{Course, FIELDS, Held};
use super::trial::holds_numbers;
use crate::query::Sort;
use crate::read::Cursor;
use crate::read::scan::sees_all;
use crate::{Gate, Query};

/// The keys of an order, of which there are no more.
const KEYS: usize = 3;

/// Which records stood on a page.
pub(crate) struct Stood {
    /// They, and one more if there is one.
    pub ids: Vec<Id>,
    /// How many stood in the whole list.
    pub count: u64,
}

/// Where a record stands in an order: by its keys, of which empty ones come last, then by its id.
type Place = ([(bool, i64); KEYS], i64);

impl Gate<'_> {
    /// The next so many records of a list as it stood then, in no order; none where courses do not tell of all that is
    /// asked, or are not at hand.
    pub(crate) fn stood(
        &mut self,
        query: &Query,
        cursor: Option<&Cursor>,
        wanted: usize,
    ) -> Outcome<Option<Stood>> {
        let (Some(then), None, false) = (query.as_of, &query.only, query.trash || query.export) else {
            return Ok(None);
        };
        let object = self.whole_object(query.object);
        if object.courses.is_empty() || !sees_all(&self.access, self.catalog(), object) {
            return Ok(None);
        }
        let ranked = query.sort.iter().map(|sort| self.told_key(object, sort));
        let Some(ranked) = ranked.collect::<Option<Vec<Rank>>>().filter(|_| self.tells_of(&query.filter))
        else {
            return Ok(None);
        };
        let Some(kept) = self.courses_at_hand(object)? else { return Ok(None) };
        let Some(trial) = self.trial(&query.filter, &kept)? else { return Ok(None) };
        let ranks = ranked.into_iter().map(|rank| rank.of(&kept)).collect();
        let order = Order { down: query.sort.first().is_some_and(|sort| sort.descending), ranks };
        let begin = cursor.map(|cursor| order.place_of(cursor));
        let Some(begin) = begin.map_or(Some(None), |place| place.map(Some)) else { return Ok(None) };

        let tell = |page: &mut Page, course: Course<'_>| {
            let then = course.newest_first().find(|span| span.from <= then).filter(|span| span.to > then);
            let Some(span) = then.filter(|span| trial.holds(&span.held)) else { return };
            page.count += 1;
            let place = order.place(&span.held, course.id.as_i64());
            if begin.is_none_or(|begin| place > begin) {
                page.put(place, wanted);
            }
        };
        let courses = Courses { kept, hidden: [false; FIELDS], only: None, gone: true };
        let page = courses.fold(Page::default, tell, |all, more| all.add(more, wanted));
        let ids = page.first.into_iter().map(|(_, id)| Id::from_i64(if order.down { !id } else { id }));
        Ok(Some(Stood { ids: ids.collect(), count: page.count }))
    }

    /// A key of an order, if courses tell of it what it goes by: a number or a day.
    fn told_key(&self, object: &'static Object, sort: &Sort) -> Option<Rank> {
        let place = self.told_at(object, sort.field)?;
        let field = object.field(sort.field)?;
        let told = holds_numbers(&Path::field(object, field)) || matches!(field.kind, Kind::Date(_));
        told.then_some(Rank { place, words: Vec::new(), descending: sort.descending })
    }
}

/// The order of a list.
struct Order {
    ranks: Vec<Rank>,
    /// Whether the largest id comes first.
    down: bool,
}

/// A key of an order.
struct Rank {
    place: usize,
    /// Where the field holds words, what each counts as.
    words: Vec<i64>,
    descending: bool,
}

impl Order {
    fn place(&self, held: &[Held; FIELDS], id: i64) -> Place {
        let mut keys = [(false, 0); KEYS];
        for (key, rank) in keys.iter_mut().zip(&self.ranks) {
            *key = rank.key(match held[rank.place] {
                Held::Nothing => None,
                Held::Number(number) => Some(number),
                Held::Word(word) => rank.words.get(word as usize).copied(),
            });
        }
        (keys, if self.down { !id } else { id })
    }

    /// Where the page before left off; none where it holds what no such key does.
    fn place_of(&self, cursor: &Cursor) -> Option<Place> {
        let mut keys = [(false, 0); KEYS];
        for ((key, rank), cell) in keys.iter_mut().zip(&self.ranks).zip(&cursor.keys) {
            *key = rank.key(match cell {
                Cell::Null => None,
                Cell::Int(number) => Some(*number),
                Cell::Moment(moment) => Some(moment.micros()),
                Cell::Date(date) => Some(day_number(*date)),
                _ => return None,
            });
        }
        let id = cursor.id.as_i64();
        Some((keys, if self.down { !id } else { id }))
    }
}

impl Rank {
    /// The same for what is kept.
    fn of(mut self, kept: &Kept) -> Rank {
        let day = |value| Date::from_value(value).map_or(0, day_number);
        self.words = kept.words.of(self.place).iter().map(day).collect();
        self
    }

    /// The larger a number the smaller its complement: so the largest come first.
    fn key(&self, number: Option<i64>) -> (bool, i64) {
        let number = number.map(|number| if self.descending { !number } else { number });
        (number.is_none(), number.unwrap_or(0))
    }
}

/// A number for each day, the later the larger.
fn day_number(date: Date) -> i64 {
    (i64::from(date.year()) * 16 + i64::from(date.month())) * 32 + i64::from(date.day())
}

/// A page in the making: the first records, the last of which is at the top.
#[derive(Default)]
struct Page {
    first: BinaryHeap<Place>,
    count: u64,
}

impl Page {
    fn put(&mut self, place: Place, wanted: usize) {
        if self.first.len() < wanted {
            self.first.push(place);
        } else if let Some(mut last) = self.first.peek_mut()
            && place < *last
        {
            *last = place;
        }
    }

    fn add(&mut self, more: Page, wanted: usize) {
        more.first.into_iter().for_each(|place| self.put(place, wanted));
        self.count += more.count;
    }
}
