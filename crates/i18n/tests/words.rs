//! All languages say the same things, and say them in their own grammar.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use cordee_i18n::{Language, has, keys, pair, say};

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
    assert!(slips.is_empty(), "\n{}", slips.join("\n"));
}

#[test]
fn all_languages_have_the_same_keys_in_the_same_files() {
    // What else a term is called differs from language to language.
    let shared = |(_, key): &(&str, &str)| !(key.starts_with("term-") && key.ends_with("-also"));
    let english: BTreeSet<_> = keys(Language::En).filter(shared).collect();
    assert!(english.len() > 800, "only {} keys were found", english.len());
    let mut slips = Vec::new();
    for language in Language::ALL {
        let other: BTreeSet<_> = keys(language).filter(shared).collect();
        slips.extend(english.difference(&other).map(|(file, key)| format!("{language}/{file} lacks {key}")));
        slips.extend(
            other.difference(&english).map(|(file, key)| format!("en/{file} lacks {key} of {language}")),
        );
    }
    assert!(slips.is_empty(), "\n{}", slips.join("\n"));
}

#[test]
fn all_languages_put_the_same_things_into_a_message() {
    let english = messages(Language::En);
    let mut slips = Vec::new();
    for language in Language::ALL {
        for (key, message) in messages(language) {
            let (ours, theirs) = (placeholders(&message), english.get(&key).map(|m| placeholders(m)));
            if theirs.as_ref().is_some_and(|theirs| *theirs != ours) {
                slips.push(format!("{language}: {key} speaks of {ours:?}, English of {theirs:?}"));
            }
        }
    }
    assert!(slips.is_empty(), "\n{}", slips.join("\n"));
}

#[test]
fn every_count_has_the_plural_forms_of_its_language() {
    let mut slips = Vec::new();
    for language in Language::ALL {
        let needed: BTreeSet<&str> = match language {
            Language::En | Language::Pseudo | Language::Fr => ["one", "other"].into(),
            Language::Ru | Language::Uk => ["one", "few", "many", "other"].into(),
            Language::Zh => ["other"].into(),
        };
        for (key, message) in messages(language).into_iter().filter(|(_, message)| message.contains("->")) {
            let forms = forms(&message);
            if forms != needed {
                slips.push(format!("{language}: {key} has {forms:?}, the language {needed:?}"));
            }
        }
    }
    assert!(slips.is_empty(), "\n{}", slips.join("\n"));
}

#[test]
fn counts_are_said_as_people_say_them() {
    let said = |language, count: i64| {
        say(language, "list-count", &[("count", count.into())]).replace(['\u{a0}', '\u{202f}'], " ")
    };
    let table = [
        (Language::En, ["0 records", "1 record", "2 records", "5 records", "21 records", "1,500 records"]),
        (Language::Fr, ["0 fiche", "1 fiche", "2 fiches", "5 fiches", "21 fiches", "1 500 fiches"]),
        (Language::Ru, ["0 записей", "1 запись", "2 записи", "5 записей", "21 запись", "1 500 записей"]),
        (Language::Uk, ["0 записів", "1 запис", "2 записи", "5 записів", "21 запис", "1 500 записів"]),
        (Language::Zh, ["0 条记录", "1 条记录", "2 条记录", "5 条记录", "21 条记录", "1,500 条记录"]),
    ];
    for (language, expected) in table {
        let all = [0, 1, 2, 5, 21, 1500].map(|count| said(language, count));
        assert_eq!(all, expected, "{language}");
    }
    assert_eq!(
        (said(Language::Ru, 11), said(Language::Uk, 112)),
        ("11 записей".into(), "112 записів".into())
    );
}

#[test]
fn a_missing_key_is_made_readable() {
    assert_eq!(say(Language::Ru, "close-date", &[]), "Close date");
    assert_eq!(say(Language::En, "", &[]), "");
}

#[test]
fn every_fault_and_problem_named_in_the_code_has_a_sentence() {
    let mut sources = Vec::new();
    for entry in fs::read_dir(house().join("crates")).expect("the crates") {
        rust_files(&entry.expect("a crate").path().join("src"), &mut sources);
    }
    let missing: BTreeSet<String> = sources
        .iter()
        .flat_map(|file| error_keys(&fs::read_to_string(file).expect("a source file")))
        .filter(|key| !has(Language::En, key))
        .collect();
    assert!(missing.is_empty(), "locales/en/errors.ftl lacks {missing:?}");
}

/// All literals such as `"error-required"` in a source file.
fn error_keys(source: &str) -> Vec<String> {
    let literals = source.split('"');
    let named = literals.filter(|text| text.starts_with("error-") || text.starts_with("problem-"));
    let whole =
        |text: &&str| text.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') && !text.ends_with('-');
    named.filter(whole).map(str::to_owned).collect()
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("a file").path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The Fluent text of each message of `language`, by its key.
fn messages(language: Language) -> BTreeMap<String, String> {
    let mut messages = BTreeMap::new();
    let mut key = None;
    for entry in fs::read_dir(house().join("locales").join(language.code())).expect("the language") {
        let text = fs::read_to_string(entry.expect("a file").path()).expect("a text file");
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
                key = line.split_once(" =").map(|(key, _)| key.to_owned());
            }
            if let Some(key) = &key {
                let message: &mut String = messages.entry(key.clone()).or_default();
                message.push_str(line);
                message.push('\n');
            }
        }
    }
    messages
}

/// The names after `$`.
fn placeholders(message: &str) -> BTreeSet<String> {
    let name = |rest: &str| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
    message.split('$').skip(1).map(name).collect()
}

/// The plural forms among the variants of a message; exact numbers such as `[0]` are extras.
fn forms(message: &str) -> BTreeSet<&str> {
    let variant = |line: &'_ str| line.trim_start().trim_start_matches('*').starts_with('[');
    let lines = message.lines().filter(|line| variant(line));
    let names = lines.filter_map(|line| line.split(['[', ']']).nth(1));
    names.filter(|name| name.parse::<i64>().is_err()).collect()
}

fn house() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

#[test]
fn what_something_is_stands_behind_its_name_as_each_language_sets_it() {
    let set = |language| pair(language, "Rose", "3");
    assert_eq!(Language::ALL.map(set)[..5], ["Rose: 3", "Rose\u{a0}: 3", "Rose: 3", "Rose: 3", "Rose：3"]);
}

#[test]
fn no_line_of_french_ends_before_a_mark_and_code_stays_as_it_is_typed() {
    let way = say(Language::Fr, "doctor-server-way-plain-do", &[]);
    assert!(way.contains(" ?sslmode"), "{way}");
    let sign = say(Language::Fr, "error-formula-sign", &[("column", 3.into()), ("value", "$".into())]);
    assert!(sign.contains("Colonne 3\u{a0}: «\u{a0}$\u{a0}» n’a") && sign.contains(" != "), "{sign}");
}
