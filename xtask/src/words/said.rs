//! What the code itself says: keys that stand in it whole, and those it puts together from names that stand in it too.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::rooms::source::{Source, Token};

/// The functions that get the key of a word.
const SPEAKERS: &[&str] = &["word", "say", "sentence", "counted"];

/// The texts of the code, without its tests.
#[derive(Default)]
pub struct Said {
    texts: HashSet<String>,
    /// Patterns such as `"door-{}"`, as the pieces between their holes.
    patterns: BTreeSet<Vec<String>>,
    /// Keys that stand whole where a word is asked for.
    pub asked: BTreeSet<String>,
}

impl Said {
    /// Reads all code below `folder`.
    pub fn read(folder: &Path) -> Result<Said, String> {
        let mut said = Said::default();
        for file in sources(folder).map_err(|error| error.to_string())? {
            let source = Source::read(folder, &file)?;
            said.hear(&source.tokens);
        }
        Ok(said)
    }

    fn hear(&mut self, tokens: &[Token]) {
        for (at, token) in tokens.iter().enumerate() {
            let Some(text) = text_of(token) else { continue };
            if let Some(pieces) = pieces(text) {
                self.patterns.insert(pieces);
            }
            self.texts.insert(text.to_owned());
            if is_key(text) && is_asked_for(&tokens[..at]) {
                self.asked.insert(text.to_owned());
            }
        }
    }

    /// Whether the code can come to say `key`.
    pub fn can_say(&self, key: &str) -> bool {
        self.is_name(key)
    }

    /// Whether `key` is a pattern with names of the code in its holes.
    fn fits(&self, pieces: &[String], key: &str) -> bool {
        let Some(rest) = key.strip_prefix(pieces[0].as_str()) else { return false };
        if pieces.len() == 1 {
            return rest.is_empty();
        }
        let ends = rest.char_indices().map(|(at, _)| at).chain([rest.len()]);
        // What follows is looked at first, so that the hole is always shorter than the key.
        ends.into_iter().any(|end| self.fits(&pieces[1..], &rest[end..]) && self.is_name(&rest[..end]))
    }

    /// Whether a hole can be filled so: by a name of the code, one with an ending such as `"-until"`, or by a key.
    fn is_name(&self, hole: &str) -> bool {
        // Names of code have underscores, keys of words have hyphens.
        let stands = |text: &str| self.texts.contains(text) || self.texts.contains(&text.replace('-', "_"));
        let ends =
            hole.match_indices('-').any(|(at, _)| stands(&hole[..at]) && self.texts.contains(&hole[at..]));
        hole.is_empty() || stands(hole) || ends || self.patterns.iter().any(|pieces| self.fits(pieces, hole))
    }
}

/// The text of a literal.
fn text_of(token: &Token) -> Option<&str> {
    let text = token.text.trim_start_matches('r').trim_matches('#');
    text.strip_prefix('"')?.strip_suffix('"')
}

fn is_key(text: &str) -> bool {
    let letters = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    text.contains('-') && text.bytes().all(letters) && !text.starts_with('-') && !text.ends_with('-')
}

/// The pieces of a pattern between its holes; none for a text without, or with nothing but holes.
fn pieces(text: &str) -> Option<Vec<String>> {
    if !text.contains('{') || text.contains(char::is_whitespace) {
        return None;
    }
    let mut parts = text.split('{');
    let mut pieces = vec![parts.next()?.to_owned()];
    for part in parts {
        pieces.push(part.split_once('}')?.1.to_owned());
    }
    let words = |piece: &String| piece.contains('-') && piece.contains(|letter: char| letter.is_alphabetic());
    pieces.iter().any(words).then_some(pieces)
}

/// Whether what comes next is the first text of a call that says words.
fn is_asked_for(before: &[Token]) -> bool {
    for (at, token) in before.iter().enumerate().rev() {
        match token.text.as_str() {
            "(" => return at > 0 && SPEAKERS.contains(&before[at - 1].text.as_str()),
            ")" | "{" | "}" | "[" | "]" | ";" => return false,
            _ if text_of(token).is_some() => return false,
            _ => {}
        }
    }
    false
}

/// All files of code that are not tests.
fn sources(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if path.is_dir() && !["target", "tests", "examples", "benches"].contains(&name) {
            found.extend(sources(&path)?);
        } else if name.ends_with(".rs") && name != "tests.rs" {
            found.push(path);
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(code: &str) -> Said {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("code.rs"), code).expect("a file");
        Said::read(folder.path()).expect("sound code")
    }

    #[test]
    fn what_stands_in_the_code_is_said_and_nothing_else() {
        let said = heard(
            r#"
            const DOORS: [&str; 2] = ["page", "web_hook"];
            fn door(name: &str) -> String { word(language, &format!("door-{name}")) }
            fn many(name: &str) -> String { format!("{name}-many") }
            fn both(a: &str, b: &str) -> String { format!("{a}-{b}") }
            fn title() -> String { self.word("door-title") }
            #[test]
            fn never() { word("door-never"); }
            "#,
        );
        for key in ["door-page", "door-web-hook", "door-title", "page-many"] {
            assert!(said.can_say(key), "{key}");
        }
        for key in ["door-window", "door-never", "window-many", "page-web-hook", "title"] {
            assert!(!said.can_say(key), "{key}");
        }
        assert_eq!(said.asked.iter().collect::<Vec<_>>(), ["door-title"]);
    }
}
