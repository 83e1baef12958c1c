//! One's own profile: language, time zone, and beside it the password.

use axum::Form as Posted;
use cordee_base::{Fault, Outcome, Problem, Zone};
use cordee_records::system::user::{TOLD_OF, TOLD_OPTIONS};
use cordee_schema::{Draft, Value};
use cordee_ui::components::Field;
use cordee_ui::screens::form::{FieldGroup, Form, form as draw};
use cordee_ui::{Input, Language, Pick};

use super::super::address::Address;
use super::super::form::Pairs;
use super::super::reader::{Page, Reader, faults};
use super::super::typed::Typed;
use super::super::visit::{Answered, Visit, to};

/// `GET /settings/profile`.
pub(super) async fn show(visit: Visit) -> Answered {
    visit.page(|reader| reader.profile_page(None, &[])).await
}

/// `POST /settings/profile`: one may set one's own language and time zone, whatever one's role.
pub(super) async fn save(visit: Visit, Posted(pairs): Posted<Pairs>) -> Answered {
    let typed = Typed(pairs);
    let form = typed.clone();
    let saved = visit.write(move |reader| {
        let zone = form.text("time_zone").trim();
        Zone::named(zone).map_err(|_| Fault::at("time_zone", "error-zone").with("value", zone))?;
        let language = Language::from_code(form.text("language"))
            .ok_or_else(|| Fault::at("language", "error-language").with("value", form.text("language")))?;
        let told = form.text("told_of");
        if form.has("told_of") && !TOLD_OPTIONS.iter().any(|option| option.key == told) {
            return Err(Fault::at("told_of", "error-invalid-value").with("value", told).into());
        }
        let me = reader.gate.access().user.ok_or(Problem::SignInNeeded)?;
        let object = reader.gate.catalog().object("user").ok_or(Problem::NotFound)?;
        let mut draft = Draft::new(object);
        draft.set("language", Value::Text(language.code().to_owned()));
        draft.set("time_zone", Value::Text(zone.to_owned()));
        if form.has("told_of") {
            draft.set("told_of", Value::Text(told.to_owned()));
        }
        reader.gate.as_engine("one's own profile", |gate| gate.update(me, None, draft.clone()))
    });
    match saved.await {
        Ok(_) => Ok(to(&Address::of("/settings/profile").and("done", "save"))),
        Err(problem) if faults(&problem).is_empty() => visit.refused(problem).await,
        Err(problem) => {
            visit
                .page(move |reader| {
                    Ok(reader.profile_page(Some(&typed), faults(&problem))?.refused(&problem))
                })
                .await
        }
    }
}

impl Reader<'_, '_> {
    /// Both forms; the faults stand in the one that has their fields.
    pub(super) fn profile_page(&mut self, typed: Option<&Typed>, wrong: &[Fault]) -> Outcome<Page> {
        let mut profile = self.profile_form(typed)?;
        let mut password = self.password_form();
        let (of_profile, of_password): (Vec<Fault>, Vec<Fault>) = wrong
            .iter()
            .cloned()
            .partition(|fault| matches!(fault.field.as_deref(), Some("language" | "time_zone" | "told_of")));
        self.put_faults(&mut profile, &of_profile);
        self.put_faults(&mut password, &of_password);
        let language = self.language();
        let body = maud::html! { (draw(language, &profile)) (draw(language, &password)) };
        Ok(Page::new(self.word("settings-profile"), "/settings", body)
            .below(self.word("settings-title"), "/settings"))
    }

    fn profile_form(&mut self, typed: Option<&Typed>) -> Outcome<Form> {
        let language = typed.map_or(self.language().code(), |typed| typed.text("language")).to_owned();
        let zone = typed.map_or_else(|| self.zone_name(), |typed| typed.text("time_zone").to_owned());
        let languages = Language::ALL.iter().map(|one| Pick::new(one.code(), one.native_name()));
        let mut view =
            Form::new(self.word("settings-profile"), "/settings/profile", self.word("action-save"));
        view.intro = Some(self.gate.access().name.clone());
        let choice = Input::Choice { value: language, options: languages.collect() };
        let told = match typed {
            Some(typed) => typed.text("told_of").to_owned(),
            None => self.told_of()?,
        };
        let options = TOLD_OPTIONS.iter().map(|option| {
            let label = cordee_i18n::option(self.language(), "user", "told_of", option.key);
            Pick::new(option.key, label)
        });
        let told = Input::Choice { value: told, options: options.collect() };
        let told_hint = self.word("user-told-of-hint");
        let zone_hint = self.word("settings-zone-hint");
        let fields = vec![
            Field::new("language", self.word("settings-language"), choice).required(),
            Field::new("time_zone", self.word("user-time-zone"), Input::Text { value: zone })
                .required()
                .hint(zone_hint),
            Field::new("told_of", self.word("user-told-of"), told).required().hint(told_hint),
        ];
        view.groups.push(FieldGroup { label: None, fields });
        Ok(view)
    }

    /// What one is told of in the app.
    fn told_of(&mut self) -> Outcome<String> {
        let me = self.gate.access().user.ok_or(Problem::SignInNeeded)?;
        let user = self.gate.catalog().object("user").ok_or(Problem::NotFound)?;
        let told =
            self.gate.as_engine("one's own profile", |gate| gate.glance(user, me, &[TOLD_OF.name()]))?;
        Ok(told.get(TOLD_OF).unwrap_or_else(|| TOLD_OPTIONS[0].key.to_owned()))
    }
}
