//! The terms of a text: what the index of words holds, and what a question is compared with.

use std::borrow::Cow;
use std::collections::BTreeSet;

use cordee_base::Id;
use cordee_schema::kinds::phone::code_length;
use cordee_schema::{FieldDef, Kind, Object, Value, fold, spellings};

use crate::own::own;

/// How many letters of a word count.
pub(crate) const LETTERS: usize = 40;
/// With how many letters a word begins.
const BEGINNING: usize = 3;
/// How many terms of one record are kept.
const TERMS: usize = 4_000;

/// Whether the words of this field are found.
pub(crate) fn is_searched(field: &FieldDef) -> bool {
    let text = matches!(
        field.kind,
        Kind::Text(_)
            | Kind::LongText(_)
            | Kind::Email(_)
            | Kind::Phone(_)
            | Kind::Url(_)
            | Kind::Serial(_)
            | Kind::Tags(_)
    );
    field.searched && text && !field.secret
}

/// The words in a value that is searched: a text, or tags.
pub(super) fn text_of(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::Text(text) => Some(Cow::Borrowed(text)),
        Value::Choices(names) => Some(Cow::Owned(names.join(" "))),
        _ => None,
    }
}

/// Whether records of this object are found.
pub(crate) fn is_indexed(object: &Object) -> bool {
    !object.internal && !own(object).declares && object.fields.iter().any(is_searched)
}

/// The terms of a record, given its values and whose it is: those of its words, of whom and what it is; and the words
/// among them, by which those that begin like one, and misspelt ones, are told.
pub(crate) fn of_record<'v>(
    object: &Object,
    value: impl Fn(usize) -> Option<&'v Value>,
    owner: Option<Id>,
) -> (BTreeSet<String>, BTreeSet<String>) {
    let mut terms = Terms::default();
    for (place, field) in object.fields.iter().enumerate().filter(|(_, field)| is_searched(field)) {
        let Some(text) = value(place).and_then(text_of) else { continue };
        let text = text.as_ref();
        terms.add(field, text);
    }
    terms.all.extend(owner.map(owned_by));
    terms.all.insert(of_object(object));
    (terms.all, terms.words)
}

/// The term of all records of an object.
pub(crate) fn of_object(object: &Object) -> String {
    format!("_k{}", object.name)
}

/// The term of all that belongs to a person.
pub(crate) fn owned_by(owner: Id) -> String {
    format!("_o{}", owner.to_string().to_ascii_lowercase())
}

/// A title as a whole, its words written plainly and joined; none if there is nothing in it.
pub(crate) fn title(text: &str) -> Option<String> {
    let whole = cut(&text.split_whitespace().map(plain).collect::<String>());
    Some(whole).filter(|whole| !whole.is_empty())
}

/// A word as it is written most plainly.
pub(crate) fn plain(word: &str) -> String {
    cut(&spellings(word)[0])
}

/// The terms of one text.
pub(crate) fn of_text(field: &FieldDef, text: &str) -> BTreeSet<String> {
    let mut terms = Terms::default();
    terms.add(field, text);
    terms.all
}

#[derive(Default)]
struct Terms {
    all: BTreeSet<String>,
    words: BTreeSet<String>,
}

impl Terms {
    fn add(&mut self, field: &FieldDef, text: &str) {
        if let Kind::Phone(_) = field.kind {
            return self.all.extend(of_phone(text));
        }
        for chunk in text.split_whitespace() {
            if self.all.len() >= TERMS {
                return;
            }
            let chunk = match field.kind {
                Kind::Url(_) => chunk.split_once("://").map_or(chunk, |(_, rest)| rest),
                _ => chunk,
            };
            let mut parts = 0;
            for piece in pieces(chunk) {
                parts += 1;
                match piece {
                    Piece::Word(word) => self.word(word),
                    Piece::Signs(signs) => self.all.extend(pairs(&signs)),
                }
            }
            // `O'Brien` as `obrien`, `D-2026-0042` as `20260042` too.
            if parts > 1 && chunk.len() <= LETTERS && !chunk.contains(['@', '/']) {
                self.joined(chunk);
            }
        }
    }

    fn word(&mut self, word: &str) {
        for way in spellings(word) {
            let term = cut(&way);
            if is_word(&term) {
                self.words.insert(term.clone());
            }
            self.all.insert(term);
        }
    }

