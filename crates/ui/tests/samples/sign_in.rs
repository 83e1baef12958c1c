use cordee_ui::components::Field;
use cordee_ui::screens::form::{FieldGroup, Form};
use cordee_ui::screens::sign_in::{SignIn, sign_in as draw};
use cordee_ui::{Input, Language, Markup};

use super::word;

pub fn sign_in(language: Language) -> Markup {
    let mut form = Form::new(word(language, "sign-in-title"), "/sign-in", word(language, "sign-in-submit"));
    let fields = vec![
        Field::new("email", word(language, "sign-in-email"), Input::Email { value: String::new() })
            .required(),
        Field::new("password", word(language, "sign-in-password"), Input::Password { fresh: false })
            .required(),
    ];
    form.groups = vec![FieldGroup { label: None, fields }];
    draw(
        language,
        &SignIn { workspace: Some("Northwind Rope Works".into()), form, hint: None, here: "/sign-in".into() },
    )
}

pub fn set_up(language: Language) -> Markup {
    let mut form =
        Form::new(word(language, "first-admin-title"), "/set-up/x", word(language, "first-admin-submit"));
    form.intro = Some(word(language, "first-admin-hint"));
    let fields = vec![
        Field::new("name", word(language, "user-name"), Input::Text { value: "Anna Snelling".into() })
            .required(),
        Field::new("email", word(language, "sign-in-email"), Input::Email { value: "anna@".into() })
            .required()
            .error("…@example.com"),
        Field::new("password", word(language, "sign-in-password"), Input::Password { fresh: true })
            .required()
            .hint("≥ 12"),
    ];
    form.groups = vec![FieldGroup { label: None, fields }];
    draw(language, &SignIn { workspace: None, form, hint: None, here: "/set-up/x".into() })
}
