//! `cordee list OBJECT`: records that are like this, in this order.

use clap::Args;
use cordee_base::{Fault, Outcome};
pub use cordee_kit::record_json;
use cordee_kit::{as_of, names};
use cordee_records::{Count, Gate, Page, Query, Sort, Total};
use cordee_schema::{FieldDef, Filter, Object, Record};
use serde_json::{Value as Json, json};

use crate::arguments::Global;
use crate::desk::{Desk, fields, side};
use crate::output::Out;
use crate::trouble::Trouble;

/// Which records.
#[derive(Args)]
pub struct List {
    /// The object: account, opportunity, …
    object: String,
    /// What they must be like: 'stage.kind = won and amount >= 1000'
    #[arg(long, value_name = "FILTER")]
    filter: Option<String>,
    /// In which order: a field, with a minus in front for the largest first
    #[arg(long, value_name = "FIELD", allow_hyphen_values = true)]
    sort: Vec<String>,
    /// How many at the most
    #[arg(long, default_value_t = 50)]
    limit: u32,
    /// Where the page before left off
    #[arg(long)]
    cursor: Option<String>,
    /// As they stood at this instant, or at the end of this day
    #[arg(long, value_name = "TIME")]
    as_of: Option<String>,
}

impl List {
    /// Does it.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        let desk = Desk::open(global, out)?;
        let object = desk.object(&self.object)?;
        let page = desk.read(move |gate| {
            let query = query(gate, object, self.filter.as_deref(), &self.sort, self.as_of.as_deref())?;
            gate.list(&Query {
                limit: self.limit,
                cursor: self.cursor.clone(),
                count: Count::Bounded,
                ..query
            })
        })?;
        if out.json { out.json(&page_json(&page)) } else { show(&desk, object, &page, out) }
    }
}

/// The query that a filter, an order and a moment say in text.
pub fn query(
    gate: &Gate<'_>,
    object: &'static Object,
    filter: Option<&str>,
    sort: &[String],
    then: Option<&str>,
) -> Outcome<Query> {
    let filter = match filter {
        None => Filter::everything(),
        Some(text) => Filter::parse(text, gate.catalog(), object, gate.reading()).map_err(at_filter)?,
    };
    let sort = sort.iter().map(|text| sort_key(object, text)).collect::<Result<Vec<Sort>, Fault>>()?;
    let as_of = then.map(|text| as_of(text, gate.reading())).transpose()?;
    Ok(Query { sort, as_of, ..Query::of(object).filter(filter) })
}

fn at_filter(fault: Fault) -> Fault {
    Fault { field: fault.field.or(Some("filter".to_owned())), ..fault }
}

fn sort_key(object: &'static Object, text: &str) -> Result<Sort, Fault> {
    let (name, descending) = text.strip_prefix('-').map_or((text, false), |name| (name, true));
    let field = object.field(name).filter(|field| !field.secret);
    field.map(|field| Sort { field: field.name, descending }).ok_or_else(|| {
        let sorted = object.fields.iter().filter(|field| field.sorted).map(|field| field.name);
        let options: Vec<&str> = sorted.chain(["created_at", "updated_at"]).collect();
        Fault::at("sort", "error-sort").with("name", name).with("options", options.join(", "))
    })
}

/// The records of a page as a table: id, then the columns of the object's list.
pub fn show(desk: &Desk, object: &'static Object, page: &Page, out: &Out) -> Result<(), Trouble> {
    let there = |field: &&FieldDef| {
        page.records.is_empty() || page.records.iter().any(|record| record.value(field.name).is_some())
    };
    let shown: Vec<&'static FieldDef> = fields(object, object.list.iter().copied()).filter(there).collect();
    let label = |field: &&FieldDef| (names::field(out.language, object, field), side(field));
    let head: Vec<_> = object.field("id").iter().chain(&shown).map(label).collect();
    let row = |record: &Record| {
        let cells = shown.iter().map(|field| desk.cell(record, field));
        std::iter::once(record.head.id.to_string()).chain(cells).collect()
    };
    out.table(&head, &page.records.iter().map(row).collect::<Vec<_>>())?;
    let count = page.records.len();
    match page.total {
        Total::Exact(total) => out.note("command-shown", &[("count", count.into()), ("total", total.into())]),
        _ => out.note("command-shown-of-more", &[("count", count.into())]),
    }
    Ok(())
}

fn page_json(page: &Page) -> Json {
    let total = match page.total {
        Total::Exact(total) => json!({ "value": total, "exact": true }),
        Total::MoreThan(total) => json!({ "value": total, "exact": false }),
        Total::Unknown => Json::Null,
    };
    let records: Vec<Json> = page.records.iter().map(record_json).collect();
    json!({ "records": records, "next": page.next, "total": total })
}
