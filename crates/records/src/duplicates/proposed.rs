//! What indexes propose: records with the very same in a field, and records whose name has the same words.

use cordee_base::{Id, Outcome};
use cordee_schema::{Cell, ColumnType, Draft, FieldDef, Kind, Object, fold};
use cordee_store::search::{self, Term, Wanted as Held};
use cordee_store::{Select, table};

use super::likeness::Name;
use super::{Wanted, number};
use crate::read::scan::Scan;
use crate::search::{Asked, is_indexed, is_searched, of_object};
use crate::{Gate, Right};

/// How many records with the very same in a field are looked at.
const SAME: u64 = 20;
/// Of how many words of a name one may be missing.
const WORDS: usize = 6;
/// How many records whose name has the same words are looked at.
const NAMED: usize = 200;
/// How many of them where very many have these words.
const COMMON: u64 = 40;

impl Gate<'_> {
    /// The records that have the very same in a field: by the field's own index, else by that of words.
    pub(super) fn same(&mut self, object: &'static Object, wanted: &Wanted) -> Outcome<Vec<Id>> {
        let field = wanted.pair.other;
        let select = match field.indexed() {
            true => self.with_same(object, field, &wanted.text),
            false => self.with_number(object, field, &wanted.text),
        };
        let Some(select) = select else { return Ok(Vec::new()) };
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        Ok(rows.iter().filter_map(|row| row.last()?.as_id()).collect())
    }

    fn with_same(&self, object: &'static Object, field: &'static FieldDef, text: &str) -> Option<Select> {
        let column = table::sorted_column(field)?;
        let cell = Cell::Text(if field.folds() { fold(text) } else { text.to_owned() });
        let scan = Scan::of(self.actor.workspace, &self.access, &self.declared.catalog, object, None);
        let select = scan.select(Right::Read, false).column("id", ColumnType::Int).having(column, cell);
        Some(select.limit(SAME))
    }

    /// The records in which a number stands somewhere, as the index of words knows it.
    fn with_number(&self, object: &'static Object, field: &'static FieldDef, text: &str) -> Option<Select> {
        let Kind::Phone(_) = field.kind else { return None };
        if !is_indexed(object) || !is_searched(field) {
            return None;
        }
        let digits: String = number(text).chars().filter(char::is_ascii_digit).collect();
        let held = Held(vec![vec![Term::whole(digits)], vec![Term::whole(of_object(object))]]);
        Some(search::matching(self.session.dialect(), self.actor.workspace, &held, SAME))
    }

    /// Gives `judge` the records whose name may be similar, in turns until it finds one that is: those with all its
    /// words, those with words that are nearly the same, those with all its words but one.
    pub(super) fn named_alike(
        &mut self,
        object: &'static Object,
        field: &'static FieldDef,
        name: &Name,
        mut judge: impl FnMut(&mut Self, Vec<Id>) -> Outcome<bool>,
    ) -> Outcome<()> {
        let Some(asked) = Asked::read(&name.telling).filter(|_| is_indexed(object) && is_searched(field))
        else {
            return Ok(());
        };
        let all = self.with_words(object, &asked)?;
        if judge(self, all)? {
            return Ok(());
        }
        if let Some(loose) = self.loosened(&asked)? {
            let nearly = self.with_words(object, &loose)?;
            if judge(self, nearly)? {
                return Ok(());
            }
        }
        let left_out = match asked.words.len() {
            // A company is often called by the first of its names alone, a person hardly ever.
            2 if !field.personal => 1..2,
            many @ 3..=WORDS => 0..many,
            _ => 0..0,
        };
        let mut fewer = Vec::new();
        for at in left_out {
            let mut asked = asked.clone();
            asked.words.remove(at);
            fewer.extend(self.with_words(object, &asked)?);
        }
        judge(self, fewer).map(|_| ())
    }

    fn with_words(&mut self, object: &'static Object, asked: &Asked) -> Outcome<Vec<Id>> {
        let mut proposed = self.proposals(asked, &[object], COMMON)?;
        let mut ids = proposed.remove(object.name).unwrap_or_default();
        ids.sort_unstable_by(|one, other| other.cmp(one));
        ids.dedup();
        ids.truncate(NAMED);
        Ok(ids)
    }

    /// How the database finds the records that have the very same in each field of a draft; for tests.
    pub fn plan_of_duplicates(&mut self, draft: &Draft) -> Outcome<Vec<String>> {
        let mut plans = Vec::new();
        for (object, pairs) in draft.object.alike_with(&self.declared.catalog) {
            for one in self.wanted(object, pairs, draft).iter().filter(|one| one.name.is_none()) {
                let field = one.pair.other;
                let select = match field.indexed() {
                    true => self.with_same(object, field, &one.text),
                    false => self.with_number(object, field, &one.text),
                };
                let Some(select) = select else { continue };
                plans.push(self.session.plan(&select).map_err(|fail| self.failed(fail))?.join("; "));
            }
        }
        Ok(plans)
    }
}
