//! What is measured: each operation as people do it, through the gate, and the budget it has.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use cordee_base::{Currency, Id, Money, Outcome};
use cordee_catalog::{account, opportunity};
use cordee_records::{By, Gate, Grouping, Measure, Query, Reckon, Search, Sort};
use cordee_schema::{Catalog, Draft, Path};
use serde_json::json;

use crate::custom;
use crate::wire::{Request, encoded};
use crate::world::{World, deal, opportunities};

/// One operation.
pub struct Operation {
    /// What it does, for people.
    pub name: String,
    /// What it may cost, for people; see `docs/performance.md`.
    pub budget: &'static str,
    /// How many do it at once.
    pub clients: usize,
    /// What somebody else changes before each run, so that nothing that was kept holds any more; not measured.
    pub changes: Option<fn(&World, usize) -> Outcome<()>>,
    /// Does it through the gate, without a server between.
    pub gate: Option<Through>,
    /// The request that asks the server for it.
    pub request: Box<dyn Fn(usize) -> Request + Sync>,
}

/// What asks the gate, given the number of the turn.
type Through = Box<dyn Fn(usize) -> Outcome<()> + Sync>;

/// What the name of an operation ends with that is the first look after something has changed.
pub const AFTER_A_CHANGE: &str = ", after a change";
/// How many cards a board shows at first in each column.
pub const CARDS: u32 = 20;
/// What is typed into the field where one looks for an account; the last finds nothing.
pub const TYPED: [&str; 4] = ["an", "борис", "王", "zzzz"];
/// What is typed into the search box: what many have, what few have, what is misspelt, and what nobody has.
pub const SEARCHED: [&str; 7] = ["an", "anna", "борис", "王", "boris kov", "brois", "zzzz"];
/// The lists: what is asked for, and in which order.
pub const LISTS: [(&str, &str, &str, bool); 3] = [
    ("list 50: newest, of at least 20,000", "amount >= 20000", "updated_at", true),
    ("list 50: open, next to close first", "state = open", "close_date", false),
    ("list 50: one owner's, dearest first", "owner is me", "amount", true),
];
/// The pages that people open all day.
const PAGES: [(&str, &str); 3] = [
    ("page: Today", "/"),
    ("page: deals", "/opportunities"),
    ("page: deals, open and next to close first", "/opportunities?filter=state%20%3D%20open&sort=close_date"),
];
/// The place of another added field by which lists are sorted.
const OWN_SORTED: usize = 5;
/// The fields by which all deals are grouped.
pub const GROUPS: [[&str; 2]; 2] = [["stage", "owner"], ["source", "type"]];

/// All operations on a filled workspace.
pub fn operations(world: &Arc<World>) -> Outcome<Vec<Operation>> {
    let (_, filter, field, descending) = LISTS[0];
    let first = move |gate: &mut Gate<'_>| page(gate, filter, field, descending, None);
    let next = world.records.read_now(&world.administrator, first)?.unwrap_or_default();
    let mut all = vec![read_one(world)];
    for list in LISTS {
        all.push(listing(world, list, None));
    }
    if world.custom > OWN_SORTED {
        let (filter, sort) = (format!("{} >= 5000", custom::name(0)), custom::name(OWN_SORTED));
        all.push(listing(
            world,
            ("list 50: by fields that were added", filter.leak(), sort.leak(), true),
            None,
        ));
    }
    all.push(listing(world, ("the next page", filter, field, descending), Some(next)));
    all.extend(PAGES.map(|(name, path)| page_of(name, path.to_owned(), world)));
    all.push(page_of("page: a deal", format!("/opportunities/{}", world.opportunities[7]), world));
    for change in [false, true] {
        all.push(anew(change, on_board(world)));
        all.extend(GROUPS.map(|fields| anew(change, grouping(world, fields))));
    }
    all.extend(TYPED.map(|typed| looking_up(world, typed)));
    all.extend(SEARCHED.map(|typed| searching(world, typed)));
    all.extend([1, 32].map(|clients| creating(world, clients)));
    Ok(all)
}

/// What is asked for most: a list.
pub fn most_asked(world: &World) -> Request {
    let (_, filter, field, _) = LISTS[1];
    Request::get(
        &format!("/api/v1/opportunities?filter={}&sort={field}&limit=50", encoded(filter)),
        &world.token,
    )
}

