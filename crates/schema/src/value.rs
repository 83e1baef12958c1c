//! The value of a field, whatever its kind.

use cordee_base::{Date, Decimal, Id, Moment, Money, Percent, Time};
use serde::{Deserialize, Serialize};

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Value {
    /// Nothing.
    #[default]
    None,
    /// Text of any kind that is text: also e-mail, phone, URL, a choice by its key.
    Text(String),
    /// A number or a percentage (15 for 15 %).
    Number(Decimal),
    /// An amount with its currency.
    Money(Money),
    /// A calendar date.
    Date(Date),
    /// A time of day.
    Time(Time),
    /// An instant.
    Moment(Moment),
    /// Yes or no.
    YesNo(bool),
    /// Several choices, by their keys, in the order of declaration; or tags, by their names, in that of the alphabet.
    Choices(Vec<String>),
    /// The id of another record.
    Link(Id),
    /// The ids of other records of one object, in the order in which they were given.
    Links(Vec<Id>),
    /// The object and the id of another record.
    AnyLink(Box<AnyLink>),
    /// A postal address.
    Address(Box<Address>),
    /// A file: one of the record's attachments.
    File(Box<FileRef>),
}

/// A record of any object, by the object's name and its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnyLink {
    /// The object, in the singular.
    pub object: String,
    /// The record.
    pub id: Id,
}

/// A file as the value of a field, by its id as an attachment; its name is told beside it.
#[derive(Clone, Debug, Eq)]
pub struct FileRef {
    /// The attachment.
    pub id: Id,
    /// What the file is called; empty where nobody has looked yet.
    pub name: String,
}

impl PartialEq for FileRef {
    /// It is the same file whether its name is known or not.
    fn eq(&self, other: &FileRef) -> bool {
        self.id == other.id
    }
}

/// A postal address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Address {
    /// Street, number and what comes before the town; may have several lines.
    pub street: String,
    /// Town.
    pub city: String,
    /// State, region or oblast.
    pub region: String,
    /// Postal code.
    pub postcode: String,
    /// Country, by name or ISO 3166 code as it was given.
    pub country: String,
}

impl Address {
    /// The names of the parts, in the order of [`Address::parts`].
    pub const PARTS: [&'static str; 5] = ["street", "city", "region", "postcode", "country"];

    /// The parts in the order of [`Address::PARTS`].
    pub fn parts(&self) -> [&str; 5] {
        [&self.street, &self.city, &self.region, &self.postcode, &self.country]
    }

    /// The address with these parts.
    pub fn from_parts(parts: [String; 5]) -> Address {
        let [street, city, region, postcode, country] = parts;
        Address { street, city, region, postcode, country }
    }

    /// One part by its name; empty for a name that is none.
    pub fn part(&self, name: &str) -> &str {
        Address::PARTS.iter().position(|p| *p == name).map_or("", |place| self.parts()[place])
    }

    /// Whether no part is filled in.
    pub fn is_empty(&self) -> bool {
        self.parts().iter().all(|part| part.is_empty())
    }
}

impl Value {
    /// Whether there is nothing.
    pub fn is_none(&self) -> bool {
        matches!(self, Value::None)
    }

    /// The text, if it is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The linked ids: of links to many, in their order, or of the one.
    pub fn as_links(&self) -> &[Id] {
        match self {
            Value::Links(ids) => ids,
            Value::Link(id) => std::slice::from_ref(id),
            _ => &[],
        }
    }

    /// The linked id, if it is a link.
    pub fn as_link(&self) -> Option<Id> {
        match self {
            Value::Link(id) => Some(*id),
            _ => None,
        }
    }
}

/// A Rust type that a typed [`crate::Field`] gives and takes.
pub trait FromValue: Sized {
    /// The value as this type; none for no value or one of another kind.
    fn from_value(value: &Value) -> Option<Self>;
    /// The value that holds this.
    fn into_value(self) -> Value;
}

macro_rules! holds {
    ($($type:ty: $variant:ident),* $(,)?) => {$(
        impl FromValue for $type {
            fn from_value(value: &Value) -> Option<$type> {
                match value {
                    Value::$variant(inner) => Some(inner.clone()),
                    _ => None,
                }
            }
            fn into_value(self) -> Value {
                Value::$variant(self)
            }
        }
    )*};
}

holds! {
    String: Text, Decimal: Number, Money: Money, Date: Date, Time: Time, Moment: Moment,
    bool: YesNo, Vec<String>: Choices, Id: Link, Vec<Id>: Links, Box<Address>: Address,
    Box<AnyLink>: AnyLink, Box<FileRef>: File,
}

impl FromValue for Percent {
    fn from_value(value: &Value) -> Option<Percent> {
        Decimal::from_value(value).map(Percent::new)
    }

    fn into_value(self) -> Value {
        Value::Number(self.hundredths())
    }
}
