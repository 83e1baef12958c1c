//! Requests that are sent again, since their answer was lost: what was answered is kept in the transaction of what
//! was done, and told again instead of doing it twice.

use cordee_base::{Fault, Outcome, Problem};
use cordee_schema::{Cell, ColumnType};
use cordee_store::query::Comparison;
use cordee_store::{Delete, Expr, Insert, Select};
use sha2::{Digest, Sha256};

use crate::Gate;
use crate::tables::ANSWER;

/// For how long answers are kept: a day.
const KEPT_SECONDS: i64 = 24 * 3600;

/// A request with a name that its sender has given it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeatable {
    key: String,
    digest: Vec<u8>,
}

impl Repeatable {
    /// The request that its sender calls `key`, with all by which it can be told from others.
    pub fn new(key: &str, parts: &[&[u8]]) -> Repeatable {
        let mut digest = Sha256::new();
        for part in parts {
            digest.update((part.len() as u64).to_be_bytes());
            digest.update(part);
        }
        Repeatable { key: key.to_owned(), digest: digest.finalize().to_vec() }
    }

    /// The name.
    pub fn key(&self) -> &str {
        &self.key
    }
}

impl Gate<'_> {
    /// What was answered to this request before, if it was; a problem if the actor has given its name to another one.
    pub fn answered(&mut self, request: &Repeatable) -> Outcome<Option<String>> {
        let select = Select::from(ANSWER, "a")
            .column("digest", ColumnType::Bytes)
            .column("body", ColumnType::Text)
            .having("workspace_id", self.actor.workspace)
            .having("name", self.answer_name(request)?)
            .filter(
                Expr::column("a", "at").compare(Comparison::AtLeast, self.now.plus_seconds(-KEPT_SECONDS)),
            );
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        match rows.first() {
            None => Ok(None),
            Some(row) if row[0].as_bytes() == Some(&request.digest) => {
                Ok(Some(row[1].as_text().unwrap_or_default().to_owned()))
            }
            Some(_) => Err(Fault::at("Idempotency-Key", "error-key-reused").into()),
        }
    }

    /// Keeps what is answered to this request, for a day; what has been kept longer is taken out.
    pub fn keep_answer(&mut self, request: &Repeatable, body: &str) -> Outcome<()> {
        let (workspace, name) = (self.actor.workspace, self.answer_name(request)?);
        let older = self.now.plus_seconds(-KEPT_SECONDS);
        let old = Expr::column(ANSWER, "at").compare(Comparison::Less, older);
        let sweep = Delete::from(ANSWER).having("workspace_id", workspace).filter(old);
        self.session.delete(&sweep).map_err(|fail| self.failed(fail))?;
        let cells = vec![
            ("workspace_id", workspace.into()),
            ("name", name.into()),
            ("at", Cell::Moment(self.now)),
            ("digest", Cell::Bytes(request.digest.clone())),
            ("body", body.into()),
        ];
        self.session.insert(&Insert::row(ANSWER, cells)).map_err(|fail| self.failed(fail))?;
        Ok(())
    }

    /// Names are everybody's own.
    fn answer_name(&self, request: &Repeatable) -> Outcome<String> {
        let me = self.access.user.ok_or(Problem::SignInNeeded)?;
        Ok(format!("{me} {}", request.key))
    }
}
