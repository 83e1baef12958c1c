//! What columns hold, judged by their names and first cells, and how to read such cells.

mod contact;
mod date;
mod looks;
mod money;
mod names;
mod number;
mod words;

pub use contact::{is_email, is_phone, is_url, parse_yes_no};
pub use date::{DateOrder, parse_date, parse_moment};
pub use looks::{Looks, looks};
pub use money::{parse_money, parse_percent};
pub use names::{nearest, similarity};
pub use number::{DecimalMark, NumberStyle, Thousands, parse_number};
