//! What the texts of the engine's own nouns must be: they decide how everything else is read.

use cordee_base::{Currency, Fault, Zone};
use cordee_schema::{FieldDef, Object};

use crate::Grants;

/// What is wrong with the text of a setting; none for fields that are no setting.
pub(super) fn fault(object: &Object, field: &FieldDef, text: &str) -> Option<Fault> {
    let wrong = |key| Some(Fault::at(field.name, key).with("value", text));
    match (object.name, field.name) {
        ("user" | "workspace", "time_zone") if Zone::named(text).is_err() => wrong("error-zone"),
        ("workspace" | "currency_rate", "currency") if text.parse::<Currency>().is_err() => {
            wrong("error-currency")
        }
        ("role", "grants") => match Grants::parse(text) {
            Ok(_) => None,
            Err(error) => Some(Fault::at(field.name, "error-json").with("detail", error)),
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::system::{role, user, workspace};

    #[test]
    fn a_setting_that_nothing_could_be_read_by_is_refused() {
        let table = [
            (&user::USER, "time_zone", "Europe/Kyiv", None),
            (&user::USER, "time_zone", "Europe/Paris'; DROP TABLE user", Some("error-zone")),
            (&workspace::WORKSPACE, "currency", "EURO", Some("error-currency")),
            (&workspace::WORKSPACE, "name", "EURO", None),
            (&role::ROLE, "grants", r#"{"objects":{"*":{"read":"all"}}}"#, None),
            (&role::ROLE, "grants", r#"{"objects":{"*":{"read":"everything"}}}"#, Some("error-json")),
        ];
        for (object, name, text, key) in table {
            let field = object.field(name).expect("known");
            assert_eq!(fault(object, field, text).map(|fault| fault.key), key, "{name}: {text}");
        }
    }
}
