//! `cordee create OBJECT FIELD=VALUE …`: a new record, of whatever object.

use clap::Args;
use cordee_base::{Fault, Outcome, Problem};
use cordee_records::Gate;
use cordee_schema::{Draft, Object};

use super::list::record_json;
use crate::arguments::Global;
use crate::desk::Desk;
use crate::output::Out;
use crate::trouble::Trouble;

/// What to create.
#[derive(Args)]
pub struct Create {
    /// The object: account, opportunity, …
    object: String,
    /// What it is: field=value
    #[arg(value_name = "FIELD=VALUE", required = true)]
    values: Vec<String>,
}

impl Create {
    /// Does it.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        let desk = Desk::open(global, out)?;
        let object = desk.object(&self.object)?;
        let pairs = pairs(&self.values)?;
        let record = desk.write(move |gate| {
            let draft = draft(gate, object, &pairs)?;
            let id = gate.create(draft)?;
            gate.get(object, id)
        })?;
        if out.json {
            return out.json(&record_json(&record));
        }
        out.say(
            "command-created",
            &[("name", record.title().into()), ("id", record.head.id.to_string().into())],
        )
    }
}

/// The fields and texts of `FIELD=VALUE …`.
pub(super) fn pairs(texts: &[String]) -> Result<Vec<(String, String)>, Fault> {
    let pair = |text: &String| match text.split_once('=') {
        Some((field, value)) => Ok((field.trim().to_owned(), value.to_owned())),
        None => Err(Fault::whole("error-pair").with("value", text)),
    };
    texts.iter().map(pair).collect()
}

/// What these texts say a record is to be; every text that can't be read is told.
pub(super) fn draft(gate: &Gate<'_>, object: &'static Object, pairs: &[(String, String)]) -> Outcome<Draft> {
    let (mut draft, mut faults) = (Draft::new(object), Vec::new());
    for (name, text) in pairs {
        let Some(field) = gate.visible(object).find(|field| field.name == name) else {
            let near = cordee_schema::nearest(name, gate.visible(object).map(|field| field.name));
            let fault = Fault::at(name, "error-unknown-field").with("name", name);
            faults.push(fault.with("nearest", near.unwrap_or("")));
            continue;
        };
        match field.kind.behave().parse(text, gate.reading()) {
            Ok(value) => draft.set(field.name, value),
            Err(fault) => faults.push(Fault { field: Some(field.name.to_owned()), ..fault }),
        }
    }
    if faults.is_empty() { Ok(draft) } else { Err(Problem::Invalid(faults)) }
}
