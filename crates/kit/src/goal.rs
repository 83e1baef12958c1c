//! How far somebody is with what they are to reach, told above a board and on the page one begins with.

use cordee_base::{Date, Decimal, Outcome};
use cordee_records::Gate;
use cordee_schema::Filter;

use crate::{Fact, Said};

/// What somebody is to reach with the records of an object in a stretch of time. It is told how far they are: above a
/// board of those to whose records it is narrowed, else of one's team or oneself.
#[derive(Clone, Copy, Debug)]
pub struct Goal {
    /// The object.
    pub object: &'static str,
    /// Whether there is something to reach now. Each of these pages asks it, so it must not add up records.
    pub is_set: fn(&mut Gate<'_>, &Filter) -> Outcome<bool>,
    /// How far they are now; none where there is nothing to reach.
    pub tell: fn(&mut Gate<'_>, &Filter) -> Outcome<Option<Reached>>,
    /// What is to be reached in each of the months that begin on these days, as far as there is something.
    pub by_month: fn(&mut Gate<'_>, &Filter, &[Date]) -> Outcome<ByMonth>,
}

/// What is to be reached, by the first day of each month.
pub type ByMonth = Vec<(Date, Said)>;

/// How far somebody is.
#[derive(Clone, Debug)]
pub struct Reached {
    /// Whose it is.
    pub whose: Said,
    /// Until when.
    pub period: String,
    /// The figures.
    pub facts: Vec<Fact>,
    /// What is reached as a share of one.
    pub share: Option<Decimal>,
    /// The report that tells more of it.
    pub report: &'static str,
    /// Its answers.
    pub answers: Vec<(&'static str, String)>,
}
