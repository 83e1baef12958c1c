//! Sealing a restored journal anew, where the key that sealed it is lost: from here on it can be proven again.

use std::collections::HashMap;

use cordee_base::Id;
use cordee_schema::Cell;
use cordee_store::Session;

use crate::house::House;
use crate::journal::{JournalKey, Keyed, Pending, Sealed, Verb, seal};
use crate::system::workspace::WORKSPACE;
use crate::{Actor, tables};

/// The chains of the workspaces, as far as their entries have gone by.
pub(super) struct Reseal {
    keyed: Keyed,
    heads: HashMap<Id, (i64, Vec<u8>)>,
}

impl Reseal {
    /// With this key.
    pub(super) fn with(key: &JournalKey) -> Reseal {
        Reseal { keyed: key.keyed(), heads: HashMap::new() }
    }

    /// Puts a new seal on a row of the journal or of its heads, leaves others alone. Entries come in their order;
    /// none if one is missing or is no entry.
    pub(super) fn row(&mut self, table: &str, names: &[String], row: &mut [Cell]) -> Option<()> {
        match table {
            tables::JOURNAL => self.entry(names, row),
            tables::JOURNAL_HEAD => {
                let workspace = cell(names, row, "workspace_id")?.as_id()?;
                let (seq, hash) = self.heads.get(&workspace).cloned().unwrap_or((0, vec![0; 32]));
                if cell(names, row, "seq")?.as_int()? != seq {
                    return None;
                }
                put(names, row, hash)
            }
            _ => Some(()),
        }
    }

    fn entry(&mut self, names: &[String], row: &mut [Cell]) -> Option<()> {
        let get = |name: &str| cell(names, row, name);
        let workspace = get("workspace_id")?.as_id()?;
        let (last, before) = self.heads.get(&workspace).cloned().unwrap_or((0, vec![0; 32]));
        let sealed = Sealed {
            workspace,
            seq: get("seq")?.as_int().filter(|seq| *seq == last + 1)?,
            at: get("at")?.as_moment()?,
            actor: get("actor")?.as_id(),
            reason: get("reason")?.as_text()?,
            door: get("door")?.as_text()?,
            import: get("import")?.as_id(),
            object: get("object")?.as_text()?,
            record: get("record")?.as_id()?,
            verb: get("verb")?.as_text()?,
            digest: get("digest")?.as_bytes()?.to_vec(),
        };
        let hash = sealed.hash(self.keyed.clone(), &before);
        self.heads.insert(workspace, (sealed.seq, hash.clone()));
        put(names, row, hash)
    }

    /// Notes in every workspace that this was done.
    pub(super) fn note(self, session: &mut dyn Session, house: &House) -> Result<(), cordee_store::Fail> {
        let mut secrets = house.secrets.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        for workspace in self.heads.into_keys() {
            let actor = Actor::system(workspace, "restored from an archive and sealed anew with another key");
            let entry = Pending::new(&WORKSPACE, workspace, Verb::Security, Vec::new());
            seal(session, &house.key, &mut **secrets, &actor, house.clock.now(), vec![entry])?;
        }
        Ok(())
    }
}

fn cell<'r>(names: &[String], row: &'r [Cell], name: &str) -> Option<&'r Cell> {
    row.get(names.iter().position(|known| known == name)?)
}

fn put(names: &[String], row: &mut [Cell], hash: Vec<u8>) -> Option<()> {
    *row.get_mut(names.iter().position(|known| known == "hash")?)? = Cell::Bytes(hash);
    Some(())
}
