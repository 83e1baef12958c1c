//! What a formula comes to: exact decimals, amounts with their currency, and no value where there is none.

use std::cmp::Ordering;

use cordee_base::{Currency, Date, Decimal, Id, Moment, Money, Time};
use rust_decimal::RoundingStrategy;

use super::Read;
use super::tree::{Function, Node, Two, What};
use crate::{Kind, Value};

/// How many bytes a text may come to on the way; longer ones are no value.
const LONGEST: usize = 65_536;
/// How many decimals a number may be rounded to.
const FINEST: u32 = 20;

/// How many microseconds an hour has.
const HOUR: i64 = 3_600_000_000;

/// What a part comes to.
#[derive(Clone, Debug, PartialEq)]
enum Held {
    None,
    Number(Decimal),
    /// Not rounded yet: that is done once, at the end.
    Money(Decimal, Currency),
    Text(String),
    Date(Date),
    Moment(Moment),
    Time(Time),
    YesNo(bool),
    Link(Id),
    /// Something that can only be told from nothing.
    There,
}

/// The value of the tree for a field of this kind.
pub(super) fn value(root: &Node, reads: &[Read], values: &[Value], kind: Kind) -> Value {
    let value = match (Reckoning { reads, values }.of(root), kind) {
        (Held::Number(number), Kind::Number(kind)) => {
            Value::Number(rounded(number, u32::from(kind.decimals)).normalize())
        }
        (Held::Money(amount, currency), Kind::Money(_)) => {
            Money::rounded(amount, currency).map_or(Value::None, Value::Money)
        }
        (Held::Text(text), Kind::Text(kind)) => line(&text, kind.limit),
        (Held::Date(date), Kind::Date(_)) => Value::Date(date),
        (Held::Moment(moment), Kind::Moment(_)) => Value::Moment(moment),
        (Held::Time(time), Kind::Time(_)) => Value::Time(time),
        (Held::YesNo(yes), Kind::YesNo(_)) => Value::YesNo(yes),
        _ => Value::None,
    };
    if kind.fault(&value).is_some() { Value::None } else { value }
}

/// A text as the field of a line keeps it, as much of it as there is room for.
fn line(text: &str, limit: usize) -> Value {
    let cut: String = text.trim().chars().take(limit).collect();
    crate::kinds::text::read(&cut, limit, false).unwrap_or_default()
}

struct Reckoning<'v> {
    reads: &'v [Read],
    values: &'v [Value],
}

impl Reckoning<'_> {
    fn of(&self, node: &Node) -> Held {
        match &node.what {
            What::Number(number) => Held::Number(*number),
            What::Text(text) => Held::Text(text.clone()),
            What::YesNo(yes) => Held::YesNo(*yes),
            What::Date(date) => Held::Date(*date),
            What::Money(currency, number) => match self.of(number) {
                Held::Number(number) => Held::Money(number, *currency),
                _ => Held::None,
            },
            // The types have resolved all names.
            What::Named(_) => Held::None,
            What::Read(place) => self.read(*place),
            What::Minus(inner) => match self.of(inner) {
                Held::Number(number) => Held::Number(-number),
                Held::Money(amount, currency) => Held::Money(-amount, currency),
                _ => Held::None,
            },
            What::Not(inner) => match self.of(inner) {
                Held::YesNo(yes) => Held::YesNo(!yes),
                _ => Held::None,
            },
            What::Two(two @ (Two::And | Two::Or), sides) => self.both(*two == Two::And, &sides.0, &sides.1),
            What::Two(two, sides) => between(*two, self.of(&sides.0), self.of(&sides.1)),
            What::Call(function, given) => self.call(*function, given),
        }
    }

    fn read(&self, place: usize) -> Held {
        let part = self.reads.get(place).and_then(|read| read.part);
        match (self.values.get(place), part) {
            (Some(Value::Number(number)), _) => Held::Number(*number),
            (Some(Value::Money(money)), _) => Held::Money(money.amount(), money.currency()),
            (Some(Value::Text(text)), _) => Held::Text(text.clone()),
            (Some(Value::Date(date)), _) => Held::Date(*date),
            (Some(Value::Moment(moment)), _) => Held::Moment(*moment),
            (Some(Value::Time(time)), _) => Held::Time(*time),
            (Some(Value::YesNo(yes)), _) => Held::YesNo(*yes),
            (Some(Value::Link(id)), _) => Held::Link(*id),
            (Some(Value::Address(address)), Some(part)) => text(address.part(part).to_owned()),
            (Some(value), None) if !value.is_none() => Held::There,
            _ => Held::None,
        }
    }

    /// `and` and `or`: one side may decide, whatever the other is.
    fn both(&self, all: bool, left: &Node, right: &Node) -> Held {
        match (self.of(left), self.of(right)) {
            (Held::YesNo(one), _) | (_, Held::YesNo(one)) if one != all => Held::YesNo(one),
            (Held::YesNo(_), Held::YesNo(_)) => Held::YesNo(all),
            _ => Held::None,
        }
    }

    fn call(&self, function: Function, given: &[Node]) -> Held {
        let nth = |place: usize| given.get(place).map_or(Held::None, |node| self.of(node));
        match function {
            // What is unknown is not so.
            Function::If => nth(if nth(0) == Held::YesNo(true) { 1 } else { 2 }),
            Function::Coalesce => {
                given.iter().map(|node| self.of(node)).find(|held| *held != Held::None).unwrap_or(Held::None)
            }
            Function::Empty => Held::YesNo(nth(0) == Held::None),
            Function::Min => self.outermost(given, Ordering::Less),
            Function::Max => self.outermost(given, Ordering::Greater),
            Function::Round => round(nth(0), if given.len() > 1 { nth(1) } else { Held::Number(0.into()) }),
            Function::Abs => match nth(0) {
                Held::Number(number) => Held::Number(number.abs()),
                Held::Money(amount, currency) => Held::Money(amount.abs(), currency),
                _ => Held::None,
            },
            Function::Number => match nth(0) {
                Held::Money(amount, _) => Held::Number(amount),
                _ => Held::None,
            },
            Function::AddDays => add_days(nth(0), nth(1)),
            Function::AddHours => later(nth(0), nth(1), HOUR),
            Function::DaysBetween => days(&nth(0), &nth(1)),
            Function::HoursBetween => hours(&nth(0), &nth(1)),
            Function::Hour | Function::Minute => match nth(0) {
                Held::Time(time) if function == Function::Hour => Held::Number(time.hour().into()),
                Held::Time(time) => Held::Number(time.minute().into()),
                _ => Held::None,
            },
            Function::Year | Function::Month | Function::Day => part(function, nth(0)),
            _ => texts(function, nth(0), nth(1)),
        }
    }

    /// The smallest or the largest; none where one is missing, or the currencies differ.
    fn outermost(&self, given: &[Node], wanted: Ordering) -> Held {
        let mut found: Option<Held> = None;
        for held in given.iter().map(|node| self.of(node)) {
            let better = match &found {
                None if held == Held::None => return Held::None,
                None => true,
                Some(known) => match order(&held, known) {
                    Some(order) => order == wanted,
                    None => return Held::None,
                },
            };
            if better {
                found = Some(held);
            }
        }
        found.unwrap_or(Held::None)
    }
}

