//! One's own profile: language, time zone, and beside it the password.

use axum::Form as Posted;
use cordee_base::{Decimal, Fault, FirstDay, Outcome, Problem, Time, Zone};
use cordee_i18n::{Clock, Days, Numbers};
use cordee_records::system::user::{FIRST_DAY, NOT_TOLD_OF, NOT_TOLD_OPTIONS, TOLD_OF, TOLD_OPTIONS};
use cordee_schema::{Draft, Value};
use cordee_ui::components::Field;
use cordee_ui::screens::form::{FieldGroup, Form, form as draw};
use cordee_ui::{Input, Language, Pick, Theme};

use super::super::address::Address;
use super::super::form::Pairs;
use super::super::reader::{Page, Reader, faults};
use super::super::typed::Typed;
use super::super::visit::{Answered, Visit};

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
        if form.has(FIRST_DAY.name()) {
            let first = FirstDay::named(form.text(FIRST_DAY.name())).map(|_| form.text(FIRST_DAY.name()));
            let first = first.map_or(Value::None, |first| Value::Text(first.to_owned()));
            draft.set(FIRST_DAY.name(), first);
        }
        if form.has("single_keys") {
            draft.set("single_keys", Value::YesNo(form.text("single_keys") != "false"));
        }
        if form.has("told_of") {
            draft.set("told_of", Value::Text(told.to_owned()));
        }
        if form.has("quiet_from") {
            let wanted: Vec<&str> = form.all("told_kinds").collect();
            let not = NOT_TOLD_OPTIONS.iter().filter(|option| !wanted.contains(&option.key));
            draft.set("not_told_of", Value::Choices(not.map(|option| option.key.to_owned()).collect()));
        }
        for (name, other) in [("quiet_from", "quiet_to"), ("quiet_to", "quiet_from")] {
            if form.has(name) {
                let field = object.field(name).ok_or(Problem::NotFound)?;
                let time = field.kind.behave().parse(form.text(name), reader.gate.reading());
                draft.set(name, time.map_err(|fault| Fault { field: Some(name.to_owned()), ..fault })?);
                if form.text(name).trim().is_empty() != form.text(other).trim().is_empty() {
                    let empty = if form.text(name).trim().is_empty() { name } else { other };
                    return Err(Fault::at(empty, "error-required").into());
                }
            }
        }
        reader.gate.as_engine("one's own profile", |gate| gate.update(me, None, draft.clone()))?;
        Ok(Address::of("/settings/profile").and("done", "save"))
    });
    let again = move |reader: &mut Reader<'_, '_>, problem: &Problem| {
        reader.profile_page(Some(&typed), faults(problem))
    };
    visit.after_form(saved.await, again).await
}

