//! What takes place in a stretch of days, cut into days, and beside what it stands there.

use cordee_base::{Date, Moment, Outcome};
use cordee_records::{Query, Sort};
use cordee_schema::{
    Calendar, Condition, FieldDef, Filter, Kind, Object, Operand, Operator, Path, Record, Value,
};

use super::super::reader::Reader;
use super::range::{Range, plus};

/// How many records one page shows; beyond that nobody could tell them apart.
const MOST: usize = 1000;
/// How many days before the stretch something may have begun that still goes on in it.
const LONGEST: i32 = 7;
/// How many others something can stand beside.
pub(super) const LANES: usize = 4;
/// How many minutes something takes of which it is not known.
pub(super) const USUAL: i64 = 30;

/// A record on one of its days.
#[derive(Clone)]
pub(super) struct Event {
    /// The record.
    pub record: Record,
    /// The day.
    pub day: Date,
    /// When it begins and ends on that day, in minutes since midnight; none if it takes all day.
    pub minutes: (i64, i64),
    /// Whether it stands there by its date alone.
    pub dated: bool,
    /// Its place among those beside it, and how many these are.
    pub lane: (usize, usize),
}

impl Event {
    /// Whether it takes all of the day.
    pub(super) fn all_day(&self) -> bool {
        self.dated || self.minutes == (0, 24 * 60)
    }
}

impl Reader<'_, '_> {
    /// What takes place in these days, day by day; and whether there is more than can be shown.
    pub(super) fn events(
        &mut self,
        object: &'static Object,
        calendar: &Calendar,
        range: &Range,
        filter: Filter,
    ) -> Outcome<(Vec<Event>, bool)> {
        let (mut events, mut cut) = (Vec::new(), false);
        if let Some(start) = self.field(object, calendar.start) {
            let end = calendar.end.and_then(|name| self.field(object, name));
            let mut ways = vec![between(self, object, start, range.first, range.end)];
            if let Some(end) = end {
                let earlier = between(self, object, start, plus(range.first, -LONGEST), range.first);
                let goes_on = compare(object, end, Operator::Greater, self.begins(end, range.first));
                ways.push(earlier.and(goes_on));
            }
            for way in ways {
                let (records, more) = self.by_time(object, calendar, start, way.and(filter.clone()))?;
                cut |= more;
                events.extend(records.iter().flat_map(|record| self.on_days(record, start, end, range)));
            }
        }
        let day = calendar.day.and_then(|name| self.field(object, name));
        if let Some((day, start)) = day.zip(object.field(calendar.start)) {
            let bare = Filter::Where(Condition {
                path: Path::field(object, start),
                operator: Operator::IsEmpty,
                operand: Operand::None,
            });
            let way = between(self, object, day, range.first, range.end).and(bare).and(filter);
            let (records, more) = self.by_time(object, calendar, day, way)?;
            cut |= more;
            events.extend(records.iter().flat_map(|record| self.on_days(record, day, None, range)));
        }
        events.sort_by_key(|event| (event.day, !event.all_day(), event.minutes, event.record.head.id));
        for of_day in events.chunk_by_mut(|one, next| one.day == next.day) {
            beside_each_other(of_day);
        }
        Ok((events, cut))
    }

    fn by_time(
        &mut self,
        object: &'static Object,
        calendar: &Calendar,
        by: &'static FieldDef,
        filter: Filter,
    ) -> Outcome<(Vec<Record>, bool)> {
        let mut query = Query::of(object).filter(filter).limit(Query::MOST);
        query.sort = vec![Sort { field: by.name, descending: false }];
        let named = [calendar.end, calendar.day, calendar.kind, calendar.done, object.owner];
        let named = named.into_iter().flatten().chain([object.title, calendar.start]);
        query.fields = Some(named.collect());
        let mut records = Vec::new();
        loop {
            let page = self.gate.list(&query)?;
            records.extend(page.records);
            query.cursor = page.next;
            if query.cursor.is_none() || records.len() >= MOST {
                return Ok((records, query.cursor.is_some()));
            }
        }
    }

    /// A record on each of its days within the stretch.
    fn on_days(
        &self,
        record: &Record,
        start: &'static FieldDef,
        end: Option<&'static FieldDef>,
        range: &Range,
    ) -> Vec<Event> {
        let event = |day, minutes, dated| Event { record: record.clone(), day, minutes, dated, lane: (0, 1) };
        let moment = |field: &FieldDef| match record.value(field.name) {
            Some(Value::Moment(moment)) => Some(*moment),
            _ => None,
        };
        let Some(from) = moment(start) else {
            let day = record.value(start.name).and_then(as_date);
            return day.map(|day| event(day, (0, 24 * 60), true)).into_iter().collect();
        };
        let to = end.and_then(moment).filter(|to| *to > from).unwrap_or(from.plus_seconds(USUAL * 60));
        let (first, last) = (self.clock(from), self.clock(to));
        let mut days = Vec::new();
        let mut day = first.0;
        while day < range.end && day <= last.0 && days.len() < 60 {
            let begins = if day == first.0 { first.1 } else { 0 };
            let ends = if day == last.0 { last.1 } else { 24 * 60 };
            if day >= range.first && ends > begins {
                days.push(event(day, (begins, ends), false));
            }
            day = plus(day, 1);
        }
        days
    }

    /// The day and the minute of it at which the reader's clock stands then.
    pub(super) fn clock(&self, moment: Moment) -> (Date, i64) {
        let local = self.locale.zone.time_zone().to_datetime(moment.timestamp());
        (local.date(), i64::from(local.hour()) * 60 + i64::from(local.minute()))
    }

    /// The value of a field that stands for the beginning of a day.
    fn begins(&self, field: &FieldDef, day: Date) -> Value {
        match field.kind {
            Kind::Moment(_) => Value::Moment(self.locale.zone.start_of(day)),
            _ => Value::Date(day),
        }
    }
}

fn as_date(value: &Value) -> Option<Date> {
    match value {
        Value::Date(day) => Some(*day),
        _ => None,
    }
}

fn compare(object: &'static Object, field: &'static FieldDef, how: Operator, value: Value) -> Filter {
    Filter::compare(Path::field(object, field), how, value)
}

fn between(
    reader: &Reader<'_, '_>,
    object: &'static Object,
    field: &'static FieldDef,
    first: Date,
    end: Date,
) -> Filter {
    compare(object, field, Operator::AtLeast, reader.begins(field, first)).and(compare(
        object,
        field,
        Operator::Less,
        reader.begins(field, end),
    ))
}

/// Gives each a place beside those that it overlaps.
fn beside_each_other(events: &mut [Event]) {
    let timed: Vec<usize> = (0..events.len()).filter(|place| !events[*place].all_day()).collect();
    let mut group: Vec<usize> = Vec::new();
    let mut ends: Vec<i64> = Vec::new();
    for place in timed {
        let (from, to) = events[place].minutes;
        if ends.iter().all(|end| *end <= from) {
            settle(events, &mut group, &mut ends);
        }
        let lane = ends.iter().position(|end| *end <= from).unwrap_or(ends.len());
        if lane < ends.len() {
            ends[lane] = to;
        } else {
            ends.push(to);
        }
        events[place].lane.0 = lane.min(LANES - 1);
        group.push(place);
    }
    settle(events, &mut group, &mut ends);
}

fn settle(events: &mut [Event], group: &mut Vec<usize>, ends: &mut Vec<i64>) {
    for place in group.drain(..) {
        events[place].lane.1 = ends.len().clamp(1, LANES);
    }
    ends.clear();
}
