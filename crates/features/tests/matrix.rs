//! Who may do what in a new workspace: every default role, every object, every right and every verb, to be reviewed.

use cordee_catalog::defaults::{ROLES, RoleDefault, Scope};
use cordee_features::registry;
use cordee_kit::Action;
use cordee_records::Right;
use cordee_schema::Object;

#[test]
fn roles_objects_and_verbs_are_as_reviewed() {
    let registry = registry();
    let mut table =
        String::from("create/read/edit/delete/export, then verbs: - none, o own, t team's, a all\n");
    for role in ROLES {
        table += &format!("\n{}\n", role.key);
        for object in registry.catalog.objects().filter(|object| !object.internal) {
            let rights: String =
                Right::ALL.iter().map(|(_, right)| letter(scope(role, object, *right))).collect();
            let verbs: Vec<String> =
                registry.actions_on(object).map(|action| verb(role, object, action)).collect();
            table += format!("  {:<18}{rights}  {}", object.name, verbs.join(" ")).trim_end();
            table.push('\n');
        }
    }
    insta::assert_snapshot!(table);
}

fn verb(role: &RoleDefault, object: &Object, action: &Action) -> String {
    format!("{}:{}", action.name, letter(scope(role, object, action.right)))
}

/// The scope that a role gives, read from the declaration alone: what people share is their own, the engine's own
/// objects are kept by administrators, a part goes with its whole.
fn scope(role: &RoleDefault, object: &Object, right: Right) -> Scope {
    let whole = object.part_of.and_then(|link| object.field(link)).and_then(|link| link.links_to());
    let name = whole.unwrap_or(object.name);
    if object.shared.is_some() {
        return if right == Right::Export { Scope::None } else { Scope::Own };
    }
    // What people say about records: whoever sees these, unless it is kept from them by name.
    if object.author().is_some()
        && role.grants.iter().copied().flatten().all(|grant| grant.object != object.name)
    {
        return Scope::All;
    }
    if object.system && right != Right::Read {
        return if role.administers { Scope::All } else { Scope::None };
    }
    let Some(grant) = role.grant(name) else { return Scope::None };
    match right {
        Right::Create => grant.create,
        Right::Read => grant.read,
        Right::Edit => grant.edit,
        Right::Delete => grant.delete,
        Right::Export => grant.export,
    }
}

fn letter(scope: Scope) -> char {
    match scope {
        Scope::None => '-',
        Scope::Own => 'o',
        Scope::Team => 't',
        Scope::All => 'a',
    }
}
