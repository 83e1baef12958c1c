//! The names of the columns: never empty, never twice the same.

use std::collections::HashSet;

/// A column whose name in the file could not stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renamed {
    /// Which column, from 0.
    pub column: usize,
    /// Its name in the file: empty, or another column's.
    pub from: String,
    /// The name it goes by now, such as `Column 3` or `Tag (2)`.
    pub to: String,
}

/// Gives every column a name of its own: what the file says, trimmed, where that can stand.
pub(crate) fn name_columns<'a>(names: impl Iterator<Item = &'a str>) -> (Vec<String>, Vec<Renamed>) {
    let names: Vec<&str> = names.map(|name| name.trim_matches(is_blank)).collect();
    let mut taken: HashSet<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let (mut seen, mut renamed) = (HashSet::new(), Vec::new());
    let header = names.iter().enumerate().map(|(column, &name)| {
        if !name.is_empty() && seen.insert(name) {
            return name.to_owned();
        }
        let to = free_name(name, column, &taken);
        taken.insert(to.clone());
        renamed.push(Renamed { column, from: name.to_owned(), to: to.clone() });
        to
    });
    (header.collect(), renamed)
}

/// The names of columns that have none: `Column 1`, `Column 2` and so on.
pub(crate) fn number_columns(count: usize) -> Vec<String> {
    (0..count).map(unnamed).collect()
}

fn free_name(name: &str, column: usize, taken: &HashSet<String>) -> String {
    let base = if name.is_empty() { unnamed(column) } else { name.to_owned() };
    let numbered = (2..).map(|number| format!("{base} ({number})"));
    let first = name.is_empty().then(|| base.clone());
    first.into_iter().chain(numbered).find(|name| !taken.contains(name)).unwrap_or(base)
}

fn unnamed(column: usize) -> String {
    format!("Column {}", column + 1)
}

/// White space, and the invisible characters that files carry into names.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_has_a_name_of_its_own() {
        let table: [(&[&str], &[&str]); 4] = [
            (&["Id", " Name\u{a0}", ""], &["Id", "Name", "Column 3"]),
            (&["Tag", "Tag", "Tag"], &["Tag", "Tag (2)", "Tag (3)"]),
            (&["Tag", "Tag (2)", "Tag"], &["Tag", "Tag (2)", "Tag (3)"]),
            (&["", "Column 1"], &["Column 1 (2)", "Column 1"]),
        ];
        for (names, expected) in table {
            assert_eq!(name_columns(names.iter().copied()).0, expected);
        }
        let (_, renamed) = name_columns(["Tag", "", "Tag"].into_iter());
        let shown: Vec<_> = renamed.iter().map(|r| (r.column, r.from.as_str(), r.to.as_str())).collect();
        assert_eq!(shown, [(1, "", "Column 2"), (2, "Tag", "Tag (2)")]);
    }
}
