//! Currencies and what they are worth: of each the rate that holds today, the next one, and a form for a new rate.

use std::collections::BTreeMap;

use axum::Form as Posted;
use cordee_base::{Date, Outcome, Problem};
use cordee_i18n::Arg;
use cordee_records::system::currency_rate::{CURRENCY, CURRENCY_RATE, RATE, VALID_FROM};
use cordee_records::{Query, Right};
use cordee_schema::{Draft, FieldDef, Filter, Path, Record, Value};
use cordee_ui::components::{Empty, Pager};
use cordee_ui::screens::form::{FieldGroup, Form};
use cordee_ui::screens::register::{Entry, Register, register};
use cordee_ui::{Action, Cell, Icon, Tone, Way};

use super::super::address::Address;
use super::super::form::Pairs;
use super::super::reader::{Page, Reader, faults};
use super::super::typed::Typed;
use super::super::visit::{Answered, Visit};
use super::column;

/// Where the rates stand.
pub(super) const PLACE: &str = "/settings/rates";

/// What is asked for a new rate.
static ASKED: [FieldDef; 3] = [CURRENCY.def, RATE.def, VALID_FROM.def];

/// `GET /settings/rates`.
pub(super) async fn show(visit: Visit) -> Answered {
    visit.page(|reader| reader.rates_page(None, None)).await
}

/// `POST /settings/rates`: a rate from a day on. One that is said again for the same day takes the place of the first.
pub(super) async fn keep(visit: Visit, Posted(pairs): Posted<Pairs>) -> Answered {
    let typed = Typed(pairs);
    let form = typed.clone();
    let kept = visit.write(move |reader| {
        let object = reader.gate.object(CURRENCY_RATE.name)?;
        let (mut draft, mut wrong) = (Draft::new(object), Vec::new());
        for field in &ASKED {
            match reader.read_typed(field, &form)? {
                Ok(value) => draft.set(field.name, value),
                Err(fault) => wrong.push(fault),
            }
        }
        if !wrong.is_empty() {
            return Err(Problem::Invalid(wrong));
        }
        if let Some(code) = draft.get(CURRENCY) {
            draft.set(CURRENCY.name(), Value::Text(code.trim().to_uppercase()));
        }
        match reader.rate_of_the_day(&draft)? {
            Some(same) => drop(reader.gate.update(same.head.id, None, draft)?),
            None => drop(reader.gate.create(draft)?),
        }
        Ok(Address::of(PLACE).and("done", "save"))
    });
    let again =
        move |reader: &mut Reader<'_, '_>, problem: &Problem| reader.rates_page(Some(&typed), Some(problem));
    visit.after_form(kept.await, again).await
}

impl Reader<'_, '_> {
    /// The rate of the same currency from the same day on, if there is one.
    fn rate_of_the_day(&mut self, draft: &Draft) -> Outcome<Option<Record>> {
        let (Some(code), Some(day)) = (draft.get(CURRENCY), draft.get(VALID_FROM)) else { return Ok(None) };
        let object = draft.object;
        let is = |name: &str, value: Value| {
            let field = object.field(name).ok_or(Problem::NotFound)?;
            Ok::<_, Problem>(Filter::is(Path::field(object, field), value))
        };
        let same = is(CURRENCY.name(), Value::Text(code))?.and(is(VALID_FROM.name(), Value::Date(day))?);
        Ok(self.gate.list(&Query::of(object).filter(same).limit(1))?.records.pop())
    }

    fn rates_page(&mut self, typed: Option<&Typed>, problem: Option<&Problem>) -> Outcome<Page> {
        let object = self.gate.object(CURRENCY_RATE.name)?;
        if !self.may(object, Right::Read) {
            return Err(Problem::NotFound);
        }
        let mut by_code: BTreeMap<String, Vec<Record>> = BTreeMap::new();
        for rate in self.all_of(Query::of(object))? {
            by_code.entry(rate.get(CURRENCY).unwrap_or_default()).or_default().push(rate);
        }
        let rows = by_code.into_iter().map(|(code, rates)| self.rate_row(&code, rates)).collect();
        let title = self.many(object);
        let base = self.gate.reading().currency.code().to_owned();
        let labels = ["rates-currency", "rates-now", "rates-since", "rates-next"];
        let form = self.may(object, Right::Create).then(|| self.rate_form(typed, problem)).transpose()?;
        let view = Register {
            title: title.clone(),
            intro: Some(self.say("rates-hint", &[("currency", Arg::from(&base))])),
            notices: Vec::new(),
            secret: None,
            actions: Vec::new(),
            columns: labels.iter().map(|key| column(self.word(key))).collect(),
            rows,
            pager: Pager::default(),
            empty: Empty {
                icon: Icon::CircleDollarSign,
                title: self.say("rates-none", &[("currency", Arg::from(&base))]),
                text: String::new(),
                actions: Vec::new(),
            },
            form,
        };
        let body = register(self.language(), &view);
        Ok(Page::new(title, "/settings", body).below(self.word("settings-title"), "/settings"))
    }

    /// A currency: what it is worth today, since when, and what comes next.
    fn rate_row(&self, code: &str, mut rates: Vec<Record>) -> Entry {
        let today = self.gate.today();
        let from = |rate: &Record| rate.get(VALID_FROM).unwrap_or(Date::MIN);
        rates.sort_by_key(from);
        let next = rates.iter().find(|rate| from(rate) > today);
        let now = rates.iter().rev().find(|rate| from(rate) <= today);
        let base = self.gate.reading().currency.code();
        let worth = |rate: &Record| {
            let rate = self.locale.plain_number(rate.get(RATE).unwrap_or_default());
            format!("1 {code} = {rate} {base}")
        };
        let day = |rate: &Record, text: String| Cell::Date {
            text,
            iso: from(rate).to_string(),
            tone: Tone::Neutral,
        };
        let history = Address::of("/currency_rates").and("filter", format!("currency = \"{code}\""));
        Entry {
            href: None,
            cells: vec![
                Cell::Text(code.to_owned()),
                now.map_or(Cell::Text(self.word("rates-not-yet")), |rate| Cell::Text(worth(rate))),
                now.map_or(Cell::Empty, |rate| day(rate, self.locale.date(from(rate)))),
                next.map_or(Cell::Empty, |rate| {
                    day(rate, format!("{} · {}", self.locale.date(from(rate)), worth(rate)))
                }),
            ],
            actions: vec![Action::new(self.word("rates-all"), Way::Go(history.to_string()))],
        }
    }

    fn rate_form(&mut self, typed: Option<&Typed>, problem: Option<&Problem>) -> Outcome<Form> {
        let object = self.gate.object(CURRENCY_RATE.name)?;
        let label = self.own_word(object, "new").unwrap_or_else(|| self.word("action-create"));
        let mut view = Form::new(&label, PLACE, self.word("action-create"));
        let typed = typed.cloned().unwrap_or_else(|| {
            let mut fresh = Typed::default();
            fresh.put(VALID_FROM.name(), self.gate.today().to_string());
            fresh
        });
        let mut fields = Vec::new();
        for field in &ASKED {
            fields.push(self.ask(object, field, &typed)?);
        }
        view.groups.push(FieldGroup { label: None, fields });
        self.put_faults(&mut view, problem.map(faults).unwrap_or_default());
        Ok(view)
    }
}
