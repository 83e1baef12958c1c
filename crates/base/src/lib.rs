//! The ground floor of Cordee: identity, money, time, chance and the one [`Problem`].
//!
//! Nothing here knows objects, databases, words or screens. See `README.md` for an example.

mod chance;
mod clock;
mod histogram;
mod id;
mod money;
mod percent;
mod problem;
mod time;

pub use chance::{Chance, OsChance, SeededChance};
pub use clock::{Clock, FixedClock, SystemClock};
pub use histogram::Histogram;
pub use id::{Id, IdError, IdMaker};
pub use money::{Currency, CurrencyError, Money, MoneyError};
pub use percent::Percent;
pub use problem::{Fault, Outcome, Problem};
pub use rust_decimal::Decimal;
pub use time::{Date, FirstDay, Moment, Period, Time, Zone, ZoneError};
