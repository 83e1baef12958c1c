//! The tree of a formula, and the functions that it knows.

use cordee_base::{Currency, Date, Decimal, Fault};

use super::fault;

/// A part of a formula, with the column where it stands.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub at: usize,
    pub what: What,
}

/// What a part of a formula is.
#[derive(Clone, Debug)]
pub(super) enum What {
    Number(Decimal),
    Text(String),
    YesNo(bool),
    Date(Date),
    /// A field by its name, as it was written.
    Named(String),
    /// The field at this place among those that the formula reads.
    Read(usize),
    Minus(Box<Node>),
    Not(Box<Node>),
    Two(Two, Box<(Node, Node)>),
    Call(Function, Vec<Node>),
    /// A number as an amount of a currency.
    Money(Currency, Box<Node>),
}

/// What stands between two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Two {
    Plus,
    Minus,
    Times,
    Over,
    Rest,
    Join,
    Is,
    IsNot,
    Less,
    AtMost,
    Greater,
    AtLeast,
    And,
    Or,
}

/// A function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Function {
    If,
    Coalesce,
    Empty,
    Min,
    Max,
    Round,
    Abs,
    Number,
    Money,
    Upper,
    Lower,
    Length,
    Left,
    Right,
    Date,
    DaysBetween,
    HoursBetween,
    AddDays,
    AddHours,
    Year,
    Month,
    Day,
    Hour,
    Minute,
}

/// As many values as one likes.
const MANY: usize = usize::MAX;

/// The functions: how they are written, and with how many values at least and at most.
const FUNCTIONS: [(Function, &str, &str, usize, usize); 24] = [
    (Function::If, "if", "if(condition, value, otherwise)", 2, 3),
    (Function::Coalesce, "coalesce", "coalesce(value, otherwise)", 1, MANY),
    (Function::Empty, "empty", "empty(value)", 1, 1),
    (Function::Min, "min", "min(a, b)", 1, MANY),
    (Function::Max, "max", "max(a, b)", 1, MANY),
    (Function::Round, "round", "round(number, decimals)", 1, 2),
    (Function::Abs, "abs", "abs(number)", 1, 1),
    (Function::Number, "number", "number(amount)", 1, 1),
    (Function::Money, "money", "money(number, \"EUR\")", 2, 2),
    (Function::Upper, "upper", "upper(text)", 1, 1),
    (Function::Lower, "lower", "lower(text)", 1, 1),
    (Function::Length, "length", "length(text)", 1, 1),
    (Function::Left, "left", "left(text, count)", 2, 2),
    (Function::Right, "right", "right(text, count)", 2, 2),
    (Function::Date, "date", "date(\"2026-12-31\")", 1, 1),
    (Function::DaysBetween, "days_between", "days_between(from, to)", 2, 2),
    (Function::HoursBetween, "hours_between", "hours_between(from, to)", 2, 2),
    (Function::AddDays, "add_days", "add_days(date, days)", 2, 2),
    (Function::AddHours, "add_hours", "add_hours(moment, hours)", 2, 2),
    (Function::Year, "year", "year(date)", 1, 1),
    (Function::Month, "month", "month(date)", 1, 1),
    (Function::Day, "day", "day(date)", 1, 1),
    (Function::Hour, "hour", "hour(time)", 1, 1),
    (Function::Minute, "minute", "minute(time)", 1, 1),
];

/// What people look for in vain: it would be another value tomorrow, though nobody has written anything.
const CLOCK: [&str; 4] = ["today", "now", "days_since", "days_until"];

impl Function {
    /// The function called `name`, which stands in this column.
    pub(super) fn named(name: &str, at: usize) -> Result<Function, Fault> {
        if let Some((function, ..)) = FUNCTIONS.iter().find(|(_, known, ..)| *known == name) {
            return Ok(*function);
        }
        if is_clock(name) {
            return Err(fault("error-formula-clock", at).with("name", name));
        }
        let names: Vec<&str> = FUNCTIONS.iter().map(|(_, name, ..)| *name).collect();
        Err(fault("error-formula-function", at).with("name", name).with("options", names.join(", ")))
    }

    /// How many values it takes at least and at most.
    pub(super) fn takes(self) -> (usize, usize) {
        FUNCTIONS.iter().find(|(known, ..)| *known == self).map_or((0, MANY), |row| (row.3, row.4))
    }

    /// How it is written.
    pub(super) fn usage(self) -> &'static str {
        FUNCTIONS.iter().find(|(known, ..)| *known == self).map_or("", |row| row.2)
    }
}

/// Whether the name asks for the present.
pub(super) fn is_clock(name: &str) -> bool {
    CLOCK.contains(&name)
}
