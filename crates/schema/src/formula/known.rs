//! The fields that a formula may name.

use std::collections::HashMap;

use crate::{Catalog, FieldDef, Object};

/// Objects and their fields, as far as they are declared when a formula is read.
#[derive(Clone, Debug, Default)]
pub struct Known {
    objects: HashMap<&'static str, (&'static Object, Vec<FieldDef>)>,
}

impl Known {
    /// What a catalog declares.
    pub fn of(catalog: &Catalog) -> Known {
        let mut known = Known::default();
        catalog.objects().for_each(|object| known.add(object, object.fields.to_vec()));
        known
    }

    /// An object with these fields, whatever it declares itself.
    pub fn add(&mut self, object: &'static Object, fields: Vec<FieldDef>) {
        self.objects.insert(object.name, (object, fields));
    }

    /// One more field of an object.
    pub fn add_field(&mut self, object: &str, field: FieldDef) {
        if let Some((_, fields)) = self.objects.get_mut(object) {
            fields.push(field);
        }
    }

    pub(super) fn object(&self, name: &str) -> Option<&'static Object> {
        self.objects.get(name).map(|(object, _)| *object)
    }

    pub(super) fn field(&self, object: &str, name: &str) -> Option<FieldDef> {
        self.fields(object).find(|field| field.name == name).copied()
    }

    pub(super) fn fields(&self, object: &str) -> impl Iterator<Item = &FieldDef> {
        let fields = self.objects.get(object).map(|(_, fields)| fields.iter());
        fields.into_iter().flatten().filter(|field| !field.secret)
    }
}
