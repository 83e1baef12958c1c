//! Words that were misspelt: those of the index that are a letter or two away.
//!
//! A slip of the hand spoils one place of a word, so that its first or its last half is still right: two ranges of
//! words hold all that may be meant.

use cordee_base::Outcome;
use cordee_schema::ColumnType;
use cordee_store::search::Term;
use cordee_store::{Expr, Select};

use super::asked::Asked;
use crate::{Gate, tables};

/// How many words of a range are looked at.
const RANGE: u64 = 1_000;
/// How many words may be meant by one.
const MEANT: usize = 12;

impl Gate<'_> {
    /// The same question with all words that may be meant beside those that were typed; none if there are none.
    pub(crate) fn loosened(&mut self, asked: &Asked) -> Outcome<Option<Asked>> {
        let mut loose = asked.clone();
        let mut found = false;
        for word in &mut loose.words {
            let Some(plain) = &word.plain else { continue };
            for near in self.near(plain)? {
                let way = Term::whole(near);
                if !word.ways.contains(&way) {
                    word.ways.push(way);
                    found = true;
                }
            }
        }
        Ok(found.then_some(loose))
    }

    /// The words that may be meant, the nearest first.
    fn near(&mut self, word: &str) -> Outcome<Vec<String>> {
        let letters: Vec<char> = word.chars().collect();
        let slips = if letters.len() > 7 { 2 } else { 1 };
        let half = (letters.len() / 2).max(1);
        let start: String = letters[..half].iter().collect();
        let end: String = letters[letters.len() - half..].iter().rev().collect();
        let mut near: Vec<(usize, String)> = Vec::new();
        for size in letters.len().saturating_sub(slips).max(2)..=letters.len() + slips {
            for (column, begins) in [("word", &start), ("back", &end)] {
                let known = Expr::column("w", column);
                let select = Select::from(tables::SEARCH_WORD, "w")
                    .column("word", ColumnType::Text)
                    .having("workspace_id", self.actor.workspace)
                    .having("size", size as i64)
                    .filter(known.clone().starts_with(begins))
                    .order(known, false)
                    .limit(RANGE);
                let rows = self.session.rows(&select).map_err(|fail| self.failed(fail))?;
                for known in rows.iter().filter_map(|row| row[0].as_text()) {
                    let away = strsim::osa_distance(known, word);
                    if away <= slips && near.iter().all(|(_, other)| other != known) {
                        near.push((away, known.to_owned()));
                    }
                }
            }
        }
        near.sort();
        Ok(near.into_iter().map(|(_, word)| word).take(MEANT).collect())
    }
}
