//! Finding records of any object by what stands in them, as far as the actor may see it.
//!
//! The index only proposes. What it proposes is read under the row rules, and judged by the fields that the actor may
//! see: so a record that answers only in a hidden field is not found.

use std::cmp::Reverse;

use cordee_base::{Id, Outcome};
use cordee_schema::{Cell, FieldDef, Object, Record, Value};
use cordee_store::Expr;

use super::asked::Asked;
use super::judge::Judge;
use super::shown::{Answer, SearchHit, hit};
use super::terms::{is_indexed, is_searched, text_of};
use crate::read::scan::{HERE, Scan};
use crate::read::{columns, record};
use crate::{Gate, Right, Scope};

/// How many are judged of each object if there are more: twice as many as are shown, within these bounds.
const OF_OBJECT: (u64, u64) = (12, 40);

/// What is looked for.
#[derive(Clone, Debug)]
pub struct Search {
    /// What somebody typed.
    pub text: String,
    /// Among which objects; none for all that have something to search.
    pub objects: Vec<&'static Object>,
    /// How many of each object at the most.
    pub limit: usize,
}

/// What was found of one object, the best first.
#[derive(Clone, Debug)]
pub struct FoundIn {
    /// The object.
    pub object: &'static Object,
    /// The records.
    pub hits: Vec<SearchHit>,
    /// Whether there are more.
    pub more: bool,
}

/// What answers of one object.
type Answers = Vec<(&'static Object, Vec<Answer>)>;

impl Gate<'_> {
    /// Looks for records that answer to a text, best objects first.
    pub fn search(&mut self, search: &Search) -> Outcome<Vec<FoundIn>> {
        let Some(asked) = Asked::read(&search.text) else { return Ok(Vec::new()) };
        let named = |object: &&'static Object| {
            search.objects.is_empty() || search.objects.iter().any(|one| one.name == object.name)
        };
        let objects = self.catalog().objects().filter(|object| is_indexed(object)).filter(named);
        let objects: Vec<&'static Object> =
            objects.filter(|object| self.access.scope(object, Right::Read) != Scope::None).collect();
        let (mut asked, mut answers) = (asked, Answers::new());
        let reach = (2 * search.limit as u64).clamp(OF_OBJECT.0, OF_OBJECT.1);
        self.answers(&asked, &objects, reach, &mut answers)?;
        if answers.is_empty()
            && let Some(loose) = self.loosened(&asked)?
        {
            self.answers(&loose, &objects, reach, &mut answers)?;
            asked = loose;
        }
        if let Some(id) = asked.id {
            self.add_by_id(&mut answers, &objects, id)?;
        }
        for (_, answers) in &mut answers {
            answers.sort_by_key(|answer| Reverse((answer.weight, answer.record.head.id)));
        }
        answers.sort_by_key(|(_, answers)| Reverse(answers.first().map(|answer| answer.weight.0)));
        let found = answers.into_iter().map(|(object, answers)| FoundIn {
            object,
            more: answers.len() > search.limit,
            hits: answers.iter().take(search.limit).map(|answer| hit(&asked, answer)).collect(),
        });
        Ok(found.collect())
    }

    /// The records among these objects that answer, as far as they are judged.
    fn answers(
        &mut self,
        asked: &Asked,
        objects: &[&'static Object],
        reach: u64,
        into: &mut Answers,
    ) -> Outcome<()> {
        let proposed = self.proposals(asked, objects, reach)?;
        let mut judge = Judge::of(asked);
        for object in objects {
            let Some(ids) = proposed.get(object.name) else { continue };
            let answers = self.judged(&mut judge, object, ids)?;
            if !answers.is_empty() {
                into.push((object, answers));
            }
        }
        Ok(())
    }

    /// Those of these records that the actor may see and that answer in what the actor may see of them.
    fn judged(&mut self, judge: &mut Judge<'_>, object: &'static Object, ids: &[Id]) -> Outcome<Vec<Answer>> {
        let mut ids = ids.to_vec();
        ids.sort();
        ids.dedup();
        let mut answers = Vec::new();
        for record in self.seen(object, &ids)? {
            let searched = object.fields.iter().filter(|field| is_searched(field));
            let texts: Vec<_> =
                searched.filter_map(|field| Some((field, text_of(record.value(field.name)?)?))).collect();
            let texts: Vec<(&'static FieldDef, &str)> =
                texts.iter().map(|(field, text)| (*field, text.as_ref())).collect();
            if let Some((weight, field)) = judge.weigh(object.title, &texts) {
                let weight = (weight + self.near_to_actor(&record), record.head.updated_at);
                answers.push(Answer { record, field: Some(field), weight });
            }
        }
        Ok(answers)
    }

    /// These records as the actor may see them, with what is searched in them.
    fn seen(&mut self, object: &'static Object, ids: &[Id]) -> Outcome<Vec<Record>> {
        let told = |field: &&FieldDef| {
            is_searched(field) || field.name == object.title || object.owner == Some(field.name)
        };
        let wanted: Vec<&'static str> = object.fields.iter().filter(told).map(|field| field.name).collect();
        let mut seen = Vec::with_capacity(ids.len());
        for some in ids.chunks(500) {
            let mut scan = Scan::of(self.actor.workspace, &self.access, &self.declared.catalog, object, None);
            let columns = columns(&mut scan, Some(&wanted), false);
            let these = some.iter().copied().map(Cell::from).collect();
            let mut select =
                scan.select(Right::Read, false).filter(Expr::In(Box::new(Expr::column(HERE, "id")), these));
            select.columns.clone_from(&columns.select);
            let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
            seen.extend(rows.iter().map(|row| record(&columns, row)));
        }
        Ok(seen)
    }

    /// How much more a record tells the actor since it is their own, or was changed lately.
    fn near_to_actor(&self, record: &Record) -> i64 {
        let owner = match record.object.owner {
            Some(owner) => record.value(owner).and_then(Value::as_link),
            None => record.head.created_by,
        };
        let mine = owner.is_some() && owner == self.access.user;
        const DAY: i64 = 86_400_000_000;
        let changed = match (self.now.micros() - record.head.updated_at.micros()) / DAY {
            ..8 => 10,
            8..31 => 6,
            31..181 => 3,
            _ => 0,
        };
        changed + if mine { 15 } else { 0 }
    }

    /// Adds the record with this id, if the actor may see it.
    fn add_by_id(&mut self, answers: &mut Answers, objects: &[&'static Object], id: Id) -> Outcome<()> {
        for object in objects {
            let id = self.forwarded(object, id)?.unwrap_or(id);
            let Some(record) = self.seen(object, &[id])?.pop() else { continue };
            let weight = (1_000, record.head.updated_at);
            let answer = Answer { record, field: None, weight };
            match answers.iter_mut().find(|(one, _)| one.name == object.name) {
                Some((_, answers)) => {
                    answers.retain(|other| other.record.head.id != id);
                    answers.push(answer);
                }
                None => answers.push((object, vec![answer])),
            }
        }
        Ok(())
    }
}
