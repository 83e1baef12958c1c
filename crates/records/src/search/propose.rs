//! What the index proposes: records that may answer a question, the newest and the actor's own first.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError};

use cordee_base::{Id, Moment, Outcome};
use cordee_schema::{Cell, ColumnType, Object};
use cordee_store::search::{self, Frequent, Term, Wanted};
use cordee_store::{Dialect, Expr, Select, table};

use super::asked::Asked;
use super::keep::size;
use super::terms::{LETTERS, is_searched, is_word, of_object, owned_by};
use crate::access::Given;
use crate::read::copied_whole;
use crate::read::scan::{HERE, sees_all};
use crate::{FieldRight, Gate, Right, Scope, tables};

/// How many records a question may have for all of them to be judged.
const FEW: u64 = 100;
/// How many are proposed of an object at the most, where many may turn out to be none that the actor may see.
const OF_OBJECT_UNSURE: u64 = 1_000;
/// How many records are asked for at once where several objects are, for each that is wanted of one.
const TOGETHER: u64 = 4;
/// How many letters of a beginning SQLite has an index of.
const INDEXED: i64 = 3;
/// By how many words a beginning is spelt out at the most.
const SPELT: u64 = 40;
/// How many of an object's newest records are looked through on PostgreSQL, until enough are found.
const NEWEST: u64 = 5_000;
/// How many of the actor's own records of an object are looked through on PostgreSQL.
const OWN: u64 = 60;
/// An object with so few records is looked through on PostgreSQL, in one question with all that are so small.
const SMALL: u64 = 100;
/// For how many microseconds it is taken for small: one that has grown meanwhile takes longer, and is found as well.
const HOLDS: i64 = 60_000_000;
/// How many people are named to the index as those whose records are looked for.
const PEOPLE: usize = 100;
/// What is expected to have more records than this on PostgreSQL is not looked for in all of them.
const MANY: u64 = 2_000;

/// Records that may answer, by the name of their object.
pub(crate) type Proposed = HashMap<String, Vec<Id>>;

impl Gate<'_> {
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
        let mut all = None;
        // PostgreSQL would read all of what is frequent to tell so much of it; of what is not it reads all anyway.
        if !self.is_frequent(&wanted)? {
            let most = if dialect == Dialect::Sqlite { FEW } else { MANY };
            let count = self.propose(&mut proposed, &search::matching(dialect, workspace, &wanted, most))?;
            if count < FEW {
                return Ok(proposed);
            }
            // The newest of all are mostly of one object: those of each are asked for by themselves.
            let found = std::mem::take(&mut proposed);
            all = (count < most).then_some(found);
        }
        let (small, objects) = match &all {
            Some(_) => (Vec::new(), objects.to_vec()),
            None => self.small(objects)?,
        };
        if !small.is_empty() {
            let among = search::matching_among(workspace, &small, &wanted);
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
            self.propose_own(&mut proposed, &wanted, user, &objects, reach)?;
        }
        if let Some(all) = all {
            self.newest_of(&mut proposed, all, &objects, reach);
            return Ok(proposed);
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

    /// Those of the actor. PostgreSQL would read all of what is frequent for them, so it is asked for what the actor last had
    /// to do with.
    fn propose_own(
        &mut self,
        proposed: &mut Proposed,
        wanted: &Wanted,
        user: Id,
        objects: &[&'static Object],
        reach: u64,
    ) -> Outcome<()> {
        let (dialect, workspace) = (self.session.dialect(), self.actor.workspace);
        if dialect == Dialect::Sqlite {
            let own = wanted.and(vec![Term::whole(owned_by(user))]);
            return self.propose(proposed, &search::matching(dialect, workspace, &own, reach)).map(|_| ());
        }
        for object in objects.iter().copied() {
            let Some(owner) = object.owner else { continue };
            let by = object.narrowed.iter().find(|(first, _)| *first == owner);
            let by =
                by.and_then(|(_, by)| object.field(by)).and_then(table::sorted_column).unwrap_or("id".into());
            let last = Select::from(object.name, HERE)
                .column("id", ColumnType::Int)
                .having("workspace_id", workspace)
                .having(owner, user)
                .filter(Expr::IsNull(Box::new(Expr::column(HERE, "deleted_at"))))
                .order(Expr::column(HERE, by), true)
                .limit(OWN);
            self.propose(proposed, &search::matching_of(workspace, object.name, last, OWN, wanted))?;
        }
        Ok(())
    }

    /// The newest of each object among all that hold what is wanted.
    fn newest_of(
        &self,
        proposed: &mut Proposed,
        mut all: Proposed,
        objects: &[&'static Object],
        enough: u64,
    ) {
        for object in objects.iter().copied() {
            let mut ids = all.remove(object.name).unwrap_or_default();
            ids.sort_unstable_by_key(|id| std::cmp::Reverse(*id));
            ids.truncate(if self.surely(object) { enough } else { OF_OBJECT_UNSURE } as usize);
            proposed.entry(object.name.to_owned()).or_default().extend(ids);
        }
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
        search::in_index_alone(self.session, true).map_err(|fail| self.failed(fail))?;
        self.propose(proposed, &search::matching(dialect, workspace, &wanted, many))?;
        search::in_index_alone(self.session, false).map_err(|fail| self.failed(fail))
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

    /// Whether the actor may see all that is searched in the records of an object.
    fn surely(&self, object: &'static Object) -> bool {
        !self.hides(object) && sees_all(&self.access, self.catalog(), object)
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

    /// Whether so many records hold what is wanted that it is better looked for among the newest.
    fn is_frequent(&mut self, wanted: &Wanted) -> Outcome<bool> {
        Ok(self.frequent()?.expected(wanted) > MANY as f64)
    }

    /// The terms that stand most often in the index, as they did a moment ago.
    fn frequent(&mut self) -> Outcome<Arc<Frequent>> {
        let house = self.house;
        let known = || house.frequent.lock().unwrap_or_else(PoisonError::into_inner);
        let holds = |at: &Moment| (0..HOLDS).contains(&(self.now.micros() - at.micros()));
        if let Some((_, frequent)) = known().as_ref().filter(|(at, _)| holds(at)) {
            return Ok(frequent.clone());
        }
        let frequent = Arc::new(Frequent::read(self.session).map_err(|fail| self.failed(fail))?);
        *known() = Some((self.now, frequent.clone()));
        Ok(frequent)
    }
}