impl Reader<'_, '_> {
    /// Both forms; the faults stand in the one that has their fields.
    pub(super) fn profile_page(&mut self, typed: Option<&Typed>, wrong: &[Fault]) -> Outcome<Page> {
        let mut profile = self.profile_form(typed)?;
        let mut password = self.password_form();
        let (of_profile, of_password): (Vec<Fault>, Vec<Fault>) = wrong.iter().cloned().partition(|fault| {
            matches!(
                fault.field.as_deref(),
                Some("language" | "time_zone" | "told_of" | "quiet_from" | "quiet_to")
            )
        });
        self.put_faults(&mut profile, &of_profile);
        self.put_faults(&mut password, &of_password);
        let language = self.language();
        let looks = self.looks_form();
        let body =
            maud::html! { (draw(language, &profile)) (draw(language, &looks)) (draw(language, &password)) };
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
            self.first_day_field(typed),
            Field::new("told_of", self.word("user-told-of"), told).required().hint(told_hint),
        ];
        let keys = typed.map_or(self.gate.access().single_keys, |typed| typed.text("single_keys") != "false");
        let keys =
            Field::new("single_keys", self.word("user-single-keys"), Input::YesNo { value: Some(keys) });
        let fields =
            fields.into_iter().chain([keys.required().hint(self.word("user-single-keys-hint"))]).collect();
        view.groups.push(FieldGroup { label: None, fields });
        let fields = self.when_told(typed)?;
        view.groups.push(FieldGroup { label: Some(self.word("notification-many")), fields });
        Ok(view)
    }

    /// With which day one's weeks begin.
    fn first_day_field(&self, typed: Option<&Typed>) -> Field {
        let name = FIRST_DAY.name();
        let kept = FirstDay::ALL.iter().find(|(_, day)| Some(*day) == self.gate.access().first_day);
        let value =
            typed.map_or_else(|| kept.map_or("", |(key, _)| key), |typed| typed.text(name)).to_owned();
        let option = |key: &str| Pick::new(key, cordee_i18n::option(self.language(), "user", name, key));
        let options = FirstDay::ALL.map(|(key, _)| option(key)).to_vec();
        let field = Field::new(name, self.word("user-first-day"), Input::Choice { value, options });
        field.hint(self.word("user-first-day-hint"))
    }

    /// Of which kinds one is told, and when the bell is silent.
    fn when_told(&mut self, typed: Option<&Typed>) -> Outcome<Vec<Field>> {
        let me = self.gate.access().user.ok_or(Problem::SignInNeeded)?;
        let user = self.gate.catalog().object("user").ok_or(Problem::NotFound)?;
        let not = self.gate.as_engine("one's own profile", |gate| gate.glance(user, me, &["not_told_of"]))?;
        let not = not.get(NOT_TOLD_OF).unwrap_or_default();
        let language = self.language();
        let option = |key: &str| Pick::new(key, cordee_i18n::option(language, "user", "not_told_of", key));
        let values = match typed {
            Some(typed) => typed.all("told_kinds").map(str::to_owned).collect(),
            None => {
                let kinds = NOT_TOLD_OPTIONS.iter().map(|option| option.key.to_owned());
                kinds.filter(|kind| !not.contains(kind)).collect()
            }
        };
        let options = NOT_TOLD_OPTIONS.iter().map(|one| option(one.key)).collect();
        let quiet = self.gate.access().quiet;
        let mut fields =
            vec![Field::new("told_kinds", self.word("user-told-kinds"), Input::Choices { values, options })];
        let times = [("quiet_from", quiet.map(|(from, _)| from)), ("quiet_to", quiet.map(|(_, to)| to))];
        for (name, time) in times {
            let value = match (typed, time) {
                (Some(typed), _) => typed.text(name).to_owned(),
                (None, Some(time)) => format!("{:02}:{:02}", time.hour(), time.minute()),
                (None, None) => String::new(),
            };
            let label = self.word(&format!("user-{}", name.replace('_', "-")));
            let field = Field::new(name, label, Input::Time { value });
            let hint = (name == "quiet_from").then(|| self.word("user-quiet-hint"));
            fields.push(match hint {
                Some(hint) => field.hint(hint),
                None => field,
            });
        }
        Ok(fields)
    }

    /// How Cordee looks in this browser, whoever sits at it.
    fn looks_form(&self) -> Form {
        let mut view = Form::new(self.word("settings-appearance"), "/preferences", self.word("action-save"));
        view.intro = Some(self.word("settings-looks-hint"));
        view.hidden = vec![("back".to_owned(), "/settings/profile?done=save".to_owned())];
        let choice = |name: &str, value: &str, options: Vec<Pick>| {
            let input = Input::Choice { value: value.to_owned(), options };
            Field::new(name, self.word(&format!("settings-{name}")), input)
        };
        let themes = [Theme::System, Theme::Light, Theme::Dark]
            .map(|theme| Pick::new(theme.name(), self.word(&format!("ui-theme-{}", theme.name()))));
        let [days, clock, numbers] = self.visit.style.names();
        let date = self.gate.today();
        let afternoon: Time = "17:41:00".parse().unwrap_or_default();
        let day_styles = Days::ALL.map(|(name, style)| Pick::new(name, style.written(date)));
        let clocks = Clock::ALL.map(|(name, style)| Pick::new(name, style.written(afternoon)));
        let number_styles =
            Numbers::ALL.map(|(name, style)| Pick::new(name, style.written(Decimal::new(123_456_789, 2), 2)));
        let starts = self.starts(None);
        let role = self.gate.access().front.start.as_deref().unwrap_or("/");
        let role = starts.iter().find(|pick| pick.value == role).map(|pick| pick.label.clone());
        let role = role.unwrap_or_else(|| self.word("nav-home"));
        let fields = vec![
            choice("theme", self.visit.theme.name(), themes.to_vec()).required(),
            choice("days", days, day_styles.to_vec()).hint(self.word("settings-style-hint")),
            choice("clock", clock, clocks.to_vec()),
            choice("numbers", numbers, number_styles.to_vec()),
            choice("start", self.visit.start.as_deref().unwrap_or(""), starts)
                .hint(self.say("settings-start-hint", &[("place", role.as_str().into())])),
        ];
        view.groups.push(FieldGroup { label: None, fields });
        view
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
