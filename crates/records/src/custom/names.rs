//! The names that what people call something gets in code, tables and API.

use cordee_schema::fold_latin;

/// What every name of a workspace's own begins with, so that it can never meet one that a later version brings.
pub(crate) const PREFIX: &str = "x_";
/// How long a name may be.
const LONGEST: usize = 40;

/// The name that a label makes: `Сегмент рынка` is `segment_rynka`; `otherwise` where nothing of it can be written in
/// Latin letters.
pub(crate) fn made_of(label: &str, otherwise: &str) -> String {
    let spaced: String =
        fold_latin(label).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
    let name: String = spaced.split_whitespace().collect::<Vec<_>>().join("_");
    let name: String =
        name.trim_start_matches(|c: char| !c.is_ascii_lowercase()).chars().take(LONGEST).collect();
    match name.trim_end_matches('_') {
        "" => otherwise.to_owned(),
        name => name.to_owned(),
    }
}

/// The name with the prefix of a workspace's own.
pub(crate) fn own(name: &str) -> String {
    if name.starts_with(PREFIX) { name.to_owned() } else { format!("{PREFIX}{name}") }
}

/// Whether a name can stand in code, tables and addresses.
pub(crate) fn is_sound(name: &str) -> bool {
    let bytes = name.as_bytes();
    bytes.first().is_some_and(u8::is_ascii_lowercase)
        && bytes.len() <= LONGEST + PREFIX.len()
        && bytes.iter().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || *b == b'_')
}

/// The name, or the first of `name_2`, `name_3` … that is free.
pub(crate) fn free(name: String, taken: impl Fn(&str) -> bool) -> String {
    if !taken(&name) {
        return name;
    }
    (2..).map(|number| format!("{name}_{number}")).find(|other| !taken(other)).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_of_any_script_makes_a_name() {
        let table = [
            ("Segment", "segment"),
            ("Сегмент рынка", "segment_rynka"),
            ("Taux d’équipement (%)", "taux_d_equipement"),
            ("2nd choice", "nd_choice"),
            ("客户级别", "field"),
            ("'; DROP TABLE user; --", "drop_table_user"),
            ("", "field"),
        ];
        for (label, name) in table {
            assert_eq!(made_of(label, "field"), name, "{label}");
            assert!(is_sound(&own(&made_of(label, "field"))), "{label}");
        }
    }

    #[test]
    fn a_name_that_could_be_anything_else_is_none() {
        for wrong in ["", "2nd", "a b", "a\"b", "Ä", "a-b", "A", &"x".repeat(60)] {
            assert!(!is_sound(wrong), "{wrong}");
        }
    }

    #[test]
    fn a_name_that_is_taken_is_counted_on() {
        assert_eq!(free("a".to_owned(), |name| name == "a" || name == "a_2"), "a_3");
        assert_eq!(free("a".to_owned(), |_| false), "a");
    }
}
