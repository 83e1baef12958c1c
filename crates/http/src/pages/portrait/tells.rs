//! The strip below a record's head: figures of what hangs on it, facts, how long nothing has happened; and how one
//! reaches whom it is about.

use axum::extract::Path as Place;
use axum::response::{Html, IntoResponse};
use cordee_base::{Currency, Decimal, Id, Money, Outcome, Problem};
use cordee_kit::{Report, Silence, Tell, word_key};
use cordee_records::{Grouping, Measure, Ordered, Reckon, Right};
use cordee_schema::kinds::phone::spoken;
use cordee_schema::{FieldDef, Filter, Kind, Object, Path, Record, RollUp, Rolled, Value};
use cordee_ui::screens::aspects::{Reach, Told, glimpse as draw};
use cordee_ui::{Cell, Icon, Tone};
use maud::Markup;

use crate::pages::address::Address;
use crate::pages::reader::{Reader, record_path};
use crate::pages::reports::report_path;
use crate::pages::visit::{Answered, Visit};

impl Reader<'_, '_> {
    /// What is told of a record below its head.
    pub(crate) fn tells(&mut self, record: &Record) -> Outcome<Vec<Told>> {
        let Some(portrait) = self.registry().portrait(record.object) else { return Ok(Vec::new()) };
        let mut told = Vec::new();
        for tell in portrait.tells {
            told.extend(match tell {
                Tell::Field(name) => self.field(record.object, name).map(|field| {
                    let (label, tip) = (self.label(record.object, field), self.tip_of(record.object, field));
                    Told { label, tip, value: self.cell(record, field), tone: Tone::Neutral, later: None }
                }),
                Tell::Reckoned(name, how) => {
                    let label = self.own_word(record.object, &format!("tell-{name}")).unwrap_or_default();
                    let value = self.reckoned(record, how)?;
                    value.map(|value| Told { label, tip: None, value, tone: Tone::Neutral, later: None })
                }
                Tell::Missing(names) => self.missing_of(record, names),
                Tell::Silence(silence) => self.silence(record, silence)?,
                Tell::Report(name, going) => self.report_about(record, name, going)?,
            });
        }
        told.retain(|told| !matches!(told.value, Cell::Empty));
        Ok(told)
    }

    /// What others that link here come to, as far as the reader may see them; none where they may see nothing of it.
    fn reckoned(&mut self, record: &Record, how: &RollUp) -> Outcome<Option<Cell>> {
        let Some(object) = self.gate.catalog().object(how.of).filter(|of| self.may(of, Right::Read)) else {
            return Ok(None);
        };
        let Some(link) = self.field(object, how.by) else { return Ok(None) };
        let mut filter = Filter::is(Path::field(object, link), Value::Link(record.head.id));
        if let Some(only) = how.filter {
            filter = filter.and(Filter::parse(only, self.gate.catalog(), object, self.gate.reading())?);
        }
        let Some(field) = how.field.map_or(Some(link), |name| self.field(object, name)) else {
            return Ok(None);
        };
        let reckon = match how.what {
            Rolled::Count => Reckon::Count,
            Rolled::Sum => Reckon::Sum(Path::field(object, field)),
            Rolled::Min => return self.edge(object, field, filter, false).map(Some),
            Rolled::Max => return self.edge(object, field, filter, true).map(Some),
            Rolled::Different | Rolled::Latest => return Ok(None),
        };
        let measures = vec![Measure::of(reckon)];
        let grouping = Grouping { object, by: Vec::new(), measures, filter, as_of: None };
        let (_, total) = self.gate.group_and_total(&grouping)?;
        let total = total.first().copied().flatten();
        Ok(Some(match (how.what, field.kind) {
            (Rolled::Sum, Kind::Money(_)) => {
                self.money(minor(total.unwrap_or_default(), self.gate.reading().currency), 0)
            }
            _ => Cell::Number(self.locale.plain_number(total.unwrap_or_default())),
        }))
    }

    /// What the first, or the last, of some records has in a field.
    fn edge(
        &mut self,
        object: &'static Object,
        field: &'static FieldDef,
        filter: Filter,
        last: bool,
    ) -> Outcome<Cell> {
        let wanted = Ordered { object, filter, by: field.name, descending: last, before: None, limit: 1 };
        let found = self.gate.ordered(&wanted)?;
        Ok(found.first().map_or(Cell::Empty, |record| self.cell(record, field)))
    }

