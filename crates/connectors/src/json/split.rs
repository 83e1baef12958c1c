//! Cutting JSON into the values that are rows, without keeping more than one of them.

use std::io::Read;

use crate::sheets::read::{SheetError, Source};

/// The names of members that wrap the rows of a file.
const WRAPS: [&str; 11] = [
    "records", "data", "results", "result", "items", "rows", "value", "values", "entries", "list", "objects",
];

/// A file of JSON, value by value.
pub(super) struct Split<R> {
    source: Source<R>,
    limit: usize,
    line: u64,
    /// Within the array that holds the rows.
    inside: bool,
    ended: bool,
}

impl<R: Read> Split<R> {
    pub(super) fn new(source: Source<R>, limit: usize) -> Split<R> {
        Split { source, limit, line: 1, inside: false, ended: false }
    }

    /// Gives back what it reads from.
    pub(super) fn into_inner(self) -> R {
        self.source.into_inner()
    }

    /// Goes to the first row: into an array, or into that which an object wraps.
    pub(super) fn begin(&mut self, wrapped: bool) -> Result<(), SheetError> {
        match self.skip_blank()? {
            None => Err(SheetError::Empty),
            Some(b'[') => self.enter(),
            Some(_) if wrapped => self.unwrap(),
            Some(_) => Ok(()),
        }
    }

    /// The next value, put into `value`, and the line that it begins on; nothing at the end.
    pub(super) fn next(&mut self, value: &mut Vec<u8>) -> Result<Option<u64>, SheetError> {
        value.clear();
        loop {
            match self.skip_blank()? {
                _ if self.ended => return Ok(None),
                None if self.inside => return Err(SheetError::Truncated { line: self.line }),
                None => return Ok(None),
                Some(b',') => self.take()?,
                Some(b']') if self.inside => {
                    self.take()?;
                    self.ended = true;
                }
                Some(_) => break,
            };
        }
        let line = self.line;
        self.value(value, line)?;
        Ok(Some(line))
    }

    /// Reads one value to its end.
    fn value(&mut self, into: &mut Vec<u8>, line: u64) -> Result<(), SheetError> {
        let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
        loop {
            let piece = self.source.fill()?;
            if piece.is_empty() {
                // A bare number or word may end the file.
                let bare = depth == 0 && !quoted && !into.is_empty();
                return if bare { Ok(()) } else { Err(SheetError::Truncated { line }) };
            }
            let mut used = 0;
            let mut done = false;
            for byte in piece {
                let closes = !quoted && matches!(byte, b'}' | b']');
                let between = matches!(byte, b',' | b' ' | b'\t' | b'\r' | b'\n');
                if depth == 0 && !quoted && (between || closes) && !into.is_empty() {
                    done = true;
                    break;
                }
                used += 1;
                into.push(*byte);
                self.line += u64::from(*byte == b'\n');
                match byte {
                    _ if escaped => escaped = false,
                    b'\\' if quoted => escaped = true,
                    b'"' => quoted = !quoted,
                    b'{' | b'[' if !quoted => depth += 1,
                    b'}' | b']' if !quoted => depth = depth.saturating_sub(1),
                    _ => continue,
                }
                if depth == 0 && !quoted && !escaped && matches!(byte, b'}' | b']' | b'"') {
                    done = true;
                    break;
                }
            }
            self.source.consume(used);
            if into.len() > self.limit {
                return Err(broken(line, "a value is too large"));
            }
            if done {
                return Ok(());
            }
        }
    }

    /// Into the array that one of the first object's members is.
    fn unwrap(&mut self) -> Result<(), SheetError> {
        let wrong = |split: &Split<R>| broken(split.line, "no array of records");
        self.take()?;
        let (mut name, mut passed) = (Vec::new(), Vec::new());
        loop {
            while self.skip_blank()? == Some(b',') {
                self.take()?;
            }
            name.clear();
            let line = self.line;
            if self.skip_blank()? != Some(b'"') {
                return Err(wrong(self));
            }
            self.value(&mut name, line)?;
            if self.skip_blank()? != Some(b':') {
                return Err(wrong(self));
            }
            self.take()?;
            let wraps = WRAPS.iter().any(|known| name == format!("\"{known}\"").into_bytes());
            match self.skip_blank()? {
                Some(b'[') if wraps => return self.enter(),
                None => return Err(SheetError::Truncated { line }),
                Some(_) => {
                    passed.clear();
                    self.value(&mut passed, line)?;
                }
            }
        }
    }

    fn enter(&mut self) -> Result<(), SheetError> {
        self.take()?;
        self.inside = true;
        Ok(())
    }

    /// The next byte that is not blank, which stays.
    fn skip_blank(&mut self) -> Result<Option<u8>, SheetError> {
        loop {
            let piece = self.source.fill()?;
            if piece.is_empty() {
                return Ok(None);
            }
            let blank = piece.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
            let (lines, next) =
                (piece[..blank].iter().filter(|byte| **byte == b'\n').count(), piece.get(blank).copied());
            self.source.consume(blank);
            self.line += lines as u64;
            if next.is_some() {
                return Ok(next);
            }
        }
    }

    fn take(&mut self) -> Result<(), SheetError> {
        self.source.consume(1);
        Ok(())
    }
}

/// Whether the text, the beginning of a file, is an object that wraps the rows in one of its members.
pub(super) fn wraps(text: &str) -> bool {
    let Some(rest) = text.trim_start().strip_prefix('{') else { return false };
    let (mut depth, mut quoted, mut escaped) = (1_usize, false, false);
    for (at, letter) in rest.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => {
                let named = |name: &&str| {
                    let after = rest[at + 1..].strip_prefix(*name).and_then(|rest| rest.strip_prefix('"'));
                    let value = after.and_then(|rest| rest.trim_start().strip_prefix(':'));
                    value.is_some_and(|value| {
                        let inside = value.trim_start().strip_prefix('[').map(str::trim_start);
                        inside.is_some_and(|inside| inside.starts_with(['{', ']']))
                    })
                };
                if !quoted && depth == 1 && WRAPS.iter().any(named) {
                    return true;
                }
                quoted = !quoted;
            }
            '{' | '[' if !quoted => depth += 1,
            '}' | ']' if !quoted => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return false;
        }
    }
    false
}

pub(super) fn broken(line: u64, detail: impl std::fmt::Display) -> SheetError {
    SheetError::Broken { kind: "json", detail: format!("{line}: {detail}") }
}
