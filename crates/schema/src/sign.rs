//! Signs that a record needs somebody: named conditions that hold by the day, told in lists and asked in filters.

use crate::{FieldDef, Object};

/// The signs that records of an object may show.
#[derive(Clone, Copy, Debug)]
pub struct Signs {
    /// The field in which they are told: any of its options. No table holds it, because it would grow old without
    /// anybody writing; it is found out when it is asked for.
    pub field: FieldDef,
    /// The signs, one for each option.
    pub all: &'static [Sign],
}

/// A sign: what records are like that show it.
#[derive(Clone, Copy, Debug)]
pub struct Sign {
    /// The option of the field.
    pub name: &'static str,
    /// What the records are like, in the filter language.
    pub filter: &'static str,
    /// How long that may last, if not for no time at all.
    pub patience: Option<Patience>,
}

/// For how many days something may last before it is a sign: as many as a linked record says, of which there are few.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// The moments or dates from which the days are counted: the first of them that is filled.
    pub since: &'static [&'static str],
    /// The link to the record that says how many.
    pub link: &'static str,
    /// The number of days there; where it is empty, there is no end of patience.
    pub days: &'static str,
}

impl Sign {
    /// A sign that records like this show.
    pub const fn new(name: &'static str, filter: &'static str) -> Sign {
        Sign { name, filter, patience: None }
    }

    /// Shown only after more days than `link.days` have passed since the first of these that is filled.
    pub const fn after(
        mut self,
        since: &'static [&'static str],
        link: &'static str,
        days: &'static str,
    ) -> Sign {
        self.patience = Some(Patience { since, link, days });
        self
    }
}

impl Object {
    /// The same object, whose records show these signs.
    pub const fn signs(mut self, signs: &'static Signs) -> Object {
        self.signs = Some(signs);
        self
    }

    /// Whether a field is the one in which its signs are told.
    pub fn is_sign(&self, field: &FieldDef) -> bool {
        self.signs.is_some_and(|signs| signs.field.name == field.name)
    }
}
