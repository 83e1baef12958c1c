//! Signing in, step by step: e-mail and password, then the second factor where there is one, then a session.

use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_schema::ColumnType;
use cordee_store::{Expr, Fail, Halt, Select};

use super::credential;
use super::factor::NewFactor;
use super::password::{Password, costly};
use super::recovery::ShownCodes;
use super::session::OpenSession;
use super::throttle::{self, Brake};
use crate::system::security_event;
use crate::{Actor, Door, Gate, Place, Records, tables};

/// How long somebody who has shown their password has for the second step.
const SECOND_STEP_SECONDS: i64 = 600;
/// What opens the step in which a code is asked for.
const CODE: &str = "code";
/// What opens the step in which a second factor is set up, where one is needed.
const SET_UP: &str = "set_up";

/// What follows on a step of signing in.
#[derive(Clone, Debug)]
pub enum Step {
    /// A session is open.
    In(OpenSession),
    /// A code of the second factor is needed; the text opens that step, once it is sent along.
    Code(String),
    /// A second factor has to be set up first; the text opens that step.
    SetUp(String),
}

/// Who has shown their password.
struct Known {
    workspace: Id,
    user: Id,
    digest: Option<String>,
}

impl Records {
    /// Signs in with a password. `address` and `agent` say where from. A wrong e-mail and a wrong password look and
    /// take the same.
    pub async fn sign_in(
        &self,
        email: &str,
        password: &Password,
        address: &str,
        agent: &str,
    ) -> Outcome<Step> {
        let email = email.trim().to_lowercase();
        let (found, brakes) = self.attempt(&email, address).await?;
        let (typed, digest) = (password.clone(), found.as_ref().and_then(|known| known.digest.clone()));
        let fits = costly(move || typed.fits(digest.as_deref())).await?;
        let now = self.now();
        match found {
            Some(known) if fits => {
                self.store
                    .write(move |s| Ok(throttle::succeeded(s, &brakes, now)?))
                    .await
                    .map_err(Problem::from)?;
                self.after_password(known.workspace, known.user, address, agent).await
            }
            Some(known) => {
                let failed = security_event::SIGN_IN_FAILED;
                self.tell_of(known.workspace, known.user, failed, address, agent).await?;
                Err(Fault::whole("error-sign-in").into())
            }
            None => {
                tracing::warn!(address, "a sign-in failed: nobody has this e-mail");
                // As much is written as for somebody who is known, so that the time tells nothing.
                self.store
                    .write(move |s| Ok(throttle::again(s, &brakes, now)?))
                    .await
                    .map_err(Problem::from)?;
                Err(Fault::whole("error-sign-in").into())
            }
        }
    }

    /// What follows for somebody who has shown their password, or opened a link that stands for it.
    pub(super) async fn after_password(
        &self,
        workspace: Id,
        user: Id,
        address: &str,
        agent: &str,
    ) -> Outcome<Step> {
        let actor = Actor::system(workspace, "the second step of signing in");
        let (has, needs) =
            self.read(&actor, move |gate| Ok((gate.has_factor(user)?, gate.needs_factor(user)?))).await?;
        let (kind, step): (_, fn(String) -> Step) = match (has, needs) {
            (true, _) => (CODE, Step::Code),
            (false, true) => (SET_UP, Step::SetUp),
            (false, false) => return Ok(Step::In(self.open_session(workspace, user, address, agent).await?)),
        };
        let secret = credential::text(&self.secret::<32>());
        let text = secret.clone();
        self.write(&actor, move |gate| {
            credential::sweep(gate.session, gate.now).map_err(|fail| gate.failed(fail))?;
            let ends_at = gate.now.plus_seconds(SECOND_STEP_SECONDS);
            gate.keep_credential_until(kind, &text, user, Some(ends_at))
        })
        .await?;
        Ok(step(secret))
    }

    /// The second step: a code of the second factor, or one of the recovery codes. `opened` is what the first step gave.
    pub async fn sign_in_with_code(
        &self,
        opened: &str,
        code: &str,
        address: &str,
        agent: &str,
    ) -> Outcome<OpenSession> {
        let (workspace, user) = self.step(CODE, opened).await?;
        self.try_code(workspace, user, code, address, agent, security_event::CODE_FAILED).await?;
        let opened = opened.to_owned();
        let once = move |gate: &mut Gate<'_>| gate.take_credential(CODE, &opened);
        match self.write(&Actor::system(workspace, "a second step is done"), once).await? {
            true => self.open_session(workspace, user, address, agent).await,
            false => Err(step_over()),
        }
    }

    /// Begins to set up the second factor that one needs to sign in.
    pub async fn begin_factor(&self, opened: &str) -> Outcome<NewFactor> {
        let (workspace, user) = self.step(SET_UP, opened).await?;
        let actor = Actor::system(workspace, "set up a second factor to sign in");
        self.write(&actor, move |gate| gate.begin_factor_of(user)).await
    }

    /// The second factor that is being set up, to be shown again.
    pub async fn factor_begun(&self, opened: &str) -> Outcome<NewFactor> {
        let (workspace, user) = self.step(SET_UP, opened).await?;
        let actor = Actor::system(workspace, "show what is being set up");
        self.read(&actor, move |gate| gate.factor_begun_of(user)).await
    }

