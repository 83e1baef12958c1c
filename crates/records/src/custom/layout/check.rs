//! What an arrangement must be like before it is written: all that it names is there, and nothing that is needed is gone.

use cordee_base::{Fault, Outcome, Problem};
use cordee_schema::{Field, Object, is_way, nearest};

use super::{fillable, groups, names, shown};
use crate::Gate;
use crate::custom::check::after_text;
use crate::gate::Change;
use crate::system::{custom_field, layout};

/// How long a heading may be.
const LONGEST: usize = 60;

impl Gate<'_> {
    /// Refuses an arrangement that could not be shown; tells all that is wrong with it at once.
    pub(in crate::custom) fn before_layout(&mut self, change: &mut Change<'_>) -> Outcome<()> {
        // What it names may have been declared by this very transaction.
        self.declare_anew()?;
        let object = self.widenable(&after_text(change, "object"), "object")?;
        let retired = [("object", object.name)];
        let retired = self.taken(&custom_field::CUSTOM_FIELD, &["name"], &retired, false)?;
        let told = |field: Field<String>| change.draft.value(field.name()).is_some();
        let said = |field: Field<String>| after_text(change, field.name());
        let mut faults = Vec::new();
        let unknown = |part: Field<String>, name: &str| {
            if retired.iter().any(|known| known == name) {
                return Fault::at(part.name(), "error-layout-retired").with("name", name);
            }
            let nearest = nearest(name, object.fields.iter().map(|field| field.name)).unwrap_or("");
            Fault::at(part.name(), "error-unknown-field").with("name", name).with("nearest", nearest)
        };
        if told(layout::FORM) || told(layout::LEFT_OUT) {
            let (form, out) = (said(layout::FORM), said(layout::LEFT_OUT));
            let (form, out) = (groups(&form), names(&out));
            let lines = self.declared.catalog.lines_of(object).filter_map(|lines| Some(lines.lines?.name));
            let lines: Vec<&str> = lines.collect();
            for (heading, fields) in &form {
                if heading.is_empty() || heading.chars().count() > LONGEST {
                    let fault = Fault::at("form", "error-layout-heading").with("limit", LONGEST);
                    faults.push(fault.with("names", fields.join(", ")));
                }
            }
            let in_form: Vec<&str> = form.iter().flat_map(|(_, fields)| fields).copied().collect();
            for (part, all) in [(layout::FORM, &in_form), (layout::LEFT_OUT, &out)] {
                let wrong = all.iter().filter(|name| !fillable(object, name) && !lines.contains(name));
                faults.extend(wrong.map(|name| unknown(part, name)));
            }
            faults.extend(twice("form", &[in_form, out.clone()].concat()));
            let needed = |name: &&&str| {
                lines.contains(name) || object.field(name).is_some_and(|field| object.needs_in_form(field))
            };
            let needed = out.iter().filter(needed);
            faults.extend(
                needed.map(|name| Fault::at("left_out", "error-layout-required").with("name", *name)),
            );
        }
        for part in [layout::FACTS, layout::LIST, layout::CARD].into_iter().filter(|part| told(*part)) {
            let said = said(part);
            let said = names(&said);
            let wrong = said.iter().filter(|name| !shown(object, name));
            faults.extend(wrong.map(|name| unknown(part, name)));
            faults.extend(twice(part.name(), &said));
            if part.name() == layout::CARD.name() && !said.is_empty() && object.board.is_none() {
                faults.push(Fault::at("card", "error-layout-board"));
            }
        }
        if told(layout::RELATED) || told(layout::UNRELATED) {
            let (first, hidden) = (said(layout::RELATED), said(layout::UNRELATED));
            let (first, hidden) = (names(&first), names(&hidden));
            for (part, all) in [("related", &first), ("unrelated", &hidden)] {
                faults.extend(all.iter().filter_map(|way| self.goes_nowhere(object, part, way)));
            }
            faults.extend(twice("related", &[first, hidden].concat()));
        }
        if faults.is_empty() { Ok(()) } else { Err(Problem::Invalid(faults)) }
    }

    /// What is wrong with the name of a list of records that hang on those of `object`.
    fn goes_nowhere(&self, object: &Object, part: &str, way: &str) -> Option<Fault> {
        let ways = self.declared.catalog.related_to(object);
        if ways.iter().any(|(linking, field)| is_way(way, linking, field)) {
            return None;
        }
        let all: Vec<String> =
            ways.iter().map(|(linking, field)| format!("{}.{}", linking.name, field.name)).collect();
        let fault = Fault::at(part, "error-layout-related").with("name", way);
        Some(fault.with("options", all.join(", ")))
    }
}

/// What stands in a part more than once.
fn twice(part: &str, names: &[&str]) -> Option<Fault> {
    let twice = names.iter().enumerate().find(|(place, name)| names[..*place].contains(name));
    twice.map(|(_, name)| Fault::at(part, "error-layout-twice").with("name", *name))
}
