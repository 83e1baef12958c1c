//! How a course is written in few bytes: each span tells how long it lasted and which fields were different from the one
//! after it. The newest stands first, so that whoever asks about a day that is over reads no further than to that day.

use cordee_base::{Id, Moment};
use cordee_schema::Object;

/// How many fields of a record can be told.
pub const FIELDS: usize = Object::MOST_COURSES;

/// In what a span begins with, before the fields that changed: it holds still.
const STILL: u64 = 1;
/// In the last two bits of what a field came to hold: nothing, a word, a number.
const NOTHING: u64 = 0;
const WORD: u64 = 1;
const NUMBER: u64 = 2;

/// What a field held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Held {
    /// Nothing, or nothing that may be seen.
    #[default]
    Nothing,
    /// One of the values that the field has held anywhere, by its place among them: [`super::Courses::words`].
    Word(u32),
    /// A number; an amount in minor units of the workspace's currency; a moment in microseconds.
    Number(i64),
}

/// A stretch of time in which no told field changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// From when on.
    pub from: Moment,
    /// Until when; [`Moment::FOREVER`] if it is so still.
    pub to: Moment,
    /// What the fields held, in the order of [`Object::courses`].
    pub held: [Held; FIELDS],
}

/// The course of one record.
#[derive(Clone, Copy, Debug)]
pub struct Course<'a> {
    /// The record.
    pub id: Id,
    packed: &'a [u8],
    hidden: &'a [bool; FIELDS],
}

impl<'a> Course<'a> {
    /// What was packed of a record, without the fields that are hidden.
    pub(super) fn new(id: Id, packed: &'a [u8], hidden: &'a [bool; FIELDS]) -> Course<'a> {
        Course { id, packed, hidden }
    }

    /// Whether it is there still, and not in the trash.
    pub fn is_there(&self) -> bool {
        self.packed.first().is_some_and(|first| u64::from(*first) & STILL != 0)
    }

    /// Its spans, the newest first; at least one.
    pub fn newest_first(&self) -> impl Iterator<Item = Span> + use<'a> {
        let hidden = self.hidden;
        read(self.packed).map(move |mut span| {
            for (held, _) in span.held.iter_mut().zip(hidden).filter(|(_, hidden)| **hidden) {
                *held = Held::Nothing;
            }
            span
        })
    }

    /// Its spans in the order of time, in a place that is used again and again.
    pub fn in_order<'b>(&self, into: &'b mut Vec<Span>) -> &'b [Span] {
        into.clear();
        into.extend(self.newest_first());
        into.reverse();
        into
    }
}

/// Writes the spans of a record, which are in the order of time.
pub(super) fn write(out: &mut Vec<u8>, spans: &[Span]) {
    let (mut next, mut after) = (0, [Held::Nothing; FIELDS]);
    for span in spans.iter().rev() {
        let still = span.to == Moment::FOREVER;
        let mut first = if still { STILL } else { 0 };
        for (place, _) in span.held.iter().enumerate().filter(|(place, held)| after[*place] != **held) {
            first |= 2 << place;
        }
        number(out, first);
        let to = if still { 0 } else { span.to.micros() };
        if !still {
            number(out, zigzag(next_to(next, to)));
        }
        number(out, zigzag(to.wrapping_sub(span.from.micros())));
        for (place, held) in span.held.iter().enumerate().filter(|(place, _)| first >> place & 2 == 2) {
            match held {
                Held::Nothing => number(out, NOTHING),
                Held::Word(word) => number(out, u64::from(*word) << 2 | WORD),
                // The two bits for which there is no room stand in a byte of their own.
                Held::Number(held) => {
                    let held = zigzag(*held);
                    number(out, held << 2 | NUMBER);
                    out.push((held >> 62) as u8);
                }
            }
            after[place] = *held;
        }
        next = span.from.micros();
    }
}

/// How far one moment lies before another, and back again.
fn next_to(next: i64, to: i64) -> i64 {
    next.wrapping_sub(to)
}

