//! Records by their title: for choosing a link, and for telling which record a name in a file means.

use cordee_base::{Id, Outcome, Problem};
use cordee_schema::{Cell, Column, ColumnType, FieldDef, Filter, Object, fold};
use cordee_store::{Expr, table};

use super::scan::{HERE, Scan};
use crate::query::Hit;
use crate::search::{Search, is_indexed};
use crate::{FieldRight, Gate, Right};

/// How many texts one query asks for.
const FOUND_TOGETHER: usize = 500;

/// How many typed characters are looked at.
const TYPED: usize = 255;

/// By what records are found in bulk.
#[derive(Clone, Debug)]
pub enum FindBy {
    /// Their id.
    Id,
    /// Their id in the system of this name; those in the trash are found too, since they keep it.
    Foreign(String),
    /// A field, folded where it is folded.
    Field(&'static FieldDef),
}

/// A record found in bulk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The text by which it was found, folded where the field is.
    pub text: String,
    /// Its id.
    pub id: Id,
    /// Whether it is in the trash.
    pub trashed: bool,
    /// The links asked for.
    pub links: Vec<Option<Id>>,
}

impl Gate<'_> {
    /// Records whose title begins with what was typed, then those that search finds by it.
    pub fn lookup(&mut self, object: &'static Object, typed: &str, limit: u32) -> Outcome<Vec<Hit>> {
        self.lookup_among(object, &Filter::everything(), typed, limit)
    }

    /// The same among those that are like this, whatever the actor may see of them.
    pub(crate) fn lookup_among(
        &mut self,
        object: &'static Object,
        among: &Filter,
        typed: &str,
        limit: u32,
    ) -> Outcome<Vec<Hit>> {
        let Some(title) = self.title_field(object) else { return Ok(Vec::new()) };
        let (column, text) = self.typed_title(object, title, typed);
        let limit = limit.clamp(1, 50) as usize;
        let mut those = |condition: Expr| match among.is_everything() {
            true => Ok(condition),
            false => Ok::<_, Problem>(Expr::And(vec![self.among(object, among)?, condition])),
        };
        let begins = column.clone().starts_with(&text);
        let within = Expr::And(vec![column.clone().contains(&text), Expr::Not(Box::new(begins.clone()))]);
        let (begins, within) = (those(begins)?, those(within)?);
        let searches = among.is_everything() && is_indexed(object) && !text.is_empty();
        let mut hits = match searches && !title.indexed() {
            true => Vec::new(),
            false => self.titled(object, title, begins, &column, limit)?,
        };
        let rest = limit - hits.len();
        if rest == 0 || text.is_empty() {
            return Ok(hits);
        }
        if searches {
            // Looking through all titles takes as long as there are many.
            let search = Search { text: typed.to_owned(), objects: vec![object], limit };
            let found = self.search(&search)?.into_iter().flat_map(|found| found.hits);
            let other = found.filter(|found| hits.iter().all(|hit| hit.id != found.id));
            let other: Vec<Hit> =
                other.take(rest).map(|found| Hit { id: found.id, title: found.title.text }).collect();
            hits.extend(other);
        } else {
            hits.extend(self.titled(object, title, within, &column, rest)?);
        }
        Ok(hits)
    }

    /// Records whose title begins with what was typed; none of an object that has no index of titles.
    pub(crate) fn begin_with(
        &mut self,
        object: &'static Object,
        typed: &str,
        limit: usize,
    ) -> Outcome<Vec<Id>> {
        let quick = |title: &&FieldDef| is_text(title) && title.indexed();
        let Some(title) = self.title_field(object).filter(quick) else { return Ok(Vec::new()) };
        let (column, text) = self.typed_title(object, title, typed);
        let hits = self.titled(object, title, column.clone().starts_with(&text), &column, limit)?;
        Ok(hits.into_iter().map(|hit| hit.id).collect())
    }

    /// The ids of the records in which a field has exactly this text, folded where it is folded; two at the most.
    pub fn with_text(
        &mut self,
        object: &'static Object,
        field: &'static FieldDef,
        text: &str,
    ) -> Outcome<Vec<Id>> {
        if self.access.field(object, field) == FieldRight::Hidden {
            return Ok(Vec::new());
        }
        let cell = Cell::Text(if field.folds() { fold(text) } else { text.to_owned() });
        let Some(column) = table::sorted_column(field).filter(|_| is_text(field)) else {
            return Ok(Vec::new());
        };
        let scan = Scan::of(self.actor.workspace, &self.access, &self.declared.catalog, object, None);
        let told = told(&scan, object, field, &column).is(cell);
        let select = scan.select(Right::Read, false).column("id", ColumnType::Int).filter(told).limit(2);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        Ok(rows.iter().filter_map(|row| row[0].as_id()).collect())
    }

    /// The records that these texts mean, many at once: for files, which say what a link leads to in their own way.
    /// Each comes with the links named in `with`, by which namesakes are told apart.
    pub fn find_by(
        &mut self,
        object: &'static Object,
        by: &FindBy,
        texts: &[String],
        with: &[&'static str],
    ) -> Outcome<Vec<Found>> {
        let Some((column, kind)) = self.find_column(object, by) else { return Ok(Vec::new()) };
        let mut found = Vec::new();
        for some in texts.chunks(FOUND_TOGETHER) {
            let cells = some.iter().filter_map(|text| find_cell(by, text)).collect();
            let mut scan = Scan::of(self.actor.workspace, &self.access, &self.declared.catalog, object, None);
            let links = scan.links(with);
            let by_text = match by {
                FindBy::Field(field) => told(&scan, object, field, &column),
                _ => Expr::column(HERE, column.clone()),
            };
            let foreign = matches!(by, FindBy::Foreign(_));
            let select = if foreign { scan.select_all(Right::Read) } else { scan.select(Right::Read, false) };
            let mut select = select
                .column("id", ColumnType::Int)
                .giving(by_text.clone(), kind)
                .column("deleted_at", ColumnType::Moment)
                .filter(Expr::In(Box::new(by_text), cells));
            if let FindBy::Foreign(system) = by {
                select = select.having("source_system", system.as_str());
            }
            select.columns.extend(links.into_iter().map(|link| (link, ColumnType::Int)));
            let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
            found.extend(rows.iter().filter_map(|row| {
                let text = match &row[1] {
                    Cell::Text(text) => text.clone(),
                    cell => cell.as_id()?.to_string(),
                };
                let links = row[3..].iter().map(Cell::as_id).collect();
                Some(Found { text, id: row[0].as_id()?, trashed: row[2] != Cell::Null, links })
            }));
        }
        if let FindBy::Foreign(system) = by {
            found.extend(self.find_merged(object, system, texts, with)?);
        }
        let engine = self.access.is_engine();
        let in_use = found.iter().filter(|found| !found.trashed);
        self.linked.extend(in_use.map(|found| (engine, object.name, found.id)));
        Ok(found)
    }

    /// Those that went into others when they were merged are found where they went.
    fn find_merged(
        &mut self,
        object: &'static Object,
        system: &str,
        texts: &[String],
        with: &[&'static str],
    ) -> Outcome<Vec<Found>> {
        let mut found = Vec::new();
        for some in texts.chunks(FOUND_TOGETHER).filter(|_| object.mergeable) {
            let merged = self.merged_foreign(object, system, some)?;
            let ids: Vec<String> = merged.iter().map(|(_, id)| id.to_string()).collect();
            if ids.is_empty() {
                continue;
            }
            let there = self.find_by(object, &FindBy::Id, &ids, with)?;
            found.extend(merged.into_iter().filter_map(|(text, id)| {
                Some(Found { text, ..there.iter().find(|found| found.id == id)?.clone() })
            }));
        }
        Ok(found)
    }

    /// The column to find by, and what it holds; none for a field that may not be seen or is not one text.
    fn find_column(&self, object: &'static Object, by: &FindBy) -> Option<(String, ColumnType)> {
        match by {
            FindBy::Id => Some(("id".to_owned(), ColumnType::Int)),
            FindBy::Foreign(_) => Some(("foreign_id".to_owned(), ColumnType::Text)),
            FindBy::Field(field) => {
                let seen = self.access.field(object, field) != FieldRight::Hidden;
                let text = field.kind.behave().columns().first()?.kind == ColumnType::Text;
                table::sorted_column(field).filter(|_| seen && text).map(|column| (column, ColumnType::Text))
            }
        }
    }

    /// The titles of these records, as far as they may be seen.
    pub fn titles(&mut self, object: &'static Object, ids: &[Id]) -> Outcome<Vec<Hit>> {
        let Some(title) = self.title_field(object) else { return Ok(Vec::new()) };
        let mut hits = Vec::new();
        for some in ids.chunks(500) {
            let these =
                Expr::In(Box::new(Expr::column(HERE, "id")), some.iter().copied().map(Cell::from).collect());
            hits.extend(self.titled(object, title, these, &Expr::column(HERE, "id"), some.len())?);
        }
        Ok(hits)
    }

    fn title_field(&self, object: &'static Object) -> Option<&'static FieldDef> {
        object.field(object.title).filter(|title| self.access.field(object, title) != FieldRight::Hidden)
    }

    /// The column of titles by which they are looked up, and what was typed as it would stand there.
    fn typed_title(&self, object: &'static Object, title: &FieldDef, typed: &str) -> (Expr, String) {
        // No title is longer than this.
        let typed: String = typed.chars().take(TYPED).collect();
        let scan = Scan::of(self.actor.workspace, &self.access, &self.declared.catalog, object, None);
        match title.folds() {
            true => (scan.told(object, title, HERE, "_fold"), fold(&typed)),
            false => (scan.told(object, title, HERE, ""), typed),
        }
    }

    fn titled(
        &mut self,
        object: &'static Object,
        title: &'static FieldDef,
        condition: Expr,
        order: &Expr,
        limit: usize,
    ) -> Outcome<Vec<Hit>> {
        let kind = title.kind.behave().columns().first().map_or(ColumnType::Text, |column| column.kind);
        let scan = Scan::of(self.actor.workspace, &self.access, &self.declared.catalog, object, None);
        let shown = told(&scan, object, title, title.name);
        let select = scan
            .select(Right::Read, false)
            .column("id", ColumnType::Int)
            .giving(shown, kind)
            .filter(condition)
            .order(order.clone(), false)
            .limit(limit as u64);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let hit = |row: &Vec<Cell>| {
            let text = title.kind.behave().text(&title.kind.behave().value(&row[1..]));
            Some(Hit { id: row[0].as_id()?, title: text })
        };
        Ok(rows.iter().filter_map(hit).collect())
    }
}

/// A column of a field by its name, as far as the actor may see what stands there.
fn told(scan: &Scan<'_>, object: &Object, field: &FieldDef, column: &str) -> Expr {
    scan.told(object, field, HERE, column.strip_prefix(field.name).unwrap_or(""))
}

/// The cell that stands for a text.
fn find_cell(by: &FindBy, text: &str) -> Option<Cell> {
    match by {
        FindBy::Id => text.parse::<Id>().ok().map(Cell::from),
        FindBy::Field(field) if field.folds() => Some(Cell::Text(fold(text))),
        _ => Some(Cell::from(text)),
    }
}

fn is_text(field: &FieldDef) -> bool {
    matches!(field.kind.behave().columns()[..], [Column { kind: ColumnType::Text, .. }])
}
