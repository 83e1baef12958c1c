//! Two people changed the lines of one record: what the second changed is kept, what only the first did is taken over,
//! and where both changed the same the second decides.

use cordee_base::Outcome;
use cordee_schema::{FieldDef, Object, Record};
use cordee_ui::Cell;
use cordee_ui::screens::merge::MergeRow;

use super::super::cells::Titles;
use super::super::reader::Reader;
use super::super::stale::{is_touched, unlinked};
use super::super::typed::Typed;
use super::typed::{TypedLine, WAS};

impl Reader<'_, '_> {
    /// The form with its lines brought to what stands now, and what is to be decided about them.
    pub(in crate::pages) fn stale_lines(
        &mut self,
        record: &Record,
        typed: &Typed,
    ) -> Outcome<(Typed, Vec<MergeRow>)> {
        let (mut brought, mut differing) = (typed.clone(), Vec::new());
        for (name, lines) in self.lines_of(record.object) {
            let stand = self.gate.lines(lines, &[record.head.id])?;
            let mut kept = Vec::new();
            for line in typed.typed_lines(name) {
                let stands = stand.iter().find(|stands| Some(stands.head.id) == line.id);
                kept.extend(match stands {
                    _ if line.id.is_none() => Some(line),
                    Some(stands) if Some(stands.head.version) == line.version => Some(line),
                    Some(stands) => Some(self.brought(name, line, stands, &mut differing)?),
                    None => self.taken_away(name, lines, line, &mut differing),
                });
            }
            brought.set_lines(name, &kept);
        }
        Ok((brought, differing))
    }

    /// A line that somebody else changed.
    fn brought(
        &mut self,
        name: &str,
        line: TypedLine,
        stands: &Record,
        differing: &mut Vec<MergeRow>,
    ) -> Outcome<TypedLine> {
        let mut now = TypedLine { key: line.key.clone(), gone: line.gone, ..self.typed_line(stands) };
        if line.gone {
            let theirs = Cell::Text(stands.title());
            differing.push(self.whole_line(name, &line, stands.title(), theirs, false));
            return Ok(now);
        }
        let was = line.typed.text(WAS).to_owned();
        for field in stands.object.fields {
            let settable = self.settable(stands.object, field, Some(stands)) && line.typed.has(field.name);
            if !settable || !is_touched(&was, field, &line.typed) {
                continue;
            }
            if line.typed.mark(field) != now.typed.mark(field) {
                differing.push(self.one_cell(name, &line, field, stands)?);
                now.typed.take(field.name);
                let mine = line.typed.0.iter().filter(|(known, _)| is_of(known, field.name));
                now.typed.0.extend(mine.cloned());
            }
        }
        Ok(now)
    }

    /// A line that somebody else took away: it becomes a new one, if something was changed in it that is to be kept.
    fn taken_away(
        &self,
        name: &str,
        lines: &'static Object,
        line: TypedLine,
        differing: &mut Vec<MergeRow>,
    ) -> Option<TypedLine> {
        let was = line.typed.text(WAS);
        let mut typed = lines.fields.iter().filter(|field| line.typed.has(field.name));
        if line.gone || !typed.any(|field| is_touched(was, field, &line.typed)) {
            return None;
        }
        let title = line.typed.text(lines.title).to_owned();
        let theirs = Cell::Text(self.word("lines-taken-away"));
        differing.push(self.whole_line(name, &line, title, theirs, true));
        Some(TypedLine { id: None, version: None, ..line })
    }

    /// The choice between a whole line as the reader has it, and as somebody else left it.
    fn whole_line(&self, name: &str, line: &TypedLine, title: String, theirs: Cell, stays: bool) -> MergeRow {
        let mine = match stays {
            true => Cell::Text(title.clone()),
            false => Cell::Text(self.word("lines-taken-away")),
        };
        MergeRow { name: format!("{name}.{}", line.key), label: title, values: [mine, theirs], keep: 0 }
    }

    fn one_cell(
        &mut self,
        name: &str,
        line: &TypedLine,
        field: &'static FieldDef,
        stands: &Record,
    ) -> Outcome<MergeRow> {
        let mine = match self.read_typed(field, &line.typed)? {
            Ok(value) => {
                let titles = self.titles_of(field, &value)?;
                self.value(stands.object, field, &value, Titles::Many(&titles))
            }
            // What can't be read is shown as it was typed; saving tells what is wrong with it.
            Err(_) => Cell::Text(line.typed.text(field.name).to_owned()),
        };
        Ok(MergeRow {
            name: format!("{name}.{}.{}", line.key, field.name),
            label: format!("{} · {}", stands.title(), self.label(stands.object, field)),
            values: [unlinked(mine), unlinked(self.cell(stands, field))],
            keep: 0,
        })
    }
}

fn is_of(known: &str, name: &str) -> bool {
    known.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}
