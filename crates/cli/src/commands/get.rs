//! `cordee get OBJECT ID`: one record with all its fields.

use clap::Args;
use cordee_base::{Fault, Id};
use cordee_kit::names;

use super::list::record_json;
use crate::arguments::Global;
use crate::desk::Desk;
use crate::output::{Out, Side};
use crate::trouble::Trouble;

/// Which record.
#[derive(Args)]
pub struct Get {
    /// The object: account, opportunity, …
    object: String,
    /// Its id
    id: String,
}

impl Get {
    /// Does it.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        let desk = Desk::open(global, out)?;
        let (object, id) = (desk.object(&self.object)?, id(&self.id)?);
        let record = desk.read(move |gate| gate.get(object, id))?;
        if out.json {
            return out.json(&record_json(&record));
        }
        let always = ["id", "created_at", "updated_at"].into_iter().filter_map(|name| object.field(name));
        let rows: Vec<Vec<String>> = record
            .fields()
            .map(|(field, _)| field)
            .filter(|field| !field.secret)
            .chain(always)
            .map(|field| vec![names::field(out.language, object, field), desk.cell(&record, field)])
            .collect();
        let title = (names::object(out.language, object), Side::Left);
        out.table(&[title, (record.title(), Side::Left)], &rows)
    }
}

/// The id in a text.
pub fn id(text: &str) -> Result<Id, Fault> {
    text.parse().map_err(|_| Fault::at("id", "error-id").with("value", text))
}
