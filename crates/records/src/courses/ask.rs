//! Asking for courses, under the rights of whoever asks.

use std::ops::Range;
use std::sync::{Arc, PoisonError};

use cordee_base::{Currency, Id, Moment, Outcome, Problem};
use cordee_schema::{Cell, ColumnType, Filter, Object, Path, Value};
use cordee_store::query::Comparison;
use cordee_store::{Expr, Select, table};

use super::kept::{Kept, Making};
use super::packed::{Course, FIELDS, Held, Span};
use crate::journal::Verb;
use crate::read::key_type;
use crate::read::scan::{Scan, THEN, sees_all};
use crate::{Access, FieldRight, Gate, Right, Scope, tables};

/// Up to so many entries of the journal are looked through for what has changed; after more all is read anew.
const ENTRIES: i64 = 200_000;
/// Up to so many records are read again; where more have changed, all are.
const AGAIN: usize = 20_000;
/// How many records are asked for at once where they are named.
const AT_ONCE: usize = 500;
/// On how many cores courses are told at once.
const MOST_CORES: usize = 4;
/// Before any record: the first day of the year 1, which both databases know.
const BEGINNING: Moment = Moment::from_micros(-62_135_596_800_000_000);

/// What is asked of the courses of records.
#[derive(Clone, Debug)]
pub struct CoursesOf {
    /// Of what; it has tracked fields.
    pub object: &'static Object,
    /// What is told of them, by name; no more than eight. Fields that are not tracked are told as they are now.
    pub fields: &'static [&'static str],
    /// What the records are like now, whatever they were then.
    pub filter: Filter,
    /// Whether those that have gone into the trash since are told, too, up to then.
    pub gone: bool,
}

/// The courses of the records that may be seen and are as asked.
pub struct Courses {
    kept: Arc<Kept>,
    hidden: [bool; FIELDS],
    /// Which of all; none for all.
    only: Option<Vec<i64>>,
    gone: bool,
}

