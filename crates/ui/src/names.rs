//! What objects, fields and options are called: as the workspace says that has declared them itself, else as
//! `locales` say.

use cordee_i18n::Language;
use cordee_schema::{FieldDef, Kind, Object, Said};

/// An object in the singular.
pub fn object(language: Language, object: &Object) -> String {
    match object.called {
        Some((one, _)) => said(language, one),
        None => cordee_i18n::object(language, object.name),
    }
}

/// An object in the plural.
pub fn objects(language: Language, object: &Object) -> String {
    match object.called {
        Some((_, many)) => said(language, many),
        None => cordee_i18n::objects(language, object.name),
    }
}

/// A field's label.
pub fn field(language: Language, object: &Object, field: &FieldDef) -> String {
    match field.called {
        Some(called) => said(language, called),
        None => cordee_i18n::field(language, object.name, field.name),
    }
}

/// The heading of a group of the form.
pub fn group(language: Language, object: &Object, group: &str) -> String {
    match object.headings.iter().find(|(name, _)| *name == group) {
        Some((_, called)) => said(language, called),
        None => cordee_i18n::group(language, object.name, group),
    }
}

/// The label of one option of a choice; a tag is what it is called.
pub fn option(language: Language, object: &Object, field: &FieldDef, key: &str) -> String {
    if let Kind::Tags(_) = field.kind {
        return key.to_owned();
    }
    let called =
        field.kind.options().iter().find(|option| option.key == key).and_then(|option| option.called);
    match called {
        Some(called) => said(language, called),
        None => cordee_i18n::option(language, object.name, field.name, key),
    }
}

fn said(language: Language, called: Said) -> String {
    let own = called.iter().find(|(code, _)| *code == language.code());
    own.or(called.first()).map(|(_, text)| (*text).to_owned()).unwrap_or_default()
}
