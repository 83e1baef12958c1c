//! `cordee attachment …`: the files of records.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::PathBuf;

use clap::Subcommand;
use cordee_base::{Fault, Problem};
use cordee_kit::attachment_json;
use serde_json::json;

use super::get;
use crate::arguments::Global;
use crate::desk::{Desk, plain};
use crate::output::{Out, Side};
use crate::trouble::Trouble;

/// What to do with files of records.
#[derive(Subcommand)]
pub enum Attachment {
    /// Show the files of a record
    List {
        /// The object: account, opportunity, …
        object: String,
        /// The record's id
        id: String,
        /// Those that were removed
        #[arg(long)]
        removed: bool,
    },
    /// Write a file to this machine
    Get {
        /// The attachment's id
        id: String,
        /// Where to; it must not be there yet [default: its own name, here]
        #[arg(long, value_name = "FILE")]
        to: Option<PathBuf>,
    },
    /// Remove a file from its record; it can be put back
    Remove {
        /// The attachment's id
        id: String,
    },
    /// Put a removed file back
    Restore {
        /// The attachment's id
        id: String,
    },
}

impl Attachment {
    /// Does it.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        let desk = Desk::open(global, out)?;
        match self {
            Attachment::List { object, id, removed } => list(&desk, (&object, &id), removed, out),
            Attachment::Get { id, to } => fetch(&desk, &id, to, out),
            Attachment::Remove { id } => {
                let id = get::id(&id)?;
                desk.write(move |gate| gate.detach(id))?;
                done("command-detached", out)
            }
            Attachment::Restore { id } => {
                let id = get::id(&id)?;
                desk.write(move |gate| gate.reattach(id).map(drop))?;
                done("command-reattached", out)
            }
        }
    }
}

fn list(desk: &Desk, (object, id): (&str, &str), removed: bool, out: &Out) -> Result<(), Trouble> {
    let (object, id) = (desk.object(object)?, get::id(id)?);
    let list = desk.read(move |gate| gate.attachments(object, id, removed))?;
    if out.json {
        return out.json(&json!({ "data": list.iter().map(attachment_json).collect::<Vec<_>>() }));
    }
    let word = |key: &str| cordee_i18n::say(out.language, key, &[]);
    let head = [
        ("ID".to_owned(), Side::Left),
        (word("attachment-name"), Side::Left),
        (word("attachment-kind"), Side::Left),
        (word("attachment-bytes"), Side::Right),
    ];
    let row = |one: &cordee_records::Attachment| {
        vec![one.id.to_string(), plain(&one.name), one.kind.clone(), one.bytes.to_string()]
    };
    out.table(&head, &list.iter().map(row).collect::<Vec<_>>())
}

fn fetch(desk: &Desk, id: &str, to: Option<PathBuf>, out: &Out) -> Result<(), Trouble> {
    let id = get::id(id)?;
    let content = desk.read(move |gate| gate.attachment_content(id))?;
    // The name is nobody's path: it was kept without any part of one.
    let path = to.unwrap_or_else(|| PathBuf::from(&content.attachment.name));
    if path.exists() {
        let there = Fault::whole("error-file-there").with("file", path.display());
        return Err(Problem::Conflict(there).into());
    }
    let cannot = |why| Trouble::file(&path, &why);
    let mut file = OpenOptions::new().write(true).create_new(true).open(&path).map_err(cannot)?;
    let (mut at, end) = (0, content.attachment.bytes);
    while at < end {
        let piece = content.piece(at, end)?;
        if piece.is_empty() {
            return Err(Problem::internal(format!("attachment {id} is shorter than it should be")).into());
        }
        file.write_all(&piece).map_err(cannot)?;
        at += piece.len() as u64;
    }
    if out.json {
        return out.json(&json!({ "file": path, "bytes": end, "sha256": content.attachment.digest }));
    }
    out.say("command-fetched", &[("file", path.display().to_string().into())])
}

fn done(key: &str, out: &Out) -> Result<(), Trouble> {
    if out.json { out.json(&json!({ "count": 1 })) } else { out.say(key, &[]) }
}
