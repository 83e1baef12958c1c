//! All languages say the same things.

use std::collections::BTreeSet;

use cordee_i18n::{Language, has, keys, say};

#[test]
fn every_key_stands_once_and_can_be_said() {
    let mut slips = Vec::new();
    for language in Language::ALL {
        let mut seen = BTreeSet::new();
        for (file, key) in keys(language) {
            if !seen.insert(key) {
                slips.push(format!("{language}/{file}: {key} stands twice"));
            }
            if !has(language, key) {
                slips.push(format!("{language}/{file}: {key} is not sound Fluent"));
            }
        }
    }
    assert!(slips.is_empty(), "{}", slips.join("\n"));
}

#[test]
fn a_missing_key_is_made_readable() {
    assert_eq!(say(Language::Ru, "close-date", &[]), "Close date");
    assert_eq!(say(Language::En, "", &[]), "");
}