/// Reads the spans of a record as they were written: the newest first.
fn read(mut bytes: &[u8]) -> impl Iterator<Item = Span> {
    let (mut next_from, mut held) = (0i64, [Held::Nothing; FIELDS]);
    std::iter::from_fn(move || {
        if bytes.is_empty() {
            return None;
        }
        let first = next(&mut bytes);
        let still = first & STILL != 0;
        let to = if still { 0 } else { next_to(next_from, unzigzag(next(&mut bytes))) };
        let from = to.wrapping_sub(unzigzag(next(&mut bytes)));
        let mut changed = first >> 1;
        while changed != 0 {
            if let Some(held) = held.get_mut(changed.trailing_zeros() as usize) {
                *held = one(&mut bytes);
            }
            changed &= changed - 1;
        }
        next_from = from;
        let to = if still { Moment::FOREVER } else { Moment::from_micros(to) };
        Some(Span { from: Moment::from_micros(from), to, held })
    })
}

fn one(bytes: &mut &[u8]) -> Held {
    let held = next(bytes);
    match held & 3 {
        WORD => Held::Word(u32::try_from(held >> 2).unwrap_or(u32::MAX)),
        NUMBER => Held::Number(unzigzag(held >> 2 | u64::from(byte(bytes)) << 62)),
        _ => Held::Nothing,
    }
}

/// Writes a number in as few bytes as it needs: seven bits in each, the last of which has no eighth (LEB128).
pub(super) fn number(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Reads the next number; 0 at the end.
pub(super) fn next(bytes: &mut &[u8]) -> u64 {
    let (mut number, mut shift) = (0, 0);
    loop {
        let byte = byte(bytes);
        number |= u64::from(byte & 0x7f) << shift;
        shift += 7;
        if byte < 0x80 || shift > 63 {
            return number;
        }
    }
}

fn byte(bytes: &mut &[u8]) -> u8 {
    let Some((first, rest)) = bytes.split_first() else { return 0 };
    *bytes = rest;
    *first
}

/// Small numbers of either sign as small ones without a sign.
fn zigzag(number: i64) -> u64 {
    ((number << 1) ^ (number >> 63)) as u64
}

fn unzigzag(number: u64) -> i64 {
    (number >> 1) as i64 ^ -((number & 1) as i64)
}

#[cfg(test)]
mod tests {
    use cordee_base::{Chance, SeededChance};

    use super::*;

    #[test]
    fn what_was_written_is_read() {
        let mut chance = SeededChance::new(7);
        let ends = [i64::MIN, i64::MIN + 1, -1, 0, 1, 127, 128, i64::MAX - 1, i64::MAX];
        let mut held = move || match chance.below(4) {
            0 => Held::Nothing,
            1 => Held::Word(chance.below(1 << 32) as u32),
            2 => Held::Number(ends[chance.below(ends.len() as u64) as usize]),
            _ => Held::Number(chance.below(u64::MAX) as i64),
        };
        for spans in 1..200 {
            let mut at: i64 = -spans * 1_000;
            let spans: Vec<Span> = (0..spans % 9 + 1)
                .map(|place| {
                    let from = at;
                    at += 1 + place * 86_400_000_001;
                    let to = if place == spans % 9 { Moment::FOREVER } else { Moment::from_micros(at) };
                    Span { from: Moment::from_micros(from), to, held: std::array::from_fn(|_| held()) }
                })
                .collect();
            let (mut bytes, mut again) = (Vec::new(), Vec::new());
            write(&mut bytes, &spans);
            let course = Course::new(Id::from_i64(1), &bytes, &[false; FIELDS]);
            assert_eq!(course.in_order(&mut again), spans);
            assert!(course.is_there());
            let hidden = std::array::from_fn(|place| place == 2);
            let veiled = Course::new(Id::from_i64(1), &bytes, &hidden);
            assert!(veiled.newest_first().all(|span| span.held[2] == Held::Nothing));
        }
    }

    #[test]
    fn a_course_takes_few_bytes() {
        let span = |place: i64| Span {
            from: Moment::from_micros(1_700_000_000_000_000 + place * 604_800_000_000),
            to: Moment::from_micros(1_700_000_000_000_000 + (place + 1) * 604_800_000_000),
            held: std::array::from_fn(|field| match field {
                0 => Held::Word(1),
                1 => Held::Word(place as u32),
                2 => Held::Number(100_000),
                _ => Held::Nothing,
            }),
        };
        let mut bytes = Vec::new();
        write(&mut bytes, &(0..6).map(span).collect::<Vec<_>>());
        assert!(bytes.len() < 80, "{} bytes", bytes.len());
    }
}
