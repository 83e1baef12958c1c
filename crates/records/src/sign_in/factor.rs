//! The second factor: a code that changes every half minute (TOTP, RFC 6238), made by an app on the person's phone.
//!
//! The secret behind the codes is sealed at rest. Each code is taken once. For a lost phone there are recovery codes.

use cordee_base::{Fault, Id, Moment, Outcome, Problem};
use cordee_schema::{Cell, ColumnType};
use cordee_store::query::Comparison;
use cordee_store::{Delete, Expr, Insert, Select, Update};
use totp_rs::{Algorithm, Builder, Secret, Totp};

use super::recovery::ShownCodes;
use crate::system::{role, security_event, user, workspace};
use crate::{Gate, tables};

/// The bytes of a secret, as RFC 4226 recommends.
const SECRET_BYTES: usize = 20;

/// A second factor in the making: what the person's app has to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFactor {
    /// The secret, to be typed.
    pub secret: String,
    /// The same as an address that apps understand, to be opened or drawn as a QR code.
    pub uri: String,
}

/// How it stands with somebody's second factor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactorState {
    /// Since when it is on.
    pub on_since: Option<Moment>,
    /// How many recovery codes are left.
    pub codes_left: usize,
    /// Whether the workspace or the person's role needs it.
    pub needed: bool,
}

