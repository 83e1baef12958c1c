//! Guessing whether the first row names the columns: yes, unless it looks like the rows below.

use crate::sheets::read::Certainty;
use crate::sheets::recognise::{Looks, looks};

/// Whether there is a header, and how sure that is.
pub(crate) fn find(rows: &[Vec<String>], said: Option<bool>) -> (bool, Certainty) {
    if let Some(said) = said {
        return (said, Certainty::Sure);
    }
    let Some((first, rest)) = rows.split_first() else { return (true, Certainty::Guess) };
    let (mut names, mut data) = (0, 0);
    for (column, cell) in first.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty()) {
        let below: Vec<&str> = rest.iter().filter_map(|row| row.get(column)).map(String::as_str).collect();
        match speaks_for(cell.trim(), &below) {
            Some(Speaks::Name) => names += 1,
            Some(Speaks::Data) => data += 1,
            None => {}
        }
    }
    match (names, data) {
        (0, 0) => (true, Certainty::Guess),
        (_, 0) => (true, Certainty::Likely),
        (0, _) => (false, Certainty::Likely),
        _ => (data <= names, Certainty::Guess),
    }
}

enum Speaks {
    Name,
    Data,
}

fn speaks_for(cell: &str, below: &[&str]) -> Option<Speaks> {
    let (above, looks_below) = (looks("", &[cell]), looks("", below));
    if looks_below == Looks::Empty || is_year(cell) {
        return None;
    }
    let typed = |looks: &Looks| !matches!(looks, Looks::Text | Looks::FewValues(_) | Looks::Empty);
    let same = std::mem::discriminant(&above) == std::mem::discriminant(&looks_below);
    if typed(&above) && same || below.contains(&cell) {
        return Some(Speaks::Data);
    }
    (typed(&looks_below) && !typed(&above)).then_some(Speaks::Name)
}

/// Tables of figures have years for names.
fn is_year(cell: &str) -> bool {
    cell.len() == 4 && cell.parse().is_ok_and(|year: u16| (1900..2100).contains(&year))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheets::read::detect::columns;

    #[test]
    fn a_first_row_like_the_others_is_no_header() {
        let table = [
            ("name,since,mail\nAnn,2017-03-01,a@b.example\n", true, Certainty::Likely),
            ("Ann,2017-03-01,a@b.example\nBob,2017-03-02,b@b.example\n", false, Certainty::Likely),
            ("1,Ann\n2,Bob\n3,Cem\n", false, Certainty::Likely),
            ("deal,2019,2020\nA,5,6\nB,7,8\n", true, Certainty::Guess),
            ("name,place\nAnn,Paris\nBob,Lyon\n", true, Certainty::Guess),
            ("Ann,Won\nBob,Won\nCem,Lost\n", false, Certainty::Likely),
            ("name,mail\n", true, Certainty::Guess),
        ];
        for (text, header, certainty) in table {
            assert_eq!(find(&columns::find(text, None, None).rows, None), (header, certainty), "{text:?}");
        }
    }
}
