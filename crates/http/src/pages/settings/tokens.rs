//! One's API tokens: made here, shown once, ended here.

use axum::Form as Posted;
use axum::extract::Path;
use cordee_base::{Date, Fault, Moment, Outcome, Problem};
use cordee_ui::components::{Empty, Field, Pager};
use cordee_ui::screens::form::{FieldGroup, Form};
use cordee_ui::screens::register::{Entry, Register, Secret, register};
use cordee_ui::{Action, Cell, Icon, Input, Pick, Tone, Way};

use super::super::address::Address;
use super::super::form::Pairs;
use super::super::reader::{Page, Reader, faults};
use super::super::typed::Typed;
use super::super::visit::{Answered, Visit, to};
use super::column;

/// `GET /settings/tokens`.
pub(super) async fn show(visit: Visit) -> Answered {
    visit.page(|reader| reader.tokens_page(None, &Typed::default(), None)).await
}

/// `POST /settings/tokens`: makes one and shows its secret this one time.
pub(super) async fn make(visit: Visit, Posted(pairs): Posted<Pairs>) -> Answered {
    let typed = Typed(pairs);
    let mut once = visit.once(typed.text("once")).await;
    if let Some(next) = &*once {
        return Ok(to(next));
    }
    let form = typed.clone();
    let made = visit.write(move |reader| {
        let me = reader.gate.access().user.ok_or(Problem::SignInNeeded)?;
        let ends = reader.end_of(form.text("expires_at"))?;
        reader.gate.make_token(me, form.text("name"), form.text("scopes"), ends)
    });
    match made.await {
        Ok(secret) => {
            *once = Some(Address::of("/settings/tokens"));
            visit.page(move |reader| reader.tokens_page(Some(secret.clone()), &Typed::default(), None)).await
        }
        Err(problem) => {
            visit
                .shown_again(problem, move |reader, problem| reader.tokens_page(None, &typed, Some(problem)))
                .await
        }
    }
}

/// `POST /settings/tokens/ID`: ends it.
pub(super) async fn end(visit: Visit, Path(id): Path<String>) -> Answered {
    visit
        .then(move |reader| {
            let id = reader.id(&id)?;
            reader.gate.end_token(id)?;
            Ok(Address::of("/settings/tokens").and("done", "revoke"))
        })
        .await
}

impl Reader<'_, '_> {
    /// The instant at which a day ends; none for no day.
    fn end_of(&self, day: &str) -> Outcome<Option<Moment>> {
        let wrong = || Fault::at("expires_at", "error-date").with("value", day);
        if day.trim().is_empty() {
            return Ok(None);
        }
        let day: Date = day.trim().parse().map_err(|_| Problem::from(wrong()))?;
        let after = day.tomorrow().map_err(|_| Problem::from(wrong()))?;
        Ok(Some(self.locale.zone.start_of(after)))
    }

    fn tokens_page(
        &mut self,
        secret: Option<String>,
        typed: &Typed,
        problem: Option<&Problem>,
    ) -> Outcome<Page> {
        let title = self.word("tokens-title");
        let tokens = self.gate.my_tokens()?;
        let labels = ["token-name", "token-scopes", "token-last-used-at", "token-expires-at"];
        let moment = |moment: Option<Moment>, none: &str| match moment {
            Some(moment) => {
                Cell::Date { text: self.locale.moment(moment), iso: moment.to_string(), tone: Tone::Neutral }
            }
            None => Cell::Text(self.word(none)),
        };
        let rows = tokens.iter().map(|token| Entry {
            href: None,
            cells: vec![
                Cell::Text(token.name.clone()),
                Cell::Text(self.scopes_said(&token.scopes)),
                moment(token.last_used_at, "tokens-never-used"),
                moment(token.expires_at, "tokens-never-ends"),
            ],
            actions: vec![
                Action::new(
                    self.word("action-revoke"),
                    Way::Post(format!("/settings/tokens/{}", token.id), Vec::new()),
                )
                .danger(),
            ],
        });
        let mut form = self.token_form(typed);
        self.put_faults(&mut form, problem.map(faults).unwrap_or_default());
        let view = Register {
            title: title.clone(),
            intro: Some(self.word("tokens-hint")),
            notices: Vec::new(),
            secret: secret.map(|value| Secret { note: self.word("tokens-once"), value }),
            actions: Vec::new(),
            columns: labels.iter().map(|key| column(self.word(key))).collect(),
            rows: rows.collect(),
            pager: Pager::default(),
            empty: Empty {
                icon: Icon::KeyRound,
                title: self.word("tokens-none"),
                text: String::new(),
                actions: Vec::new(),
            },
            form: Some(form),
        };
        let body = register(self.language(), &view);
        Ok(Page::new(title, "/settings", body).below(self.word("settings-title"), "/settings"))
    }

    fn token_form(&self, typed: &Typed) -> Form {
        let label = self.word("token-new");
        let mut view = Form::new(&label, "/settings/tokens", self.word("action-create"));
        view.hidden.push(("once".to_owned(), self.visit.new_once()));
        let scopes = ["read", "read_write"].map(|key| Pick::new(key, self.scopes_said(key)));
        let text = |name: &str| typed.text(name).to_owned();
        let chosen = if text("scopes").is_empty() { "read".to_owned() } else { text("scopes") };
        let fields = vec![
            Field::new("name", self.word("token-name"), Input::Text { value: text("name") }).required(),
            Field::new(
                "scopes",
                self.word("token-scopes"),
                Input::Choice { value: chosen, options: scopes.to_vec() },
            )
            .required(),
            Field::new(
                "expires_at",
                self.word("token-expires-at"),
                Input::Date { value: text("expires_at") },
            ),
        ];
        view.groups.push(FieldGroup { label: None, fields });
        view
    }

    fn scopes_said(&self, key: &str) -> String {
        cordee_i18n::option(self.language(), "token", "scopes", key)
    }
}
