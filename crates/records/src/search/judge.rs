//! How well records answer a question: by what stands in the fields of theirs that may be seen.

use std::collections::{BTreeSet, HashMap};

use cordee_schema::{FieldDef, Kind};
use cordee_store::search::Term;

use super::asked::{Asked, Word};
use super::terms;

/// How well a text answers a word of a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    #[default]
    None,
    /// A word begins with what was typed.
    Begins,
    /// A word is what was typed.
    Whole,
}

/// Judges many records by one question. Names, towns and the like come again and again: each is folded once.
pub(super) struct Judge<'a> {
    asked: &'a Asked,
    /// What was read in texts so far, and how it answers each word that is asked for.
    fits: HashMap<String, Box<[Fit]>>,
    /// Words of titles so far, and how they are written plainly.
    plain: HashMap<String, String>,
}

impl<'a> Judge<'a> {
    /// The judge of this question.
    pub(super) fn of(asked: &'a Asked) -> Judge<'a> {
        Judge { asked, fits: HashMap::new(), plain: HashMap::new() }
    }

    /// How well a record answers, given the texts in it that may be seen: nothing unless it has all that is asked.
    /// With it the field that says most of it.
    pub(super) fn weigh(
        &mut self,
        title: &str,
        texts: &[(&'static FieldDef, &str)],
    ) -> Option<(i64, &'static FieldDef)> {
        let fields: Vec<(&'static FieldDef, Vec<Fit>)> =
            texts.iter().map(|(field, text)| (*field, self.fits(field, text))).collect();
        let words = self.asked.words.len();
        let best = |word: usize| fields.iter().map(|(_, fits)| fits[word]).max().unwrap_or_default();
        let said = |fits: &[Fit]| fits.iter().map(|fit| *fit as i64).sum::<i64>();
        if (0..words).any(|word| best(word) == Fit::None) {
            return None;
        }
        // The title tells most, then what is declared first.
        let told = fields
            .iter()
            .rev()
            .max_by_key(|(field, fits)| (said(fits), field.name == title))
            .map(|(field, _)| *field)?;
        let in_title = fields.iter().find(|(field, _)| field.name == title).map_or(0, |(_, fits)| said(fits));
        let named = texts.iter().find(|(field, _)| field.name == title && in_title > 0);
        let whole = named.map_or(0, |(_, text)| self.as_title(text));
        let anywhere: i64 = (0..words).map(|word| best(word) as i64).sum();
        let share = |points: i64, most: i64| points * most / (2 * words as i64);
        Some((whole + share(in_title, 40) + share(anywhere, 20), told))
    }

    /// How well a text answers each word.
    fn fits(&mut self, field: &FieldDef, text: &str) -> Vec<Fit> {
        // Numbers and addresses are read as a whole, and hardly ever come twice.
        if let Kind::Phone(_) | Kind::Url(_) = field.kind {
            return fits(self.asked, field, text).collect();
        }
        let mut best = vec![Fit::None; self.asked.words.len()];
        for chunk in text.split_whitespace() {
            if chunk.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
                // By far the most are one plain word, which is its own term.
                for (best, word) in best.iter_mut().zip(&self.asked.words) {
                    *best = (*best).max(fit_plain(word, chunk));
                }
                continue;
            }
            if !self.fits.contains_key(chunk) {
                self.fits.insert(chunk.to_owned(), fits(self.asked, field, chunk).collect());
            }
            for (best, fit) in best.iter_mut().zip(&self.fits[chunk]) {
                *best = (*best).max(*fit);
            }
        }
        best
    }

    /// How much a title tells that is what was typed, or begins so.
    fn as_title(&mut self, text: &str) -> i64 {
        let mut whole = String::with_capacity(text.len());
        for word in text.split_whitespace() {
            if !self.plain.contains_key(word) {
                self.plain.insert(word.to_owned(), terms::plain(word));
            }
            whole.push_str(&self.plain[word]);
        }
        let whole = terms::cut(&whole);
        if whole.is_empty() || !self.asked.titles.iter().any(|title| whole.starts_with(title)) {
            return 0;
        }
        if self.asked.titles.contains(&whole) { 60 } else { 30 }
    }
}

/// How well a text answers each word.
fn fits(asked: &Asked, field: &FieldDef, text: &str) -> impl Iterator<Item = Fit> {
    let terms = terms::of_text(field, text);
    asked.words.iter().map(move |word| fit(word, &terms))
}

/// How well a text answers a word if it is nothing but ASCII letters and digits, and so its own only term.
fn fit_plain(word: &Word, text: &str) -> Fit {
    let text = &text.as_bytes()[..text.len().min(terms::LETTERS)];
    let fit = |way: &Term| {
        let way_text = way.text.as_bytes();
        match text.get(..way_text.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(way_text)) {
            true if text.len() == way_text.len() => Fit::Whole,
            true if way.begins => Fit::Begins,
            _ => Fit::None,
        }
    };
    word.ways.iter().map(fit).max().unwrap_or_default()
}

/// How well some terms answer a word.
pub(super) fn fit(word: &Word, terms: &BTreeSet<String>) -> Fit {
    let fit = |way: &Term| {
        if terms.contains(&way.text) {
            return Fit::Whole;
        }
        let next = terms.range(way.text.clone()..).next();
        match next.is_some_and(|next| way.begins && next.starts_with(&way.text)) {
            true => Fit::Begins,
            false => Fit::None,
        }
    };
    word.ways.iter().map(fit).max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use cordee_schema::text;

    use super::*;

    #[test]
    fn a_plain_word_fits_as_its_terms_do() {
        let field = text("name").searched().def;
        let texts = [
            "Anna",
            "ANNABEL",
            "an",
            "Hanna",
            "2026",
            "20",
            "a",
            "x".repeat(45).leak(),
            "x".repeat(40).leak(),
        ];
        for question in
            ["an", "anna", "Annabel", "20", "2026", "a", "ann anna", "x".repeat(45).leak(), "anja"]
        {
            let asked = Asked::read(question).expect("there are words in it");
            for text in texts {
                let slowly: Vec<Fit> = fits(&asked, &field, text).collect();
                let plainly: Vec<Fit> = asked.words.iter().map(|word| fit_plain(word, text)).collect();
                assert_eq!(plainly, slowly, "{question} in {text}");
            }
        }
    }
}
