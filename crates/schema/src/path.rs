//! A way from an object through its links to a field: `owner.team`, `account.industry`, `account.address.country`.

use cordee_base::Fault;

use crate::field::FieldDef;
use crate::{Catalog, Object, fold};

/// How many links a path may follow.
const MOST_STEPS: usize = 4;

/// A resolved way to a field; only what the catalog knows can be in it.
#[derive(Clone, Debug)]
pub struct Path {
    /// The links to follow, in order.
    pub steps: Vec<&'static FieldDef>,
    /// The object that has the field.
    pub object: &'static Object,
    /// The field.
    pub field: &'static FieldDef,
    /// One part of it, such as the country of an address.
    pub part: Option<&'static str>,
}

impl Path {
    /// The way that `text` describes, starting at `object`.
    pub fn resolve(catalog: &Catalog, object: &'static Object, text: &str) -> Result<Path, Fault> {
        let mut names = text.split('.').peekable();
        let (mut here, mut steps) = (object, Vec::new());
        while let Some(name) = names.next() {
            let found = here.field(name).filter(|field| !field.secret);
            let field = found.ok_or_else(|| unknown(text, name, here))?;
            let Some(next) = names.peek() else {
                return Ok(Path { steps, object: here, field, part: None });
            };
            if let Some(part) = field.kind.parts().iter().find(|part| *part == next) {
                names.next();
                return match names.next() {
                    None => Ok(Path { steps, object: here, field, part: Some(part) }),
                    Some(more) => Err(unknown(text, more, here)),
                };
            }
            if field.many_to().is_some() {
                return Err(Fault::at(text, "error-path-many").with("name", field.name));
            }
            let to = field.links_to().and_then(|to| catalog.object(to)).filter(|to| !to.internal);
            here = to.ok_or_else(|| unknown(text, next, here))?;
            steps.push(field);
            if steps.len() > MOST_STEPS {
                return Err(Fault::at(text, "error-filter-depth").with("limit", MOST_STEPS));
            }
        }
        Err(unknown(text, "", here))
    }

    /// A field of the object itself.
    pub fn field(object: &'static Object, field: &'static FieldDef) -> Path {
        Path { steps: Vec::new(), object, field, part: None }
    }

    /// The text as `contains` and `starts with` compare it here: folded where a folded text stands beside the field;
    /// elsewhere without the case of A to Z, which is as far as both databases go alike.
    pub fn loose(&self, text: &str) -> String {
        if self.folds() { fold(text) } else { text.to_ascii_lowercase() }
    }

    /// Whether a folded text stands beside what the path leads to.
    pub fn folds(&self) -> bool {
        self.part.is_none() && self.field.folds()
    }

    /// The text that resolves to this path.
    pub fn text(&self) -> String {
        let mut names: Vec<&str> = self.steps.iter().map(|step| step.name).collect();
        names.push(self.field.name);
        names.extend(self.part);
        names.join(".")
    }
}

impl PartialEq for Path {
    fn eq(&self, other: &Path) -> bool {
        self.text() == other.text() && self.object == other.object
    }
}

/// The fault of a name that `object` has no field for, with the nearest that it has.
pub(crate) fn unknown(at: &str, name: &str, object: &Object) -> Fault {
    let near = nearest(name, object.fields.iter().filter(|field| !field.secret).map(|field| field.name));
    Fault::at(at, "error-unknown-field").with("name", name).with("nearest", near.unwrap_or(""))
}

/// The name that is meant, most likely: one within the other, or a few letters apart.
pub fn nearest<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let wanted = crate::key(name);
    let near = |known: &&str| {
        let known = crate::key(known);
        let within = wanted.len() > 2 && (known.contains(&wanted) || wanted.contains(&known));
        let alike = strsim::normalized_damerau_levenshtein(&known, &wanted);
        if within { alike.max(0.9) } else { alike }
    };
    known
        .map(|name| (name, near(&name)))
        .filter(|(_, near)| *near > 0.7)
        .max_by(|a, b| a.1.total_cmp(&b.1))
        .map(|n| n.0)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_misspelt_name_meets_the_right_one() {
        let known = || ["industry", "close_date", "amount", "account"].into_iter();
        let table = [
            ("industri", Some("industry")),
            ("closedate", Some("close_date")),
            ("acount", Some("account")),
            ("colour", None),
        ];
        for (name, wanted) in table {
            assert_eq!(nearest(name, known()), wanted, "{name}");
        }
    }
}
