//! Money: exact integer minor units of a currency of ISO 4217. Never a float.

use std::fmt;
use std::str::FromStr;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A currency by its ISO 4217 code, such as `EUR`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

/// A text that is no ISO 4217 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CurrencyError;

impl Currency {
    /// The euro.
    pub const EUR: Currency = Currency(*b"EUR");
    /// The US dollar.
    pub const USD: Currency = Currency(*b"USD");

    /// The three capital letters.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).expect("a currency code is ASCII")
    }

    /// How many decimals the minor unit has: 2 for EUR, 0 for JPY, 3 for KWD.
    pub fn decimals(&self) -> u32 {
        iso_currency::Currency::from_code(self.code())
            .and_then(|currency| currency.exponent())
            .map_or(2, u32::from)
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Currency {
    type Err = CurrencyError;

    fn from_str(text: &str) -> Result<Currency, CurrencyError> {
        let upper = text.trim().to_ascii_uppercase();
        iso_currency::Currency::from_code(&upper).ok_or(CurrencyError)?;
        let bytes: [u8; 3] = upper.as_bytes().try_into().map_err(|_| CurrencyError)?;
        Ok(Currency(bytes))
    }
}

impl fmt::Display for CurrencyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a currency code of ISO 4217")
    }
}

impl std::error::Error for CurrencyError {}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Currency, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// An exact amount: an integer number of minor units (cents) of a currency.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Money {
    minor: i64,
    currency: Currency,
}

/// Why a number can't be an amount of a currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoneyError {
    /// More than about 92 quadrillion of a currency with cents.
    TooLarge,
    /// More decimals than the currency has.
    TooPrecise,
}

impl fmt::Display for MoneyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            MoneyError::TooLarge => "an amount too large to keep",
            MoneyError::TooPrecise => "more decimals than the currency has",
        })
    }
}

impl std::error::Error for MoneyError {}

impl Money {
    /// `minor` units (cents) of `currency`.
    pub const fn from_minor(minor: i64, currency: Currency) -> Money {
        Money { minor, currency }
    }

    /// Exactly `amount`; an amount with more decimals than the currency has is an error.
    pub fn exact(amount: Decimal, currency: Currency) -> Result<Money, MoneyError> {
        let money = Money::rounded(amount, currency)?;
        if money.amount() == amount { Ok(money) } else { Err(MoneyError::TooPrecise) }
    }

    /// `amount` rounded half away from zero to the currency's minor unit, as invoices do.
    pub fn rounded(amount: Decimal, currency: Currency) -> Result<Money, MoneyError> {
        let scale = Decimal::from(10u64.pow(currency.decimals()));
        let minor = amount
            .checked_mul(scale)
            .ok_or(MoneyError::TooLarge)?
            .round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
        let minor = i64::try_from(minor).map_err(|_| MoneyError::TooLarge)?;
        Ok(Money { minor, currency })
    }

    /// The number of minor units.
    pub const fn minor(self) -> i64 {
        self.minor
    }

    /// The currency.
    pub const fn currency(self) -> Currency {
        self.currency
    }

    /// The amount in whole units, with as many decimals as the currency has.
    pub fn amount(self) -> Decimal {
        Decimal::new(self.minor, self.currency.decimals())
    }

    /// This amount in another currency at `rate` (units of `to` for one unit of this), rounded once.
    pub fn converted(self, rate: Decimal, to: Currency) -> Result<Money, MoneyError> {
        if to == self.currency {
            return Ok(self);
        }
        Money::rounded(self.amount().checked_mul(rate).ok_or(MoneyError::TooLarge)?, to)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.amount(), self.currency)
    }
}

impl fmt::Debug for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dec(text: &str) -> Decimal {
        text.parse().expect("a number")
    }

    #[test]
    fn amounts_keep_to_the_minor_unit_of_their_currency() {
        let table = [
            ("EUR", "1.005", 101, "1.01"),
            ("EUR", "-1.005", -101, "-1.01"),
            ("JPY", "10.5", 11, "11"),
            ("KWD", "1.2345", 1235, "1.235"),
        ];
        for (code, amount, minor, shown) in table {
            let money = Money::rounded(dec(amount), code.parse().expect("a code")).expect("fits");
            assert_eq!(
                (money.minor(), money.amount().to_string().as_str()),
                (minor, shown),
                "{amount} {code}"
            );
        }
        assert_eq!(Money::exact(dec("1.005"), Currency::EUR), Err(MoneyError::TooPrecise));
        assert_eq!(Money::rounded(dec("1e20"), Currency::EUR), Err(MoneyError::TooLarge));
    }

    #[test]
    fn only_iso_codes_are_currencies() {
        assert_eq!("eur".parse(), Ok(Currency::EUR));
        for wrong in ["", "EURO", "ZZZ", "€"] {
            assert_eq!(wrong.parse::<Currency>(), Err(CurrencyError), "{wrong}");
        }
    }
}
