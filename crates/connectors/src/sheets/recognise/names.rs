//! How alike two names are.

use super::words::{fold_joined, fold_words};

/// From 0 (nothing in common) to 1 (the same but for case, accents, spaces and signs): for column names.
pub fn similarity(a: &str, b: &str) -> f64 {
    let (joined_a, joined_b) = (fold_joined(a), fold_joined(b));
    if joined_a.is_empty() || joined_b.is_empty() {
        return 0.0;
    }
    let ratio = strsim::normalized_damerau_levenshtein(&joined_a, &joined_b);
    if ratio == 1.0 {
        return 1.0;
    }
    (shared_words(&fold_words(a), &fold_words(b)) + ratio) / 2.0
}

/// The candidate that `name` is most likely meant to be, and how alike they are: 1 if it is just that, a little
/// less if only case, accents, spaces and signs differ, at least 0.75 for a slip of the pen (`technolgy`).
/// It is for proposing; whether the two are one is for a person to say.
pub fn nearest<C: AsRef<str>>(name: &str, candidates: &[C]) -> Option<(usize, f64)> {
    if let Some(same) = candidates.iter().position(|candidate| candidate.as_ref() == name) {
        return Some((same, 1.0));
    }
    let folded = fold_joined(name);
    if folded.is_empty() {
        return None;
    }
    let scored = candidates.iter().map(|candidate| closeness(&folded, &fold_joined(candidate.as_ref())));
    let best = scored.enumerate().reduce(|best, next| if next.1 > best.1 { next } else { best });
    best.filter(|(_, score)| *score >= NEAR)
}

const FOLDED: f64 = 0.99;
const NEAR: f64 = 0.75;

fn closeness(a: &str, b: &str) -> f64 {
    let (long, short) = (a.len().max(b.len()), a.len().min(b.len()));
    // Names whose lengths differ this much can't come near: that spares most of the work among thousands.
    // And another number is no slip of the pen but another thing.
    if short * 3 < long || digits(a).ne(digits(b)) {
        return 0.0;
    }
    strsim::normalized_damerau_levenshtein(a, b) * FOLDED
}

fn digits(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(char::is_ascii_digit)
}

/// The share of words that both have, give or take a letter.
fn shared_words(a: &[String], b: &[String]) -> f64 {
    let mut left: Vec<&String> = b.iter().collect();
    let mut shared = 0.0;
    for word in a {
        let ratio = |other: &&String| strsim::normalized_damerau_levenshtein(word, other);
        let best =
            left.iter().map(ratio).enumerate().reduce(|best, next| if next.1 > best.1 { next } else { best });
        if let Some((at, ratio)) = best.filter(|(_, ratio)| *ratio >= 0.8) {
            shared += ratio;
            left.swap_remove(at);
        }
    }
    2.0 * shared / (a.len() + b.len()) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_misses_are_found_and_strangers_are_not() {
        let products = [
            "GTX Basic",
            "GTX Pro",
            "MG Special",
            "MG Advanced",
            "GTX Plus Pro",
            "GTX Plus Basic",
            "GTK 500",
        ];
        let table: [(&str, &[&str], Option<&str>); 10] = [
            ("GTXPro", &products, Some("GTX Pro")),
            ("GTX Pro", &products, Some("GTX Pro")),
            ("mg-special", &products, Some("MG Special")),
            ("technolgy", &["retail", "technology", "telecommunications"], Some("technology")),
            ("Philipines", &["Philippines", "Poland", "Panama"], Some("Philippines")),
            ("Société Générale", &["Societe Generale", "Société de Lyon"], Some("Societe Generale")),
            ("UK", &["UA", "US"], None),
            ("GTK 501", &products, None),
            ("Isdom", &["Cancity", "Rangreen", "Hatfan"], None),
            ("—", &["x"], None),
        ];
        for (name, candidates, expected) in table {
            assert_eq!(nearest(name, candidates).map(|(at, _)| candidates[at]), expected, "{name}");
        }
        assert_eq!(nearest("GTX Pro", &products), Some((1, 1.0)));
        assert_eq!(nearest("GTXPro", &products), Some((1, 0.99)));
    }

    #[test]
    fn column_names_are_ranked_as_a_person_would() {
        let best = |name: &str, among: &[&'static str]| {
            let by = |a: &&&str, b: &&&str| similarity(name, a).total_cmp(&similarity(name, b));
            *among.iter().max_by(by).expect("some")
        };
        let fields =
            ["First name", "Last name", "Email", "Phone", "Close date", "Created at", "Website", "Account"];
        let table = [
            ("FirstName", "First name"),
            ("LAST_NAME", "Last name"),
            ("Person - Email", "Email"),
            ("Phone Number", "Phone"),
            ("close_date", "Close date"),
            ("Website URL", "Website"),
            ("Acount", "Account"),
        ];
        for (name, field) in table {
            assert_eq!(best(name, &fields), field, "{name}");
        }
        assert_eq!(similarity("close_date", "CloseDate"), 1.0);
        assert_eq!(similarity("", "x"), 0.0);
        assert!(similarity("Industry", "Phone") < 0.4);
    }
}
