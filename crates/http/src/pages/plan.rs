//! What comes next is planned for one record after the other: what and when, by keys, or by plain forms.

use axum::extract::Path;
use axum::http::{HeaderMap, header};
use axum::response::IntoResponse;
use axum::{Form as Posted, Json};
use cordee_base::{Date, Fault, Id, Outcome, Problem};
use cordee_i18n::{Arg, day_named};
use cordee_kit::Next;
use cordee_records::{Query, Right, Sort};
use cordee_schema::{Filter, Object, Path as FieldPath, Record, Value};
use cordee_ui::Icon;
use cordee_ui::components::Empty;
use cordee_ui::screens::plan::{Plan, PlanRow, plan as draw};
use serde_json::{Value as Body, json};

use super::address::Address;
use super::cells::plain;
use super::form::Pairs;
use super::reader::{Page, Reader, faults, record_path};
use super::today::{back, version};
use super::typed::Typed;
use super::visit::{Answered, Visit, status, to};

/// How many records are gone through on one page.
const ROWS: u32 = 50;

/// `GET /OBJECTS/plan?filter=…`: those of one's own that need something planned; or all that are like the filter.
pub(crate) async fn show(visit: Visit, Path(plural): Path<String>) -> Answered {
    visit
        .page(move |reader| {
            let filter = reader.visit.address.one("filter").unwrap_or("").to_owned();
            reader.plan_page(&plural, &filter, None)
        })
        .await
}

/// `POST /OBJECTS/ID/plan` with what and when, the version that was looked at, and the page to come `back` to.
pub(crate) async fn save(
    visit: Visit,
    Path((plural, id)): Path<(String, String)>,
    headers: HeaderMap,
    Posted(pairs): Posted<Pairs>,
) -> Answered {
    let accepted = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or("");
    let script = accepted.contains("application/json");
    let typed = Typed(pairs);
    let next = back(Some(typed.text("back"))).unwrap_or_else(|| Address::of(format!("/{plural}/plan")));
    let (name, text, sent) = (plural.clone(), id.clone(), typed.clone());
    let planned = visit.write(move |reader| reader.plan_one(&name, &text, &sent));
    match (planned.await, script) {
        (Ok(body), true) => Ok(Json(body).into_response()),
        (Ok(_), false) => Ok(to(&next.with("done", "plan_step"))),
        (Err(problem), true) => {
            let code = status(&problem);
            let told = visit.read(move |reader| {
                let title = cordee_i18n::problem(reader.language(), &problem);
                let said = faults(&problem).iter().map(|f| cordee_i18n::fault(reader.language(), f, None));
                let field = faults(&problem).first().and_then(|fault| fault.field.clone());
                let detail = said.collect::<Vec<_>>().join(" ");
                Ok(json!({"title": title, "detail": detail, "field": field}))
            });
            Ok((code, Json(told.await?)).into_response())
        }
        (Err(problem), false) => {
            let filter = next.one("filter").unwrap_or("").to_owned();
            let again = move |reader: &mut Reader<'_, '_>, problem: &Problem| {
                let id = reader.id(&id)?;
                reader.plan_page(&plural, &filter, Some((id, &typed, problem)))
            };
            visit.shown_again(problem, again).await
        }
    }
}

impl Reader<'_, '_> {
    /// What must come next for records of an object, if its page says so and the reader may plan it.
    pub(crate) fn what_comes_next(&self, object: &'static Object) -> Option<Next> {
        let next = self.registry().portrait(object)?.next?;
        let verb = self.registry().action(object, next.plan)?;
        let sees = [next.what, next.when].iter().all(|name| self.field(object, name).is_some());
        (sees && verb.allowed(self.gate, object)).then_some(next)
    }

    fn plan_one(&mut self, plural: &str, id: &str, typed: &Typed) -> Outcome<Body> {
        let (object, id) = (self.object(plural)?, self.id(id)?);
        let next = self.what_comes_next(object).ok_or(Problem::NotFound)?;
        let verb = self.registry().action(object, next.plan).ok_or(Problem::NotFound)?;
        let day = match day_named(&self.locale, typed.text(next.when), self.gate.today()) {
            Some(day) => day.to_string(),
            None => typed.text(next.when).to_owned(),
        };
        let texts = [(next.what, typed.text(next.what)), (next.when, day.as_str())];
        let input = verb.input_from_texts(texts, self.gate.reading())?;
        let done = verb.act(self.gate, object, id, version(typed)?, &input)?;
        let record = self.gate.get(object, done.id)?;
        let when = match record.value(next.when) {
            Some(Value::Date(day)) => self.day_in_words(*day),
            _ => String::new(),
        };
        let text = self.say("plan-done", &[("day", Arg::from(&when))]);
        Ok(json!({"version": record.head.version, "text": text}))
    }

