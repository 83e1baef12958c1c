//! A list of records: filter, order, columns and page stand in its address.

mod display;
mod groups;
mod picks;
mod sums;

pub(crate) use groups::groups;
pub(crate) use sums::sums;

use axum::extract::Path;
use axum::response::{Html, IntoResponse};
use cordee_base::Outcome;
use cordee_kit::Format;
use cordee_records::{Count, Page as Records, Query, Right, Sort, Total};
use cordee_schema::{FieldDef, Kind, Object, Record, Value};
use cordee_ui::components::{
    Column, Empty, Filters, Grid, GridBody, Pager, Row, Sort as SortLink, SortDirection, group_more,
    rows as draw_rows,
};
use cordee_ui::screens::list::{List, list as draw};
use cordee_ui::{Action, Cell, Icon, Way};

use super::address::Address;
use super::filters::Narrowed;
use super::icons::icon;
use super::reader::{Page, Reader};
use super::visit::{Answered, Visit, to};

/// How many rows a page has.
const ROWS: u32 = 50;
/// How many rows of a group are shown in place.
const OF_GROUP: u32 = 20;
/// How many pages back one can go without beginning anew.
const TRAIL: usize = 8;

/// `GET /OBJECTS`.
pub(crate) async fn list(visit: Visit, Path(plural): Path<String>) -> Answered {
    if let Some(shown) = visit.shown_otherwise(&plural).await {
        return shown;
    }
    if let Some(view) = visit.beginning(&plural, false).await {
        return view;
    }
    visit
        .page(move |reader| {
            let object = reader.object(&plural)?;
            reader.list_page(object)
        })
        .await
}

/// `GET /OBJECTS/rows?…`: the first rows of a list alone, for a group that is opened; without a script, the list.
pub(crate) async fn rows(visit: Visit, Path(plural): Path<String>) -> Answered {
    if !visit.asked.partial {
        return Ok(to(&Address { path: format!("/{plural}"), ..visit.address.clone() }));
    }
    let html = visit.read(move |reader| {
        let object = reader.object(&plural)?;
        reader.know_tags(object)?;
        let narrowed = reader.narrowed(object);
        let columns = reader.columns(object);
        let query = Query { limit: OF_GROUP, ..reader.query(object, &narrowed, &columns)? };
        let found = reader.gate.list(&query)?;
        let grid = reader.grid(object, &columns, GridBody::Rows(Vec::new()));
        let whole = Address { path: format!("/{plural}"), ..reader.here() };
        let drawn = draw_rows(reader.language(), &grid, &reader.rows(&found.records, &columns));
        let more = found.next.is_some().then(|| group_more(reader.language(), &grid, &whole.to_string()));
        Ok(drawn.into_string() + &more.map_or_else(String::new, |more| more.into_string()))
    });
    Ok(Html(html.await?).into_response())
}

impl Reader<'_, '_> {
    fn list_page(&mut self, object: &'static Object) -> Outcome<Page> {
        self.know_tags(object)?;
        let narrowed = self.narrowed(object);
        let columns = self.columns(object);
        let by = self.grouped_by(object)?;
        let query = self.query(object, &narrowed, &columns)?;
        let none = Records { records: Vec::new(), next: None, total: Total::Unknown };
        // Groups are counted once the page is there, so nothing is read of them before.
        let found = match (&narrowed.error, &by) {
            (None, None) => self.gate.list(&query)?,
            _ => none,
        };
        let body = match &by {
            Some(by) if narrowed.error.is_none() => self.groups_of(object, &narrowed, &columns, by)?,
            _ => GridBody::Rows(self.rows(&found.records, &columns)),
        };
        let mut grid = self.grid(object, &columns, body);
        let shown = by.is_some() || !found.records.is_empty();
        grid.sums = if shown { self.sums_of(object, &narrowed, &columns)? } else { None };
        let view = List {
            title: self.many(object),
            count: self.count_said(found.total),
            views: self.views(object, false)?,
            actions: self.list_actions(object, found.total),
            filters: Filters { day: self.past_day()?, ..self.filters(object, &narrowed)? },
            display: self.display(object, &columns),
            picked: grid.picks.then(|| self.pick_bar(object, found.total)),
            grid,
            pager: if by.is_some() { Pager::default() } else { self.pager(&found) },
            empty: self.empty(object, &narrowed),
        };
        let body = draw(self.language(), &view);
        Ok(Page::new(self.many(object), self.place(object), body).about(object))
    }

