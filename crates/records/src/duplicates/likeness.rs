//! How much two names are alike: by their words in any order and any script, slips of the hand forgiven, without what
//! only says what sort of company it is.

use cordee_schema::{fold, spellings};

use crate::search::{Piece, cut, pairs, pieces};

/// How much of two names must be the same, in per cent: of a person's more, since many share one of theirs.
const ENOUGH: u32 = 60;
const ENOUGH_OF_PERSON: u32 = 75;
/// From how many letters on a word may be misspelt.
const LONG: usize = 4;
/// How many words of a name are looked at.
const WORDS: usize = 12;

/// A name, read for comparing.
pub(super) struct Name {
    /// Each word in all its spellings; of a script without blanks each two signs.
    words: Vec<Vec<String>>,
    /// The words that tell it from others, as they are looked for.
    pub telling: String,
    personal: bool,
}

/// How much two names are alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Likeness {
    None,
    /// In per cent.
    Similar(u32),
    /// All words are the same.
    Same,
}

impl Name {
    pub(super) fn of(text: &str, personal: bool) -> Name {
        let telling = if personal { text.to_owned() } else { without_form(text) };
        let mut words: Vec<Vec<String>> = Vec::new();
        for piece in pieces(&telling) {
            match piece {
                Piece::Word(word) => {
                    words.push(
                        spellings(word).iter().map(|way| cut(way)).filter(|way| !way.is_empty()).collect(),
                    );
                }
                Piece::Signs(signs) if signs.len() == 1 => words.push(vec![signs[0].to_string()]),
                Piece::Signs(signs) => words.extend(pairs(&signs).skip(signs.len()).map(|two| vec![two])),
            }
        }
        words.retain(|ways| !ways.is_empty());
        words.truncate(WORDS);
        Name { words, telling, personal }
    }

    /// How much it is like another.
    pub(super) fn likeness(&self, other: &Name) -> Likeness {
        let all = (self.words.len() + other.words.len()) as u32;
        if self.words.is_empty() || other.words.is_empty() {
            return Likeness::None;
        }
        let (mut mine, mut theirs): (Vec<_>, Vec<_>) =
            (self.words.iter().collect(), other.words.iter().collect());
        let mut met = |fit: Fit| -> u32 {
            let before = mine.len();
            mine.retain(|word| match theirs.iter().position(|one| fits(word, one) == Some(fit)) {
                Some(at) => theirs.remove(at).is_empty(),
                None => true,
            });
            2 * (before - mine.len()) as u32
        };
        let same = met(Fit::Same);
        let near = met(Fit::Near);
        let (share, enough) =
            ((same + near) * 100 / all, if self.personal { ENOUGH_OF_PERSON } else { ENOUGH });
        // A company is called by the first of its words alone, never by another.
        let one_that_is_not_first =
            same + near == 2 && all > 2 && fits(&self.words[0], &other.words[0]).is_none();
        match share {
            _ if same == all => Likeness::Same,
            _ if one_that_is_not_first => Likeness::None,
            share if share >= enough => Likeness::Similar(share),
            _ => Likeness::None,
        }
    }
}

/// How well two words agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fit {
    Same,
    /// A slip of the hand away, or the first letter of the other.
    Near,
}

fn fits(one: &[String], other: &[String]) -> Option<Fit> {
    if one.iter().any(|way| other.contains(way)) {
        return Some(Fit::Same);
    }
    let near = |one: &String, other: &String| {
        let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
        let size = short.chars().count();
        let digits = short.chars().any(|letter| letter.is_ascii_digit());
        match size {
            1 => short.is_ascii() && !digits && long.starts_with(short.as_str()),
            LONG.. if !digits => strsim::osa_distance(one, other) <= if size > 7 { 2 } else { 1 },
            _ => false,
        }
    };
    one.iter().any(|one| other.iter().any(|other| near(one, other))).then_some(Fit::Near)
}

