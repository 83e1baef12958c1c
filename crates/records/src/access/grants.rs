//! What a role gives, as its record keeps it: JSON of scopes by object and rights by field.

use std::collections::BTreeMap;

use cordee_schema::Object;
use serde::{Deserialize, Serialize};

/// Which records of an object.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// None.
    #[default]
    None,
    /// One's own.
    Own,
    /// Those of one's team and the teams below it.
    Team,
    /// All.
    All,
}

/// What one does to records of an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    /// Make new ones.
    Create,
    /// See them.
    Read,
    /// Change them.
    Edit,
    /// Put them in the trash.
    Delete,
    /// Take them out as a file.
    Export,
}

/// What one may do with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldRight {
    /// See it and set it.
    Open,
    /// See it.
    ReadOnly,
    /// Not even know what it holds.
    Hidden,
}

/// The scopes of one object.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ObjectGrants {
    /// Make new ones: `own` for oneself, `team` for one's team, `all` for anybody.
    pub create: Scope,
    /// See them.
    pub read: Scope,
    /// Change them.
    pub edit: Scope,
    /// Put them in the trash.
    pub delete: Scope,
    /// Take them out as a file.
    pub export: Scope,
}

/// All that a role gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Grants {
    /// By the object's name; `*` for those that are not named.
    pub objects: BTreeMap<String, ObjectGrants>,
    /// Fields that are hidden or read-only, by object and name.
    pub fields: BTreeMap<String, BTreeMap<String, FieldRight>>,
    /// Whether files may be brought in.
    pub imports: bool,
    /// Whether new tags may be made while they are put on records.
    pub tags: bool,
    /// Whether records one may change may be shared with others.
    pub shares: bool,
    /// Whether the workspace is kept by this role: users, roles, settings.
    pub administers: bool,
}

impl Default for Grants {
    /// Nothing; but new tags may be made, unless a role says otherwise, by whoever may put them on a record.
    fn default() -> Grants {
        let (objects, fields) = (BTreeMap::new(), BTreeMap::new());
        Grants { objects, fields, imports: false, tags: true, shares: false, administers: false }
    }
}

impl Scope {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Scope::None => "none",
            Scope::Own => "own",
            Scope::Team => "team",
            Scope::All => "all",
        }
    }
}

impl Right {
    /// The name in JSON.
    pub fn name(self) -> &'static str {
        Right::ALL.iter().find(|(_, right)| *right == self).map_or("", |(name, _)| name)
    }

    /// All rights with their names.
    pub const ALL: [(&'static str, Right); 5] = [
        ("create", Right::Create),
        ("read", Right::Read),
        ("edit", Right::Edit),
        ("delete", Right::Delete),
        ("export", Right::Export),
    ];
}

impl ObjectGrants {
    /// All rights in this scope.
    pub fn all(scope: Scope) -> ObjectGrants {
        ObjectGrants { create: scope, read: scope, edit: scope, delete: scope, export: scope }
    }

    /// The scope of one right.
    pub fn scope(&self, right: Right) -> Scope {
        match right {
            Right::Create => self.create,
            Right::Read => self.read,
            Right::Edit => self.edit,
            Right::Delete => self.delete,
            Right::Export => self.export,
        }
    }
}

impl Grants {
    /// The scope of a right on an object.
    pub fn scope(&self, object: &str, right: Right) -> Scope {
        self.objects
            .get(object)
            .or_else(|| self.objects.get("*"))
            .map_or(Scope::None, |grants| grants.scope(right))
    }

    /// The scope of a right on an object: as it says for it, else as for all others. What people say about records,
    /// whoever sees these may say and read unless it is kept from them by name.
    pub fn of(&self, object: &Object, right: Right) -> Scope {
        match object.author() {
            Some(_) if !self.objects.contains_key(object.name) => {
                let sees_anything = self.objects.values().any(|grants| grants.read != Scope::None);
                if sees_anything { Scope::All } else { Scope::None }
            }
            _ => self.scope(object.name, right),
        }
    }

    /// What may be done with a field.
    pub fn field(&self, object: &str, field: &str) -> FieldRight {
        self.fields.get(object).and_then(|fields| fields.get(field)).copied().unwrap_or(FieldRight::Open)
    }

    /// Reads the JSON of a role's record; what can't be read gives nothing.
    pub fn read(json: &str) -> Grants {
        Grants::parse(json).unwrap_or_default()
    }

    /// Reads the JSON of a role that is to be kept.
    pub(crate) fn parse(json: &str) -> Result<Grants, serde_json::Error> {
        serde_json::from_str(json)
    }

    /// The JSON for a role's record.
    pub fn json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}
