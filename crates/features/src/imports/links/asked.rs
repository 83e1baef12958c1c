//! Looking up all that the rows of a chunk name: a few queries for hundreds of texts.

use std::collections::{HashMap, HashSet};

use cordee_base::{Id, Outcome};
use cordee_records::{FindBy, Found, Gate};
use cordee_schema::{Object, Reading, Value, fold};

use super::{FOREIGN, Gone, Lead, Look};
use crate::imports::plan::{Bound, Plan};
use crate::imports::read::{Line, Read};
use crate::imports::target::{Target, Way, any_way};

/// What is asked of one look: the texts, and the links by which namesakes are told apart.
pub(super) struct Asked {
    pub to: &'static Object,
    pub way: Way,
    pub with: Vec<&'static str>,
    texts: HashSet<String>,
}

/// All that the rows name, by the way of looking for it.
pub(super) fn gather(plan: &Plan, lines: &[&Line]) -> HashMap<Look, Asked> {
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
    let texts = match read {
        Read::Text(text) | Read::Value(Value::Text(text)) => std::slice::from_ref(text),
        Read::Texts(texts) => texts.as_slice(),
        _ => return,
    };
    let Some(new) = Asked::by(plan, bound) else { return };
    let with = new.with.clone();
    let asked = asked.entry(Look::of(plan, to, way, system)).or_insert(new);
    for link in with {
        if !asked.with.contains(&link) {
            asked.with.push(link);
        }
    }
    for text in texts {
        if !asked.texts.contains(text) {
            asked.texts.insert(text.clone());
        }
    }
}

impl Asked {
    /// What a bound column asks for, no text yet.
    pub(super) fn by(plan: &Plan, bound: &Bound) -> Option<Asked> {
        let (to, way) = bound.leads(plan)?;
        let with = match (&bound.target, &plan.match_by) {
            (Target::Link(..), _) => bound.agree.clone(),
            (_, Some((_, links))) => links.clone(),
            _ => Vec::new(),
        };
        Some(Asked { to, way, with, texts: HashSet::new() })
    }

    /// What the texts lead to.
    pub(super) fn find(
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
        let links = self.with.iter().copied().zip(found.links.iter().copied()).collect();
        Lead { id: found.id, gone: false, links }
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
