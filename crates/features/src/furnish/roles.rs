//! The roles that a workspace starts with.

use cordee_base::Outcome;
use cordee_catalog::defaults::{self, ROLES, RoleDefault};
use cordee_i18n::Language;
use cordee_records::Gate;
use cordee_records::system::role;
use cordee_records::{FieldRight, Grants, ObjectGrants, Scope};
use cordee_schema::Draft;

/// Creates all default roles.
pub fn create(gate: &mut Gate<'_>, language: Language) -> Outcome<()> {
    for default in ROLES {
        let draft = Draft::new(&role::ROLE)
            .with(role::NAME, super::name(language, "role", default.key))
            .with(role::KEY, default.key.to_owned())
            .with(role::GRANTS, grants(default).json());
        gate.create(draft)?;
    }
    Ok(())
}

/// The grants as records keep them; the first that names an object counts.
fn grants(default: &RoleDefault) -> Grants {
    let mut grants = Grants {
        imports: default.imports,
        shares: default.shares,
        administers: default.administers,
        ..Grants::default()
    };
    for grant in default.grants.iter().copied().flatten() {
        grants.objects.entry(grant.object.to_owned()).or_insert(ObjectGrants {
            create: scope(grant.create),
            read: scope(grant.read),
            edit: scope(grant.edit),
            delete: scope(grant.delete),
            export: scope(grant.export),
        });
    }
    let limits = [(default.hidden, FieldRight::Hidden), (default.read_only, FieldRight::ReadOnly)];
    for (fields, right) in limits {
        for (object, field) in fields {
            grants.fields.entry((*object).to_owned()).or_default().insert((*field).to_owned(), right);
        }
    }
    grants
}

fn scope(scope: defaults::Scope) -> Scope {
    match scope {
        defaults::Scope::None => Scope::None,
        defaults::Scope::Own => Scope::Own,
        defaults::Scope::Team => Scope::Team,
        defaults::Scope::All => Scope::All,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cordee_records::Right;

    #[test]
    fn a_role_gives_what_its_default_says() {
        for default in ROLES {
            let grants = Grants::read(&grants(default).json());
            assert_eq!((grants.imports, grants.administers), (default.imports, default.administers));
            assert_eq!(grants.shares, default.shares);
            for object in crate::registry().catalog.objects() {
                let said = default.grant(object.name);
                let wanted = |of: fn(&defaults::Grant) -> defaults::Scope| {
                    said.map_or(Scope::None, |grant| scope(of(grant)))
                };
                let at = format!("{} {}", default.key, object.name);
                assert_eq!(grants.scope(object.name, Right::Create), wanted(|g| g.create), "{at}");
                assert_eq!(grants.scope(object.name, Right::Read), wanted(|g| g.read), "{at}");
                assert_eq!(grants.scope(object.name, Right::Edit), wanted(|g| g.edit), "{at}");
                assert_eq!(grants.scope(object.name, Right::Delete), wanted(|g| g.delete), "{at}");
                assert_eq!(grants.scope(object.name, Right::Export), wanted(|g| g.export), "{at}");
            }
            for (object, field) in default.hidden {
                assert_eq!(grants.field(object, field), FieldRight::Hidden, "{} {field}", default.key);
            }
            for (object, field) in default.read_only {
                assert_eq!(grants.field(object, field), FieldRight::ReadOnly, "{} {field}", default.key);
            }
        }
    }
}
