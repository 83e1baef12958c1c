//! What the texts of a chunk of rows lead to: all looked up together, a few queries for hundreds of rows.
//!
//! Records made within the chunk are not in the database yet; they are found here too.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, HashSet};

use cordee_base::{Id, Outcome};
use cordee_records::{FindBy, Found, Gate};
use cordee_schema::{Draft, FieldDef, Object, Reading, Value, fold};

use super::plan::{Bound, BoundStep, Plan};
use super::read::{Line, Read};
use super::target::{Target, Way, any_way};

/// What the texts of a chunk lead to.
pub(super) struct Links {
    looks: HashMap<Look, HashMap<String, Vec<Lead>>>,
    /// Records in the trash that keep their foreign ids.
    trashed: HashSet<Gone>,
    /// What new records are looked for by, for each object: fields, foreign ids, and links that tell them apart.
    needs: HashMap<&'static str, Needs>,
    new: New,
}

/// A record that a text leads to, with the links by which namesakes are told apart.
#[derive(Clone, Debug)]
pub(super) struct Lead {
    pub id: Id,
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

/// Records made since the chunk began, by what they can be found by.
#[derive(Default)]
struct New {
    found: HashMap<(&'static str, &'static str, String), Vec<Lead>>,
    added: Vec<(&'static str, &'static str, String)>,
}

/// What is asked of one look: the texts, and the links by which namesakes are told apart.
struct Asked {
    to: &'static Object,
    way: Way,
    with: Vec<&'static str>,
    texts: HashSet<String>,
}

impl Links {
    /// Looks up all that the rows name.
    pub(super) fn find(gate: &mut Gate<'_>, plan: &Plan, lines: &[&Line]) -> Outcome<Links> {
        let asked = gather(plan, lines);
        let mut links = Links {
            looks: HashMap::new(),
            trashed: HashSet::new(),
            needs: HashMap::new(),
            new: New::default(),
        };
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
            Way::Field(_) => self.new.find(to, way, text),
            _ if known.is_empty() => self.new.find(to, way, text),
            _ => &[],
        };
        match (known, new) {
            (known, []) => Cow::Borrowed(known),
            ([], new) => Cow::Borrowed(new),
            (known, new) => Cow::Owned([known, new].concat()),
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
        let lead = Lead { id, links: needs.links.iter().map(link).collect() };
        if let (Some((_, foreign)), true) = (&draft.foreign, needs.foreign) {
            self.new.put((object.name, FOREIGN, foreign.clone()), lead.clone());
        }
        for field in &needs.fields {
            if let Some(text) = draft.value(field.name).and_then(Value::as_text) {
                let text = if field.folds() { fold(text) } else { text.to_owned() };
                self.new.put((object.name, field.name, text), lead.clone());
            }
        }
    }

    /// How many ways to new records there are; see [`Links::forget`].
    pub(super) fn mark(&self) -> usize {
        self.new.added.len()
    }

    /// Forgets the records that were made since the mark.
    pub(super) fn forget(&mut self, mark: usize) {
        for key in self.new.added.drain(mark..).rev() {
            if let Some(found) = self.new.found.get_mut(&key) {
                found.pop();
            }
        }
    }
}

const FOREIGN: &str = "foreign_id";

impl New {
    fn put(&mut self, key: (&'static str, &'static str, String), lead: Lead) {
        self.found.entry(key.clone()).or_default().push(lead);
        self.added.push(key);
    }

    fn find(&self, to: &'static Object, way: Way, text: &str) -> &[Lead] {
        if self.found.is_empty() {
            return &[];
        }
        let by = |name: &'static str, text: String| {
            self.found.get(&(to.name, name, text)).map_or(&[][..], Vec::as_slice)
        };
        let field = |field: &'static FieldDef| {
            by(field.name, if field.folds() { fold(text) } else { text.to_owned() })
        };
        match way {
            Way::Id | Way::ForeignId => by(FOREIGN, text.to_owned()),
            Way::Field(known) => field(known),
            Way::Any => match (by(FOREIGN, text.to_owned()), to.field(to.title)) {
                ([], Some(title)) => field(title),
                (found, _) => found,
            },
        }
    }
}

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

/// All that the rows name, by the way of looking for it.
fn gather(plan: &Plan, lines: &[&Line]) -> HashMap<Look, Asked> {
    let mut asked = HashMap::new();
    for line in lines {
        let system = plan.system(line);
        let own = plan.columns.iter().zip(&line.read);
        own.for_each(|(bound, read)| ask(plan, bound, read, system, &mut asked));
        for (step, reads) in plan.steps(line) {
            step.set.iter().zip(reads).for_each(|(bound, read)| ask(plan, bound, read, system, &mut asked));
        }
    }
    asked
}

