//! English as nobody writes it: every letter with a mark, every vowel twice, every message in brackets. A text without marks
//! was never translated; one without both brackets is cut.

use std::borrow::Cow;

/// The plain letters, and below them those that stand for them.
const PLAIN: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const MARKED: &str = "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÔÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļṁñôþǫŕšţûṽŵẋýž";

/// A piece of a message, with marks and about 40 % longer; what is put into the message stays as it is.
pub(crate) fn stretched(text: &str) -> Cow<'_, str> {
    let letters = text.chars().flat_map(|letter| {
        let twice = if "AEIOUaeiou".contains(letter) { 2 } else { 1 };
        std::iter::repeat_n(marked(letter), twice)
    });
    Cow::Owned(letters.collect())
}

/// A whole message.
pub(crate) fn bracketed(message: &str) -> String {
    format!("⟦{message}⟧")
}

fn marked(letter: char) -> char {
    let at = PLAIN.chars().position(|plain| plain == letter);
    at.and_then(|at| MARKED.chars().nth(at)).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use crate::{Language, say};

    #[test]
    fn a_message_is_marked_bracketed_and_longer_and_what_is_put_in_stays() {
        let said = say(Language::Pseudo, "board-moved", &[("name", "Acme".into()), ("column", "Won".into())]);
        assert_eq!(said, "⟦Acme îîš ñôôŵ îîñ Won⟧");
        let plain = say(Language::En, "account-help", &[]);
        let said = say(Language::Pseudo, "account-help", &[]);
        assert!(!said.contains(|letter: char| letter.is_ascii_alphabetic()), "{said}");
        let (short, long) = (plain.chars().count(), said.chars().count());
        assert!(long * 10 > short * 12, "{short} letters became {long}");
    }
}
