//! What is asked for: the words of a question as terms of the index.

use std::ops::Range;

use cordee_base::Id;
use cordee_schema::{FieldDef, spellings};
use cordee_store::search::{Term, Wanted};

use super::judge::{Fit, fit};
use super::terms::{self, Piece, backwards, pieces};

/// How many letters of a question are looked at.
const LETTERS: usize = 200;
/// How many of its words.
const WORDS: usize = 10;
/// From how many digits on a word may be the end of a telephone number.
const DIGITS: usize = 4;

/// A question, read.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    /// Each word in all its ways.
    pub words: Vec<Word>,
    /// What was typed.
    pub text: String,
    /// The ways of writing a title that begins like the question.
    pub titles: Vec<String>,
    /// The record whose id it may be.
    pub id: Option<Id>,
}

/// A word of a question.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    /// The terms that answer it.
    pub ways: Vec<Term>,
    /// Its letters in Latin, if it is one that may be misspelt.
    pub plain: Option<String>,
}

impl Asked {
    /// Reads a question; none if there is nothing to look for in it.
    pub(crate) fn read(text: &str) -> Option<Asked> {
        let text: String = text.chars().take(LETTERS).collect();
        let text = text.trim();
        let mut words = match number(text) {
            Some(digits) => vec![Word { ways: of_digits(&digits), plain: None }],
            None => pieces(text).flat_map(of_piece).collect(),
        };
        words.truncate(WORDS);
        let titles = spelt_titles(text);
        let id = Some(text).filter(|text| text.len() == 13).and_then(|text| text.parse().ok());
        (!words.is_empty()).then_some(Asked { words, text: text.to_owned(), titles, id })
    }

    /// What the index is asked for.
    pub(crate) fn wanted(&self) -> Wanted {
        Wanted(self.words.iter().map(|word| word.ways.clone()).collect())
    }

    /// Where in a text stand words that are asked for.
    pub(crate) fn marks(&self, field: &FieldDef, text: &str) -> Vec<Range<usize>> {
        let mut marks: Vec<Range<usize>> = Vec::new();
        let fits = |part: &str| {
            let terms = terms::of_text(field, part);
            self.words.iter().any(|word| fit(word, &terms) != Fit::None)
        };
        let mut from = 0;
        for part in text.split_inclusive(char::is_whitespace) {
            let chunk = part.trim_end();
            if !chunk.is_empty() && fits(chunk) {
                marks.extend(within(chunk, &fits).into_iter().map(|mark| from + mark.start..from + mark.end));
            }
            from += part.len();
        }
        // A number that is written with blanks stands there as a whole.
        if marks.is_empty() && fits(text) {
            marks.push(0..text.len());
        }
        marks
    }
}

/// The parts of a chunk without blanks that fit by themselves; else all of it.
fn within(chunk: &str, fits: &impl Fn(&str) -> bool) -> Vec<Range<usize>> {
    let place = |part: &str| part.as_ptr() as usize - chunk.as_ptr() as usize;
    let parts = chunk.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty() && fits(part));
    let marks: Vec<Range<usize>> = parts.map(|part| place(part)..place(part) + part.len()).collect();
    if marks.is_empty() { std::iter::once(0..chunk.len()).collect() } else { marks }
}

/// The words of a piece.
fn of_piece(piece: Piece<'_>) -> Vec<Word> {
    match piece {
        Piece::Signs(signs) if signs.len() == 1 => vec![exact(signs[0].to_string())],
        Piece::Signs(signs) => signs.windows(2).map(|two| exact(two.iter().collect())).collect(),
        Piece::Word(word) if word.len() >= DIGITS && word.bytes().all(|byte| byte.is_ascii_digit()) => {
            vec![Word { ways: of_digits(word), plain: None }]
        }
        Piece::Word(word) => {
            let ways = spellings(word);
            let natural = word.chars().all(char::is_alphabetic);
            let plain = ways.first().filter(|plain| natural && plain.len() > 2).cloned();
            // One letter begins too much.
            let term = |way: &String| Term { text: terms::cut(way), begins: word.chars().nth(1).is_some() };
            let ways: Vec<Term> = ways.iter().map(term).filter(|term| !term.text.is_empty()).collect();
            if ways.is_empty() { Vec::new() } else { vec![Word { ways, plain }] }
        }
    }
}

fn exact(sign: String) -> Word {
    Word { ways: vec![Term::whole(sign)], plain: None }
}

