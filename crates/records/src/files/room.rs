//! How much more may be kept: the limits of one file, of a person and of the workspace.

use cordee_base::{Decimal, Fault, Outcome, Problem};
use cordee_schema::{Cell, ColumnType};
use cordee_store::{Expr, Select};

use super::{FileLimits, Files, MEGABYTE};
use crate::Gate;
use crate::system::attachment::ATTACHMENT;

/// How much more somebody may add.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    limits: FileLimits,
    /// How many bytes of files this person has already.
    own: u64,
    /// How many bytes of files the workspace has already.
    all: u64,
}

impl Room {
    /// Why a file of so many bytes has no room, if it has none.
    pub(crate) fn check(&self, bytes: u64) -> Outcome<()> {
        let over = |has: u64, limit: Option<u64>| limit.filter(|limit| has.saturating_add(bytes) > *limit);
        let fault = if bytes > self.limits.one {
            Fault::at("file", "error-file-large").with("limit", size(self.limits.one))
        } else if let Some(limit) = over(self.own, self.limits.person) {
            Fault::at("file", "error-files-person").with("limit", size(limit)).with("has", size(self.own))
        } else if let Some(limit) = over(self.all, self.limits.workspace) {
            Fault::at("file", "error-files-workspace").with("limit", size(limit))
        } else {
            return Ok(());
        };
        Err(Problem::TooLarge(fault))
    }

    /// The room that is left beside a file of so many bytes.
    pub fn beside(self, bytes: u64) -> Room {
        Room { own: self.own.saturating_add(bytes), all: self.all.saturating_add(bytes), ..self }
    }
}

impl Gate<'_> {
    /// How much may be kept; none where there is no place for files.
    pub fn file_limits(&self) -> Option<FileLimits> {
        self.house.files.get().map(Files::limits)
    }

    /// How much more the actor may add.
    pub fn room_for_files(&mut self) -> Outcome<Room> {
        let files = self.house.files.get().ok_or_else(|| Problem::internal("there is no place for files"))?;
        let all = self.bytes_of(None)?;
        let own = match self.actor.user_id() {
            Some(me) => self.bytes_of(Some(me.into()))?,
            None => 0,
        };
        Ok(Room { limits: files.limits(), own, all })
    }

    /// How many bytes the files have together that somebody has added, or all of them; also those in the trash.
    fn bytes_of(&mut self, person: Option<Cell>) -> Outcome<u64> {
        let bytes = Expr::Sum(Box::new(Expr::column("a", "bytes")));
        let mut select = Select::from(ATTACHMENT.name, "a")
            .giving(bytes, ColumnType::Decimal(0))
            .having("workspace_id", self.actor.workspace);
        if let Some(person) = person {
            select = select.having("created_by", person);
        }
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        Ok(match rows.first().map(|row| &row[0]) {
            Some(Cell::Decimal(sum, _)) => u64::try_from(*sum).unwrap_or(0),
            Some(Cell::Int(sum)) => u64::try_from(*sum).unwrap_or(0),
            _ => 0,
        })
    }
}

/// So many megabytes, as they are told.
fn size(bytes: u64) -> Decimal {
    Decimal::from(bytes / (MEGABYTE / 10)) / Decimal::from(10)
}
