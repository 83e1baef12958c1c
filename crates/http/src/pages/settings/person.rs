//! How somebody signs in, for administrators: a one-time link, the second factor, the sessions, what happened.

use axum::Form as Posted;
use axum::extract::Path;
use cordee_base::{Outcome, Problem};
use cordee_records::sign_in::SecurityQuery;
use cordee_schema::Record;
use cordee_ui::components::{Empty, Notice, Pager};
use cordee_ui::screens::register::{Register, Secret, register};
use cordee_ui::{Action, Icon, Tone, Way};

use super::super::address::Address;
use super::super::form::Pairs;
use super::super::reader::{Page, Reader, record_path};
use super::super::typed::Typed;
use super::super::visit::{Answered, Visit, to};

/// `GET /settings/users/ID/sign-in`.
pub(super) async fn show(visit: Visit, Path(id): Path<String>) -> Answered {
    visit.page(move |reader| reader.person_page(&id, None)).await
}

/// `POST /settings/users/ID/sign-in/link`: makes a link and shows it this one time.
pub(super) async fn link(visit: Visit, Path(id): Path<String>, Posted(pairs): Posted<Pairs>) -> Answered {
    let mut once = visit.once(Typed(pairs).text("once")).await;
    if let Some(next) = &*once {
        return Ok(to(next));
    }
    let text = id.clone();
    let made = visit.write(move |reader| {
        let person = reader.somebody(&text)?;
        reader.gate.make_link(person.head.id)
    });
    match made.await {
        Ok(link) => {
            *once = Some(Address::of(place(&id)));
            let address = visit.app.link(&link.secret);
            let ends_at = link.ends_at;
            let page = move |reader: &mut Reader<'_, '_>| {
                let until = reader.locale.moment(ends_at);
                let note = reader.say("person-link-once", &[("until", until.into())]);
                reader.person_page(&id, Some(Secret { note, value: address.clone() }))
            };
            visit.page(page).await
        }
        Err(problem) => visit.refused(problem).await,
    }
}

/// `POST /settings/users/ID/sign-in/factor`: takes the second factor away.
pub(super) async fn reset_factor(visit: Visit, Path(id): Path<String>) -> Answered {
    visit
        .then(move |reader| {
            let person = reader.somebody(&id)?;
            reader.gate.reset_factor(person.head.id)?;
            Ok(Address::of(place(&id)).and("done", "factor"))
        })
        .await
}

/// `POST /settings/users/ID/sign-in/sessions`: signs the person out everywhere.
pub(super) async fn end_sessions(visit: Visit, Path(id): Path<String>) -> Answered {
    let session = visit.session;
    visit
        .then(move |reader| {
            let person = reader.somebody(&id)?;
            reader.gate.end_sessions_of(person.head.id, Some(session))?;
            Ok(Address::of(place(&id)).and("done", "session"))
        })
        .await
}

fn place(id: &str) -> String {
    format!("/settings/users/{id}/sign-in")
}

impl Reader<'_, '_> {
    /// A user, for an administrator.
    pub(super) fn somebody(&mut self, id: &str) -> Outcome<Record> {
        self.gate.needs_administrator()?;
        let object = self.gate.catalog().object("user").ok_or(Problem::NotFound)?;
        self.gate.get(object, self.id(id)?)
    }

    fn person_page(&mut self, text: &str, secret: Option<Secret>) -> Outcome<Page> {
        let person = self.somebody(text)?;
        let (id, path) = (person.head.id, record_path(person.object, person.head.id));
        let factor = self.gate.factor_state(id)?;
        let query = SecurityQuery { user: Some(id), limit: 20, ..SecurityQuery::default() };
        let (events, next) = self.gate.security_events(&query)?;
        let here = place(&id.to_string());
        let post = |path: &str| Way::Post(format!("{here}/{path}"), Vec::new());
        let once = vec![("once".to_owned(), self.visit.new_once())];
        let link = Way::Post(format!("{here}/link"), once);
        let mut actions = vec![
            Action::new(self.word("person-make-link"), link).icon(Icon::KeyRound).primary(),
            Action::new(self.word("person-end-sessions"), post("sessions")),
        ];
        if factor.on_since.is_some() {
            actions.push(Action::new(self.word("person-reset-factor"), post("factor")).danger());
        }
        let title = self.word("person-title");
        let state = match factor.on_since {
            Some(_) => "person-factor-on",
            None if factor.needed => "person-factor-needed",
            None => "person-factor-off",
        };
        let all = Address::of("/settings/security/all").with("user", id).to_string();
        let view = Register {
            title: cordee_i18n::pair(self.language(), person.title(), &title),
            intro: Some(self.word("person-hint")),
            notices: vec![Notice { tone: Tone::Neutral, text: self.word(state) }],
            secret,
            actions,
            columns: self.security_columns(false),
            rows: events.iter().map(|event| self.security_row(event, false)).collect(),
            pager: match next {
                Some(_) => Pager { text: self.word("security-latest"), previous: None, next: Some(all) },
                None => Pager::default(),
            },
            empty: Empty {
                icon: Icon::Shield,
                title: self.word("security-none"),
                text: String::new(),
                actions: Vec::new(),
            },
            form: None,
        };
        let body = register(self.language(), &view);
        Ok(Page::new(title, "/settings", body).below(person.title(), path))
    }
}
