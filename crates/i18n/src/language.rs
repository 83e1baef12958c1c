//! The languages Cordee speaks, and which of them a browser would like best.

use std::fmt;

/// A language in which every word of Cordee exists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English: the language of last resort.
    #[default]
    En,
    /// French.
    Fr,
    /// Russian.
    Ru,
    /// Ukrainian.
    Uk,
    /// Chinese, in simplified characters.
    Zh,
    /// English with accents, brackets and a third more letters, made as it is said: what is not translated, and what does
    /// not fit, stands out. Offered to nobody; the code `en-XA` asks for it.
    Pseudo,
}

impl Language {
    /// All languages, in the order in which they are offered.
    pub const ALL: [Language; 5] = [Language::En, Language::Fr, Language::Ru, Language::Uk, Language::Zh];

    /// How many there are, with the one that is not offered.
    pub(crate) const COUNT: usize = Language::ALL.len() + 1;

    /// The two letters of ISO 639-1, as in `<html lang>` and in the folders of `locales/`; of the made one a tag.
    pub const fn code(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Fr => "fr",
            Language::Ru => "ru",
            Language::Uk => "uk",
            Language::Zh => "zh",
            Language::Pseudo => "en-XA",
        }
    }

    /// The language whose words and formats it has.
    pub(crate) const fn written(self) -> Language {
        match self {
            Language::Pseudo => Language::En,
            language => language,
        }
    }

    /// What its speakers call it.
    pub const fn native_name(self) -> &'static str {
        match self {
            Language::En => "English",
            Language::Fr => "Français",
            Language::Ru => "Русский",
            Language::Uk => "Українська",
            Language::Zh => "简体中文",
            Language::Pseudo => "⟦Þšéûðô⟧",
        }
    }

    /// The language with exactly this code, capital or small.
    pub fn from_code(code: &str) -> Option<Language> {
        let mut known = Language::ALL.into_iter().chain([Language::Pseudo]);
        known.find(|language| language.code().eq_ignore_ascii_case(code))
    }

    /// The best of our languages for an `Accept-Language` header; English if none is wanted.
    pub fn negotiate(accept_language_header: &str) -> Language {
        let mut best = (Language::En, 0);
        for wish in accept_language_header.split(',') {
            let (range, parameters) = wish.split_once(';').unwrap_or((wish, ""));
            let range = range.trim();
            let primary = range.split('-').next().unwrap_or_default();
            let weight = weight(parameters);
            // Among equal wishes the first one wins, as browsers list them by preference.
            let language = Language::from_code(range).or_else(|| Language::from_code(primary));
            if let Some(language) = language.filter(|_| weight > best.1) {
                best = (language, weight);
            }
        }
        best.0
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The weight of a wish in thousandths: 1000 without `q=`, 0 if it can't be read.
fn weight(parameters: &str) -> u32 {
    let Some(q) = parameters.split(';').find_map(|p| p.trim().strip_prefix("q=")) else { return 1000 };
    let weight: f32 = q.trim().parse().unwrap_or(0.0);
    (weight.clamp(0.0, 1.0) * 1000.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_gets_the_language_it_likes_best() {
        let table = [
            ("", Language::En),
            ("fr", Language::Fr),
            ("fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5", Language::Fr),
            ("de-DE,de;q=0.9,uk;q=0.4,ru;q=0.6", Language::Ru),
            ("zh-Hans-CN", Language::Zh),
            ("RU;q=0, UK ; q=0.1", Language::Uk),
            ("en-XA,en;q=0.9", Language::Pseudo),
            ("ru;q=0.5,uk;q=0.5", Language::Ru),
            ("de, *", Language::En),
            ("fr;q=high,;;=,,q", Language::En),
        ];
        for (header, language) in table {
            assert_eq!(Language::negotiate(header), language, "{header:?}");
        }
    }

    #[test]
    fn a_code_names_its_language() {
        for language in Language::ALL.into_iter().chain([Language::Pseudo]) {
            assert_eq!(Language::from_code(language.code()), Some(language));
        }
        assert!(!Language::ALL.contains(&Language::Pseudo), "it is offered to nobody");
        assert_eq!(Language::from_code("en-US"), None);
    }
}
