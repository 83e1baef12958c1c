//! How a table is laid out in its file: what detection finds, people may correct, and mappings remember.

use serde::{Deserialize, Serialize};

use super::{Delimiter, Encoding, Quote};

/// How a table is laid out in its file. Missing parts of a saved layout are those of a plain UTF-8 CSV file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Layout {
    /// What the file is.
    #[serde(skip_serializing_if = "Kind::is_csv")]
    pub kind: Kind,
    /// The sheet of a workbook, by its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// How its characters are written.
    pub encoding: Encoding,
    /// Whether it begins with a byte order mark. One is left out in any case.
    pub bom: bool,
    /// How many lines stand before the table, such as the `sep=;` of Excel.
    pub preamble: u64,
    /// What stands between cells.
    pub delimiter: Delimiter,
    /// What stands around cells.
    pub quote: Quote,
    /// Whether the first row names the columns.
    pub header: bool,
    /// How lines end. For information: a reader takes all three.
    pub line_end: LineEnd,
    /// How sure detection is of all this.
    pub confidence: Confidence,
}

impl Default for Layout {
    fn default() -> Layout {
        Layout {
            kind: Kind::Csv,
            sheet: None,
            encoding: Encoding::UTF_8,
            bom: false,
            preamble: 0,
            delimiter: Delimiter::COMMA,
            quote: Quote::Double,
            header: true,
            line_end: LineEnd::Lf,
            confidence: Confidence::default(),
        }
    }
}

/// What a file of records is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Cells between delimiters.
    #[default]
    Csv,
    /// A workbook.
    Xlsx,
    /// JSON objects: an array, or one behind the other.
    Json,
    /// Contacts.
    Vcard,
}

impl Kind {
    fn is_csv(&self) -> bool {
        *self == Kind::Csv
    }
}

/// How lines end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LineEnd {
    /// Line feed, as everywhere but on Windows.
    Lf,
    /// Carriage return and line feed, as on Windows.
    Crlf,
    /// Carriage return, as on old Macs.
    Cr,
}

/// How sure detection is of each part it guessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Confidence {
    /// Of the encoding.
    pub encoding: Certainty,
    /// Of delimiter and quote.
    pub delimiter: Certainty,
    /// Of there being a header or not.
    pub header: Certainty,
}

impl Default for Confidence {
    /// A layout that somebody wrote down is meant so.
    fn default() -> Confidence {
        Confidence { encoding: Certainty::Sure, delimiter: Certainty::Sure, header: Certainty::Sure }
    }
}

/// How sure one can be; a guess is worth a look by a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// Nothing speaks for it but that nothing speaks for anything else.
    Guess,
    /// Something speaks for it.
    Likely,
    /// It was said, or the file itself says so.
    Sure,
}

/// What is known beforehand and need not be guessed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hints {
    /// The encoding, if a person chose it.
    pub encoding: Option<Encoding>,
    /// The delimiter, if a person chose it.
    pub delimiter: Option<Delimiter>,
    /// The quote, if a person chose it.
    pub quote: Option<Quote>,
    /// Whether there is a header, if a person said so.
    pub header: Option<bool>,
    /// The sheet of a workbook, if a person chose it.
    pub sheet: Option<String>,
    /// The language of the person (`ru`, `zh`): it tips the scales between encodings that fit equally.
    pub language: Option<String>,
}

/// How much of one file we take in at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Columns in a row.
    pub columns: usize,
    /// Bytes of UTF-8 in a cell.
    pub cell: usize,
    /// Bytes of UTF-8 in a row.
    pub row: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { columns: 1000, cell: 1 << 20, row: 8 << 20 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_layout_is_written_down_in_plain_words_and_read_back() {
        let layout = Layout {
            encoding: "windows-1251".parse().expect("known"),
            delimiter: Delimiter::SEMICOLON,
            line_end: LineEnd::Crlf,
            ..Layout::default()
        };
        let json = serde_json::to_string(&layout).expect("plain");
        let shown = "{\"encoding\":\"windows-1251\",\"bom\":false,\"preamble\":0,\"delimiter\":\"semicolon\",\
            \"quote\":\"double\",\"header\":true,\"line_end\":\"crlf\",\
            \"confidence\":{\"encoding\":\"sure\",\"delimiter\":\"sure\",\"header\":\"sure\"}}";
        assert_eq!(json, shown);
        assert_eq!(serde_json::from_str::<Layout>(&json).expect("reads back"), layout);
        let short: Layout = serde_json::from_str(r#"{"delimiter": "tab"}"#).expect("the rest is plain");
        assert_eq!(short, Layout { delimiter: Delimiter::TAB, ..Layout::default() });
        for wrong in [r#"{"delimiter": "x"}"#, r#"{"encoding": "utf-9"}"#, r#"{"delimeter": "tab"}"#] {
            assert!(serde_json::from_str::<Layout>(wrong).is_err(), "{wrong}");
        }
    }
}
