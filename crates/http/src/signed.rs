//! Who is there: a person at a page by a cookie, or a program by a token.

use axum::extract::FromRequestParts;
use axum::http::header;
use axum::http::request::Parts;
use cordee_base::{Id, Outcome, Problem};
use cordee_records::{Actor, Door, Gate, Place, Who};

use crate::{App, Asked, Refused, cookies, origin};

/// A person who has signed in with the browser; others are sent to sign in.
#[derive(Clone, Debug)]
pub struct Signed {
    /// Who it is.
    pub actor: Actor,
    /// The session.
    pub session: Id,
}

/// Whoever calls the API: a program by a token, or a page of ours by the cookie.
#[derive(Clone, Debug)]
pub struct Caller {
    /// Who it is.
    pub actor: Actor,
}

impl Caller {
    /// Reads as whoever calls.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        app: &App,
        work: impl FnMut(&mut Gate<'_>) -> Outcome<T> + Send + 'static,
    ) -> Result<T, Refused> {
        Ok(app.records().read(&self.actor, work).await?)
    }

    /// Writes as whoever calls.
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        app: &App,
        work: impl FnMut(&mut Gate<'_>) -> Outcome<T> + Send + 'static,
    ) -> Result<T, Refused> {
        Ok(app.records().write(&self.actor, work).await?)
    }
}

/// Whoever asks the API to read: a program is found out by its token in the very snapshot that is read.
pub(crate) enum Asker {
    /// A program, by the secret of its token; and what it has asked.
    Program(String, Asked),
    /// A page of ours.
    Page(Caller),
}

impl Asker {
    /// Reads as whoever asks.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        app: &App,
        work: impl FnMut(&mut Gate<'_>) -> Outcome<T> + Send + 'static,
    ) -> Result<T, Refused> {
        match self {
            Asker::Page(caller) => caller.read(app, work).await,
            Asker::Program(secret, asked) => {
                let (program, done) = app.records().read_by_token(secret, work).await?;
                asked.is_of(&program.actor);
                Ok(done?)
            }
        }
    }

    /// Reads a record or a few by their ids as whoever asks, sooner than another thread is woken.
    pub(crate) async fn glance<T: Send + 'static>(
        &self,
        app: &App,
        work: impl FnMut(&mut Gate<'_>) -> Outcome<T> + Send + 'static,
    ) -> Result<T, Refused> {
        match self {
            Asker::Page(caller) => Ok(app.records().glance(&caller.actor, work).await?),
            Asker::Program(secret, asked) => {
                let (program, done) = app.records().glance_by_token(secret, work).await?;
                asked.is_of(&program.actor);
                Ok(done?)
            }
        }
    }

    /// What was made of the request; what is wrong with it is told only to whom the token is known.
    pub(crate) async fn told<T>(&self, app: &App, made: Result<T, Refused>) -> Result<T, Refused> {
        if made.is_err() {
            self.glance(app, |_| Ok(())).await?;
        }
        made
    }
}

impl FromRequestParts<App> for Asker {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Asker, Refused> {
        match origin::has_token(&parts.headers) {
            true => Ok(Asker::Program(token(parts).to_owned(), asked(app, parts))),
            false => Ok(Asker::Page(Caller::from_request_parts(parts, app).await?)),
        }
    }
}

impl FromRequestParts<App> for Signed {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Signed, Refused> {
        let secret = cookies::session_secret(app, &parts.headers).ok_or(Problem::SignInNeeded)?;
        let found = app.records().session(secret).await?.ok_or(Problem::SignInNeeded)?;
        if matches!(found.actor.who, Who::Seen { .. }) && !may_be_seen(parts) {
            return Err(Problem::NotAllowed.into());
        }
        Ok(Signed { actor: known(app, parts, found.actor, Some(found.id)), session: found.id })
    }
}

impl FromRequestParts<App> for Caller {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Caller, Refused> {
        if !origin::has_token(&parts.headers) {
            let signed = Signed::from_request_parts(parts, app).await?;
            if matches!(signed.actor.who, Who::Seen { .. }) {
                return Err(Problem::NotAllowed.into());
            }
            return Ok(Caller { actor: signed.actor.through(Door::Api) });
        }
        let found = app.records().token(token(parts)).await?.ok_or(Problem::SignInNeeded)?;
        Ok(Caller { actor: known(app, parts, found.actor, None) })
    }
}

/// Whether an administrator who sees as somebody else may see this: pages of records, to read only. How somebody signs
/// in, their settings and what programs do for them are nobody else's.
fn may_be_seen(parts: &Parts) -> bool {
    let path = parts.uri.path();
    let closed = ["/settings", "/import", "/api", "/confirm", "/preferences"];
    let open = closed.iter().all(|place| !path.starts_with(place));
    matches!(path, "/see-as/end" | "/sign-out") || parts.method.is_safe() && open
}

/// The actor with where they are; what is told of this request from now on is told in their language.
fn known(app: &App, parts: &Parts, actor: Actor, session: Option<Id>) -> Actor {
    let asked = asked(app, parts);
    let agent = Asked::agent(&parts.headers).to_owned();
    let actor = actor.at(Place { session, address: asked.address.to_string(), agent });
    asked.is_of(&actor);
    actor
}

/// What a request tells of itself.
fn asked(app: &App, parts: &Parts) -> Asked {
    parts.extensions.get::<Asked>().cloned().unwrap_or_else(|| Asked::of(app, parts))
}

/// The secret of the token that comes with a request.
fn token(parts: &Parts) -> &str {
    let header = parts.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    header.and_then(|text| text.get(7..)).unwrap_or("").trim()
}

/// The way to come back to after signing in: a path of this site, or the front page.
pub(crate) fn safe_next(next: &str) -> &str {
    let inside = next.starts_with('/')
        && !next.starts_with("//")
        && !next.contains('\\')
        && !next.chars().any(char::is_control);
    if inside { next } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_comes_back_to_this_site_only() {
        for inside in ["/", "/accounts?filter=a%20b", "/a//b"] {
            assert_eq!(safe_next(inside), inside);
        }
        for outside in
            ["", "//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nb", "javascript:x"]
        {
            assert_eq!(safe_next(outside), "/", "{outside:?}");
        }
    }
}