impl Gate<'_> {
    /// How it stands with the actor's own second factor.
    pub fn my_factor(&mut self) -> Outcome<FactorState> {
        let me = self.access.user.ok_or(Problem::SignInNeeded)?;
        self.factor_of(me)
    }

    /// How it stands with somebody's second factor, for an administrator.
    pub fn factor_state(&mut self, user: Id) -> Outcome<FactorState> {
        self.needs_administrator()?;
        self.factor_of(user)
    }

    /// Begins to set up one's own second factor; it is on once its first code was given.
    pub fn begin_factor(&mut self) -> Outcome<NewFactor> {
        let me = self.careful_person()?;
        self.begin_factor_of(me)
    }

    /// What was begun, to be shown again.
    pub fn factor_begun(&mut self) -> Outcome<NewFactor> {
        let me = self.careful_person()?;
        self.factor_begun_of(me)
    }

    /// Switches one's own second factor on by its first code; gives the recovery codes, which are shown this once.
    pub fn finish_factor(&mut self, code: &str) -> Outcome<ShownCodes> {
        let me = self.careful_person()?;
        self.finish_factor_of(me, code)
    }

    /// Switches one's own second factor off, unless it is needed.
    pub fn end_factor(&mut self) -> Outcome<()> {
        let me = self.careful_person()?;
        if self.needs_factor(me)? {
            return Err(Fault::whole("error-factor-needed").into());
        }
        self.drop_factor(me)
    }

    /// Takes somebody's second factor away, for whom has lost it: an administrator's, who thereby ends their sessions.
    pub fn reset_factor(&mut self, user: Id) -> Outcome<()> {
        self.needs_person()?;
        self.needs_administrator()?;
        self.needs_recent()?;
        self.as_engine("whose factor it is", |gate| gate.get(&user::USER, user))?;
        if !self.has_factor(user)? {
            return Err(Problem::NotFound);
        }
        self.drop_factor(user)?;
        self.end_sessions_of(user, None)
    }

    pub(super) fn has_factor(&mut self, user: Id) -> Outcome<bool> {
        Ok(self.factor_row(user)?.is_some_and(|row| row.on_since.is_some()))
    }

    /// Whether the workspace or the person's role needs a second factor.
    pub(super) fn needs_factor(&mut self, id: Id) -> Outcome<bool> {
        let here = self.actor.workspace;
        self.as_engine("who needs a second factor", |gate| {
            if gate.get(&workspace::WORKSPACE, here)?.get(workspace::SECOND_FACTOR) == Some(true) {
                return Ok(true);
            }
            let Some(role) = gate.get(&user::USER, id)?.get(user::ROLE) else { return Ok(false) };
            match gate.get(&role::ROLE, role) {
                Ok(role) => Ok(role.get(role::SECOND_FACTOR) == Some(true)),
                // A role in the trash gives nothing and asks nothing.
                Err(Problem::NotFound) => Ok(false),
                Err(problem) => Err(problem),
            }
        })
    }

    /// A new secret each time: what somebody else may have begun is never what is switched on.
    pub(super) fn begin_factor_of(&mut self, user: Id) -> Outcome<NewFactor> {
        if self.has_factor(user)? {
            return Err(Fault::whole("error-factor-on").into());
        }
        let mut secret = [0; SECRET_BYTES];
        self.house.secrets.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).fill(&mut secret);
        let sealed = self.seal_secret(&of(user), &secret)?;
        self.forget_factor(user)?;
        let cells = vec![
            ("workspace_id", self.actor.workspace.into()),
            ("user_id", user.into()),
            ("secret", Cell::Bytes(sealed)),
            ("on_since", Cell::Null),
            ("last_step", Cell::Int(0)),
        ];
        self.session.insert(&Insert::row(tables::FACTOR, cells)).map_err(|fail| self.failed(fail))?;
        self.shown(user, secret)
    }

    pub(super) fn factor_begun_of(&mut self, user: Id) -> Outcome<NewFactor> {
        let row = self.factor_row(user)?.filter(|row| row.on_since.is_none()).ok_or(Problem::NotFound)?;
        self.shown(user, row.secret)
    }

    pub(super) fn finish_factor_of(&mut self, user: Id, code: &str) -> Outcome<ShownCodes> {
        let row = self.factor_row(user)?.filter(|row| row.on_since.is_none()).ok_or(Problem::NotFound)?;
        let step = row.step(code, self.now).ok_or_else(|| Fault::at("code", "error-code"))?;
        let update = Update::of(tables::FACTOR).set("on_since", self.now).set("last_step", step);
        self.session.update(&self.theirs(update, user)).map_err(|fail| self.failed(fail))?;
        self.tell_security(user, security_event::FACTOR_ON, "")?;
        self.make_recovery_codes(user)
    }

    /// Whether this is a code of the second factor that was not used yet, or one of the recovery codes; it is used then.
    pub(super) fn takes_code(&mut self, user: Id, code: &str) -> Outcome<bool> {
        let Some(row) = self.factor_row(user)?.filter(|row| row.on_since.is_some()) else { return Ok(false) };
        let Some(step) = row.step(code, self.now) else { return self.takes_recovery_code(user, code) };
        // Of two that come with the same code, on whichever server, one finds the step still unused.
        let unused = Expr::column(tables::FACTOR, "last_step").compare(Comparison::Less, step);
        let mut update = self.theirs(Update::of(tables::FACTOR).set("last_step", step), user);
        update.filter.push(unused);
        Ok(self.session.update(&update).map_err(|fail| self.failed(fail))? == 1)
    }

    /// The actor as a person who has shown lately who they are.
    fn careful_person(&mut self) -> Outcome<Id> {
        self.needs_person()?;
        self.needs_recent()?;
        self.access.user.ok_or(Problem::SignInNeeded)
    }

    fn factor_of(&mut self, user: Id) -> Outcome<FactorState> {
        let on_since = self.factor_row(user)?.and_then(|row| row.on_since);
        let codes_left = self.recovery_codes_left(user)?;
        Ok(FactorState { on_since, codes_left, needed: self.needs_factor(user)? })
    }

    fn drop_factor(&mut self, user: Id) -> Outcome<()> {
        self.forget_factor(user)?;
        self.drop_recovery_codes(user)?;
        self.tell_security(user, security_event::FACTOR_OFF, "")
    }

    fn forget_factor(&mut self, user: Id) -> Outcome<()> {
        let delete =
            Delete::from(tables::FACTOR).having("workspace_id", self.actor.workspace).having("user_id", user);
        self.session.delete(&delete).map_err(|fail| self.failed(fail))?;
        Ok(())
    }

    fn theirs(&self, update: Update, user: Id) -> Update {
        update.having("workspace_id", self.actor.workspace).having("user_id", user)
    }

    fn factor_row(&mut self, user: Id) -> Outcome<Option<FactorRow>> {
        let select = Select::from(tables::FACTOR, "f")
            .column("secret", ColumnType::Bytes)
            .column("on_since", ColumnType::Moment)
            .having("workspace_id", self.actor.workspace)
            .having("user_id", user);
        let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
        let Some([sealed, on_since]) = rows.first().map(Vec::as_slice) else { return Ok(None) };
        let secret = self.open_secret(&of(user), sealed.as_bytes().unwrap_or_default());
        // Sealed with a key that is lost: nobody can sign in by it until an administrator resets it.
        let secret = secret.and_then(|bytes| bytes.try_into().ok()).unwrap_or_default();
        Ok(Some(FactorRow { secret, on_since: on_since.as_moment() }))
    }

    /// What the app has to know of a secret.
    fn shown(&mut self, id: Id, secret: [u8; SECRET_BYTES]) -> Outcome<NewFactor> {
        let here = self.actor.workspace;
        let (company, person) = self.as_engine("what the app calls it", |gate| {
            Ok((gate.get(&workspace::WORKSPACE, here)?.title(), gate.get(&user::USER, id)?))
        })?;
        let login = person.get(user::EMAIL).unwrap_or_else(|| person.title());
        let secret = Secret::new_stack(secret).to_base32();
        let (company, login) = (encoded(&company), encoded(&login));
        let uri = format!("otpauth://totp/{company}:{login}?secret={secret}&issuer={company}");
        Ok(NewFactor { secret, uri })
    }
}

/// A text in an address: all but letters and digits in percents.
fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let one = |byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
    text.bytes().map(one).collect()
}

struct FactorRow {
    secret: [u8; SECRET_BYTES],
    on_since: Option<Moment>,
}

impl FactorRow {
    /// The half minute that a code belongs to: this one, the one before or the one after.
    fn step(&self, code: &str, now: Moment) -> Option<i64> {
        if self.secret == [0; SECRET_BYTES] {
            return None;
        }
        let digits: String = code.chars().filter(|letter| !letter.is_whitespace()).collect();
        let seconds = u64::try_from(now.micros() / 1_000_000).ok()?;
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        let totp: Totp = builder(self.secret).build().ok()?;
        totp.check(&digits, seconds).and_then(|step| i64::try_from(step).ok())
    }
}

/// Six digits every thirty seconds by SHA-1, which is what every app can do.
fn builder(secret: [u8; SECRET_BYTES]) -> Builder {
    Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(6)
        .with_skew(1)
        .with_step_duration(30)
        .with_secret(Secret::new_stack(secret))
}

fn of(user: Id) -> String {
    format!("factor/{user}")
}
