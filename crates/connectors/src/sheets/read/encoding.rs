//! The encodings a table may be written in, by the names people know.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::SheetError;

/// How characters are written as bytes, such as `UTF-8` or `windows-1251`.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "&'static str", try_from = "Cow<'_, str>")]
pub struct Encoding(pub(super) &'static encoding_rs::Encoding);

impl Encoding {
    /// What nearly everything new is written in.
    pub const UTF_8: Encoding = Encoding(encoding_rs::UTF_8);

    /// What a person may choose from when the guess is wrong, most usual first.
    pub const CHOICES: [Encoding; 26] = [
        Encoding(encoding_rs::UTF_8),
        Encoding(encoding_rs::UTF_16LE),
        Encoding(encoding_rs::UTF_16BE),
        Encoding(encoding_rs::WINDOWS_1252),
        Encoding(encoding_rs::WINDOWS_1251),
        Encoding(encoding_rs::WINDOWS_1250),
        Encoding(encoding_rs::GBK),
        Encoding(encoding_rs::GB18030),
        Encoding(encoding_rs::BIG5),
        Encoding(encoding_rs::SHIFT_JIS),
        Encoding(encoding_rs::EUC_JP),
        Encoding(encoding_rs::EUC_KR),
        Encoding(encoding_rs::KOI8_R),
        Encoding(encoding_rs::KOI8_U),
        Encoding(encoding_rs::IBM866),
        Encoding(encoding_rs::MACINTOSH),
        Encoding(encoding_rs::X_MAC_CYRILLIC),
        Encoding(encoding_rs::WINDOWS_1253),
        Encoding(encoding_rs::WINDOWS_1254),
        Encoding(encoding_rs::WINDOWS_1255),
        Encoding(encoding_rs::WINDOWS_1256),
        Encoding(encoding_rs::WINDOWS_1257),
        Encoding(encoding_rs::WINDOWS_1258),
        Encoding(encoding_rs::ISO_8859_2),
        Encoding(encoding_rs::ISO_8859_5),
        Encoding(encoding_rs::ISO_8859_15),
    ];

    /// Its usual name: `UTF-8`, `windows-1251`, `KOI8-U`.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    pub(super) fn is_utf16(self) -> bool {
        self.0 == encoding_rs::UTF_16LE || self.0 == encoding_rs::UTF_16BE
    }

    /// The text of `bytes`, and whether all of them made sense; a character cut off at the end is left out.
    pub(crate) fn decode(self, bytes: &[u8]) -> (String, bool) {
        let mut decoder = self.0.new_decoder_with_bom_removal();
        let room = decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(bytes.len());
        let mut text = String::with_capacity(room);
        let (_, _, malformed) = decoder.decode_to_string(bytes, &mut text, false);
        (text, !malformed)
    }
}

impl FromStr for Encoding {
    type Err = SheetError;

    /// Takes the name and its usual other spellings: `utf8`, `cp1251`, `latin1`, `gb2312`.
    fn from_str(label: &str) -> Result<Encoding, SheetError> {
        encoding_rs::Encoding::for_label_no_replacement(label.as_bytes())
            .filter(|encoding| *encoding != encoding_rs::X_USER_DEFINED)
            .map(Encoding)
            .ok_or_else(|| SheetError::Encoding { value: label.to_owned() })
    }
}

impl TryFrom<Cow<'_, str>> for Encoding {
    type Error = SheetError;

    fn try_from(label: Cow<'_, str>) -> Result<Encoding, SheetError> {
        label.parse()
    }
}

impl From<Encoding> for &'static str {
    fn from(encoding: Encoding) -> &'static str {
        encoding.name()
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl fmt::Debug for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_answer_to_the_names_people_use() {
        let table = [
            ("utf8", "UTF-8"),
            ("UTF-16", "UTF-16LE"),
            ("cp1251", "windows-1251"),
            ("Windows-1252", "windows-1252"),
            ("latin1", "windows-1252"),
            ("cp866", "IBM866"),
            ("koi8-r", "KOI8-R"),
            ("gb2312", "GBK"),
            ("sjis", "Shift_JIS"),
        ];
        for (label, name) in table {
            assert_eq!(label.parse::<Encoding>().expect("known").name(), name, "{label}");
        }
        for wrong in ["", "utf-9", "replacement", "x-user-defined"] {
            assert!(matches!(wrong.parse::<Encoding>(), Err(SheetError::Encoding { .. })), "{wrong}");
        }
        for choice in Encoding::CHOICES {
            assert_eq!(choice.name().parse::<Encoding>().expect("known"), choice);
        }
    }
}
