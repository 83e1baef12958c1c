//! A field of each kind, with the Rust type of its values.

use cordee_base::{Date, Decimal, Id, Moment, Money, Percent, Time};

use super::{Field, Rights};
use crate::kinds::choice::{Choice, ChoiceKind, ChoicesKind};
use crate::kinds::{
    address, any_link, date, email, file, link, links, long_text, moment, money, number, percent, phone,
    serial, tags, text, time, url, yes_no,
};
use crate::{Address, AnyLink, FileRef, Kind};

/// A line of text, up to 255 characters.
pub const fn text(name: &'static str) -> Field<String> {
    Field::new(name, Kind::Text(text::TextKind { limit: 255 }))
}

/// Text of many lines.
pub const fn long_text(name: &'static str) -> Field<String> {
    Field::new(name, Kind::LongText(long_text::LongTextKind))
}

/// A number with `decimals` decimals.
pub const fn number(name: &'static str, decimals: u8) -> Field<Decimal> {
    Field::new(name, Kind::Number(number::NumberKind { decimals }))
}

/// An amount of money.
pub const fn money(name: &'static str) -> Field<Money> {
    Field::new(name, Kind::Money(money::MoneyKind))
}

/// A percentage.
pub const fn percent(name: &'static str) -> Field<Percent> {
    Field::new(name, Kind::Percent(percent::PercentKind))
}

/// A calendar date.
pub const fn date(name: &'static str) -> Field<Date> {
    Field::new(name, Kind::Date(date::DateKind))
}

/// A time of day.
pub const fn time(name: &'static str) -> Field<Time> {
    Field::new(name, Kind::Time(time::TimeKind))
}

/// An instant.
pub const fn moment(name: &'static str) -> Field<Moment> {
    Field::new(name, Kind::Moment(moment::MomentKind))
}

/// Yes or no.
pub const fn yes_no(name: &'static str) -> Field<bool> {
    Field::new(name, Kind::YesNo(yes_no::YesNoKind))
}

/// One of `options`.
pub const fn choice(name: &'static str, options: &'static [Choice]) -> Field<String> {
    Field::new(name, Kind::Choice(ChoiceKind { options }))
}

/// Any of `options`.
pub const fn choices(name: &'static str, options: &'static [Choice]) -> Field<Vec<String>> {
    Field::new(name, Kind::Choices(ChoicesKind { options }))
}

/// Words of a workspace's own making.
pub const fn tags(name: &'static str) -> Field<Vec<String>> {
    Field::new(name, Kind::Tags(tags::TagsKind))
}

/// A link to a record of the object called `to`.
pub const fn link(name: &'static str, to: &'static str) -> Field<Id> {
    Field::new(name, Kind::Link(link::LinkKind { to }))
}

/// Links to any number of records of the object called `to`, in an order of their own.
pub const fn links(name: &'static str, to: &'static str) -> Field<Vec<Id>> {
    Field::new(name, Kind::Links(links::LinksKind { to }))
}

/// A link to a record of any object.
pub const fn any_link(name: &'static str) -> Field<Box<AnyLink>> {
    any_link_to(name, &[])
}

/// A link to a record of one of these objects; of any, if none is named.
pub const fn any_link_to(name: &'static str, to: &'static [&'static str]) -> Field<Box<AnyLink>> {
    Field::new(name, Kind::AnyLink(any_link::AnyLinkKind { to }))
}

/// A link to a user.
pub const fn person(name: &'static str) -> Field<Id> {
    link(name, "user")
}

/// An e-mail address.
pub const fn email(name: &'static str) -> Field<String> {
    Field::new(name, Kind::Email(email::EmailKind))
}

/// A telephone number.
pub const fn phone(name: &'static str) -> Field<String> {
    Field::new(name, Kind::Phone(phone::PhoneKind))
}

/// The address of a page.
pub const fn url(name: &'static str) -> Field<String> {
    Field::new(name, Kind::Url(url::UrlKind))
}

/// A postal address.
pub const fn address(name: &'static str) -> Field<Box<Address>> {
    Field::new(name, Kind::Address(address::AddressKind))
}

/// A file: one of the record's attachments. Tables bring none.
pub const fn file(name: &'static str) -> Field<Box<FileRef>> {
    Field::new(name, Kind::File(file::FileKind)).no_import()
}

/// A number for people, counted up without gaps: `D-2026-0042`.
pub const fn serial(name: &'static str, prefix: &'static str) -> Field<String> {
    let mut field = Field::new(name, Kind::Serial(serial::SerialKind { prefix }));
    field.def.rights = Rights::Engine;
    field
}
