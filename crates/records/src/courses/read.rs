//! Reading courses from the versions in the database, and keeping them as far as the journal has come.

use std::sync::{Arc, PoisonError, TryLockError};
use std::time::{Duration, Instant};

use cordee_base::{Currency, Moment, Outcome};
use cordee_schema::{Cell, ColumnType, Object, Path};
use cordee_store::query::Comparison;
use cordee_store::{Expr, Select, table};

use super::kept::{Kept, Making};
use super::packed::{FIELDS, Held, Span};
use super::words::Words;
use crate::journal::Verb;
use crate::read::key_type;
use crate::read::scan::{Scan, THEN};
use crate::{Access, Gate, Right, tables};

/// Up to so many entries of the journal are looked through for what has changed; after more all is read anew.
const ENTRIES: i64 = 200_000;
/// Up to so many records are read again; where more have changed, all are.
const AGAIN: usize = 20_000;
/// How many records are asked for at once where they are named.
const AT_ONCE: usize = 500;
/// Before any record: the first day of the year 1, which both databases know.
const BEGINNING: Moment = Moment::from_micros(-62_135_596_800_000_000);

/// Who waited so long for what courses would have told finds them at hand the next time.
const LONG: Duration = Duration::from_millis(100);

/// That courses may be wished for from now on.
pub(crate) struct Wish {
    begun: Instant,
    before: Option<&'static Object>,
}

impl Gate<'_> {
    /// Begins what courses could tell.
    pub(crate) fn begin_wish(&mut self) -> Wish {
        Wish { begun: Instant::now(), before: self.wanted_courses.take() }
    }

    /// Ends it: courses are wished for only where they were missed for long. What was wished for before is not forgotten.
    pub(crate) fn end_wish(&mut self, wish: Wish) {
        let missed = self.wanted_courses.take().filter(|_| wish.begun.elapsed() >= LONG);
        self.wanted_courses = wish.before.or(missed);
    }

    /// The courses of all records of the workspace, as they were kept and brought up to date.
    pub(super) fn all_courses(&mut self, object: &'static Object) -> Outcome<Arc<Kept>> {
        let seq = self.journal_position()?;
        if !self.keeps {
            // What a transaction has written may be taken back.
            return Ok(Arc::new(self.read_courses(object, None, Words::default())?.done(seq)));
        }
        let place = self.house.courses.place((self.actor.workspace, object.name));
        let mut kept = place.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = self.up_to_date(object, seq, &mut kept)? {
            return Ok(kept);
        }
        let all = Arc::new(self.read_courses(object, None, Words::default())?.done(seq));
        *kept = Some(all.clone());
        Ok(all)
    }

    /// The courses as this transaction sees them, if somebody has read them and nobody is at it: nobody waits for them.
    pub(super) fn courses_at_hand(&mut self, object: &'static Object) -> Outcome<Option<Arc<Kept>>> {
        if !self.keeps {
            return Ok(None);
        }
        let place = self.house.courses.place((self.actor.workspace, object.name));
        let mut kept = match place.kept.try_lock() {
            Ok(kept) => kept,
            Err(TryLockError::Poisoned(kept)) => kept.into_inner(),
            Err(TryLockError::WouldBlock) => return Ok(None),
        };
        let seq = self.journal_position()?;
        if kept.as_ref().is_some_and(|kept| kept.seq > seq) {
            return Ok(None);
        }
        let at_hand = self.up_to_date(object, seq, &mut kept)?;
        self.wanted_courses = at_hand.is_none().then_some(object);
        Ok(at_hand)
    }

    /// What is kept, with what has changed since read again; none if all is to be read.
    fn up_to_date(
        &mut self,
        object: &'static Object,
        seq: i64,
        place: &mut Option<Arc<Kept>>,
    ) -> Outcome<Option<Arc<Kept>>> {
        let Some(kept) = place.clone() else { return Ok(None) };
        // What somebody else has kept may be newer than what this transaction sees.
        if kept.seq >= seq {
            return Ok(Some(kept));
        }
        let Some(changed) = self.changed_since(object, kept.seq, seq)? else { return Ok(None) };
        let anew = self.read_courses(object, Some(&changed), kept.words.clone())?;
        let kept = Arc::new(kept.changed(&changed, anew.done(seq)));
        *place = Some(kept.clone());
        Ok(Some(kept))
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

    /// Reads the courses of these records, or of all, in the order of their ids; values that are known keep their places.
    fn read_courses(
        &mut self,
        object: &'static Object,
        only: Option<&[i64]>,
        words: Words,
    ) -> Outcome<Making> {
        let mut making = Making::new(words);
        let paths = object
            .courses
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
