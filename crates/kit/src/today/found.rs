//! What waits for somebody, found section by section under their rights.

use std::collections::{HashMap, HashSet};

use cordee_base::{Date, Id, Moment, Outcome};
use cordee_records::{Gate, Query, Sort};
use cordee_schema::{Filter, Object, Record, Value};

use super::month::{SoFar, so_far};
use super::{Section, Source, Today, same_words, seen, text};
use crate::{Registry, Whose};

/// How many records a section tells.
const TOLD: usize = 12;

/// What is asked of a day.
#[derive(Clone, Debug, Default)]
pub struct DayAsked {
    /// Whose records; what one begins with, if nothing is said.
    pub whose: Option<Whose>,
    /// Also what the reader has put off.
    pub snoozed: bool,
}

/// What waits for somebody, and the month so far.
#[derive(Debug)]
pub struct Day {
    /// Whose it is.
    pub whose: Whose,
    /// The sections of which the reader may see something, in order.
    pub parts: Vec<Part>,
    /// How many records the reader has put off.
    pub snoozed: usize,
    /// The figures of the month so far.
    pub month: Vec<SoFar>,
}

/// A section as it was found.
#[derive(Debug)]
pub struct Part {
    /// Its declaration.
    pub section: &'static Section,
    /// What waits, by the day that it waits for.
    pub waiting: Vec<Waiting>,
    /// Where there is more than is told here.
    pub rest: Vec<Rest>,
}

/// A record that waits.
#[derive(Debug)]
pub struct Waiting {
    /// Where it comes from.
    pub source: &'static Source,
    /// The record, with the fields that its source speaks of.
    pub record: Record,
    /// The instant that it waits for.
    pub since: Moment,
    /// Until when the reader has put it off.
    pub snoozed: Option<Date>,
}

/// The records of an object that a section speaks of.
#[derive(Debug)]
pub struct Rest {
    /// The object.
    pub object: &'static Object,
    /// What they are like.
    pub filter: Filter,
}

impl Today {
    /// The objects of all sources that the actor may see, each once.
    pub fn objects(&self, gate: &Gate<'_>) -> Vec<&'static Object> {
        let mut objects: Vec<&'static Object> = Vec::new();
        for object in self.sources().filter_map(|source| gate.object(source.object).ok()) {
            if objects.iter().all(|known| known.name != object.name) {
                objects.push(object);
            }
        }
        objects
    }
}

impl Registry {
    /// What waits for the actor.
    pub fn day(&self, gate: &mut Gate<'_>, asked: &DayAsked) -> Outcome<Day> {
        let objects = self.today.objects(gate);
        let whose = match &asked.whose {
            Some(whose) => whose.clone(),
            None => Whose::at_first(gate, &objects)?,
        };
        let mut put_off = HashMap::new();
        for object in &objects {
            put_off.insert(object.name, gate.snoozed(object)?);
        }
        let mut finding =
            Finding { gate, whose: &whose, put_off, all: asked.snoozed, told: HashSet::new(), snoozed: 0 };
        let mut parts = Vec::new();
        for section in self.today.sections {
            parts.extend(finding.part(section)?);
        }
        let snoozed = finding.snoozed;
        let mut month = Vec::new();
        for name in self.today.month {
            if let Ok(metric) = self.metric(name) {
                month.extend(so_far(gate, metric, &whose)?);
            }
        }
        Ok(Day { whose, parts, snoozed, month })
    }
}

/// What is known while the sections are found.
struct Finding<'f, 'g> {
    gate: &'f mut Gate<'g>,
    whose: &'f Whose,
    /// What the reader has put off, by object.
    put_off: HashMap<&'static str, HashMap<Id, Date>>,
    all: bool,
    /// What was told already: nothing is told twice.
    told: HashSet<Id>,
    snoozed: usize,
}

impl Finding<'_, '_> {
    /// A section; none, if the reader may see nothing of it.
    fn part(&mut self, section: &'static Section) -> Outcome<Option<Part>> {
        let mut part = Part { section, waiting: Vec::new(), rest: Vec::new() };
        let (mut words, mut any) = (HashMap::new(), false);
        for source in section.sources {
            let Ok(object) = self.gate.object(source.object) else { continue };
            any = true;
            self.source(source, object, &mut words, &mut part)?;
        }
        if !any {
            return Ok(None);
        }
        if section.sources.len() > 1 {
            part.waiting.sort_by_key(|waiting| waiting.since);
            self.keep_first(&mut part)?;
        }
        self.told.extend(part.waiting.iter().map(|waiting| waiting.record.head.id));
        Ok(Some(part))
    }