    fn joined(&mut self, chunk: &str) {
        let letters = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
        let whole = letters(chunk);
        if whole.chars().any(is_sign) {
            return;
        }
        self.word(&whole);
        let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
        if digits.len() > 3 {
            self.all.insert(cut(&digits));
        }
    }
}

/// A piece of a text: a word in letters or digits, or signs of which each is a word or a part of one.
pub(crate) enum Piece<'t> {
    Word(&'t str),
    Signs(Vec<char>),
}

/// The pieces of a text, in order.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let parts = text.split(|c: char| !c.is_alphanumeric() && !is_mark(c)).filter(|part| !part.is_empty());
    parts.flat_map(|part| {
        if part.is_ascii() {
            return vec![Piece::Word(part)];
        }
        let mut found = Vec::new();
        let mut rest = part;
        while let Some(first) = rest.chars().next() {
            let signs = is_sign(first);
            let end = rest.find(|c| is_sign(c) != signs).unwrap_or(rest.len());
            let (run, after) = rest.split_at(end);
            found.push(match signs {
                true => Piece::Signs(fold(run).chars().collect()),
                false => Piece::Word(run),
            });
            rest = after;
        }
        found
    })
}

/// The terms of a run of signs: each of them, and each two that stand together.
pub(crate) fn pairs(signs: &[char]) -> impl Iterator<Item = String> {
    let one = signs.iter().map(char::to_string);
    one.chain(signs.windows(2).map(|two| two.iter().collect()))
}

/// Whether it is a sign of a script that sets no blanks between words.
fn is_sign(letter: char) -> bool {
    matches!(letter,
        '\u{2e80}'..='\u{2fdf}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether it is an accent on the letter before.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

/// The terms of a number in E.164: with the country and without, and backwards, to be found by its end.
fn of_phone(text: &str) -> Vec<String> {
    let number = text.split(';').next().unwrap_or(text);
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    if digits.is_empty() {
        return Vec::new();
    }
    let national = digits.get(code_length(&digits)..).unwrap_or("").to_owned();
    vec![backwards(&digits), national, digits].into_iter().filter(|term| !term.is_empty()).collect()
}

/// The term of a telephone number's end.
pub(crate) fn backwards(digits: &str) -> String {
    format!("_p{}", digits.chars().rev().collect::<String>())
}

/// Whether a term is known by its beginning and its end as well: it begins with letters, so that there are not as many as
/// there are numbers.
pub(crate) fn is_word(term: &str) -> bool {
    term.chars().take(BEGINNING).filter(|letter| letter.is_alphabetic()).count() == BEGINNING
}

/// The first letters of a word.
pub(crate) fn cut(word: &str) -> String {
    let known = word.chars().filter(|c| c.is_alphanumeric());
    known.take(LETTERS).collect()
}

#[cfg(test)]
mod tests {
    use cordee_schema::{phone, text};

    use super::*;

    fn terms(field: &FieldDef, text: &str) -> Vec<String> {
        of_text(field, text).into_iter().collect()
    }

    #[test]
    fn a_text_is_found_by_its_words() {
        let name = text("name").searched().def;
        let table: [(&str, &[&str]); 7] = [
            ("Müller & Söhne", &["muller", "mueller", "sohne", "soehne"]),
            ("Щербаков", &["shcherbakov"]),
            ("王芳", &["王", "王芳", "芳"]),
            ("IT服务", &["it", "务", "服", "服务"]),
            ("O'Brien", &["brien", "o", "obrien"]),
            ("D-2026-0042", &["0042", "2026", "20260042", "d", "d20260042"]),
            ("a.b@acme.com", &["a", "acme", "b", "com"]),
        ];
        for (text, wanted) in table {
            let mut wanted: Vec<String> = wanted.iter().map(|term| (*term).to_owned()).collect();
            wanted.sort();
            assert_eq!(terms(&name, text), wanted, "{text}");
        }
    }

    #[test]
    fn a_number_is_found_from_both_ends() {
        let field = phone("phone").searched().def;
        assert_eq!(terms(&field, "+33142685300"), ["142685300", "33142685300", "_p00358624133"]);
        assert_eq!(terms(&field, "+380441234567;ext=12"), ["380441234567", "441234567", "_p765432144083"]);
    }
}
