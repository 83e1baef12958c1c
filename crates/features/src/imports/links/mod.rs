//! What the texts of a chunk of rows lead to: all looked up together, a few queries for hundreds of rows.
//!
//! Records made within the chunk are not in the database yet; they are found here too.

mod asked;
mod new;

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, HashSet};

use cordee_base::{Id, Outcome};
use cordee_records::Gate;
use cordee_schema::{Draft, FieldDef, Object, Value};

use super::plan::{Bound, BoundStep, Plan};
use super::read::{Line, Read};
use super::target::{Target, Way};
use asked::{Asked, gather};
use new::Key;
pub(super) use new::{New, Seen, Values, value_hash, values};

/// What the texts of a chunk lead to.
pub(super) struct Links<'s> {
    looks: HashMap<Look, HashMap<String, Vec<Lead>>>,
    /// Records in the trash that keep their foreign ids.
    trashed: HashSet<Gone>,
    /// What new records are looked for by, for each object: fields, foreign ids, and links that tell them apart.
    needs: HashMap<&'static str, Needs>,
    new: New,
    /// In a rehearsal: what the chunks before made.
    seen: Option<&'s Seen>,
}

/// A record that a text leads to, with the links by which namesakes are told apart.
#[derive(Clone, Debug)]
pub(super) struct Lead {
    pub id: Id,
    /// It was made by a chunk before, in a rehearsal: it is not there any more.
    pub gone: bool,
    links: Vec<(&'static str, Option<Id>)>,
}

impl Lead {
    /// Whether its link of this name leads to the same record.
    pub(super) fn agrees(&self, link: &str, with: Option<Id>) -> bool {
        self.links.iter().any(|(name, id)| *name == link && *id == with)
    }
}

/// One way of looking for records of one object.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Look {
    object: &'static str,
    way: &'static str,
    /// The system of foreign ids, where it is another than the mapping's.
    system: Option<String>,
}

impl Look {
    fn of(plan: &Plan, to: &'static Object, way: Way, system: &str) -> Look {
        let other = system != plan.source && !matches!(way, Way::Field(_));
        Look { object: to.name, way: way.name(), system: other.then(|| system.to_owned()) }
    }
}

/// Where the record stands that has a foreign id already.
pub(super) enum Taken {
    InUse,
    InTrash,
}