/// The name of a company without its legal form, unless it has no other word.
fn without_form(text: &str) -> String {
    let mut rest = text.trim();
    for form in SIGNS {
        rest = rest.strip_suffix(form).filter(|rest| !rest.trim().is_empty()).unwrap_or(rest);
    }
    let is_form = |word: &&str| {
        let letters: String = fold(word).chars().filter(|letter| letter.is_alphanumeric()).collect();
        FORMS.contains(&letters.as_str()) || letters.is_empty()
    };
    let telling: Vec<&str> = rest.split_whitespace().filter(|word| !is_form(word)).collect();
    if telling.is_empty() { rest.to_owned() } else { telling.join(" ") }
}

/// Legal forms, folded, without points.
const FORMS: &[&str] = &[
    "ab",
    "ag",
    "aps",
    "as",
    "bv",
    "co",
    "company",
    "corp",
    "corporation",
    "eurl",
    "gmbh",
    "inc",
    "incorporated",
    "kft",
    "kg",
    "limited",
    "llc",
    "llp",
    "ltd",
    "lp",
    "nv",
    "oy",
    "oyj",
    "plc",
    "pte",
    "pty",
    "sa",
    "sarl",
    "sas",
    "sasu",
    "se",
    "sl",
    "spa",
    "srl",
    "the",
    "ao",
    "ooo",
    "zao",
    "pao",
    "oao",
    "ip",
    "tov",
    "ао",
    "ооо",
    "зао",
    "пао",
    "оао",
    "ип",
    "тоо",
    "тов",
    "ат",
    "прат",
    "пат",
    "тдв",
    "фоп",
    "дп",
];
/// The same where they stand at the end without a blank; the longer first.
const SIGNS: &[&str] = &["股份有限公司", "有限责任公司", "有限公司", "公司", "集团"];

#[cfg(test)]
mod tests {
    use super::*;

    fn alike(one: &str, other: &str, personal: bool) -> Likeness {
        Name::of(one, personal).likeness(&Name::of(other, personal))
    }

    #[test]
    fn names_of_companies_are_compared_without_their_legal_form() {
        let table = [
            ("Acme GmbH", "ACME", Likeness::Same),
            ("Acme, Inc.", "The Acme Company", Likeness::Same),
            ("ООО «Ромашка»", "Romashka", Likeness::Same),
            ("北京华为技术有限公司", "华为技术有限公司", Likeness::Similar(75)),
            ("华为技术有限公司", "华为技术", Likeness::Same),
            ("Acme", "Acme Industries", Likeness::Similar(66)),
            ("Industries", "Acme Industries", Likeness::None),
            ("Acme Industreis", "Acme Industries", Likeness::Similar(100)),
            ("Zenith Industries", "Acme Industries", Likeness::None),
            ("Acm", "Acme", Likeness::None),
            ("Fund 2026", "Fund 2025", Likeness::None),
            ("Inc", "Inc", Likeness::Same),
            ("", "Acme", Likeness::None),
        ];
        for (one, other, wanted) in table {
            assert_eq!(alike(one, other, false), wanted, "{one} and {other}");
            assert_eq!(alike(other, one, false), wanted, "{other} and {one}");
        }
    }

    #[test]
    fn names_of_people_need_more_than_one_word_in_common() {
        let table = [
            ("Anna Schmidt", "Schmidt Anna", Likeness::Same),
            ("Jürgen Müller", "Juergen Mueller", Likeness::Same),
            ("Пётр Щербаков", "Petr Shcherbakov", Likeness::Same),
            ("Anna Maria Schmidt", "Anna Schmidt", Likeness::Similar(80)),
            ("A. Schmidt", "Anna Schmidt", Likeness::Similar(100)),
            ("Anna Schmitt", "Anna Schmidt", Likeness::Similar(100)),
            ("Anna", "Anna Schmidt", Likeness::None),
            ("Anna Schmidt", "Anna Kowalska", Likeness::None),
            ("王芳", "王芳", Likeness::Same),
            ("王芳", "王明", Likeness::None),
        ];
        for (one, other, wanted) in table {
            assert_eq!(alike(one, other, true), wanted, "{one} and {other}");
        }
    }
}
