//! Tokens: a program acts for somebody over the API, with at most the scopes it was given.

use cordee_base::{Id, Moment, Outcome, Problem};
use cordee_schema::{ColumnType, Draft, Filter, Path, Value};
use cordee_store::query::Comparison;
use cordee_store::{Expr, Fail, Halt, Session, Update};

use super::credential;
use super::session::{SignedIn, noted};
use crate::system::{security_event, token};
use crate::{Actor, Door, Gate, Query, Records, TokenScopes, Who};

/// What every token's secret begins with, so that one that was let slip is recognised.
const PREFIX: &str = "cordee_";
/// How exactly it is known when a token was last used.
const SEEN_SECONDS: i64 = 60;

/// A token as its owner sees it.
#[derive(Clone, Debug)]
pub struct TokenInfo {
    /// Its id.
    pub id: Id,
    /// What it is for.
    pub name: String,
    /// What it may do: `read` or `read_write`.
    pub scopes: String,
    /// When it ends.
    pub expires_at: Option<Moment>,
    /// When it was last used.
    pub last_used_at: Option<Moment>,
    /// When it was made.
    pub created_at: Moment,
}

impl Records {
    /// Whose token this secret is; none if there is none or it has ended.
    pub async fn token(&self, secret: &str) -> Outcome<Option<SignedIn>> {
        let (text, now) = (secret.to_owned(), self.now());
        let found = self.store.glance(move |s| Ok(held(s, &text, now)?)).await.map_err(Problem::from)?;
        let Some(Held { signed, used }) = found else { return Ok(None) };
        self.note_use(&signed, used, now).await?;
        Ok(Some(signed))
    }

    /// Reads as whoever holds the token with this secret: who that is, is found out in the very snapshot that is read,
    /// and by one turn. Gives who it is, and what came of it.
    pub async fn read_by_token<T: Send + 'static>(
        &self,
        secret: &str,
        work: impl FnMut(&mut Gate<'_>) -> Outcome<T> + Send + 'static,
    ) -> Outcome<(SignedIn, Outcome<T>)> {
        let now = self.now();
        let turn = self.store.read(self.by_token(secret, now, work));
        self.turned(turn.await, now).await
    }

    /// [`Records::glance`] as whoever holds the token with this secret, as [`Records::read_by_token`].
    pub async fn glance_by_token<T: Send + 'static>(
        &self,
        secret: &str,
        work: impl FnMut(&mut Gate<'_>) -> Outcome<T> + Send + 'static,
    ) -> Outcome<(SignedIn, Outcome<T>)> {
        let now = self.now();
        let turn = self.store.glance(self.by_token(secret, now, work));
        self.turned(turn.await, now).await
    }

    /// The work of whoever holds the token.
    fn by_token<T, F: FnMut(&mut Gate<'_>) -> Outcome<T>>(
        &self,
        secret: &str,
        now: Moment,
        mut work: F,
    ) -> impl FnMut(&mut dyn Session) -> Result<Turn<T>, Halt> + use<T, F> {
        let (records, text) = (self.clone(), secret.to_owned());
        move |s| {
            let found = held(s, &text, now)?.ok_or(Problem::SignInNeeded)?;
            match records.through_gate(&found.signed.actor, false, &mut work)(s) {
                Err(Halt::Fail(fail)) => Err(Halt::Fail(fail)),
                done => Ok((found, done)),
            }
        }
    }

    /// Notes that the token was used; gives who it is, and what came of the turn.
    async fn turned<T>(&self, turn: Result<Turn<T>, Halt>, now: Moment) -> Outcome<(SignedIn, Outcome<T>)> {
        let (Held { signed, used }, done) = turn.map_err(Problem::from)?;
        self.note_use(&signed, used, now).await?;
        Ok((signed, done.map_err(Problem::from)))
    }

    /// Notes that a token was used, unless that was noted a moment ago.
    async fn note_use(&self, token: &SignedIn, used: Option<Moment>, now: Moment) -> Outcome<()> {
        if used.is_some_and(|used| now.micros() - used.micros() < SEEN_SECONDS * 1_000_000) {
            return Ok(());
        }
        let (workspace, id) = (token.actor.workspace, token.id);
        let seen = move |s: &mut dyn Session| {
            let update = Update::of("token").set("last_used_at", now);
            s.update(&update.having("workspace_id", workspace).having("id", id))?;
            Ok(())
        };
        noted(self.store.write(seen).await)
    }
}

/// A token that holds: who acts by it, and when it was used last.
struct Held {
    signed: SignedIn,
    used: Option<Moment>,
}

/// Who read by a token, and what came of it.
type Turn<T> = (Held, Result<T, Halt>);

