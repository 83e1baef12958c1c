//! Words, plurals, numbers and dates in five languages.
//!
//! Words stand in `locales/LANGUAGE/*.ftl` (Fluent) and travel inside the binary. See `README.md` for an example.

mod day;
mod faults;
mod formats;
mod language;
mod locale;
mod money;
pub mod names;
mod pseudo;
mod say;
mod style;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

pub use day::day_named;
pub use faults::{fault, problem};
pub use language::Language;
pub use locale::Locale;
pub use names::{field, group, object, objects, option};
pub use say::{Arg, capital, has, keys, pair, say};
pub use style::{Clock, Days, Numbers, Style};
