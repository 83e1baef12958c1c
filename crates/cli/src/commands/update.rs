//! `cordee update OBJECT ID FIELD=VALUE …`: changes fields of a record; an empty value empties a field.

use clap::Args;

use super::create::{draft, pairs};
use super::get;
use super::list::record_json;
use crate::arguments::Global;
use crate::desk::Desk;
use crate::output::Out;
use crate::trouble::Trouble;

/// What to change.
#[derive(Args)]
pub struct Update {
    /// The object: account, opportunity, …
    object: String,
    /// The record's id
    id: String,
    /// What it is to be: field=value
    #[arg(value_name = "FIELD=VALUE", required = true)]
    values: Vec<String>,
    /// The version that was looked at; if somebody changed the record since, nothing is done
    #[arg(long)]
    version: Option<i64>,
}

impl Update {
    /// Does it.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        let desk = Desk::open(global, out)?;
        let (object, id, version) = (desk.object(&self.object)?, get::id(&self.id)?, self.version);
        let pairs = pairs(&self.values)?;
        let record = desk.write(move |gate| {
            let draft = draft(gate, object, &pairs)?;
            // A record that was merged is changed where it went.
            let stands = gate.get(object, id)?.head.id;
            gate.update(stands, version, draft)?;
            gate.get(object, stands)
        })?;
        if out.json {
            return out.json(&record_json(&record));
        }
        out.say("command-updated", &[("name", record.title().into())])
    }
}
