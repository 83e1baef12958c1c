//! An amount of money: minor units and currency; the engine adds the amount in the workspace's currency.

use std::cmp::Ordering;

use cordee_base::{Currency, Decimal, Fault, Money, MoneyError};
use serde_json::{Value as Json, json};

use super::number::{decimal, json_decimal};
use crate::behave::{Behave, Reading};
use crate::behave::{ORDER_OPERATORS, none_last};
use crate::{Cell, Column, ColumnType, Operator, Value};

/// An amount of money.
#[derive(Clone, Copy, Debug)]
pub struct MoneyKind;

/// Signs that name one currency wherever they stand.
const SIGNS: [(&str, &str); 6] =
    [("€", "EUR"), ("US$", "USD"), ("£", "GBP"), ("₽", "RUB"), ("₴", "UAH"), ("CN¥", "CNY")];

impl MoneyKind {
    fn exact(amount: Decimal, currency: Currency) -> Result<Value, Fault> {
        Money::exact(amount, currency).map(Value::Money).map_err(|error| match error {
            MoneyError::TooLarge => Fault::whole("error-money-large"),
            MoneyError::TooPrecise => Fault::whole("error-money-decimals")
                .with("currency", currency)
                .with("decimals", currency.decimals()),
        })
    }

    /// The number and the currency of a text such as `1 200,50 EUR`, `€ 5` or `42`.
    fn split<'a>(text: &'a str, reading: &Reading) -> Result<(&'a str, Currency), Fault> {
        for (sign, code) in SIGNS {
            if let Some(rest) = text.strip_prefix(sign).or_else(|| text.strip_suffix(sign)) {
                return Ok((rest, code.parse().unwrap_or(reading.currency)));
            }
        }
        // `$` and `¥` are several currencies': they mean the workspace's.
        let text = text.trim_start_matches(['$', '¥']).trim_end_matches(['$', '¥']).trim();
        let letters = |c: char| c.is_ascii_alphabetic();
        let behind = text
            .rfind(|c: char| !letters(c))
            .map_or(0, |i| i + text[i..].chars().next().map_or(1, char::len_utf8));
        let before = text.find(|c: char| !letters(c)).unwrap_or(text.len());
        let (number, code) = match (before, text.len() - behind) {
            (0, 0) => return Ok((text, reading.currency)),
            (3, _) => (&text[3..], &text[..3]),
            (_, 3) => (&text[..behind], &text[behind..]),
            _ => return Err(Fault::whole("error-money").with("value", text)),
        };
        let currency = code.parse().map_err(|_| Fault::whole("error-currency").with("value", code))?;
        Ok((number, currency))
    }
}

impl Behave for MoneyKind {
    fn name(&self) -> &'static str {
        "money"
    }

    fn columns(&self) -> Vec<Column> {
        vec![
            Column { suffix: "", kind: ColumnType::Int },
            Column { suffix: "_currency", kind: ColumnType::Text },
        ]
    }

    fn cells(&self, value: &Value, into: &mut Vec<Cell>) {
        match value {
            Value::Money(money) => into.extend([Cell::Int(money.minor()), money.currency().code().into()]),
            _ => into.extend([Cell::Null, Cell::Null]),
        }
    }

    fn value(&self, cells: &[Cell]) -> Value {
        match cells {
            [Cell::Int(minor), Cell::Text(code), ..] => {
                code.parse().map_or(Value::None, |currency| Value::Money(Money::from_minor(*minor, currency)))
            }
            _ => Value::None,
        }
    }

    fn parse(&self, text: &str, reading: &Reading) -> Result<Value, Fault> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(Value::None);
        }
        let (number, currency) = MoneyKind::split(text, reading)?;
        let amount = decimal(number).ok_or_else(|| Fault::whole("error-money").with("value", text))?;
        MoneyKind::exact(amount, currency)
    }

    fn text(&self, value: &Value) -> String {
        match value {
            Value::Money(money) => money.to_string(),
            _ => String::new(),
        }
    }

    /// `{"amount": "1200.50", "currency": "EUR"}`; a bare number is in the workspace's currency.
    fn read_json(&self, json: &Json, reading: &Reading) -> Result<Value, Fault> {
        let wrong = || Fault::whole("error-money").with("value", json);
        match json {
            Json::Null => Ok(Value::None),
            Json::Number(_) => MoneyKind::exact(json_decimal(json).ok_or_else(wrong)?, reading.currency),
            Json::String(text) => self.parse(text, reading),
            Json::Object(parts) => {
                if parts.keys().any(|key| key != "amount" && key != "currency") {
                    return Err(wrong());
                }
                let amount = parts.get("amount").and_then(json_decimal).ok_or_else(wrong)?;
                let currency = match parts.get("currency") {
                    None => reading.currency,
                    Some(Json::String(code)) => {
                        code.parse().map_err(|_| Fault::whole("error-currency").with("value", code))?
                    }
                    Some(other) => return Err(Fault::whole("error-currency").with("value", other)),
                };
                MoneyKind::exact(amount, currency)
            }
            _ => Err(wrong()),
        }
    }

    fn json(&self, value: &Value) -> Json {
        match value {
            Value::Money(money) => {
                json!({"amount": money.amount().to_string(), "currency": money.currency().code()})
            }
            _ => Json::Null,
        }
    }

    fn operators(&self) -> &'static [Operator] {
        ORDER_OPERATORS
    }

    /// By currency, then by amount; filters and sums compare in the workspace's currency.
    fn compare(&self, left: &Value, right: &Value) -> Ordering {
        none_last(left, right, |left, right| match (left, right) {
            (Value::Money(left), Value::Money(right)) => {
                left.currency().cmp(&right.currency()).then(left.minor().cmp(&right.minor()))
            }
            _ => Ordering::Equal,
        })
    }

    fn json_schema(&self) -> Json {
        json!({
            "type": ["object", "null"],
            "required": ["amount"],
            "additionalProperties": false,
            "properties": {
                "amount": {"type": "string", "description": "exact decimal, such as 1200.50", "pattern": "^-?[0-9]+(\\.[0-9]+)?$"},
                "currency": {"type": "string", "description": "ISO 4217; that of the workspace where none is sent", "pattern": "^[A-Z]{3}$"}
            }
        })
    }
}
