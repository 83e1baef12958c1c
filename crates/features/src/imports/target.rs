//! What a column can be brought into, by its path: `name`, `address.city`, `owner.email`, `foreign_id`.

use cordee_base::Fault;
use cordee_records::FindBy;
use cordee_schema::{Catalog, FieldDef, Kind, Object, Rights};

use super::mapping::unfit;

/// What a column is brought into.
#[derive(Clone, Debug)]
pub(super) enum Target {
    /// The id by which a record is found; for a new one it is its foreign id, unless there is one.
    Id,
    /// The id in the other system.
    ForeignId,
    /// The name of the other system.
    SourceSystem,
    /// When it was created there.
    CreatedAt,
    /// A field.
    Field(&'static FieldDef),
    /// A part of an address.
    Part(&'static FieldDef, &'static str),
    /// A link, or links to many, by what finds the records.
    Link(&'static FieldDef, &'static Object, Way),
}

/// What finds the record that a link leads to.
#[derive(Clone, Copy, Debug)]
pub(super) enum Way {
    /// Its id, its foreign id, its e-mail or domain, or its title: whichever there is, in this order.
    Any,
    /// Its id; for records that came with a foreign id, that.
    Id,
    /// Its id in the other system.
    ForeignId,
    /// This field.
    Field(&'static FieldDef),
}

impl Target {
    /// The target that `path` names.
    pub(super) fn named(catalog: &Catalog, object: &'static Object, path: &str) -> Result<Target, Fault> {
        match path {
            "id" => return Ok(Target::Id),
            "foreign_id" => return Ok(Target::ForeignId),
            "source_system" => return Ok(Target::SourceSystem),
            "created_at" => return Ok(Target::CreatedAt),
            _ => {}
        }
        let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
        let none = || {
            let known = paths(catalog, object).join(", ");
            unfit(format!("{} has no {path} to bring in; it has {known}", object.name))
        };
        let field =
            object.fields.iter().find(|field| field.name == name && imported(field)).ok_or_else(none)?;
        let to = field.points_to().and_then(|to| catalog.object(to));
        match (rest, to) {
            (None, Some(to)) => Ok(Target::Link(field, to, Way::Any)),
            (None, None) => Ok(Target::Field(field)),
            (Some("id"), Some(to)) => Ok(Target::Link(field, to, Way::Id)),
            (Some("foreign_id"), Some(to)) => Ok(Target::Link(field, to, Way::ForeignId)),
            (Some(by), Some(to)) => {
                let by = to.fields.iter().find(|field| field.name == by && finds(field)).ok_or_else(none)?;
                Ok(Target::Link(field, to, Way::Field(by)))
            }
            (Some(part), None) => {
                let part = field.kind.parts().iter().find(|known| **known == part).ok_or_else(none)?;
                Ok(Target::Part(field, part))
            }
        }
    }

    /// Whether it is a field of tags.
    pub(super) fn is_tags(&self) -> bool {
        matches!(self, Target::Field(field) if matches!(field.kind, Kind::Tags(_)))
    }

    /// The field, if it is one.
    pub(super) fn field(&self) -> Option<&'static FieldDef> {
        match self {
            Target::Field(field) | Target::Part(field, _) | Target::Link(field, ..) => Some(field),
            _ => None,
        }
    }
}

/// Whether a file may bring it in.
fn imported(field: &FieldDef) -> bool {
    !field.secret && !field.no_import && field.rights != Rights::Engine
}

/// Whether records are found by it: a line of text that is a name or a key.
pub(super) fn finds(field: &FieldDef) -> bool {
    let text = matches!(
        field.kind,
        Kind::Text(_) | Kind::Email(_) | Kind::Phone(_) | Kind::Url(_) | Kind::Serial(_)
    );
    text && !field.secret
}

/// All that columns of `object` can be brought into.
pub(super) fn paths(catalog: &Catalog, object: &'static Object) -> Vec<String> {
    let mut paths = Vec::new();
    for field in object.fields.iter().filter(|field| imported(field)) {
        paths.push(field.name.to_owned());
        paths.extend(field.kind.parts().iter().map(|part| format!("{}.{part}", field.name)));
        if let Some(to) = field.points_to().and_then(|to| catalog.object(to)) {
            paths.extend(["id", "foreign_id"].map(|by| format!("{}.{by}", field.name)));
            let keys =
                to.fields.iter().filter(|by| by.name == to.title || by.duplicate_key).filter(|by| finds(by));
            paths.extend(keys.map(|by| format!("{}.{}", field.name, by.name)));
        }
    }
    paths.extend(["id", "foreign_id", "source_system", "created_at"].map(str::to_owned));
    paths
}

/// By what records of `object` can be found.
pub(super) fn matches(object: &'static Object) -> Vec<String> {
    let fields = object.fields.iter().filter(|field| finds(field));
    let keys = fields.filter(|field| field.name == object.title || field.duplicate_key || field.unique);
    ["id", "foreign_id"].into_iter().chain(keys.map(|field| field.name)).map(str::to_owned).collect()
}

/// The ways in which records of `to` are looked for when nothing says which, in order, for this text.
pub(super) fn any_way(to: &'static Object, source: &str, text: &str) -> Vec<FindBy> {
    let mut ways = Vec::new();
    if text.parse::<cordee_base::Id>().is_ok() {
        ways.push(FindBy::Id);
    }
    ways.push(FindBy::Foreign(source.to_owned()));
    let mail = text.contains('@');
    let key = |field: &&FieldDef| match field.kind {
        Kind::Email(_) => mail && field.duplicate_key,
        _ => !mail && field.name == "domain" && finds(field) && text.contains('.'),
    };
    ways.extend(to.fields.iter().filter(key).map(FindBy::Field));
    ways.extend(to.field(to.title).filter(|title| finds(title)).map(FindBy::Field));
    ways
}
