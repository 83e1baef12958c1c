//! What a record's page tells at a glance, beside its fields: figures, the way it goes, how one reaches it, who belongs
//! to it, what hangs on it, and what it belongs to.

use cordee_schema::RollUp;

/// Something told in the strip below a record's head.
#[derive(Clone, Copy, Debug)]
pub enum Tell {
    /// A field of its own.
    Field(&'static str),
    /// What others that link here come to, asked when it is shown: words `OBJECT-tell-NAME`.
    Reckoned(&'static str, RollUp),
    /// Which of these fields are not filled yet: words `OBJECT-tell-missing`.
    Missing(&'static [&'static str]),
    /// For how long nothing has happened.
    Silence(Silence),
    /// A report, by its name, about this record alone; while the record is like this, in the filter language.
    Report(&'static str, &'static str),
}

/// For how long nothing has happened: words `OBJECT-tell-silence`.
#[derive(Clone, Copy, Debug)]
pub struct Silence {
    /// The moment since when: the first of these that is filled.
    pub since: &'static [&'static str],
    /// From how many days on it is too long.
    pub late: i64,
    /// While a record is like this, it matters; in the filter language.
    pub going: &'static str,
}

/// The way that a record goes by a choice.
#[derive(Clone, Copy, Debug)]
pub struct Along {
    /// The choice; one that is tracked tells how long each step took.
    pub by: &'static str,
    /// Its options on the way, in order; another one is told as the end, once it is reached.
    pub steps: &'static [&'static str],
}

/// The people that belong to a record, and the parts that they play in others that belong to it.
#[derive(Clone, Copy, Debug)]
pub struct People {
    /// The object of the people.
    pub of: &'static str,
    /// Their link to the record.
    pub by: &'static str,
    /// What they do.
    pub does: &'static str,
    /// When one was last in touch with them.
    pub met: &'static str,
    /// How one reaches them.
    pub reach: &'static [&'static str],
    /// The object that says who plays a part in what.
    pub parts: &'static str,
    /// Its link to the person.
    pub person: &'static str,
    /// Its link to what they play a part in, which has a link to the record of the same name as `by`.
    pub within: &'static str,
    /// The choices that tell of the part: which it is, then how much their word counts, where they stand.
    pub told: &'static [&'static str],
    /// What it must be like, to be told of: `state = open`.
    pub going: &'static str,
}

/// Some of the records that link here, in columns chosen for this page: words `OBJECT-list-NAME`.
#[derive(Clone, Copy, Debug)]
pub struct List {
    /// Its name.
    pub name: &'static str,
    /// The object of the records.
    pub of: &'static str,
    /// Their link to this one.
    pub by: &'static str,
    /// What they must be like, as a filter; all if it is empty.
    pub only: &'static str,
    /// The field by which they are sorted, and whether the largest comes first.
    pub order: (&'static str, bool),
    /// The columns: a field, or one of a linked record, as `deal.stage`.
    pub columns: &'static [&'static str],
}
