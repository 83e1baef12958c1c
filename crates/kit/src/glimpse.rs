//! What a report says of one record, in a line on its page: asked for once the page is there.

use cordee_base::Outcome;
use cordee_records::Gate;
use cordee_schema::Record;

use crate::Said;

/// What a report says of one record.
#[derive(Clone, Copy, Debug)]
pub struct Glimpse {
    /// The report, by its name.
    pub report: &'static str,
    /// Finds it out; none where there is nothing to say.
    pub tell: fn(&mut Gate<'_>, &Record) -> Outcome<Option<Seen>>,
}

/// A figure of one record, and why it is so.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The figure.
    pub figure: Said,
    /// What explains it.
    pub because: Said,
}
