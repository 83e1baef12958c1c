//! A way from an object through its links to a field: `owner.team`, `account.industry`, `account.address.country`.

use cordee_base::Fault;

use crate::field::FieldDef;
use crate::{Catalog, FOLLOWED_FIELD, Kind, Object, fold};

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
    /// The way that `text` describes, starting at `object`, by links to one record each.
    pub fn resolve(catalog: &Catalog, object: &'static Object, text: &str) -> Result<Path, Fault> {
        let names: Vec<&str> = text.split('.').collect();
        way(catalog, object, text, &names, Reach::One)
    }

    /// The way that a condition asks about: it may also follow links to many records, and links to one of several
    /// objects where each of these has the rest of the way.
    pub fn asked(catalog: &Catalog, object: &'static Object, text: &str) -> Result<Path, Fault> {
        let names: Vec<&str> = text.split('.').collect();
        way(catalog, object, text, &names, Reach::Any)
    }

    /// Where the way leads on from more than one record, or from records of several objects: the way up to there, and
    /// the rest of it from each object that it may lead to. None for a way by links to one record each.
    pub fn parted(
        &self,
        catalog: &Catalog,
        object: &'static Object,
    ) -> Option<(Path, Vec<(&'static Object, Path)>)> {
        let at = self.steps.iter().position(|step| parts(step))?;
        let mut here = object;
        for step in &self.steps[..at] {
            here = step.links_to().and_then(|to| catalog.object(to))?;
        }
        let (steps, field) = (self.steps[..at].to_vec(), self.steps[at]);
        let mut names: Vec<&str> = self.steps[at + 1..].iter().map(|step| step.name).collect();
        names.push(self.field.name);
        names.extend(self.part);
        let rest = names.join(".");
        let ends = targets(catalog, field).filter_map(|to| Some((to, Path::asked(catalog, to, &rest).ok()?)));
        Some((Path { steps, object: here, field, part: None }, ends.collect()))
    }

    /// Whether it leads on from more than one record, or from records of several objects.
    pub fn is_parted(&self) -> bool {
        self.steps.iter().any(|step| parts(step))
    }

    /// Whether it asks if whoever asks follows the record at its end.
    pub fn is_followed(&self) -> bool {
        self.field.name == FOLLOWED_FIELD.name && self.object.field(self.field.name).is_none()
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

/// Which links a way may follow.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    /// Links to one record of one object.
    One,
    /// Links of every kind that say where they lead.
    Any,
}

/// The way by these names from `here`; `whole` is what faults tell of.
fn way(
    catalog: &Catalog,
    here: &'static Object,
    whole: &str,
    names: &[&str],
    reach: Reach,
) -> Result<Path, Fault> {
    let Some((name, rest)) = names.split_first() else { return Err(unknown(whole, "", here)) };
    let follows = || {
        let asked = reach == Reach::Any && *name == FOLLOWED_FIELD.name && here.is_followable();
        asked.then_some(&FOLLOWED_FIELD)
    };
    let found = here.field(name).or_else(follows).filter(|field| !field.secret);
    let field = found.ok_or_else(|| unknown(whole, name, here))?;
    let Some(next) = rest.first() else {
        return Ok(Path { steps: Vec::new(), object: here, field, part: None });
    };
    if let Some(part) = field.kind.parts().iter().find(|part| *part == next) {
        return match rest.get(1) {
            None => Ok(Path { steps: Vec::new(), object: here, field, part: Some(part) }),
            Some(more) => Err(unknown(whole, more, here)),
        };
    }
    if parts(field) && reach == Reach::One {
        return Err(Fault::at(whole, "error-path-many").with("name", field.name));
    }
    let mut ways = targets(catalog, field).map(|to| way(catalog, to, whole, rest, reach));
    let mut first = match (ways.next(), field.kind) {
        (Some(first), _) => first?,
        (None, Kind::AnyLink(_)) => return Err(Fault::at(whole, "error-path-any").with("name", field.name)),
        (None, _) => return Err(unknown(whole, next, here)),
    };
    for other in ways {
        if !alike(&first, &other?) {
            return Err(Fault::at(whole, "error-path-kinds").with("name", field.name));
        }
    }
    first.steps.insert(0, field);
    if first.steps.len() > MOST_STEPS {
        return Err(Fault::at(whole, "error-filter-depth").with("limit", MOST_STEPS));
    }
    Ok(first)
}

/// Whether a link leads on to more than one record, or to records of several objects.
fn parts(link: &FieldDef) -> bool {
    matches!(link.kind, Kind::Links(_) | Kind::AnyLink(_))
}

/// The objects to which a link may lead, as far as it says.
fn targets(catalog: &Catalog, link: &FieldDef) -> impl Iterator<Item = &'static Object> {
    let several = match link.kind {
        Kind::AnyLink(kind) => kind.to,
        _ => &[],
    };
    let all = link.points_to().into_iter().chain(several.iter().copied());
    all.filter_map(|to| catalog.object(to)).filter(|to| !to.internal)
}

/// Whether what stands at the end of two ways can be compared with the same values.
fn alike(one: &Path, other: &Path) -> bool {
    let keys = |path: &Path| path.field.kind.options().iter().map(|option| option.key).collect::<Vec<_>>();
    let (left, right) = (one.field.kind.behave().name(), other.field.kind.behave().name());
    left == right
        && one.field.points_to() == other.field.points_to()
        && (one.part, keys(one)) == (other.part, keys(other))
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
