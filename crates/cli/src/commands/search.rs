//! `cordee search TEXT`: records of all objects by what stands in them.

use clap::Args;
use cordee_kit::{found_json, names};
use cordee_records::Search as Asked;

use crate::arguments::Global;
use crate::desk::Desk;
use crate::output::{Out, Side};
use crate::trouble::Trouble;

/// What to look for.
#[derive(Args)]
pub struct Search {
    /// A name, part of an e-mail address, a phone number, an id, in any writing
    #[arg(required_unless_present = "rebuild")]
    text: Option<String>,
    /// Only of this object: account, opportunity, …
    #[arg(long = "object", value_name = "OBJECT")]
    objects: Vec<String>,
    /// How many of each object at the most
    #[arg(long, default_value_t = 10)]
    limit: usize,
    /// Make the index of words anew from the records
    #[arg(long, conflicts_with = "text")]
    rebuild: bool,
}

impl Search {
    /// Does it.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        let desk = Desk::open(global, out)?;
        if self.rebuild {
            let done = desk.records.rebuild_search(|_| {})?;
            if out.json {
                return out.json(&serde_json::json!({ "records": done }));
            }
            out.note("command-search-rebuilt", &[("count", done.into())]);
            return Ok(());
        }
        let objects =
            self.objects.iter().map(|name| desk.object(name)).collect::<Result<Vec<_>, Trouble>>()?;
        let asked = Asked { text: self.text.unwrap_or_default(), objects, limit: self.limit };
        let found = desk.read(move |gate| gate.search(&asked))?;
        if out.json {
            return out.json(&found_json(&found));
        }
        let mut rows = Vec::new();
        for one in &found {
            let object = names::object(out.language, one.object);
            rows.extend(one.hits.iter().map(|hit| {
                vec![hit.id.to_string(), object.clone(), hit.title.text.clone(), hit.text.text.clone()]
            }));
        }
        let head = ["id", "object", "title", "text"]
            .map(|name| (cordee_i18n::say(out.language, &format!("command-search-{name}"), &[]), Side::Left));
        out.table(&head, &rows)?;
        out.note("command-shown-of-more", &[("count", rows.len().into())]);
        Ok(())
    }
}
