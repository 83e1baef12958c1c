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
        'и' | 'і' => "i",
        'ы' => "y",
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

/// The ways in which a word may be spelt in Latin letters, folded, the plainest first: `Müller` as `muller` and `mueller`,
/// `Юлия` as `iuliia`, `yuliya` and, read in Ukrainian, `yulyia`.
pub fn spellings(word: &str) -> Vec<String> {
    if word.is_ascii() {
        return vec![word.to_ascii_lowercase()];
    }
    let folded = fold(word);
    let mut ways = vec![letters_for(&fold_latin(word), plain)];
    if folded.chars().any(|letter| cyrillic(letter).is_some()) {
        ways.push(spelt(&folded, |letter, _| english(letter)));
        ways.push(spelt(&folded, ukrainian));
    } else {
        let whole: String = word.to_lowercase().nfc().collect();
        ways.push(letters_for(&fold(&letters_for(&whole, broad)), plain));
    }
    let mut once: Vec<String> = Vec::with_capacity(ways.len());
    for way in ways {
        if !once.contains(&way) {
            once.push(way);
        }
    }
    once
}

/// The text with these letters written in others.
fn letters_for(text: &str, other: fn(char) -> Option<&'static str>) -> String {
    let mut written = String::with_capacity(text.len());
    for letter in text.chars() {
        match other(letter) {
            Some(letters) => written.push_str(letters),
            None => written.push(letter),
        }
    }
    written
}

/// The Cyrillic word in Latin letters, where some are written in a way of their own, given whether they come first.
fn spelt(word: &str, own: impl Fn(char, bool) -> Option<&'static str>) -> String {
    let mut latin = String::with_capacity(word.len());
    for (place, letter) in word.chars().enumerate() {
        match own(letter, place == 0).or_else(|| cyrillic(letter)) {
            Some(letters) => latin.push_str(letters),
            None => latin.push(letter),
        }
    }
    latin
}

/// Latin letters that are no others with an accent.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ß' => "ss",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ı' => "i",
        _ => return None,
    })
}

/// Letters that are written with two where there is no key for them.
fn broad(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ä' => "ae",
        'ö' | 'ø' => "oe",
        'ü' => "ue",
        'å' => "aa",
        _ => return None,
    })
}

/// As passports and English texts spell Russian.
fn english(letter: char) -> Option<&'static str> {
    Some(match letter {
        'й' => "y",
        'ю' => "yu",
        'я' => "ya",
        _ => return None,
    })
}

/// As Ukraine spells Ukrainian.
fn ukrainian(letter: char, first: bool) -> Option<&'static str> {
    Some(match (letter, first) {
        ('г', _) => "h",
        ('и', _) => "y",
        ('й', true) => "y",
        ('ї', true) => "yi",
        ('є', true) => "ye",
        ('є', false) => "ie",
        ('ю', true) => "yu",
        ('я', true) => "ya",
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
        assert_eq!(spellings("Müller"), ["muller", "mueller"]);
        assert_eq!(spellings("Straße"), ["strasse"]);
        assert_eq!(spellings("Юлия"), ["iuliia", "yuliya", "yulyia"]);
        assert_eq!(spellings("Григорій"), ["grigorii", "grigoriy", "hryhorii"]);
        assert_eq!(spellings("Київ"), ["kiiv", "kyiv"]);
        assert_eq!(spellings("ACME"), ["acme"]);
        assert_eq!(key("Cross-Sell"), key("cross_sell"));
    }
}
