//! Which records may be the same thing: declared once for each object, asked wherever one is written down.

use crate::{Catalog, FieldDef, Kind, Object, domains};

/// Records of another object, or of the same, that may be the thing that a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alike {
    /// The object of the others.
    pub object: &'static str,
    /// Pairs of a field of the record and the one of the others that it is compared with.
    pub by: &'static [(&'static str, &'static str)],
}

/// Two fields by which two records may turn out to be the same thing.
#[derive(Clone, Copy, Debug)]
pub struct Pair {
    /// The field of the record that is compared.
    pub own: &'static FieldDef,
    /// The field of the other.
    pub other: &'static FieldDef,
    /// Whether it is enough that they are similar, as names are that two people have written.
    pub similar: bool,
}

/// The pair of a field and one of `object`: what names its records need only be similar.
pub fn pair(own: &'static FieldDef, object: &Object, other: &'static FieldDef) -> Pair {
    let named = |field: &FieldDef| matches!(field.kind, Kind::Text(_));
    Pair { own, other, similar: other.name == object.title && named(own) && named(other) }
}

impl Pair {
    /// What must stand in the other's field for both to be the same, given what stands in one's own: of the address of a
    /// page or of mail its domain, where the other's field holds that.
    pub fn wanted(&self, text: &str) -> Option<String> {
        match (self.own.kind, self.other.kind) {
            (Kind::Url(_), Kind::Text(_)) => domains::of_page(text),
            (Kind::Email(_), Kind::Text(_)) => domains::of_mail(text),
            _ => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        }
    }
}

impl Object {
    /// The objects of which records may be the same thing as one of this, with the fields that tell: of its own by its
    /// title, by what is a duplicate key or unique, and by any other field that holds an address or a number of such a
    /// kind; then what it declares itself. Nothing of an object that has no duplicate key.
    pub fn alike_with(&'static self, catalog: &Catalog) -> Vec<(&'static Object, Vec<Pair>)> {
        let keys = || self.fields.iter().filter(|field| field.duplicate_key && compared(field));
        if self.system || self.internal || keys().next().is_none() {
            return Vec::new();
        }
        let mut own: Vec<Pair> = Vec::new();
        let mut add = |pair: Pair| {
            if !own.iter().any(|one| (one.own.name, one.other.name) == (pair.own.name, pair.other.name)) {
                own.push(pair);
            }
        };
        let title = self.field(self.title).filter(|title| title.searched && compared(title));
        let unique = self.fields.iter().filter(|field| field.unique && compared(field));
        keys().chain(title).chain(unique).for_each(|field| add(pair(field, self, field)));
        for key in keys().filter(|key| reaches(key)) {
            let same = |field: &&'static FieldDef| {
                field.searched && std::mem::discriminant(&field.kind) == std::mem::discriminant(&key.kind)
            };
            for (one, other) in self
                .fields
                .iter()
                .filter(same)
                .flat_map(|one| self.fields.iter().filter(same).map(move |other| (one, other)))
            {
                add(pair(one, self, other));
            }
        }
        let mut all: Vec<(&'static Object, Vec<Pair>)> = vec![(self, own)];
        for alike in self.alike {
            let Some(object) = catalog.object(alike.object) else { continue };
            let known =
                |(own, other): &(&str, &str)| Some(pair(self.field(own)?, object, object.field(other)?));
            let pairs = alike.by.iter().filter_map(known);
            match all.iter_mut().find(|(one, _)| one.name == object.name) {
                Some((_, there)) => there.extend(pairs),
                None => all.push((object, pairs.collect())),
            }
        }
        all
    }

    /// The fields of a new record from which it is told whether it may be there already.
    pub fn told_alike(&'static self, catalog: &Catalog) -> Vec<&'static str> {
        let mut names: Vec<&str> = self
            .alike_with(catalog)
            .iter()
            .flat_map(|(_, pairs)| pairs.iter().map(|pair| pair.own.name))
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}

/// Whether records are compared by it: one line of text.
fn compared(field: &FieldDef) -> bool {
    let text = matches!(
        field.kind,
        Kind::Text(_) | Kind::Email(_) | Kind::Phone(_) | Kind::Url(_) | Kind::Serial(_)
    );
    text && !field.secret
}

/// Whether it is a way to reach somebody, which may stand in either of two fields of that kind.
fn reaches(field: &FieldDef) -> bool {
    matches!(field.kind, Kind::Email(_) | Kind::Phone(_))
}

#[cfg(test)]
mod tests {
    use crate::{Catalog, Field, FieldDef, Object, object, phone, text};

    use super::*;

    const NAME: Field<String> = text("name").searched();
    const PHONE: Field<String> = phone("phone").searched().duplicate_key();
    const MOBILE: Field<String> = phone("mobile").searched();
    const FIELDS: [FieldDef; 3] = [NAME.def, PHONE.def, MOBILE.def];
    static PERSON: Object = object("person", "people").fields(&FIELDS);
    static GUEST: Object = object("guest", "guests")
        .fields(&FIELDS)
        .alike(&[Alike { object: "person", by: &[("name", "name"), ("phone", "mobile")] }]);
    static NOTE: Object = object("note", "notes").fields(&[NAME.def]);

    fn told(object: &'static Object) -> Vec<(&'static str, Vec<String>)> {
        let catalog = Catalog::of([&PERSON, &GUEST, &NOTE]);
        let pairs = |pairs: Vec<Pair>| {
            let said = |pair: &Pair| {
                let sign = if pair.similar { '~' } else { '=' };
                format!("{}{sign}{}", pair.own.name, pair.other.name)
            };
            pairs.iter().map(said).collect()
        };
        object.alike_with(&catalog).into_iter().map(|(object, all)| (object.name, pairs(all))).collect()
    }

    #[test]
    fn what_may_be_the_same_follows_from_the_declaration() {
        let own = ["phone=phone", "name~name", "phone=mobile", "mobile=phone", "mobile=mobile"];
        let own: Vec<String> = own.map(str::to_owned).to_vec();
        assert_eq!(told(&PERSON), [("person", own.clone())]);
        let others = vec!["name~name".to_owned(), "phone=mobile".to_owned()];
        assert_eq!(told(&GUEST), [("guest", own), ("person", others)]);
        assert!(told(&NOTE).is_empty());
        assert_eq!(GUEST.told_alike(&Catalog::of([&PERSON, &GUEST])), ["mobile", "name", "phone"]);
    }
}