    fn day_in_words(&self, day: Date) -> String {
        format!("{} {}", self.locale.weekday(day), self.locale.near_date(day, self.gate.today()))
    }

    fn plan_page(
        &mut self,
        plural: &str,
        filter: &str,
        wrong: Option<(Id, &Typed, &Problem)>,
    ) -> Outcome<Page> {
        let object = self.object(plural)?;
        let next = self.what_comes_next(object).ok_or(Problem::NotFound)?;
        let label = |name: &str| self.field(object, name).map(|field| self.label(object, field));
        let (what, when) = (label(next.what).unwrap_or_default(), label(next.when).unwrap_or_default());
        let query = Query::of(object).filter(self.to_plan(object, &next, filter)?).limit(ROWS);
        let sort = vec![Sort { field: next.when, descending: false }];
        let found = self.gate.list(&Query { sort, ..query })?;
        let mut records = found.records;
        self.gate.tell_signs(object, &mut records)?;
        let title = self.word("plan-title");
        let view = Plan {
            title: title.clone(),
            intro: self.word("plan-intro"),
            what: (next.what, what),
            when: (next.when, when),
            when_hint: self.word("plan-when"),
            rows: records.iter().map(|record| self.plan_row(record, &next, wrong)).collect(),
            back: plan_address(object, filter),
            more: found.next.map(|_| self.say("plan-more", &[("count", i64::from(ROWS).into())])),
            empty: Empty {
                icon: Icon::Check,
                title: self.word("plan-none"),
                text: String::new(),
                actions: Vec::new(),
            },
        };
        let mut page = Page::new(title, self.place(object), draw(self.language(), &view)).about(object);
        page.toast = self.just_done();
        Ok(page.below(self.many(object), format!("/{plural}")))
    }

    /// The records that are gone through.
    fn to_plan(&self, object: &'static Object, next: &Next, filter: &str) -> Outcome<Filter> {
        let read = |text: &str| Filter::parse(text, self.gate.catalog(), object, self.gate.reading());
        let going = read(next.going)?;
        if !filter.trim().is_empty() {
            return Ok(going.and(self.seen(object, read(filter)?)?));
        }
        let when = next.when;
        let waits = read(&format!("{when} is empty or {when} <= today"))?;
        let me = self.gate.access().user.map(Value::Link);
        let mine = object.owner.and_then(|name| self.field(object, name)).zip(me);
        let mine = mine.map(|(field, me)| Filter::is(FieldPath::field(object, field), me));
        Ok(mine.into_iter().fold(going.and(waits), Filter::and))
    }

    fn plan_row(&self, record: &Record, next: &Next, wrong: Option<(Id, &Typed, &Problem)>) -> PlanRow {
        let object = record.object;
        let cell = |name: &str| self.field(object, name).map(|field| plain(&self.cell(record, field)));
        let source = self.registry().today.sources().find(|source| source.object == object.name);
        let about = source.map_or(&[][..], |source| source.about).iter().filter_map(|name| cell(name));
        let signs = object.signs.map(|signs| {
            let options = signs.field.kind.options();
            let all = record.signs().iter();
            all.map(|sign| self.pick(object, &signs.field, options, sign)).collect::<Vec<_>>()
        });
        let path = record_path(object, record.head.id);
        let wrong = wrong.filter(|(id, ..)| *id == record.head.id);
        let said = |fault: &Fault| cordee_i18n::fault(self.language(), fault, None);
        PlanRow {
            action: format!("{path}/plan"),
            title: record.title(),
            href: path,
            about: about.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · "),
            signs: signs.unwrap_or_default(),
            version: record.head.version.to_string(),
            what: wrong.map_or_else(
                || cell(next.what).unwrap_or_default(),
                |(_, typed, _)| typed.text(next.what).to_owned(),
            ),
            when: wrong.map_or_else(String::new, |(_, typed, _)| typed.text(next.when).to_owned()),
            stands: cell(next.when).unwrap_or_default(),
            wrong: wrong
                .map(|(_, _, problem)| faults(problem).iter().map(said).collect::<Vec<_>>().join(" ")),
        }
    }

    /// The way to plan what these records need next, for who may.
    pub(crate) fn plan_way(&self, object: &'static Object, filter: &str) -> Option<String> {
        self.what_comes_next(object).filter(|_| self.may(object, Right::Edit))?;
        Some(plan_address(object, filter))
    }
}

/// The page for the records that are like a filter.
fn plan_address(object: &Object, filter: &str) -> String {
    let here = Address::of(format!("/{}/plan", object.plural));
    if filter.is_empty() { here.to_string() } else { here.with("filter", filter).to_string() }
}
