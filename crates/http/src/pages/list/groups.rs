//! A list in groups: all heads from one question, asked once the page is there; each leads to its rows.

use axum::extract::Path;
use axum::response::{Html, IntoResponse};
use cordee_base::Outcome;
use cordee_kit::by_text;
use cordee_records::{By, Count, GroupKey, GroupRow, Query};
use cordee_schema::filter::quoted;
use cordee_schema::{FieldDef, Filter, Kind, Object, Value};
use cordee_ui::components::{GridBody, Group, Row, groups as draw};
use cordee_ui::{Cell, Person};

use super::super::address::Address;
use super::super::filters::Narrowed;
use super::super::reader::Reader;
use super::super::visit::{Answered, Visit, to};
use super::OF_GROUP;

/// How many groups a list shows at the most: the largest.
const MOST: usize = 200;

/// `GET /OBJECTS/groups?group=FIELD&…`: the groups of the list with this address, alone; without a script, the list.
pub(crate) async fn groups(visit: Visit, Path(plural): Path<String>) -> Answered {
    if !visit.asked.partial {
        return Ok(to(&Address { path: format!("/{plural}"), ..visit.address.clone() }));
    }
    let html = visit.read(move |reader| {
        let object = reader.object(&plural)?;
        reader.know_tags(object)?;
        let (narrowed, columns) = (reader.narrowed(object), reader.columns(object));
        let Some(by) = reader.grouped_by(object)? else { return Ok(String::new()) };
        let found = reader.groups_now(object, &narrowed, &columns, &by)?;
        let grid = reader.grid(object, &columns, GridBody::Groups(Vec::new()));
        Ok(draw(reader.language(), &grid, &found).into_string())
    });
    Ok(Html(html.await?).into_response())
}

impl Reader<'_, '_> {
    /// The groups of a list: brought later, unless the address asks for them at once.
    pub(super) fn groups_of(
        &mut self,
        object: &'static Object,
        narrowed: &Narrowed,
        columns: &[&'static FieldDef],
        by: &By,
    ) -> Outcome<GridBody> {
        if self.visit.address.one("groups").is_some() {
            return Ok(GridBody::Groups(self.groups_now(object, narrowed, columns, by)?));
        }
        let here = self.here();
        let mut from = here.without(&["cursor", "page", "count", "view"]);
        from.path = format!("/{}/groups", object.plural);
        let whole = here.with("groups", "now").to_string();
        Ok(GridBody::GroupsLater { from: from.with("group", by_text(by)).to_string(), whole })
    }

    fn groups_now(
        &mut self,
        object: &'static Object,
        narrowed: &Narrowed,
        columns: &[&'static FieldDef],
        by: &By,
    ) -> Outcome<Vec<Group>> {
        let mut summed = self.summed(columns);
        let (mut rows, _) = self.totals(object, narrowed, &mut summed, vec![by.clone()])?;
        if rows.len() > MOST {
            rows.sort_by_key(|row| std::cmp::Reverse(row.values.first().copied().flatten()));
            rows.truncate(MOST);
        }
        self.in_order(by, &mut rows);
        let mut groups = Vec::with_capacity(rows.len());
        for (place, row) in rows.iter().enumerate() {
            let Some(key) = row.keys.first() else { continue };
            let filter = narrowed.filter.clone().and(self.of_key(object, by, &key.value)?);
            let here = self.here().without(&["cursor", "page", "group", "groups", "view", "count"]);
            let list = here.with("filter", filter.text());
            let open = match place {
                0 => Some(self.first_of_group(object, filter, columns)?),
                _ => None,
            };
            let count = row.values.first().copied().flatten().unwrap_or_default();
            groups.push(Group {
                label: self.group_label(by, key),
                count: self.locale.count(i64::try_from(count).unwrap_or(i64::MAX)),
                href: list.to_string(),
                rows: Address { path: format!("/{}/rows", object.plural), ..list }.to_string(),
                sums: self.summed_cells(&summed, row.values.get(1..).unwrap_or_default()),
                open,
            });
        }
        Ok(groups)
    }

    fn first_of_group(
        &mut self,
        object: &'static Object,
        filter: Filter,
        columns: &[&'static FieldDef],
    ) -> Outcome<(Vec<Row>, bool)> {
        let narrowed = Narrowed { filter, text: String::new(), error: None };
        let query = Query { limit: OF_GROUP, cursor: None, ..self.query(object, &narrowed, columns)? };
        let found = self.gate.list(&Query { count: Count::None, ..query })?;
        Ok((self.rows(&found.records, columns), found.next.is_some()))
    }

    /// Options in their order, records by the order of their object or their names, days from the latest; nothing last.
    fn in_order(&mut self, by: &By, rows: &mut Vec<GroupRow>) {
        let mut placed: Vec<((bool, String), GroupRow)> = Vec::with_capacity(rows.len());
        for row in rows.drain(..) {
            let key = row.keys.first();
            let none = key.is_none_or(|key| key.value.is_none());
            let place = match (by.path.field.kind, key) {
                (Kind::Link(_), Some(key)) => {
                    let order = match (self.linked(by.path.field), key.value.as_link()) {
                        (Some(to), Some(id)) => self.place_in_order(to, &id.to_string()),
                        _ => String::new(),
                    };
                    format!("{order} {}", cordee_schema::fold(&key.text))
                }
                _ => String::new(),
            };
            placed.push(((none, place), row));
        }
        if by.period.is_some() {
            placed.reverse();
        }
        placed.sort_by(|(one, _), (other, _)| one.cmp(other));
        rows.extend(placed.into_iter().map(|(_, row)| row));
    }

    fn group_label(&self, by: &By, key: &GroupKey) -> Cell {
        match (&key.value, by.period) {
            (Value::None, _) => Cell::Text(self.word("grid-group-empty")),
            (Value::Date(first), Some(period)) => Cell::Text(self.locale.period(period, *first)),
            (value, _) => match self.value(by.path.object, by.path.field, value, Some(key.text.as_str())) {
                // The head of the group is a link already.
                Cell::Link { title, .. } => Cell::Text(title),
                Cell::Person(person) => Cell::Person(Person { href: None, ..person }),
                cell => cell,
            },
        }
    }

    /// What the records of a group have in common.
    fn of_key(&self, object: &'static Object, by: &By, key: &Value) -> Outcome<Filter> {
        let path = by.path.text();
        let text = match (key, by.period, by.path.field.kind) {
            (Value::None, ..) => format!("{path} is empty"),
            (Value::Date(first), Some(period), _) => {
                format!("{path} >= {first} and {path} < {}", period.end(*first))
            }
            (Value::Text(name), None, Kind::Tags(_) | Kind::Choices(_)) => {
                format!("{path} has {}", quoted(name))
            }
            (value, _, kind) => format!("{path} = {}", quoted(&kind.behave().text(value))),
        };
        Ok(Filter::parse(&text, self.gate.catalog(), object, self.gate.reading())?)
    }
}