/// The token with this secret, if it has not ended.
fn held(s: &mut dyn Session, secret: &str, now: Moment) -> Result<Option<Held>, Fail> {
    if !secret.starts_with(PREFIX) {
        return Ok(None);
    }
    let of = |name: &'static str| Expr::column("token", name);
    let expires = of("expires_at");
    let select = credential::leading_to("token", secret)
        .giving(of("user"), ColumnType::Int)
        .giving(of("scopes"), ColumnType::Text)
        .giving(of("last_used_at"), ColumnType::Moment)
        .filter(of("deleted_at").is_null())
        .filter(Expr::Or(vec![expires.clone().is_null(), expires.compare(Comparison::Greater, now)]));
    let rows = s.rows(&select)?;
    Ok(rows.first().and_then(|row| {
        let (workspace, id) = (row[0].as_id()?, row[1].as_id()?);
        let scopes = match row[3].as_text()? {
            "read_write" => TokenScopes::ReadWrite,
            _ => TokenScopes::Read,
        };
        let who = Who::Token { user: row[2].as_id()?, scopes };
        let signed = SignedIn { actor: Actor { workspace, who, door: Door::Api, place: None }, id };
        Some(Held { signed, used: row[4].as_moment() })
    }))
}

impl Gate<'_> {
    /// Makes a token for the actor (an administrator may make one for others); gives its secret, which is not kept.
    pub fn make_token(
        &mut self,
        user: Id,
        name: &str,
        scopes: &str,
        expires_at: Option<Moment>,
    ) -> Outcome<String> {
        if self.access.user != Some(user) {
            self.needs_administrator()?;
        }
        self.needs_person()?;
        self.needs_recent()?;
        let mut draft = Draft::new(&token::TOKEN);
        let read = |field: &cordee_schema::FieldDef, text: &str| {
            let value = field.kind.behave().parse(text, &self.reading);
            value.map_err(|fault| cordee_base::Fault { field: Some(field.name.to_owned()), ..fault })
        };
        draft.set("name", read(&token::NAME.def, name)?);
        draft.set("scopes", read(&token::SCOPES.def, scopes)?);
        draft.set("user", Value::Link(user));
        if let Some(expires) = expires_at {
            draft.set("expires_at", Value::Moment(expires));
        }
        let mut bytes = [0; 32];
        self.house.secrets.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).fill(&mut bytes);
        let secret = format!("{PREFIX}{}", credential::text(&bytes));
        let id = self.as_engine("make a token", |gate| gate.create(draft.clone()))?;
        self.keep_credential("token", &secret, id)?;
        self.tell_security(user, security_event::TOKEN_MADE, name)?;
        Ok(secret)
    }

    /// Needs the actor to be there in person: a token that was let slip must not make itself more, nor end others.
    pub(super) fn needs_person(&self) -> Outcome<()> {
        match self.actor.who {
            Who::Token { .. } | Who::Seen { .. } => Err(Problem::NotAllowed),
            _ => Ok(()),
        }
    }

    /// Nobody who sees as somebody else is shown how that one signs in.
    pub(super) fn needs_oneself(&self) -> Outcome<()> {
        if matches!(self.actor.who, Who::Seen { .. }) { Err(Problem::NotAllowed) } else { Ok(()) }
    }

    /// The tokens of the actor, the latest first.
    pub fn my_tokens(&mut self) -> Outcome<Vec<TokenInfo>> {
        self.needs_oneself()?;
        let me = self.access.user.ok_or(Problem::SignInNeeded)?;
        let mine = Filter::is(Path::field(&token::TOKEN, &token::TOKEN.fields[1]), Value::Link(me));
        let page = self.as_engine("list one's own tokens", |gate| {
            gate.list(&Query::of(&token::TOKEN).filter(mine.clone()).limit(200))
        })?;
        let info = |record: cordee_schema::Record| TokenInfo {
            id: record.head.id,
            name: record.get(token::NAME).unwrap_or_default(),
            scopes: record.get(token::SCOPES).unwrap_or_default(),
            expires_at: record.get(token::EXPIRES_AT),
            last_used_at: record.get(token::LAST_USED_AT),
            created_at: record.head.created_at,
        };
        Ok(page.records.into_iter().map(info).collect())
    }

    /// Ends a token of the actor's own; an administrator ends any.
    pub fn end_token(&mut self, id: Id) -> Outcome<()> {
        self.needs_person()?;
        if !self.access.administers() && !self.my_tokens()?.iter().any(|token| token.id == id) {
            return Err(Problem::NotFound);
        }
        self.drop_credentials(id)?;
        self.as_engine("end a token", |gate| {
            let token = gate.get(&token::TOKEN, id)?;
            if let Some(user) = token.get(token::USER) {
                gate.tell_security(user, security_event::TOKEN_ENDED, &token.title())?;
            }
            gate.trash(&token::TOKEN, id, None)
        })
    }
}