    /// Adds what a source has; `words` are what the records before it in the section say is to do.
    fn source(
        &mut self,
        source: &'static Source,
        object: &'static Object,
        words: &mut HashMap<Id, String>,
        part: &mut Part,
    ) -> Outcome<()> {
        let filter = self.filter(source, object)?;
        let off = self.put_off.get(object.name);
        let limit = TOLD + 1 + off.map_or(0, HashMap::len);
        let mut query = Query::of(object).filter(filter.clone()).limit((limit as u32).min(Query::MOST));
        query.sort = vec![Sort { field: source.sort.0, descending: source.sort.1 }];
        query.fields = Some(fields(object, source));
        let mut kept = 0;
        for record in self.gate.list(&query)?.records {
            if stands_for(source, &record, words) {
                continue;
            }
            if let Some(said) = source.text.and_then(|name| text(record.value(name))) {
                words.insert(record.head.id, said.to_owned());
            }
            let until = off.and_then(|off| off.get(&record.head.id)).copied();
            self.snoozed += usize::from(until.is_some());
            if (until.is_some() && !self.all) || self.told.contains(&record.head.id) {
                continue;
            }
            if kept == TOLD {
                part.rest.push(Rest { object, filter });
                break;
            }
            kept += 1;
            let since = self.since(source, &record);
            part.waiting.push(Waiting { source, record, since, snoozed: until });
        }
        Ok(())
    }

    /// Of several sources together no more are told than of one; what is cut off is named.
    fn keep_first(&self, part: &mut Part) -> Outcome<()> {
        for cut in part.waiting.split_off(part.waiting.len().min(TOLD)) {
            let object = cut.record.object;
            if part.rest.iter().any(|known| known.object.name == object.name) {
                continue;
            }
            if let Some(first) = part.section.sources.iter().find(|source| source.object == object.name) {
                part.rest.push(Rest { object, filter: self.filter(first, object)? });
            }
        }
        Ok(())
    }

    fn filter(&self, source: &Source, object: &'static Object) -> Outcome<Filter> {
        let filter = Filter::parse(source.filter, self.gate.catalog(), object, self.gate.reading())?;
        Ok(filter.and(self.whose.filter(self.gate, object)))
    }

    fn since(&self, source: &Source, record: &Record) -> Moment {
        let field = source.when.and_then(|name| seen(self.gate.access(), record.object, name));
        match field.map(|field| record.any_value(field)) {
            Some(Value::Date(day)) => self.gate.zone().start_of(day),
            Some(Value::Moment(moment)) => moment,
            _ => Moment::FOREVER,
        }
    }
}

/// Whether a record only says again what one before it says, to which it links.
fn stands_for(source: &Source, record: &Record, words: &HashMap<Id, String>) -> bool {
    let said = source.stands_for.and_then(|link| match record.value(link) {
        Some(Value::Link(id)) => words.get(id),
        _ => None,
    });
    said.is_some_and(|said| same_words(said, &record.title()))
}

/// The fields that a line shows, and that its verbs need.
fn fields(object: &'static Object, source: &Source) -> Vec<&'static str> {
    let mut names: Vec<&'static str> = vec![object.title];
    names.extend(source.about);
    names.extend(
        [source.text, source.when, source.moves, source.stands_for, object.owner].into_iter().flatten(),
    );
    names.extend(source.signs(object).map(|signs| signs.name));
    names
}
