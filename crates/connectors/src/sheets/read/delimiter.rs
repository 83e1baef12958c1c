//! What stands between cells and around them.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::SheetError;

/// The one ASCII character between two cells.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "Cow<'_, str>")]
pub struct Delimiter(u8);

impl Delimiter {
    /// `,`
    pub const COMMA: Delimiter = Delimiter(b',');
    /// `;`
    pub const SEMICOLON: Delimiter = Delimiter(b';');
    /// The tab character.
    pub const TAB: Delimiter = Delimiter(b'\t');
    /// `|`
    pub const PIPE: Delimiter = Delimiter(b'|');

    /// What is tried, in this order where two fit equally.
    pub const USUAL: [Delimiter; 9] = [
        Delimiter::COMMA,
        Delimiter::SEMICOLON,
        Delimiter::TAB,
        Delimiter::PIPE,
        Delimiter(b'~'),
        Delimiter(b'^'),
        Delimiter(0x1f),
        Delimiter(0x01),
        Delimiter(b':'),
    ];

    const NAMES: [(&'static str, Delimiter); 7] = [
        ("comma", Delimiter::COMMA),
        ("semicolon", Delimiter::SEMICOLON),
        ("tab", Delimiter::TAB),
        ("pipe", Delimiter::PIPE),
        ("colon", Delimiter(b':')),
        ("space", Delimiter(b' ')),
        ("unit separator", Delimiter(0x1f)),
    ];

    /// The byte itself.
    pub const fn byte(self) -> u8 {
        self.0
    }
}

impl FromStr for Delimiter {
    type Err = SheetError;

    /// Takes a name (`comma`, `tab`), `\t`, or the character itself.
    fn from_str(text: &str) -> Result<Delimiter, SheetError> {
        let named = Delimiter::NAMES.iter().find(|(name, _)| *name == text).map(|(_, delimiter)| *delimiter);
        let single = match text.as_bytes() {
            b"\\t" => Some(b'\t'),
            [byte] => Some(*byte),
            _ => None,
        };
        let fit =
            |byte: &u8| byte.is_ascii() && !byte.is_ascii_alphanumeric() && !b"\"'\r\n\0.-".contains(byte);
        named
            .or_else(|| single.filter(fit).map(Delimiter))
            .ok_or_else(|| SheetError::Delimiter { value: text.to_owned() })
    }
}

impl TryFrom<Cow<'_, str>> for Delimiter {
    type Error = SheetError;

    fn try_from(text: Cow<'_, str>) -> Result<Delimiter, SheetError> {
        text.parse()
    }
}

impl From<Delimiter> for String {
    fn from(delimiter: Delimiter) -> String {
        delimiter.to_string()
    }
}

impl fmt::Display for Delimiter {
    /// The name that is written down: `semicolon`, or the character where it has none.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match Delimiter::NAMES.iter().find(|(_, delimiter)| delimiter == self) {
            Some((name, _)) => f.write_str(name),
            None => write!(f, "{}", char::from(self.0)),
        }
    }
}

impl fmt::Debug for Delimiter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// What may stand around a cell so that it can hold delimiters and line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Quote {
    /// `"`, doubled inside.
    Double,
    /// `'`, doubled inside.
    Single,
    /// Nothing: quotes are ordinary characters.
    None,
}

impl Quote {
    pub(super) const fn byte(self) -> Option<u8> {
        match self {
            Quote::Double => Some(b'"'),
            Quote::Single => Some(b'\''),
            Quote::None => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delimiters_go_by_name_or_by_themselves() {
        for (text, shown) in [(";", "semicolon"), ("tab", "tab"), ("\\t", "tab"), ("~", "~"), ("|", "pipe")] {
            assert_eq!(text.parse::<Delimiter>().expect("fits").to_string(), shown);
            assert_eq!(shown.parse::<Delimiter>().expect("fits"), text.parse().expect("fits"));
        }
        for wrong in ["", "a", "0", "\"", "\n", "¦", "||", "-"] {
            assert!(matches!(wrong.parse::<Delimiter>(), Err(SheetError::Delimiter { .. })), "{wrong:?}");
        }
    }
}