impl Courses {
    /// What comes of all courses: each is told to what `begin` makes, of which there is one for each core, and these are
    /// added up. What is told is in no order.
    pub fn fold<T: Send>(
        &self,
        begin: impl Fn() -> T + Sync,
        tell: impl Fn(&mut T, Course<'_>) + Sync,
        mut add: impl FnMut(&mut T, T),
    ) -> T {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let parts = self.kept.parts(cores.min(MOST_CORES));
        let told = |part: Range<usize>| {
            let mut made = begin();
            self.of_part(part, |course| tell(&mut made, course));
            made
        };
        std::thread::scope(|scope| {
            let (mine, others) =
                parts.split_first().map_or((0..0, &[][..]), |(mine, rest)| (mine.clone(), rest));
            let others: Vec<_> = others.iter().map(|part| scope.spawn(|| told(part.clone()))).collect();
            let mut all = told(mine);
            for other in others {
                match other.join() {
                    Ok(made) => add(&mut all, made),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
            all
        })
    }

    /// Hands over each course, in the order of their ids.
    pub fn each(&self, course: impl FnMut(Course<'_>)) {
        self.of_part(self.kept.parts(1).into_iter().next().unwrap_or(0..0), course);
    }

    fn of_part(&self, part: Range<usize>, mut course: impl FnMut(Course<'_>)) {
        let each = |id: Id, packed: &[u8]| {
            let one = Course::new(id, packed, &self.hidden);
            if self.gone || one.is_there() {
                course(one);
            }
        };
        match &self.only {
            None => self.kept.each(part, each),
            Some(ids) => self.kept.each_of(part, ids, each),
        }
    }

    /// The values that the field in this place has held, by their places: what [`Held::Word`] stands for.
    pub fn words(&self, place: usize) -> &[Value] {
        self.kept.words.of(place)
    }
}

impl Gate<'_> {
    /// The courses of all records that may be seen and are as asked now.
    pub fn courses(&mut self, asked: &CoursesOf) -> Outcome<Courses> {
        let object = self.whole_object(asked.object);
        if self.access.scope(object, Right::Read) == Scope::None {
            return Err(Problem::NotFound);
        }
        let kept = self.all_courses(object, asked.fields)?;
        let all = asked.filter.is_everything() && sees_all(&self.access, self.catalog(), object);
        let only = if all { None } else { Some(self.ids_of(object, asked)?) };
        let mut hidden = [false; FIELDS];
        for (name, hidden) in asked.fields.iter().zip(&mut hidden) {
            let field = object.field(name);
            *hidden = field.is_some_and(|field| self.access.field(object, field) == FieldRight::Hidden);
        }
        Ok(Courses { kept, hidden, only, gone: asked.gone })
    }

    /// The ids of the records that may be seen and are as asked now, in their order.
    fn ids_of(&mut self, object: &'static Object, asked: &CoursesOf) -> Outcome<Vec<i64>> {
        let access = self.access.clone();
        let mut scan = Scan::of(self.actor.workspace, &access, &self.declared.catalog, object, None);
        let condition = self.condition(&mut scan, &asked.filter)?;
        let select = if asked.gone { scan.select_all(Right::Read) } else { scan.select(Right::Read, false) };
        let mut select = select.column("id", ColumnType::Int);
        if !asked.filter.is_everything() {
            select.filter.push(condition);
        }
        if !asked.gone {
            // Its indexes know nothing of what is in the trash.
            select.by = self.way_of_figures(&mut select)?;
        }
        let mut ids = Vec::new();
        let each = self.session.each(&select, &mut |row| ids.extend(row[0].as_int()));
        each.map_err(|fail| self.failed(fail))?;
        ids.sort_unstable();
        Ok(ids)
    }

    /// The courses of all records of the workspace, as they were kept and brought up to date.
    fn all_courses(
        &mut self,
        object: &'static Object,
        fields: &'static [&'static str],
    ) -> Outcome<Arc<Kept>> {
        let seq = self.journal_position()?;
        if !self.keeps {
            // What a transaction has written may be taken back.
            return Ok(Arc::new(
                self.read_courses(object, fields, None, Making::new(Default::default()))?.done(seq),
            ));
        }
        let place = self.house.courses.place((self.actor.workspace, object.name, fields));
        let mut place = place.lock().unwrap_or_else(PoisonError::into_inner);
        // What somebody else has kept may be newer than what this transaction sees.
        if let Some(kept) = place.as_ref().filter(|kept| kept.seq >= seq) {
            return Ok(kept.clone());
        }
        let changed = match place.as_ref() {
            Some(kept) => self.changed_since(object, kept.seq, seq)?,
            None => None,
        };
        let kept = match (place.as_ref(), changed) {
            (Some(kept), Some(ids)) => {
                let making = Making::new(kept.words.clone());
                let anew = self.read_courses(object, fields, Some(&ids), making)?;
                kept.changed(&ids, anew.done(seq))
            }
            _ => self.read_courses(object, fields, None, Making::new(Default::default()))?.done(seq),
        };
        let kept = Arc::new(kept);
        *place = Some(kept.clone());
        Ok(kept)
    }

    /// The records of an object that have changed between two entries of the journal, in the order of their ids; none
    /// where too many have, or where others may have changed with them.
    fn changed_since(&mut self, object: &Object, since: i64, until: i64) -> Outcome<Option<Vec<i64>>> {
        if until - since > ENTRIES {
            return Ok(None);
        }
        let column = |name| Expr::column("j", name);
        let merges = [Verb::Merge, Verb::Unmerge].map(|verb| Cell::from(verb.name())).to_vec();
        let select = Select::from(tables::JOURNAL, "j")
            .column("object", ColumnType::Text)
            .column("record", ColumnType::Int)
            .having("workspace_id", self.actor.workspace)
            .filter(column("seq").compare(Comparison::Greater, since))
            .filter(column("seq").compare(Comparison::AtMost, until))
            .filter(Expr::Or(vec![
                column("object").is(object.name),
                // Links in the past of other records are turned, too.
                Expr::In(Box::new(column("verb")), merges),
            ]));
        let (mut ids, mut others) = (Vec::new(), false);
        let each = self.session.each(&select, &mut |row| match row[0].as_text() == Some(object.name) {
            true => ids.extend(row[1].as_int()),
            false => others = true,
        });
        each.map_err(|fail| self.failed(fail))?;
        ids.sort_unstable();
        ids.dedup();
        Ok((!others && ids.len() <= AGAIN).then_some(ids))
    }

    /// Reads the courses of these records, or of all, in the order of their ids.
    fn read_courses(
        &mut self,
        object: &'static Object,
        fields: &[&'static str],
        only: Option<&[i64]>,
        mut making: Making,
    ) -> Outcome<Making> {
        let paths = fields
            .iter()
            .map(|name| Path::resolve(self.catalog(), object, name))
            .collect::<Result<Vec<Path>, _>>()?;
        let currency = self.reading.currency;
        match only {
            None => self.walk_courses(object, (&paths, currency), None, &mut making)?,
            Some(ids) => {
                for ids in ids.chunks(AT_ONCE) {
                    self.walk_courses(object, (&paths, currency), Some(ids), &mut making)?;
                }
            }
        }
        Ok(making)
    }

    fn walk_courses(
        &mut self,
        object: &'static Object,
        (paths, currency): (&[Path], Currency),
        only: Option<&[i64]>,
        making: &mut Making,
    ) -> Outcome<()> {
        // The engine reads all of them; what somebody may not see is left out when they ask.
        let access = Access::everything(self.access.zone.clone());
        let mut scan = Scan::since(self.actor.workspace, &access, &self.declared.catalog, object, BEGINNING);
        let mut columns = vec![
            (Expr::column(THEN, "record"), ColumnType::Int),
            (Expr::column(THEN, "valid_from"), ColumnType::Moment),
            (Expr::column(THEN, "valid_to"), ColumnType::Moment),
        ];
        for path in paths {
            columns.push((scan.value_column(path)?, key_type(path)));
        }
        let mut select = scan.select(Right::Read, false);
        select.columns = columns;
        select.by = Some(table::versions_by_record(object));
        if let Some(ids) = only {
            let ids = ids.iter().map(|id| Cell::Int(*id)).collect();
            select.filter.push(Expr::In(Box::new(Expr::column(THEN, "record")), ids));
        }
        let select = ["record", "valid_from"]
            .into_iter()
            .fold(select, |select, name| select.order(Expr::column(THEN, name), false));
        let (mut of, mut spans) = (None, Vec::new());
        let walked = self.session.each(&select, &mut |row| {
            let (Some(id), Some(from), Some(to)) = (row[0].as_int(), row[1].as_moment(), row[2].as_moment())
            else {
                return;
            };
            if let Some(before) = of.filter(|before| *before != id) {
                making.add(before, &spans);
                spans.clear();
            }
            of = Some(id);
            let mut held = [Held::Nothing; FIELDS];
            for (place, ((held, path), cell)) in held.iter_mut().zip(paths).zip(&row[3..]).enumerate() {
                *held = making.words.held(place, path, cell, currency);
            }
            spans.push(Span { from, to, held });
        });
        walked.map_err(|fail| self.failed(fail))?;
        if let Some(last) = of {
            making.add(last, &spans);
        }
        Ok(())
    }
}
