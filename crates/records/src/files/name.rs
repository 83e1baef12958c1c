//! The name of a file as it is kept: what people see, and never a path.

/// How many letters a name has at the most.
const LONGEST: usize = 255;

/// The last part of a name, without what could lead elsewhere, break a line, or let it look like another: `fdp.exe`
/// can be written so that it reads `exe.pdf`. Too long a name keeps its ending.
pub(super) fn plain(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or("");
    let kept: String = last.chars().filter(|letter| !letter.is_control() && !turns(*letter)).collect();
    let kept = kept.trim_matches(|letter: char| letter == '.' || letter.is_whitespace());
    if kept.is_empty() {
        return "file".to_owned();
    }
    let count = kept.chars().count();
    if count <= LONGEST {
        return kept.to_owned();
    }
    let ending = extension(kept).map_or(0, |ending| ending.len() + 1);
    let cut: String = kept.chars().take(LONGEST - ending).collect();
    format!("{cut}{}", &kept[kept.len() - ending..])
}

/// What stands behind the last point, in small letters, if it can be an extension.
pub(super) fn extension(name: &str) -> Option<String> {
    let (stem, ending) = name.rsplit_once('.')?;
    let sound = (1..=10).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (sound && !stem.is_empty()).then(|| ending.to_ascii_lowercase())
}

/// Whether a letter is not seen and turns the direction of writing, or is the mark of a byte order.
fn turns(letter: char) -> bool {
    matches!(letter,
        '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_nowhere_and_looks_like_what_it_is() {
        let table = [
            ("Договор 2026.pdf", "Договор 2026.pdf"),
            ("../../etc/passwd", "passwd"),
            ("C:\\files\\报价 2026.xlsx", "报价 2026.xlsx"),
            ("..", "file"),
            ("", "file"),
            ("a\r\nb\0.txt", "ab.txt"),
            ("invoice\u{202e}fdp.exe", "invoicefdp.exe"),
            (" .hidden. ", "hidden"),
            ("a\"b'c%.png", "a\"b'c%.png"),
        ];
        for (given, kept) in table {
            assert_eq!(plain(given), kept, "{given:?}");
        }
        let long = format!("{}.pdf", "ю".repeat(300));
        assert_eq!(plain(&long), format!("{}.pdf", "ю".repeat(251)));
        assert_eq!(plain(&"a".repeat(300)).len(), 255);
    }

    #[test]
    fn an_extension_is_short_and_plain() {
        for (name, ending) in [
            ("a.PDF", Some("pdf")),
            ("a.tar.gz", Some("gz")),
            ("README", None),
            (".profile", None),
            ("v1.2 final", None),
        ] {
            assert_eq!(extension(name).as_deref(), ending, "{name}");
        }
    }
}
