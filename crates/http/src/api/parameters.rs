//! The parameters of an address: each known, each once; lists by commas.

use std::str::FromStr;

use axum::extract::Query;
use axum::http::Uri;
use cordee_base::{Fault, Problem};
use serde_json::Value;

use crate::Refused;

/// The parameters of a request.
#[derive(Clone, Debug, Default)]
pub(crate) struct Parameters(Vec<(String, String)>);

/// The one that may stand there several times.
const REPEATED: &str = "by";

impl Parameters {
    /// The parameters of an address, if it has no others than these.
    pub(crate) fn of(uri: &Uri, known: &[&str]) -> Result<Parameters, Refused> {
        let given = Query::<Vec<(String, String)>>::try_from_uri(uri).map(|query| query.0);
        let given = given.map_err(|error| {
            Refused::unreadable(Fault::whole("error-invalid-value").with("value", error.body_text()))
        })?;
        let mut faults = Vec::new();
        for (place, (name, value)) in given.iter().enumerate() {
            if !known.contains(&name.as_str()) {
                let options = known.join(", ");
                let fault = Fault::at(name, "error-parameter").with("name", name);
                faults.push(fault.with("options", if options.is_empty() { "–" } else { &options }));
            } else if name != REPEATED && given[..place].iter().any(|(before, _)| before == name) {
                faults.push(Fault::at(name, "error-parameter-twice").with("name", name));
            } else if value.is_empty() {
                faults.push(Fault::at(name, "error-required"));
            }
        }
        match faults.is_empty() {
            true => Ok(Parameters(given)),
            false => Err(Refused::unreadable(Problem::Invalid(faults))),
        }
    }

    /// The value of a parameter; none if it is missing.
    pub(crate) fn one(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The values of a parameter, one after the other.
    pub(crate) fn list(&self, name: &str) -> impl Iterator<Item = &str> {
        let all = self.0.iter().filter(move |(known, _)| known == name);
        all.flat_map(|(_, value)| value.split(',')).map(str::trim).filter(|value| !value.is_empty())
    }

    /// Whether a parameter says yes.
    pub(crate) fn yes(&self, name: &str) -> Result<bool, Fault> {
        match self.one(name) {
            None | Some("false") => Ok(false),
            Some("true") => Ok(true),
            Some(other) => Err(Fault::at(name, "error-yes-no").with("value", other)),
        }
    }

    /// A whole number between one and `most`.
    pub(crate) fn limit(&self, otherwise: u32, most: u32) -> Result<u32, Fault> {
        let Some(text) = self.one("limit") else { return Ok(otherwise) };
        let number = text.parse().ok().filter(|number| (1..=most).contains(number));
        number.ok_or_else(|| Fault::at("limit", "error-limit").with("max", most))
    }

    /// The page that is asked for of what is told backwards in time; `name` is the parameter that says what it begins
    /// before, `key` the fault of a value that is none.
    pub(crate) fn backwards<T: FromStr>(
        &self,
        name: &str,
        key: &'static str,
    ) -> Result<Backwards<T>, Refused> {
        let limit = self.limit(50, 200).map_err(Refused::unreadable)?;
        let wrong = |text: &str| Refused::unreadable(Fault::at(name, key).with("value", text));
        let before = self.one(name).map(|text| text.parse().map_err(|_| wrong(text))).transpose()?;
        Ok(Backwards { before, limit })
    }
}

/// A page of what is told backwards in time.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Backwards<T> {
    /// What it begins before; with nothing, at the newest.
    pub before: Option<T>,
    /// How much of it at the most.
    pub limit: u32,
}

impl<T> Backwards<T> {
    /// What the next page begins before, if this one is full.
    pub(crate) fn next<R>(&self, rows: &[R], of: impl Fn(&R) -> Value) -> Value {
        rows.last().filter(|_| rows.len() == self.limit as usize).map_or(Value::Null, of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> Result<Parameters, Refused> {
        Parameters::of(&format!("/x?{query}").parse().expect("a URI"), &["by", "limit", "filter"])
    }

    #[test]
    fn parameters_are_known_and_stand_once() {
        let given = read("by=a,b&by=c%3Amonth&limit=5").expect("known");
        assert_eq!(given.list("by").collect::<Vec<_>>(), ["a", "b", "c:month"]);
        assert_eq!(given.limit(50, 200), Ok(5));
        let keys = |query: &str| match read(query).expect_err(query).problem {
            Problem::Invalid(faults) => faults.iter().map(|fault| fault.key).collect::<Vec<_>>(),
            other => panic!("{other}"),
        };
        assert_eq!(keys("filtre=x&sort=y"), ["error-parameter", "error-parameter"]);
        assert_eq!(keys("limit=1&limit=2"), ["error-parameter-twice"]);
        assert_eq!(keys("limit="), ["error-required"]);
    }

    #[test]
    fn a_limit_is_a_number_within_bounds() {
        for wrong in ["0", "201", "-1", "1e3", "9999999999999999999", "x"] {
            let given = read(&format!("limit={wrong}")).expect("known");
            assert!(given.limit(50, 200).is_err(), "{wrong}");
        }
    }
}
