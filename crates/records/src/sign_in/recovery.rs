//! Recovery codes: ten of them, shown once, each of which stands for the second factor once.

use cordee_base::{Id, Outcome, Problem};
use cordee_schema::{Cell, ColumnType};
use cordee_store::{Delete, Insert, Select};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::system::security_event;
use crate::{Gate, tables};

/// How many one gets.
const CODES: usize = 10;
/// The letters of a code: 32, none of which is mistaken for another.
const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
/// How many letters a code has: eighty bits.
const LENGTH: usize = 16;

/// Recovery codes as they are shown, this one time.
#[derive(Clone, PartialEq, Eq)]
pub struct ShownCodes(pub Vec<String>);

impl std::fmt::Debug for ShownCodes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ShownCodes({})", self.0.len())
    }
}

impl Gate<'_> {
    /// Makes new recovery codes of one's own; the older ones open nothing any more.
    pub fn new_recovery_codes(&mut self) -> Outcome<ShownCodes> {
        self.needs_person()?;
        self.needs_recent()?;
        let me = self.access.user.ok_or(Problem::SignInNeeded)?;
        if !self.has_factor(me)? {
            return Err(Problem::NotFound);
        }
        self.tell_security(me, security_event::RECOVERY_CODES_MADE, "")?;
        self.make_recovery_codes(me)
    }

    pub(super) fn make_recovery_codes(&mut self, user: Id) -> Outcome<ShownCodes> {
        self.drop_recovery_codes(user)?;
        let mut bytes = [0; CODES * LENGTH];
        self.house.secrets.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).fill(&mut bytes);
        let letter = |byte: &u8| LETTERS[usize::from(byte % 32)] as char;
        let codes: Vec<String> =
            bytes.chunks(LENGTH).map(|bytes| bytes.iter().map(letter).collect::<String>()).collect();
        for code in &codes {
            let cells = vec![
                ("workspace_id", self.actor.workspace.into()),
                ("user_id", user.into()),
                ("digest", Cell::Bytes(self.recovery_digest(user, code))),
            ];
            self.session
                .insert(&Insert::row(tables::RECOVERY_CODE, cells))
                .map_err(|fail| self.failed(fail))?;
        }
        Ok(ShownCodes(codes.iter().map(|code| in_fours(code)).collect()))
    }

    /// Whether this is one of the codes that are left; it is used then. Of two that come with it, one finds it.
    pub(super) fn takes_recovery_code(&mut self, user: Id, typed: &str) -> Outcome<bool> {
        let code: String =
            typed.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
        if code.len() != LENGTH {
            return Ok(false);
        }
        let digest = Cell::Bytes(self.recovery_digest(user, &code));
        let delete = self.codes_of(user).having("digest", digest);
        let used = self.session.delete(&delete).map_err(|fail| self.failed(fail))? == 1;
        if used {
            self.tell_security(user, security_event::RECOVERY_CODE_USED, "")?;
        }
        Ok(used)
    }

    pub(super) fn recovery_codes_left(&mut self, user: Id) -> Outcome<usize> {
        let select = Select::from(tables::RECOVERY_CODE, "c")
            .column("user_id", ColumnType::Int)
            .having("workspace_id", self.actor.workspace)
            .having("user_id", user);
        Ok(self.session.rows(&select).map_err(|fail| self.failed(fail))?.len())
    }

    pub(super) fn drop_recovery_codes(&mut self, user: Id) -> Outcome<()> {
        let delete = self.codes_of(user);
        self.session.delete(&delete).map_err(|fail| self.failed(fail))?;
        Ok(())
    }

    fn codes_of(&self, user: Id) -> Delete {
        Delete::from(tables::RECOVERY_CODE)
            .having("workspace_id", self.actor.workspace)
            .having("user_id", user)
    }

    /// Keyed, so that the database alone does not allow to try them all.
    fn recovery_digest(&self, user: Id, code: &str) -> Vec<u8> {
        let key = self.house.key.drawn("recovery codes");
        let mac = Hmac::<Sha256>::new_from_slice(&key).expect("HMAC takes a key of any length");
        let text = format!("{}/{user}/{code}", self.actor.workspace);
        mac.chain_update(text).finalize().into_bytes().to_vec()
    }
}

fn in_fours(code: &str) -> String {
    let letters: Vec<char> = code.chars().collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}
