//! `cordee history OBJECT ID`: what happened to a record, or to one field of it; the latest first.

use clap::Args;
use cordee_base::Fault;
use cordee_kit::{entry_json, names};
use cordee_records::{ChangedField, Entry};
use cordee_schema::{Object, Value, nearest};
use serde_json::{Value as Json, json};

use super::get::id;
use crate::arguments::Global;
use crate::desk::{Desk, plain};
use crate::output::{Out, Side};
use crate::trouble::Trouble;

/// Of which record.
#[derive(Args)]
pub struct History {
    /// The object: account, opportunity, …
    object: String,
    /// The record's id
    id: String,
    /// Only what happened to this field
    #[arg(long, value_name = "FIELD")]
    field: Option<String>,
    /// Only entries before the one with this number
    #[arg(long, value_name = "NUMBER")]
    before: Option<i64>,
    /// How many at the most
    #[arg(long, default_value_t = 50, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=200))]
    limit: u32,
}

impl History {
    /// Does it.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        let desk = Desk::open(global, out)?;
        let (object, id) = (desk.object(&self.object)?, id(&self.id)?);
        let field = self.field.as_deref().map(|name| {
            let near = nearest(name, object.fields.iter().map(|field| field.name)).unwrap_or("");
            let fault = Fault::at("field", "error-unknown-field").with("name", name).with("nearest", near);
            object.field(name).ok_or(fault)
        });
        let (field, before, limit) = (field.transpose()?, self.before, self.limit);
        let entries = desk.read(move |gate| match field {
            Some(field) => gate.history_of(object, id, field, before, limit),
            None => gate.history(object, id, before, limit),
        })?;
        if out.json {
            let data: Vec<Json> = entries.iter().map(|entry| entry_json(object, entry)).collect();
            return out.json(&json!({ "data": data }));
        }
        let word = |key: &str| cordee_i18n::say(out.language, key, &[]);
        let keys = ["audit-when", "audit-who", "audit-what", "audit-changes", "audit-door"];
        let head: Vec<(String, Side)> = keys.into_iter().map(|key| (word(key), Side::Left)).collect();
        let row = |entry: &Entry| {
            let told = entry.line.as_ref().map_or(object, |line| line.object);
            let changes: Vec<String> =
                entry.changes.iter().map(|change| said(out.language, told, change)).collect();
            let cells = [
                entry.actor_name.clone().unwrap_or_else(|| word("app-name")),
                word(&format!("audit-verb-{}", entry.verb)),
                changes.join("; "),
                word(&format!("door-{}", entry.door.replace('_', "-"))),
            ];
            let when = std::iter::once(desk.locale.moment(entry.at));
            when.chain(cells.iter().map(|cell| plain(cell))).collect()
        };
        out.table(&head, &entries.iter().map(row).collect::<Vec<Vec<String>>>())
    }
}

/// A change in one line: the field, from what to what.
fn said(language: cordee_i18n::Language, object: &'static Object, change: &ChangedField) -> String {
    let Some(field) = object.field(change.field) else { return change.field.to_owned() };
    let text = |value: &Value, title: &Option<String>, titles: &[Option<String>]| match value {
        Value::None => "–".to_owned(),
        Value::Links(_) => titles.iter().flatten().map(String::as_str).collect::<Vec<_>>().join(", "),
        value => title.clone().unwrap_or_else(|| field.kind.behave().text(value)),
    };
    let old = text(&change.old, &change.titles.0, &change.lists.0);
    let new = text(&change.new, &change.titles.1, &change.lists.1);
    format!("{}: {old} → {new}", names::field(language, object, field))
}
