//! A board, and how cards leave it.

/// A board: cards in the columns of an ordered link or a choice.
#[derive(Clone, Copy, Debug)]
pub struct Board {
    /// The field whose values are the columns.
    pub by: &'static str,
    /// The field of which one board shows one value; where the columns are records, it chooses among them.
    pub within: Option<&'static str>,
    /// The amount that a column adds up.
    pub sum: Option<&'static str>,
    /// The percentage that weighs the amount.
    pub weight: Option<&'static str>,
    /// What a card shows.
    pub card: &'static [&'static str],
    /// The instant at which a card came into its column.
    pub since: Option<&'static str>,
    /// The days that a card should stay at most: a number of the column's record.
    pub expected: Option<&'static str>,
    /// How cards leave the board that have come to their end; without it all of them stay.
    pub ended: Option<Ended>,
}

/// How cards leave a board: what has come to its end is shown for some days only, or the board would show all that
/// ever was.
#[derive(Clone, Copy, Debug)]
pub struct Ended {
    /// The choice that tells what has come to its end: its name in the card and in the column's record, from which
    /// the card keeps it.
    pub told_by: (&'static str, &'static str),
    /// Its option for what is still on its way.
    pub going: &'static str,
    /// The date at which a card came to its end; with the choice it is a pair by which lists are narrowed and sorted.
    pub on: &'static str,
    /// For how many days it is shown, today included.
    pub days: u16,
}
