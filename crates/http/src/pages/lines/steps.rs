//! The buttons of lines without a script: one more, one less, further up or down.

use cordee_base::Outcome;
use cordee_schema::{Default, Draft, FieldDef, Object};

use super::super::cells::Titles;
use super::super::reader::Reader;
use super::super::typed::Typed;
use super::typed::TypedLine;

/// How many empty lines are added where no script adds them one by one.
const EMPTY: usize = 3;

impl Reader<'_, '_> {
    /// What a button of the lines asks for: the form again, with a line more, less, or elsewhere; none if the form was
    /// sent to be saved.
    pub(in crate::pages) fn stepped(
        &mut self,
        object: &'static Object,
        typed: &Typed,
    ) -> Outcome<Option<Typed>> {
        let Some(step) = typed.text("then").strip_prefix("lines.") else { return Ok(None) };
        let mut parts = step.splitn(3, '.');
        let (name, verb, key) =
            (parts.next().unwrap_or(""), parts.next().unwrap_or(""), parts.next().unwrap_or(""));
        let Some((name, lines)) = self.lines_of(object).into_iter().find(|(known, _)| *known == name) else {
            return Ok(None);
        };
        let mut all = typed.typed_lines(name);
        let at = all.iter().position(|line| line.key == key);
        match (verb, at) {
            ("add", _) => {
                for _ in 0..EMPTY {
                    let free =
                        (1..).map(|n| format!("n{n}")).find(|key| all.iter().all(|line| line.key != *key));
                    all.push(self.new_line(lines, free.unwrap_or_default()));
                }
            }
            ("remove", Some(at)) if all[at].id.is_none() => drop(all.remove(at)),
            ("remove", Some(at)) => all[at].gone = true,
            ("keep", Some(at)) => all[at].gone = false,
            ("up", Some(at)) if at > 0 => all.swap(at - 1, at),
            ("down", Some(at)) if at + 1 < all.len() => all.swap(at, at + 1),
            _ => {}
        }
        let mut stepped = typed.clone();
        stepped.take("then");
        stepped.set_lines(name, &all);
        Ok(Some(stepped))
    }

    /// A new line as it begins: with its defaults.
    pub(super) fn new_line(&mut self, lines: &'static Object, key: String) -> TypedLine {
        let mut typed = Typed::default();
        let proposed = self.gate.proposed(Draft::new(lines));
        for (field, value) in proposed.fields() {
            if field.default != Default::None && self.settable(lines, field, None) {
                let titles = self.titles_of(field, value).unwrap_or_default();
                self.type_value(&mut typed, field, value, Titles::Many(&titles));
            }
        }
        TypedLine { key, id: None, version: None, gone: false, typed }
    }

    /// Whether nothing was said of a new line.
    pub(super) fn is_blank(&self, lines: &'static Object, line: &TypedLine, begins: &Typed) -> bool {
        let same =
            |field: &FieldDef| line.typed.mark(field) == begins.mark(field) || !line.typed.has(field.name);
        line.id.is_none() && lines.fields.iter().all(same)
    }
}
