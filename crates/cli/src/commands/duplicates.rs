//! `cordee duplicates OBJECT`: records that may be the same thing.

use clap::Args;
use cordee_kit::{doubles_json, likely_json, names};
use cordee_records::{Likely, Resemblance};
use serde_json::json;

use super::{create, get};
use crate::arguments::Global;
use crate::desk::Desk;
use crate::output::{Out, Side};
use crate::trouble::Trouble;

/// What may be the same as what.
#[derive(Args)]
pub struct Duplicates {
    /// The object: account, contact, …
    object: String,
    /// What a new record would be: field=value; without it, what stands twice
    #[arg(value_name = "FIELD=VALUE")]
    values: Vec<String>,
    /// The record that others may be as well
    #[arg(long, value_name = "ID", conflicts_with = "values")]
    of: Option<String>,
    /// Where to go on, as the last answer said
    #[arg(long, conflicts_with_all = ["values", "of"])]
    cursor: Option<String>,
}

impl Duplicates {
    /// Does it.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        let desk = Desk::open(global, out)?;
        let object = desk.object(&self.object)?;
        let (pairs, cursor) = (create::pairs(&self.values)?, self.cursor);
        let of = self.of.as_deref().map(get::id).transpose()?;
        if pairs.is_empty() && of.is_none() {
            let found = desk.read(move |gate| gate.doubles(object, cursor.clone()))?;
            if out.json {
                return out.json(&doubles_json(&found));
            }
            let mut rows = Vec::new();
            for double in &found.found {
                let of = double.record.title();
                rows.extend(double.older.iter().map(|likely| [vec![of.clone()], row(out, likely)].concat()));
            }
            table(
                out,
                &["duplicates-of", "search-id", "search-object", "search-title", "duplicates-why"],
                &rows,
            )?;
            out.note("command-duplicates-looked", &[("count", found.looked.into())]);
            if let Some(next) = &found.next {
                out.note("command-duplicates-next", &[("cursor", next.as_str().into())]);
            }
            return Ok(());
        }
        let found = desk.read(move |gate| match of {
            Some(id) => {
                let record = gate.get(object, id)?;
                gate.duplicates_of(&record)
            }
            None => {
                let draft = create::draft(gate, object, &pairs)?;
                gate.duplicates(&draft, None)
            }
        })?;
        if out.json {
            let data: Vec<_> = found.iter().map(likely_json).collect();
            return out.json(&json!({ "data": data }));
        }
        let rows: Vec<Vec<String>> = found.iter().map(|likely| row(out, likely)).collect();
        table(out, &["search-id", "search-object", "search-title", "duplicates-why"], &rows)
    }
}

/// A record that may be the same, and why.
fn row(out: &Out, likely: &Likely) -> Vec<String> {
    let object = likely.record.object;
    let reason = |reason: &Resemblance| {
        let field = names::field(out.language, object, reason.other);
        let key = if reason.same { "alike-same" } else { "alike-similar" };
        cordee_i18n::say(out.language, key, &[("field", field.into())])
    };
    let why: Vec<String> = likely.reasons.iter().map(reason).collect();
    let title = likely.record.title();
    vec![likely.record.head.id.to_string(), names::object(out.language, object), title, why.join("; ")]
}

fn table(out: &mut Out, heads: &[&str], rows: &[Vec<String>]) -> Result<(), Trouble> {
    let head = |name: &&str| (cordee_i18n::say(out.language, &format!("command-{name}"), &[]), Side::Left);
    let heads: Vec<_> = heads.iter().map(head).collect();
    out.table(&heads, rows)
}
