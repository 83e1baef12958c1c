//! Sessions: opened for whoever has shown who they are, looked at on every request, listed and ended.

use cordee_base::{Fault, Id, Moment, Outcome, Problem};
use cordee_schema::{Cell, ColumnType, Draft, Filter, Path, Value};
use cordee_store::query::Comparison;
use cordee_store::{Delete, Expr, Fail, Halt, Insert, Select, Update};

use super::credential;
use super::password::Password;
use crate::journal::{Pending, Verb};
use crate::system::{security_event, session, user, workspace};
use crate::{Actor, Door, Gate, Place, Query, Records, Who, tables};

/// How long a session lasts at the most: 30 days.
const LASTS_SECONDS: i64 = 30 * 24 * 3600;
/// How long it lasts unused: a week.
pub(super) const IDLE_SECONDS: i64 = 7 * 24 * 3600;
/// How exactly it is known when a session was last used.
const SEEN_SECONDS: i64 = 60;

/// A session that was just opened.
#[derive(Clone, Debug)]
pub struct OpenSession {
    /// The secret for the cookie; it is not kept.
    pub secret: String,
    /// When it ends.
    pub ends_at: Moment,
}

/// Who a session or a token belongs to.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The actor that they are.
    pub actor: Actor,
    /// The session or token itself.
    pub id: Id,
}

/// A session as its owner sees it.
#[derive(Clone, Debug)]
pub struct SessionInfo {
    /// Its id.
    pub id: Id,
    /// The browser.
    pub agent: String,
    /// The address it came from.
    pub address: String,
    /// When it was opened.
    pub opened_at: Moment,
    /// When it was last used.
    pub seen_at: Option<Moment>,
}

impl Records {
    /// Opens a session for somebody who has been checked.
    pub async fn open_session(
        &self,
        workspace: Id,
        user: Id,
        address: &str,
        agent: &str,
    ) -> Outcome<OpenSession> {
        let secret = credential::text(&self.secret::<32>());
        let (text, address, agent) =
            (secret.clone(), address.to_owned(), agent.chars().take(255).collect::<String>());
        let ends_at = self.now().plus_seconds(LASTS_SECONDS);
        let place = Place { session: None, address: address.clone(), agent: agent.clone() };
        let actor = Actor::user(workspace, user, Door::Page).at(place);
        self.write(&actor, move |gate| {
            let draft = Draft::new(&session::SESSION)
                .with(session::USER, user)
                .with(session::AGENT, agent.clone())
                .with(session::ADDRESS, address.clone())
                .with(session::SEEN_AT, gate.now())
                .with(session::CONFIRMED_AT, gate.now())
                .with(session::ENDS_AT, ends_at);
            let id = gate.as_engine("open a session", |gate| gate.create(draft.clone()))?;
            gate.keep_credential("session", &text, id)?;
            gate.tell_security(user, security_event::SIGNED_IN, "")
        })
        .await?;
        Ok(OpenSession { secret, ends_at })
    }

    /// Whose session the secret of a cookie opens; none if it has ended. That it was used is noted.
    pub async fn session(&self, secret: &str) -> Outcome<Option<SignedIn>> {
        let now = self.now();
        let Some((signed, idle)) = self.find_session(secret).await? else { return Ok(None) };
        if idle >= SEEN_SECONDS {
            let (workspace, id) = (signed.actor.workspace, signed.id);
            // What a glance at a page writes is no change of a record: no version, no journal.
            let seen = move |s: &mut dyn cordee_store::Session| {
                s.update(
                    &Update::of("session")
                        .set("seen_at", now)
                        .having("workspace_id", workspace)
                        .having("id", id),
                )?;
                Ok(())
            };
            noted(self.store.write(seen).await)?;
        }
        Ok(Some(signed))
    }

    /// The same without being a use of it: for a page that is open and waits.
    pub async fn session_stands(&self, secret: &str) -> Outcome<Option<SignedIn>> {
        Ok(self.find_session(secret).await?.map(|(signed, _)| signed))
    }

