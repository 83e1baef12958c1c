//! Checks that all that is declared or asked for has its words in all five languages, and that no words lie about that
//! nothing says.

mod said;

use std::collections::{BTreeSet, HashSet};
use std::path::Path;

use cordee_base::Period;
use cordee_catalog::defaults::{PIPELINES, ROLES};
use cordee_features::registry;
use cordee_i18n::{Language, has, keys};
use cordee_kit::{Answers, On};

use cordee_rules::calls::Turn;
use cordee_rules::series::Method;
use cordee_schema::{FieldDef, Relative};
use said::Said;

/// Lists the words that are missing, and those that nothing says.
pub fn run(root: &Path, _: &[String]) -> Result<(), String> {
    let said = Said::read(&root.join("crates"))?;
    let declared: HashSet<String> = declared().into_iter().collect();
    let wanted: BTreeSet<&String> = declared.iter().chain(&said.asked).collect();
    let missing = wanted.into_iter().filter_map(|key| {
        let lacks = Language::ALL.into_iter().filter(|language| !has(*language, key));
        let lacks: Vec<&str> = lacks.map(Language::code).collect();
        (!lacks.is_empty()).then(|| format!("{key}: not in {}", lacks.join(", ")))
    });
    let all: BTreeSet<&str> = Language::ALL.into_iter().flat_map(keys).map(|(_, key)| key).collect();
    let unused = all.into_iter().filter(|key| !declared.contains(*key) && !said.can_say(key));
    let unused = unused.filter(|key| {
        // Other names of a term stand only in the languages that have some.
        key.strip_suffix("-also").is_none_or(|term| !declared.contains(term))
    });
    let wrong: Vec<String> = missing.chain(unused.map(|key| format!("{key}: nothing says it"))).collect();
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n")) }
}

/// The keys of all that is declared.
fn declared() -> Vec<String> {
    let (registry, mut keys) = (registry(), Vec::new());
    let key = |parts: &[&str]| parts.join("-").replace('_', "-");
    for object in registry.catalog.objects() {
        keys.extend([key(&[object.name]), key(&[object.name, "many"])]);
        keys.extend(["new", "help"].map(|word| key(&[object.name, word])).into_iter().filter(|key| {
            // Those that only the engine touches need none.
            !object.internal || has(Language::En, key)
        }));
        let signs = object.signs.map(|signs| &signs.field);
        for field in object.fields.iter().filter(|field| !field.secret).chain(signs) {
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
        if let On::Object(object) = action.on {
            // What can be chosen is called as a field of the object would call it.
            let options = |field: &FieldDef| {
                let options = field.kind.options().iter();
                options.map(|option| key(&[object, field.name, option.key])).collect::<Vec<_>>()
            };
            keys.extend(action.input.iter().flat_map(options));
        }
    }
    for metric in &registry.metrics {
        keys.extend([key(&["metric", metric.name]), key(&["metric", metric.name, "help"])]);
    }
    for report in &registry.reports {
        keys.extend([key(&["report", report.name]), key(&["report", report.name, "help"])]);
        keys.extend(report.facts.iter().map(|fact| key(&["report", "fact", fact])));
        for question in report.questions {
            let asked = key(&["report", "asks", question.name]);
            if let Answers::OneOf(options) = question.answer {
                keys.extend(options.iter().map(|option| key(&[&asked, option])));
            }
            keys.push(asked);
        }
        for sheet in report.sheets {
            let table = key(&["report", "table", sheet.name]);
            keys.extend(sheet.columns.iter().map(|column| key(&["report", "column", column])));
            keys.extend(sheet.may_be_empty.then(|| key(&[&table, "none"])));
            keys.push(table);
        }
    }
    keys.extend(Method::ALL.iter().map(|(name, _)| key(&["report", "method", name])));
    keys.extend(Turn::ALL.iter().map(|(name, _)| key(&["report", "turn", name])));
    for term in registry.terms {
        keys.extend([key(&["term", term.name]), key(&["term", term.name, "help"])]);
        keys.extend(term.reckoned.then(|| key(&["term", term.name, "formula"])));
    }
    for job in &registry.jobs {
        keys.extend([key(&["job", job.name]), key(&["queue", job.queue.name])]);
    }
    // “This month”, “last quarter”.
    for (_, period) in Period::ALL.iter().filter(|(_, period)| *period != Period::Day) {
        keys.extend([-1, 0, 1].map(|step| key(&["filter", &Relative::Period(*period, step).name()])));
    }
    let default = |object: &str, name: &str| key(&[object, "default", name]);
    keys.extend(ROLES.iter().map(|role| default("role", role.key)));
    for pipeline in PIPELINES {
        keys.push(default("pipeline", pipeline.key));
        for stage in pipeline.stages {
            keys.extend([default("stage", stage.key), key(&["stage", "method", stage.key])]);
            keys.extend(stage.has_playbook().then(|| key(&["stage", "playbook", stage.key])));
        }
    }
    keys.extend(cordee_schema::Operator::ALL.iter().map(|(name, _)| key(&["operator", name])));
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_words_are_there_and_all_are_said() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        if let Err(wrong) = run(&root, &[]) {
            assert_eq!(wrong, "");
        }
        assert!(declared().len() > 300, "the catalog is asked");
        assert!(!has(Language::En, "account-no-such-field"), "what is missing would be seen");
    }
}
