//! What is to be done next with a record, on top of its page: what, when in words, and why else it needs somebody.

use cordee_base::{Date, Outcome};
use cordee_kit::Next;
use cordee_records::Right;
use cordee_schema::{Filter, Record, Value};
use cordee_ui::screens::next::{Day, Next as View};
use cordee_ui::{Action, Cell, Icon, Pick, Tone, Way};

use crate::pages::address::Address;
use crate::pages::cells::plain;
use crate::pages::reader::{Reader, record_path};

/// Up to so many days ahead a day is also said by how far away it is.
const NEAR: i32 = 21;

impl Reader<'_, '_> {
    /// The strip, where the object has one, the reader may see what it tells, and something must come next.
    pub(crate) fn next_strip(&mut self, record: &Record, edits: bool) -> Outcome<Option<View>> {
        let object = record.object;
        let Some(next) = self.registry().portrait(object).and_then(|portrait| portrait.next) else {
            return Ok(None);
        };
        let (Some(what), Some(when)) = (self.field(object, next.what), self.field(object, next.when)) else {
            return Ok(None);
        };
        let going = Filter::parse(next.going, self.gate.catalog(), object, self.gate.reading())?;
        if !self.gate.filter_holds(&going, &|field| record.any_value(field))? {
            return Ok(None);
        }
        let said = Some(plain(&self.cell(record, what))).filter(|text| !text.is_empty());
        let day = record.value(when.name).and_then(|value| match value {
            Value::Date(day) => Some(*day),
            _ => None,
        });
        let (done, plan) = match edits && said.is_some() {
            true => (self.verb_here(record, next.done)?, self.replan(record, &next)?),
            false if edits => (None, self.verb_here(record, next.plan)?.map(Action::primary)),
            false => (None, None),
        };
        let moves = edits && said.is_some() && self.settable(object, when, Some(record));
        Ok(Some(View {
            label: self.label(object, what),
            tone: self.tone_of(said.is_some(), day),
            when: said.is_some().then(|| self.when_said(day)),
            what: said,
            done: done.map(|done| done.icon(Icon::Check)),
            plan,
            day: moves.then(|| self.other_day(record, day)),
            signs: self.signs_beside(record, &next)?,
        }))
    }

    /// The same step told anew: its dialog begins with what stands there.
    fn replan(&mut self, record: &Record, next: &Next) -> Outcome<Option<Action>> {
        let Some(Action { way: Way::Dialog(href), .. }) = self.verb_here(record, next.plan)? else {
            return Ok(None);
        };
        let now = self.typed_of(record);
        let begun = [next.what, next.when];
        let begun = begun.into_iter().filter(|name| !now.text(name).is_empty());
        let address = begun.fold(Address::read(&href), |at, name| at.and(name, now.text(name)));
        Ok(Some(Action::new(self.word("next-change"), Way::Dialog(address.to_string()))))
    }

    fn tone_of(&self, said: bool, day: Option<Date>) -> Tone {
        let today = self.gate.today();
        match day {
            Some(day) if said && day < today => Tone::Overdue,
            Some(day) if said && day == today => Tone::Accent,
            Some(_) if said => Tone::Neutral,
            _ => Tone::Risk,
        }
    }

    /// The day as one says it today: how late, or how far ahead; and its date.
    fn when_said(&self, day: Option<Date>) -> Cell {
        let Some(day) = day else { return Cell::Text(self.word("next-undated")) };
        let date = self.locale.near_date(day, self.gate.today());
        let days = (day - self.gate.today()).get_days();
        let text = match days {
            0 => self.word("today"),
            1 => format!("{}, {date}", self.word("tomorrow")),
            ..0 => format!("{}, {date}", self.say("next-late", &[("count", i64::from(-days).into())])),
            2..=NEAR => format!("{}, {date}", self.say("days-ahead", &[("count", i64::from(days).into())])),
            _ => date,
        };
        Cell::Date { text, iso: day.to_string(), tone: Tone::Neutral }
    }

    fn other_day(&self, record: &Record, day: Option<Date>) -> Day {
        let path = record_path(record.object, record.head.id);
        let version = ("version".to_owned(), record.head.version.to_string());
        Day {
            action: format!("/today{path}/day"),
            hidden: vec![version, ("back".to_owned(), path)],
            value: day.map(|day| day.to_string()).unwrap_or_default(),
            later: self.days_later(),
        }
    }

    /// The signs that the record shows, without those that the strip says itself.
    fn signs_beside(&mut self, record: &Record, next: &Next) -> Outcome<(String, Vec<Pick>)> {
        let object = record.object;
        let Some(signs) = object.signs else { return Ok((String::new(), Vec::new())) };
        let mut told = [record.clone()];
        self.gate.tell_signs(object, &mut told)?;
        let options = signs.field.kind.options();
        let beside = told[0].signs().iter().filter(|sign| !next.told.contains(sign));
        let picks = beside.map(|sign| self.pick(object, &signs.field, options, sign)).collect();
        Ok((self.label(object, &signs.field), picks))
    }

    /// Whether the reader may change this record.
    pub(crate) fn may_edit(&mut self, record: &Record) -> Outcome<bool> {
        let (object, id) = (record.object, record.head.id);
        Ok(self.may(object, Right::Edit) && self.gate.may(Right::Edit, object, id)?)
    }
}
