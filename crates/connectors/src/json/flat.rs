//! An object as texts by the way to them.

use std::fmt;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// How deep one goes; what is deeper stays JSON.
const DEPTH: usize = 5;
/// How many objects of an array are spread out; of a longer one the whole stays as JSON beside them.
const SPREAD: usize = 3;

/// The members of an object in their order, as they stand.
struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de: 'a, 'a> serde::Deserialize<'de> for Members<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Members<'a>, D::Error> {
        struct All;
        impl<'de> Visitor<'de> for All {
            type Value = Vec<(String, &'de RawValue)>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(members)
            }
        }
        from.deserialize_map(All).map(Members)
    }
}

/// Gives every text of an object to `put`, with the way to it. Numbers are given as they are written.
pub(super) fn flatten(json: &[u8], put: &mut dyn FnMut(String, String)) -> Result<(), serde_json::Error> {
    let members: Members<'_> = serde_json::from_slice(json)?;
    for (name, value) in members.0 {
        one(name, value.get(), 1, put)?;
    }
    Ok(())
}

fn one(
    way: String,
    json: &str,
    depth: usize,
    put: &mut dyn FnMut(String, String),
) -> Result<(), serde_json::Error> {
    match json.as_bytes().first() {
        Some(b'"') => put(way, serde_json::from_str(json)?),
        Some(b'n') => {}
        Some(b'{') if depth < DEPTH => {
            let members: Members<'_> = serde_json::from_str(json)?;
            if let Some(text) = amount(&members) {
                put(way, text?);
                return Ok(());
            }
            for (name, value) in members.0 {
                one(format!("{way}.{name}"), value.get(), depth + 1, put)?;
            }
        }
        Some(b'[') if depth < DEPTH => {
            let items: Vec<&RawValue> = serde_json::from_str(json)?;
            if items.iter().any(|item| item.get().starts_with(['{', '['])) {
                for (place, item) in items.iter().take(SPREAD).enumerate() {
                    one(format!("{way}.{}", place + 1), item.get(), depth + 1, put)?;
                }
                if items.len() > SPREAD {
                    put(way, json.to_owned());
                }
                return Ok(());
            }
            let texts: Result<Vec<String>, _> = items.iter().map(|item| plain(item.get())).collect();
            put(way, texts?.join(";"));
        }
        _ => put(way, json.to_owned()),
    }
    Ok(())
}

/// `{"amount": "12.50", "currency": "EUR"}` is one thing.
fn amount(members: &Members<'_>) -> Option<Result<String, serde_json::Error>> {
    let named = |name: &str| members.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.get());
    let (amount, currency) = (named("amount")?, named("currency")?);
    let both = || Ok(format!("{} {}", plain(amount)?, plain(currency)?));
    (members.0.len() == 2).then(both)
}

fn plain(json: &str) -> Result<String, serde_json::Error> {
    match json.as_bytes().first() {
        Some(b'"') => serde_json::from_str(json),
        Some(b'n') => Ok(String::new()),
        _ => Ok(json.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_has_its_way() {
        let json = r#"{"id": 90071992547409931, "name": "Ann \"A\" Ёж", "none": null, "won": true, "share": 0.10,
            "address": {"city": "Kyiv", "geo": {"lat": 50.45}}, "tags": ["a", 2, null], "empty": [],
            "price": {"amount": "12.50", "currency": "EUR"},
            "emails": [{"value": "a@b.example"}, {"value": "c@d.example"}], "many": [[1], [2], [3], [4]]}"#;
        let mut found = Vec::new();
        flatten(json.as_bytes(), &mut |way, text| found.push((way, text))).expect("an object");
        let found: Vec<(&str, &str)> =
            found.iter().map(|(way, text)| (way.as_str(), text.as_str())).collect();
        let expected = [
            ("id", "90071992547409931"),
            ("name", "Ann \"A\" Ёж"),
            ("won", "true"),
            ("share", "0.10"),
            ("address.city", "Kyiv"),
            ("address.geo.lat", "50.45"),
            ("tags", "a;2;"),
            ("empty", ""),
            ("price", "12.50 EUR"),
            ("emails.1.value", "a@b.example"),
            ("emails.2.value", "c@d.example"),
            ("many.1", "1"),
            ("many.2", "2"),
            ("many.3", "3"),
            ("many", "[[1], [2], [3], [4]]"),
        ];
        assert_eq!(found, expected);
        assert!(flatten(b"[1]", &mut |_, _| ()).is_err());
    }
}
