//! Identity: one time-ordered 64-bit integer for every record of every object.

use std::fmt;
use std::str::FromStr;
use std::sync::Mutex;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Chance, Moment};

/// The identity of a record: positive, time-ordered, unique within an installation.
///
/// In addresses and in JSON it is 13 characters of Crockford base32 (`01JC8V7N4QK2M`).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(i64);

/// What is wrong with a text that should have been an [`Id`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IdError;

impl fmt::Display for IdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id is 13 characters of Crockford base32")
    }
}

impl std::error::Error for IdError {}

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 13;

impl Id {
    /// The id with this number; used by the databases, which keep it as a bigint.
    pub const fn from_i64(number: i64) -> Id {
        Id(number)
    }

    /// The number that the databases keep.
    pub const fn as_i64(self) -> i64 {
        self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = [0u8; LENGTH];
        let mut rest = self.0 as u64;
        for place in text.iter_mut().rev() {
            *place = ALPHABET[(rest & 31) as usize];
            rest >>= 5;
        }
        f.write_str(std::str::from_utf8(&text).expect("the alphabet is ASCII"))
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Id {
    type Err = IdError;

    fn from_str(text: &str) -> Result<Id, IdError> {
        if text.len() != LENGTH {
            return Err(IdError);
        }
        let mut number: u64 = 0;
        for letter in text.bytes() {
            let digit = digit(letter).ok_or(IdError)?;
            if number >> 59 != 0 {
                return Err(IdError);
            }
            number = (number << 5) | u64::from(digit);
        }
        i64::try_from(number).map(Id).map_err(|_| IdError)
    }
}

/// The value of one letter; Crockford reads I and L as 1 and O as 0.
fn digit(letter: u8) -> Option<u8> {
    let letter = match letter.to_ascii_uppercase() {
        b'I' | b'L' => b'1',
        b'O' => b'0',
        other => other,
    };
    ALPHABET.iter().position(|&a| a == letter).map(|p| p as u8)
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Id, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// Makes ids: 41 bits of milliseconds since 2020, then 22 bits that count up from a random start.
///
/// Two makers may collide; that is a key violation, and the write is repeated with a new id.
pub struct IdMaker(Mutex<Last>);

struct Last {
    millis: i64,
    count: i64,
    chance: Box<dyn Chance>,
}

/// 2020-01-01T00:00:00Z in milliseconds since 1970; 41 bits reach to the year 2089.
const EPOCH_MILLIS: i64 = 1_577_836_800_000;
const COUNT_BITS: u32 = 22;

impl IdMaker {
    /// A maker that draws its random starts from `chance`.
    pub fn new(chance: impl Chance + 'static) -> IdMaker {
        IdMaker(Mutex::new(Last { millis: 0, count: 0, chance: Box::new(chance) }))
    }

    /// The next id at `now`. Ids of one maker only grow, even if the clock is set back.
    pub fn next(&self, now: Moment) -> Id {
        let mut last = self.0.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let millis = (now.micros() / 1000 - EPOCH_MILLIS).clamp(0, (1 << 41) - 1);
        if millis > last.millis {
            last.millis = millis;
            // The top bit of the counter is left free, so that a burst has room to count.
            last.count = i64::from(last.chance.u32()) & ((1 << (COUNT_BITS - 1)) - 1);
        } else {
            last.count += 1;
            if last.count >> COUNT_BITS != 0 {
                last.millis += 1;
                last.count = 0;
            }
        }
        Id((last.millis << COUNT_BITS) | last.count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SeededChance;

    #[test]
    fn an_id_reads_back_as_written() {
        for number in [0, 1, 31, 32, 1 << 40, i64::MAX] {
            let id = Id::from_i64(number);
            assert_eq!(id.to_string().len(), 13);
            assert_eq!(id.to_string().parse(), Ok(id));
        }
        assert_eq!("0000000000o1i".parse::<Id>(), "000000000001 1".replace(' ', "").parse());
        for wrong in ["", "1", "ZZZZZZZZZZZZZ", "00000000000U0", "0000000000000000"] {
            assert_eq!(wrong.parse::<Id>(), Err(IdError), "{wrong}");
        }
    }

    #[test]
    fn ids_grow_even_when_the_clock_goes_back() {
        let maker = IdMaker::new(SeededChance::new(7));
        let mut last = maker.next(Moment::from_micros(1_800_000_000_000_000));
        for step in 0..10_000 {
            let next = maker.next(Moment::from_micros(1_800_000_000_000_000 - step));
            assert!(next > last);
            last = next;
        }
    }
}
