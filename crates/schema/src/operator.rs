//! How fields are compared: the operators of the filter language.

/// How a field is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Operator {
    /// Equal to the operand, or to one of several.
    Is,
    /// Not equal to the operand, nor to one of several; also when empty.
    IsNot,
    /// Less than, before.
    Less,
    /// At most.
    AtMost,
    /// Greater than, after.
    Greater,
    /// At least.
    AtLeast,
    /// Contains this text, whatever its case and (where it is searched or sorted by) accents; see [`crate::Path::loose`].
    Contains,
    /// Begins with this text, as loosely. as loosely.
    StartsWith,
    /// Has this option, or one of several, among its choices.
    Has,
    /// Has all of these options among its choices.
    HasAll,
    /// Has not this option, nor one of several, among its choices.
    HasNot,
    /// Is empty.
    IsEmpty,
    /// Is not empty.
    IsNotEmpty,
}

impl Operator {
    /// All operators with their names in JSON.
    pub const ALL: [(&'static str, Operator); 13] = [
        ("is", Operator::Is),
        ("is_not", Operator::IsNot),
        ("less", Operator::Less),
        ("at_most", Operator::AtMost),
        ("greater", Operator::Greater),
        ("at_least", Operator::AtLeast),
        ("contains", Operator::Contains),
        ("starts_with", Operator::StartsWith),
        ("has", Operator::Has),
        ("has_all", Operator::HasAll),
        ("has_not", Operator::HasNot),
        ("is_empty", Operator::IsEmpty),
        ("is_not_empty", Operator::IsNotEmpty),
    ];

    /// The name in JSON.
    pub fn name(self) -> &'static str {
        Operator::ALL.iter().find(|(_, o)| *o == self).map_or("", |(name, _)| name)
    }

    /// The operator with this name in JSON.
    pub fn named(name: &str) -> Option<Operator> {
        Operator::ALL.iter().find(|(n, _)| *n == name).map(|(_, o)| *o)
    }

    /// Whether it needs nothing to compare with.
    pub fn is_bare(self) -> bool {
        matches!(self, Operator::IsEmpty | Operator::IsNotEmpty)
    }
}
