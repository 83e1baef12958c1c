//! Checks that all that is declared has its words in all five languages, and that no words lie about that nothing says.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use cordee_features::registry;
use cordee_i18n::{Language, has, keys};

/// What the keys begin with that are put together while Cordee runs, from names that are data.
const PUT_TOGETHER: &[&str] = &["job-", "queue-"];

/// Lists the words that are missing, and with `--unused` also those that nothing says; see the module.
pub fn run(root: &Path, options: &[String]) -> Result<(), String> {
    let unused = match options.iter().any(|option| option == "--unused") {
        true => unused(root)?,
        false => Vec::new(),
    };
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
    let wrong: Vec<String> =
        missing.into_iter().chain(unused.into_iter().map(|key| format!("{key}: nothing says it"))).collect();
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

/// The keys that are neither of something declared nor named in the code, whole or as a pattern such as `"door-{}"`.
fn unused(root: &Path) -> Result<Vec<String>, String> {
    let wanted: HashSet<String> = wanted().into_iter().collect();
    let (mut named, mut patterns) = (HashSet::new(), Vec::new());
    for file in sources(&root.join("crates")).map_err(|error| error.to_string())? {
        let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        for piece in text.split('"').filter(|piece| !piece.contains(char::is_whitespace)) {
            match piece.split_once('{') {
                None => drop(named.insert(piece.to_owned())),
                Some((start, _)) if start.len() > 2 && start.contains('-') => {
                    let end = piece.rsplit_once('}').map_or("", |(_, end)| end);
                    patterns.push((start.to_owned(), end.to_owned()));
                }
                Some(_) => {}
            }
        }
    }
    let all: BTreeSet<&str> = Language::ALL.into_iter().flat_map(keys).map(|(_, key)| key).collect();
    let said = |key: &str| {
        let fits =
            |(start, end): &(String, String)| key.starts_with(start.as_str()) && key.ends_with(end.as_str());
        let term = key.strip_suffix("-also").is_some_and(|term| wanted.contains(term));
        // What a new workspace begins with is named by its data.
        wanted.contains(key)
            || key.contains("-default-")
            || named.contains(key)
            || term
            || PUT_TOGETHER.iter().any(|start| key.starts_with(start))
            || patterns.iter().any(fits)
    };
    Ok(all.into_iter().filter(|key| !said(key)).map(str::to_owned).collect())
}

/// All files of code.
fn sources(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if path.is_dir() && !["target", "snapshots"].contains(&name) {
            found.extend(sources(&path)?);
        } else if name.ends_with(".rs") || name.ends_with(".js") {
            found.push(path);
        }
    }
    Ok(found)
}

/// The keys of all that is declared.
fn wanted() -> Vec<String> {
    let (registry, mut keys) = (registry(), Vec::new());
    let key = |parts: &[&str]| parts.join("-").replace('_', "-");
    for object in registry.catalog.objects() {
        keys.extend([key(&[object.name]), key(&[object.name, "many"])]);
        keys.extend(["new", "help"].map(|word| key(&[object.name, word])).into_iter().filter(|key| {
            // Those that only the engine touches need none.
            !object.internal || has(Language::En, key)
        }));
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
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        if let Err(wrong) = run(&root, &[]) {
            assert_eq!(wrong, "");
        }
        assert!(wanted().len() > 300, "the catalog is asked");
        assert!(!has(Language::En, "account-no-such-field"), "what is missing would be seen");
    }
}
