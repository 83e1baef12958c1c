//! Somebody who has signed in asks for a page or posts a form.

use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::{Html, IntoResponse, Redirect, Response};
use cordee_base::{Id, Outcome, Problem};
use cordee_i18n::Style;
use cordee_records::{Actor, Gate};
use cordee_schema::Catalog;
use cordee_ui::Theme;

use super::address::Address;
use super::preferences::{FIRST_VIEWS, START, STYLE, styled};
use super::reader::{Page, Reader, faults};
use crate::asked::Asked;
use crate::cookies::cookie;
use crate::signed::Signed;
use crate::{App, Refused};

/// A request of somebody who has signed in.
#[derive(Clone)]
pub(crate) struct Visit {
    /// The application.
    pub app: App,
    /// What the request tells of itself.
    pub asked: Asked,
    /// Who asks.
    pub actor: Actor,
    /// The session.
    pub session: Id,
    /// Light or dark.
    pub theme: Theme,
    /// Whether the navigation is narrowed.
    pub nav_closed: bool,
    /// With which views this browser begins, as its cookie says: `OBJECT:ID|OBJECT:all`.
    pub first_views: String,
    /// The page on which this browser begins, if one was chosen.
    pub start: Option<String>,
    /// How days and times of day are written in this browser.
    pub style: Style,
    /// Where the page stands.
    pub address: Address,
}

/// What a handler of a page gives back.
pub(crate) type Answered = Result<Response, Refused>;

impl FromRequestParts<App> for Visit {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Visit, Refused> {
        let Ok(asked) = Asked::from_request_parts(parts, app).await;
        let signed = Signed::from_request_parts(parts, app).await?;
        Ok(Visit {
            app: app.clone(),
            address: Address::read(&asked.here),
            actor: signed.actor,
            session: signed.session,
            theme: cookie(&parts.headers, "theme").map_or(Theme::System, Theme::named),
            nav_closed: cookie(&parts.headers, "nav") == Some("closed"),
            start: cookie(&parts.headers, START).map(str::to_owned),
            style: styled(cookie(&parts.headers, STYLE).unwrap_or("")),
            first_views: cookie(&parts.headers, FIRST_VIEWS).unwrap_or("").to_owned(),
            asked,
        })
    }
}

impl Visit {
    /// Answers with a page; what is refused becomes a page in the same frame.
    pub(crate) async fn page(
        &self,
        work: impl Fn(&mut Reader<'_, '_>) -> Outcome<Page> + Send + 'static,
    ) -> Answered {
        let visit = self.clone();
        let (status, html) = self
            .app
            .records()
            .read(&self.actor, move |gate| {
                let mut reader = Reader::open(gate, &visit);
                let page = match work(&mut reader) {
                    Ok(page) => page,
                    Err(problem) if goes_on(&problem) => return Err(problem),
                    Err(problem) => reader.refusal(&problem),
                };
                Ok((page.status, reader.drawn(page)?))
            })
            .await?;
        Ok((status, Html(html)).into_response())
    }

    /// All objects as the visitor's workspace knows them.
    pub(crate) async fn catalog(&self) -> Outcome<&'static Catalog> {
        self.app.records().glance(&self.actor, |gate| Ok(gate.catalog())).await
    }

    /// Reads without drawing a page.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Reader<'_, '_>) -> Outcome<T> + Send + 'static,
    ) -> Outcome<T> {
        let visit = self.clone();
        self.app.records().read(&self.actor, move |gate| work(&mut Reader::open(gate, &visit))).await
    }

    /// Writes; it may be repeated.
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Reader<'_, '_>) -> Outcome<T> + Send + 'static,
    ) -> Outcome<T> {
        let visit = self.clone();
        let work = move |gate: &mut Gate<'_>| work(&mut Reader::open(gate, &visit));
        self.app.records().write(&self.actor, work).await
    }

    /// Writes, and goes on to another page; what is refused becomes a page.
    pub(crate) async fn then(
        &self,
        work: impl Fn(&mut Reader<'_, '_>) -> Outcome<Address> + Send + 'static,
    ) -> Answered {
        match self.write(work).await {
            Ok(next) => Ok(to(&next)),
            Err(problem) => self.refused(problem).await,
        }
    }

    /// Goes on after a form was taken, or shows it `again` with what is wrong in it.
    pub(crate) async fn after_form(
        &self,
        done: Outcome<Address>,
        again: impl Fn(&mut Reader<'_, '_>, &Problem) -> Outcome<Page> + Send + 'static,
    ) -> Answered {
        match done {
            Ok(next) => Ok(to(&next)),
            Err(problem) => self.shown_again(problem, again).await,
        }
    }

    /// The form `again` where something typed is wrong, or the page that says why nothing was done.
    pub(crate) async fn shown_again(
        &self,
        problem: Problem,
        again: impl Fn(&mut Reader<'_, '_>, &Problem) -> Outcome<Page> + Send + 'static,
    ) -> Answered {
        if faults(&problem).is_empty() {
            return self.refused(problem).await;
        }
        self.page(move |reader| Ok(again(reader, &problem)?.refused(&problem))).await
    }

    /// The same for a page on which things are moved about: a script has shown already what it did.
    pub(crate) async fn after_arranging(
        &self,
        done: Outcome<Address>,
        again: impl Fn(&mut Reader<'_, '_>, &Problem) -> Outcome<Page> + Send + 'static,
    ) -> Answered {
        match done {
            Ok(_) if self.asked.partial => Ok(StatusCode::NO_CONTENT.into_response()),
            Err(problem) if self.asked.partial => self.refused(problem).await,
            done => self.after_form(done, again).await,
        }
    }

    /// The page that says why something was not done.
    pub(crate) async fn refused(&self, problem: Problem) -> Answered {
        if goes_on(&problem) {
            return Err(problem.into());
        }
        self.page(move |_| Err(problem.clone())).await
    }
}

/// Goes on to another page by GET.
pub(crate) fn to(address: &Address) -> Response {
    Redirect::to(&address.to_string()).into_response()
}

/// Whether a problem is told outside of the frame: nobody is there, nothing can be read, or it has to be confirmed.
fn goes_on(problem: &Problem) -> bool {
    matches!(
        problem,
        Problem::SignInNeeded | Problem::ConfirmNeeded | Problem::Busy { .. } | Problem::Internal(_)
    )
}

/// The status of a page that refuses.
pub(crate) fn status(problem: &Problem) -> StatusCode {
    Refused::from(problem.clone()).status
}
