//! The parts of a person's name. Cultures differ, so what can't be told apart is left whole.

/// The full name of these parts; in Chinese characters the family name comes first and nothing stands between.
pub fn full(first: Option<&str>, last: Option<&str>) -> Option<String> {
    let (first, last) = (said(first), said(last));
    match (first, last) {
        (Some(first), Some(last)) if han(first) && han(last) => Some(format!("{last}{first}")),
        (Some(first), Some(last)) => Some(format!("{first} {last}")),
        (one, other) => one.or(other).map(str::to_owned),
    }
}

/// The given name and the family name in a full one: `Anna Maria Snelling`, `Snelling, Anna Maria`. None where it is
/// one word, or Chinese characters.
pub fn parts(full: &str) -> Option<(String, String)> {
    let full = full.trim();
    let (first, last) = match full.split_once(',') {
        Some((last, first)) => (first, last),
        None => full.rsplit_once(char::is_whitespace)?,
    };
    let (first, last) = (said(Some(first))?, said(Some(last))?);
    Some((first.to_owned(), last.to_owned()))
}

fn said(part: Option<&str>) -> Option<&str> {
    part.map(str::trim).filter(|part| !part.is_empty())
}

fn han(text: &str) -> bool {
    text.chars().all(|letter| matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{323af}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_name_is_made_of_its_parts() {
        #[rustfmt::skip]
        let table = [
            (Some("Anna"),  Some("Snelling"), Some("Anna Snelling")),
            (Some(" Anna "), None,            Some("Anna")),
            (Some(""),      Some("Snelling"), Some("Snelling")),
            (Some("伟"),    Some("王"),       Some("王伟")),
            (Some("Wei"),   Some("王"),       Some("Wei 王")),
            (None,          None,             None),
        ];
        for (first, last, wanted) in table {
            assert_eq!(full(first, last).as_deref(), wanted, "{first:?} {last:?}");
        }
    }

    #[test]
    fn the_parts_are_found_where_they_can_be_told_apart() {
        #[rustfmt::skip]
        let table = [
            ("Anna Snelling",        Some(("Anna", "Snelling"))),
            ("Anna Maria Snelling",  Some(("Anna Maria", "Snelling"))),
            (" Snelling,  Anna ",    Some(("Anna", "Snelling"))),
            ("Олена Шевченко",       Some(("Олена", "Шевченко"))),
            ("王伟",                 None),
            ("Cher",                 None),
            ("Snelling,",            None),
            ("",                     None),
        ];
        for (name, wanted) in table {
            let found = parts(name);
            let found = found.as_ref().map(|(first, last)| (first.as_str(), last.as_str()));
            assert_eq!(found, wanted, "{name:?}");
        }
    }
}
