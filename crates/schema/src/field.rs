//! A fact about a thing: a field, declared as a typed constant.

use std::marker::PhantomData;

use cordee_base::{Date, Decimal, Id, Moment, Money, Percent, Time};

use crate::formula::Formula;
use crate::kinds::choice::{Choice, ChoiceKind, ChoicesKind};
use crate::kinds::{
    address, any_link, date, email, file, link, links, long_text, moment, money, number, percent, phone,
    serial, tags, text, time,
};
use crate::kinds::{url, yes_no};
use crate::{Address, AnyLink, Column, ColumnType, FileRef, Kind, RollUp};

/// A field whose values have the Rust type `T`, over the dynamic [`FieldDef`] that the engine reads.
pub struct Field<T> {
    /// The declaration.
    pub def: FieldDef,
    holds: PhantomData<fn() -> T>,
}

impl<T> Clone for Field<T> {
    fn clone(&self) -> Field<T> {
        *self
    }
}

impl<T> Copy for Field<T> {}

/// The declaration of a field: its name, its kind and what the engine should do with it.
#[derive(Clone, Copy, Debug)]
pub struct FieldDef {
    /// The name in code, table, address and API: `expected_close_date`.
    pub name: &'static str,
    /// What kind of field it is.
    pub kind: Kind,
    /// Must have a value.
    pub required: bool,
    /// Who may set it.
    pub rights: Rights,
    /// Keeps dated versions, so that it can be asked as of any moment.
    pub tracked: bool,
    /// Found by search.
    pub searched: bool,
    /// Lists sort by it; it has an index.
    pub sorted: bool,
    /// A link that nobody follows backwards, so that it needs no index.
    pub unindexed: bool,
    /// Says something about a person.
    pub personal: bool,
    /// No two records of a workspace have the same.
    pub unique: bool,
    /// Two records with the same may be the same thing.
    pub duplicate_key: bool,
    /// Left out of import mappings.
    pub no_import: bool,
    /// Never leaves the engine: a password hash, a token's digest.
    pub secret: bool,
    /// What a new record has.
    pub default: Default,
    /// A number that names rather than counts, such as a year: written without separators.
    pub plain: bool,
    /// What the records are like that a link may be set to, as a filter; see [`Field::choosable`].
    pub choosable: Option<&'static str>,
    /// When it must have a value, as a filter over its own record; see [`Field::required_when`].
    pub required_when: Option<&'static str>,
    /// When it can't be changed, as a filter over its own record; see [`Field::read_only_when`].
    pub read_only_when: Option<&'static str>,
    /// How it is reckoned from the records that link to its own.
    pub rolled_up: Option<RollUp>,
    /// The text of a linked record that stands here as well, to be found by it.
    pub copied: Option<Copied>,
    /// The fields of its own record that it is put together from, as long as nobody says otherwise.
    pub parts: &'static [&'static str],
    /// What it is reckoned from, if nobody sets it.
    pub formula: Option<&'static Formula>,
    /// What it is called, where a workspace has declared it itself; others have their words in `locales`.
    pub called: Option<Said>,
}

/// Where a text stands that is copied into another record: who may not see it there doesn't see the copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Copied {
    /// The link, by name.
    pub by: &'static str,
    /// The object that it leads to.
    pub of: &'static str,
    /// The field there.
    pub field: &'static str,
}

/// What something that a workspace has declared is called: texts by the code of their language, the first for all others.
pub type Said = &'static [(&'static str, &'static str)];

/// Who may set a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rights {
    /// Whoever may edit the record.
    Open,
    /// Whoever may create the record, then nobody.
    OnceAtCreation,
    /// The engine and the verbs only.
    Engine,
}

/// What a field of a new record has when nothing is given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Default {
    /// Nothing.
    None,
    /// This choice, or this text.
    Text(&'static str),
    /// This whole number.
    Number(i64),
    /// Yes or no.
    YesNo(bool),
    /// The person who creates it.
    Me,
    /// The date of creation.
    Today,
    /// The moment of creation.
    Now,
}

impl<T> Field<T> {
    /// A field called `name` of this kind.
    pub const fn new(name: &'static str, kind: Kind) -> Field<T> {
        let def = FieldDef {
            name,
            kind,
            required: false,
            rights: Rights::Open,
            tracked: false,
            searched: false,
            sorted: false,
            unindexed: false,
            personal: false,
            unique: false,
            duplicate_key: false,
            no_import: false,
            secret: false,
            default: Default::None,
            plain: false,
            choosable: None,
            required_when: None,
            read_only_when: None,
            rolled_up: None,
            copied: None,
            parts: &[],
            formula: None,
            called: None,
        };
        Field { def, holds: PhantomData }
    }

