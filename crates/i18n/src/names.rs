//! What objects, fields and options are called.

use crate::Language;
use crate::say::{readable, say_known};
use crate::{has, say};

/// An object in the singular: `account` is "Account".
pub fn object(language: Language, name: &str) -> String {
    said(language, &hyphened(&[name]), name)
}

/// An object in the plural: `account` is "Accounts".
pub fn objects(language: Language, name: &str) -> String {
    said(language, &hyphened(&[name, "many"]), name)
}

/// A field's label; fields that every object has (`created_at`) share theirs.
pub fn field(language: Language, object: &str, field: &str) -> String {
    say_known(language, &hyphened(&[object, field]), &[])
        .unwrap_or_else(|| said(language, &hyphened(&["field", field]), field))
}

/// The label of one option of a choice.
pub fn option(language: Language, object: &str, field: &str, option: &str) -> String {
    said(language, &hyphened(&[object, field, option]), option)
}

/// The heading of a group of fields, which objects may share or name themselves.
pub fn group(language: Language, object: &str, group: &str) -> String {
    say_known(language, &hyphened(&[object, "group", group]), &[])
        .unwrap_or_else(|| said(language, &hyphened(&["group", group]), group))
}

/// What a term of the glossary is called.
pub fn term(language: Language, term: &str) -> String {
    said(language, &hyphened(&["term", term]), term)
}

/// What else it is called in exactly this language, if anything.
pub fn term_also(language: Language, term: &str) -> Option<String> {
    let key = hyphened(&["term", term, "also"]);
    has(language, &key).then(|| say(language, &key, &[]))
}

/// What a term of the glossary means.
pub fn term_meaning(language: Language, term: &str) -> String {
    say(language, &hyphened(&["term", term, "help"]), &[])
}

/// How a term of the glossary is reckoned.
pub fn term_formula(language: Language, term: &str) -> String {
    say(language, &hyphened(&["term", term, "formula"]), &[])
}

fn said(language: Language, key: &str, name: &str) -> String {
    say_known(language, key, &[]).unwrap_or_else(|| readable(name))
}

/// Names of code have underscores, keys of words have hyphens.
fn hyphened(names: &[&str]) -> String {
    names.join("-").replace('_', "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_from_the_file_of_their_object() {
        assert_eq!(object(Language::En, "opportunity_line"), "Deal line");
        assert_eq!(objects(Language::En, "account"), "Accounts");
        assert_eq!(field(Language::En, "opportunity", "close_date"), "Close date");
        assert_eq!(field(Language::En, "account", "created_at"), "Created");
        assert_eq!(option(Language::En, "opportunity", "type", "up_sell"), "Up-sell");
        assert_eq!(group(Language::En, "contact", "reach"), "How to reach");
    }

    #[test]
    fn what_has_no_words_yet_is_made_readable() {
        assert_eq!(object(Language::Fr, "spare_part"), "Spare part");
        assert_eq!(field(Language::Ru, "spare_part", "shelf_life"), "Shelf life");
        assert_eq!(option(Language::Zh, "account", "industry", "space_travel"), "Space travel");
        assert_eq!(object(Language::En, ""), "");
    }
}
