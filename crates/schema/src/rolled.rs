//! A field that is reckoned from other records: how many deals an account has, and what they are worth.

/// How a field of a record is reckoned from the records that link to it. The field is of the kind of the result, and
/// nobody sets it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RollUp {
    /// The object of those records.
    pub of: &'static str,
    /// Their link to this one.
    pub by: &'static str,
    /// What is reckoned.
    pub what: Rolled,
    /// Of which of their fields; a count needs none.
    pub field: Option<&'static str>,
    /// Which of them count, as a filter; all if there is none.
    pub filter: Option<&'static str>,
}

/// What is reckoned of many records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rolled {
    /// How many there are.
    Count,
    /// How many different values a field has.
    Different,
    /// The sum of a field; an amount in the currency of the workspace.
    Sum,
    /// The smallest value.
    Min,
    /// The largest value.
    Max,
    /// The value of the record that was created last.
    Latest,
}

impl Rolled {
    /// All, with their names.
    pub const ALL: [(&'static str, Rolled); 6] = [
        ("count", Rolled::Count),
        ("different", Rolled::Different),
        ("sum", Rolled::Sum),
        ("min", Rolled::Min),
        ("max", Rolled::Max),
        ("latest", Rolled::Latest),
    ];

    /// The one called `name`.
    pub fn named(name: &str) -> Option<Rolled> {
        Rolled::ALL.iter().find(|(known, _)| *known == name).map(|(_, rolled)| *rolled)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        Rolled::ALL.iter().find(|(_, rolled)| *rolled == self).map_or("", |(name, _)| name)
    }
}
