//! Links to records of any object: what they lead to, as far as it may be seen. What may not be seen is as if the link
//! were empty, in records, conditions and groups alike.

use std::collections::BTreeMap;

use cordee_base::{Id, Outcome};
use cordee_schema::{Cell, ColumnType, Condition, Kind, Object, Operand, Operator, Path, Record, Value};
use cordee_store::{Expr, Select};

use super::scan::{HERE, Scan, row_rule, sees_all};
use crate::{FieldRight, Gate, Right, Scope};

impl Gate<'_> {
    /// Puts the titles to the links of these records, and takes out links to what may not be seen.
    pub(crate) fn name_any_links(&mut self, records: &mut [Record]) -> Outcome<()> {
        let Some(object) = records.first().map(|record| record.object) else { return Ok(()) };
        for (place, field) in object.fields.iter().enumerate() {
            if !matches!(field.kind, Kind::AnyLink(_)) {
                continue;
            }
            let links = records.iter().filter_map(|record| record.value(field.name)).cloned();
            let titles = self.titles_of_any(links)?;
            for record in records.iter_mut() {
                let Some(Value::AnyLink(link)) = record.value(field.name) else { continue };
                match titles.get(&link.id) {
                    Some(Some(title)) => record.put_title(place, title.clone()),
                    Some(None) => {}
                    None => record.unlink(place),
                }
            }
        }
        Ok(())
    }

    /// Which of the records that these links lead to may be seen, and what they are called if that may be seen too.
    pub(crate) fn titles_of_any(
        &mut self,
        links: impl Iterator<Item = Value>,
    ) -> Outcome<BTreeMap<Id, Option<String>>> {
        let mut wanted: BTreeMap<String, Vec<Id>> = BTreeMap::new();
        for link in links {
            if let Value::AnyLink(link) = link {
                wanted.entry(link.object).or_default().push(link.id);
            }
        }
        let mut titles = BTreeMap::new();
        for (name, ids) in wanted {
            let to = self.declared.catalog.object(&name);
            if let Some(to) = to.filter(|to| self.access.scope(to, Right::Read) != Scope::None) {
                self.titles_anywhere(to, &ids, &mut titles)?;
            }
        }
        Ok(titles)
    }

    /// The titles of these records, in the trash and out of it, as links show them.
    pub(crate) fn titles_anywhere(
        &mut self,
        object: &'static Object,
        ids: &[Id],
        titles: &mut BTreeMap<Id, Option<String>>,
    ) -> Outcome<()> {
        let title = object.field(object.title);
        let title = title.filter(|title| self.access.field(object, title) != FieldRight::Hidden);
        let columns = title.map(|title| (title, title.kind.behave().columns()));
        for some in ids.chunks(500) {
            let scan = Scan::of(self.actor.workspace, &self.access, &self.declared.catalog, object, None);
            let these = some.iter().copied().map(Cell::from).collect();
            let told: Vec<Expr> = columns
                .iter()
                .flat_map(|(title, columns)| {
                    columns.iter().map(|column| scan.told(object, title, HERE, column.suffix))
                })
                .collect();
            let mut select = scan.select_all(Right::Read).column("id", ColumnType::Int);
            select = select.filter(Expr::In(Box::new(Expr::column(HERE, "id")), these));
            if let Some((_, columns)) = &columns {
                select.columns.extend(told.iter().cloned().zip(columns.iter().map(|column| column.kind)));
            }
            let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
            let text = |row: &[Cell]| {
                let behave = title?.kind.behave();
                Some(behave.text(&behave.value(&row[1..])))
            };
            titles.extend(rows.iter().filter_map(|row| Some((row[0].as_id()?, text(row)))));
        }
        Ok(())
    }

    /// A condition on a link to any object. The ids are compared as they lie in the table, so that an index finds them.
    pub(crate) fn any_link_condition(&mut self, scan: &mut Scan<'_>, condition: &Condition) -> Outcome<Expr> {
        let values = match &condition.operand {
            Operand::Values(values) => values.as_slice(),
            _ => &[],
        };
        let links = || {
            values.iter().filter_map(|value| if let Value::AnyLink(link) = value { Some(link) } else { None })
        };
        let objects: Vec<&str> = links().map(|link| link.object.as_str()).collect();
        let wanted = |object: &Object| objects.is_empty() || objects.contains(&object.name);
        let (column, seen) = scan.any_link(&condition.path, &wanted)?;
        let mut ids: Vec<Cell> = links().map(|link| Cell::from(link.id)).collect();
        let there = match ids.len() {
            1 => column.is(ids.remove(0)),
            _ => Expr::In(Box::new(column), ids),
        };
        Ok(match condition.operator {
            Operator::IsEmpty => Expr::Not(Box::new(seen)),
            Operator::IsNotEmpty => seen,
            Operator::IsNot => Expr::Not(Box::new(Expr::And(vec![seen, there]))),
            _ => Expr::And(vec![there, seen]),
        })
    }
}

impl Scan<'_> {
    /// The column with the id of a link to any object, and the condition that the link leads to a record of one of the
    /// objects wanted that may be seen. That condition is never unknown.
    pub(crate) fn any_link(
        &mut self,
        path: &Path,
        wanted: &dyn Fn(&Object) -> bool,
    ) -> Outcome<(Expr, Expr)> {
        let home = self.home_of(path)?;
        let id = Expr::column(home.clone(), path.field.name);
        let object = Expr::column(home, format!("{}_object", path.field.name));
        let mut ways = Vec::new();
        let mut whole = Vec::new();
        for to in self.catalog.objects().filter(|to| !to.internal && !to.is_part_of_any() && wanted(to)) {
            let scope = self.access.scope(to, Right::Read);
            if scope == Scope::None {
                continue;
            }
            let rule = row_rule(self.workspace, self.access, self.catalog, to, "t", scope, Right::Read);
            let Some(rule) = rule.filter(|_| !sees_all(self.access, self.catalog, to)) else {
                whole.push(Cell::from(to.name));
                continue;
            };
            let these = Select::from(to.name, "t").column("id", ColumnType::Int);
            let these = these.having("workspace_id", self.workspace).filter(rule);
            let among = Expr::InSelect(Box::new(id.clone()), Box::new(these));
            ways.push(Expr::And(vec![object.clone().is(to.name), among]));
        }
        if !whole.is_empty() {
            ways.push(Expr::In(Box::new(object), whole));
        }
        Ok((id.clone(), Expr::And(vec![id.not_null(), Expr::Or(ways)])))
    }
}