    fn query(
        &self,
        object: &'static Object,
        narrowed: &Narrowed,
        columns: &[&'static FieldDef],
    ) -> Outcome<Query> {
        let address = &self.visit.address;
        let fields = columns.iter().map(|field| field.name).chain([object.title]);
        Ok(Query {
            sort: self.sorts(object),
            fields: Some(fields.collect()),
            limit: ROWS,
            cursor: address.all("cursor").last().map(str::to_owned),
            count: if address.one("count") == Some("exact") { Count::Exact } else { Count::Bounded },
            as_of: self.then()?,
            ..Query::of(object).filter(narrowed.filter.clone())
        })
    }

    /// The table of a list.
    fn grid(&self, object: &'static Object, columns: &[&'static FieldDef], body: GridBody) -> Grid {
        let picks = self.picks(object);
        Grid {
            caption: self.many(object),
            base: format!("/{}", object.plural),
            columns: columns.iter().map(|field| self.grid_column(object, field)).collect(),
            body,
            picks,
            sums: None,
            here: self.here().to_string(),
        }
    }

    /// The head of a column; with `sort`, the present order, it can be sorted by.
    pub(crate) fn column(
        &self,
        object: &'static Object,
        field: &'static FieldDef,
        sort: Option<&Sort>,
    ) -> Column {
        let link = sort.filter(|_| field.sorted).map(|sort| {
            let here = self.here().without(&["cursor", "page"]);
            let now = (sort.field == field.name).then_some(sort.descending);
            let next = if now == Some(false) { format!("-{}", field.name) } else { field.name.to_owned() };
            SortLink {
                href: here.with("sort", next).to_string(),
                direction: now
                    .map(|down| if down { SortDirection::Descending } else { SortDirection::Ascending }),
            }
        });
        Column {
            name: field.name.to_owned(),
            label: self.label(object, field),
            tip: self.tip_of(object, field),
            numeric: numeric(field),
            sort: link,
        }
    }

