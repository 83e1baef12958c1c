//! Passwords: one's own, by the one that stands; anybody's, by an administrator.

use axum::Form as Posted;
use axum::extract::Path;
use cordee_base::{Outcome, Problem};
use cordee_records::sign_in::Password;
use cordee_schema::Record;
use cordee_ui::Input;
use cordee_ui::components::Field;
use cordee_ui::screens::form::{FieldGroup, Form, form as draw};

use super::super::address::Address;
use super::super::form::Pairs;
use super::super::reader::{Page, Reader, faults, record_path};
use super::super::typed::Typed;
use super::super::visit::{Answered, Visit};

/// `POST /settings/password`: ends all other sessions.
pub(super) async fn change(visit: Visit, Posted(pairs): Posted<Pairs>) -> Answered {
    let typed = Typed(pairs);
    let current = Password::typed(typed.text("current"));
    let changed = match Password::chosen(typed.text("password")) {
        Ok(chosen) => visit.app.records().change_password(&visit.actor, &current, &chosen).await,
        Err(fault) => Err(fault.into()),
    };
    let next = Address::of("/settings/profile").and("done", "password");
    let again = |reader: &mut Reader<'_, '_>, problem: &Problem| reader.profile_page(None, faults(problem));
    visit.after_form(changed.map(|()| next), again).await
}

/// `GET /settings/users/ID/password`.
pub(super) async fn ask(visit: Visit, Path(id): Path<String>) -> Answered {
    visit
        .page(move |reader| {
            // Asked before anything is typed, since a password that was would have to be typed again.
            reader.gate.needs_recent()?;
            let user = reader.somebody(&id)?;
            reader.set_password_page(&user, None)
        })
        .await
}

/// `POST /settings/users/ID/password`.
pub(super) async fn set(visit: Visit, Path(id): Path<String>, Posted(pairs): Posted<Pairs>) -> Answered {
    let (typed, text) = (Typed(pairs), id.clone());
    let done = visit.write(move |reader| {
        let user = reader.somebody(&text)?;
        let chosen = Password::chosen(typed.text("password"))?;
        reader.gate.set_password(user.head.id, &chosen, None)?;
        Ok(Address::of(record_path(user.object, user.head.id)).and("done", "password"))
    });
    visit
        .after_form(done.await, move |reader, problem| {
            let user = reader.somebody(&id)?;
            reader.set_password_page(&user, Some(problem))
        })
        .await
}

impl Reader<'_, '_> {
    /// The form for one's own password.
    pub(super) fn password_form(&self) -> Form {
        let save = self.word("settings-password-change");
        let mut view = Form::new(self.word("settings-password"), "/settings/password", save);
        let field = |name: &str, key: &str, fresh| {
            Field::new(name, self.word(key), Input::Password { fresh }).required()
        };
        let fields = vec![
            field("current", "settings-password-now", false),
            field("password", "settings-password-new", true).hint(self.word("password-hint")),
        ];
        view.groups.push(FieldGroup { label: None, fields });
        view
    }

    fn set_password_page(&mut self, user: &Record, problem: Option<&Problem>) -> Outcome<Page> {
        let title = self.word("settings-password-set");
        let action = format!("/settings/users/{}/password", user.head.id);
        let mut view = Form::new(&title, action, &title);
        view.intro = Some(self.say("settings-password-set-hint", &[("name", user.title().into())]));
        let field =
            Field::new("password", self.word("settings-password-new"), Input::Password { fresh: true });
        let fields = vec![field.required().hint(self.word("password-hint"))];
        view.groups.push(FieldGroup { label: None, fields });
        view.cancel = Some(record_path(user.object, user.head.id));
        self.put_faults(&mut view, problem.map(faults).unwrap_or_default());
        Ok(Page::new(title, "/settings", draw(self.language(), &view)))
    }
}
