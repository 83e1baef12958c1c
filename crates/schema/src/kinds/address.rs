//! A postal address in five parts, each a column of its own, so that a territory can name a country.

use std::cmp::Ordering;

use cordee_base::Fault;
use serde_json::{Value as Json, json};

use crate::behave::none_last;
use crate::behave::{Behave, Reading};
use crate::{Address, Cell, Column, ColumnType, Operator, Value};

/// A postal address.
#[derive(Clone, Copy, Debug)]
pub struct AddressKind;

const COLUMNS: [&str; 5] = ["_street", "_city", "_region", "_postcode", "_country"];

/// The address with each part trimmed; nothing if all are empty.
fn keep(address: Address) -> Result<Value, Fault> {
    let parts = address.parts();
    if let Some(long) = parts.iter().find(|part| part.chars().count() > 255) {
        return Err(Fault::whole("error-text-long").with("limit", 255).with("length", long.chars().count()));
    }
    let kept = Address::from_parts(parts.map(|part| part.trim().to_owned()));
    Ok(if kept.is_empty() { Value::None } else { Value::Address(Box::new(kept)) })
}

impl Behave for AddressKind {
    fn name(&self) -> &'static str {
        "address"
    }

    fn columns(&self) -> Vec<Column> {
        COLUMNS.map(|suffix| Column { suffix, kind: ColumnType::Text }).to_vec()
    }

    fn cells(&self, value: &Value, into: &mut Vec<Cell>) {
        let Value::Address(address) = value else {
            into.extend(COLUMNS.map(|_| Cell::Null));
            return;
        };
        into.extend(address.parts().map(|part| Cell::from((!part.is_empty()).then_some(part))));
    }

    fn value(&self, cells: &[Cell]) -> Value {
        let mut parts = <[String; 5]>::default();
        for (part, cell) in parts.iter_mut().zip(cells) {
            cell.as_text().unwrap_or("").clone_into(part);
        }
        let address = Address::from_parts(parts);
        if address.is_empty() { Value::None } else { Value::Address(Box::new(address)) }
    }

    /// Five lines, one a part (with `\n` inside a street written as a vertical bar); a single line is a country.
    fn parse(&self, text: &str, _: &Reading) -> Result<Value, Fault> {
        let text = text.trim_end();
        let lines: Vec<&str> = text.split('\n').map(|line| line.trim_end_matches('\r')).collect();
        match lines[..] {
            [country] => keep(Address { country: country.to_owned(), ..Address::default() }),
            [street, city, region, postcode, country] => {
                let street = street.replace(" | ", "\n");
                let parts = [&*street, city, region, postcode, country];
                keep(Address::from_parts(parts.map(str::to_owned)))
            }
            _ => Err(Fault::whole("error-address").with("value", text)),
        }
    }

    fn text(&self, value: &Value) -> String {
        match value {
            Value::Address(address) => {
                let only_country = address.parts()[..4].iter().all(|part| part.is_empty());
                if only_country {
                    return address.country.clone();
                }
                let street = address.street.replace('\n', " | ");
                [&street, &address.city, &address.region, &address.postcode, &address.country]
                    .map(String::as_str)
                    .join("\n")
            }
            _ => String::new(),
        }
    }

    fn read_json(&self, json: &Json, reading: &Reading) -> Result<Value, Fault> {
        match json {
            Json::Null => Ok(Value::None),
            Json::String(text) => self.parse(text, reading),
            other => {
                let address: Address = serde_json::from_value(other.clone())
                    .map_err(|_| Fault::whole("error-address").with("value", other))?;
                keep(address)
            }
        }
    }

    fn json(&self, value: &Value) -> Json {
        match value {
            Value::Address(address) => serde_json::to_value(address).unwrap_or(Json::Null),
            _ => Json::Null,
        }
    }

    /// Its parts are filtered one by one, as texts: `address.country = "Kenya"`.
    fn operators(&self) -> &'static [Operator] {
        &[]
    }

    fn compare(&self, left: &Value, right: &Value) -> Ordering {
        none_last(left, right, |left, right| self.text(left).cmp(&self.text(right)))
    }

    fn json_schema(&self) -> Json {
        let text = json!({"type": "string", "maxLength": 255});
        let parts: serde_json::Map<String, Json> =
            Address::PARTS.iter().map(|part| ((*part).to_owned(), text.clone())).collect();
        json!({"type": ["object", "null"], "properties": parts, "additionalProperties": false})
    }
}
