//! How a field is declared: word after word of what the engine does with it.

use std::marker::PhantomData;

use cordee_base::Id;

use super::{Copied, Default, Field, FieldDef, Rights};
use crate::{Kind, RollUp};

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
            reckoned_from: &[],
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

    /// Set by the engine, which reckons it from these fields of its own record.
    pub const fn reckoned_from(mut self, fields: &'static [&'static str]) -> Self {
        self.def.reckoned_from = fields;
        self.def.no_import = true;
        self.read_only()
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
