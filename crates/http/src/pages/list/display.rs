//! How a list is shown: its order, its columns with their widths, by what it is grouped. All of it stands in the address.

use std::collections::HashMap;

use cordee_base::Outcome;
use cordee_kit::{by_text, parse_by};
use cordee_records::{By, FieldRight, Right, Sort};
use cordee_schema::{FieldDef, Kind, Object, Rights, SYSTEM_FIELDS};
use cordee_ui::Pick;
use cordee_ui::components::{GridColumn, SortDirection, WIDTHS};
use cordee_ui::screens::list::{ColumnChoice, Display};

use super::super::address::Address;
use super::super::reader::Reader;
use super::super::visit::{Answered, Visit, to};

/// How many keys an order has at the most.
const SORTS: usize = 3;
/// What the menu of a list sends, and what begins anew with it.
const SENT: [&str; 13] = [
    "d-apply", "d-group", "d-sort", "d-down", "d-up", "d-later", "d-as-of", "column", "sort", "group",
    "as-of", "cursor", "page",
];

impl Visit {
    /// The way on to the same list as its menu has just said it should be shown; none if it has not.
    pub(super) async fn shown_otherwise(&self, plural: &str) -> Option<Answered> {
        self.address.one("d-apply")?;
        let plural = plural.to_owned();
        let next = self.read(move |reader| {
            let object = reader.object(&plural)?;
            Ok(reader.displayed(object))
        });
        match next.await {
            Ok(next) => Some(Ok(to(&next))),
            Err(problem) => Some(self.refused(problem).await),
        }
    }
}

