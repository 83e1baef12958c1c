//! What hangs on a record: the first records of every link that leads to it.

use cordee_base::{Id, Outcome};
use cordee_records::{Count, Query, Right, Total};
use cordee_schema::filter::quoted;
use cordee_schema::{AnyLink, FieldDef, Filter, Kind, Object, Operator, Path, Record, Value, is_way};
use cordee_ui::screens::record::{Fact, Related};

use super::address::Address;
use super::duplicates::JOINS;
use super::reader::{Reader, record_path};

/// How many of them are shown.
const FIRST: u32 = 8;
/// How many columns are shown of each.
const COLUMNS: usize = 4;

impl Reader<'_, '_> {
    /// The records that link to this one, list by list, as its page shows them.
    pub(crate) fn related(&mut self, object: &'static Object, id: Id) -> Outcome<Vec<Related>> {
        let mut links = self.gate.catalog().related_to(object);
        links.retain(|(linking, field)| !object.unrelated.iter().any(|way| is_way(way, linking, field)));
        // What stands in a map or a short list of its own stands there alone.
        links.retain(|(linking, field)| !self.stands_apart(object, linking, field));
        // What was done stands in the timeline.
        links.retain(|(linking, _)| linking.deeds.is_none() || object.system);
        self.related_lists(object, id, links)
    }

    /// All records that link to this one, list by list, also those that its page does not show.
    pub(crate) fn all_that_hangs_on(&mut self, object: &'static Object, id: Id) -> Outcome<Vec<Related>> {
        let links = self.gate.catalog().related_to(object);
        self.related_lists(object, id, links)
    }

    fn related_lists(
        &mut self,
        object: &'static Object,
        id: Id,
        links: Vec<(&'static Object, &'static FieldDef)>,
    ) -> Outcome<Vec<Related>> {
        let mut lists = Vec::new();
        for (linking, field) in links {
            if !self.sees(linking, field) || !self.may(linking, Right::Read) {
                continue;
            }
            let here = match field.kind {
                Kind::AnyLink(_) => Value::AnyLink(Box::new(AnyLink { object: object.name.to_owned(), id })),
                _ => Value::Link(id),
            };
            let first = object.related.iter().any(|way| is_way(way, linking, field));
            lists.push((first, self.related_list(linking, field, here)?));
        }
        // What is there comes before what might be, unless somebody has said what comes first.
        lists.sort_by_key(|(first, list)| !first && list.rows.is_empty());
        Ok(lists.into_iter().map(|(_, list)| list).collect())
    }

    fn related_list(
        &mut self,
        linking: &'static Object,
        field: &'static FieldDef,
        here: Value,
    ) -> Outcome<Related> {
        let said = field.kind.behave().text(&here);
        let (sign, operator) = match field.many_to() {
            Some(_) => ("has", Operator::Has),
            None => ("=", Operator::Is),
        };
        let text = format!("{} {sign} {}", field.name, quoted(&said));
        let filter = Filter::compare(Path::field(linking, field), operator, here);
        let query = Query { count: Count::Bounded, ..Query::of(linking).filter(filter).limit(FIRST) };
        let found = self.gate.list(&query)?;
        let title = self.field(linking, linking.title);
        let others = linking.list.iter().filter_map(|name| self.field(linking, name));
        // Long texts would push the others out of sight.
        let short = others.filter(|other| !matches!(other.kind, Kind::LongText(_)));
        let named = title.map(|title| title.name);
        let shown = short.filter(|other| other.name != field.name && Some(other.name) != named);
        let columns: Vec<_> = title.into_iter().chain(shown.take(COLUMNS - 1)).collect();
        let count = match found.total {
            Total::MoreThan(limit) => format!("{}+", self.locale.count(limit as i64)),
            Total::Exact(count) => self.locale.count(count as i64),
            Total::Unknown => String::new(),
        };
        let new =
            Address::of(format!("/{}/new", linking.plural)).and(field.name, said).and(JOINS, field.name);
        let all = Address::of(format!("/{}", linking.plural)).and("filter", text);
        Ok(Related {
            label: self.related_label(linking, field),
            count,
            all: (found.records.len() as u32 == FIRST).then(|| all.to_string()),
            create: self.may(linking, Right::Create).then(|| new.to_string()),
            columns: columns.iter().map(|column| self.column(linking, column, None)).collect(),
            rows: self.rows(&found.records, &columns),
            none: String::new(),
            totals: Vec::new(),
            edit: None,
        })
    }

    /// The lines of a record, all of them in their order, with what they come to.
    pub(crate) fn lines_shown(&mut self, record: &Record) -> Outcome<Vec<Related>> {
        let mut lists = Vec::new();
        for (name, lines) in self.lines_of(record.object) {
            let found = self.gate.lines(lines, &[record.head.id])?;
            let mut columns = self.line_columns(lines);
            // What names a line heads its row and opens it.
            columns.sort_by_key(|field| field.name != lines.title);
            let may = self.may(record.object, Right::Edit)
                && self.gate.may(Right::Edit, record.object, record.head.id)?;
            let edit = may.then(|| format!("{}/edit#{name}", record_path(record.object, record.head.id)));
            lists.push(Related {
                label: self.many(lines),
                count: self.locale.count(found.len() as i64),
                all: None,
                create: None,
                columns: columns.iter().map(|column| self.column(lines, column, None)).collect(),
                rows: self.rows(&found, &columns),
                none: String::new(),
                totals: self.line_totals(record, lines),
                edit: edit.filter(|_| !found.is_empty() || self.may(lines, Right::Create)),
            });
        }
        Ok(lists)
    }

    /// What the lines of a record come to: its roll-ups over them.
    fn line_totals(&self, record: &Record, lines: &'static Object) -> Vec<Fact> {
        let link = lines.part_of.unwrap_or("");
        let of = |field: &&'static FieldDef| {
            field.rolled_up.is_some_and(|how| (how.of, how.by) == (lines.name, link))
                && self.sees(record.object, field)
        };
        let totals = record.object.fields.iter().filter(of);
        totals.map(|field| self.fact(record, field)).collect()
    }

    /// The name of the records; with the field's, where an object links here in several ways or by a special one.
    pub(crate) fn related_label(&self, linking: &Object, field: &FieldDef) -> String {
        let many = self.many(linking);
        let to = field.points_to().unwrap_or("");
        let ways = linking.fields.iter().filter(|other| other.points_to() == Some(to)).count();
        let plain = ways == 1 && (field.name == to || linking.owner == Some(field.name));
        match plain {
            true => many,
            false => format!("{many} · {}", self.label(linking, field)),
        }
    }
}
