//! What opens a session or a token: the database keeps only the digest of the secret.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use cordee_base::{Id, Outcome};
use cordee_schema::{Cell, ColumnType};
use cordee_store::{Delete, Fail, Insert, Select, Session};
use sha2::{Digest, Sha256};

use crate::{Gate, tables};

/// The text of a secret of 32 bytes, for a cookie or a header.
pub(super) fn text(secret: &[u8; 32]) -> String {
    URL_SAFE_NO_PAD.encode(secret)
}

fn digest(text: &str) -> Vec<u8> {
    Sha256::digest(text.as_bytes()).to_vec()
}

/// Where a secret leads: the workspace, and the session or token of this kind.
pub(super) fn find(session: &mut dyn Session, kind: &str, text: &str) -> Result<Option<(Id, Id)>, Fail> {
    let select = Select::from(tables::CREDENTIAL, "c")
        .column("workspace_id", ColumnType::Int)
        .column("id", ColumnType::Int)
        .having("digest", Cell::Bytes(digest(text)))
        .having("kind", kind);
    let rows = session.rows(&select)?;
    Ok(rows.first().and_then(|row| Some((row[0].as_id()?, row[1].as_id()?))))
}

impl Gate<'_> {
    pub(super) fn keep_credential(&mut self, kind: &'static str, text: &str, id: Id) -> Outcome<()> {
        let cells = vec![
            ("digest", Cell::Bytes(digest(text))),
            ("workspace_id", self.actor.workspace.into()),
            ("id", id.into()),
            ("kind", kind.into()),
        ];
        self.session.insert(&Insert::row(tables::CREDENTIAL, cells)).map_err(|fail| self.failed(fail))?;
        Ok(())
    }

    pub(super) fn drop_credentials(&mut self, id: Id) -> Outcome<()> {
        let delete =
            Delete::from(tables::CREDENTIAL).having("workspace_id", self.actor.workspace).having("id", id);
        self.session.delete(&delete).map_err(|fail| self.failed(fail))?;
        Ok(())
    }
}
