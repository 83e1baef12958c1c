//! A currency's rate from a date on.

use cordee_base::{Date, Decimal};
use cordee_schema::{Field, Group, Object, date, number, object, text};

/// The currency (ISO 4217).
pub const CURRENCY: Field<String> = text("currency").required().sorted();
/// How much of the workspace's currency one unit is worth.
pub const RATE: Field<Decimal> = number("rate", 8).required();
/// From which day on.
pub const VALID_FROM: Field<Date> = date("valid_from").required();

/// The rate.
pub static CURRENCY_RATE: Object = object("currency_rate", "currency_rates")
    .icon("money")
    .title("currency")
    .fields(&[CURRENCY.def, RATE.def, VALID_FROM.def])
    .list(&["currency", "rate", "valid_from"])
    .ascending("currency")
    .form(&[Group { name: "about", fields: &["currency", "rate", "valid_from"] }])
    .system();
