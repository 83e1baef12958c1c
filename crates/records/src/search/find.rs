//! Finding records of any object by what stands in them, as far as the actor may see it.
//!
//! The index only proposes. What it proposes is read under the row rules, and judged by the fields that the actor may
//! see: so a record that answers only in a hidden field is not found.

use std::cmp::Reverse;
use std::collections::HashMap;

use cordee_base::{Id, Outcome};
use cordee_schema::{Cell, ColumnType, FieldDef, Object, Record, Value};
use cordee_store::search::{self, Term, Wanted};
use cordee_store::{Dialect, Expr, Select};

use super::asked::Asked;
use super::judge::Judge;
use super::keep::size;
use super::shown::{Answer, SearchHit, hit};
use super::terms::{LETTERS, is_indexed, is_searched, is_word, of_object, owned_by, text_of};
use crate::access::Given;
use crate::read::scan::{HERE, Scan, sees_all};
use crate::read::{columns, copied_whole, record};
use crate::{FieldRight, Gate, Right, Scope, tables};

/// How many records a question may have for all of them to be judged.
const FEW: u64 = 100;
/// How many are judged of each object if there are more: twice as many as are shown, within these bounds.
const OF_OBJECT: (u64, u64) = (12, 40);
/// The same, where many of them may turn out to be none that the actor may see.
const OF_OBJECT_UNSURE: u64 = 1_000;
/// How many records are asked for at once where several objects are, for each that is wanted of one.
const TOGETHER: u64 = 4;
/// How many letters of a beginning SQLite has an index of.
const INDEXED: i64 = 3;
/// By how many words a beginning is spelt out at the most.
const SPELT: u64 = 40;
/// How many of an object's newest records are looked through for what is frequent.
const NEWEST: u64 = 400;
/// An object with so few records is looked through on PostgreSQL, in one question with all that are so small.
const SMALL: u64 = 100;
/// For how many microseconds it is taken for small: one that has grown meanwhile takes longer, and is found as well.
const HOLDS: i64 = 60_000_000;
/// How many people are named to the index as those whose records are looked for.
const PEOPLE: usize = 100;

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

