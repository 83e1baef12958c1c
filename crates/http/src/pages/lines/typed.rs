//! Lines as they stand in what a form sends, each under a key of its own.

use cordee_base::{Id, Outcome};
use cordee_schema::Record;

use super::super::reader::Reader;
use super::super::typed::Typed;

/// Which line it is, the version that was read, what it held then, and that it goes.
pub(super) const ID: &str = "_id";
pub(super) const VERSION: &str = "_version";
pub(super) const WAS: &str = "_was";
pub(super) const GONE: &str = "_gone";

/// A line as it is typed.
#[derive(Clone, Debug)]
pub(in crate::pages) struct TypedLine {
    /// What tells it from the others.
    pub key: String,
    /// The line that stands; none for a new one.
    pub id: Option<Id>,
    /// The version that was read.
    pub version: Option<i64>,
    /// It is to go.
    pub gone: bool,
    /// Its texts, by the names of its fields.
    pub typed: Typed,
}

impl Typed {
    /// The lines under a name, in the order in which they stand there.
    pub(in crate::pages) fn typed_lines(&self, name: &str) -> Vec<TypedLine> {
        let mut lines: Vec<TypedLine> = Vec::new();
        for (known, text) in &self.0 {
            let parts = known.strip_prefix(name).and_then(|rest| rest.strip_prefix('.'));
            let Some((key, field)) = parts.and_then(|rest| rest.split_once('.')) else { continue };
            let place = lines.iter().position(|line| line.key == key).unwrap_or_else(|| {
                let typed = Typed::default();
                lines.push(TypedLine { key: key.to_owned(), id: None, version: None, gone: false, typed });
                lines.len() - 1
            });
            let line = &mut lines[place];
            match field {
                ID => line.id = text.parse().ok(),
                VERSION => line.version = text.parse().ok(),
                GONE => line.gone = !text.is_empty(),
                _ => line.typed.put(field, text.clone()),
            }
        }
        lines
    }

    /// Puts a line under a name, after the others.
    pub(in crate::pages) fn put_line(&mut self, name: &str, line: &TypedLine) {
        let at = |field: &str| format!("{name}.{}.{field}", line.key);
        self.put(at(ID), line.id.map(|id| id.to_string()).unwrap_or_default());
        self.put(at(VERSION), line.version.map(|version| version.to_string()).unwrap_or_default());
        self.put(at(GONE), if line.gone { "1" } else { "" });
        for (field, text) in &line.typed.0 {
            self.put(at(field), text.clone());
        }
    }

    /// Replaces the lines under a name.
    pub(in crate::pages) fn set_lines(&mut self, name: &str, lines: &[TypedLine]) {
        self.take(name);
        lines.iter().for_each(|line| self.put_line(name, line));
    }
}

impl Reader<'_, '_> {
    /// Puts in the texts that a form shows for the lines of a record.
    pub(in crate::pages) fn type_lines(&mut self, typed: &mut Typed, record: &Record) -> Outcome<()> {
        for (name, lines) in self.lines_of(record.object) {
            for line in self.gate.lines(lines, &[record.head.id])? {
                let line = self.typed_line(&line);
                typed.put_line(name, &line);
            }
        }
        Ok(())
    }

    /// The texts that a form shows for a line.
    pub(in crate::pages) fn typed_line(&self, line: &Record) -> TypedLine {
        let mut typed = self.typed_of(line);
        let was = self.marks(line.object, &typed);
        typed.put(WAS, was);
        let (id, version) = (line.head.id, line.head.version);
        TypedLine { key: id.to_string(), id: Some(id), version: Some(version), gone: false, typed }
    }
}
