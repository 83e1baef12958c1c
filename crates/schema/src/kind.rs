//! The kinds of fields: one file each under `kinds/`, one line each here.

use crate::behave::Behave;
use crate::kinds::{
    address::AddressKind,
    any_link::AnyLinkKind,
    choice::{ChoiceKind, ChoicesKind},
    date::DateKind,
    email::EmailKind,
    file::FileKind,
    link::LinkKind,
    links::LinksKind,
    long_text::LongTextKind,
    moment::MomentKind,
    money::MoneyKind,
    number::NumberKind,
    percent::PercentKind,
    phone::PhoneKind,
    serial::SerialKind,
    tags::TagsKind,
    text::TextKind,
    time::TimeKind,
    url::UrlKind,
    yes_no::YesNoKind,
};

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
    /// Words of a workspace's own making.
    Tags(TagsKind),
    /// A link to a record; to a user it is a person.
    Link(LinkKind),
    /// Links to any number of records of one object.
    Links(LinksKind),
    /// A link to a record of any object, or of one of several.
    AnyLink(AnyLinkKind),
    /// An e-mail address.
    Email(EmailKind),
    /// A telephone number.
    Phone(PhoneKind),
    /// The address of a page.
    Url(UrlKind),
    /// A postal address.
    Address(AddressKind),
    /// A file: one of the record's attachments.
    File(FileKind),
    /// A number for people, counted up.
    Serial(SerialKind),
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
            Kind::Tags(kind) => kind,
            Kind::Link(kind) => kind,
            Kind::Links(kind) => kind,
            Kind::AnyLink(kind) => kind,
            Kind::Email(kind) => kind,
            Kind::Phone(kind) => kind,
            Kind::Url(kind) => kind,
            Kind::Address(kind) => kind,
            Kind::File(kind) => kind,
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