fn read_one(world: &Arc<World>) -> Operation {
    let id = |world: &World, run: usize| world.opportunities[run * 7 % world.opportunities.len()];
    Operation {
        name: "read one".to_owned(),
        budget: "0.15 ms CPU, 5 × floor",
        clients: 1,
        changes: None,
        gate: reading(world, move |gate, world, run| gate.get(deal(gate), id(world, run)).map(|_| ())),
        request: asking(world, move |world, run| {
            Request::get(&format!("/api/v1/opportunities/{}", id(world, run)), &world.token)
        }),
    }
}

fn listing(
    world: &Arc<World>,
    (name, filter, field, descending): (&str, &'static str, &'static str, bool),
    cursor: Option<String>,
) -> Operation {
    let sign = if descending { "-" } else { "" };
    let mut path = format!("/api/v1/opportunities?filter={}&sort={sign}{field}&limit=50", encoded(filter));
    if let Some(cursor) = &cursor {
        path.push_str(&format!("&cursor={cursor}"));
    }
    Operation {
        name: name.to_owned(),
        budget: "1 ms CPU",
        clients: 1,
        changes: None,
        gate: reading(world, move |gate, _, _| {
            page(gate, filter, field, descending, cursor.clone()).map(|_| ())
        }),
        request: asking(world, move |world, _| Request::get(&path, &world.token)),
    }
}

/// A page of the browser; it asks the gate for many things.
pub fn page_of(name: &str, path: String, world: &Arc<World>) -> Operation {
    Operation {
        name: name.to_owned(),
        budget: "10 ms",
        clients: 1,
        changes: None,
        gate: None,
        request: asking(world, move |world, _| Request::get(&path, &world.cookie)),
    }
}

fn on_board(world: &Arc<World>) -> Operation {
    Operation {
        name: "board: totals and first cards".to_owned(),
        budget: "10 ms",
        clients: 1,
        changes: None,
        gate: reading(world, board),
        request: asking(world, |world, _| Request::get("/opportunities/board", &world.cookie)),
    }
}

/// An operation as it is, or as the first look after a deal has changed.
pub fn anew(change: bool, operation: Operation) -> Operation {
    if !change {
        return operation;
    }
    Operation { name: operation.name + AFTER_A_CHANGE, changes: Some(change_one), ..operation }
}

/// Somebody plans the next step of a deal.
fn change_one(world: &World, run: usize) -> Outcome<()> {
    let id = world.opportunities[run * 7 % world.opportunities.len()];
    // Never what stands there already, which would change nothing.
    static STEPS: AtomicUsize = AtomicUsize::new(0);
    let step = format!("Call {}", STEPS.fetch_add(1, Ordering::Relaxed));
    let draft = Draft::new(&opportunity::OPPORTUNITY).with(opportunity::NEXT_STEP, step);
    world.records.write_now(&world.administrator, move |gate| gate.update(id, None, draft.clone()))?;
    Ok(())
}