/// Records that may answer, by the name of their object.
pub(crate) type Proposed = HashMap<String, Vec<Id>>;

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
            answers.sort_by_key(|answer| Reverse(answer.weight));
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

    /// The records that the index names, by object: all of them if they are few; else those whose title begins so,
    /// those of the actor, and the newest of each object.
    pub(crate) fn proposals(
        &mut self,
        asked: &Asked,
        objects: &[&'static Object],
        reach: u64,
    ) -> Outcome<Proposed> {
        let (dialect, workspace) = (self.session.dialect(), self.actor.workspace);
        let wanted = self.spelt_out(asked.wanted())?;
        let mut proposed = Proposed::new();
        let all = self.propose(&mut proposed, &search::matching(dialect, workspace, &wanted, FEW))?;
        if all < FEW {
            return Ok(proposed);
        }
        // The newest of all are mostly of one object: those of each are asked for by themselves.
        proposed.clear();
        let (small, objects) = self.small(objects)?;
        if !small.is_empty() {
            let among = search::matching_among(dialect, workspace, &small, &wanted);
            self.propose(&mut proposed, &among)?;
        }
        for object in objects.iter().copied() {
            let titled = self.begin_with(object, &asked.text, reach as usize)?;
            proposed.entry(object.name.to_owned()).or_default().extend(titled);
            if let Given::These(ids) = self.access.given(workspace, object, Right::Read) {
                // What was shared is found by nobody it belongs to.
                proposed.entry(object.name.to_owned()).or_default().extend(ids);
            }
        }
        if let Some(user) = self.access.user {
            let own = wanted.and(vec![Term::whole(owned_by(user))]);
            self.propose(&mut proposed, &search::matching(dialect, workspace, &own, reach))?;
        }
        let (mut together, mut apart) = (Vec::new(), Vec::new());
        for object in objects {
            let known = dialect == Dialect::Sqlite && self.surely(object);
            if known { together.push(object) } else { apart.push(object) }
        }
        self.newest_together(&mut proposed, &wanted, together, reach / 2)?;
        for object in apart {
            self.newest_apart(&mut proposed, &wanted, object, reach)?;
        }
        Ok(proposed)
    }

    /// The newest of these objects, all of which the actor may see: of all at once, then of those that were not among
    /// them often enough, until there are no more.
    fn newest_together(
        &mut self,
        proposed: &mut Proposed,
        wanted: &Wanted,
        mut objects: Vec<&'static Object>,
        enough: u64,
    ) -> Outcome<()> {
        let (dialect, workspace) = (self.session.dialect(), self.actor.workspace);
        let page = enough * TOGETHER;
        while !objects.is_empty() {
            let kinds = objects.iter().map(|object| Term::whole(of_object(object))).collect();
            let mut newest = Proposed::new();
            let select = search::matching(dialect, workspace, &wanted.and(kinds), page);
            let full = self.propose(&mut newest, &select)? == page;
            let most = newest.values().map(Vec::len).max().unwrap_or_default().min(enough as usize);
            objects.retain(|object| full && newest.get(object.name).map_or(0, Vec::len) < most);
            for (object, ids) in newest {
                proposed.entry(object).or_default().extend(ids);
            }
        }
        Ok(())
    }

    /// The newest of one object, as far as the index tells which of them the actor may see.
    fn newest_apart(
        &mut self,
        proposed: &mut Proposed,
        wanted: &Wanted,
        object: &'static Object,
        enough: u64,
    ) -> Outcome<()> {
        let (dialect, workspace) = (self.session.dialect(), self.actor.workspace);
        let mut wanted = wanted.and(vec![Term::whole(of_object(object))]);
        let mut unsure = self.hides(object);
        if !sees_all(&self.access, self.catalog(), object) {
            match self.people(object) {
                Some(people) => wanted = wanted.and(people),
                None => unsure = true,
            }
        }
        let many = if unsure { OF_OBJECT_UNSURE } else { enough };
        if dialect == Dialect::Postgres {
            let newest = search::matching_newest(workspace, object.name, &wanted, NEWEST, many);
            if self.propose(proposed, &newest)? >= enough / 4 && !unsure {
                return Ok(());
            }
        }
        self.propose(proposed, &search::matching(dialect, workspace, &wanted, many)).map(|_| ())
    }

    /// The names of those objects of which the index holds few records, and the others. On SQLite, where a question more
    /// costs next to nothing, none is small.
    fn small(&mut self, objects: &[&'static Object]) -> Outcome<(Vec<&'static str>, Vec<&'static Object>)> {
        if self.session.dialect() == Dialect::Sqlite {
            return Ok((Vec::new(), objects.to_vec()));
        }
        let (mut small, mut others) = (Vec::new(), Vec::new());
        for object in objects.iter().copied() {
            match self.holds_few(object)? {
                true => small.push(object.name),
                false => others.push(object),
            }
        }
        Ok((small, others))
    }

    /// Whether the index holds at most [`SMALL`] records of an object, or did so a moment ago.
    fn holds_few(&mut self, object: &'static Object) -> Outcome<bool> {
        let key = (self.actor.workspace, format!("search {}", object.name));
        if let Some(count) = self.house.counts.lately(&key, self.now, HOLDS) {
            return Ok(count <= SMALL);
        }
        let counted = search::counted(self.session.dialect(), self.actor.workspace, object.name, SMALL + 1);
        let rows = self.session.rows(&counted).map_err(|fail| self.failed(fail))?;
        let count = rows.first().and_then(|row| row[0].as_int()).unwrap_or(0) as u64;
        self.house.counts.remember(key, self.now, count);
        Ok(count <= SMALL)
    }

    /// The same with words that are known to begin like a term in its place, if they are not too many. Either database
    /// would read all that is known of all of them before it gave the first record.
    fn spelt_out(&mut self, mut wanted: Wanted) -> Outcome<Wanted> {
        for group in &mut wanted.0 {
            let mut spelt: Vec<Term> = Vec::with_capacity(group.len());
            for term in group.drain(..) {
                let known = match term.begins && size(&term.text) > INDEXED && is_word(&term.text) {
                    true => self.words_like(&term.text)?,
                    false => None,
                };
                match known {
                    Some(words) => spelt.extend(words.into_iter().map(Term::whole)),
                    None => spelt.push(term),
                }
            }
            spelt.sort();
            spelt.dedup();
            *group = spelt;
        }
        Ok(wanted)
    }

    /// The words that begin so, this one among them; none if they are too many.
    fn words_like(&mut self, begins: &str) -> Outcome<Option<Vec<String>>> {
        let sizes = (size(begins)..=LETTERS as i64).map(Cell::Int).collect();
        let word = Expr::column("w", "word");
        let select = Select::from(tables::SEARCH_WORD, "w")
            .column("word", ColumnType::Text)
            .having("workspace_id", self.actor.workspace)
            .filter(Expr::In(Box::new(Expr::column("w", "size")), sizes))
            .filter(word.starts_with(begins))
            .limit(SPELT);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let mut words: Vec<String> =
            rows.iter().filter_map(|row| row[0].as_text().map(str::to_owned)).collect();
        words.push(begins.to_owned());
        Ok((rows.len() < SPELT as usize).then_some(words))
    }

    /// Whether the actor may see all that is searched in the records of an object.
    fn surely(&self, object: &'static Object) -> bool {
        !self.hides(object) && sees_all(&self.access, self.catalog(), object)
    }

    /// Adds what a query of the index finds; gives how many that is.
    fn propose(&mut self, into: &mut Proposed, select: &Select) -> Outcome<u64> {
        let rows = self.session.rows(select).map_err(|fail| self.failed(fail))?;
        for row in &rows {
            let (Some(object), Some(id)) = (row[0].as_text(), row[1].as_id()) else { continue };
            match into.get_mut(object) {
                Some(ids) => ids.push(id),
                None => drop(into.insert(object.to_owned(), vec![id])),
            }
        }
        Ok(rows.len() as u64)
    }

    /// Whether a field that is searched is hidden from the actor.
    fn hides(&self, object: &'static Object) -> bool {
        let mut searched = object.fields.iter().filter(|field| is_searched(field));
        searched.any(|field| {
            self.access.field(object, field) == FieldRight::Hidden
                || !copied_whole(&self.access, self.catalog(), field)
        })
    }

    /// The terms of those whose records the actor sees; none where that is not told by whose they are.
    fn people(&self, object: &'static Object) -> Option<Vec<Term>> {
        let many = matches!(self.access.given(self.actor.workspace, object, Right::Read), Given::Those(_));
        if object.part_of.is_some() || many {
            return None;
        }
        let people: Vec<Id> = match self.access.scope(object, Right::Read) {
            Scope::Own => self.access.user.into_iter().collect(),
            Scope::Team => self.access.circle.team.to_vec(),
            Scope::None | Scope::All => return None,
        };
        let few = !people.is_empty() && people.len() <= PEOPLE;
        few.then(|| people.into_iter().map(|person| Term::whole(owned_by(person))).collect())
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
