use cordee_ui::components::Field;
use cordee_ui::screens::factor::{AppKey, Factor, factor};
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
        &SignIn {
            workspace: Some("Northwind Rope Works".into()),
            form,
            key: None,
            codes: Vec::new(),
            hint: None,
            here: "/sign-in".into(),
        },
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
    draw(
        language,
        &SignIn { workspace: None, form, key: None, codes: Vec::new(), hint: None, here: "/set-up/x".into() },
    )
}

pub fn second_step(language: Language) -> Markup {
    let mut form =
        Form::new(word(language, "factor-set-up"), "/sign-in/factor", word(language, "factor-switch-on"));
    form.intro = Some(word(language, "factor-needed-hint"));
    let code = Field::new("code", word(language, "factor-code"), Input::Code).required();
    form.groups = vec![FieldGroup { label: None, fields: vec![code] }];
    let view = SignIn {
        workspace: None,
        form,
        key: Some(key()),
        codes: Vec::new(),
        hint: None,
        here: "/sign-in".into(),
    };
    draw(language, &view)
}

pub fn recovery_codes(language: Language) -> Markup {
    let view = Factor {
        title: word(language, "factor-title"),
        intro: Some(word(language, "factor-off-hint")),
        key: Some(key()),
        codes: vec!["abcd-efgh-ijkm-npqr".into(), "2345-6789-abcd-efgh".into()],
        ..Factor::default()
    };
    factor(language, &view)
}

fn key() -> AppKey {
    AppKey {
        uri: "otpauth://totp/Northwind:anna?secret=GEZDGNBVGY3TQOJQ".into(),
        secret: "GEZDGNBVGY3TQOJQ".into(),
    }
}
