use cordee_ui::components::Field;
use cordee_ui::screens::role::{Right, Role, RoleObject, role};
use cordee_ui::screens::settings::settings;
use cordee_ui::{Input, Language, Markup, Pick};

use super::{label, register, word};

pub fn typical(language: Language) -> Markup {
    settings(language, &register::nav(language, "role-many"), role(language, &view(language)))
}

fn view(language: Language) -> Role {
    let reach = || {
        ["none", "own", "team", "all"]
            .iter()
            .map(|value| Pick::new(*value, value[..1].to_uppercase() + &value[1..]))
            .collect::<Vec<_>>()
    };
    let access = || {
        ["hidden", "read", "write"]
            .iter()
            .map(|value| Pick::new(*value, value[..1].to_uppercase() + &value[1..]))
            .collect::<Vec<_>>()
    };
    let rights = ["create", "read", "edit", "delete", "export"];
    let object = |name: &str, values: [&str; 5]| RoleObject {
        label: cordee_i18n::objects(language, name),
        rights: rights
            .iter()
            .zip(values)
            .map(|(right, value)| Right {
                name: format!("{name}.{right}"),
                label: format!("{name}: {right}"),
                value: value.into(),
                options: reach(),
            })
            .collect(),
        fields: ["amount", "owner", "source"]
            .iter()
            .map(|field| Right {
                name: format!("{name}.field.{field}"),
                label: label(language, "opportunity", field),
                value: if name == "opportunity" && *field == "source" {
                    "read".into()
                } else {
                    "write".into()
                },
                options: access(),
            })
            .collect(),
    };
    Role {
        title: "Account executive".into(),
        intro: Some("Owns deals from qualification to close.".into()),
        actions: Vec::new(),
        notices: Vec::new(),
        problem: None,
        action: "/settings/roles/1".into(),
        hidden: vec![("version".into(), "2".into())],
        fields: vec![
            Field::new(
                "name",
                label(language, "role", "name"),
                Input::Text { value: "Account executive".into() },
            )
            .required(),
        ],
        rights: rights.iter().map(|right| right[..1].to_uppercase() + &right[1..]).collect(),
        objects: vec![
            object("account", ["all", "all", "own", "none", "none"]),
            object("contact", ["all", "all", "team", "none", "none"]),
            object("opportunity", ["own", "team", "own", "none", "own"]),
            object("lead", ["own", "own", "own", "own", "none"]),
        ],
        read_only: false,
        submit: word(language, "action-save"),
        cancel: "/settings/roles".into(),
    }
}
