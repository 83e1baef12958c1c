//! What a form is about: which fields may be set in it, what it begins with, and what it asks to be written.

use cordee_base::{Fault, Outcome, Problem};
use cordee_records::FieldRight;
use cordee_schema::{Default, Draft, FieldDef, Object, Record, Rights, Value};

use super::super::cells::Titles;
use super::super::reader::Reader;
use super::super::typed::Typed;

impl Reader<'_, '_> {
    /// Whether the reader may set a field of a new record, or of one that stands.
    pub(crate) fn settable(&self, object: &Object, field: &FieldDef, before: Option<&Record>) -> bool {
        let open = self.gate.access().field(object, field) == FieldRight::Open && !field.secret;
        let once = field.rights == Rights::OnceAtCreation && before.is_some();
        open && !once && field.rights != Rights::Engine
    }

    /// What a new record begins with: its defaults, and what the address names.
    pub(super) fn beginning(&mut self, object: &'static Object) -> Outcome<Typed> {
        let (mut typed, mut draft) = (Typed::default(), Draft::new(object));
        for field in object.fields {
            if !self.settable(object, field, None) {
                continue;
            }
            let given: Vec<String> = self.visit.address.all(field.name).map(str::to_owned).collect();
            for text in given {
                let value = field.kind.behave().parse(&text, self.gate.reading()).unwrap_or_default();
                let titles = self.titles_of(field, &value)?;
                let made = titles.iter().any(Option::is_some) || matches!(value, Value::Money(_));
                match made {
                    true => self.type_value(&mut typed, field, &value, Titles::Many(&titles)),
                    false => typed.put(field.name, text),
                }
                draft.set(field.name, value);
            }
        }
        // What must be there, or is so unless said otherwise; the rest is for the person to say.
        let proposed = self.gate.proposed(draft.clone());
        for (field, value) in proposed.fields() {
            let wanted = field.required || field.default != Default::None;
            if wanted && !draft.names(field.name) && self.settable(object, field, None) {
                let titles = self.titles_of(field, value)?;
                self.type_value(&mut typed, field, value, Titles::Many(&titles));
            }
        }
        Ok(typed)
    }

    /// What a form asks to be written: of a record that stands only what was changed.
    pub(crate) fn draft(
        &mut self,
        object: &'static Object,
        typed: &Typed,
        before: Option<&Record>,
    ) -> Outcome<Draft> {
        let shown = before.map(|record| self.typed_of(record));
        let (mut draft, mut wrong) = (Draft::new(object), Vec::new());
        for field in object.fields {
            let same = shown.as_ref().is_some_and(|shown| shown.mark(field) == typed.mark(field));
            if !typed.has(field.name) || same || !self.settable(object, field, before) {
                continue;
            }
            match self.read_typed(field, typed)? {
                Ok(value) => draft.set(field.name, value),
                Err(fault) => wrong.push(fault),
            }
        }
        self.draft_ticks(&mut draft, before, typed);
        if !wrong.is_empty() {
            // What is missing is told together with what is wrong.
            let empty =
                |field: &&FieldDef| field.required && typed.has(field.name) && typed.mark(field).is_empty();
            wrong.extend(object.fields.iter().filter(empty).map(|f| Fault::at(f.name, "error-required")));
            return Err(Problem::Invalid(wrong));
        }
        Ok(draft)
    }
}
