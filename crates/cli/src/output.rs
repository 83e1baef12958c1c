//! What a command answers: aligned text for people, JSON for programs.

use std::io::{ErrorKind, IsTerminal, Write};

use cordee_base::Problem;
use cordee_i18n::{Arg, Language, say};
use serde_json::Value as Json;

use crate::arguments::Global;
use crate::trouble::Trouble;

/// Where answers go, and in which form and language.
#[derive(Debug)]
pub struct Out {
    /// Whether programs read it.
    pub json: bool,
    /// The language of sentences.
    pub language: Language,
}

/// On which side a column's text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Texts.
    Left,
    /// Numbers.
    Right,
}

impl Out {
    /// As the options say; a wrong language is told when the configuration is read.
    pub fn of(global: &Global) -> Out {
        let language = global.language.as_deref().and_then(Language::from_code).unwrap_or_default();
        Out { json: global.json, language }
    }

    /// A line of the answer.
    pub fn line(&self, text: &str) -> Result<(), Trouble> {
        let mut out = std::io::stdout().lock();
        writeln!(out, "{text}").and_then(|()| out.flush()).map_err(lost)
    }

    /// A sentence of the answer, for people only.
    pub fn say(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Result<(), Trouble> {
        if self.json { Ok(()) } else { self.line(&say(self.language, key, args)) }
    }

    /// A sentence beside the answer, on standard error: what was done on the way.
    pub fn note(&self, key: &str, args: &[(&str, Arg<'_>)]) {
        if !self.json {
            let _ = writeln!(std::io::stderr(), "{}", say(self.language, key, args));
        }
    }

    /// The answer for programs.
    pub fn json(&self, answer: &Json) -> Result<(), Trouble> {
        self.line(&format!("{answer:#}"))
    }

    /// A table with a head; columns are as wide as what stands in them.
    pub fn table(&self, head: &[(String, Side)], rows: &[Vec<String>]) -> Result<(), Trouble> {
        for line in table(head, rows) {
            self.line(&line)?;
        }
        Ok(())
    }

    /// Whether a person watches, so that progress may be drawn.
    pub fn watched(&self) -> bool {
        !self.json && std::io::stderr().is_terminal()
    }
}

/// The answer could not be written.
fn lost(error: std::io::Error) -> Trouble {
    match error.kind() {
        ErrorKind::BrokenPipe => Trouble::Gone,
        ErrorKind::StorageFull => Trouble::Problem(Problem::Full),
        _ => Trouble::Problem(Problem::internal(format!("write the answer: {error}"))),
    }
}

fn table(head: &[(String, Side)], rows: &[Vec<String>]) -> Vec<String> {
    let width = |place: usize| {
        let cells = rows.iter().filter_map(|row| row.get(place)).map(|cell| columns(cell));
        cells.chain([columns(&head[place].0)]).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..head.len()).map(width).collect();
    let line = |cells: &[String]| {
        let padded = cells.iter().enumerate().map(|(place, cell)| {
            let gap = " ".repeat(widths[place].saturating_sub(columns(cell)));
            if head[place].1 == Side::Left { format!("{cell}{gap}") } else { format!("{gap}{cell}") }
        });
        padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    let names: Vec<String> = head.iter().map(|(name, _)| name.clone()).collect();
    let rule: Vec<String> = widths.iter().map(|width| "─".repeat(*width)).collect();
    [line(&names), line(&rule)].into_iter().chain(rows.iter().map(|row| line(row))).collect()
}

/// How many columns of a terminal a text takes: letters of Chinese, Japanese and Korean take two.
fn columns(text: &str) -> usize {
    let wide = |letter: char| {
        matches!(letter, '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}'
            | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3fffd}')
    };
    text.chars().map(|letter| if wide(letter) { 2 } else { 1 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_align_in_any_script() {
        let head = [("Name".to_owned(), Side::Left), ("Value".to_owned(), Side::Right)];
        let rows = [["Йод", "1"], ["北京", "23"]].map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(table(&head, &rows), ["Name  Value", "────  ─────", "Йод       1", "北京     23"]);
    }
}
