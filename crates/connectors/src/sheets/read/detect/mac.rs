//! The encodings of old Macs, which look like others: told by how strange the text is that they make.

use crate::sheets::read::Encoding;

/// How much stranger the other reading must be.
const STRANGER: usize = 4;

/// The Mac encoding in which the bytes make sense where in `guess` they do not.
pub(super) fn find(sample: &[u8], guess: Encoding) -> Option<Encoding> {
    let strange = |encoding: Encoding| strangeness(&encoding.decode(sample).0);
    let guessed = strange(guess);
    let macs = [Encoding(encoding_rs::MACINTOSH), Encoding(encoding_rs::X_MAC_CYRILLIC)];
    let (found, of_mac) =
        macs.map(|mac| (mac, strange(mac))).into_iter().min_by_key(|(_, strange)| *strange)?;
    (guessed > 0 && of_mac * STRANGER < guessed).then_some(found)
}

/// Letters of Serbian and Macedonian, which stand in windows-1251 where a Mac has Russian capitals.
const RARE: &str = "ЂЃђѓЉЊЌЋЏљњќћџ";

/// How often there is what no words have: letters of two scripts side by side, a capital behind a small letter, a sign
/// within or before a word, a rare letter, a control character.
fn strangeness(text: &str) -> usize {
    let letters: Vec<char> = text.chars().collect();
    let at = |place: usize| letters.get(place).copied().unwrap_or(' ');
    let odd = |place: usize| {
        let (one, two, three) = (at(place), at(place + 1), at(place + 2));
        if one.is_ascii() && two.is_ascii() {
            return false;
        }
        let broken = |c: char| c == '\u{fffd}' || ('\u{80}'..='\u{9f}').contains(&c);
        let words = one.is_alphabetic() && two.is_alphabetic();
        broken(two)
            || RARE.contains(two)
            || is_sign(one) && two.is_lowercase()
            || words && (script(one) != script(two) || one.is_lowercase() && two.is_uppercase())
            || one.is_alphabetic() && is_sign(two) && three.is_alphabetic()
    };
    (0..letters.len()).filter(|place| odd(*place)).count()
}

/// Signs that do not stand between letters.
fn is_sign(c: char) -> bool {
    !c.is_ascii() && !c.is_alphanumeric() && !c.is_whitespace() && !"’‘ʼ–—…·“”„«»№´\u{ad}".contains(c)
}

fn script(c: char) -> u8 {
    match c as u32 {
        ..0x250 | 0x1e00..0x1f00 => 0,
        0x370..0x400 => 1,
        0x400..0x530 => 2,
        0x530..0x600 => 3,
        0x600..0x780 => 4,
        _ => 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_less_strange_than_what_a_wrong_reading_makes_of_them() {
        let table = [
            ("François Lefèvre, l’Hérault", 0),
            ("iPhone; McDonald; camelCase", 0),
            ("Пётр Ёлкин-Їжак", 0),
            ("FranЌois", 2),
            ("Soci\u{8e}t", 2),
            ("Franﬂois‡le", 2),
        ];
        for (text, count) in table {
            let found = strangeness(text);
            assert_eq!(found.min(2), count, "{text}");
        }
    }
}
