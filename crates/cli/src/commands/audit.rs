//! `cordee audit verify`: whether the journal stands as it was written.

use clap::Subcommand;
use serde_json::json;

use crate::arguments::Global;
use crate::desk::Desk;
use crate::output::Out;
use crate::trouble::{Exit, Trouble};

/// What to do with the journal.
#[derive(Subcommand)]
pub enum Audit {
    /// Check that no entry was changed, added, moved or taken out
    Verify,
}

impl Audit {
    /// Does it.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        let Audit::Verify = self;
        let desk = Desk::open(global, out)?;
        let verdict = desk.read(|gate| gate.verify_journal())?;
        if out.json {
            let (checked, broken) = (verdict.checked, verdict.broken_at);
            out.json(&json!({ "checked": checked, "broken_at": broken, "head": verdict.head }))?;
        } else {
            let checked = ("count", verdict.checked.into());
            match verdict.broken_at {
                None => {
                    out.say("command-journal-sound", &[checked, ("head", verdict.head.as_str().into())])?
                }
                Some(seq) => {
                    out.say("command-journal-broken", &[checked, ("seq", seq.to_string().into())])?
                }
            }
        }
        if verdict.broken_at.is_some() { Err(Trouble::Found(Exit::Failed)) } else { Ok(()) }
    }
}