impl Reader<'_, '_> {
    /// The columns that the address names, else those of the object; the title always comes first.
    pub(super) fn columns(&self, object: &'static Object) -> Vec<&'static FieldDef> {
        let chosen: Vec<&str> = self.visit.address.all("column").collect();
        let names = if chosen.is_empty() { object.list.to_vec() } else { chosen };
        let mut columns: Vec<&'static FieldDef> = self.field(object, object.title).into_iter().collect();
        for field in names.iter().filter_map(|name| self.field(object, name)) {
            if columns.iter().all(|known| known.name != field.name) {
                columns.push(field);
            }
        }
        columns
    }

    /// The order that the address names.
    pub(super) fn sorts(&self, object: &'static Object) -> Vec<Sort> {
        let names = self.visit.address.one("sort").into_iter().flat_map(|text| text.split(','));
        let sorts = names.map(|name| {
            let plain = name.strip_prefix('-').unwrap_or(name);
            // A name that is no field is left for the gate to refuse, with the names that would do.
            let field = object.field(plain).map_or("?", |field| field.name);
            Sort { field, descending: name.starts_with('-') }
        });
        sorts.collect()
    }

    /// By what the list is grouped, if the reader may see it.
    pub(super) fn grouped_by(&self, object: &'static Object) -> Outcome<Option<By>> {
        let Some(text) = self.visit.address.one("group") else { return Ok(None) };
        let by = parse_by(self.gate.catalog(), object, text)?;
        Ok(Some(by).filter(|by| by.path.steps.is_empty() && self.sees(object, by.path.field)))
    }

    /// A column of the list: how it sorts alone and beside others, how wide it is, whether it is edited in place.
    pub(super) fn grid_column(&self, object: &'static Object, field: &'static FieldDef) -> GridColumn {
        let (sorts, own) = (self.sorts(object), Sort { field: object.order.0, descending: object.order.1 });
        let first = sorts.first().unwrap_or(&own);
        let mut column = self.column(object, field, Some(first));
        let place = sorts.iter().position(|sort| sort.field == field.name);
        if let (Some(place), Some(link)) = (place.filter(|place| *place > 0), &mut column.sort) {
            link.direction = Some(match sorts[place].descending {
                true => SortDirection::Descending,
                false => SortDirection::Ascending,
            });
        }
        let also = column.sort.is_some().then(|| {
            let mut all = if sorts.is_empty() { vec![own.clone()] } else { sorts.clone() };
            match all.iter_mut().find(|sort| sort.field == field.name) {
                Some(sort) => sort.descending = !sort.descending,
                None => {
                    all.truncate(SORTS - 1);
                    all.push(Sort { field: field.name, descending: false });
                }
            }
            self.here().without(&["cursor", "page"]).with("sort", sort_text(&all)).to_string()
        });
        GridColumn {
            column,
            also,
            rank: place.filter(|_| sorts.len() > 1).map(|place| place + 1),
            width: self.widths().get(field.name).copied(),
            edits: self.edits(object, field),
        }
    }

    fn widths(&self) -> HashMap<&str, u16> {
        let text = self.visit.address.one("width").unwrap_or("");
        let one = |one| {
            let (name, steps) = str::split_once(one, ':')?;
            Some((name, steps.parse().ok().filter(|steps| WIDTHS.contains(steps))?))
        };
        text.split(',').filter_map(one).collect()
    }

    /// Whether the reader may change a field of some records in the list.
    fn edits(&self, object: &'static Object, field: &'static FieldDef) -> bool {
        let kept = matches!(field.kind, Kind::File(_) | Kind::Serial(_));
        let may = self.may(object, Right::Edit) && field.rights == Rights::Open && !kept;
        may && self.visit.address.one("as-of").is_none()
            && self.gate.access().field(object, field) == FieldRight::Open
    }

    /// The menu that says how the list is shown.
    pub(super) fn display(&self, object: &'static Object, columns: &[&'static FieldDef]) -> Display {
        let others =
            self.listable(object).filter(|field| columns.iter().all(|shown| shown.name != field.name));
        let others: Vec<&'static FieldDef> = others.collect();
        let choice = |field: &'static FieldDef, shown| ColumnChoice {
            name: field.name.to_owned(),
            label: self.label(object, field),
            shown,
        };
        let shown = columns.iter().filter(|field| field.name != object.title);
        let columns = shown.map(|field| choice(field, true));
        let columns = columns.chain(others.into_iter().map(|field| choice(field, false))).collect();
        let sortable = self.listable(object).chain(self.field(object, object.title));
        let sortable = sortable.filter(|field| field.sorted);
        let sorts = self.sorts(object).iter().map(|sort| (sort.field.to_owned(), sort.descending)).collect();
        let groups = self.listable(object).filter_map(|field| self.group_pick(object, field));
        Display {
            group: self.visit.address.one("group").unwrap_or("").to_owned(),
            groups: groups.collect(),
            sorts,
            sortable: sortable.map(|field| Pick::new(field.name, self.label(object, field))).collect(),
            columns,
            as_of: object.tracked().next().map(|_| self.visit.address.one("as-of").unwrap_or("").to_owned()),
        }
    }

    /// The fields that can be columns, beside the title.
    fn listable(&self, object: &'static Object) -> impl Iterator<Item = &'static FieldDef> {
        let dates = SYSTEM_FIELDS.iter().filter(|field| field.sorted);
        let all = object.fields.iter().chain(object.signs.map(|signs| &signs.field)).chain(dates);
        all.filter(move |field| self.sees(object, field) && field.name != object.title)
    }

    /// A field that a list can be grouped by; dates by their months.
    fn group_pick(&self, object: &'static Object, field: &'static FieldDef) -> Option<Pick> {
        let label = self.label(object, field);
        match field.kind {
            Kind::Choice(_) | Kind::Link(_) | Kind::YesNo(_) | Kind::Tags(_) => {
                Some(Pick::new(field.name, label))
            }
            Kind::Date(_) | Kind::Moment(_) => {
                let named = self.say("grid-group-month", &[("field", label.into())]);
                Some(Pick::new(format!("{}:month", field.name), named))
            }
            _ => None,
        }
    }

    /// The address of the list as its menu says it should be shown.
    fn displayed(&self, object: &'static Object) -> Address {
        let sent = &self.visit.address;
        let mut columns: Vec<String> = sent.all("column").map(str::to_owned).collect();
        for (name, later) in [("d-up", false), ("d-later", true)] {
            let place = sent.one(name).and_then(|field| columns.iter().position(|column| column == field));
            match (place, later) {
                (Some(place), true) if place + 1 < columns.len() => columns.swap(place, place + 1),
                (Some(place), false) if place > 0 => columns.swap(place, place - 1),
                _ => {}
            }
        }
        let own =
            object.list.iter().filter(|name| **name != object.title && self.field(object, name).is_some());
        if columns.iter().map(String::as_str).eq(own.copied()) {
            columns.clear();
        }
        let mut sorts: Vec<Sort> = Vec::new();
        for (name, way) in sent.all("d-sort").zip(sent.all("d-down")) {
            let known = object.field(name).or_else(|| SYSTEM_FIELDS.iter().find(|field| field.name == name));
            let fresh = known.filter(|field| sorts.iter().all(|sort| sort.field != field.name));
            sorts.extend(fresh.map(|field| Sort { field: field.name, descending: way == "down" }));
        }
        let by = sent.one("d-group").and_then(|text| parse_by(self.gate.catalog(), object, text).ok());
        let next = sent.without(&SENT);
        let next = columns.iter().fold(next, |next, column| next.and("column", column));
        let next = next.with("sort", sort_text(&sorts));
        let next = next.with("group", by.map(|by| by_text(&by)).unwrap_or_default());
        next.with("as-of", sent.one("d-as-of").unwrap_or(""))
    }
}

fn sort_text(sorts: &[Sort]) -> String {
    let one = |sort: &Sort| format!("{}{}", if sort.descending { "-" } else { "" }, sort.field);
    sorts.iter().map(one).collect::<Vec<_>>().join(",")
}
