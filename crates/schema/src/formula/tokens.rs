//! A formula in words: numbers, texts, names and signs, each with the column where it begins.

use cordee_base::{Decimal, Fault};

use super::fault;

/// One word of a formula.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Number(Decimal),
    Text(String),
    /// A field, a way over a link, a function, or one of `and or not yes no`.
    Name(String),
    Sign(&'static str),
}

/// The signs, those of two letters first.
const SIGNS: [&str; 15] = ["<=", ">=", "!=", "<>", "+", "-", "*", "/", "%", "&", "=", "<", ">", "(", ")"];

/// The words of a text and the columns where they begin, counted from 1.
pub(super) fn tokens(text: &str) -> Result<Vec<(Token, usize)>, Fault> {
    let letters: Vec<char> = text.chars().collect();
    let (mut at, mut tokens) = (0, Vec::new());
    while let Some(&letter) = letters.get(at) {
        let start = at;
        let token = match letter {
            _ if letter.is_whitespace() => {
                at += 1;
                continue;
            }
            '0'..='9' => number(&letters, &mut at)?,
            '"' => quoted(&letters, &mut at)?,
            ',' => {
                at += 1;
                Token::Sign(",")
            }
            _ if letter.is_ascii_alphabetic() || letter == '_' => name(&letters, &mut at),
            _ => sign(&letters, &mut at)?,
        };
        tokens.push((token, start + 1));
    }
    Ok(tokens)
}

fn number(letters: &[char], at: &mut usize) -> Result<Token, Fault> {
    let text = taken(letters, at, |letter| letter.is_ascii_digit() || letter == '.');
    let wrong = || fault("error-formula-number", *at + 1 - text.len()).with("value", &text);
    // `Decimal` reads `1.` as well, which people write by mistake.
    let sound = !text.ends_with('.') && text.matches('.').count() < 2;
    let number = text.parse::<Decimal>().ok().filter(|_| sound);
    number.map(Token::Number).ok_or_else(wrong)
}

/// A text in quotes; a quote within it is written twice.
fn quoted(letters: &[char], at: &mut usize) -> Result<Token, Fault> {
    let (start, mut text) = (*at, String::new());
    *at += 1;
    while let Some(&letter) = letters.get(*at) {
        *at += 1;
        match (letter, letters.get(*at)) {
            ('"', Some('"')) => *at += 1,
            ('"', _) => return Ok(Token::Text(text)),
            _ => {}
        }
        text.push(letter);
    }
    Err(fault("error-formula-quote", start + 1))
}

fn name(letters: &[char], at: &mut usize) -> Token {
    Token::Name(taken(letters, at, |letter| letter.is_ascii_alphanumeric() || letter == '_' || letter == '.'))
}

fn sign(letters: &[char], at: &mut usize) -> Result<Token, Fault> {
    let here = |sign: &&&str| sign.chars().enumerate().all(|(step, c)| letters.get(*at + step) == Some(&c));
    match SIGNS.iter().find(here) {
        Some(sign) => {
            *at += sign.len();
            Ok(Token::Sign(sign))
        }
        None => Err(fault("error-formula-sign", *at + 1).with("value", letters[*at])),
    }
}

fn taken(letters: &[char], at: &mut usize, fits: impl Fn(char) -> bool) -> String {
    let text: String = letters[*at..].iter().copied().take_while(|letter| fits(*letter)).collect();
    *at += text.len();
    text
}
