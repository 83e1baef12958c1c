//! `cordee attach OBJECT ID FILE…`: files of this machine to a record.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use clap::Args;
use cordee_kit::attachment_json;
use cordee_records::{Received, Room};
use serde_json::json;

use super::get;
use crate::arguments::Global;
use crate::desk::Desk;
use crate::output::Out;
use crate::trouble::Trouble;

/// Which files to which record.
#[derive(Args)]
pub struct Attach {
    /// The object: account, opportunity, …
    object: String,
    /// The record's id
    id: String,
    /// The files
    #[arg(required = true, value_name = "FILE")]
    added: Vec<PathBuf>,
}

impl Attach {
    /// Does it: all of them, or none.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        let desk = Desk::open(global, out)?;
        let (object, id) = (desk.object(&self.object)?, get::id(&self.id)?);
        let mut room = desk.read(move |gate| {
            gate.attachable(object, id)?;
            gate.room_for_files()
        })?;
        let mut received = Vec::new();
        for path in &self.added {
            let file = receive(&desk, path, room)?;
            room = room.beside(file.bytes());
            received.push(file);
        }
        let kept = desk.records.keep_files_now(desk.actor.workspace, received)?;
        let added = desk.write(move |gate| {
            let ids = gate.attach(object, id, &kept)?;
            ids.iter().map(|id| gate.attachment(*id)).collect::<Result<Vec<_>, _>>()
        })?;
        if out.json {
            return out.json(&json!({ "data": added.iter().map(attachment_json).collect::<Vec<_>>() }));
        }
        out.say("command-attached", &[("count", added.len().into())])
    }
}

fn receive(desk: &Desk, path: &Path, room: Room) -> Result<Received, Trouble> {
    let cannot = |why| Trouble::file(path, &why);
    let mut file = File::open(path).map_err(cannot)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut receiving = desk.records.receive(&name, room)?;
    let mut piece = vec![0; 1 << 16];
    loop {
        match file.read(&mut piece).map_err(cannot)? {
            0 => return Ok(receiving.finish()?),
            read => receiving.write(&piece[..read])?,
        }
    }
}
