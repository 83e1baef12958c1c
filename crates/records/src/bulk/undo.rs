//! Taking a bulk change back: each record as it was, unless somebody has changed it since.

use cordee_base::{Decimal, Fault, Id, Outcome};
use cordee_schema::Draft;

use super::{BulkInfo, ended};
use crate::Gate;
use crate::system::bulk_change::{self as noun, BULK_CHANGE};

/// How many entries of the journal one transaction takes back.
const TOGETHER: u64 = 200;

impl Gate<'_> {
    /// Begins to take a bulk change back, whether it has come to its end or not.
    pub fn begin_undo_of_bulk(&mut self, id: Id) -> Outcome<()> {
        let record = self.bulk_record(id)?;
        if matches!(record.get(noun::STATUS).as_deref(), Some(noun::UNDOING | noun::UNDONE)) {
            return Err(Fault::whole("error-bulk-undone").into());
        }
        let draft = Draft::new(&BULK_CHANGE)
            .with(noun::STATUS, noun::UNDOING.to_owned())
            .with(noun::POSITION, (self.journal_position()? + 1).to_string());
        self.put_bulk(id, &draft)
    }

    /// Takes the next stretch back, the newest first.
    pub(super) fn take_back_on(&mut self, id: Id) -> Outcome<BulkInfo> {
        let record = self.bulk_record(id)?;
        let info = self.bulk_info(&record)?;
        if info.status != noun::UNDOING {
            return Ok(info);
        }
        let before = record.get(noun::POSITION).and_then(|text| text.parse().ok()).unwrap_or(i64::MAX);
        let first = record.get(noun::FIRST_SEQ).and_then(|seq: Decimal| i64::try_from(seq).ok());
        let undone = self.undo_entries(id, first.unwrap_or(0), before, TOGETHER)?;
        let mut draft = Draft::new(&BULK_CHANGE)
            .with(noun::POSITION, undone.position.to_string())
            .with(noun::CHANGED, Decimal::from(info.changed.saturating_sub(undone.reverted)));
        if undone.done {
            draft = ended(draft, noun::UNDONE, self.now);
        }
        self.put_bulk(id, &draft)?;
        self.bulk(id)
    }
}
