//! Records that tell what was done with others, or is to be done.

/// How records tell what was done with others, or is to be done.
#[derive(Clone, Copy, Debug)]
pub struct Deeds {
    /// The choice of what sort it is.
    pub kind: &'static str,
    /// Whether it has been done.
    pub done: &'static str,
    /// When it was done.
    pub done_at: &'static str,
    /// The moment at which it begins.
    pub starts: &'static str,
    /// The day by which it must be done.
    pub due: &'static str,
    /// The day for which it is planned, by either.
    pub planned: &'static str,
    /// What was said.
    pub notes: &'static str,
    /// What a timeline shows beside.
    pub facts: &'static [&'static str],
    /// What is written down from the page of another record, in this order.
    pub written: &'static [Deed],
}

/// A sort of deed, as it is written down.
#[derive(Clone, Copy, Debug)]
pub struct Deed {
    /// Its option.
    pub kind: &'static str,
    /// The name of its icon.
    pub icon: &'static str,
    /// What is filled in; the first says most.
    pub fields: &'static [&'static str],
    /// Whether it has been done when it is written down, unless it begins later.
    pub done: bool,
}
