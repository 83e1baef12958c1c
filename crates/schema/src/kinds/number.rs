//! A number with a fixed count of decimals, exact.

use std::cmp::Ordering;
use std::str::FromStr;

use cordee_base::{Decimal, Fault};
use serde_json::{Value as Json, json};

use crate::behave::{Behave, Reading};
use crate::behave::{ORDER_OPERATORS, none_last, one};
use crate::{Cell, Column, ColumnType, Operator, Value};

/// A number with up to `decimals` decimals.
#[derive(Clone, Copy, Debug)]
pub struct NumberKind {
    /// How many decimals it keeps.
    pub decimals: u8,
}

/// The number in a text as people and files write it: `1234.5`, `1 234,5`, `1,234.50`, `-3`, `1.2e3`.
///
/// A lone comma or point followed by exactly three digits is read as a decimal mark only for a point.
pub(crate) fn decimal(text: &str) -> Option<Decimal> {
    let plain: String = text
        .trim()
        .chars()
        .filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '_'))
        .map(|c| if c == '\u{2212}' { '-' } else { c })
        .collect();
    if plain.is_empty() || !plain.chars().all(|c| c.is_ascii_digit() || "+-.,eE".contains(c)) {
        return None;
    }
    let marked = decimal_point(&plain)?;
    Decimal::from_str(&marked).or_else(|_| Decimal::from_scientific(&marked)).ok()
}

/// The same number with a point for its decimals and nothing between its thousands.
fn decimal_point(plain: &str) -> Option<String> {
    let (comma, point) = (plain.rfind(','), plain.rfind('.'));
    let grouped = |mark: char| {
        let whole: Vec<&str> = plain.trim_start_matches(['-', '+']).split(mark).collect();
        whole.len() > 1
            && (1..=3).contains(&whole[0].len())
            && whole[1..].iter().all(|g| g.len() == 3 && g.bytes().all(|b| b.is_ascii_digit()))
    };
    match (comma, point) {
        (None, None) => Some(plain.to_owned()),
        (Some(c), Some(p)) if c < p => Some(plain.replace(',', "")),
        (Some(_), Some(_)) => Some(plain.replace('.', "").replace(',', ".")),
        (Some(_), None) if grouped(',') => Some(plain.replace(',', "")),
        (Some(_), None) => (plain.matches(',').count() == 1).then(|| plain.replace(',', ".")),
        (None, Some(_)) if plain.matches('.').count() == 1 => Some(plain.to_owned()),
        (None, Some(_)) => grouped('.').then(|| plain.replace('.', "")),
    }
}

/// The number in JSON, which may also be written as a text to stay exact.
pub(crate) fn json_decimal(json: &Json) -> Option<Decimal> {
    match json {
        Json::Number(number) => {
            let text = number.to_string();
            Decimal::from_str(&text).or_else(|_| Decimal::from_scientific(&text)).ok()
        }
        Json::String(text) => Decimal::from_str(text.trim()).ok(),
        _ => None,
    }
}

/// A number in JSON, exact as long as JSON numbers are; longer ones are texts.
pub(crate) fn decimal_json(number: Decimal) -> Json {
    let number = number.normalize();
    if let Ok(whole) = i64::try_from(number)
        && number.scale() == 0
        && whole.unsigned_abs() < 1 << 53
    {
        return Json::from(whole);
    }
    let text = number.to_string();
    let exact = text.parse::<f64>().ok().filter(|float| float.to_string() == text);
    exact.map_or(Json::String(text), Json::from)
}

/// `number` kept with `decimals` decimals within a 64-bit column; a fault if it has more or is too large.
pub(crate) fn keep(number: Decimal, decimals: u8) -> Result<Value, Fault> {
    let kept = number.round_dp(u32::from(decimals));
    if kept != number {
        return Err(Fault::whole("error-number-decimals").with("decimals", decimals));
    }
    let most = Decimal::new(999_999_999_999_999_999, u32::from(decimals));
    if kept.abs() > most {
        return Err(Fault::whole("error-number-range").with("min", -most).with("max", most));
    }
    Ok(Value::Number(kept.normalize()))
}

impl Behave for NumberKind {
    fn name(&self) -> &'static str {
        "number"
    }

    fn columns(&self) -> Vec<Column> {
        one(ColumnType::Decimal(self.decimals))
    }

    fn cells(&self, value: &Value, into: &mut Vec<Cell>) {
        into.push(match value {
            Value::Number(number) => Cell::Decimal(*number, self.decimals),
            _ => Cell::Null,
        });
    }

    fn value(&self, cells: &[Cell]) -> Value {
        match cells.first() {
            Some(Cell::Decimal(number, _)) => Value::Number(number.normalize()),
            _ => Value::None,
        }
    }

    fn parse(&self, text: &str, _: &Reading) -> Result<Value, Fault> {
        if text.trim().is_empty() {
            return Ok(Value::None);
        }
        let number = decimal(text).ok_or_else(|| Fault::whole("error-number").with("value", text))?;
        keep(number, self.decimals)
    }

    fn text(&self, value: &Value) -> String {
        match value {
            Value::Number(number) => number.normalize().to_string(),
            _ => String::new(),
        }
    }

    fn read_json(&self, json: &Json, _: &Reading) -> Result<Value, Fault> {
        if json.is_null() {
            return Ok(Value::None);
        }
        let number = json_decimal(json).ok_or_else(|| Fault::whole("error-number").with("value", json))?;
        keep(number, self.decimals)
    }

    fn json(&self, value: &Value) -> Json {
        match value {
            Value::Number(number) => decimal_json(*number),
            _ => Json::Null,
        }
    }

    fn operators(&self) -> &'static [Operator] {
        ORDER_OPERATORS
    }

    fn compare(&self, left: &Value, right: &Value) -> Ordering {
        compare(left, right)
    }

    fn json_schema(&self) -> Json {
        json!({"type": ["number", "string", "null"]})
    }
}

/// Orders numbers, no value last.
pub(crate) fn compare(left: &Value, right: &Value) -> Ordering {
    none_last(left, right, |left, right| match (left, right) {
        (Value::Number(left), Value::Number(right)) => left.cmp(right),
        _ => Ordering::Equal,
    })
}
