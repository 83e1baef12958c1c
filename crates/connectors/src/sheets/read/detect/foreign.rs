//! Telling a table from what merely has the name of one.

/// How Office files of old begin, and those that are locked with a password.
const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
const LOCKED: &[u8] = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

/// What is no table by its first bytes.
const MARKS: [(&[u8], &str); 18] = [
    (OLE, "xls"),
    (b"%PDF-", "pdf"),
    (b"\x89PNG\r\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF87a", "image"),
    (b"GIF89a", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh91AY&SY", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!\x1a\x07", "archive"),
    (b"\xfd7zXZ\0", "archive"),
    (b"\x28\xb5\x2f\xfd", "archive"),
    (b"SQLite format 3\0", "database"),
    (b"PAR1\x15", "parquet"),
    (b"{\\rtf", "rtf"),
    (b"\x7fELF", "program"),
];

/// What is no table by its first characters, in lower case.
const OPENINGS: [(&str, &str); 10] = [
    ("<!doctype html", "html"),
    ("<html", "html"),
    ("<table", "html"),
    ("<?xml", "xml"),
    ("begin:vcard", "vcard"),
    ("begin:vcalendar", "calendar"),
    ("{\"", "json"),
    ("[{", "json"),
    ("[\"", "json"),
    ("{}", "json"),
];

/// What the file is, where its bytes say that it is no text at all.
pub(super) fn kind_by_bytes(sample: &[u8]) -> Option<&'static str> {
    if sample.starts_with(b"PK\x03\x04") || sample.starts_with(b"PK\x05\x06") {
        return Some(kind_of_zip(sample));
    }
    if sample.starts_with(OLE) && memchr::memmem::find(sample, LOCKED).is_some() {
        return Some("locked");
    }
    MARKS.iter().find(|(mark, _)| sample.starts_with(mark)).map(|(_, kind)| *kind)
}

/// What the file is, where its text is none of a table.
pub(super) fn kind_by_text(text: &str) -> Option<&'static str> {
    let start: String = text.trim_start().chars().take(20).collect::<String>().to_ascii_lowercase();
    let spaceless: String = start.split_whitespace().collect();
    let opening = OPENINGS.iter().find(|(mark, _)| start.starts_with(mark) || spaceless.starts_with(mark));
    opening.map(|(_, kind)| *kind).or_else(|| mostly_controls(text).then_some("binary"))
}

/// Office files are zips too; their folders stand near the front.
fn kind_of_zip(sample: &[u8]) -> &'static str {
    let holds = |name: &[u8]| memchr::memmem::find(sample, name).is_some();
    let kinds: [(&[u8], &str); 4] = [
        (b"xl/", "xlsx"),
        (b"word/", "docx"),
        (b"opendocument.spreadsheet", "ods"),
        (b"opendocument.text", "odt"),
    ];
    kinds.iter().find(|(name, _)| holds(name)).map_or("zip", |(_, kind)| kind)
}

/// More than one character in twenty that no text has, apart from those that serve as delimiters.
/// Those above ASCII do not count: they may come of a wrongly guessed encoding.
fn mostly_controls(text: &str) -> bool {
    let odd = |c: &char| c.is_ascii_control() && !matches!(c, '\t' | '\n' | '\r' | '\x01' | '\x1f');
    text.chars().filter(odd).count() * 20 > text.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_table_is_called_by_its_name() {
        let bytes: [(&[u8], Option<&str>); 6] = [
            (b"PK\x03\x04....[Content_Types].xml....xl/workbook.xml", Some("xlsx")),
            (b"PK\x03\x04....Accounts_001.csv", Some("zip")),
            (b"%PDF-1.7\n", Some("pdf")),
            (b"\x89PNG\r\n\x1a\n", Some("image")),
            (b"BZhang,Wei\n", None),
            (b"name,mail\n", None),
        ];
        for (sample, kind) in bytes {
            assert_eq!(kind_by_bytes(sample), kind);
        }
        let texts = [
            ("<HTML><body><table>", Some("html")),
            ("\n<?xml version=\"1.0\"?>", Some("xml")),
            ("[\n  { \"name\": \"Acme\" }\n]", Some("json")),
            ("BEGIN:VCARD\nVERSION:3.0", Some("vcard")),
            ("\u{2}\u{3}\u{4}abcdefgh", Some("binary")),
            ("name,note\nA\0B,[x]\nC,{y}\nD,and more\nE,and more\n", None),
        ];
        for (text, kind) in texts {
            assert_eq!(kind_by_text(text), kind, "{text:?}");
        }
    }
}
