//! What is measured: each operation as people do it, through the gate, and the budget it has.

use std::sync::Arc;

use cordee_base::{Currency, Money, Outcome};
use cordee_catalog::{account, opportunity};
use cordee_records::{By, Gate, Grouping, Measure, Query, Reckon, Sort};
use cordee_schema::{Catalog, Draft, Path};

use crate::world::{World, opportunities};

/// One operation.
pub struct Operation {
    /// What it does, for people.
    pub name: &'static str,
    /// What it may cost, for people; see `docs/performance.md`.
    pub budget: &'static str,
    /// How many do it at once.
    pub clients: usize,
    /// How often it is done at the most.
    pub most: usize,
    /// Does it through the gate, without a server between.
    pub gate: Box<dyn Fn(usize) -> Outcome<()> + Sync>,
}

/// How many cards a board shows at first in each column.
pub const CARDS: u32 = 20;
/// What is typed into the field where one looks for an account; the last finds nothing.
pub const TYPED: [&str; 6] = ["an", "борис", "王", "chloe ba", "s", "zzzz"];
/// The lists: what is asked for, and in which order.
pub const LISTS: [(&str, &str, &str, bool); 3] = [
    ("list 50: newest, of at least 20,000", "amount >= 20000", "updated_at", true),
    ("list 50: open, next to close first", "state = open", "close_date", false),
    ("list 50: one owner's, dearest first", "owner is me", "amount", true),
];

/// All operations on a filled workspace.
pub fn operations(world: &Arc<World>) -> Outcome<Vec<Operation>> {
    let mut all = vec![Operation {
        name: "read one",
        budget: "0.15 ms CPU",
        clients: 1,
        most: usize::MAX,
        gate: reading(world, |gate, world, run| {
            let id = world.opportunities[run * 7 % world.opportunities.len()];
            gate.get(&opportunity::OPPORTUNITY, id).map(|_| ())
        }),
    }];
    for (name, filter, field, descending) in LISTS {
        all.push(Operation {
            name,
            budget: "1 ms CPU",
            clients: 1,
            most: usize::MAX,
            gate: reading(world, move |gate, _, _| page(gate, filter, field, descending, None).map(|_| ())),
        });
    }
    let (_, filter, field, descending) = LISTS[0];
    let first = move |gate: &mut Gate<'_>| page(gate, filter, field, descending, None);
    let next = world.records.read_now(&world.administrator, first)?;
    let next: &'static str = next.unwrap_or_default().leak();
    all.push(Operation {
        name: "the next page",
        budget: "1 ms CPU",
        clients: 1,
        most: usize::MAX,
        gate: reading(world, move |gate, _, _| {
            page(gate, filter, field, descending, Some(next.to_owned())).map(|_| ())
        }),
    });
    all.push(Operation {
        name: "board: totals and first cards",
        budget: "10 ms",
        clients: 1,
        most: usize::MAX,
        gate: reading(world, board),
    });
    all.push(Operation {
        name: "group all by stage and owner",
        budget: "200 ms",
        clients: 1,
        most: usize::MAX,
        gate: reading(world, |gate, _, _| group(gate, ["stage", "owner"]).map(|_| ())),
    });
    all.push(Operation {
        name: "group all by source and type",
        budget: "200 ms",
        clients: 1,
        most: usize::MAX,
        gate: reading(world, |gate, _, _| group(gate, ["source", "type"]).map(|_| ())),
    });
    for typed in TYPED {
        all.push(Operation {
            name: Box::leak(format!("look up an account: {typed}").into_boxed_str()),
            budget: "10 ms",
            clients: 1,
            most: usize::MAX,
            gate: reading(world, move |gate, _, _| gate.lookup(&account::ACCOUNT, typed, 10).map(|_| ())),
        });
    }
    for clients in [1, 32] {
        all.push(Operation {
            name: if clients == 1 { "create one, durable" } else { "create one, durable, 32 clients" },
            budget: "0.5 ms CPU",
            clients,
            most: 20_000,
            gate: creating(world),
        });
    }
    Ok(all)
}

/// A read of the workspace as an operation.
fn reading(
    world: &Arc<World>,
    work: impl Fn(&mut Gate<'_>, &World, usize) -> Outcome<()> + Send + Sync + Copy + 'static,
) -> Box<dyn Fn(usize) -> Outcome<()> + Sync> {
    let world = world.clone();
    Box::new(move |run| {
        let inside = world.clone();
        world.records.read_now(&world.administrator, move |gate| work(gate, &inside, run))
    })
}

fn creating(world: &Arc<World>) -> Box<dyn Fn(usize) -> Outcome<()> + Sync> {
    let world = world.clone();
    Box::new(move |run| {
        let draft = draft(&world, run);
        world.records.write_now(&world.administrator, move |gate| gate.create(draft.clone()).map(|_| ()))
    })
}

/// A new opportunity, as somebody types it in.
fn draft(world: &World, run: usize) -> Draft {
    let (stage, _) = world.stages[run % world.stages.len()];
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
    let query = Query { sort, cursor, ..Query::of(&opportunity::OPPORTUNITY).filter(filter) };
    Ok(gate.list(&query)?.next)
}

fn board(gate: &mut Gate<'_>, world: &World, _: usize) -> Outcome<()> {
    let pipeline = world.pipeline;
    let open: Vec<String> =
        world.stages.iter().filter(|(_, open)| *open).map(|(stage, _)| stage.to_string()).collect();
    let filter = format!("pipeline = {pipeline} and stage in ({})", open.join(", "));
    let filter = opportunities(gate, &filter)?;
    let totals = Grouping {
        object: &opportunity::OPPORTUNITY,
        by: vec![by(gate.catalog(), "stage")],
        measures: vec![
            Measure::of(Reckon::Count),
            Measure::of(Reckon::Sum(path(gate.catalog(), "amount"))),
            Measure::of(Reckon::Weighted(
                path(gate.catalog(), "amount"),
                path(gate.catalog(), "probability"),
            )),
        ],
        filter,
        as_of: None,
    };
    gate.group(&totals)?;
    for (stage, _) in world.stages.iter().filter(|(_, open)| *open) {
        let filter = opportunities(gate, &format!("pipeline = {pipeline} and stage = {stage}"))?;
        let query = Query { limit: CARDS, ..Query::of(&opportunity::OPPORTUNITY).filter(filter) };
        gate.list(&query)?;
    }
    Ok(())
}

fn group(gate: &mut Gate<'_>, fields: [&str; 2]) -> Outcome<usize> {
    let grouping = Grouping {
        object: &opportunity::OPPORTUNITY,
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
    Path::resolve(catalog, &opportunity::OPPORTUNITY, field).expect("a field of an opportunity")
}