fn between(two: Two, left: Held, right: Held) -> Held {
    use Held::{Money as Amount, Number};
    match (two, left, right) {
        (Two::Join, left, right) => joined(&left, &right),
        (_, Held::None, _) | (_, _, Held::None) => Held::None,
        (Two::Plus, Number(a), Number(b)) => number(a.checked_add(b)),
        (Two::Minus, Number(a), Number(b)) => number(a.checked_sub(b)),
        (Two::Times, Number(a), Number(b)) => number(a.checked_mul(b)),
        (Two::Over, Number(a), Number(b)) => number(a.checked_div(b)),
        (Two::Rest, Number(a), Number(b)) => number(a.checked_rem(b)),
        (Two::Plus, Amount(a, of), Amount(b, same)) if of == same => amount(a.checked_add(b), of),
        (Two::Minus, Amount(a, of), Amount(b, same)) if of == same => amount(a.checked_sub(b), of),
        (Two::Over, Amount(a, of), Amount(b, same)) if of == same => number(a.checked_div(b)),
        (Two::Times, Amount(a, of), Number(b)) | (Two::Times, Number(b), Amount(a, of)) => {
            amount(a.checked_mul(b), of)
        }
        (Two::Over, Amount(a, of), Number(b)) => amount(a.checked_div(b), of),
        (Two::Minus, later @ Held::Time(_), earlier) => hours(&earlier, &later),
        (Two::Minus, later, earlier) => days(&earlier, &later),
        (two, left, right) => compared(two, &left, &right),
    }
}

fn compared(two: Two, left: &Held, right: &Held) -> Held {
    let Some(order) = order(left, right) else { return Held::None };
    match two {
        Two::Is => Held::YesNo(order == Ordering::Equal),
        Two::IsNot => Held::YesNo(order != Ordering::Equal),
        Two::Less => Held::YesNo(order == Ordering::Less),
        Two::AtMost => Held::YesNo(order != Ordering::Greater),
        Two::Greater => Held::YesNo(order == Ordering::Greater),
        Two::AtLeast => Held::YesNo(order != Ordering::Less),
        _ => Held::None,
    }
}

/// Which is more; none for what can't be compared, such as amounts of different currencies.
fn order(left: &Held, right: &Held) -> Option<Ordering> {
    match (left, right) {
        (Held::Number(a), Held::Number(b)) => Some(a.cmp(b)),
        (Held::Money(a, of), Held::Money(b, same)) if of == same => Some(a.cmp(b)),
        (Held::Text(a), Held::Text(b)) => Some(a.cmp(b)),
        (Held::Date(a), Held::Date(b)) => Some(a.cmp(b)),
        (Held::Moment(a), Held::Moment(b)) => Some(a.cmp(b)),
        (Held::Time(a), Held::Time(b)) => Some(a.cmp(b)),
        (Held::YesNo(a), Held::YesNo(b)) => Some(a.cmp(b)),
        (Held::Link(a), Held::Link(b)) => Some(a.cmp(b)),
        _ => None,
    }
}

