//! How records stand in a calendar.

/// How records stand in a calendar.
#[derive(Clone, Copy, Debug)]
pub struct Calendar {
    /// The instant, or the date, at which one begins; lists sort by it.
    pub start: &'static str,
    /// The instant at which it ends.
    pub end: Option<&'static str>,
    /// The date on which it stands where it has no start; lists sort by it.
    pub day: Option<&'static str>,
    /// The choice that tells its records apart.
    pub kind: Option<&'static str>,
    /// Yes once it is over and done with.
    pub done: Option<&'static str>,
}
