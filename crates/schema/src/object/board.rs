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
    /// A date that marks a card while it is no older than so many days.
    pub fresh: Option<(&'static str, u16)>,
    /// The column that decides most: links of the record within which the columns are, of which the first counts that
    /// leads to one.
    pub key: &'static [&'static str],
    /// How cards leave the board that have come to their end; without it all of them stay.
    pub ended: Option<Ended>,
    /// What its columns ask of a card before it goes on, if they ask for anything.
    pub asks: Option<Asks>,
}

/// What the columns of a board ask of a card before it goes on: a field that must be filled, or something to be ticked.
/// Each is a record of its own, so that a workspace arranges them itself. A card is asked for what the column asks in
/// which it stands, and for what those ask that it passes by; not where it goes back.
#[derive(Clone, Copy, Debug)]
pub struct Asks {
    /// The object of what is asked for.
    pub of: &'static str,
    /// Its link to the column that asks.
    pub by: &'static str,
    /// Its text with the name of the field of a card that must be filled; where it is empty, its title is to be ticked.
    pub field: &'static str,
    /// The links of a card to what is ticked.
    pub ticked: &'static str,
    /// The text of a card that says why columns between were passed by; who says so is not asked for what they ask.
    pub because: &'static str,
    /// The yes or no, of the record within which the columns are, that says whether columns are passed by only for a
    /// reason, whatever they ask; without it they may be passed by whenever they ask for nothing.
    pub strict: Option<&'static str>,
    /// The ends to which a card goes without being asked: options of the choice by which the board tells them.
    pub free: &'static [&'static str],
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