    /// The name in code, table, address and API.
    pub const fn name(&self) -> &'static str {
        self.def.name
    }

    /// Must have a value.
    pub const fn required(mut self) -> Self {
        self.def.required = true;
        self
    }

    /// Set at creation, then never again.
    pub const fn once(mut self) -> Self {
        self.def.rights = Rights::OnceAtCreation;
        self
    }

    /// Set by the engine and by verbs, never by hand.
    pub const fn read_only(mut self) -> Self {
        self.def.rights = Rights::Engine;
        self
    }

    /// Keeps dated versions.
    pub const fn tracked(mut self) -> Self {
        self.def.tracked = true;
        self
    }

    /// Found by search.
    pub const fn searched(mut self) -> Self {
        self.def.searched = true;
        self
    }

    /// Lists sort by it.
    pub const fn sorted(mut self) -> Self {
        self.def.sorted = true;
        self
    }

    /// A link that nobody follows backwards: it costs no index, and its target lists no such records.
    pub const fn unindexed(mut self) -> Self {
        self.def.unindexed = true;
        self
    }

    /// Says something about a person.
    pub const fn personal(mut self) -> Self {
        self.def.personal = true;
        self
    }

    /// No two records of a workspace have the same.
    pub const fn unique(mut self) -> Self {
        self.def.unique = true;
        self
    }

    /// Two records with the same may be the same thing.
    pub const fn duplicate_key(mut self) -> Self {
        self.def.duplicate_key = true;
        self
    }

    /// Left out of import mappings.
    pub const fn no_import(mut self) -> Self {
        self.def.no_import = true;
        self
    }

    /// Never leaves the engine.
    pub const fn secret(mut self) -> Self {
        self.def.secret = true;
        self.def.no_import = true;
        self.def.rights = Rights::Engine;
        self
    }

    /// A number that names rather than counts, such as a year: written without separators.
    pub const fn plain(mut self) -> Self {
        self.def.plain = true;
        self
    }

    /// Set only to such records of its target, by a filter over them: `pipeline = $pipeline`. There `$NAME` stands for
    /// what the record itself has in its field NAME; a condition on what is empty asks for nothing.
    pub const fn choosable(mut self, filter: &'static str) -> Self {
        self.def.choosable = Some(filter);
        self
    }

    /// Must have a value while its record is like this: `state = lost`. Asked when a record comes to be so, not of those
    /// that have been so all along.
    pub const fn required_when(mut self, filter: &'static str) -> Self {
        self.def.required_when = Some(filter);
        self
    }

    /// Can't be changed while its record is like this; a new record, and a change that ends that, may set it.
    pub const fn read_only_when(mut self, filter: &'static str) -> Self {
        self.def.read_only_when = Some(filter);
        self
    }

    /// Reckoned from the records that link to its own; nobody sets it.
    pub const fn rolled_up(mut self, how: RollUp) -> Self {
        self.def.rolled_up = Some(how);
        self.def.rights = Rights::Engine;
        self.def.no_import = true;
        self
    }

    /// The same text as in a field of the record that a link leads to, which whoever writes either keeps so. It is told
    /// only to those who may see it there.
    pub const fn copied_from(mut self, link: Field<Id>, field: &'static str) -> Self {
        if let Kind::Link(to) = link.def.kind {
            self.def.copied = Some(Copied { by: link.def.name, of: to.to, field });
        }
        self
    }

    /// Put together from other fields of its record, as long as nobody says otherwise: its hook sees to that.
    pub const fn made_of(mut self, parts: &'static [&'static str]) -> Self {
        self.def.parts = parts;
        self
    }

    /// What a new record has.
    pub const fn default(mut self, default: Default) -> Self {
        self.def.default = default;
        self
    }
}

impl FieldDef {
    /// The columns of its kind, and the engine's own beside them: the folded text and the amount in the
    /// workspace's currency.
    pub fn columns(&self) -> Vec<Column> {
        let mut columns = self.kind.behave().columns();
        if self.folds() {
            columns.push(Column { suffix: FOLD, kind: ColumnType::Text });
        }
        if matches!(self.kind, Kind::Money(_)) {
            columns.push(Column { suffix: BASE, kind: ColumnType::Int });
        }
        columns
    }

    /// Whether a folded copy of the text stands beside it, to search, to sort and to find duplicates by.
    pub fn folds(&self) -> bool {
        (self.searched || self.sorted || self.duplicate_key)
            && matches!(self.kind, Kind::Text(_) | Kind::Email(_) | Kind::Serial(_))
    }

    /// Whether it has an index: what lists sort by, what must not repeat, and links, to be followed backwards.
    pub fn indexed(&self) -> bool {
        let links = self.links_to().is_some() || matches!(self.kind, Kind::AnyLink(_));
        let followed = links && !self.unindexed;
        followed || self.sorted || self.unique || self.duplicate_key
    }

    /// The fields of the same record on which it depends what the link may be set to.
    pub fn chosen_by(&self) -> impl Iterator<Item = &'static str> + use<> {
        let named = self.choosable.unwrap_or("").split('$').skip(1);
        named.map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or(""))
    }

    /// Whether it depends on the rest of its record that it must be filled, or can't be changed.
    pub fn is_conditional(&self) -> bool {
        self.required_when.is_some() || self.read_only_when.is_some()
    }

    /// Whether a workspace has declared it itself.
    pub fn is_custom(&self) -> bool {
        self.called.is_some()
    }

    /// The object to any number of whose records it links, if it is of links to many.
    pub fn many_to(&self) -> Option<&'static str> {
        match self.kind {
            Kind::Links(links) => Some(links.to),
            _ => None,
        }
    }

    /// The object it leads to, be it to one record or to many.
    pub fn points_to(&self) -> Option<&'static str> {
        self.links_to().or(self.many_to())
    }

    /// The object it links to, if it is a link to one record.
    pub fn links_to(&self) -> Option<&'static str> {
        match self.kind {
            Kind::Link(link) => Some(link.to),
            _ => None,
        }
    }
}

/// The suffix of the column with the folded text.
pub(crate) const FOLD: &str = "_fold";
/// The suffix of the column with the amount in the workspace's currency.
pub(crate) const BASE: &str = "_base";

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
