//! Furnishing a new workspace: the roles and the pipeline that every one starts with, in its own language.

mod pipeline;
mod roles;

use cordee_base::Outcome;
use cordee_i18n::Language;
use cordee_records::Gate;
use cordee_records::system::workspace;

/// Fills a new workspace with its roles and its pipeline.
pub fn furnish(gate: &mut Gate<'_>) -> Outcome<()> {
    let record = gate.get(&workspace::WORKSPACE, gate.actor().workspace)?;
    let language = record.get(workspace::LANGUAGE).and_then(|code| Language::from_code(&code));
    let language = language.unwrap_or_default();
    roles::create(gate, language)?;
    pipeline::create(gate, language)
}

/// What a default is called: the word `OBJECT-default-KEY`.
fn name(language: Language, object: &str, key: &str) -> String {
    cordee_i18n::say(language, &format!("{object}-default-{}", key.replace('_', "-")), &[])
}
