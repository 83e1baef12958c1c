//! The kinds of fields: one file each under `kinds/`, one line each here.

use std::cmp::Ordering;

use cordee_base::{Currency, Fault, Zone};
use serde_json::Value as Json;

use crate::kinds::{
    self,
    address::AddressKind,
    choice::{ChoiceKind, ChoicesKind},
    date::DateKind,
    email::EmailKind,
    link::LinkKind,
    long_text::LongTextKind,
    moment::MomentKind,
    money::MoneyKind,
    number::NumberKind,
    percent::PercentKind,
    phone::PhoneKind,
    serial::SerialKind,
    text::TextKind,
    time::TimeKind,
    url::UrlKind,
    yes_no::YesNoKind,
};
use crate::{Cell, Column, ColumnType, Operator, Value};

/// A kind of field, with what a declaration says about it.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A line of text.
    Text(TextKind),
    /// Text of many lines.
    LongText(LongTextKind),
    /// A number.
    Number(NumberKind),
    /// An amount with its currency.
    Money(MoneyKind),
    /// A percentage.
    Percent(PercentKind),
    /// A calendar date.
    Date(DateKind),
    /// A time of day.
    Time(TimeKind),
    /// An instant.
    Moment(MomentKind),
    /// Yes or no.
    YesNo(YesNoKind),
    /// One of several options.
    Choice(ChoiceKind),
    /// Any of several options.
    Choices(ChoicesKind),
    /// A link to a record; to a user it is a person.
    Link(LinkKind),
    /// An e-mail address.
    Email(EmailKind),
    /// A telephone number.
    Phone(PhoneKind),
    /// The address of a page.
    Url(UrlKind),
    /// A postal address.
    Address(AddressKind),
    /// A number for people, counted up.
    Serial(SerialKind),
}

/// How texts are read: what is meant where a text leaves it open.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The currency of an amount that names none.
    pub currency: Currency,
    /// The zone of an instant that names none.
    pub zone: Zone,
    /// The country (ISO 3166) of a telephone number that names none.
    pub country: Option<String>,
}

impl std::default::Default for Reading {
    fn default() -> Reading {
        Reading { currency: Currency::EUR, zone: Zone::UTC, country: None }
    }
}

/// What every kind of field can do. What is not said otherwise is so for all kinds that are text.
pub trait Behave {
    /// The name in API, documentation and styles: `long_text`.
    fn name(&self) -> &'static str;

    /// Reads a text from a form or a file; an empty text is no value. The fault has no field yet.
    fn parse(&self, text: &str, reading: &Reading) -> Result<Value, Fault>;

    /// Its JSON Schema, for OpenAPI.
    fn json_schema(&self) -> Json;

    /// The columns it needs.
    fn columns(&self) -> Vec<Column> {
        vec![Column { suffix: "", kind: ColumnType::Text }]
    }

    /// Its cells, one for each column.
    fn cells(&self, value: &Value, into: &mut Vec<Cell>) {
        into.push(value.as_text().into());
    }

    /// The value in its cells. Cells of a wrong type read as nothing.
    fn value(&self, cells: &[Cell]) -> Value {
        match cells.first() {
            Some(Cell::Text(text)) => Value::Text(text.clone()),
            _ => Value::None,
        }
    }

    /// The text that `parse` reads back to the same value.
    fn text(&self, value: &Value) -> String {
        value.as_text().unwrap_or("").to_owned()
    }

    /// Reads JSON; `null` is no value.
    fn read_json(&self, json: &Json, reading: &Reading) -> Result<Value, Fault> {
        match json {
            Json::Null => Ok(Value::None),
            Json::String(text) => self.parse(text, reading),
            other => Err(Fault::whole("error-text").with("value", other)),
        }
    }

    /// The JSON that `read_json` reads back to the same value.
    fn json(&self, value: &Value) -> Json {
        value.as_text().map_or(Json::Null, Json::from)
    }

    /// The operators that a filter may use on it.
    fn operators(&self) -> &'static [Operator] {
        kinds::TEXT_OPERATORS
    }

    /// The order in lists; no value comes last.
    fn compare(&self, left: &Value, right: &Value) -> Ordering {
        kinds::none_last(left, right, |left, right| {
            let (left, right) = (left.as_text().unwrap_or(""), right.as_text().unwrap_or(""));
            crate::fold(left).cmp(&crate::fold(right))
        })
    }
}

impl Kind {
    /// What this kind can do.
    pub fn behave(&self) -> &dyn Behave {
        match self {
            Kind::Text(kind) => kind,
            Kind::LongText(kind) => kind,
            Kind::Number(kind) => kind,
            Kind::Money(kind) => kind,
            Kind::Percent(kind) => kind,
            Kind::Date(kind) => kind,
            Kind::Time(kind) => kind,
            Kind::Moment(kind) => kind,
            Kind::YesNo(kind) => kind,
            Kind::Choice(kind) => kind,
            Kind::Choices(kind) => kind,
            Kind::Link(kind) => kind,
            Kind::Email(kind) => kind,
            Kind::Phone(kind) => kind,
            Kind::Url(kind) => kind,
            Kind::Address(kind) => kind,
            Kind::Serial(kind) => kind,
        }
    }

    /// The options of a choice; none for other kinds.
    pub fn options(&self) -> &'static [crate::Choice] {
        match self {
            Kind::Choice(kind) => kind.options,
            Kind::Choices(kind) => kind.options,
            _ => &[],
        }
    }

    /// The parts that a filter or a report can name behind a dot: those of an address.
    pub fn parts(&self) -> &'static [&'static str] {
        match self {
            Kind::Address(_) => &crate::Address::PARTS,
            _ => &[],
        }
    }
}
