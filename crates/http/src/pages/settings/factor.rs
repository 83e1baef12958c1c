//! One's own second factor: switched on by an app, off again, and its recovery codes.

use axum::Form as Posted;
use cordee_base::{Outcome, Problem};
use cordee_records::sign_in::ShownCodes;
use cordee_ui::components::{Field, Notice};
use cordee_ui::screens::factor::{AppKey, Factor, factor as draw};
use cordee_ui::screens::form::{FieldGroup, Form};
use cordee_ui::{Action, Input, Tone, Way};

use super::super::address::Address;
use super::super::form::Pairs;
use super::super::reader::{Page, Reader, faults};
use super::super::typed::Typed;
use super::super::visit::{Answered, Visit, to};

/// The place of these pages.
const HERE: &str = "/settings/factor";

/// `GET /settings/factor`.
pub(super) async fn show(visit: Visit) -> Answered {
    visit.page(|reader| reader.factor_page(None)).await
}

/// `POST /settings/factor/begin`: draws a secret and goes on to the page that shows it.
pub(super) async fn begin(visit: Visit) -> Answered {
    visit
        .then(|reader| {
            reader.gate.begin_factor()?;
            Ok(Address::of(format!("{HERE}/set-up")))
        })
        .await
}

/// `GET /settings/factor/set-up`.
pub(super) async fn set_up(visit: Visit) -> Answered {
    visit.page(|reader| reader.set_up_page(None)).await
}

/// `POST /settings/factor/set-up`: switches it on by its first code.
pub(super) async fn finish(visit: Visit, Posted(pairs): Posted<Pairs>) -> Answered {
    let code = Typed(pairs).text("code").to_owned();
    match visit.write(move |reader| reader.gate.finish_factor(&code)).await {
        Ok(codes) => visit.page(move |reader| reader.factor_page(Some(&codes))).await,
        Err(problem) => {
            visit.shown_again(problem, move |reader, problem| reader.set_up_page(Some(problem))).await
        }
    }
}

/// `POST /settings/factor/codes`: makes new recovery codes.
pub(super) async fn new_codes(visit: Visit) -> Answered {
    match visit.write(|reader| reader.gate.new_recovery_codes()).await {
        Ok(codes) => visit.page(move |reader| reader.factor_page(Some(&codes))).await,
        Err(problem) => visit.refused(problem).await,
    }
}

/// `POST /settings/factor/off`.
pub(super) async fn end(visit: Visit) -> Answered {
    match visit.write(|reader| reader.gate.end_factor()).await {
        Ok(()) => Ok(to(&Address::of(HERE).and("done", "save"))),
        Err(problem) => visit.refused(problem).await,
    }
}

impl Reader<'_, '_> {
    fn factor_page(&mut self, codes: Option<&ShownCodes>) -> Outcome<Page> {
        let state = self.gate.my_factor()?;
        let post = |path: &str| Way::Post(format!("{HERE}/{path}"), Vec::new());
        let mut view = Factor { title: self.word("factor-title"), ..Factor::default() };
        match state.on_since {
            Some(since) => {
                let since = self.locale.moment(since);
                let args = [("since", since.into()), ("count", state.codes_left.into())];
                view.intro = Some(self.say("factor-on-hint", &args));
                view.actions.push(Action::new(self.word("factor-new-codes"), post("codes")));
                if !state.needed {
                    view.actions.push(Action::new(self.word("factor-switch-off"), post("off")).danger());
                }
            }
            None => {
                view.intro = Some(self.word("factor-off-hint"));
                view.actions.push(Action::new(self.word("factor-set-up"), post("begin")).primary());
            }
        }
        if state.needed {
            view.notices.push(Notice { tone: Tone::Neutral, text: self.word("factor-needed") });
        }
        if state.on_since.is_some() && state.codes_left < 3 && codes.is_none() {
            view.notices.push(Notice { tone: Tone::Risk, text: self.word("factor-few-codes") });
        }
        view.codes = codes.map(|codes| codes.0.clone()).unwrap_or_default();
        Ok(self.factor_drawn(&view))
    }

    fn set_up_page(&mut self, problem: Option<&Problem>) -> Outcome<Page> {
        let begun = self.gate.factor_begun()?;
        let mut view = Factor { title: self.word("factor-set-up"), ..Factor::default() };
        view.key = Some(AppKey { uri: begun.uri, secret: begun.secret });
        let mut form = Form::new(&view.title, format!("{HERE}/set-up"), self.word("factor-switch-on"));
        let code = Field::new("code", self.word("factor-code"), Input::Code).required();
        form.groups.push(FieldGroup { label: None, fields: vec![code] });
        form.cancel = Some(HERE.to_owned());
        self.put_faults(&mut form, problem.map(faults).unwrap_or_default());
        view.form = Some(form);
        Ok(self.factor_drawn(&view))
    }

    fn factor_drawn(&self, view: &Factor) -> Page {
        let body = draw(self.language(), view);
        Page::new(&view.title, "/settings", body).below(self.word("settings-title"), "/settings")
    }
}
