//! Writes the pages under `docs/reference/` from the declarations; `docs --check` says which are stale.

mod object;

use std::fs;
use std::path::Path;

use cordee_features::registry;
use cordee_i18n::{Language, objects, say};

const FOLDER: &str = "docs/reference";

/// Writes or checks the reference; see the module.
pub fn run(root: &Path, said: &[String]) -> Result<(), String> {
    let folder = root.join(FOLDER);
    let pages = pages();
    if said.first().is_some_and(|word| word == "--check") {
        let stale = pages
            .iter()
            .filter(|(name, text)| fs::read_to_string(folder.join(name)).ok().as_ref() != Some(text));
        let mut wrong: Vec<&str> = stale.map(|(name, _)| name.as_str()).collect();
        let there = fs::read_dir(&folder)
            .into_iter()
            .flatten()
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let there: Vec<String> = there.collect();
        wrong.extend(
            there.iter().map(String::as_str).filter(|name| pages.iter().all(|(page, _)| page != name)),
        );
        return match wrong[..] {
            [] => Ok(()),
            _ => Err(format!("stale in {FOLDER}: {}; run `cargo xtask docs`", wrong.join(", "))),
        };
    }
    let told = |error: std::io::Error| format!("{FOLDER}: {error}");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(told)?;
    }
    fs::create_dir_all(&folder).map_err(told)?;
    pages.iter().try_for_each(|(name, text)| fs::write(folder.join(name), text).map_err(told))
}

/// All pages, by file name.
fn pages() -> Vec<(String, String)> {
    let registry = registry();
    let shown: Vec<_> = registry.catalog.objects().filter(|object| !object.internal).collect();
    let mut pages = vec![("README.md".to_owned(), contents(&shown)), ("metrics.md".to_owned(), metrics())];
    pages.extend(shown.iter().map(|object| (format!("{}.md", object.name), object::page(&registry, object))));
    pages
}

const WRITTEN: &str = "<!-- Written by `cargo xtask docs` from the declarations. -->\n\n";

fn contents(shown: &[&'static cordee_schema::Object]) -> String {
    let line = |object: &&&cordee_schema::Object| {
        let help = say(Language::En, &format!("{}-help", object.name.replace('_', "-")), &[]);
        format!("- [{}]({}.md): {help}\n", objects(Language::En, object.name), object.name)
    };
    let list = |system: bool| {
        shown.iter().filter(|object| object.system == system).map(|o| line(&o)).collect::<String>()
    };
    format!(
        "{WRITTEN}# Reference\n\nWhat Cordee knows, object by object, with the names used in the API, in filters, in \
         imports and in the tables; and its [figures](metrics.md).\n\n## Selling\n\n{}\n## The workspace\n\n{}",
        list(false),
        list(true)
    )
}

fn metrics() -> String {
    let mut text = format!(
        "{WRITTEN}# Figures\n\nAsk one with `cordee metric NAME`, at `/api/v1/metrics/NAME` or on the page of figures. \
         Where there are no data, a figure is empty, never 0.\n\n| name | unit | what it is |\n| --- | --- | --- |\n"
    );
    for metric in registry().metrics {
        let help = say(Language::En, &format!("metric-{}-help", metric.name.replace('_', "-")), &[]);
        text += &format!("| `{}` | {} | {help} |\n", metric.name, metric.unit.name());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reference_is_as_the_declarations_make_it() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a repository");
        assert_eq!(run(root, &["--check".to_owned()]), Ok(()));
    }
}