fn ask(plan: &Plan, bound: &Bound, read: &Read, system: &str, asked: &mut HashMap<Look, Asked>) {
    let Some((to, way)) = bound.leads(plan) else { return };
    let text = match read {
        Read::Text(text) => text,
        Read::Value(Value::Text(text)) => text,
        _ => return,
    };
    let with: &[&'static str] = match (&bound.target, &plan.match_by) {
        (Target::Link(..), _) => &bound.agree,
        (_, Some((_, links))) => links,
        _ => &[],
    };
    let new = || Asked { to, way, with: Vec::new(), texts: HashSet::new() };
    let asked = asked.entry(Look::of(plan, to, way, system)).or_insert_with(new);
    for link in with {
        if !asked.with.contains(link) {
            asked.with.push(link);
        }
    }
    if !asked.texts.contains(text) {
        asked.texts.insert(text.clone());
    }
}

impl Asked {
    /// What the texts lead to.
    fn find(
        &self,
        gate: &mut Gate<'_>,
        system: &str,
        trashed: &mut HashSet<Gone>,
    ) -> Outcome<HashMap<String, Vec<Lead>>> {
        let mut found = Leads { found: HashMap::new(), trashed, system };
        let foreign = || FindBy::Foreign(system.to_owned());
        match self.way {
            Way::Field(field) => self.look(gate, &FindBy::Field(field), self.texts.iter(), &mut found)?,
            Way::ForeignId => self.look(gate, &foreign(), self.texts.iter(), &mut found)?,
            Way::Id => {
                self.look(gate, &FindBy::Id, self.texts.iter(), &mut found)?;
                self.look(gate, &foreign(), self.texts.iter(), &mut found)?;
            }
            Way::Any => {
                // Each text has its own ways; the same way is gone for all texts together.
                let ways: Vec<(&String, Vec<FindBy>)> =
                    self.texts.iter().map(|text| (text, any_way(self.to, system, text))).collect();
                for turn in 0..ways.iter().map(|(_, ways)| ways.len()).max().unwrap_or(0) {
                    let mut together: HashMap<String, (FindBy, Vec<&String>)> = HashMap::new();
                    for (text, ways) in ways.iter().filter(|(text, _)| !found.found.contains_key(*text)) {
                        let Some(by) = ways.get(turn) else { continue };
                        let entry = together.entry(named(by)).or_insert_with(|| (by.clone(), Vec::new()));
                        entry.1.push(text);
                    }
                    for (by, texts) in together.into_values() {
                        self.look(gate, &by, texts.into_iter(), &mut found)?;
                    }
                }
            }
        }
        Ok(found.found)
    }

    fn lead(&self, found: &Found) -> Lead {
        Lead { id: found.id, links: self.with.iter().copied().zip(found.links.iter().copied()).collect() }
    }

    fn look<'t>(
        &self,
        gate: &mut Gate<'_>,
        by: &FindBy,
        texts: impl Iterator<Item = &'t String>,
        found: &mut Leads<'_>,
    ) -> Outcome<()> {
        let mut wanted: HashMap<String, Vec<&String>> = HashMap::new();
        for text in texts.filter(|text| !found.found.contains_key(*text)) {
            if let Some(normal) = normal(by, text) {
                wanted.entry(normal).or_default().push(text);
            }
        }
        let keys: Vec<String> = wanted.keys().cloned().collect();
        if keys.is_empty() {
            return Ok(());
        }
        let mut more: HashMap<String, Vec<Lead>> = HashMap::new();
        for record in gate.find_by(self.to, by, &keys, &self.with)? {
            if record.trashed {
                found.trashed.insert((self.to.name, found.system.to_owned(), record.text));
                continue;
            }
            for text in wanted.get(&record.text).into_iter().flatten() {
                more.entry((*text).clone()).or_default().push(self.lead(&record));
            }
        }
        found.found.extend(more);
        Ok(())
    }
}

/// What was found so far.
struct Leads<'l> {
    found: HashMap<String, Vec<Lead>>,
    trashed: &'l mut HashSet<Gone>,
    system: &'l str,
}

/// The text as the database has it in that column; none if no record can have it.
fn normal(by: &FindBy, text: &str) -> Option<String> {
    match by {
        FindBy::Id => text.parse::<Id>().ok().map(|id| id.to_string()),
        FindBy::Foreign(_) => Some(text.to_owned()),
        FindBy::Field(field) if field.folds() => Some(fold(text)),
        FindBy::Field(field) => match field.kind.behave().parse(text, &Reading::default()) {
            Ok(Value::Text(text)) => Some(text),
            _ => None,
        },
    }
}

fn named(by: &FindBy) -> String {
    match by {
        FindBy::Id => "id".to_owned(),
        FindBy::Foreign(_) => FOREIGN.to_owned(),
        FindBy::Field(field) => field.name.to_owned(),
    }
}
