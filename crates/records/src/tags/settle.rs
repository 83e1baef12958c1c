//! Words become tags before they are written: spelt as they are known, in use, made where they are new.

use cordee_base::{Fault, Outcome, Problem};
use cordee_schema::kinds::tags::{tag_name, tags_of};
use cordee_schema::{Draft, FieldDef, Kind, Object, Record, Value, fold};

use super::{meant, of, tagged};
use crate::Gate;
use crate::gate::Change;
use crate::system::tag;

/// A new tag: the field in which it stands, and its name.
pub(crate) type NewTag = (&'static FieldDef, String);

impl Gate<'_> {
    /// Spells the tags of a draft as they are known; gives those that are to be made.
    pub(crate) fn settle_tags(&mut self, draft: &mut Draft, before: Option<&Record>) -> Outcome<Vec<NewTag>> {
        let (object, mut new, mut faults) = (draft.object, Vec::new(), Vec::new());
        for field in tagged(object) {
            let Some(Value::Choices(words)) = draft.value(field.name).cloned() else { continue };
            let known = self.known_tags(object, field)?;
            let held = match before.and_then(|record| record.value(field.name)) {
                Some(Value::Choices(names)) => names.as_slice(),
                _ => &[],
            };
            let mut names = Vec::with_capacity(words.len());
            for word in words {
                match meant(&known, &word) {
                    Some(tag) if tag.retired && !held.contains(&tag.name) => {
                        faults.push(Fault::at(field.name, "error-choice-retired").with("value", &word));
                    }
                    Some(tag) => names.push(tag.name.clone()),
                    None if !self.makes_tags() => {
                        faults.push(Fault::at(field.name, "error-tag-unknown").with("value", &word));
                    }
                    None => match tag_name(&word) {
                        Ok(name) => {
                            names.push(name.clone());
                            new.push((field, name));
                        }
                        Err(fault) => faults.push(Fault { field: Some(field.name.to_owned()), ..fault }),
                    },
                }
            }
            draft.set(field.name, tags_of(names));
        }
        if faults.is_empty() { Ok(new) } else { Err(Problem::Invalid(faults)) }
    }

    /// Makes the tags that are new.
    pub(crate) fn make_tags(&mut self, object: &'static Object, new: Vec<NewTag>) -> Outcome<()> {
        for (field, name) in new {
            let draft = Draft::new(&tag::TAG)
                .with(tag::NAME, name)
                .with(tag::OBJECT, object.name.to_owned())
                .with(tag::FIELD, field.name.to_owned());
            self.as_engine("a tag that is put on a record for the first time", |gate| gate.create(draft))?;
        }
        Ok(())
    }

    /// A tag belongs to a field of tags, and no two of a field have one name.
    pub(crate) fn before_tag(&mut self, change: &mut Change<'_>) -> Outcome<()> {
        let (object, field) = self.tagged_field(change)?;
        if let Some(name) = change.draft.get(tag::NAME) {
            let name = tag_name(&name).map_err(|fault| Fault { field: Some("name".to_owned()), ..fault })?;
            let own = change.before.map(|record| record.head.id);
            let known = self.known_tags(object, field)?;
            if known.iter().any(|other| fold(&other.name) == fold(&name) && Some(other.id) != own) {
                return Err(Fault::at("name", "error-tag-twice").with("value", name).into());
            }
            if let Some(was) = change.before.and_then(|record| record.get(tag::NAME)) {
                let mut formerly = change.after(tag::FORMERLY).unwrap_or_default();
                if fold(&was) != fold(&name) {
                    formerly = with_line(&formerly, &was, &name);
                }
                change.draft.set(tag::FORMERLY.name(), Value::Text(formerly));
            }
            change.draft.set(tag::NAME.name(), Value::Text(name));
        }
        Ok(())
    }

    /// The object and the field that a tag is of.
    pub(super) fn tagged_field(
        &mut self,
        change: &Change<'_>,
    ) -> Outcome<(&'static Object, &'static FieldDef)> {
        let said = change.after(tag::OBJECT).unwrap_or_default();
        let fit = |object: &&'static Object| Gate::may_be_widened(object) && tagged(object).next().is_some();
        let object = self.catalog().object(&said).filter(fit).ok_or_else(|| {
            let names: Vec<&str> = self.catalog().objects().filter(fit).map(|object| object.name).collect();
            Fault::at("object", "error-object").with("name", &said).with("options", names.join(", "))
        })?;
        let name = change.after(tag::FIELD).unwrap_or_default();
        let field = object.field(&name).filter(|field| matches!(field.kind, Kind::Tags(_)));
        let field = field.ok_or_else(|| {
            let names: Vec<&str> = tagged(object).map(|field| field.name).collect();
            Fault::at("field", "error-choice").with("value", &name).with("options", names.join(", "))
        })?;
        Ok((object, field))
    }

    /// What was written to a tag holds from now on, also for the records that have it.
    pub(crate) fn tag_follows(&mut self, change: &Change<'_>) -> Outcome<()> {
        let renamed = change.before.and_then(|record| record.get(tag::NAME)).zip(change.draft.get(tag::NAME));
        let (object, field) = self.tagged_field(change)?;
        self.tags.remove(&of(object, field));
        match renamed {
            Some((from, to)) if from != to => self.retell(object, field, &from, &to).map(|_| ()),
            _ => Ok(()),
        }
    }
}

/// These lines and one more, without the line that says `but`.
pub(super) fn with_line(lines: &str, more: &str, but: &str) -> String {
    let others = lines.lines().filter(|line| fold(line) != fold(but) && fold(line) != fold(more));
    others.chain([more]).collect::<Vec<_>>().join("\n")
}