    /// Switches it on by its first code, and signs in.
    pub async fn finish_factor(
        &self,
        opened: &str,
        code: &str,
        address: &str,
        agent: &str,
    ) -> Outcome<(OpenSession, ShownCodes)> {
        let (workspace, user) = self.step(SET_UP, opened).await?;
        let place = Place { session: None, address: address.to_owned(), agent: agent.to_owned() };
        let actor = Actor::user(workspace, user, Door::Page).at(place);
        let (opened, code) = (opened.to_owned(), code.to_owned());
        let codes = self
            .write(&actor, move |gate| {
                let codes = gate.finish_factor_of(user, &code)?;
                if gate.take_credential(SET_UP, &opened)? { Ok(codes) } else { Err(step_over()) }
            })
            .await?;
        Ok((self.open_session(workspace, user, address, agent).await?, codes))
    }

    /// Counts an attempt, and looks who it may be.
    async fn attempt(&self, email: &str, address: &str) -> Outcome<(Option<Known>, Vec<Brake>)> {
        let (email, address, now) = (email.to_owned(), address.to_owned(), self.now());
        let reserved = self.store.write(move |s| {
            let known = login(s, &email)?;
            let mut brakes = vec![Brake::address(&address), Brake::pair(&email, &address)];
            if !known.as_ref().map_or(Ok(false), |known| comes_from(s, known, &address))? {
                brakes.push(Brake::login(&email));
            }
            throttle::reserve(s, &brakes, now)?;
            Ok((known, brakes))
        });
        Ok(reserved.await?)
    }

    /// Tries a code with the brake on; one that failed is told.
    pub(super) async fn try_code(
        &self,
        workspace: Id,
        user: Id,
        code: &str,
        address: &str,
        agent: &str,
        failed: &'static str,
    ) -> Outcome<()> {
        let brakes = vec![Brake::address(address), Brake::person("code", user)];
        let (held, now) = (brakes.clone(), self.now());
        self.store.write(move |s| throttle::reserve(s, &held, now)).await?;
        let place = Place { session: None, address: address.to_owned(), agent: agent.to_owned() };
        let actor = Actor::user(workspace, user, Door::Page).at(place);
        let code = code.to_owned();
        let fits = self
            .write(&actor, move |gate| {
                let fits = gate.takes_code(user, &code)?;
                if fits {
                    throttle::succeeded(gate.session, &brakes, now).map_err(|fail| gate.failed(fail))?;
                }
                Ok(fits)
            })
            .await?;
        if fits {
            return Ok(());
        }
        self.tell_of(workspace, user, failed, address, agent).await?;
        Err(Fault::at("code", "error-code").into())
    }

    /// Tells something of somebody who has not shown who they are.
    pub(super) async fn tell_of(
        &self,
        workspace: Id,
        user: Id,
        event: &'static str,
        address: &str,
        agent: &str,
    ) -> Outcome<()> {
        let place = Place { session: None, address: address.to_owned(), agent: agent.to_owned() };
        let actor = Actor::system(workspace, "tell of an attempt to sign in").through(Door::Page).at(place);
        self.write(&actor, move |gate| gate.tell_security(user, event, "")).await
    }

    /// Who is at this step; it has ended after a while.
    async fn step(&self, kind: &'static str, opened: &str) -> Outcome<(Id, Id)> {
        let (text, now) = (opened.to_owned(), self.now());
        let found = self.store.read(move |s| Ok(credential::find_before(s, kind, &text, now)?));
        found.await?.ok_or_else(step_over)
    }
}

/// The step took too long, or is done already: one begins anew.
fn step_over() -> Problem {
    Fault::whole("error-sign-in-again").into()
}

/// Who signs in with an e-mail.
fn login(s: &mut dyn cordee_store::Session, email: &str) -> Result<Option<Known>, Fail> {
    let select = Select::from(tables::LOGIN, "l")
        .column("workspace_id", ColumnType::Int)
        .column("user_id", ColumnType::Int)
        .having("email", email);
    let rows = s.rows(&select)?;
    let Some((workspace, user)) = rows.first().and_then(|row| Some((row[0].as_id()?, row[1].as_id()?)))
    else {
        return Ok(None);
    };
    let select = Select::from("user", "u")
        .column("password", ColumnType::Text)
        .having("workspace_id", workspace)
        .having("id", user)
        .having("active", true)
        .having("sign_in", true)
        .filter(Expr::column("u", "deleted_at").is_null());
    let rows = s.rows(&select)?;
    let digest = |row: &Vec<cordee_schema::Cell>| row[0].as_text().map(str::to_owned);
    Ok(rows.first().map(|row| Known { workspace, user, digest: digest(row) }))
}

/// Whether somebody has signed in from this address before.
fn comes_from(s: &mut dyn cordee_store::Session, known: &Known, address: &str) -> Result<bool, Halt> {
    let select = Select::from("session", "s")
        .column("id", ColumnType::Int)
        .having("workspace_id", known.workspace)
        .having("user", known.user)
        .having("address", address)
        .limit(1);
    Ok(!s.rows(&select)?.is_empty())
}
