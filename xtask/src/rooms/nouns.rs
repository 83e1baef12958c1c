//! The engine cannot say "quote": below the features, nouns of selling stand in the catalog and in the rules only.

use super::{Source, Token, Wrong};

const ENGINE: &[&str] =
    &["base", "schema", "i18n", "connectors", "store", "ui", "records", "kit", "http", "jobs"];

#[rustfmt::skip]
const NOUNS: &[&str] = &[
    "account", "campaign", "commission", "committee", "competitor", "deal", "forecast", "invoice", "lead", "objection", "opportunity",
    "pipeline", "product", "prospect", "quota", "quote", "stage", "territory",
];

/// Where a word means something else: sheets, filters and SQL know the quotation mark, `http` the quota of a disk.
const MEANT_OTHERWISE: &[(&str, &str)] =
    &[("connectors", "quote"), ("schema", "quote"), ("store", "quote"), ("http", "quota")];

/// Nouns of selling in a source of the engine, also within longer names and in texts.
pub fn look(room: &str, source: &Source) -> Vec<Wrong> {
    if !ENGINE.contains(&room) {
        return Vec::new();
    }
    let spoken = source.tokens.iter().filter(|token| !token.is_sign);
    spoken
        .flat_map(|token| nouns(token).map(move |noun| (token, noun)))
        .filter(|(_, noun)| !MEANT_OTHERWISE.contains(&(room, noun)))
        .map(|(token, noun)| source.wrong(token, &complaint(room, noun, &token.text)))
        .collect()
}

fn complaint(room: &str, noun: &str, text: &str) -> String {
    let within = if text == noun { String::new() } else { format!(" (in `{text}`)") };
    format!("`{room}` knows no `{noun}`{within}")
}

fn nouns(token: &Token) -> impl Iterator<Item = &'static str> {
    let words = words(&token.text);
    NOUNS.iter().copied().filter(move |noun| words.iter().any(|word| is(word, noun)))
}

/// The words of `open_leads`, `LeadForm` or `"a lead's name"`, in lower case.
fn words(text: &str) -> Vec<String> {
    let mut spaced = String::new();
    for letter in text.chars() {
        let after_small = spaced.ends_with(char::is_lowercase);
        if !letter.is_alphanumeric() || (letter.is_uppercase() && after_small) {
            spaced.push(' ');
        }
        if letter.is_alphanumeric() {
            spaced.push(letter);
        }
    }
    spaced.split_whitespace().map(str::to_lowercase).collect()
}

/// One or many: `lead` and `leads`, `opportunity` and `opportunities`.
fn is(word: &str, noun: &str) -> bool {
    let Some(rest) = word.strip_prefix(noun.strip_suffix('y').unwrap_or(noun)) else { return false };
    if noun.ends_with('y') { matches!(rest, "y" | "ies") } else { matches!(rest, "" | "s") }
}
