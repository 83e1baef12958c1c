//! Keeping text from being run as a formula by the spreadsheet that opens it.

use std::borrow::Cow;

/// `cell` such that no spreadsheet takes it for a formula: with `'` in front if it begins with `=`, `+`, `-`,
/// `@`, a control character that spreadsheets pass over, or the wide forms of those signs.
///
/// A text that has `'` before such a sign of its own gets one more, so that [`unprotect`] always undoes this.
pub fn protect(cell: &str) -> Cow<'_, str> {
    if is_risky(cell.trim_start_matches('\'')) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// What `cell` was before [`protect`]; other text stays as it is.
pub fn unprotect(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if is_risky(rest.trim_start_matches('\'')) => rest,
        _ => cell,
    }
}

fn is_risky(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn formulas_are_made_harmless() {
        let table = [
            ("=1+1", "'=1+1"),
            ("+33 1", "'+33 1"),
            ("-5", "'-5"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("\r=1", "'\r=1"),
            ("\0=1", "'\0=1"),
            ("＝1", "'＝1"),
            ("'=1", "''=1"),
            ("'tis", "'tis"),
            ("plain", "plain"),
            ("", ""),
        ];
        for (cell, protected) in table {
            assert_eq!(protect(cell), protected, "{cell:?}");
        }
    }

    proptest! {
        #[test]
        fn protection_is_undone_exactly(cell in "['=+@\t\r\n\0＝a-]{0,6}|\\PC*") {
            let protected = protect(&cell);
            prop_assert!(!is_risky(&protected));
            prop_assert_eq!(unprotect(&protected), cell.as_str());
        }
    }
}