    /// Whose session it is, and for how many seconds it was not used.
    async fn find_session(&self, secret: &str) -> Outcome<Option<(SignedIn, i64)>> {
        let (text, now) = (secret.to_owned(), self.now());
        let found = self.store.glance(move |s| {
            let of = |name: &'static str| Expr::column("session", name);
            let select = credential::leading_to("session", &text)
                .giving(of("user"), ColumnType::Int)
                .giving(of("seen_at"), ColumnType::Moment)
                .giving(of("seen_as"), ColumnType::Int)
                .giving(of("seen_until"), ColumnType::Moment)
                .filter(of("deleted_at").is_null())
                .filter(of("ends_at").compare(Comparison::Greater, now));
            let rows = s.rows(&select)?;
            let told = |row: &Vec<Cell>| {
                let [workspace, id, user] = [0, 1, 2].map(|place| row[place].as_id());
                let seeing = row[4].as_id().zip(row[5].as_moment());
                Some((workspace?, id?, user?, row[3].as_moment()?, seeing))
            };
            Ok(rows.first().and_then(told))
        });
        let Some((workspace, id, user, seen_at, seeing)) = found.await.map_err(Problem::from)? else {
            return Ok(None);
        };
        let idle = (now.micros() - seen_at.micros()) / 1_000_000;
        if idle > IDLE_SECONDS {
            return Ok(None);
        }
        let mut actor = Actor::user(workspace, user, Door::Page);
        if let Some((seen, until)) = seeing.filter(|(_, until)| *until > now) {
            actor.who = Who::Seen { user: seen, by: user, until };
        }
        Ok(Some((SignedIn { actor, id }, idle)))
    }
}

/// A use was noted, or could not be for want of room: then one reads on all the same.
pub(super) fn noted(done: Result<(), Halt>) -> Outcome<()> {
    match done {
        Err(Halt::Fail(Fail::Full)) => Ok(()),
        done => Ok(done?),
    }
}

