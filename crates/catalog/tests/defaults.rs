//! The defaults fit the objects they speak of.

use std::fmt::Write;

use cordee_catalog::defaults::{PIPELINES, ROLES, Scope};
use cordee_catalog::{objects, options, stage};
use cordee_schema::{Choice, Field};

fn keys(options: &[Choice]) -> Vec<&str> {
    options.iter().map(|option| option.key).collect()
}

fn options_of(field: Field<String>) -> Vec<&'static str> {
    keys(field.def.kind.options())
}

#[test]
fn stages_speak_in_the_options_of_a_stage() {
    for pipeline in PIPELINES {
        for stage in pipeline.stages {
            let place = format!("{}: {}", pipeline.key, stage.key);
            assert!(keys(options::STATES).contains(&stage.kind), "{place}");
            assert!(keys(options::FORECAST_CATEGORIES).contains(&stage.forecast_category), "{place}");
            assert!(
                stage.buying_step.is_none_or(|step| options_of(stage::BUYING_STEP).contains(&step)),
                "{place}"
            );
            assert!(
                stage.funnel_part.is_none_or(|part| options_of(stage::FUNNEL_PART).contains(&part)),
                "{place}"
            );
        }
    }
}

#[test]
fn a_pipeline_goes_up_to_won_and_lost_and_on() {
    for pipeline in PIPELINES {
        let kinds: Vec<&str> =
            pipeline.stages.iter().map(|stage| stage.kind).skip_while(|k| *k == "open").collect();
        assert_eq!(kinds, ["won", "lost", "after"], "{}", pipeline.key);
        let open = pipeline.stages.iter().filter(|stage| stage.kind == "open");
        let chances: Vec<u8> = open.map(|stage| stage.probability).collect();
        assert!(chances.is_sorted_by(|a, b| a < b), "{}: {chances:?}", pipeline.key);
    }
}

#[test]
fn the_roles_are_as_they_were_reviewed() {
    let mut table = String::from("create/read/edit/delete/export: - none, o own, t team's, a all\n");
    for role in ROLES {
        write!(table, "\n{}", role.key).expect("a text takes all");
        table.push_str(if role.imports { ", imports" } else { "" });
        table.push_str(if role.shares { ", shares" } else { "" });
        table.push_str(if role.administers { ", administers" } else { "" });
        let names =
            objects().map(|object| object.name).into_iter().chain(["user", "team", "role", "currency_rate"]);
        for name in names {
            let grant = role.grant(name).expect("every default role has a grant for all");
            let scopes = [grant.create, grant.read, grant.edit, grant.delete, grant.export].map(letter);
            write!(table, "\n  {name:<18}{}", scopes.iter().collect::<String>()).expect("a text takes all");
        }
        for (what, fields) in [("hidden", role.hidden), ("read only", role.read_only)] {
            for (object, field) in fields {
                write!(table, "\n  {what}: {object}.{field}").expect("a text takes all");
            }
        }
        table.push('\n');
    }
    insta::assert_snapshot!("roles", table);
}

#[test]
fn everyone_sees_what_links_lead_to() {
    for role in ROLES {
        for target in ["pipeline", "stage", "product", "user", "team", "role", "currency_rate"] {
            assert_eq!(
                role.grant(target).map(|grant| grant.read),
                Some(Scope::All),
                "{}: {target}",
                role.key
            );
        }
    }
}

#[test]
fn nobody_changes_what_they_do_not_see() {
    for role in ROLES {
        for grant in role.grants.iter().copied().flatten() {
            let most = grant.edit.max(grant.delete).max(grant.export);
            assert!(most <= grant.read, "{}: {}", role.key, grant.object);
        }
    }
}

#[test]
fn hidden_fields_exist() {
    for role in ROLES {
        for (name, field) in role.hidden.iter().chain(role.read_only) {
            let object = objects().into_iter().find(|object| object.name == *name).expect("an object");
            assert!(object.field(field).is_some(), "{}: {name}.{field}", role.key);
        }
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
