//! What a form asks of the lines of a record, and how they are written with it.

use cordee_base::{Fault, Id, Outcome, Problem};
use cordee_records::{LineWish, LinesWish, Rest};
use cordee_schema::{Draft, Object, Record};

use super::super::reader::Reader;
use super::super::typed::Typed;
use super::typed::TypedLine;

impl Reader<'_, '_> {
    /// What a form asks of the lines of a record: those in it are written as typed, all others stay. Second, what can't be
    /// read of them.
    pub(in crate::pages) fn line_wishes(
        &mut self,
        object: &'static Object,
        typed: &Typed,
        before: Option<&Record>,
    ) -> Outcome<(Vec<LinesWish>, Vec<Fault>)> {
        let (mut wishes, mut faults) = (Vec::new(), Vec::new());
        for (name, lines) in self.lines_of(object) {
            let stand = match before {
                Some(record) => self.gate.lines(lines, &[record.head.id])?,
                None => Vec::new(),
            };
            let begins = self.new_line(lines, String::new()).typed;
            let mut wish = LinesWish { object: lines, lines: Vec::new(), rest: Rest::Stays };
            for line in typed.typed_lines(name) {
                if line.id.is_none() && (line.gone || self.is_blank(lines, &line, &begins)) {
                    continue;
                }
                let at = format!("{name}.{}", line.key);
                let stands = stand.iter().find(|stands| Some(stands.head.id) == line.id);
                let draft = match (line.gone, self.draft(lines, &line.typed, stands)) {
                    (true, _) => Draft::new(lines),
                    (false, Ok(draft)) => draft,
                    (false, Err(Problem::Invalid(wrong))) => {
                        let here = |fault: Fault| {
                            let field = format!("{at}.{}", fault.field.as_deref().unwrap_or(""));
                            Fault { field: Some(field), ..fault }
                        };
                        faults.extend(wrong.into_iter().map(here));
                        continue;
                    }
                    (false, Err(problem)) => return Err(problem),
                };
                let TypedLine { id, version, gone, .. } = line;
                wish.lines.push(LineWish { at, id, version, draft, gone });
            }
            if !wish.lines.is_empty() {
                wishes.push(wish);
            }
        }
        Ok((wishes, faults))
    }

    /// Writes the lines after the record was; what is wrong with either is told together.
    pub(in crate::pages) fn write_lines<T>(
        &mut self,
        whole: Id,
        wishes: Vec<LinesWish>,
        done: Outcome<T>,
    ) -> Outcome<T> {
        let mut faults = match &done {
            Err(Problem::Invalid(faults)) => faults.clone(),
            Err(_) => return done,
            Ok(_) => Vec::new(),
        };
        for wish in wishes {
            match self.gate.set_lines(whole, wish) {
                Err(Problem::Invalid(more)) => faults.extend(more),
                done => done?,
            }
        }
        if faults.is_empty() { done } else { Err(Problem::Invalid(faults)) }
    }
}
