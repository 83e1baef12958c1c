//! What records were like over time: a stretch for each dated version of their tracked fields.

use cordee_base::{Id, Moment, Outcome};
use cordee_schema::{Cell, ColumnType, FieldDef, Filter, Object, Path, Value};
use cordee_store::Expr;
use cordee_store::query::Comparison;

use super::group::{key_type, value_of};
use super::scan::{Scan, THEN};
use crate::{FieldRight, Gate, Right};

/// How many records are asked for at once where they are named.
const AT_ONCE: usize = 500;

/// What is asked of the past of records.
#[derive(Clone, Debug)]
pub struct Stretches {
    /// Of what; its fields are tracked.
    pub object: &'static Object,
    /// What they were like during a stretch; fields that are not tracked count as they are now.
    pub filter: Filter,
    /// Stretches that ended by then are left out.
    pub since: Moment,
    /// Stretches that began after it are left out.
    pub until: Moment,
    /// The tracked fields that are told.
    pub fields: Vec<&'static str>,
    /// Only these records, if some are named.
    pub only: Option<Vec<Id>>,
}

/// A stretch of time in which a record was as it was.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch {
    /// The record.
    pub id: Id,
    /// From when on.
    pub from: Moment,
    /// Until when; [`Moment::FOREVER`] if it is so still.
    pub to: Moment,
    /// What its fields held, in the order asked for; amounts in the workspace's currency, by the rate of their day. What
    /// may not be seen is empty.
    pub values: Vec<Value>,
}

impl Gate<'_> {
    /// The stretches of all records that may be seen, in no order. Records that went into the trash since are told up
    /// to then.
    pub fn stretches(&mut self, asked: &Stretches) -> Outcome<Vec<Stretch>> {
        Ok(self.stretches_each(std::slice::from_ref(asked))?.pop().unwrap_or_default())
    }

    /// The answers to several questions, in their order. Where these are about the same records, courses answer them all in
    /// one walk.
    pub fn stretches_each(&mut self, asked: &[Stretches]) -> Outcome<Vec<Vec<Stretch>>> {
        let wish = self.begin_wish();
        let found = match self.told_stretches(asked)? {
            Some(told) => told,
            None => asked.iter().map(|asked| self.stretches_of_versions(asked)).collect::<Outcome<_>>()?,
        };
        self.end_wish(wish);
        Ok(found)
    }

    /// How the database means to find them; for the tests of query plans.
    pub fn plan_of_stretches(&mut self, asked: &Stretches) -> Outcome<Vec<String>> {
        if self.told_stretches(std::slice::from_ref(asked))?.is_some() {
            return Ok(vec!["courses".to_owned()]);
        }
        let (select, _) = self.stretches_select(asked, asked.only.as_deref())?;
        self.session.plan(&select).map_err(|fail| self.failed(fail))
    }

    fn stretches_of_versions(&mut self, asked: &Stretches) -> Outcome<Vec<Stretch>> {
        let Some(only) = &asked.only else { return self.some_stretches(asked, None) };
        let mut found = Vec::new();
        for ids in only.chunks(AT_ONCE) {
            found.extend(self.some_stretches(asked, Some(ids))?);
        }
        Ok(found)
    }

    fn some_stretches(&mut self, asked: &Stretches, only: Option<&[Id]>) -> Outcome<Vec<Stretch>> {
        let (select, told) = self.stretches_select(asked, only)?;
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let currency = self.reading.currency;
        let stretch = |row: &Vec<Cell>| {
            let mut cells = row[3..].iter();
            let value = |seen: &Option<Path>| {
                let path = seen.as_ref()?;
                Some(value_of(path, std::slice::from_ref(cells.next()?), currency))
            };
            Some(Stretch {
                id: row[0].as_id()?,
                from: row[1].as_moment()?,
                to: row[2].as_moment()?,
                values: told.iter().map(value).map(Option::unwrap_or_default).collect(),
            })
        };
        Ok(rows.iter().filter_map(stretch).collect())
    }

    fn stretches_select(
        &mut self,
        asked: &Stretches,
        only: Option<&[Id]>,
    ) -> Outcome<(cordee_store::Select, Vec<Option<Path>>)> {
        let access = self.access.clone();
        let mut scan =
            Scan::since(self.actor.workspace, &access, &self.declared.catalog, asked.object, asked.since);
        let condition = self.condition(&mut scan, &asked.filter)?;
        let seen = |field: &&'static FieldDef| {
            field.tracked && access.field(asked.object, field) != FieldRight::Hidden
        };
        let told: Vec<Option<Path>> = asked
            .fields
            .iter()
            .map(|name| asked.object.field(name).filter(seen).map(|field| Path::field(asked.object, field)))
            .collect();
        let mut columns = vec![
            (Expr::column(THEN, "record"), ColumnType::Int),
            (Expr::column(THEN, "valid_from"), ColumnType::Moment),
            (Expr::column(THEN, "valid_to"), ColumnType::Moment),
        ];
        for path in told.iter().flatten() {
            columns.push((scan.value_column(path)?, key_type(path)));
        }
        let mut select = scan.select(Right::Read, false);
        select.columns = columns;
        select.filter.push(Expr::column(THEN, "valid_from").compare(Comparison::AtMost, asked.until));
        if !asked.filter.is_everything() {
            select.filter.push(condition);
        }
        if let Some(ids) = only {
            select.by = None;
            let ids = ids.iter().map(|id| Cell::from(*id)).collect();
            select.filter.push(Expr::In(Box::new(Expr::column(THEN, "record")), ids));
        }
        Ok((select, told))
    }
}
