//! The few words that screens need of themselves; all other text comes with the view values.

use cordee_i18n::{Arg, Language, say};

/// The word under `key` of `locales/`.
pub(crate) fn word(language: Language, key: &str) -> String {
    say(language, key, &[])
}

/// The sentence under `key`, with one text put in.
pub(crate) fn sentence(language: Language, key: &str, name: &str, text: &str) -> String {
    say(language, key, &[(name, Arg::Text(text.into()))])
}

/// The sentence under `key` for `count` of something.
pub(crate) fn counted(language: Language, key: &str, count: usize) -> String {
    say(language, key, &[("count", count.into())])
}
