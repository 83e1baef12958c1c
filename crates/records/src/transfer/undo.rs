//! Taking a transfer back: each record goes to whom it belonged, unless somebody has given it on since.

use cordee_base::{Decimal, Fault, Id, Outcome};
use cordee_schema::Draft;

use super::{TransferInfo, info};
use crate::Gate;
use crate::system::transfer::{self, TRANSFER};

/// How many entries of the journal one transaction takes back.
const TOGETHER: u64 = 200;

impl Gate<'_> {
    /// Begins to take a transfer back, whether it has come to its end or not.
    pub fn begin_undo_of_transfer(&mut self, id: Id) -> Outcome<()> {
        let record = self.transfer_record(id)?;
        if matches!(record.get(transfer::STATUS).as_deref(), Some(transfer::UNDOING | transfer::UNDONE)) {
            return Err(Fault::whole("error-transfer-undone").into());
        }
        let draft = Draft::new(&TRANSFER)
            .with(transfer::STATUS, transfer::UNDOING.to_owned())
            .with(transfer::POSITION, (self.journal_position()? + 1).to_string());
        self.put_transfer(id, &draft)
    }

    /// Takes the next stretch back, the newest first; gives how the transfer stands then.
    pub(super) fn undo_on(&mut self, id: Id) -> Outcome<TransferInfo> {
        let record = self.transfer_record(id)?;
        if record.get(transfer::STATUS).as_deref() != Some(transfer::UNDOING) {
            return Ok(info(&record));
        }
        let before = record.get(transfer::POSITION).and_then(|text| text.parse().ok()).unwrap_or(i64::MAX);
        let first = record.get(transfer::FIRST_SEQ).and_then(|seq: Decimal| i64::try_from(seq).ok());
        let undone = self.undo_entries(id, first.unwrap_or(0), before, TOGETHER)?;
        let left = info(&record).moved.saturating_sub(undone.reverted);
        let mut draft = Draft::new(&TRANSFER)
            .with(transfer::POSITION, undone.position.to_string())
            .with(transfer::MOVED, Decimal::from(left));
        if undone.done {
            draft =
                draft.with(transfer::STATUS, transfer::UNDONE.to_owned()).with(transfer::ENDED_AT, self.now);
        }
        self.put_transfer(id, &draft)?;
        self.transfer(id)
    }
}
