//! What opens a session, a token or a page for once: the database keeps only the digest of the secret.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use cordee_base::{Id, Moment, Outcome};
use cordee_schema::{Cell, ColumnType};
use cordee_store::query::Comparison;
use cordee_store::{Delete, Expr, Fail, Insert, Join, Select, Session};
use sha2::{Digest, Sha256};

use crate::{Gate, tables};

/// The text of a secret of 32 bytes, for a cookie, a header or a link.
pub(super) fn text(secret: &[u8; 32]) -> String {
    URL_SAFE_NO_PAD.encode(secret)
}

fn digest(text: &str) -> Vec<u8> {
    Sha256::digest(text.as_bytes()).to_vec()
}

/// Where a secret leads: the workspace, and the session, token or user of this kind.
pub(super) fn find(session: &mut dyn Session, kind: &str, text: &str) -> Result<Option<(Id, Id)>, Fail> {
    Ok(found(session, kind, text)?.map(|(workspace, id, _)| (workspace, id)))
}

/// The same for what ends by itself; none once it has.
pub(super) fn find_before(
    session: &mut dyn Session,
    kind: &str,
    text: &str,
    now: Moment,
) -> Result<Option<(Id, Id)>, Fail> {
    let found = found(session, kind, text)?.filter(|(.., ends_at)| ends_at.is_some_and(|ends| ends > now));
    Ok(found.map(|(workspace, id, _)| (workspace, id)))
}

/// The row of a table to which a secret leads, in one question: gives the workspace, the id, and what is added to it. A
/// credential of a kind leads to the table of that name.
pub(super) fn leading_to(kind: &'static str, text: &str) -> Select {
    let same = |ours, theirs| Expr::column("c", ours).equals(Expr::column(kind, theirs));
    let mut select = Select::from(tables::CREDENTIAL, "c")
        .column("workspace_id", ColumnType::Int)
        .column("id", ColumnType::Int)
        .having("digest", Cell::Bytes(digest(text)))
        .having("kind", kind);
    select.joins.push(Join {
        table: (kind.into(), kind.into()),
        on: Expr::And(vec![same("workspace_id", "workspace_id"), same("id", "id")]),
        inner: true,
    });
    select
}

fn found(
    session: &mut dyn Session,
    kind: &str,
    text: &str,
) -> Result<Option<(Id, Id, Option<Moment>)>, Fail> {
    let select = Select::from(tables::CREDENTIAL, "c")
        .column("workspace_id", ColumnType::Int)
        .column("id", ColumnType::Int)
        .column("ends_at", ColumnType::Moment)
        .having("digest", Cell::Bytes(digest(text)))
        .having("kind", kind);
    let rows = session.rows(&select)?;
    Ok(rows.first().and_then(|row| Some((row[0].as_id()?, row[1].as_id()?, row[2].as_moment()))))
}

/// Takes out what has ended by itself; gives how many.
pub(super) fn sweep(session: &mut dyn Session, now: Moment) -> Result<u64, Fail> {
    let over = Expr::column(tables::CREDENTIAL, "ends_at").compare(Comparison::Less, now);
    session.delete(&Delete::from(tables::CREDENTIAL).filter(over))
}

impl Gate<'_> {
    pub(super) fn keep_credential(&mut self, kind: &'static str, text: &str, id: Id) -> Outcome<()> {
        self.keep_credential_until(kind, text, id, None)
    }

    /// Keeps what opens until it ends by itself.
    pub(super) fn keep_credential_until(
        &mut self,
        kind: &'static str,
        text: &str,
        id: Id,
        ends_at: Option<Moment>,
    ) -> Outcome<()> {
        let cells = vec![
            ("digest", Cell::Bytes(digest(text))),
            ("workspace_id", self.actor.workspace.into()),
            ("id", id.into()),
            ("kind", kind.into()),
            ("ends_at", ends_at.map_or(Cell::Null, Cell::Moment)),
        ];
        self.session.insert(&Insert::row(tables::CREDENTIAL, cells)).map_err(|fail| self.failed(fail))?;
        Ok(())
    }

    /// Takes out what opens once; whether it was there to be taken. Of two servers that try, one finds it.
    pub(super) fn take_credential(&mut self, kind: &str, text: &str) -> Outcome<bool> {
        let delete = Delete::from(tables::CREDENTIAL)
            .having("workspace_id", self.actor.workspace)
            .having("digest", Cell::Bytes(digest(text)))
            .having("kind", kind);
        Ok(self.session.delete(&delete).map_err(|fail| self.failed(fail))? == 1)
    }

    pub(super) fn drop_credentials(&mut self, id: Id) -> Outcome<()> {
        let delete =
            Delete::from(tables::CREDENTIAL).having("workspace_id", self.actor.workspace).having("id", id);
        self.session.delete(&delete).map_err(|fail| self.failed(fail))?;
        Ok(())
    }
}