fn number(number: Option<Decimal>) -> Held {
    number.map_or(Held::None, Held::Number)
}

fn amount(amount: Option<Decimal>, currency: Currency) -> Held {
    amount.map_or(Held::None, |amount| Held::Money(amount, currency))
}

/// A text; an empty one is no value.
fn text(text: String) -> Held {
    if text.is_empty() || text.len() > LONGEST { Held::None } else { Held::Text(text) }
}

/// Two values written one after the other; what is empty leaves nothing.
fn joined(left: &Held, right: &Held) -> Held {
    text(written(left) + &written(right))
}

fn written(held: &Held) -> String {
    match held {
        Held::None | Held::Link(_) | Held::There => String::new(),
        Held::Number(number) => number.normalize().to_string(),
        Held::Money(amount, currency) => {
            Money::rounded(*amount, *currency).map_or(String::new(), |money| money.to_string())
        }
        Held::Text(text) => text.clone(),
        Held::Date(date) => date.to_string(),
        Held::Moment(moment) => moment.to_string(),
        Held::Time(time) => time.to_string(),
        Held::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
    }
}

/// Half away from zero, as invoices do.
fn rounded(number: Decimal, decimals: u32) -> Decimal {
    number.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero)
}

fn round(held: Held, decimals: Held) -> Held {
    let Some(decimals) = count(&decimals) else { return Held::None };
    let decimals = u32::try_from(decimals).map_or(FINEST, |decimals| decimals.min(FINEST));
    match held {
        Held::Number(number) => Held::Number(rounded(number, decimals)),
        Held::Money(amount, currency) => Held::Money(rounded(amount, decimals), currency),
        _ => Held::None,
    }
}

/// A whole number from zero on; less than that is zero.
fn count(held: &Held) -> Option<usize> {
    match held {
        Held::Number(number) if number.is_sign_negative() => Some(0),
        Held::Number(number) => usize::try_from(number.trunc()).ok(),
        _ => None,
    }
}

/// Whole days between two dates; between two instants as many times 24 hours as have passed, with what is begun.
fn days(from: &Held, to: &Held) -> Held {
    match (from, to) {
        (Held::Date(from), Held::Date(to)) => Held::Number((from.duration_until(*to).as_hours() / 24).into()),
        (Held::Moment(_), Held::Moment(_)) => passed(from, to, 24 * HOUR),
        _ => Held::None,
    }
}

/// Hours between two instants, or two times of day, with what is begun.
fn hours(from: &Held, to: &Held) -> Held {
    match (from, to) {
        (Held::Time(from), Held::Time(to)) => {
            let micros = i64::try_from(from.duration_until(*to).as_micros()).ok();
            number(micros.and_then(|micros| Decimal::from(micros).checked_div(HOUR.into())))
        }
        _ => passed(from, to, HOUR),
    }
}

/// How often a stretch of so many microseconds has passed from one instant to another.
fn passed(from: &Held, to: &Held, stretch: i64) -> Held {
    let (Held::Moment(from), Held::Moment(to)) = (from, to) else { return Held::None };
    let micros = Decimal::from(to.micros()) - Decimal::from(from.micros());
    number(micros.checked_div(stretch.into()))
}

/// An instant, and so many stretches of microseconds later.
fn later(from: Held, many: Held, stretch: i64) -> Held {
    let (Held::Moment(from), Held::Number(many)) = (from, many) else { return Held::None };
    let micros = many.checked_mul(stretch.into()).and_then(|micros| i64::try_from(micros.trunc()).ok());
    let sum = micros.and_then(|micros| from.micros().checked_add(micros));
    sum.map_or(Held::None, |micros| Held::Moment(Moment::from_micros(micros)))
}

fn add_days(date: Held, days: Held) -> Held {
    if let Held::Moment(_) = date {
        return later(date, days, 24 * HOUR);
    }
    let (Held::Date(date), Held::Number(days)) = (date, days) else { return Held::None };
    let days = i64::try_from(days.trunc()).ok();
    let span = days.and_then(|days| jiff::Span::new().try_days(days).ok());
    span.and_then(|span| date.checked_add(span).ok()).map_or(Held::None, Held::Date)
}

fn part(function: Function, held: Held) -> Held {
    let Held::Date(date) = held else { return Held::None };
    let part = match function {
        Function::Year => i64::from(date.year()),
        Function::Month => i64::from(date.month()),
        _ => i64::from(date.day()),
    };
    Held::Number(part.into())
}

fn texts(function: Function, held: Held, second: Held) -> Held {
    let Held::Text(given) = held else { return Held::None };
    let letters = given.chars().count();
    match function {
        Function::Upper => text(given.to_uppercase()),
        Function::Lower => text(given.to_lowercase()),
        Function::Length => Held::Number(letters.into()),
        Function::Left => count(&second).map_or(Held::None, |many| text(given.chars().take(many).collect())),
        Function::Right => count(&second)
            .map_or(Held::None, |many| text(given.chars().skip(letters.saturating_sub(many)).collect())),
        _ => Held::None,
    }
}
