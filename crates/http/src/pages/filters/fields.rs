//! The fields that a filter may speak of: the object's own, and those of the records it links to, step by step.

use cordee_schema::{FOLLOWED_FIELD, FieldDef, Kind, Object, Path, SYSTEM_FIELDS};
use cordee_ui::Pick;

use super::super::reader::Reader;

/// Through how many links one is led; more are written.
const STEPS: usize = 2;

impl Reader<'_, '_> {
    /// The fields one can filter by, the object's own first, then for each link those of what it leads to. A name that
    /// ends with a dot leads further.
    pub(super) fn filter_fields(&self, object: &'static Object, via: &str) -> Vec<(String, Vec<Pick>)> {
        let Some((here, label)) = self.led_to(object, via) else { return Vec::new() };
        let mut groups = vec![(label.clone(), self.fields_of(here, via))];
        let steps = via.matches('.').count();
        if steps >= STEPS {
            return groups;
        }
        for link in self.asked_for(here) {
            let Some(to) = self.linked(link).filter(|_| steps_on(link)) else { continue };
            let prefix = format!("{via}{}.", link.name);
            let name = joined(&label, &self.label(here, link));
            let mut fields = self.fields_of(to, &prefix);
            if steps + 1 < STEPS {
                let further = self.asked_for(to).filter(|next| steps_on(next) && self.linked(next).is_some());
                let further = further.map(|next| {
                    let label = format!("{} › …", self.label(to, next));
                    Pick::new(format!("{prefix}{}.", next.name), label)
                });
                fields.extend(further.collect::<Vec<_>>());
            }
            groups.push((name, fields));
        }
        groups
    }

    /// The object that a way of links leads to, and what the way is called.
    fn led_to(&self, object: &'static Object, via: &str) -> Option<(&'static Object, String)> {
        let (mut here, mut label) = (object, String::new());
        for name in via.split('.').filter(|name| !name.is_empty()) {
            let link = self.field(here, name).filter(|link| steps_on(link))?;
            label = joined(&label, &self.label(here, link));
            here = self.linked(link)?;
        }
        Some((here, label))
    }

    fn asked_for(&self, object: &'static Object) -> impl Iterator<Item = &'static FieldDef> {
        let dates = SYSTEM_FIELDS.iter().filter(|field| field.sorted);
        let followed = object.is_followable().then_some(&FOLLOWED_FIELD);
        let all = object.fields.iter().chain(object.signs.map(|signs| &signs.field)).chain(dates);
        let all = all.chain(followed.filter(|field| object.field(field.name).is_none()));
        let known = all.filter(move |field| self.sees(object, field));
        known.filter(|field| !field.kind.behave().operators().is_empty() || !field.kind.parts().is_empty())
    }

    fn fields_of(&self, object: &'static Object, prefix: &str) -> Vec<Pick> {
        let mut fields = Vec::new();
        for field in self.asked_for(object) {
            let (name, label) = (format!("{prefix}{}", field.name), self.label(object, field));
            match field.kind.parts() {
                [] => fields.push(Pick::new(name, label)),
                parts => fields.extend(parts.iter().map(|part| {
                    let of = self.word(&format!("address-{part}"));
                    Pick::new(format!("{name}.{part}"), format!("{label} › {of}"))
                })),
            }
        }
        fields
    }

    /// The path that a name describes, if the reader may see all of it.
    pub(super) fn seen_path(&self, object: &'static Object, name: &str) -> Option<Path> {
        let path = Path::asked(self.gate.catalog(), object, name).ok()?;
        let mut here = Some(object);
        for step in path.steps.iter().copied().chain([path.field]) {
            here.filter(|object| self.sees(object, step))?;
            here = self.linked(step);
        }
        Some(path)
    }
}

/// Whether a path may go on through a link.
fn steps_on(field: &FieldDef) -> bool {
    matches!(field.kind, Kind::Link(_) | Kind::Links(_))
}

fn joined(way: &str, label: &str) -> String {
    if way.is_empty() { label.to_owned() } else { format!("{way} › {label}") }
}
