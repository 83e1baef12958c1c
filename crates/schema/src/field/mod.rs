//! A fact about a thing: a field, declared as a typed constant.

mod declare;
mod of_kind;

use std::marker::PhantomData;

use crate::formula::Formula;
use crate::{Column, ColumnType, Kind, RollUp};

pub use of_kind::*;

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
    /// The fields of its own record that the engine reckons it from: who may not see one of them does not see it.
    pub reckoned_from: &'static [&'static str],
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
