//! From fields to columns and from rows back to records.

use cordee_base::{Id, Moment};
use cordee_schema::{Cell, ColumnType, FieldDef, Head, Object, Record};
use cordee_store::{Expr, table};

use super::scan::{HERE, Scan, sees_all};
use crate::FieldRight;

/// What a query gives for each record, and where in its rows.
pub(crate) struct Columns {
    object: &'static Object,
    fields: Vec<(usize, usize, usize)>,
    links: Vec<Link>,
    /// What the query gives.
    pub select: Vec<(Expr, ColumnType)>,
}

/// Where a query tells whether the record that a link leads to may be seen, and its title.
struct Link {
    place: usize,
    id: usize,
    title: Option<usize>,
}

const HEAD: usize = 9;

/// The columns for the head and these fields, with the titles of linked records.
pub(crate) fn columns(scan: &mut Scan<'_>, wanted: Option<&[&'static str]>, titles: bool) -> Columns {
    let object = scan.object;
    let mut columns = Columns { object, fields: Vec::new(), links: Vec::new(), select: Vec::new() };
    columns.select.extend(table::HEAD[1..].iter().map(|(name, kind, _)| (Expr::column(HERE, *name), *kind)));
    for (place, field) in object.fields.iter().enumerate() {
        let asked = wanted.is_none_or(|names| names.contains(&field.name));
        if !asked || scan.access.field(object, field) == FieldRight::Hidden {
            continue;
        }
        columns.field(scan, place, field, titles);
    }
    columns
}

impl Columns {
    fn field(&mut self, scan: &mut Scan<'_>, place: usize, field: &'static FieldDef, titles: bool) {
        let (start, home) = (self.select.len(), scan.home(field));
        for column in field.kind.behave().columns() {
            self.select.push((scan.told(scan.object, field, home, column.suffix), column.kind));
        }
        let end = self.select.len();
        let to = field.links_to().and_then(|to| scan.catalog.object(to));
        if let Some(to) = to.filter(|to| titles || !sees_all(scan.access, scan.catalog, to)) {
            // Where nothing of the linked object may be seen, the link is as if it were not there.
            let Some(alias) = scan.join(field.name, "", field, to) else { return };
            self.link(scan, place, alias, to.field(to.title).filter(|_| titles), to);
        }
        self.fields.push((place, start, end));
    }

    fn link(
        &mut self,
        scan: &Scan<'_>,
        place: usize,
        alias: String,
        title: Option<&FieldDef>,
        to: &'static Object,
    ) {
        let mut link = Link { place, id: self.select.len(), title: None };
        self.select.push((Expr::column(alias.clone(), "id"), ColumnType::Int));
        let shown = title.filter(|title| scan.access.field(to, title) != FieldRight::Hidden);
        let column = shown.and_then(|title| Some((title, title.kind.behave().columns().first().copied()?)));
        if let Some((title, column)) = column {
            link.title = Some(self.select.len());
            self.select.push((scan.told(to, title, &alias, column.suffix), column.kind));
        }
        self.links.push(link);
    }
}

/// The record in a row of these columns.
pub(crate) fn record(columns: &Columns, row: &[Cell]) -> Record {
    let mut record = Record::new(columns.object, head(&row[..HEAD]));
    for (place, start, end) in &columns.fields {
        record.put(*place, columns.object.fields[*place].kind.behave().value(&row[*start..*end]));
    }
    for link in &columns.links {
        match (&row[link.id], link.title.map(|title| &row[title])) {
            // Where the link leads to something that may not be seen (or is gone), it is as if it were empty.
            (Cell::Null, _) => record.unlink(link.place),
            (_, Some(Cell::Text(title))) => record.put_title(link.place, title.clone()),
            _ => {}
        }
    }
    record
}

fn head(row: &[Cell]) -> Head {
    let moment = |cell: &Cell| cell.as_moment().unwrap_or(Moment::from_micros(0));
    Head {
        id: row[0].as_id().unwrap_or(Id::from_i64(0)),
        version: row[1].as_int().unwrap_or(0),
        created_at: moment(&row[2]),
        created_by: row[3].as_id(),
        updated_at: moment(&row[4]),
        updated_by: row[5].as_id(),
        deleted_at: row[6].as_moment(),
        foreign: row[7]
            .as_text()
            .zip(row[8].as_text())
            .map(|(system, id)| (system.to_owned(), id.to_owned())),
    }
}
