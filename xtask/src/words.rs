//! Checks that all that is declared has its words in all five languages.

use std::path::Path;

use cordee_features::registry;
use cordee_i18n::{Language, has};

/// Lists the words that are missing; see the module.
pub fn run(_: &Path, _: &[String]) -> Result<(), String> {
    let missing: Vec<String> = wanted()
        .into_iter()
        .flat_map(|key| {
            let without: Vec<&str> = Language::ALL
                .iter()
                .filter(|language| !has(**language, &key))
                .map(|language| language.code())
                .collect();
            (!without.is_empty()).then(|| format!("{key}: not in {}", without.join(", ")))
        })
        .collect();
    if missing.is_empty() { Ok(()) } else { Err(missing.join("\n")) }
}

/// The keys of all that is declared.
fn wanted() -> Vec<String> {
    let (registry, mut keys) = (registry(), Vec::new());
    let key = |parts: &[&str]| parts.join("-").replace('_', "-");
    for object in registry.catalog.objects() {
        keys.extend([key(&[object.name]), key(&[object.name, "many"])]);
        if !object.internal {
            keys.extend([key(&[object.name, "new"]), key(&[object.name, "help"])]);
        }
        for field in object.fields.iter().filter(|field| !field.secret) {
            keys.push(key(&[object.name, field.name]));
            keys.extend(
                field.kind.options().iter().map(|option| key(&[object.name, field.name, option.key])),
            );
        }
        let own = |group: &str| has(Language::En, &key(&[object.name, "group", group]));
        keys.extend(object.form.iter().map(|group| match own(group.name) {
            true => key(&[object.name, "group", group.name]),
            false => key(&["group", group.name]),
        }));
    }
    keys.extend(cordee_schema::SYSTEM_FIELDS.iter().map(|field| key(&["field", field.name])));
    for action in &registry.actions {
        keys.extend([key(&["action", action.name]), key(&["action", action.name, "done"])]);
        keys.extend(action.input.iter().map(|field| key(&["action", action.name, field.name])));
    }
    for metric in &registry.metrics {
        keys.extend([key(&["metric", metric.name]), key(&["metric", metric.name, "help"])]);
    }
    for term in registry.terms {
        keys.extend([key(&["term", term.name]), key(&["term", term.name, "help"])]);
        keys.extend(term.reckoned.then(|| key(&["term", term.name, "formula"])));
    }
    keys.extend(cordee_schema::Operator::ALL.iter().map(|(name, _)| key(&["operator", name])));
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_is_declared_has_its_words() {
        if let Err(missing) = run(Path::new(""), &[]) {
            assert_eq!(missing, "");
        }
        assert!(wanted().len() > 300, "the catalog is asked");
        assert!(!has(Language::En, "account-no-such-field"), "what is missing would be seen");
    }
}