fn grouping(world: &Arc<World>, fields: [&'static str; 2]) -> Operation {
    let path = format!("/api/v1/opportunities/aggregate?by={}&sum=amount", fields.join(","));
    Operation {
        name: format!("group all by {}", fields.join(" and ")),
        budget: "200 ms",
        clients: 1,
        changes: None,
        gate: reading(world, move |gate, _, _| group(gate, fields).map(|_| ())),
        request: asking(world, move |world, _| Request::get(&path, &world.token)),
    }
}

fn looking_up(world: &Arc<World>, typed: &'static str) -> Operation {
    let path = format!("/lookup/account?q={}", encoded(typed));
    Operation {
        name: format!("look up an account: {typed}"),
        budget: "10 ms",
        clients: 1,
        changes: None,
        gate: reading(world, move |gate, _, _| gate.lookup(&account::ACCOUNT, typed, 10).map(|_| ())),
        request: asking(world, move |world, _| Request::get(&path, &world.cookie)),
    }
}

fn searching(world: &Arc<World>, typed: &'static str) -> Operation {
    let path = format!("/api/v1/search?q={}&limit=5", encoded(typed));
    let search = Search { text: typed.to_owned(), objects: Vec::new(), limit: 5 };
    Operation {
        name: format!("search: {typed}"),
        budget: "10 ms",
        clients: 1,
        changes: None,
        gate: reading(world, move |gate, _, _| gate.search(&search).map(|_| ())),
        request: asking(world, move |world, _| Request::get(&path, &world.token)),
    }
}

fn creating(world: &Arc<World>, clients: usize) -> Operation {
    let with = world.clone();
    Operation {
        name: match clients {
            1 => "create one, durable".to_owned(),
            clients => format!("create one, durable, {clients} clients"),
        },
        budget: "0.5 ms CPU",
        clients,
        changes: None,
        gate: Some(Box::new(move |run| {
            let draft = draft(&with, run);
            let create = move |gate: &mut Gate<'_>| gate.create(draft.clone()).map(|_| ());
            with.records.write_now(&with.administrator, create)
        })),
        request: asking(world, |world, run| {
            let stage = open_stage(world, run);
            let body = json!({
                "name": format!("Written while measuring {run}"),
                "pipeline": world.pipeline.to_string(),
                "stage": stage.to_string(),
                "amount": {"amount": "1234.00", "currency": "EUR"},
            });
            Request::post("/api/v1/opportunities", &world.token, &body.to_string())
        }),
    }
}

/// A request that is asked for in the world.
pub fn asking(
    world: &Arc<World>,
    request: impl Fn(&World, usize) -> Request + Sync + 'static,
) -> Box<dyn Fn(usize) -> Request + Sync> {
    let world = world.clone();
    Box::new(move |run| request(&world, run))
}

/// A read of the workspace as an operation.
fn reading(
    world: &Arc<World>,
    work: impl Fn(&mut Gate<'_>, &World, usize) -> Outcome<()> + Send + Sync + 'static,
) -> Option<Through> {
    let (world, work) = (world.clone(), Arc::new(work));
    Some(Box::new(move |run| {
        let (inside, work) = (world.clone(), work.clone());
        world.records.read_now(&world.administrator, move |gate| work(gate, &inside, run))
    }))
}

/// A stage in which a deal needs to tell no more than where it stands.
fn open_stage(world: &World, run: usize) -> Id {
    let open: Vec<Id> = world.stages.iter().filter(|(_, open)| *open).map(|(stage, _)| *stage).collect();
    open[run % open.len()]
}

/// A new opportunity, as somebody types it in.
fn draft(world: &World, run: usize) -> Draft {
    let stage = open_stage(world, run);
    Draft::new(&opportunity::OPPORTUNITY)
        .with(opportunity::NAME, format!("Written while measuring {run}"))
        .with(opportunity::PIPELINE, world.pipeline)
        .with(opportunity::STAGE, stage)
        .with(opportunity::AMOUNT, Money::from_minor(123_400 + run as i64, Currency::EUR))
}

fn page(
    gate: &mut Gate<'_>,
    filter: &str,
    field: &'static str,
    descending: bool,
    cursor: Option<String>,
) -> Outcome<Option<String>> {
    let filter = opportunities(gate, filter)?;
    let sort = vec![Sort { field, descending }];
    let query = Query { sort, cursor, ..Query::of(deal(gate)).filter(filter) };
    Ok(gate.list(&query)?.next)
}

fn board(gate: &mut Gate<'_>, world: &World, _: usize) -> Outcome<()> {
    let pipeline = world.pipeline;
    for part in ["state = open", "state in (won, lost, after) and close_date >= last_30_days"] {
        let totals = Grouping {
            object: deal(gate),
            by: vec![by(gate.catalog(), "stage")],
            measures: vec![
                Measure::of(Reckon::Count),
                Measure::of(Reckon::Sum(path(gate.catalog(), "amount"))),
                Measure::of(Reckon::Weighted(
                    path(gate.catalog(), "amount"),
                    path(gate.catalog(), "probability"),
                )),
            ],
            filter: opportunities(gate, &format!("pipeline = {pipeline} and {part}"))?,
            as_of: None,
        };
        gate.group(&totals)?;
    }
    for (stage, _) in world.stages.iter().filter(|(_, open)| *open) {
        let filter = opportunities(gate, &format!("pipeline = {pipeline} and stage = {stage}"))?;
        let query = Query { limit: CARDS, ..Query::of(deal(gate)).filter(filter) };
        gate.list(&query)?;
    }
    Ok(())
}

fn group(gate: &mut Gate<'_>, fields: [&str; 2]) -> Outcome<usize> {
    let grouping = Grouping {
        object: deal(gate),
        by: fields.map(|field| by(gate.catalog(), field)).to_vec(),
        measures: vec![Measure::of(Reckon::Count), Measure::of(Reckon::Sum(path(gate.catalog(), "amount")))],
        filter: cordee_schema::Filter::everything(),
        as_of: None,
    };
    Ok(gate.group(&grouping)?.len())
}

fn by(catalog: &Catalog, field: &str) -> By {
    By { path: path(catalog, field), period: None }
}

fn path(catalog: &Catalog, field: &str) -> Path {
    let deal = catalog.object("opportunity").expect("deals");
    Path::resolve(catalog, deal, field).expect("a field of a deal")
}
