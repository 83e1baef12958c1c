//! `cordee trash …`: what was deleted, and can come back until it is purged.

use clap::Subcommand;
use cordee_base::{Id, Outcome};
use cordee_records::{Gate, Query};
use cordee_schema::Object;
use serde_json::json;

use super::{get, list};
use crate::arguments::Global;
use crate::desk::Desk;
use crate::output::Out;
use crate::trouble::Trouble;

/// What to do with the trash.
#[derive(Subcommand)]
pub enum Trash {
    /// Put a record in it
    Put {
        /// The object: account, opportunity, …
        object: String,
        /// The record's id
        id: String,
    },
    /// Show what is in it
    List {
        /// The object: account, opportunity, …
        object: String,
        /// How many at the most
        #[arg(long, default_value_t = 50)]
        limit: u32,
    },
    /// Take a record out again
    Restore {
        /// The object
        object: String,
        /// The record's id
        id: String,
    },
    /// Delete for good: one record, or all of an object that lie in the trash
    Purge {
        /// The object
        object: String,
        /// The record's id
        #[arg(required_unless_present = "all", conflicts_with = "all")]
        id: Option<String>,
        /// Everything of this object that is in the trash
        #[arg(long)]
        all: bool,
    },
}

impl Trash {
    /// Does it.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        let desk = Desk::open(global, out)?;
        match self {
            Trash::Put { object, id } => {
                let (object, id) = (desk.object(&object)?, get::id(&id)?);
                desk.write(move |gate| gate.trash(object, id, None))?;
                counted(1, "command-trashed", out)
            }
            Trash::List { object, limit } => show(&desk, desk.object(&object)?, limit, out),
            Trash::Restore { object, id } => {
                let (object, id) = (desk.object(&object)?, get::id(&id)?);
                desk.write(move |gate| gate.restore(object, id))?;
                counted(1, "command-restored", out)
            }
            Trash::Purge { object, id, .. } => {
                let object = desk.object(&object)?;
                let id = id.as_deref().map(get::id).transpose()?;
                counted(purge(&desk, object, id)?, "command-purged", out)
            }
        }
    }
}

fn show(desk: &Desk, object: &'static Object, limit: u32, out: &Out) -> Result<(), Trouble> {
    let page = desk.read(move |gate| gate.list(&Query { trash: true, limit, ..Query::of(object) }))?;
    if out.json {
        let records: Vec<_> = page.records.iter().map(list::record_json).collect();
        return out.json(&json!({ "records": records, "next": page.next }));
    }
    list::show(desk, object, &page, out)
}

fn purge(desk: &Desk, object: &'static Object, id: Option<Id>) -> Result<i64, Trouble> {
    if let Some(id) = id {
        // Only what lies in the trash: what is in use has to be put there first.
        desk.write(move |gate| {
            gate.get_trashed(object, id)?;
            gate.purge(object, id)
        })?;
        return Ok(1);
    }
    let mut count = 0;
    loop {
        let some = desk.write(move |gate| purge_some(gate, object))?;
        count += some;
        if some == 0 {
            return Ok(count);
        }
    }
}

fn purge_some(gate: &mut Gate<'_>, object: &'static Object) -> Outcome<i64> {
    let page = gate.list(&Query { trash: true, limit: Query::MOST, ..Query::of(object) })?;
    page.records.iter().try_for_each(|record| gate.purge(object, record.head.id))?;
    Ok(page.records.len() as i64)
}

fn counted(count: i64, key: &str, out: &Out) -> Result<(), Trouble> {
    if out.json { out.json(&json!({ "count": count })) } else { out.say(key, &[("count", count.into())]) }
}