    /// The rows; the first cell is the title, which leads to the record. Amounts show cents where one of them has some.
    pub(crate) fn rows(&self, records: &[Record], columns: &[&'static FieldDef]) -> Vec<Row> {
        let money = |record: &Record, field: &FieldDef| match record.value(field.name) {
            Some(Value::Money(money)) => Some(*money),
            _ => None,
        };
        let cents = |field: &FieldDef| {
            records.iter().filter_map(|r| money(r, field)).any(|money| !money.amount().fract().is_zero())
        };
        let cents: Vec<bool> = columns.iter().map(|field| cents(field)).collect();
        let row = |record: &Record| Row {
            id: record.head.id.to_string(),
            // A row of a past day leads to the record as it stood then.
            href: Some(self.page_then(record)),
            cells: columns
                .iter()
                .enumerate()
                .map(|(at, field)| match (at, money(record, field)) {
                    (0, _) if field.name == record.object.title => Cell::Text(record.title()),
                    (_, Some(money)) if cents[at] => self.money(money, money.currency().decimals()),
                    _ => self.cell(record, field),
                })
                .collect(),
        };
        records.iter().map(row).collect()
    }

    /// How many there are, in words; nothing if nobody counted.
    pub(crate) fn count_said(&self, total: Total) -> String {
        match total {
            Total::Unknown => String::new(),
            Total::Exact(count) => self.say("list-count", &[("count", count.into())]),
            Total::MoreThan(limit) => self.say("list-count-more", &[("limit", limit.into())]),
        }
    }

    fn list_actions(&self, object: &'static Object, total: Total) -> Vec<Action> {
        let mut actions = Vec::new();
        if self.may(object, Right::Create) && object.shared.is_none() {
            actions.push(self.new_action(object));
        }
        if let Some(plan) = self.plan_way(object, self.visit.address.one("filter").unwrap_or("")) {
            actions.push(Action::new(self.word("plan-title"), Way::Go(plan)).icon(Icon::Flag));
        }
        if matches!(total, Total::MoreThan(_)) {
            let all = self.here().with("count", "exact").to_string();
            actions.push(Action::new(self.word("list-count-exact"), Way::Go(all)));
        }
        if !object.system && self.gate.access().imports() && self.may(object, Right::Create) {
            let import = Way::Go(format!("/import/new?object={}", object.name));
            actions.push(Action::new(self.word("action-import"), import).icon(Icon::Upload));
        }
        if self.may(object, Right::Export) {
            let filter = self.visit.address.one("filter").unwrap_or("");
            for (name, format) in Format::of(object).filter(|(_, format)| *format != Format::JsonLines) {
                let label = match format {
                    Format::Vcard => self.word("action-export-vcard"),
                    Format::Xlsx => self.say("action-export-as", &[("format", "Excel".into())]),
                    _ => self.say("action-export-as", &[("format", name.to_uppercase().into())]),
                };
                let all = Address::of(format!("/{}/export", object.plural)).with("format", name);
                let all =
                    all.with("filter", filter).with("as-of", self.visit.address.one("as-of").unwrap_or(""));
                let all = Way::Go(all.to_string());
                actions.push(Action::new(label, all).icon(Icon::Download));
            }
        }
        if self.may(object, Right::Delete) {
            let trash = format!("/trash/{}", object.plural);
            actions.push(Action::new(self.word("nav-trash"), Way::Go(trash)).icon(Icon::Trash2));
        }
        actions
    }

    /// The button for one more.
    pub(crate) fn new_action(&self, object: &'static Object) -> Action {
        let label = self.own_word(object, "new").unwrap_or_else(|| self.word("action-create"));
        Action::new(label, Way::Go(format!("/{}/new", object.plural))).icon(Icon::Plus).primary()
    }

    fn pager(&self, found: &Records) -> Pager {
        let here = self.here();
        let cursors: Vec<&str> = here.all("cursor").collect();
        let number: u64 = here.one("page").and_then(|page| page.parse().ok()).unwrap_or(1).max(1);
        let at = |cursors: &[&str], number: u64| {
            let mut address = here.without(&["cursor", "page"]);
            for cursor in &cursors[cursors.len().saturating_sub(TRAIL)..] {
                address = address.and("cursor", cursor);
            }
            if number > 1 { address.with("page", number).to_string() } else { address.to_string() }
        };
        let next = found.next.as_deref().map(|next| at(&[&cursors[..], &[next]].concat(), number + 1));
        let previous = match cursors.split_last() {
            None => None,
            // Who came far back goes to the first page.
            Some((_, [])) => Some(at(&[], 1)),
            Some((_, before)) => Some(at(before, number - 1)),
        };
        let first = (number - 1) * u64::from(ROWS) + 1;
        let last = first + (found.records.len() as u64).saturating_sub(1);
        let range = format!("{}–{}", self.locale.count(first as i64), self.locale.count(last as i64));
        let text = match found.total {
            Total::Exact(count) => format!("{range} / {}", self.locale.count(count as i64)),
            Total::MoreThan(limit) => format!("{range} / {}+", self.locale.count(limit as i64)),
            Total::Unknown => range,
        };
        Pager { text, previous, next }
    }

    /// What stands where no record is: how to begin, or what the filter asks for in vain.
    pub(crate) fn empty(&self, object: &'static Object, narrowed: &Narrowed) -> Empty {
        if let Some(error) = &narrowed.error {
            let (title, text) = (self.word("problem-invalid"), error.clone());
            return Empty { icon: Icon::CircleAlert, title, text, actions: Vec::new() };
        }
        if !narrowed.filter.is_everything() {
            let clear = self.here().without(&["filter", "cursor", "page"]).to_string();
            return Empty {
                icon: Icon::Filter,
                title: self.word("list-none-found"),
                text: String::new(),
                actions: vec![Action::new(self.word("list-filter-clear"), Way::Go(clear))],
            };
        }
        let mut actions = Vec::new();
        if self.may(object, Right::Create) && object.shared.is_none() {
            actions.push(self.new_action(object));
            if self.gate.access().imports() && !object.system {
                let import = Way::Go(format!("/import/new?object={}", object.name));
                actions.push(Action::new(self.word("action-import"), import).icon(Icon::Upload));
            }
        }
        let key = format!("empty-{}", object.name.replace('_', "-"));
        let taught = cordee_i18n::has(self.language(), &key).then(|| self.word(&key));
        let text = taught.or_else(|| self.own_word(object, "help")).unwrap_or_default();
        Empty { icon: icon(object), title: self.word("list-none-title"), text, actions }
    }
}

/// Whether the values of a field stand on the right.
fn numeric(field: &FieldDef) -> bool {
    matches!(field.kind, Kind::Number(_) | Kind::Money(_) | Kind::Percent(_))
}
