//! The people that belong to a record: what they do, which parts they play, when one was last in touch, how one reaches
//! them.

use std::cmp::Reverse;

use cordee_base::{Id, Moment, Outcome};
use cordee_kit::People as Declared;
use cordee_records::{Query, Right, Sort};
use cordee_schema::filter::quoted;
use cordee_schema::{Filter, Object, Record, Value};
use cordee_ui::screens::aspects::{Part, People, Person};
use cordee_ui::{Cell, Pick};

use super::tells::linked_by;
use crate::pages::address::Address;
use crate::pages::cells::plain;
use crate::pages::duplicates::JOINS;
use crate::pages::reader::{Reader, record_path};

/// How many people are looked through, and how many parts.
const LOOKED: u32 = 200;
/// How many people are shown.
const SHOWN: usize = 12;

impl Reader<'_, '_> {
    /// The people that belong to a record, those with a part first, then those one has met last.
    pub(crate) fn people_of(&mut self, record: &Record) -> Outcome<Option<People>> {
        let portrait = self.registry().portrait(record.object);
        let Some(declared) = portrait.and_then(|portrait| portrait.people) else { return Ok(None) };
        let of = self.gate.catalog().object(declared.of).filter(|of| self.may(of, Right::Read));
        let by = of.and_then(|of| Some((of, self.field(of, declared.by)?)));
        let Some((of, by)) = by else { return Ok(None) };
        let mut query = Query::of(of).filter(linked_by(of, by, record.head.id)).limit(LOOKED);
        query.sort = vec![Sort { field: of.order.0, descending: of.order.1 }];
        let page = self.gate.list(&query)?;
        let more = page.next.is_some();
        let parts = self.parts_played(record, &declared)?;
        let mut people = page.records;
        // Who plays a part may belong to another company.
        for (person, _) in &parts {
            if !people.iter().any(|one| one.head.id == *person)
                && let Ok(one) = self.gate.get(of, *person)
            {
                people.push(one);
            }
        }
        let count = people.len();
        let played = |one: &Record| parts.iter().filter(|(person, _)| *person == one.head.id).count();
        people.sort_by_cached_key(|one| Reverse((played(one) > 0, met(one, declared.met))));
        people.truncate(SHOWN);
        let shown = people.iter().map(|one| self.person_shown(one, &declared, &parts)).collect();
        let count = if more {
            format!("{}+", self.locale.count(count as i64))
        } else {
            self.locale.count(count as i64)
        };
        let text = format!("{} = {}", by.name, quoted(&record.head.id.to_string()));
        let new = Address::of(format!("/{}/new", of.plural)).and(by.name, record.head.id).and(JOINS, by.name);
        Ok(Some(People {
            label: self.own_word(record.object, "people").unwrap_or_default(),
            count,
            all: Address::of(format!("/{}", of.plural)).and("filter", text).to_string(),
            create: self.may(of, Right::Create).then(|| new.to_string()),
            people: shown,
            none: self.own_word(record.object, "people-none").unwrap_or_default(),
        }))
    }

    /// Who plays which part in what belongs to the record.
    fn parts_played(&mut self, record: &Record, declared: &Declared) -> Outcome<Vec<(Id, Part)>> {
        let Some(object) = self.gate.catalog().object(declared.parts).filter(|of| self.may(of, Right::Read))
        else {
            return Ok(Vec::new());
        };
        let named = |name| self.field(object, name);
        let (Some(person), Some(within)) = (named(declared.person), named(declared.within)) else {
            return Ok(Vec::new());
        };
        let Some(whole) = self.linked(within).filter(|whole| self.field(whole, declared.by).is_some()) else {
            return Ok(Vec::new());
        };
        // What belongs to the record is found by its own index; few of it are going on.
        let text =
            format!("{} = {} and {}", declared.by, quoted(&record.head.id.to_string()), declared.going);
        let filter = Filter::parse(&text, self.gate.catalog(), whole, self.gate.reading())?;
        let mut query = Query::of(whole).filter(filter).limit(LOOKED);
        query.fields = Some(vec![whole.title]);
        let going = self.gate.list(&query)?.records;
        let mut parts = Vec::new();
        for one in &going {
            let query = Query::of(object).filter(linked_by(object, within, one.head.id)).limit(LOOKED);
            for member in self.gate.list(&query)?.records {
                let Some(id) = member.value(person.name).and_then(Value::as_link) else { continue };
                parts.push((id, self.part_played(object, &member, declared, one)));
            }
        }
        Ok(parts)
    }

    fn part_played(
        &self,
        object: &'static Object,
        member: &Record,
        declared: &Declared,
        within: &Record,
    ) -> Part {
        let pick = |name: &&'static str| {
            let field = self.field(object, name)?;
            match self.cell(member, field) {
                Cell::Choice(pick) => Some(pick),
                Cell::Empty => None,
                cell => Some(Pick::new("", plain(&cell))),
            }
        };
        Part {
            told: declared.told.iter().filter_map(pick).collect(),
            within: within.title(),
            href: record_path(within.object, within.head.id),
        }
    }

    fn person_shown(&self, one: &Record, declared: &Declared, parts: &[(Id, Part)]) -> Person {
        let shown = |name: &'static str| self.field(one.object, name).map(|field| self.cell(one, field));
        Person {
            name: one.title(),
            href: record_path(one.object, one.head.id),
            does: shown(declared.does).map(|cell| plain(&cell)).unwrap_or_default(),
            parts: parts.iter().filter(|(id, _)| *id == one.head.id).map(|(_, part)| part.clone()).collect(),
            met: shown(declared.met).unwrap_or(Cell::Empty),
            reach: self.reached_by(one, declared.reach),
        }
    }
}

/// When one was last in touch with somebody.
fn met(record: &Record, field: &str) -> Option<Moment> {
    match record.value(field) {
        Some(Value::Moment(moment)) => Some(*moment),
        _ => None,
    }
}