/// A record in the trash: its object, its system, its id there.
type Gone = (&'static str, String, String);

/// By what new records of an object are looked for.
#[derive(Default)]
struct Needs {
    foreign: bool,
    fields: Vec<&'static FieldDef>,
    links: BTreeSet<&'static str>,
}

impl Needs {
    fn add(&mut self, asked: &Asked) {
        self.foreign |= !matches!(asked.way, Way::Field(_));
        self.fields.extend(match asked.way {
            Way::Field(field) => Some(field),
            Way::Any => asked.to.fields.iter().find(|field| field.name == asked.to.title),
            _ => None,
        });
        self.fields.sort_by_key(|field| field.name);
        self.fields.dedup_by_key(|field| field.name);
        self.links.extend(&asked.with);
    }
}

impl<'s> Links<'s> {
    /// Looks up all that the rows name.
    pub(super) fn find(
        gate: &mut Gate<'_>,
        plan: &Plan,
        lines: &[&Line],
        seen: Option<&'s Seen>,
    ) -> Outcome<Links<'s>> {
        let asked = gather(plan, lines);
        let mut links = Links {
            looks: HashMap::new(),
            trashed: HashSet::new(),
            needs: HashMap::new(),
            new: New::default(),
            seen,
        };
        if seen.is_some() {
            // Later chunks may look for what this one makes by ways that this one does not go.
            for asked in plan.columns.iter().filter_map(|bound| Asked::by(plan, bound)) {
                links.needs.entry(asked.to.name).or_default().add(&asked);
            }
        }
        for (look, asked) in asked {
            links.needs.entry(look.object).or_default().add(&asked);
            let system = look.system.as_deref().unwrap_or(&plan.source);
            let found = asked.find(gate, system, &mut links.trashed)?;
            links.looks.insert(look, found);
        }
        Ok(links)
    }

    /// The records that `text` leads to, in the way that the bound column says; those made in this chunk among them.
    pub(super) fn of(&self, bound: &Bound, plan: &Plan, system: &str, text: &str) -> Cow<'_, [Lead]> {
        match bound.leads(plan) {
            Some((to, way)) => self.leading(plan, to, way, system, text),
            None => Cow::Borrowed(&[]),
        }
    }

    fn leading(
        &self,
        plan: &Plan,
        to: &'static Object,
        way: Way,
        system: &str,
        text: &str,
    ) -> Cow<'_, [Lead]> {
        let known = self.looks.get(&Look::of(plan, to, way, system)).and_then(|texts| texts.get(text));
        let known = known.map_or(&[][..], Vec::as_slice);
        let new = match way {
            Way::Field(_) => self.new.find(to, way, system, text),
            _ if known.is_empty() => self.new.find(to, way, system, text),
            _ => &[],
        };
        // What a chunk before made for links is made anew; what its rows made is remembered.
        let seen = match self
            .seen
            .filter(|_| to == plan.object && (known.is_empty() || matches!(way, Way::Field(_))))
        {
            Some(seen) => seen.find(to, way, system, text),
            None => &[],
        };
        match (known, new, seen) {
            (known, [], []) => Cow::Borrowed(known),
            ([], new, []) => Cow::Borrowed(new),
            ([], [], seen) => Cow::Borrowed(seen),
            (known, new, seen) => Cow::Owned([known, new, seen].concat()),
        }
    }

    /// The record of the object itself that came under this foreign id before, in the trash or not.
    pub(super) fn taken(&self, plan: &Plan, system: &str, foreign: &str) -> Option<Taken> {
        let there = !self.leading(plan, plan.object, Way::ForeignId, system, foreign).is_empty();
        let gone = || {
            !self.trashed.is_empty()
                && self.trashed.contains(&(plan.object.name, system.to_owned(), foreign.to_owned()))
        };
        if there { Some(Taken::InUse) } else { gone().then_some(Taken::InTrash) }
    }

    /// Whether there is a record whose field has this text.
    pub(super) fn has_text(&self, plan: &Plan, field: &'static FieldDef, text: &str) -> bool {
        !self.leading(plan, plan.object, Way::Field(field), &plan.source, text).is_empty()
    }

    /// A record was made, though it is not in the database yet.
    pub(super) fn add(&mut self, draft: &Draft, id: Id) {
        let object = draft.object;
        let Some(needs) = self.needs.get(object.name) else { return };
        let link = |name: &&'static str| (*name, draft.value(name).and_then(Value::as_link));
        let lead = Lead { id, gone: false, links: needs.links.iter().map(link).collect() };
        if let (Some((system, foreign)), true) = (&draft.foreign, needs.foreign) {
            self.new.put(Key::foreign(object, system, foreign), lead.clone());
        }
        for field in &needs.fields {
            if let Some(text) = draft.value(field.name).and_then(Value::as_text) {
                self.new.put(Key::field(object, field, text), lead.clone());
            }
        }
    }

    /// Whether a record for this text was made by a chunk before already, in a rehearsal.
    pub(super) fn made_before(&self, to: &'static Object, way: Way, system: &str, text: &str) -> bool {
        self.seen.is_some_and(|seen| !seen.find(to, way, system, text).is_empty())
    }

    /// What the chunks before made, in a rehearsal.
    pub(super) fn seen(&self) -> Option<&'s Seen> {
        self.seen
    }

    /// The records that the chunk made.
    pub(super) fn into_new(self) -> New {
        self.new
    }

    /// How many ways to new records there are; see [`Links::forget`].
    pub(super) fn mark(&self) -> usize {
        self.new.count()
    }

    /// Forgets the records that were made since the mark.
    pub(super) fn forget(&mut self, mark: usize) {
        self.new.forget(mark);
    }
}

const FOREIGN: &str = "foreign_id";

impl Way {
    fn name(self) -> &'static str {
        match self {
            Way::Any => "any",
            Way::Id => "id",
            Way::ForeignId => FOREIGN,
            Way::Field(field) => field.name,
        }
    }
}

impl Bound {
    /// The object in which it looks for records, and how: that of a link, or the object itself by a key.
    fn leads(&self, plan: &Plan) -> Option<(&'static Object, Way)> {
        match self.target {
            Target::Link(_, to, way) => Some((to, way)),
            Target::Id => Some((plan.object, Way::Id)),
            Target::ForeignId => Some((plan.object, Way::ForeignId)),
            Target::Field(field) if plan.looks_by(field) => Some((plan.object, Way::Field(field))),
            _ => None,
        }
    }
}

impl Plan {
    /// Whether records of the object are looked up by this field: to match them, or since it must not repeat.
    fn looks_by(&self, field: &'static FieldDef) -> bool {
        let key = self.match_by.as_ref().and_then(|(place, _)| self.columns[*place].target.field());
        key.is_some_and(|key| key.name == field.name) || field.unique && super::target::finds(field)
    }

    /// The steps of a row's record, in order of time, each with what it sets.
    pub(super) fn steps<'l>(
        &'l self,
        line: &'l Line,
    ) -> impl Iterator<Item = (&'l BoundStep, &'l Vec<Read>)> {
        line.history.iter().map(|(_, step, reads)| (&self.history[*step], reads))
    }

    /// The system that a row's foreign ids are of.
    pub(super) fn system<'l>(&'l self, line: &'l Line) -> &'l str {
        let said =
            self.columns.iter().zip(&line.read).find_map(|(bound, read)| match (&bound.target, read) {
                (Target::SourceSystem, Read::Text(text)) => Some(text.as_str()),
                _ => None,
            });
        said.unwrap_or(&self.source)
    }
}