impl Gate<'_> {
    /// The sessions of the actor, the latest first.
    pub fn my_sessions(&mut self) -> Outcome<Vec<SessionInfo>> {
        self.needs_oneself()?;
        let me = self.access.user.ok_or(Problem::SignInNeeded)?;
        let mine = Filter::is(Path::field(&session::SESSION, &session::SESSION.fields[0]), Value::Link(me));
        let query = Query::of(&session::SESSION).filter(mine).limit(100);
        let page = self.as_engine("list one's own sessions", |gate| gate.list(&query))?;
        let now = self.now;
        let live =
            page.records.into_iter().filter(|r| r.get(session::ENDS_AT).is_some_and(|ends| ends > now));
        Ok(live
            .map(|record| SessionInfo {
                id: record.head.id,
                agent: record.get(session::AGENT).unwrap_or_default(),
                address: record.get(session::ADDRESS).unwrap_or_default(),
                opened_at: record.head.created_at,
                seen_at: record.get(session::SEEN_AT),
            })
            .collect())
    }

    /// Ends a session of the actor's own.
    pub fn end_session(&mut self, id: Id) -> Outcome<()> {
        self.needs_person()?;
        if !self.my_sessions()?.iter().any(|session| session.id == id) {
            return Err(Problem::NotFound);
        }
        let me = self.access.user.ok_or(Problem::SignInNeeded)?;
        self.tell_security(me, security_event::SESSION_ENDED, "")?;
        self.drop_session(id)
    }

    /// Ends all sessions of a user but the one that is `kept`.
    pub fn end_sessions_of(&mut self, user: Id, kept: Option<Id>) -> Outcome<()> {
        if self.access.user != Some(user) {
            self.needs_administrator()?;
        }
        if self.drop_sessions_of(user, kept)? > 0 {
            self.tell_security(user, security_event::SESSION_ENDED, "")?;
        }
        Ok(())
    }

    /// The same for whoever has been checked already; how many there were.
    pub(super) fn drop_sessions_of(&mut self, user: Id, kept: Option<Id>) -> Outcome<usize> {
        let mut dropped = 0;
        let theirs =
            Filter::is(Path::field(&session::SESSION, &session::SESSION.fields[0]), Value::Link(user));
        loop {
            let query = Query::of(&session::SESSION).filter(theirs.clone()).limit(200);
            let page = self.as_engine("end sessions", |gate| gate.list(&query))?;
            let ids: Vec<Id> =
                page.records.iter().map(|r| r.head.id).filter(|id| Some(*id) != kept).collect();
            if ids.is_empty() {
                return Ok(dropped);
            }
            dropped += ids.len();
            ids.into_iter().try_for_each(|id| self.drop_session(id))?;
        }
    }

    fn drop_session(&mut self, id: Id) -> Outcome<()> {
        self.drop_credentials(id)?;
        self.as_engine("end a session", |gate| gate.trash(&session::SESSION, id, None))
    }

    /// Sets a user's password and ends their other sessions; `kept` is the session in which it was set.
    pub fn set_password(&mut self, id: Id, password: &Password, kept: Option<Id>) -> Outcome<()> {
        self.needs_person()?;
        if self.access.user != Some(id) {
            self.needs_administrator()?;
        }
        self.needs_recent()?;
        self.put_password(id, password, kept)
    }

    /// The same for whoever has been checked already.
    pub(super) fn put_password(&mut self, id: Id, password: &Password, kept: Option<Id>) -> Outcome<()> {
        let here = self.actor.workspace;
        let (person, company) = self.as_engine("whose password it is", |gate| {
            Ok((gate.get(&user::USER, id)?, gate.get(&workspace::WORKSPACE, here)?.title()))
        })?;
        let Some(email) = person.get(user::EMAIL) else {
            return Err(Fault::at("email", "error-required").into());
        };
        password.fits_nobody_knows(&[&person.title(), &email, &company])?;
        if let Some(breached) = self.house.breached.get() {
            let held = breached.holds(password.text());
            let held =
                held.map_err(|why| Problem::internal(format!("look for a breached password: {why}")))?;
            if held {
                return Err(Fault::at("password", "error-password-breached").into());
            }
        }
        let mut salt = [0; 16];
        self.house.secrets.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).fill(&mut salt);
        let digest = password.digest(&salt)?;
        self.keep_login(id, &email)?;
        self.drop_links(id)?;
        let draft = Draft::new(&user::USER).with(user::PASSWORD, digest).with(user::SIGN_IN, true);
        self.as_engine("keep a password", |gate| gate.update(id, None, draft.clone()))?;
        self.note(Pending::new(&user::USER, id, Verb::Security, Vec::new()));
        self.tell_security(id, security_event::PASSWORD_SET, "")?;
        self.drop_sessions_of(id, kept).map(|_| ())
    }

    /// Follows a change of a user's e-mail: whoever signs in does so by the new one, and by none if it was taken out.
    pub(crate) fn login_follows(&mut self, id: Id, email: Option<&str>) -> Outcome<()> {
        let (workspace, login) = (self.actor.workspace, Select::from(tables::LOGIN, "l"));
        let select =
            login.column("email", ColumnType::Text).having("workspace_id", workspace).having("user_id", id);
        if self.session.rows(&select).map_err(|fail| self.failed(fail))?.is_empty() {
            return Ok(());
        }
        if let Some(email) = email {
            return self.keep_login(id, email);
        }
        let older = Delete::from(tables::LOGIN).having("workspace_id", workspace).having("user_id", id);
        self.session.delete(&older).map_err(|fail| self.failed(fail))?;
        Ok(())
    }

    /// Lets an e-mail sign in as this user; one that signs in elsewhere already is refused.
    pub(crate) fn keep_login(&mut self, id: Id, email: &str) -> Outcome<()> {
        let (workspace, email) = (self.actor.workspace, email.to_lowercase());
        let older = Delete::from(tables::LOGIN).having("workspace_id", workspace).having("user_id", id);
        self.session.delete(&older).map_err(|fail| self.failed(fail))?;
        let cells = vec![
            ("email", email.as_str().into()),
            ("workspace_id", workspace.into()),
            ("user_id", id.into()),
        ];
        let insert = Insert { unless_there: Some(vec!["email"]), ..Insert::row(tables::LOGIN, cells) };
        match self.session.insert(&insert).map_err(|fail| self.failed(fail))? {
            1 => Ok(()),
            _ => Err(Problem::Conflict(Fault::at("email", "error-unique").with("value", email))),
        }
    }
}
