//! Texts as one searches and sorts them: without case, accents, width; the database's own folding is not trusted.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text without case, accents and width, `ё` as `е`, white space as single blanks.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        let lower = text.to_ascii_lowercase();
        return if single_spaced(&lower) { lower } else { squeeze(&lower) };
    }
    // й and ї are letters of their own: only marks on other letters are accents.
    let mut folded = String::with_capacity(text.len());
    for letter in text.to_lowercase().nfkd() {
        let breve = letter == '\u{306}' && folded.ends_with(['и', 'у']);
        let diaeresis = letter == '\u{308}' && folded.ends_with('і');
        if !is_combining_mark(letter) || breve || diaeresis {
            folded.push(letter);
        }
    }
    squeeze(&folded.nfc().collect::<String>())
}

fn single_spaced(text: &str) -> bool {
    !text.starts_with(' ')
        && !text.ends_with(' ')
        && !text.contains("  ")
        && !text.contains(['\t', '\n', '\r'])
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The folded text in Latin letters, so that `Иванов` and `Ivanov` meet (after ISO 9, simplified).
pub fn fold_latin(text: &str) -> String {
    let mut latin = String::with_capacity(text.len());
    for letter in fold(text).chars() {
        match cyrillic(letter) {
            Some(letters) => latin.push_str(letters),
            None => latin.push(letter),
        }
    }
    latin
}

fn cyrillic(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' => "g",
        'д' => "d",
        'е' | 'э' | 'є' => "e",
        'ж' => "zh",
        'з' => "z",
        'и' | 'і' | 'ы' => "i",
        'й' | 'ї' => "i",
        'к' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' | 'ў' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' | 'ь' => "",
        'ю' => "iu",
        'я' => "ia",
        _ => return None,
    })
}

/// The text as a key: folded, letters and digits only; `Cross-Sell` and `cross_sell` are the same.
pub fn key(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_meet_however_they_are_written() {
        let table = [
            ("  Électricité   de France ", "electricite de france"),
            ("ПЁТР Й", "петр й"),
            ("Київ ЇЖАК", "київ їжак"),
            ("ＡＢＣ　１２", "abc 12"),
            ("北京", "北京"),
            ("Straße", "straße"),
        ];
        for (text, folded) in table {
            assert_eq!(fold(text), folded, "{text}");
            assert_eq!(fold(folded), folded, "folding twice changes nothing");
        }
        assert_eq!(fold_latin("Щербаков"), "shcherbakov");
        assert_eq!(key("Cross-Sell"), key("cross_sell"));
    }
}