/// The digits of a text that is nothing but a number, however it is written.
fn number(text: &str) -> Option<String> {
    let signs = |c: char| c.is_ascii_digit() || " +()-./\u{a0}".contains(c);
    let text = text.strip_prefix("tel:").unwrap_or(text);
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    (text.chars().all(signs) && digits.len() >= DIGITS).then_some(digits)
}

/// The terms of a number: as it stands, without the zeros that some dial first, without the trunk code of some
/// countries, and as the end of a number.
fn of_digits(digits: &str) -> Vec<Term> {
    let digits: String = digits.chars().take(20).collect();
    let bare = digits.trim_start_matches('0');
    let mut ways = vec![Term::begins(digits.clone())];
    let mut add = |way: Term| {
        if !ways.contains(&way) {
            ways.push(way);
        }
    };
    if bare.len() >= DIGITS {
        add(Term::begins(bare));
        add(Term::begins(backwards(bare)));
    }
    if digits.len() == 11 && digits.starts_with(['8', '1']) {
        add(Term::begins(backwards(&digits[1..])));
    }
    // +44 (0)20 7946 0018
    if let Some((country, rest)) =
        bare.split_once('0').filter(|(country, _)| (1..=3).contains(&country.len()))
        && bare.len() > 9
    {
        add(Term::begins(backwards(&format!("{country}{rest}"))));
    }
    ways
}

/// The ways of writing a title that begins like a text.
fn spelt_titles(text: &str) -> Vec<String> {
    let mut titles: Vec<String> = terms::title(text).into_iter().collect();
    if !text.is_ascii() {
        for way in 1..3 {
            let words = text.split_whitespace().map(|word| {
                let ways = spellings(word);
                ways.get(way).or(ways.first()).cloned().unwrap_or_default()
            });
            titles.extend(terms::title(&words.collect::<Vec<_>>().join(" ")));
        }
        titles.sort();
        titles.dedup();
    }
    titles
}

#[cfg(test)]
mod tests {
    use cordee_schema::{phone, text};

    use super::super::judge::Judge;
    use super::*;

    const NAME: FieldDef = text("name").searched().def;
    const PHONE: FieldDef = phone("phone").searched().def;

    fn answers(question: &str, held: &str, phone: &str) -> bool {
        static FIELDS: [FieldDef; 2] = [NAME, PHONE];
        let texts = [(&FIELDS[0], held), (&FIELDS[1], phone)];
        Asked::read(question).is_some_and(|asked| Judge::of(&asked).weigh("name", &texts).is_some())
    }

    #[test]
    fn a_question_is_answered_however_it_is_written() {
        let table = [
            ("muller", "Jürgen Müller", true),
            ("mueller ju", "Jürgen Müller", true),
            ("Müller", "Anna Mueller", true),
            ("shcherbakov", "Пётр Щербаков", true),
            ("Щербаков", "Petr Shcherbakov", true),
            ("елкина", "Ёлкина Анна", true),
            ("yuliya", "Юлия", true),
            ("юлия", "Yuliya Ivanova", true),
            ("hryhorii", "Григорій Сковорода", true),
            ("王芳", "王芳", true),
            ("王", "王芳", true),
            ("芳王", "王芳", false),
            ("王明", "王芳 李明", false),
            ("obrien", "Pat O'Brien", true),
            ("o'br", "Pat O'Brien", true),
            ("ＡＣＭＥ", "Acme", true),
            ("acme smith", "Acme", false),
        ];
        for (question, held, answered) in table {
            assert_eq!(answers(question, held, ""), answered, "{question} → {held}");
        }
    }

    #[test]
    fn a_number_is_found_in_any_writing() {
        let table = [
            ("+33 1 42 68 53 00", "+33142685300", true),
            ("0142685300", "+33142685300", true),
            ("0033 1.42.68.53.00", "+33142685300", true),
            ("01 42 68", "+33142685300", true),
            ("685300", "+33142685300", true),
            ("8 (495) 123-45-67", "+74951234567", true),
            ("(415) 555-2671", "+14155552671", true),
            ("+44 (0)20 7946 0018", "+442079460018", true),
            ("0142685301", "+33142685300", false),
        ];
        for (question, held, answered) in table {
            assert_eq!(answers(question, "", held), answered, "{question} → {held}");
        }
    }

    #[test]
    fn marks_stand_on_what_was_asked_for() {
        let asked = Asked::read("mul corp").expect("a question");
        let text = "Anna Müller, Acme-Corp";
        let marked: Vec<&str> = asked.marks(&NAME, text).into_iter().map(|mark| &text[mark]).collect();
        assert_eq!(marked, ["Müller", "Corp"]);
        assert_eq!(Asked::read("  &  ").map(|asked| asked.words.len()), None);
    }
}
