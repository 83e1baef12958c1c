//! The address of a page as a value: a path and its parameters, in order.

use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// A path with parameters. Every state of a page has one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Address {
    /// The path.
    pub path: String,
    /// The parameters, in order; one may stand several times.
    pub parameters: Vec<(String, String)>,
}

/// What need not be escaped in a parameter, so that filters stay readable.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~')
    .remove(b':')
    .remove(b'/')
    .remove(b',')
    .remove(b'(')
    .remove(b')');

impl Address {
    /// The address with this path and no parameters.
    pub(crate) fn of(path: impl Into<String>) -> Address {
        Address { path: path.into(), parameters: Vec::new() }
    }

    /// The address in a path with a query.
    pub(crate) fn read(text: &str) -> Address {
        let (path, query) = text.split_once('?').unwrap_or((text, ""));
        let plain = |part: &str| {
            let spaced = part.replace('+', " ");
            percent_decode_str(&spaced).decode_utf8_lossy().into_owned()
        };
        let pair = |pair: &str| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (plain(name), plain(value))
        };
        let parameters = query.split('&').filter(|part| !part.is_empty()).map(pair).collect();
        Address { path: path.to_owned(), parameters }
    }

    /// The first value of a parameter that is not empty.
    pub(crate) fn one(&self, name: &str) -> Option<&str> {
        let found = self.parameters.iter().find(|(known, value)| known == name && !value.is_empty());
        found.map(|(_, value)| value.as_str())
    }

    /// All values of a parameter.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.parameters.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The same address without these parameters.
    pub(crate) fn without(&self, names: &[&str]) -> Address {
        let mut left = self.clone();
        left.parameters.retain(|(name, _)| !names.contains(&name.as_str()));
        left
    }

    /// The same address in which a parameter has this value alone; an empty one takes it out.
    pub(crate) fn with(&self, name: &str, value: impl fmt::Display) -> Address {
        let (mut changed, value) = (self.without(&[name]), value.to_string());
        if !value.is_empty() {
            changed.parameters.push((name.to_owned(), value));
        }
        changed
    }

    /// The same address with one more parameter.
    pub(crate) fn and(mut self, name: &str, value: impl fmt::Display) -> Address {
        self.parameters.push((name.to_owned(), value.to_string()));
        self
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)?;
        for (at, (name, value)) in self.parameters.iter().enumerate() {
            let mark = if at == 0 { '?' } else { '&' };
            let (name, value) = (utf8_percent_encode(name, ESCAPED), utf8_percent_encode(value, ESCAPED));
            write!(f, "{mark}{name}={value}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_reads_back_as_written() {
        let address = Address::of("/accounts").and("filter", "name ~ \"a&b=c\"").and("column", "имя");
        assert_eq!(Address::read(&address.to_string()), address);
        assert_eq!(Address::read("/a?filter=x+y&&q").one("filter"), Some("x y"));
    }

    #[test]
    fn a_parameter_is_set_added_and_taken_out() {
        let address = Address::read("/a?sort=name&column=x&column=y");
        assert_eq!(address.with("sort", "-name").without(&["column"]).to_string(), "/a?sort=-name");
        assert_eq!(address.with("sort", "").all("column").collect::<Vec<_>>(), ["x", "y"]);
    }
}
