//! The days of a calendar as they are shown.

use std::ops::Range as Hours;

use cordee_base::{Date, Period, Time};
use cordee_kit::Whose;
use cordee_records::Right;
use cordee_schema::{Calendar, Object, Value};
use cordee_ui::Cell;
use cordee_ui::screens::calendar::{Day, Event as Shown, Shape};

use super::super::address::Address;
use super::super::reader::{Reader, record_path};
use super::events::{Event, USUAL};
use super::range::Range;

/// How many records of a day a month shows; the rest is on the page of the day.
const IN_A_MONTH: usize = 4;

impl Reader<'_, '_> {
    pub(super) fn days(
        &self,
        object: &'static Object,
        calendar: &Calendar,
        range: &Range,
        whose: &Whose,
        events: &[Event],
        hours: Hours<i64>,
    ) -> Vec<Day> {
        let today = self.gate.today();
        let creates = self.may(object, Right::Create);
        let day = |day: Date| {
            let of_day: Vec<&Event> = events.iter().filter(|event| event.day == day).collect();
            let shown = if range.shape == Shape::Month { IN_A_MONTH } else { of_day.len() };
            let hidden = of_day.len().saturating_sub(shown);
            let show = |event: &&&Event| self.event(calendar, event, whose);
            let (all_day, timed): (Vec<&&Event>, Vec<&&Event>) =
                of_day.iter().take(shown).partition(|event| event.all_day());
            let name = format!("{}, {}", self.locale.weekday(day), self.locale.month_day(day));
            Day {
                iso: day.to_string(),
                short: match range.shape {
                    Shape::Month => self.locale.count(day.day().into()),
                    _ => format!("{} {}", self.locale.weekday(day), day.day()),
                },
                href: self.here().with("view", "day").with("day", day).to_string(),
                today: day == today,
                outside: range.shape == Shape::Month
                    && Period::Month.start(day) != Period::Month.start(range.day),
                all_day: all_day.iter().map(show).collect(),
                timed: timed.iter().map(show).collect(),
                hidden: (hidden > 0)
                    .then(|| self.say("calendar-hidden", &[("count", (hidden as i64).into())])),
                new: creates.then(|| self.new_at(object, calendar, day, None)),
                slots: match creates {
                    true => hours.clone().map(|hour| self.slot(object, calendar, day, &name, hour)).collect(),
                    false => Vec::new(),
                },
                name,
            }
        };
        let days = range.days().map(day);
        // A list of days passes over those on which nothing takes place, but for today.
        let listed = range.shape == Shape::Agenda;
        days.filter(|day| !listed || day.today || !day.all_day.is_empty() || !day.timed.is_empty()).collect()
    }

    fn slot(
        &self,
        object: &'static Object,
        calendar: &Calendar,
        day: Date,
        name: &str,
        hour: i64,
    ) -> (i64, String, String) {
        let label = format!("{}: {name}, {}", self.word("calendar-new"), self.hour_said(hour));
        (hour, self.new_at(object, calendar, day, Some(hour)), label)
    }

    /// Where something new is made on a day, or at an hour of it.
    fn new_at(&self, object: &Object, calendar: &Calendar, day: Date, hour: Option<i64>) -> String {
        let new = Address::of(format!("/{}/new", object.plural));
        match (hour, calendar.day) {
            (Some(hour), _) => {
                let new = new.and(calendar.start, format!("{day}T{hour:02}:00"));
                let end = calendar.end.map(|end| (end, format!("{day}T{hour:02}:{USUAL:02}")));
                end.into_iter().fold(new, |new, (name, at)| new.and(name, at)).to_string()
            }
            (None, Some(field)) => new.and(field, day).to_string(),
            (None, None) => new.and(calendar.start, day).to_string(),
        }
    }

    /// An hour of the clock.
    pub(super) fn hour_said(&self, hour: i64) -> String {
        let hour = i8::try_from(hour.clamp(0, 23)).unwrap_or(0);
        Time::new(hour, 0, 0, 0).map_or_else(|_| hour.to_string(), |time| self.locale.time(time))
    }

    fn event(&self, calendar: &Calendar, event: &Event, whose: &Whose) -> Shown {
        let (record, object) = (&event.record, event.record.object);
        let (title, path) = (record.title(), record_path(object, record.head.id));
        let moment = |name: Option<&str>| match name.and_then(|name| record.value(name)) {
            Some(Value::Moment(moment)) => Some(*moment),
            _ => None,
        };
        let typed = |at: Option<cordee_base::Moment>| match at {
            Some(at) => {
                let (day, minutes) = self.clock(at);
                format!("{day}T{:02}:{:02}", minutes / 60, minutes % 60)
            }
            None => String::new(),
        };
        let (starts, ends) = (moment(Some(calendar.start)), moment(calendar.end));
        let time = |at: cordee_base::Moment| {
            self.locale.time(self.locale.zone.time_zone().to_datetime(at.timestamp()).time())
        };
        let said_time = starts.map(time).unwrap_or_default();
        let kind = calendar.kind.and_then(|name| self.field(object, name));
        let kind_said =
            kind.map(|field| super::super::cells::plain(&self.cell(record, field))).unwrap_or_default();
        let owner = match (whose, object.owner.and_then(|name| self.field(object, name))) {
            (Whose::Mine, _) | (_, None) => None,
            (_, Some(owner)) => match self.cell(record, owner) {
                Cell::Person(person) => Some(person),
                _ => None,
            },
        };
        let until = ends.map(|end| format!("{said_time} – {}", time(end))).unwrap_or(said_time.clone());
        let person = owner.as_ref().map(|person| person.name.clone()).unwrap_or_default();
        let said = [until, kind_said, title.clone(), person];
        let said: Vec<String> = said.into_iter().filter(|text| !text.is_empty()).collect();
        Shown {
            id: record.head.id.to_string(),
            version: record.head.version.to_string(),
            href: path.clone(),
            time: if event.all_day() { String::new() } else { said_time },
            said: said.join(", "),
            hue: self.hue(calendar, event),
            done: calendar.done.and_then(|name| record.value(name)) == Some(&Value::YesNo(true)),
            owner,
            // What is short is tall enough to be read.
            quarters: (event.minutes.0 / 15, ((event.minutes.1 + 14) / 15).max(event.minutes.0 / 15 + 2)),
            lane: event.lane,
            from: match event.dated {
                true => event.day.to_string(),
                false => typed(starts),
            },
            to: typed(ends),
            when: self.may(object, Right::Edit).then(|| format!("{path}/when")),
            lengthens: calendar.end.is_some(),
            title,
        }
    }

    /// The number of the colour of a record's kind.
    fn hue(&self, calendar: &Calendar, event: &Event) -> Option<usize> {
        let field = self.field(event.record.object, calendar.kind?)?;
        let key = event.record.value(field.name)?.as_text()?;
        field.kind.options().iter().position(|option| option.key == key)
    }

    /// The kinds that are shown, by the number of their colour.
    pub(super) fn kinds_shown(
        &self,
        object: &'static Object,
        calendar: &Calendar,
        events: &[Event],
    ) -> Vec<(usize, String)> {
        let Some(field) = calendar.kind.and_then(|name| self.field(object, name)) else { return Vec::new() };
        let options = field.kind.options();
        let shown = |hue: &usize| events.iter().any(|event| self.hue(calendar, event) == Some(*hue));
        let name = |hue: usize| (hue, self.pick(object, field, options, options[hue].key).label);
        (0..options.len()).filter(shown).map(name).collect()
    }
}
