//! `cordee do OBJECT VERB ID`: does to a record what its page offers as a button.

use clap::Args;
use cordee_base::Fault;
use serde_json::json;

use super::get;
use crate::arguments::Global;
use crate::desk::Desk;
use crate::output::Out;
use crate::trouble::Trouble;

/// What to do to which record.
#[derive(Args)]
pub struct Do {
    /// The object: account, opportunity, …
    object: String,
    /// What to do: merge, win, …
    verb: String,
    /// The record's id
    id: String,
    /// What the action asks for: field=value
    #[arg(value_name = "FIELD=VALUE")]
    input: Vec<String>,
    /// The version that was looked at; if somebody changed the record since, nothing is done
    #[arg(long)]
    version: Option<i64>,
}

impl Do {
    /// Does it.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        let desk = Desk::open(global, out)?;
        let (object, id) = (desk.object(&self.object)?, get::id(&self.id)?);
        let action = desk.registry.action(object, &self.verb).ok_or_else(|| {
            let names: Vec<&str> = desk.registry.actions_on(object).map(|action| action.name).collect();
            let fault = Fault::whole("error-action").with("name", &self.verb).with("object", object.name);
            Trouble::Missing(fault.with("options", names.join(", ")))
        })?;
        let pairs = self
            .input
            .iter()
            .map(|text| text.split_once('=').ok_or_else(|| Fault::whole("error-pair").with("value", text)));
        let pairs = pairs.collect::<Result<Vec<_>, Fault>>()?;
        let input = action.input_from_texts(pairs, &desk.reading)?;
        let version = self.version;
        let done = desk.write(move |gate| action.act(gate, object, id, version, &input))?;
        if out.json {
            return out
                .json(&json!({ "done": action.name, "object": done.object, "id": done.id.to_string() }));
        }
        out.say(&format!("action-{}-done", action.name.replace('_', "-")), &[])
    }
}
