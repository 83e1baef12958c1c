//! Records that stand inside another: who changes them, and how they stand there as lines.

/// Who changes the parts of a record; whoever sees the whole sees them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Whoever may change the whole.
    WithWhole,
    /// Whoever sees the whole may add one, unless a role is kept from it; only the person in this field changes it, and
    /// besides them administrators take it away.
    ByAuthor(&'static str),
}

/// How records stand as lines in another: under which name it has them, and in which order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lines {
    /// What the whole calls them in the API, beside its own fields: `lines`.
    pub name: &'static str,
    /// The number by which they are ordered; the engine keeps it.
    pub position: &'static str,
}