    /// What one does not know yet.
    fn missing_of(&self, record: &Record, names: &[&'static str]) -> Option<Told> {
        let fields = names.iter().filter_map(|name| self.field(record.object, name));
        let empty = fields.filter(|field| record.value(field.name).is_none_or(Value::is_none));
        let labels: Vec<String> = empty.map(|field| self.label(record.object, field)).collect();
        let label = self.own_word(record.object, "tell-missing").unwrap_or_default();
        let value = Cell::Text(labels.join(", "));
        (!labels.is_empty()).then_some(Told { label, tip: None, value, tone: Tone::Risk, later: None })
    }

    fn silence(&mut self, record: &Record, silence: &Silence) -> Outcome<Option<Told>> {
        let matters = Filter::parse(silence.going, self.gate.catalog(), record.object, self.gate.reading())?;
        let moment = silence.since.iter().find_map(|name| {
            let field = self.field(record.object, name)?;
            match record.any_value(field) {
                Value::Moment(moment) => Some(moment),
                _ => None,
            }
        });
        let matters = self.gate.filter_holds(&matters, &|field| record.any_value(field))?;
        let Some(since) = moment.filter(|_| matters) else { return Ok(None) };
        let days = (self.gate.now().micros() - since.micros()).max(0) / (24 * 3600 * 1_000_000);
        let label = self.own_word(record.object, "tell-silence").unwrap_or_default();
        let value = Cell::Text(self.say("days", &[("count", days.into())]));
        let tone = if days >= silence.late { Tone::Overdue } else { Tone::Neutral };
        Ok(Some(Told { label, tip: None, value, tone, later: None }))
    }

    /// The way to a report about a record, while the record is so that the report tells of it.
    fn report_about(&mut self, record: &Record, name: &str, going: &str) -> Outcome<Option<Told>> {
        let Ok(report) = self.report_at(name) else { return Ok(None) };
        let going = Filter::parse(going, self.gate.catalog(), record.object, self.gate.reading())?;
        if !self.gate.filter_holds(&going, &|field| record.any_value(field))? {
            return Ok(None);
        }
        let value = Cell::Link { title: self.word("ui-show"), href: Some(about(report, record)) };
        let label = self.word(&word_key("report", report.name));
        let tip = self.tip(self.registry().term(report.name));
        let path = record_path(record.object, record.head.id);
        let later = self.registry().glimpse(name).map(|_| format!("{path}/glimpse/{name}"));
        Ok(Some(Told { label, tip, value, tone: Tone::Neutral, later }))
    }

    /// What a report says of a record that has a page, with the way to the report; the way alone where it says nothing.
    fn glimpse(&mut self, record: &Record, name: &str) -> Outcome<Markup> {
        let report = self.report_at(name)?;
        let glimpse = self.registry().glimpse(name).ok_or(Problem::NotFound)?;
        let href = about(report, record);
        Ok(match (glimpse.tell)(self.gate, record)? {
            Some(seen) => draw(&self.said_text(&seen.figure), &href, &self.said_text(&seen.because)),
            None => draw(&self.word("ui-show"), &href, ""),
        })
    }

    /// How one reaches whom a record is about.
    pub(crate) fn reach(&self, record: &Record) -> Vec<Reach> {
        let fields = self.registry().portrait(record.object).map_or(&[][..], |portrait| portrait.reach);
        self.reached_by(record, fields)
    }

    /// The ways that these fields of a record hold.
    pub(super) fn reached_by(&self, record: &Record, fields: &[&'static str]) -> Vec<Reach> {
        let way = |name: &&'static str| {
            let field = self.field(record.object, name)?;
            let text = record.value(field.name).and_then(Value::as_text)?.to_owned();
            let label = self.label(record.object, field);
            let (icon, href) = match field.kind {
                Kind::Phone(_) => (Icon::Phone, format!("tel:{text}")),
                Kind::Email(_) => (Icon::Mail, format!("mailto:{text}")),
                Kind::Url(_) => (Icon::Link, text.clone()),
                _ => return None,
            };
            let text = if matches!(field.kind, Kind::Phone(_)) { spoken(&text) } else { text };
            Some(Reach { icon, label, text, href })
        };
        fields.iter().filter_map(way).collect()
    }
}

/// `GET /OBJECTS/ID/glimpse/REPORT`: what a report says of one record, to be put on its page.
pub(crate) async fn glimpse(
    visit: Visit,
    Place((plural, id, name)): Place<(String, String, String)>,
) -> Answered {
    let html = visit.read(move |reader| {
        let (object, id) = (reader.object(&plural)?, reader.id(&id)?);
        let record = reader.gate.get(object, id)?;
        Ok(reader.glimpse(&record, &name)?.into_string())
    });
    Ok(Html(html.await?).into_response())
}

/// A report about one record alone.
fn about(report: &Report, record: &Record) -> String {
    Address::of(report_path(report)).with("filter", format!("id = {}", record.head.id)).to_string()
}

/// An amount of so many minor units.
fn minor(amount: Decimal, currency: Currency) -> Money {
    Money::from_minor(i64::try_from(amount.round()).unwrap_or_default(), currency)
}

/// The filter of what links here by a field.
pub(super) fn linked_by(object: &'static Object, field: &'static FieldDef, id: Id) -> Filter {
    Filter::is(Path::field(object, field), Value::Link(id))
}
